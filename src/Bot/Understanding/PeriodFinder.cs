using TeamsPlanBot.Data.Figures;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Finds the period that a figure is of, as a person writes it in the middle of a message.</summary>
internal static class PeriodFinder
{
    private const int LongestPeriod = 8;

    /// <summary>The longest run of free words that can be read as a period.</summary>
    public static (Period Period, int Start, int Count)? Find(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (!MayBegin(reading.At(at)))
            {
                continue;
            }

            for (var count = Math.Min(LongestPeriod, FreeFrom(reading, at)); count > 0; count--)
            {
                if (IsBareNumber(reading, at, count) || Period.Read(Written(reading, at, count)) is not { } period)
                {
                    continue;
                }

                return (period, at, count);
            }

            if (Spoken(reading, at) is { } spoken)
            {
                return spoken;
            }
        }

        return null;
    }

    /// <summary>A month or quarter that is said without its year, where it stands.</summary>
    public static int? WithoutYear(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (Dates.Month(reading.At(at)) is not null || IsQuarter(reading.At(at)))
            {
                return at;
            }
        }

        return null;
    }

    public static bool IsQuarter(string? word) => word is "q1" or "q2" or "q3" or "q4";

    // As it was typed, but for a month with a slip in it.
    private static string Written(Reading reading, int at, int count)
    {
        var start = reading.Words[at].Start;
        var text = reading.Text[start..reading.Words[at + count - 1].End];
        foreach (var word in reading.Words[at..(at + count)])
        {
            if (Dates.Month(word.Plain) is not null && !word.Typed.Equals(word.Plain, StringComparison.OrdinalIgnoreCase))
            {
                text = text.Replace(word.Typed, word.Plain, StringComparison.Ordinal);
            }
        }

        return text;
    }

    // "last month", "this quarter", "today"; which year "last year" is, nobody can say.
    private static (Period, int, int)? Spoken(Reading reading, int at)
    {
        var today = reading.Today;
        var month = Dates.StartOfMonth(today);
        var quarter = Dates.StartOfQuarter(today);
        return (reading.At(at), reading.At(at + 1)) switch
        {
            ("last" or "previous", "month") => (Period.Of(month.AddMonths(-1), month.AddDays(-1)), at, 2),
            ("this", "month") => (Period.Of(month, month.AddMonths(1).AddDays(-1)), at, 2),
            ("last" or "previous", "quarter") => (Period.Of(quarter.AddMonths(-3), quarter.AddDays(-1)), at, 2),
            ("this", "quarter") => (Period.Of(quarter, quarter.AddMonths(3).AddDays(-1)), at, 2),
            ("today", _) => (Period.Day(today), at, 1),
            ("yesterday", _) => (Period.Day(today.AddDays(-1)), at, 1),
            _ => null,
        };
    }

    private static bool MayBegin(string? word) => word is not null
        && (IsQuarter(word) || Dates.Month(word) is not null || Dates.Year(word) is not null || word is "year" or "quarter" or "fy" or "last" or "this" or "previous" or "today" or "yesterday" || Dates.DayOfMonth(word) is not null);

    // A day's number by itself is no period, and a bare year is one only if it is one of now.
    private static bool IsBareNumber(Reading reading, int at, int count) => count == 1 && reading.At(at) is { } word && char.IsAsciiDigit(word[0]) && Dates.Year(word) is null;

    private static int FreeFrom(Reading reading, int at)
    {
        var count = 0;
        while (reading.IsFree(at + count))
        {
            count++;
        }

        return count;
    }
}
