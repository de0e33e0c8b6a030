using TeamsPlanBot.Data.Calendar;

namespace TeamsPlanBot.Data.Tests.Calendar;

public sealed class WorkingDaysTests
{
    [Fact]
    public void A_written_statement_on_a_report_received_on_13_February_2017_is_due_on_25_May_2017() =>
        Assert.Equal(new WorkingDay.Found(new DateOnly(2017, 5, 25)), StatutoryClock.WrittenStatementDue(new DateOnly(2017, 2, 13)));

    [Theory]
    [InlineData("2013-02-15", "2013-05-30")]
    [InlineData("2020-02-03", "2020-05-14")]
    [InlineData("2022-06-13", "2022-09-21")]
    [InlineData("2023-03-01", "2023-06-14")]
    [InlineData("2017-02-11", "2017-05-24")]
    [InlineData("2017-02-12", "2017-05-24")]
    public void A_written_statement_is_due_70_working_days_after_the_report_whatever_holidays_lie_between(string received, string due) =>
        Assert.Equal(Found(due), StatutoryClock.WrittenStatementDue(Day(received)));

    [Theory]
    [InlineData("2017-04-13", 1, "2017-04-18")]
    [InlineData("2017-04-14", 1, "2017-04-18")]
    [InlineData("2017-04-15", 1, "2017-04-18")]
    [InlineData("2017-04-17", 1, "2017-04-18")]
    [InlineData("2016-12-23", 1, "2016-12-28")]
    [InlineData("2016-12-30", 1, "2017-01-03")]
    [InlineData("2012-06-01", 1, "2012-06-06")]
    [InlineData("2017-03-06", 5, "2017-03-13")]
    [InlineData("2017-03-10", 1, "2017-03-13")]
    public void Counting_leaves_out_weekends_and_bank_holidays_and_the_day_it_starts_from(string day, int count, string found) =>
        Assert.Equal(Found(found), WorkingDays.After(Day(day), count));

    [Theory]
    [InlineData("2017-04-12", "2017-04-13")]
    [InlineData("2017-04-13", "2017-04-18")]
    [InlineData("2017-04-15", "2017-04-18")]
    public void The_next_working_day_is_never_the_day_itself(string day, string next) => Assert.Equal(Found(next), WorkingDays.Next(Day(day)));

    [Theory]
    [InlineData("2017-04-13", "2017-04-13")]
    [InlineData("2017-04-14", "2017-04-18")]
    [InlineData("2017-04-16", "2017-04-18")]
    public void A_date_that_falls_on_no_working_day_moves_to_the_next(string day, string moved) => Assert.Equal(Found(moved), WorkingDays.OnOrAfter(Day(day)));

    [Theory]
    [InlineData("2017-03-06", DayKind.Working, true)]
    [InlineData("2017-03-04", DayKind.Weekend, false)]
    [InlineData("2017-03-05", DayKind.Weekend, false)]
    [InlineData("2017-04-14", DayKind.BankHoliday, false)]
    [InlineData("2017-12-25", DayKind.BankHoliday, false)]
    [InlineData("2020-05-04", DayKind.Working, true)]
    [InlineData("2011-12-30", DayKind.NotKnown, null)]
    [InlineData("2029-01-02", DayKind.NotKnown, null)]
    [InlineData("2029-01-06", DayKind.Weekend, false)]
    public void Each_day_says_what_it_is_or_that_nobody_knows(string day, DayKind kind, bool? isWorking) =>
        Assert.Equal((kind, isWorking), (WorkingDays.KindOf(Day(day)), WorkingDays.IsWorkingDay(Day(day))));

    [Theory]
    [InlineData("2028-12-29", 1)]
    [InlineData("2028-12-01", 70)]
    [InlineData("2017-02-13", int.MaxValue)]
    [InlineData("2011-12-30", 1)]
    [InlineData("0001-01-01", 70)]
    [InlineData("9999-12-31", 1)]
    public void A_count_that_leaves_the_table_says_so_and_how_far_the_table_runs(string day, int count)
    {
        var beyond = Assert.IsType<WorkingDay.BeyondTable>(WorkingDays.After(Day(day), count));

        Assert.Contains("2012 to 2028", beyond.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_working_day_of_the_table_is_still_found() => Assert.Equal(Found("2028-12-29"), WorkingDays.After(Day("2028-12-28"), 1));

    [Fact]
    public void Counting_on_by_some_days_and_then_by_others_comes_to_the_same_as_counting_all_at_once()
    {
        var random = new Random(70);
        for (var round = 0; round < 2_000; round++)
        {
            var day = new DateOnly(2012, 1, 1).AddDays(random.Next(15 * 365));
            var (some, others) = (random.Next(1, 100), random.Next(1, 100));
            var halfway = Assert.IsType<WorkingDay.Found>(WorkingDays.After(day, some)).On;

            Assert.True(WorkingDays.IsWorkingDay(halfway));
            Assert.Equal(WorkingDays.After(day, some + others), WorkingDays.After(halfway, others));
        }
    }

    private static WorkingDay Found(string day) => new WorkingDay.Found(Day(day));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
