using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

public sealed class GuestTests
{
    // Bearing the name of a lead opens nothing.
    private static readonly Viewer Guest = new("Jo Hill", "jo@elsewhere.example", IsGuest: true);

    [StoreFact]
    public async Task A_guest_sees_no_actions_and_not_how_many_there_are()
    {
        await using var store = await SmallPlan.StoreAsync();
        int[] jo = [await store.IdOfAsync(NameKind.Lead, "Jo Hill")];
        int[] leeds = [await store.IdOfAsync(NameKind.Plan, "leeds-2011")];

        foreach (var asked in new[] { new ActionQuestion(), SmallPlan.Overdue, new() { Leads = jo }, new() { Plans = leeds }, new() { Words = "calls" } })
        {
            var page = await store.Actions.ListAsync(Guest, asked, 0, 1, default);
            Assert.Equal((0, 0), (page.Total, page.Items.Count));
            Assert.Equal(0, (await store.Actions.ListAsync(Guest, asked, 1, 1, default)).Total);
        }
    }

    [StoreFact]
    public async Task A_guest_finds_no_action_by_its_reference()
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Empty(await store.Actions.FindAsync(Guest, "1.1", [], default));
        Assert.Empty(await store.Actions.FindAsync(Guest, "1.1", [await store.IdOfAsync(NameKind.Plan, "leeds-2011")], default));
    }

    [StoreFact]
    public async Task A_guest_sees_no_plans()
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Empty(await store.Plans.ListAsync(Guest, SmallPlan.Today, default));
    }

    [StoreFact]
    public async Task A_guest_learns_no_names()
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Empty(await store.Plans.NamesAsync(Guest, default));
    }

    [StoreFact]
    public async Task A_colleague_sees_the_same_as_the_operator()
    {
        await using var store = await SmallPlan.StoreAsync();
        var colleague = new Viewer("Jo Hill", "jo@leeds.example", IsGuest: false);

        Assert.Equal(7, (await store.Actions.ListAsync(colleague, new ActionQuestion(), 0, 10, default)).Total);
        Assert.Single(await store.Actions.FindAsync(colleague, "1.1", [], default));
        Assert.Single(await store.Plans.ListAsync(colleague, SmallPlan.Today, default));
        Assert.Equal(await store.Plans.NamesAsync(Viewer.Operator, default), await store.Plans.NamesAsync(colleague, default));
    }
}
