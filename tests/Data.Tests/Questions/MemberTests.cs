using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

public sealed class MemberTests
{
    [StoreFact]
    public async Task A_question_that_narrows_nothing_gives_every_action_and_sub_action()
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal(7, (await store.ListAsync(new ActionQuestion())).Total);
    }

    [StoreTheory]
    [InlineData(StateAsked.Any, "1.1 3.1 1.2 1.2a 2.1 2.2 2.3")]
    [InlineData(StateAsked.Open, "1.1 3.1 1.2 1.2a 2.1 2.2")]
    [InlineData(StateAsked.Complete, "2.3")]
    [InlineData(StateAsked.NotStarted, "3.1 1.2a 2.1")]
    [InlineData(StateAsked.InProgress, "1.1 1.2 2.2")]
    public async Task By_state(StateAsked state, string refs)
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal(refs, await store.RefsAsync(new ActionQuestion { State = state }));
    }

    [StoreTheory]
    [InlineData("1.1 3.1", Brag.Red)]
    [InlineData("1.1 3.1 1.2", Brag.Red, Brag.Amber)]
    [InlineData("2.1 2.3", Brag.Blue, Brag.Green)]
    [InlineData("1.1 3.1 1.2 2.1 2.3", Brag.Red, Brag.Amber, Brag.Green, Brag.Blue)]
    public async Task By_one_rating_or_several_and_never_without_one(string refs, params Brag[] brags)
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal(refs, await store.RefsAsync(new ActionQuestion { Brags = brags }));
    }

    [StoreTheory]
    [InlineData("1.2 1.2a 2.1 2.2 2.3", Brag.Red)]
    [InlineData("1.2a 2.1 2.2 2.3", Brag.Red, Brag.Amber)]
    [InlineData("1.2a 2.2", Brag.Red, Brag.Amber, Brag.Green, Brag.Blue)]
    public async Task By_ratings_it_does_not_have_and_what_has_none_is_among_them(string refs, params Brag[] brags)
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal(refs, await store.RefsAsync(new ActionQuestion { NotBrags = brags }));
    }

    [StoreTheory]
    [InlineData("First Response", "1.1 1.2")]
    [InlineData("Early Help", "1.2")]
    [InlineData("Fostering", "2.1 2.2")]
    public async Task By_service(string service, string refs)
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal(refs, await store.RefsAsync(new ActionQuestion { Services = [await store.IdOfAsync(NameKind.Service, service)] }));
    }

    [StoreFact]
    public async Task By_several_services_counts_an_action_of_both_once()
    {
        await using var store = await SmallPlan.StoreAsync();
        int[] services = [await store.IdOfAsync(NameKind.Service, "First Response"), await store.IdOfAsync(NameKind.Service, "Early Help")];

        Assert.Equal("1.1 1.2", await store.RefsAsync(new ActionQuestion { Services = services }));
    }

    [StoreTheory]
    [InlineData("Jo Hill", "1.1 1.2")]
    [InlineData("Sam Lee", "1.1 2.1 2.3")]
    [InlineData("Pat Roe", "3.1")]
    public async Task By_lead(string lead, string refs)
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal(refs, await store.RefsAsync(new ActionQuestion { Leads = [await store.IdOfAsync(NameKind.Lead, lead)] }));
    }

    [StoreFact]
    public async Task An_empty_list_of_leads_is_nobody()
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal("", await store.RefsAsync(new ActionQuestion { Leads = [] }));
    }

    [StoreFact]
    public async Task Without_a_lead()
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal("1.2a 2.2", await store.RefsAsync(new ActionQuestion { NoLead = true }));
    }

    [StoreTheory]
    [InlineData("Front door", "1.1 1.2 1.2a")]
    [InlineData("section 2", "2.1 2.2 2.3")]
    public async Task By_section(string section, string refs)
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal(refs, await store.RefsAsync(new ActionQuestion { Sections = [await store.IdOfAsync(NameKind.Section, section)] }));
    }

    [StoreTheory]
    [InlineData("4", "1.1 1.2")]
    [InlineData("17", "1.1 2.1")]
    [InlineData("14", "2.3")]
    [InlineData("1", "")]
    public async Task By_recommendation_and_never_by_a_part_of_its_number(string recommendation, string refs)
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal(refs, await store.RefsAsync(new ActionQuestion { Recommendation = recommendation }));
    }

    [StoreFact]
    public async Task By_plan()
    {
        await using var store = await StoreFile.HoldingAsync(SmallPlan.Csv, "plan,ref,action\nyork-2012,Y1,Mend roofs", "plan,ref,action\nbath-2012,B1,Heat water");
        var york = await store.IdOfAsync(NameKind.Plan, "york-2012");
        var bath = await store.IdOfAsync(NameKind.Plan, "bath-2012");

        Assert.Equal("Y1", await store.RefsAsync(new ActionQuestion { Plans = [york] }));
        Assert.Equal("B1 Y1", await store.RefsAsync(new ActionQuestion { Plans = [york, bath] }));
    }

    [StoreFact]
    public async Task A_line_shows_the_action_as_the_plan_says_it()
    {
        await using var store = await SmallPlan.StoreAsync();

        var line = Assert.Single((await store.ListAsync(SmallPlan.Overdue)).Items);

        Assert.Equal(("leeds-2011", "Leeds plan", "1.1", "Answer calls"), (line.Plan, line.PlanName, line.Ref, line.Title));
        Assert.Equal((new DateOnly(2012, 4, 19), ActionState.InProgress, Brag.Red), (line.Due, line.State, line.Brag));
        Assert.Equal(new DateOnly(2012, 3, 22), line.UpdatedOn);
        Assert.Equal(["Jo Hill", "Sam Lee"], line.Leads);
        Assert.Equal(["First Response"], line.Services);
    }
}
