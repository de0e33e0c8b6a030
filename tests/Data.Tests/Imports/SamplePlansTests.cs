using Microsoft.EntityFrameworkCore;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class SamplePlansTests
{
    [Fact]
    public async Task Leicestershire_has_28_requirements()
    {
        await using var store = await StoreFile.CreateAsync();

        var plan = Assert.Single((await store.ImportAsync(Samples.Leicestershire)).Plans);

        Assert.Equal("Leicestershire children's services action plan 2017-2020", plan.Name);
        Assert.True(plan.IsNew);
        Assert.Equal((28, 0, 0), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Equal(0, await SubActionsAsync(store));
    }

    [Fact]
    public async Task Somerset_has_28_rows_and_11_sub_actions()
    {
        await using var store = await StoreFile.CreateAsync();

        var plan = Assert.Single((await store.ImportAsync(Samples.Somerset)).Plans);

        Assert.Equal("Somerset improvement programme 6, 2018/19", plan.Name);
        Assert.Equal((28 + 11, 0, 0), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Equal(11, await SubActionsAsync(store));
    }

    [Theory]
    [InlineData("leicestershire-2017", 28)]
    [InlineData("somerset-2018", 39)]
    public async Task Importing_a_sample_a_second_time_changes_nothing(string sample, int actions)
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Read(sample));
        var before = await store.ExportAsync();

        var plan = Assert.Single((await store.ImportAsync(Samples.Read(sample))).Plans);

        Assert.False(plan.IsNew);
        Assert.Equal((0, 0, actions), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Empty(plan.LeftOut);
        Assert.Equal(before, await store.ExportAsync());
    }

    [Fact]
    public async Task Both_samples_stand_side_by_side()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Somerset, Samples.Leicestershire);

        var plans = await store.Plans.ListAsync(Viewer.Operator, new DateOnly(2017, 4, 20), default);

        Assert.Equal([("leicestershire-2017", 28), ("somerset-2018", 39)], plans.Select(plan => (plan.Key, plan.Actions)));
    }

    [Fact]
    public async Task An_action_is_kept_as_the_plan_says_it()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Leicestershire);

        var action = await store.FindAsync("2.5");

        Assert.Equal("2. Practice Excellence", action.Section);
        Assert.Equal("Raise assessment, planning and recording quality through reflective, challenging supervision", action.Line.Title);
        Assert.Equal(
            ["Head of Service, Children in Care", "Head of Service, Children's Social Care Field Work", "Head of SEND", "AD, Children's Social Care"],
            action.Line.Leads);
        Assert.Equal("March/April 17 March 2017", action.Line.Timescale);
        Assert.Equal(new DateOnly(2017, 4, 30), action.Line.Due);
        Assert.Equal(
            [(new DateOnly(2017, 3, 31), "March 2017, and earlier date of March/April 17"), (new DateOnly(2017, 4, 30), "later date of March/April 17")],
            action.Milestones.Select(milestone => (milestone.On, milestone.Words)));
        Assert.Equal(["2", "6", "17"], action.Recommendations);
        Assert.StartsWith("Managers report monthly on supervision held.", Assert.Single(action.Progress).Text, StringComparison.Ordinal);
    }

    private static async Task<int> SubActionsAsync(StoreFile file)
    {
        await using var store = file.Stores.Open();
        return await store.Actions.CountAsync(action => action.Parent != null);
    }
}
