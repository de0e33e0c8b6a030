using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class NewVersionTests
{
    private const string First = """
        plan,plan name,section,ref,action,leads,services,due,state,brag,progress,progress on
        leeds-2011,Leeds plan,1. Front door,1.1,Answer calls,Jo Hill,First Response,2012-03-31,in progress,amber,Calls counted.,2012-01-31
        leeds-2011,Leeds plan,1. Front door,1.2,Write letters,Jo Hill,First Response,2012-04-30,not started,,,
        leeds-2011,Leeds plan,2. Training,2.1,Train staff,Sam Lee,Fostering,2012-05-31,not started,red,,
        """;

    private const string Second = """
        plan,plan name,section,ref,action,leads,services,due,state,brag,progress,progress on
        leeds-2011,Leeds plan,1. Front door,1.1,Answer calls,Jo Hill,First Response,2012-03-31,in progress,amber,Calls counted.,2012-01-31
        leeds-2011,Leeds plan,1. Front door,1.2,Write plain letters,Pat Roe; Jo Hill,First Response,2012-06-30,in progress,green,First letters sent.,2012-04-30
        leeds-2011,Leeds plan,3. Audit,3.1,Audit cases,Pat Roe,,2012-09-30,,,,
        """;

    [StoreFact]
    public async Task It_says_what_is_new_what_changed_what_did_not_and_what_it_leaves_out()
    {
        await using var store = await StoreFile.HoldingAsync(First);

        var plan = Assert.Single((await store.ImportAsync(Second)).Plans);

        Assert.False(plan.IsNew);
        Assert.Equal((1, 1, 1), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Equal(["2.1"], plan.LeftOut);
    }

    [StoreFact]
    public async Task It_updates_what_changed()
    {
        await using var store = await StoreFile.HoldingAsync(First, Second);

        var letters = await store.FindAsync("1.2");

        Assert.Equal("Write plain letters", letters.Line.Title);
        Assert.Equal(["Pat Roe", "Jo Hill"], letters.Line.Leads);
        Assert.Equal(new DateOnly(2012, 6, 30), letters.Line.Due);
        Assert.Equal((ActionState.InProgress, Brag.Green), (letters.Line.State, letters.Line.Brag));
        Assert.Equal("First letters sent.", Assert.Single(letters.Progress).Text);
    }

    [StoreFact]
    public async Task It_adds_what_is_new()
    {
        await using var store = await StoreFile.HoldingAsync(First, Second);

        Assert.Equal("Audit cases", (await store.FindAsync("3.1")).Line.Title);
    }

    [StoreFact]
    public async Task It_keeps_what_it_leaves_out()
    {
        await using var store = await StoreFile.HoldingAsync(First, Second);

        var training = (await store.FindAsync("2.1")).Line;

        Assert.Equal("Train staff", training.Title);
        Assert.Equal(["Sam Lee"], training.Leads);
        Assert.Equal(new DateOnly(2012, 5, 31), training.Due);
        Assert.Equal((ActionState.NotStarted, Brag.Red), (training.State, training.Brag));
    }

    [StoreFact]
    public async Task New_words_of_progress_come_on_top_of_the_old_ones()
    {
        await using var store = await StoreFile.HoldingAsync(First);

        await store.ImportAsync(First.Replace("Calls counted.,2012-01-31", "Calls answered.,2012-02-29", StringComparison.Ordinal));

        Assert.Equal(["Calls answered.", "Calls counted."], (await store.FindAsync("1.1")).Progress.Select(progress => progress.Text));
    }

    [StoreFact]
    public async Task A_blank_state_and_rating_take_nothing_back()
    {
        await using var store = await StoreFile.HoldingAsync(First);

        await store.ImportAsync("plan,section,ref,action\nleeds-2011,1. Front door,1.1,Answer calls");

        var calls = (await store.FindAsync("1.1")).Line;
        Assert.Equal((ActionState.InProgress, Brag.Amber), (calls.State, calls.Brag));
    }

    [StoreFact]
    public async Task A_reference_in_another_letter_case_is_the_same_action()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\nleeds-2011,A1b,Answer calls");

        var plan = Assert.Single((await store.ImportAsync("plan,ref,action\nleeds-2011,a1B,Answer all calls")).Plans);

        Assert.Equal((0, 1, 0), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Equal("Answer all calls", Assert.Single((await store.ListAsync(new ActionQuestion())).Items).Title);
    }

    [StoreFact]
    public async Task Columns_in_another_order_change_nothing()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,risk,cost\nleeds-2011,1.1,Answer calls,high,£5");

        var plan = Assert.Single((await store.ImportAsync("cost,plan,risk,action,ref\n£5,leeds-2011,high,Answer calls,1.1")).Plans);

        Assert.Equal((0, 0, 1), (plan.Added, plan.Changed, plan.Unchanged));
    }

    [StoreFact]
    public async Task A_plan_keeps_its_name_and_base_date_where_the_new_version_does_not_say_them()
    {
        await using var store = await StoreFile.HoldingAsync("plan,plan name,base date,ref,action\nleeds-2011,Leeds plan,2011-06-01,1.1,Answer calls");

        await store.ImportAsync("plan,ref,action\nleeds-2011,1.1,Answer all calls");

        Assert.Contains("leeds-2011,Leeds plan,2011-06-01,", await store.ExportAsync(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task What_one_plan_brings_leaves_other_plans_alone()
    {
        await using var store = await StoreFile.HoldingAsync(First, First.Replace("leeds-2011", "leeds-2012", StringComparison.Ordinal));
        var other = await store.ExportAsync("leeds-2012");

        await store.ImportAsync(Second);

        Assert.Equal(other, await store.ExportAsync("leeds-2012"));
    }

    [StoreFact]
    public async Task A_lead_or_service_that_no_action_bears_any_more_is_no_name_any_more()
    {
        await using var store = await StoreFile.HoldingAsync(First);

        await store.ImportAsync(First.Replace("Sam Lee,Fostering", "Pat Roe,Adoption", StringComparison.Ordinal));

        Assert.Equal(["Jo Hill", "Pat Roe"], await store.NamesAsync(NameKind.Lead));
        Assert.Equal(["Adoption", "First Response"], await store.NamesAsync(NameKind.Service));
    }

    [StoreFact]
    public async Task A_section_that_no_action_stands_in_any_more_is_no_name_any_more()
    {
        await using var store = await StoreFile.HoldingAsync(First);

        await store.ImportAsync(First.Replace("2. Training", "2. Learning", StringComparison.Ordinal));

        Assert.Equal(["Front door", "Learning", "section 1", "section 2"], await store.NamesAsync(NameKind.Section));
    }
}
