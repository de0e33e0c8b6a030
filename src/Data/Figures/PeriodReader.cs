using TeamsPlanBot.Data.Timescales;

namespace TeamsPlanBot.Data.Figures;

/// <summary>Reads a period as a person writes it. All of the words must be understood: a figure of another time would be a wrong figure.</summary>
internal sealed class PeriodReader
{
    private const int LongestWords = 200;

    private static readonly string[] Before = ["the", "as", "at", "on", "in", "for", "during", "from", "between", "of", "period", "financial", "calendar", "fy"];

    private readonly PlanWords words;
    private readonly PlanYears years;
    private readonly Func<int, (Period? Period, int End)>[] readings;

    private PeriodReader(string text)
    {
        words = new PlanWords(text);
        years = new PlanYears(words);
        readings = [YearEnding, QuarterFirst, MarkedDate, DayOfMonth, Month, Year];
    }

    public static Period? Read(string? text) => text is null or { Length: > LongestWords } ? null : new PeriodReader(text.Trim()).Whole();

    private Period? Whole()
    {
        var (first, end) = One(Led(0));
        if (first is not null && end == words.Count)
        {
            return first;
        }

        var isJoined = words[end].Is("to", "until", "till", "-") || (words[end].Is("and") && words[0].Is("between"));
        var (last, close) = isJoined ? One(Led(end + 1)) : (null, end);
        if (last is null || close < words.Count)
        {
            return null;
        }

        first ??= WithoutYear(Led(0), end, last);
        return first is not null && first.Start <= last.Start && first.End <= last.End ? Period.Of(first.Start, last.End) : null;
    }

    private int Led(int at)
    {
        while (words[at].Is(Before) || (words[at].Is("year") && years.At(at + 1).Year is not null))
        {
            at++;
        }

        return at;
    }

    private (Period? Period, int End) One(int at)
    {
        foreach (var reading in readings)
        {
            if (reading(at) is { Period: not null } read)
            {
                return read;
            }
        }

        // The first of "April to June 2013" or "1 to 30 June 2013" has no year, or not even a month.
        var end = words[at].IsNumber ? at + 1 : at;
        return (null, PlanPeriod.MonthNamed(words[end]) > 0 ? end + 1 : end);
    }

    private Period? WithoutYear(int at, int end, Period last) => (end - at, PlanPeriod.MonthNamed(words[end - 1])) switch
    {
        (1, > 0 and var month) => Period.Month(last.End.Year, month),
        (1, _) when words[at].IsNumber && last.Kind == PeriodKind.Day => RealDay(words[at].Value, last.End.Month, last.End.Year),
        (2, > 0 and var month) => RealDay(words[at].Value, month, last.End.Year),
        _ => null,
    };

    private (Period?, int) YearEnding(int at)
    {
        var isNamed = words[at].Is("year") && words[at + 1].Is("ending", "ended", "to");
        var (last, end) = isNamed ? One(at + 2) : (null, at);
        return last is { Kind: PeriodKind.Day or PeriodKind.Month } ? (Period.Of(last.End.AddDays(1).AddYears(-1), last.End), end) : (null, at);
    }

    // "Q2 2013/14" and "2013/14 Q2"; of "Q4 2013" nobody can say which year's it is.
    private (Period?, int) QuarterFirst(int at)
    {
        var first = years.At(at);
        var (quarter, end) = years.QuarterNamed(first.Year is null ? at : words[first.End].Is(",") ? first.End + 1 : first.End);
        if (quarter == 0)
        {
            return (null, at);
        }

        var year = first.Year is null ? years.After(words[end].Is("of", ",") ? end + 1 : end, afterDay: false) : first with { End = end };
        return year.Year is { } named && (named.IsFinancial || quarter < 4) ? (Period.Quarter(named.Year, quarter), year.End) : (null, at);
    }

    private (Period?, int) MarkedDate(int at)
    {
        var (mark, second) = (words[at + 1], words[at + 3]);
        if (!mark.Is("/", "-", ".") || !words.IsGlued(at + 1))
        {
            return (null, at);
        }

        if (second.Text == mark.Text && words.IsGlued(at + 3))
        {
            var (day, year) = words[at].Digits == 4 ? (words[at + 4], words[at]) : (words[at], words[at + 4]);
            return PlanYears.Named(year) is { } named && day.Digits is 1 or 2 && words[at + 2].Digits is 1 or 2
                ? (RealDay(day.Value, words[at + 2].Value, named.Year), at + 5)
                : (null, at);
        }

        var (month, whole) = words[at].Digits == 4 ? (words[at + 2], words[at]) : (words[at], words[at + 2]);
        var isMonth = month.Digits == 2 || (month.Digits == 1 && whole.Start > month.Start);
        return years.At(at).Year is { IsFinancial: true } || !isMonth || !PlanYears.IsFull(whole) || month.Value is < 1 or > 12 ? (null, at)
            : (Period.Month(whole.Value, month.Value), at + 3);
    }

    private (Period?, int) DayOfMonth(int at)
    {
        var monthAt = words[at + 1].Is("of") || (words[at + 1].Is("-") && words.IsGlued(at + 1)) ? at + 2 : at + 1;
        var month = PlanPeriod.MonthNamed(words[monthAt]);
        var year = years.After(monthAt + 1, afterDay: true);
        return words[at].Digits is 1 or 2 && month > 0 && year.Year is { IsFinancial: false } named ? (RealDay(words[at].Value, month, named.Year), year.End) : (null, at);
    }

    private (Period?, int) Month(int at)
    {
        var month = PlanPeriod.MonthNamed(words[at]);
        var year = years.After(at + 1, afterDay: false);
        return month > 0 && year.Year is { } named ? (Period.Month(named.IsFinancial && month < 4 ? named.Year + 1 : named.Year, month), year.End) : (null, at);
    }

    private (Period?, int) Year(int at)
    {
        var read = years.At(at);
        return read.Year is not { } year ? (null, at)
            : year.IsFinancial ? (Period.FinancialYear(year.Year), read.End)
            : (Period.CalendarYear(year.Year), read.End);
    }

    private static Period? RealDay(int day, int month, int year) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? Period.Day(new DateOnly(year, month, day)) : null;
}
