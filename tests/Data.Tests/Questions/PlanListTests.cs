using System.Globalization;

namespace TeamsPlanBot.Data.Tests.Questions;

public sealed class PlanListTests
{
    [StoreTheory]
    [InlineData("2012-04-19", 0)]
    [InlineData("2012-04-20", 1)]
    [InlineData("2012-04-21", 3)]
    [InlineData("2030-01-01", 5)]
    public async Task A_plan_counts_its_actions_the_complete_ones_and_the_overdue_ones(string today, int overdue)
    {
        await using var store = await SmallPlan.StoreAsync();

        var plan = Assert.Single(await store.Plans.ListAsync(Viewer.Operator, DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture), default));

        Assert.Equal(("leeds-2011", "Leeds plan"), (plan.Key, plan.Name));
        Assert.Equal((7, 1, overdue), (plan.Actions, plan.Complete, plan.Overdue));
    }

    [StoreFact]
    public async Task Plans_come_in_the_order_of_their_keys_and_count_only_their_own()
    {
        await using var store = await StoreFile.HoldingAsync("plan,action\nyork-2012,A\nyork-2012,B", "plan,action\nbath-2012,C");

        var plans = await store.Plans.ListAsync(Viewer.Operator, SmallPlan.Today, default);

        Assert.Equal([("bath-2012", 1), ("york-2012", 2)], plans.Select(plan => (plan.Key, plan.Actions)));
    }

    [StoreFact]
    public async Task An_empty_store_has_no_plans()
    {
        await using var store = await StoreFile.CreateAsync();

        Assert.Empty(await store.Plans.ListAsync(Viewer.Operator, SmallPlan.Today, default));
    }
}
