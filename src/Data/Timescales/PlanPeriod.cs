namespace TeamsPlanBot.Data.Timescales;

internal enum Placing { Whole, Start, Early, Mid, Before }

internal readonly record struct NamedYear(int Year, bool IsFinancial);

/// <summary>A year that was looked for, the first word after it, and whether it could have meant two things.</summary>
internal readonly record struct YearRead(NamedYear? Year, int End, bool IsMuddled = false);

/// <summary>A day, month, season, quarter or year as a plan names it, before it is known which year is meant.</summary>
internal readonly record struct PlanPeriod(TimescaleKind Kind, int LastMonth, int Months, int DayOfMonth = 0)
{
    private const int FinancialYearEnds = 3;
    private const int LastYear = 9998;
    private const int LeapYear = 2000;

    private static readonly string[] MonthNames =
    [
        "", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    public static int MonthNamed(PlanWord word) => !word.IsWord ? 0
        : word.Text == "sept" ? 9
        : Math.Max(0, Array.FindIndex(MonthNames, name => name == word.Text || (word.Text.Length == 3 && name.StartsWith(word.Text, StringComparison.Ordinal))));

    public static int SeasonNamed(PlanWord word) => !word.IsWord ? 0 : word.Text switch
    {
        "spring" => 5,
        "summer" => 8,
        "autumn" => 11,
        "winter" => 2,
        _ => 0,
    };

    public static PlanPeriod Day(int day, int month) => new(TimescaleKind.Day, month, 1, day);

    public static PlanPeriod Month(int month) => new(TimescaleKind.Month, month, 1);

    public static PlanPeriod Season(int lastMonth) => new(TimescaleKind.Season, lastMonth, 3);

    public static PlanPeriod Quarter(int quarter) => new(TimescaleKind.Quarter, quarter == 4 ? FinancialYearEnds : (quarter + 1) * 3, 3);

    public static PlanPeriod Year(bool isFinancial) => new(TimescaleKind.Year, isFinancial ? FinancialYearEnds : 12, 12);

    public static bool IsReal(int day, int month, NamedYear? year) => month is >= 1 and <= 12 && day >= 1
        && (year is { } named ? day <= 31 && Day(day, month).In(named, Placing.Whole) is not null : day <= DateTime.DaysInMonth(LeapYear, month));

    /// <summary>The last day of the period in the year that the plan names, if there is one.</summary>
    public DateOnly? In(NamedYear year, Placing placing)
    {
        if (year.IsFinancial)
        {
            return Closing(LastMonth > FinancialYearEnds ? year.Year : year.Year + 1, placing);
        }

        var isFourthQuarter = Kind == TimescaleKind.Quarter && LastMonth == FinancialYearEnds;
        var isWinter = Kind == TimescaleKind.Season && LastMonth == 2;
        // "Q4 2013" may be meant for March 2013 or for March 2014.
        return isFourthQuarter ? null : Closing(isWinter ? year.Year + 1 : year.Year, placing);
    }

    public DateOnly? LastUntil(DateOnly bound, Placing placing) =>
        Closing(bound.Year, placing) is { } same && same <= bound ? same : Closing(bound.Year - 1, placing);

    public DateOnly? FirstFrom(DateOnly bound, Placing placing) =>
        Closing(bound.Year, placing) is { } same && same >= bound ? same : Closing(bound.Year + 1, placing);

    private DateOnly? Closing(int year, Placing placing)
    {
        if (year is < 2 or > LastYear)
        {
            return null;
        }

        if (Kind == TimescaleKind.Day)
        {
            return DayOfMonth > DateTime.DaysInMonth(year, LastMonth) ? null
                : new DateOnly(year, LastMonth, DayOfMonth).AddDays(placing == Placing.Before ? -1 : 0);
        }

        var last = new DateOnly(year, LastMonth, 1);
        return (placing, Months) switch
        {
            // A month, a quarter and a financial year begin on a day; a season and a calendar year begin as early as "early" is.
            (Placing.Start, _) when BeginsOnDay => last.AddMonths(1 - Months),
            (Placing.Start, 3) => EndOf(last.AddMonths(-2)),
            (Placing.Start, _) => EndOf(last.AddMonths(-9)),
            (Placing.Early, 1) => last.AddDays(9),
            (Placing.Mid, 1) => last.AddDays(14),
            (Placing.Early, 3) => EndOf(last.AddMonths(-2)),
            (Placing.Mid, 3) => last.AddMonths(-1).AddDays(14),
            (Placing.Early, _) => EndOf(last.AddMonths(-9)),
            (Placing.Mid, _) => EndOf(last.AddMonths(-6)),
            (Placing.Before, _) => last.AddMonths(1 - Months).AddDays(-1),
            _ => EndOf(last),
        };
    }

    private bool BeginsOnDay => Kind is TimescaleKind.Month or TimescaleKind.Quarter || (Kind == TimescaleKind.Year && LastMonth == FinancialYearEnds);

    private static DateOnly EndOf(DateOnly first) => first.AddMonths(1).AddDays(-1);
}

/// <summary>Reads the years, and the quarters of years, that stand in a plan's words.</summary>
internal sealed class PlanYears(PlanWords words)
{
    // Of "99", nobody can say which century is meant.
    private const int LastShort = 59;

    private static readonly string[] Ordered = ["", "first", "second", "third", "fourth"];

    public static bool IsFull(PlanWord word) => word.Digits == 4 && word.Value is >= 1900 and <= 2099;

    public static NamedYear? Named(PlanWord word) =>
        IsFull(word) ? new(word.Value, false) : word.Digits == 2 && word.Value <= LastShort ? new(2000 + word.Value, false) : null;

    /// <summary>True for a number that goes on from the one before it, as in "1.10.3".</summary>
    public bool GoesOn(int at) => words[at].IsNumber && words[at - 2].IsNumber && words.IsGlued(at - 1)
        && (words[at - 1].Is(".", "/") || (words[at - 1].Is("-") && words[at - 2].Digits <= 2));

    /// <summary>A year written in full, alone or as one financial year.</summary>
    public YearRead At(int at)
    {
        if (!IsFull(words[at]))
        {
            return new(null, at);
        }

        var (year, second) = (words[at].Value, words[at + 2]);
        var isGlued = words.IsGlued(at + 1);
        var isDayOfNextDate = PlanPeriod.MonthNamed(words[at + 3]) > 0 && !(isGlued && words[at + 1].Is("/", "~"));
        if (words[at + 1].Is("/", "-", "~") && second.Digits is 2 or 4 && !isDayOfNextDate)
        {
            if (second.Value == (second.Digits == 4 ? year + 1 : (year + 1) % 100))
            {
                return new(new(year, true), at + 3);
            }

            if (isGlued && second.Digits == 2)
            {
                return new(null, at + 3, IsMuddled: true);
            }
        }

        return new(new(year, false), at + 1);
    }

    /// <summary>True for a year that does not end in March or December, or whose month comes after it.</summary>
    public bool IsOfAnotherCalendar(int at, YearRead read)
    {
        var namedAt = words[at - 1].Is("year") ? at - 2 : at - 1;
        return words[namedAt].Is("academic", "school") || words[read.End].Is("academic", "school")
            || (read.Year is { IsFinancial: false } && (words[at - 1].Is("year", "financial")
                || (PlanPeriod.MonthNamed(words[read.End]) > 0 && After(read.End + 1, afterDay: false).Year is null)));
    }

    // A number may belong to what stands before it: "Working Together 2015", "Septemeber 2018", "Period 3 2017/18".
    public bool StandsAlone(int at, NamedYear year) => words[at - 1] switch
    {
        { IsNumber: true } before => before.Digits == 4,
        { IsWord: true } before => year.IsFinancial || before.Is(PlanWords.LeadIns),
        { IsMark: true } before => !(before.Is("/", ".", "-") && words.IsGlued(at - 1)) || words[at - 2].Digits == 4 || words[at - 2].Is(PlanWords.LeadIns),
        _ => true,
    };

    /// <summary>True for "2013-14 returns", but not for "in 2013-14 returns".</summary>
    public bool NamesWhatFollows(int at, YearRead read) => words[read.End] is { IsWord: true, IsCapital: false } next
        && read.Year is { IsFinancial: true } && (!words[at - 1].Is(PlanWords.LeadIns) || (words[at - 1].Is("of") && !words[at - 2].Is(PlanWords.LeadIns)))
        && !next.Is(PlanWords.LeadIns) && !next.Is("and", "or", "onwards", "onward", "year", "financial") && PlanPeriod.MonthNamed(next) == 0;

    /// <summary>The year that follows a month, season or quarter, which may be two digits.</summary>
    public YearRead After(int at, bool afterDay)
    {
        var none = new YearRead(null, at);
        var isGlued = words.IsGlued(at);
        var skips = words[at].Is("'") || (words[at].Is(",", ".") && words[at + 1].Digits == 4) || (words[at].Is("-", "/", ".") && isGlued);
        var yearAt = skips ? at + 1 : at;
        if (At(yearAt) is { Year: not null } or { IsMuddled: true })
        {
            return At(yearAt);
        }

        var (year, mark, next) = (words[yearAt], words[yearAt + 1], words[yearAt + 2]);
        // "March 3013" names a year, though none that can be meant; "March 165 staff" names none.
        if (year.Digits >= 3 && !mark.Is("%") && !(year.Digits == 3 && mark.IsWord))
        {
            return new(null, yearAt + 1, IsMuddled: true);
        }

        if (year.Digits != 2 || year.IsOrdinal || mark.Is("%") || (afterDay && year.Value <= 31 && PlanPeriod.MonthNamed(mark) > 0))
        {
            return none;
        }

        if (!next.IsNumber || !words.IsGlued(yearAt + 1) || !mark.Is("/", "-", "~", ".", ":"))
        {
            return new(Named(year), yearAt + 1, IsMuddled: Named(year) is null);
        }

        // "Q3 13/14" is a financial year; "Dec 16/17" may be two days or a year.
        return mark.Is(".", ":") || words[yearAt + 3].Text == mark.Text ? none
            : words[at - 1].IsNumber && !afterDay && next.Digits == 2 && next.Value == (year.Value + 1) % 100 ? new(new(2000 + year.Value, true), yearAt + 3)
            : new(null, yearAt + 3, IsMuddled: true);
    }

    public (int Quarter, int End) QuarterNamed(int at)
    {
        var isNumbered = words[at].Is("quarter", "quarters", "qtr") || (words[at].Is("q") && words.Touches(at));
        var numberAt = isNumbered ? at + 1 : at;
        var order = Array.IndexOf(Ordered, words[numberAt].Text);
        var quarter = order > 0 ? order : words.CountNamed(numberAt);
        var isNamed = isNumbered || (words[at + 1].Is("quarter") && (order > 0 || words[at].IsOrdinal));
        return isNamed && quarter is >= 1 and <= 4 ? (quarter, at + 2) : (0, at);
    }
}

internal enum Standing { Firm, Passing, Doubted, Undatable, ToBeConfirmed }

/// <summary>One time that stands in a plan's words, from its first word to its last.</summary>
internal sealed record PlannedTime(int First, int Last, Standing Standing, PlanPeriod? Period, NamedYear? Year, Placing Placing = default)
{
    private static readonly string[] Parts =
    [
        "half", "week", "weekend", "fortnight", "part", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ];
    private static readonly string[] Moved = ["revised", "slipped", "moved", "extended", "deferred", "delayed", "postponed", "changed"];

    /// <summary>How long after the plan's base date, when the words name nothing of the calendar.</summary>
    public (int Count, string Unit)? AfterBase { get; init; }

    public bool IsYearless => Period is not null && Year is null;

    public PlannedTime InDoubt => this with { Standing = Standing == Standing.Undatable ? Standing : Standing.Doubted };

    /// <summary>This time with the words that lead up to it, or none when nothing has to be done by then ("after May 2017").</summary>
    public PlannedTime? LedUpTo(PlanWords words, int floor)
    {
        var lead = First;
        while (lead - 1 > floor && (IsLeadIn(words[lead - 1]) || (words[lead - 1].Is("-") && words.Touches(lead - 1) && IsLeadIn(words[lead - 2]))))
        {
            lead--;
        }

        var (placing, isStart) = (Placing.Whole, words[lead - 1].Is("following"));
        for (var at = lead; at < First; at++)
        {
            isStart |= words[at].Is("after", "since");
            placing = words[at].Text switch
            {
                "early" => Placing.Early,
                "beginning" or "start" when words[at + 1].Is("of") => Placing.Start,
                "mid" or "middle" => Placing.Mid,
                "end" or "late" => Placing.Whole,
                "before" => Placing.Before,
                _ => placing,
            };
        }

        isStart |= (placing == Placing.Before && words[lead - 1].Is("not")) || (words[lead - 1].Is("than") && words[lead - 2].Is("earlier", "sooner"));
        var isAsked = words[Last + 1].Is("?") || (words[lead - 1].Is("?") && (lead == 1 || words.Touches(lead - 1)));
        var isPart = Period?.Kind != TimescaleKind.Day && (words[lead - 1].Is(Parts) || (words[lead - 1].Is("day") && !words[lead - 2].Is("last")));
        var whole = this with { First = lead, Placing = placing, Standing = isPart || RunsToEvent(words) ? Standing.Undatable : Standing };
        return isStart || IsSuperseded(words, lead) ? null : isAsked ? whole.InDoubt : whole;
    }

    // "Was March 2013, now June" and "March 2013 slipped to June": the first of them holds no longer.
    private bool IsSuperseded(PlanWords words, int lead) =>
        words[lead - 1].Is("was", "originally", "previously", "formerly")
        || (words[lead].Is("from") && words[lead - 1].Is(Moved))
        || (words[Last + 1].Is(Moved) && words[Last + 2].Is("to"));

    // "November 2012 to go live date" ends on a day that the plan does not give.
    private bool RunsToEvent(PlanWords words) => words[Last + 1].Is("to", "until", "till", "-")
        && (words[Last + 2].Is("completion", "launch") || (words[Last + 2].Is("go") && words[Last + 3].Is("live", "-")));

    private static bool IsLeadIn(PlanWord word) => word.Is(PlanWords.LeadIns) && !word.Is("to");
}
