namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A span of due dates, in words and in days; either end may be open.</summary>
internal sealed record DueSpan(string Words, DateOnly? From, DateOnly? To);

/// <summary>What people say about when something is due.</summary>
internal static class DueRules
{
    private const int Soon = 14;

    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly string[] Overdue = ["past due", "past its date", "past their date", "overdue", "over due", "late", "behind", "slipped", "missed"];

    private static readonly string[] Ahead = ["in the next", "within the next", "over the next", "within", "next"];

    private static readonly string[] Until = ["by", "before", "up to"];

    /// <summary>Finds a span of due dates in the message, if it speaks of one.</summary>
    public static DueSpan? Read(Reading reading)
    {
        if (reading.Take(Overdue))
        {
            reading.Rules.Add("overdue: not complete, due before today");
            return new DueSpan("Overdue", null, reading.Today.AddDays(-1));
        }

        var span = Within(reading) ?? UpTo(reading) ?? Calendar(reading) ?? InMonth(reading);
        if (span is null && reading.Take("due soon", "coming up", "coming due", "due shortly"))
        {
            span = new DueSpan($"due in the next {Soon} days", reading.Today, reading.Today.AddDays(Soon));
        }

        if (span is not null)
        {
            reading.Take("due");
            reading.Rules.Add($"dates: {span.Words}");
        }

        return span;
    }

    // "due in the next 3 weeks", "due within 10 days"
    private static DueSpan? Within(Reading reading)
    {
        foreach (var phrase in Ahead)
        {
            if (reading.Find(phrase) is not { } at)
            {
                continue;
            }

            var after = at + Reading.Length(phrase);
            if (Dates.Number(reading.At(after)) is not { } number || Unit(reading.At(after + 1)) is not { } unit)
            {
                continue;
            }

            reading.Place(at, after + 2 - at);
            var plural = number == 1 ? unit : $"{unit}s";
            return new DueSpan($"due in the next {(number == 1 ? plural : $"{number} {plural}")}", reading.Today, Add(reading.Today, number, unit));
        }

        return null;
    }

    private static string? Unit(string? word) => word?.TrimEnd('s') switch
    {
        "day" => "day",
        "week" or "wk" => "week",
        "fortnight" => "fortnight",
        "month" or "mth" => "month",
        _ => null,
    };

    private static DateOnly Add(DateOnly day, int number, string unit) => unit switch
    {
        "day" => day.AddDays(number),
        "week" => day.AddDays(7 * number),
        "fortnight" => day.AddDays(14 * number),
        _ => day.AddMonths(number),
    };

    private static DueSpan? Calendar(Reading reading)
    {
        var today = reading.Today;
        var week = Dates.StartOfWeek(today);
        var month = Dates.StartOfMonth(today);
        var quarter = Dates.StartOfQuarter(today);

        return reading.Take("today") ? new DueSpan("due today", today, today)
            : reading.Take("tomorrow") ? new DueSpan("due tomorrow", today.AddDays(1), today.AddDays(1))
            : reading.Take("this week") ? new DueSpan("due this week", week, week.AddDays(6))
            : reading.Take("next week") ? new DueSpan("due next week", week.AddDays(7), week.AddDays(13))
            : reading.Take("this month") ? new DueSpan("due this month", month, month.AddMonths(1).AddDays(-1))
            : reading.Take("next month") ? new DueSpan("due next month", month.AddMonths(1), month.AddMonths(2).AddDays(-1))
            : reading.Take("this quarter") ? new DueSpan("due this quarter", quarter, quarter.AddMonths(3).AddDays(-1))
            : reading.Take("next quarter") ? new DueSpan("due next quarter", quarter.AddMonths(3), quarter.AddMonths(6).AddDays(-1))
            : null;
    }

    // "due by 31 March 2017", "due before the end of May", "by Friday"
    private static DueSpan? UpTo(Reading reading)
    {
        foreach (var phrase in Until)
        {
            if (reading.Find(phrase) is not { } at)
            {
                continue;
            }

            var start = at + Reading.Length(phrase);
            var after = start;
            after += reading.At(after) == "the" ? 1 : 0;
            var toTheEnd = reading.At(after) == "end" && reading.At(after + 1) == "of";
            after += toTheEnd ? 2 : 0;
            after += reading.At(after) == "the" ? 1 : 0;
            if ((Day(reading, after, toTheEnd) ?? SpanAt(reading, after)) is not var (first, last, length))
            {
                continue;
            }

            reading.Place(at, after + length - at);
            return phrase == "before" && !toTheEnd
                ? new DueSpan($"due before {Dates.InWords(first)}", null, first.AddDays(-1))
                : new DueSpan($"due by {Dates.InWords(last)}", null, last);
        }

        return null;
    }

    // A day of the week is the next one; a week, month or quarter has its first and its last day.
    private static (DateOnly First, DateOnly Last, int Length)? SpanAt(Reading reading, int at)
    {
        var today = reading.Today;
        if (Array.IndexOf(Weekdays, reading.At(at)) is >= 0 and var weekday)
        {
            var day = today.AddDays((weekday - (int)today.DayOfWeek + 7) % 7);
            return (day, day, 1);
        }

        var next = reading.At(at) == "next" ? 1 : 0;
        var words = reading.At(at) is "next" or "this" ? 2 : 1;
        (DateOnly First, DateOnly Last)? span = reading.At(at + words - 1) switch
        {
            "today" => (today, today),
            "tomorrow" => (today.AddDays(1), today.AddDays(1)),
            "week" => (Dates.StartOfWeek(today).AddDays(7 * next), Dates.StartOfWeek(today).AddDays((7 * next) + 6)),
            "month" => (Dates.StartOfMonth(today).AddMonths(next), Dates.StartOfMonth(today).AddMonths(next + 1).AddDays(-1)),
            "quarter" => (Dates.StartOfQuarter(today).AddMonths(3 * next), Dates.StartOfQuarter(today).AddMonths(3 * (next + 1)).AddDays(-1)),
            _ => null,
        };
        return span is var (first, last) ? (first, last, words) : null;
    }

    private static (DateOnly First, DateOnly Last, int Length)? Day(Reading reading, int at, bool toTheEnd)
    {
        if (!toTheEnd && Dates.DayOfMonth(reading.At(at)) is { } day)
        {
            if (Dates.Number(reading.At(at + 1)) is <= 12 and var figure && Dates.Year(reading.At(at + 2)) is { } inYear && day <= DateTime.DaysInMonth(inYear, figure))
            {
                var figures = new DateOnly(inYear, figure, day);
                return (figures, figures, 3);
            }

            var of = reading.At(at + 1) == "of" ? 1 : 0;
            if (Dates.Month(reading.At(at + 1 + of)) is not { } month)
            {
                return null;
            }

            var given = Dates.Year(reading.At(at + 2 + of));
            var year = given ?? reading.Today.Year;
            if (day > DateTime.DaysInMonth(year, month))
            {
                return null;
            }

            var date = new DateOnly(year, month, day);
            var meant = given is null && date < reading.Today ? date.AddYears(1) : date;
            return (meant, meant, (given is null ? 2 : 3) + of);
        }

        return MonthAt(reading, at, past: false) is var (y, m, length) ? (new DateOnly(y, m, 1), Dates.LastOf(y, m), length) : null;
    }

    // "due in March" is the March to come; "was due in March" the last one.
    private static DueSpan? InMonth(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (reading.At(at) is not ("in" or "during" or "for") || MonthAt(reading, at + 1, reading.Find("was due") is not null || reading.Find("were due") is not null) is not var (year, month, length))
            {
                continue;
            }

            reading.Place(at, length + 1);
            var first = new DateOnly(year, month, 1);
            return new DueSpan($"due in {first.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}", first, Dates.LastOf(year, month));
        }

        return null;
    }

    private static (int Year, int Month, int Length)? MonthAt(Reading reading, int at, bool past)
    {
        if (Dates.Month(reading.At(at)) is not { } month)
        {
            return null;
        }

        if (Dates.Year(reading.At(at + 1)) is { } year)
        {
            return (year, month, 2);
        }

        var today = reading.Today;
        return past ? (month <= today.Month ? today.Year : today.Year - 1, month, 1) : (month < today.Month ? today.Year + 1 : today.Year, month, 1);
    }
}
