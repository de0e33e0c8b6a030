using System.Globalization;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Days written in figures, the day first: "30/6", "30.06.2017", "2017-06-30".</summary>
internal static class DaysInFigures
{
    /// <summary>Whether a word has the looks of "30.6" or "4.3".</summary>
    public static bool IsDotted(string word) => word.Contains('.', StringComparison.Ordinal) && char.IsAsciiDigit(word[0]);

    public static SaidDay? At(Reading reading, int at, DateOnly today, bool past)
    {
        if (reading.At(at) is not { Length: > 0 } word || !char.IsAsciiDigit(word[0]))
        {
            return null;
        }

        Span<int> parts = stackalloc int[3];
        Span<int> figures = stackalloc int[3];
        var (count, length, mark) = Cut(reading, at, parts, figures);
        return count switch
        {
            3 when figures[0] == 4 && figures[1] <= 2 && figures[2] <= 2 => In(at, length, parts[0], parts[1], parts[2]),
            3 when figures[0] <= 2 && figures[1] <= 2 && figures[2] is 2 or 4 => In(at, length, figures[2] == 2 ? Century(parts[2]) : parts[2], parts[1], parts[0]),
            2 when mark != '-' && figures[0] <= 2 && figures[1] == 4 && parts[0] is >= 1 and <= 12 && Dates.Year(parts[1]) is { } year => Month(at, length, year, parts[0]),
            2 when mark is '/' or '.' && figures[0] <= 2 && figures[1] <= 2 => WithoutYear(at, length, parts[1], parts[0], today, past),
            _ => null,
        };
    }

    /// <summary>The year that a financial year begins in, and how many words it took: "2013/14", "2013-2014", "13/14".</summary>
    public static (int Year, int Length) FinancialYear(Reading reading, int at)
    {
        if (reading.At(at) is not { Length: 2 or 4 } first || reading.At(at + 1) is not { Length: 2 or 4 } second || Glue.Between(reading, at) is not ('/' or '-' or '~')
            || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from) || !int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var to))
        {
            return default;
        }

        var year = first.Length == 4 ? Dates.Year(from) : Century(from);
        return year is { } begins && (begins + 1) % 100 == to % 100 && (second.Length == 2 || to == begins + 1) ? (begins, 2) : default;
    }

    /// <summary>This day of this year, or why there is none.</summary>
    public static SaidDay In(int at, int length, int year, int month, int day)
    {
        if (Dates.Year(year) is null)
        {
            return Not(at, length, $"No plan reaches the year {year}: please give the day again, for example “30 June 2017”.");
        }

        if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
        {
            var date = new DateOnly(year, month, day);
            return new SaidDay(at, length, date, date, date, Dates.InWords(date));
        }

        return NoDay(at, length, month, day, year);
    }

    /// <summary>The next such day, or the last one.</summary>
    public static SaidDay WithoutYear(int at, int length, int month, int day, DateOnly today, bool past)
    {
        if (month is < 1 or > 12)
        {
            return NoDay(at, length, month, day, null);
        }

        var isGone = month < today.Month || (month == today.Month && day < today.Day);
        var isToCome = month > today.Month || (month == today.Month && day > today.Day);
        return In(at, length, today.Year + (past ? (isToCome ? -1 : 0) : isGone ? 1 : 0), month, day);
    }

    private static SaidDay NoDay(int at, int length, int month, int day, int? year)
    {
        if (month is < 1 or > 12)
        {
            return day is >= 1 and <= 12 && month is >= 1 and <= 31
                ? Not(at, length, $"There is no month {month}. Days come first here: did you mean {month} {TimeWords.MonthName(day)}?", $"{month} {TimeWords.MonthName(day)}{(year is null ? "" : $" {year}")}")
                : Not(at, length, $"There is no month {month}: please give the day again, for example “30 June”.");
        }

        var name = TimeWords.MonthName(month);
        var days = month == 2 && year is { } known ? DateTime.DaysInMonth(known, 2) : DateTime.DaysInMonth(2001, month);
        var of = month == 2 && year is not null ? $"{name} {year}" : name;
        return Not(at, length, $"There is no {day} {of}: {of} has {days} days.", $"{days} {name}{(year is null ? "" : $" {year}")}");
    }

    private static SaidDay Not(int at, int length, string sentence, params string[] instead) => new(at, length, default, default, default, "", new DayProblem(sentence, instead));

    private static SaidDay Month(int at, int length, int year, int month)
    {
        var last = Dates.LastOf(year, month);
        return new SaidDay(at, length, new DateOnly(year, month, 1), last, last, $"{TimeWords.MonthName(month)} {year}");
    }

    private static int Century(int twoFigures) => twoFigures >= 90 ? 1900 + twoFigures : 2000 + twoFigures;

    // The figures of a date may be one word (30.6) or several (30/6/17), and the mark between them is the same.
    private static (int Count, int Length, char Mark) Cut(Reading reading, int at, Span<int> parts, Span<int> figures)
    {
        var word = reading.At(at)!;
        if (IsDotted(word))
        {
            if (reading.At(at + 1) is "per" or "percent" || (reading.Words[at].End < reading.Text.Length && reading.Text[reading.Words[at].End] == '%'))
            {
                return default;
            }

            var count = 0;
            foreach (var range in word.AsSpan().Split('.'))
            {
                var part = word.AsSpan(range);
                if (count == 3 || part.Length is 0 or > 4 || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out parts[count]))
                {
                    return default;
                }

                figures[count++] = part.Length;
            }

            return (count, 1, '.');
        }

        var mark = Glue.Between(reading, at);
        if (mark is not ('/' or '-' or '.'))
        {
            return default;
        }

        var length = 0;
        while (length < 3 && reading.At(at + length) is { Length: >= 1 and <= 4 } next && int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out parts[length]))
        {
            figures[length] = next.Length;
            length++;
            if (Glue.Between(reading, at + length - 1) != mark)
            {
                break;
            }
        }

        return (length, length, mark);
    }
}
