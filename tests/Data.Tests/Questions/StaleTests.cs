using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

public sealed class StaleTests
{
    private static readonly DateOnly FourWeeksAgo = SmallPlan.Today.AddDays(-28);

    [StoreFact]
    public async Task The_boundary_day_itself_is_not_stale_but_the_day_before_it_is()
    {
        await using var store = await SmallPlan.StoreAsync();
        var updated = new ActionQuestion { Recommendation = "4", NoProgressSince = FourWeeksAgo };

        Assert.Equal(new DateOnly(2012, 3, 23), FourWeeksAgo);
        Assert.Equal("1.1", await store.RefsAsync(updated));
        Assert.Equal("", await store.RefsAsync(updated with { NoProgressSince = FourWeeksAgo.AddDays(-1) }));
        Assert.Equal("1.1 1.2", await store.RefsAsync(updated with { NoProgressSince = FourWeeksAgo.AddDays(1) }));
    }

    [StoreFact]
    public async Task What_was_never_updated_is_stale_and_words_without_a_day_do_not_help()
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal("1.1 3.1 1.2a 2.1 2.2", await store.RefsAsync(new ActionQuestion { State = StateAsked.Open, NoProgressSince = FourWeeksAgo }));
    }

    [StoreFact]
    public async Task The_latest_day_counts_even_when_an_older_one_is_imported_after_it()
    {
        await using var store = await StoreFile.HoldingAsync(
            "plan,ref,action,progress,progress on\np,1.1,A,Newer words.,2012-04-10",
            "plan,ref,action,progress,progress on\np,1.1,A,Older words.,2012-01-10");

        Assert.Equal("", await store.RefsAsync(new ActionQuestion { NoProgressSince = FourWeeksAgo }));
    }
}
