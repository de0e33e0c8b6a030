using System.Globalization;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

public sealed class DueTests
{
    [StoreFact]
    public async Task What_was_due_yesterday_is_overdue_and_what_is_due_today_is_not()
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal("1.1", await store.RefsAsync(SmallPlan.Overdue));
    }

    [StoreFact]
    public async Task On_the_next_day_what_was_due_today_is_overdue()
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal("1.1 3.1 1.2", await store.RefsAsync(SmallPlan.Overdue with { DueTo = SmallPlan.Today }));
    }

    [StoreTheory]
    [InlineData("2012-04-20", "2012-04-30", "3.1 1.2 1.2a")]
    [InlineData("2012-04-21", "2012-04-30", "1.2a")]
    [InlineData("2012-04-20", "2012-04-29", "3.1 1.2")]
    [InlineData("2012-04-20", "2012-04-20", "3.1 1.2")]
    [InlineData("2012-04-21", "2012-04-29", "")]
    [InlineData("2012-04-30", "2012-04-20", "")]
    public async Task Both_ends_of_a_span_belong_to_it(string from, string to, string refs)
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal(refs, await store.RefsAsync(new ActionQuestion { DueFrom = Day(from), DueTo = Day(to) }));
    }

    [StoreFact]
    public async Task A_span_may_be_open_at_one_end()
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal("1.2a 2.1", await store.RefsAsync(new ActionQuestion { DueFrom = new DateOnly(2012, 4, 30) }));
        Assert.Equal("1.1 2.3", await store.RefsAsync(new ActionQuestion { DueTo = SmallPlan.Yesterday }));
    }

    [StoreFact]
    public async Task No_date_gives_those_without_one()
    {
        await using var store = await SmallPlan.StoreAsync();

        Assert.Equal("2.2", await store.RefsAsync(new ActionQuestion { NoDate = true }));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
