using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

/// <summary>What was said about actions, and which dates they have on their way.</summary>
public sealed class SaidTests
{
    private const string Plan = """
        plan,ref,action,due,milestones,state,progress,progress on
        p,1.1,Answer calls,2017-06-30,2017-03-31 draft; 2017-05-31 in use; 2017-06-30 done,in progress,Begun.,2017-01-31
        p,1.2,Answer letters,2017-06-30,2017-03-31 draft,complete,Done.,2017-03-01
        p,1.3,Answer emails,,,not started,,
        q,2.1,Write,2017-06-30,2017-04-01 draft,in progress,Elsewhere.,2017-02-01
        """;

    private static readonly Viewer Guest = new("Sam", null, IsGuest: true, "guest");

    [StoreFact]
    public async Task Words_of_a_period_come_in_the_plans_order_and_none_from_outside_it()
    {
        await using var store = await StoreFile.HoldingAsync(Plan, "plan,ref,action,progress,progress on\np,1.1,Answer calls,Going on.,2017-03-31");
        var said = new ProgressQuestions(store.Stores);
        var scope = await OfPAsync(store);

        var march = await said.BetweenAsync(Viewer.Operator, scope, new(2017, 3, 1), new(2017, 3, 31), 10, default);

        Assert.Equal([("1.1", "Going on."), ("1.2", "Done.")], march.Select(one => (one.Ref, one.Text)));
        Assert.Equal(["Begun."], (await said.BetweenAsync(Viewer.Operator, scope, new(2017, 1, 1), new(2017, 2, 28), 10, default)).Select(one => one.Text));
        Assert.Single(await said.BetweenAsync(Viewer.Operator, scope, new(2017, 1, 1), new(2017, 3, 31), 1, default));
        Assert.Empty(await said.BetweenAsync(Guest, scope, new(2017, 1, 1), new(2017, 3, 31), 10, default));
    }

    [StoreFact]
    public async Task The_latest_words_are_the_last_that_nobody_took_back()
    {
        await using var store = await StoreFile.HoldingAsync(Plan, "plan,ref,action,progress,progress on\np,1.1,Answer calls,Going on.,2017-03-31");
        var ids = (await new ActionQuestions(store.Stores).ListAsync(Viewer.Operator, new ActionQuestion(), 0, 10, default)).Items.ToDictionary(item => item.Ref, item => item.Id);
        var said = new ProgressQuestions(store.Stores);

        var latest = await said.LatestAsync(Viewer.Operator, [.. ids.Values], default);
        Assert.Equal(("Going on.", new DateOnly(2017, 3, 31)), (latest[ids["1.1"]].Text, latest[ids["1.1"]].On));
        Assert.False(latest.ContainsKey(ids["1.3"]));
        Assert.Empty(await said.LatestAsync(Guest, [.. ids.Values], default));

        await using (var open = store.Stores.Open())
        {
            var action = open.Actions.Single(one => one.Ref == "1.1");
            await open.Entry(action).Collection(one => one.Progress).LoadAsync();
            foreach (var progress in action.Progress)
            {
                await open.Entry(progress).Collection(one => one.Changes).LoadAsync();
            }

            var last = action.Progress.OrderBy(progress => progress.Id).Last();
            action.Undo(last, new Posting { On = new DateOnly(2017, 4, 1), At = new DateTime(2017, 4, 1, 0, 0, 0, DateTimeKind.Utc), Origin = Origin.Person });
            await open.SaveChangesAsync();
        }

        Assert.Equal("Begun.", (await said.LatestAsync(Viewer.Operator, [ids["1.1"]], default))[ids["1.1"]].Text);
    }

    [StoreFact]
    public async Task Dates_on_the_way_are_those_of_open_actions_and_not_the_due_date()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var scope = await OfPAsync(store);

        var dates = await new MilestoneQuestions(store.Stores).UpToAsync(Viewer.Operator, scope, new(2017, 7, 31), 10, default);

        Assert.Equal([("1.1", "draft"), ("1.1", "in use")], dates.Select(one => (one.Ref, one.Words)));
        Assert.Equal(["draft"], (await new MilestoneQuestions(store.Stores).UpToAsync(Viewer.Operator, scope, new(2017, 5, 30), 10, default)).Select(one => one.Words));
        Assert.Empty(await new MilestoneQuestions(store.Stores).UpToAsync(Guest, scope, new(2017, 7, 31), 10, default));
    }

    [StoreFact]
    public async Task A_plan_says_what_it_says_of_itself_to_those_who_may_see_it()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var plan = (await OfPAsync(store)).Plans[0];

        Assert.Equal("p", (await new PlanQuestions(store.Stores).FindAsync(Viewer.Operator, plan, default))!.Key);
        Assert.Null(await new PlanQuestions(store.Stores).FindAsync(Guest, plan, default));
    }

    private static async Task<Scope> OfPAsync(StoreFile store) =>
        new() { Plans = [(await new PlanQuestions(store.Stores).ListAsync(Viewer.Operator, default, default)).Single(plan => plan.Key == "p").Id] };
}
