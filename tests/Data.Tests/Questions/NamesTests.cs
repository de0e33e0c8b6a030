using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

public sealed class NamesTests
{
    [StoreFact]
    public async Task Services_and_leads_are_names()
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal(["Early Help", "First Response", "Fostering"], await store.NamesAsync(NameKind.Service));
        Assert.Equal(["Jo Hill", "Pat Roe", "Sam Lee"], await store.NamesAsync(NameKind.Lead));
    }

    [StoreFact]
    public async Task A_plan_is_known_by_its_name_its_key_and_its_place()
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal(["Leeds plan", "leeds", "leeds-2011"], await store.NamesAsync(NameKind.Plan));
    }

    [StoreFact]
    public async Task A_plan_called_by_its_key_bears_it_once()
    {
        await using var store = await StoreFile.HoldingAsync("plan,action\nleeds,Answer calls");

        Assert.Equal(["leeds"], await store.NamesAsync(NameKind.Plan));
    }

    [StoreFact]
    public async Task A_section_is_known_by_its_title_and_its_number()
    {
        await using var store = await StoreFile.HoldingAsync("plan,section,action\np,4. Policy and Performance,A\np,Learning,B\np,10 - Audit,C");

        Assert.Equal(["Audit", "Learning", "Policy and Performance", "section 10", "section 4"], await store.NamesAsync(NameKind.Section));
    }

    [StoreTheory]
    [InlineData("5a. Training", "Training", "section 5a")]
    [InlineData("10: Audit", "Audit", "section 10")]
    [InlineData("24/7 support", "24/7 support")]
    [InlineData("16+ services", "16+ services")]
    [InlineData("3rd party reviews", "3rd party reviews")]
    public async Task A_figure_is_the_number_of_a_section_only_where_it_stands_apart_from_its_words(string section, params string[] names)
    {
        await using var store = await StoreFile.HoldingAsync($"plan,section,action\np,{section},A");

        Assert.Equal(names, await store.NamesAsync(NameKind.Section));
    }

    [StoreFact]
    public async Task One_name_in_two_plans_stands_for_both()
    {
        await using var store = await StoreFile.HoldingAsync("plan,action,leads\nleeds-2011,A,Jo Hill", "plan,action,leads\nyork-2012,B,Jo Hill");

        var named = (await store.Plans.NamesAsync(Viewer.Operator, default)).Where(thing => thing.Name == "Jo Hill").ToList();

        Assert.Equal(2, named.Select(thing => thing.PlanId).Distinct().Count());
        Assert.Equal(2, (await store.ListAsync(new ActionQuestion { Leads = [.. named.Select(thing => thing.Id)] })).Total);
    }

    [StoreFact]
    public async Task An_empty_store_knows_no_names()
    {
        await using var store = await StoreFile.CreateAsync();

        Assert.Empty(await store.Plans.NamesAsync(Viewer.Operator, default));
    }
}
