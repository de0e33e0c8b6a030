using TeamsPlanBot.Bot.Digests;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Calendar;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>When digests come: at their minute by the clocks in London, through both changes of these, leap days and bank holidays.</summary>
public sealed class ScheduleTests
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2028, 12, 24);

    private static readonly TimeOnly[] Times = [new(0, 0), new(0, 59), new(1, 0), new(1, 30), new(1, 59), new(2, 0), new(9, 0), new(23, 59)];

    private static readonly Rhythm[] Shapes =
    [
        new(Every.Day, [], default),
        new(Every.Weekday, [], default),
        new(Every.Week, [DayOfWeek.Monday], default),
        new(Every.Week, [DayOfWeek.Sunday], default),
        new(Every.Week, [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Friday], default),
        new(Every.Fortnight, [DayOfWeek.Monday], default, From: First),
        new(Every.Fortnight, [DayOfWeek.Monday, DayOfWeek.Wednesday], default, From: new DateOnly(2026, 1, 13)),
        new(Every.Month, [], default, DayOfMonth: 1),
        new(Every.Month, [], default, DayOfMonth: 29),
        new(Every.Month, [], default, DayOfMonth: 31),
        new(Every.Month, [DayOfWeek.Monday], default, Week: 1),
        new(Every.Month, [DayOfWeek.Monday], default, Week: 4),
        new(Every.Month, [DayOfWeek.Friday], default, Week: 5),
        new(Every.Quarter, [], default, DayOfMonth: 1),
        new(Every.Quarter, [], default, DayOfMonth: 31),
        new(Every.Quarter, [DayOfWeek.Monday], default, Week: 1),
    ];

    public static TheoryData<int> Rhythms => [.. Enumerable.Range(0, Shapes.Length * Times.Length)];

    [Theory]
    [MemberData(nameof(Rhythms))]
    public void Over_three_years_each_run_comes_at_its_minute_once_and_none_is_lost(int number)
    {
        var rhythm = Shapes[number / Times.Length] with { At = Times[number % Times.Length] };
        var expected = Days().Where(day => IsNominal(rhythm, day)).Select(day => Moved(rhythm, day)).OfType<DateOnly>().Distinct().Where(day => day >= First).Select(day => Utc(day, rhythm.At)).ToList();

        var start = Utc(First, new TimeOnly(0, 0)).AddSeconds(-1);
        var runs = new List<DateTime>();
        for (var next = Schedule.Next(rhythm, start, []); next <= Utc(Last, new TimeOnly(23, 59)); next = Schedule.Next(rhythm, next.Value, []))
        {
            runs.Add(next!.Value);
        }

        Assert.Equal(expected.Where(moment => moment <= Utc(Last, new TimeOnly(23, 59))), runs);
    }

    // However often, and whenever between two runs, somebody asks: the next one is the same.
    [Theory]
    [MemberData(nameof(Rhythms))]
    public void Whenever_it_is_asked_between_two_runs_the_next_one_is_the_same(int number)
    {
        var rhythm = Shapes[number / Times.Length] with { At = Times[number % Times.Length] };
        var dice = new Random(number);
        var run = Schedule.Next(rhythm, Utc(First, default), [])!.Value;
        for (var asked = 0; asked < 40; asked++)
        {
            var next = Schedule.Next(rhythm, run, [])!.Value;
            Assert.Equal(next, Schedule.Next(rhythm, run + (next - run) * dice.NextDouble() * 0.999, []));
            Assert.Equal(next, Schedule.Next(rhythm, next.AddTicks(-1), []));
            run = next;
        }
    }

    [Fact]
    public void A_minute_that_the_clocks_skip_is_the_next_one_there_is_and_one_that_comes_twice_is_the_first()
    {
        var daily = new Rhythm(Every.Day, [], new TimeOnly(1, 30));
        Assert.Equal(new DateTime(2026, 3, 29, 1, 0, 0), Schedule.Next(daily, new DateTime(2026, 3, 28, 12, 0, 0, DateTimeKind.Utc), []));
        Assert.Equal(new DateTime(2026, 10, 25, 0, 30, 0), Schedule.Next(daily, new DateTime(2026, 10, 24, 12, 0, 0, DateTimeKind.Utc), []));
        Assert.Equal(new DateTime(2026, 10, 26, 1, 30, 0), Schedule.Next(daily, new DateTime(2026, 10, 25, 0, 30, 0, DateTimeKind.Utc), []));
    }

    [Fact]
    public void Nine_in_the_morning_stays_nine_in_the_morning()
    {
        var monday = new Rhythm(Every.Week, [DayOfWeek.Monday], new TimeOnly(9, 0));
        Assert.Equal(new DateTime(2026, 11, 23, 9, 0, 0), Schedule.Next(monday, new DateTime(2026, 11, 21, 23, 0, 0, DateTimeKind.Utc), []));
        Assert.Equal(new DateTime(2026, 6, 22, 8, 0, 0), Schedule.Next(monday, new DateTime(2026, 6, 21, 23, 0, 0, DateTimeKind.Utc), []));
    }

    [Fact]
    public void What_falls_on_a_bank_holiday_is_moved_or_left_out()
    {
        // Easter Monday 2026 is 6 April.
        var before = new DateTime(2026, 4, 3, 12, 0, 0, DateTimeKind.Utc);
        Assert.Equal(new DateTime(2026, 4, 7, 8, 0, 0), Schedule.Next(new Rhythm(Every.Week, [DayOfWeek.Monday], new TimeOnly(9, 0)), before, []));
        Assert.Equal(new DateTime(2026, 4, 7, 8, 0, 0), Schedule.Next(new Rhythm(Every.Weekday, [], new TimeOnly(9, 0)), before, []));
        Assert.Equal(new DateTime(2026, 4, 4, 8, 0, 0), Schedule.Next(new Rhythm(Every.Day, [], new TimeOnly(9, 0)), before, []));
    }

    [Fact]
    public void Before_a_board_working_days_are_counted_and_without_a_date_it_waits()
    {
        // Thursday 9 April 2026, after Easter: five working days before it is Tuesday 31 March.
        var board = new Rhythm(Every.Quarter, [], new TimeOnly(9, 0), Board: "Improvement Board", Ahead: 5);
        DateOnly[] meetings = [new(2026, 7, 9), new(2026, 4, 9)];
        Assert.Equal(new DateTime(2026, 3, 31, 8, 0, 0), Schedule.Next(board, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), meetings));
        Assert.Equal(new DateTime(2026, 7, 2, 8, 0, 0), Schedule.Next(board, new DateTime(2026, 3, 31, 8, 0, 0, DateTimeKind.Utc), meetings));
        Assert.Null(Schedule.Next(board, new DateTime(2026, 7, 2, 8, 0, 0, DateTimeKind.Utc), meetings));
    }

    [Fact]
    public void A_rhythm_is_kept_as_it_is()
    {
        foreach (var rhythm in Shapes.Select(shape => shape with { At = new TimeOnly(8, 30) }).Append(new Rhythm(Every.Quarter, [], new TimeOnly(9, 0), Board: "Improvement Board", Ahead: 5, BoardOf: 3)))
        {
            Assert.Equal(RhythmJson.Write(rhythm), RhythmJson.Write(RhythmJson.ReadRhythm(RhythmJson.Write(rhythm))));
        }
    }

    // What the words of a rhythm say of a day, and nothing of how the schedule goes about it.
    private static bool IsNominal(Rhythm rhythm, DateOnly day) => rhythm switch
    {
        { Every: Every.Day } => true,
        { Every: Every.Weekday } => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        { Every: Every.Week } => rhythm.Days.Contains(day.DayOfWeek),
        { Every: Every.Fortnight, From: { } from } => rhythm.Days.Contains(day.DayOfWeek) && IsEven(rhythm, from, day),
        { Every: Every.Quarter } when day.Month % 3 != 1 => false,
        { Week: 5 } => day.DayOfWeek == rhythm.Days[0] && day.AddDays(7).Month != day.Month,
        { Week: { } week } => day.DayOfWeek == rhythm.Days[0] && (day.Day + 6) / 7 == week,
        { DayOfMonth: { } wanted } => day.Day == wanted || (day.Day < wanted && day.AddDays(1).Month != day.Month),
        _ => throw new InvalidOperationException(),
    };

    private static bool IsEven(Rhythm rhythm, DateOnly from, DateOnly day)
    {
        while (!rhythm.Days.Contains(from.DayOfWeek))
        {
            from = from.AddDays(1);
        }

        return (Monday(day).DayNumber - Monday(from).DayNumber) % 14 == 0;

        static DateOnly Monday(DateOnly of) => of.DayOfWeek == DayOfWeek.Monday ? of : Monday(of.AddDays(-1));
    }

    private static DateOnly? Moved(Rhythm rhythm, DateOnly day)
    {
        if (BankHolidays.On(day) is null || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            return day;
        }

        if (rhythm.Every is Every.Day or Every.Weekday)
        {
            return null;
        }

        do
        {
            day = day.AddDays(1);
        }
        while (BankHolidays.On(day) is not null || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

        return day;
    }

    // Summer time is from one in the morning UTC on the last Sunday of March to that of October.
    private static DateTime Utc(DateOnly day, TimeOnly at)
    {
        var (begins, ends) = (LastSunday(day.Year, 3).AddHours(1), LastSunday(day.Year, 10).AddHours(1));
        var shown = day.ToDateTime(at, DateTimeKind.Utc);
        var asSummer = shown.AddHours(-1);
        return asSummer >= begins && asSummer < ends ? asSummer
            : shown >= begins && shown < begins.AddHours(1) ? begins
            : shown;
    }

    private static DateTime LastSunday(int year, int month)
    {
        var day = new DateTime(year, month, 31, 0, 0, 0, DateTimeKind.Utc);
        return day.AddDays(-(int)day.DayOfWeek);
    }

    private static IEnumerable<DateOnly> Days() => Enumerable.Range(First.AddDays(-14).DayNumber, Last.DayNumber - First.DayNumber + 28).Select(DateOnly.FromDayNumber);
}
