using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Calendar;

namespace TeamsPlanBot.Bot.Digests;

/// <summary>Works out when a rhythm comes next, by the clocks in London. Pure.</summary>
/// <remarks>On bank holidays what comes every day or weekday is left out; what comes less often comes on the next working day. Weekends that were asked for are kept.</remarks>
public static class Schedule
{
    // What was moved off bank holidays lies at most so far behind its own day.
    private const int LongestMove = 7;

    private const int LongestFortnight = 28;

    /// <summary>The first run after a moment in UTC; null only where it waits for a board to say when it meets.</summary>
    /// <param name="meetings">The days on which the rhythm's board meets.</param>
    public static DateTime? Next(Rhythm rhythm, DateTime after, IReadOnlyList<DateOnly> meetings)
    {
        var first = DateOnly.FromDateTime(London.Shown(after)).AddDays(-LongestMove);
        var runs = rhythm.Board is null
            ? Days(rhythm, first).Select(day => Kept(rhythm, day))
            : meetings.Order().Select(meeting => (DateOnly?)Before(meeting, rhythm.Ahead ?? 0));
        foreach (var day in runs)
        {
            if (day is { } on && London.Moment(on, rhythm.At) is var moment && moment > after)
            {
                return moment;
            }
        }

        return null;
    }

    /// <summary>The run before one: what it is to tell goes back so far, where none was told yet.</summary>
    public static DateTime Before(Rhythm rhythm, DateTime run) => run.AddDays(rhythm.Every switch
    {
        Every.Day or Every.Weekday => -1,
        Every.Week => -7,
        Every.Fortnight => -14,
        Every.Month => -31,
        _ => -92,
    });

    private static DateOnly? Kept(Rhythm rhythm, DateOnly day) =>
        WorkingDays.KindOf(day) != DayKind.BankHoliday ? day
        : rhythm.Every is Every.Day or Every.Weekday ? null
        : WorkingDays.Next(day) is WorkingDay.Found { On: var next } ? next
        : day;

    // The days of the rhythm from one on, in order and without end.
    private static IEnumerable<DateOnly> Days(Rhythm rhythm, DateOnly first) => rhythm.Every switch
    {
        Every.Day => Each(first),
        Every.Weekday => Each(first).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)),
        Every.Week => Each(first).Where(day => rhythm.Days.Contains(day.DayOfWeek)),
        Every.Fortnight => Fortnightly(rhythm, first),
        Every.Month => Months(first, 1).Select(month => In(month, rhythm)),
        _ => Months(Dates.StartOfQuarter(first), 3).Select(month => In(month, rhythm)),
    };

    private static IEnumerable<DateOnly> Each(DateOnly day)
    {
        for (; day < DateOnly.MaxValue; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    // Counted from the week in which it first came.
    private static IEnumerable<DateOnly> Fortnightly(Rhythm rhythm, DateOnly first)
    {
        var begun = rhythm.From ?? first;
        var week = Dates.StartOfWeek(Each(begun).First(day => rhythm.Days.Contains(day.DayOfWeek)));
        return Each(first).Where(day => day >= begun.AddDays(-LongestFortnight) && rhythm.Days.Contains(day.DayOfWeek) && (Dates.StartOfWeek(day).DayNumber - week.DayNumber) % 14 == 0);
    }

    private static IEnumerable<DateOnly> Months(DateOnly day, int step)
    {
        for (var month = Dates.StartOfMonth(day); month.Year < DateOnly.MaxValue.Year; month = month.AddMonths(step))
        {
            yield return month;
        }
    }

    private static DateOnly In(DateOnly month, Rhythm rhythm)
    {
        var days = DateTime.DaysInMonth(month.Year, month.Month);
        if (rhythm is not { Week: { } week, Days: [var weekday, ..] })
        {
            return month.AddDays(Math.Min(rhythm.DayOfMonth ?? 1, days) - 1);
        }

        var first = month.AddDays(((int)weekday - (int)month.DayOfWeek + 7) % 7);
        var wanted = first.AddDays(7 * (week - 1));
        return wanted.Month == month.Month ? wanted : wanted.AddDays(-7);
    }

    // So many working days ahead of a board's meeting; where bank holidays are not known, of days that are no weekend.
    private static DateOnly Before(DateOnly meeting, int workingDays)
    {
        var day = meeting;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(-1);
            left -= WorkingDays.KindOf(day) is DayKind.Working or DayKind.NotKnown ? 1 : 0;
        }

        return day;
    }
}
