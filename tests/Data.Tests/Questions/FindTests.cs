using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

public sealed class FindTests
{
    [StoreTheory]
    [InlineData("1.2a", "1.2A")]
    [InlineData("WF4", "wf4")]
    [InlineData("Rec4b", "rec4b")]
    [InlineData("Rec4b", "REC4B")]
    [InlineData("Rec4b", "Rec4B")]
    public async Task A_reference_is_found_in_either_letter_case(string reference, string asked)
    {
        await using var store = await StoreFile.HoldingAsync($"plan,ref,action\np,{reference},Answer calls\np,9.9,Write letters");

        Assert.Equal(reference, (await store.FindAsync(asked)).Line.Ref);
    }

    [StoreTheory]
    [InlineData("1")]
    [InlineData("1.")]
    [InlineData("1.1%")]
    [InlineData("_.1")]
    [InlineData("9.9")]
    [InlineData("")]
    public async Task A_part_of_a_reference_is_no_reference(string asked)
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Empty(await store.Actions.FindAsync(Viewer.Operator, asked, [], default));
    }

    [StoreFact]
    public async Task A_reference_in_several_plans_is_found_in_all_of_them_or_in_those_that_are_named()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\nyork-2012,1.1,Mend roofs\nleeds-2011,1.1,Answer calls\nbath-2012,1.1,Heat water");
        var york = await store.IdOfAsync(NameKind.Plan, "york-2012");
        var bath = await store.IdOfAsync(NameKind.Plan, "bath-2012");

        Assert.Equal(["bath-2012", "leeds-2011", "york-2012"], await PlansAsync());
        Assert.Equal(["york-2012"], await PlansAsync(york));
        Assert.Equal(["bath-2012", "york-2012"], await PlansAsync(york, bath));

        async Task<IEnumerable<string>> PlansAsync(params int[] plans) =>
            (await store.Actions.FindAsync(Viewer.Operator, "1.1", plans, default)).Select(action => action.Line.Plan);
    }

    [StoreFact]
    public async Task An_action_in_full_names_its_parent_and_sub_actions()
    {
        await using var store = await SmallPlan.StoreAsync();

        var letters = await store.FindAsync("1.2");
        var toSchools = await store.FindAsync("1.2a");

        Assert.Equal(["1.2a"], letters.SubActions);
        Assert.Null(letters.Parent);
        Assert.Equal("1.2", toSchools.Parent);
        Assert.Empty(toSchools.SubActions);
    }

    [StoreFact]
    public async Task An_action_in_full_tells_its_section_and_who_leads_it()
    {
        await using var store = await StoreFile.HoldingAsync("plan,section,section lead,ref,action,outcome,measures\np,1. Front door,Pat Roe,1.1,A,Heard,90%");

        var action = await store.FindAsync("1.1");

        Assert.Equal(("1. Front door", "Pat Roe", "Heard", "90%"), (action.Section, action.SectionLead, action.Outcome, action.Measures));
    }

    [StoreFact]
    public async Task Milestones_come_in_the_order_of_their_days()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,milestones\np,1.1,A,2012-06-30 in use; 2012-03-31 draft; 2012-03-31 talk");

        Assert.Equal(["draft", "talk", "in use"], (await store.FindAsync("1.1")).Milestones.Select(milestone => milestone.Words));
    }

    [StoreFact]
    public async Task The_latest_five_words_of_progress_come_newest_first()
    {
        await using var store = await StoreFile.HoldingAsync(
            [.. Enumerable.Range(1, 7).Select(month => $"plan,ref,action,progress,progress on\np,1.1,A,Words {month}.,2012-0{month}-28")]);

        var progress = (await store.FindAsync("1.1")).Progress;

        Assert.Equal(["Words 7.", "Words 6.", "Words 5.", "Words 4.", "Words 3."], progress.Select(line => line.Text));
        Assert.Equal((new DateOnly(2012, 7, 28), null), (progress[0].On, progress[0].By));
    }
}
