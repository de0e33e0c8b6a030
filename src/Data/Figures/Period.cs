using System.Globalization;

namespace TeamsPlanBot.Data.Figures;

/// <summary>The kinds of time that a figure can be of.</summary>
public enum PeriodKind { Day, Month, Quarter, FinancialYear, CalendarYear, Span }

/// <summary>The time that a figure is of. Two periods with the same first and last day are the same period.</summary>
public sealed record Period : IComparable<Period>
{
    private const int FirstMonthOfFinancialYear = 4;

    private Period(PeriodKind kind, DateOnly start, DateOnly end)
    {
        (Kind, Start, End) = (kind, start, end);
    }

    /// <summary>What to tell a person whose period cannot be read.</summary>
    public static string HowToWrite => "Write a period as 2012/13, Q2 2013/14, March 2013, 2013, 31 March 2012 or 1 September 2012 to 30 June 2013.";

    public PeriodKind Kind { get; }

    public DateOnly Start { get; }

    public DateOnly End { get; }

    /// <summary>The one way in which the period is written in files and answers.</summary>
    public string Words => Kind switch
    {
        PeriodKind.Day => Written(Start, "d MMMM yyyy"),
        PeriodKind.Month => Written(Start, "MMMM yyyy"),
        PeriodKind.Quarter => $"Q{QuarterOf(Start)} {YearWords(FinancialYearOf(Start))}",
        PeriodKind.FinancialYear => YearWords(Start.Year),
        PeriodKind.CalendarYear => Written(Start, "yyyy"),
        _ => $"{Written(Start, "d MMMM yyyy")} to {Written(End, "d MMMM yyyy")}",
    };

    /// <summary>The month, quarter or year that ends as this one begins; a day or a span a year before, or as many whole years as a span is long.</summary>
    public Period Before => Kind switch
    {
        PeriodKind.Month => From(Start.AddMonths(-1), 1),
        PeriodKind.Quarter => From(Start.AddMonths(-3), 3),
        _ => YearBefore,
    };

    /// <summary>The same period of the year before: what "lower than the year before" is measured against.</summary>
    public Period YearBefore
    {
        get
        {
            var years = 1;
            while (Back(End, years) >= Start)
            {
                years++;
            }

            return Of(Kind == PeriodKind.Day ? Back(Start, years) : Start.AddYears(-years), Back(End, years));
        }
    }

    public static Period FinancialYear(int firstYear) => From(new DateOnly(firstYear, FirstMonthOfFinancialYear, 1), 12);

    public static Period Quarter(int firstYear, int quarter) => From(new DateOnly(firstYear, FirstMonthOfFinancialYear, 1).AddMonths((quarter - 1) * 3), 3);

    public static Period CalendarYear(int year) => From(new DateOnly(year, 1, 1), 12);

    public static Period Month(int year, int month) => From(new DateOnly(year, month, 1), 1);

    public static Period Day(DateOnly day) => Of(day, day);

    /// <summary>From one day to another, both included: a month, quarter or year where it is just that.</summary>
    public static Period Of(DateOnly start, DateOnly end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        var months = start.Day == 1 && IsEndOfMonth(end) ? ((end.Year - start.Year) * 12) + end.Month - start.Month + 1 : 0;
        var kind = (months, start.Month) switch
        {
            _ when start == end => PeriodKind.Day,
            (1, _) => PeriodKind.Month,
            (3, 1 or 4 or 7 or 10) => PeriodKind.Quarter,
            (12, FirstMonthOfFinancialYear) => PeriodKind.FinancialYear,
            (12, 1) => PeriodKind.CalendarYear,
            _ => PeriodKind.Span,
        };
        return new Period(kind, start, end);
    }

    /// <summary>The period that a person wrote, or none where it cannot be told.</summary>
    public static Period? Read(string? words) => PeriodReader.Read(words);

    /// <summary>By the last day, then the shorter one first.</summary>
    public int CompareTo(Period? other) => other is null ? 1
        : End != other.End ? End.CompareTo(other.End)
        : other.Start.CompareTo(Start);

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    public override string ToString() => Words;

    private static Period From(DateOnly start, int months) => Of(start, start.AddMonths(months).AddDays(-1));

    // The end of a month stays one: a year before 28 February 2013 is 29 February 2012.
    private static DateOnly Back(DateOnly day, int years)
    {
        var before = day.AddYears(-years);
        return IsEndOfMonth(day) ? new DateOnly(before.Year, before.Month, DateTime.DaysInMonth(before.Year, before.Month)) : before;
    }

    private static bool IsEndOfMonth(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);

    private static int FinancialYearOf(DateOnly day) => day.Month < FirstMonthOfFinancialYear ? day.Year - 1 : day.Year;

    private static int QuarterOf(DateOnly day) => (((day.Month + 8) % 12) / 3) + 1;

    private static string YearWords(int firstYear) => string.Create(CultureInfo.InvariantCulture, $"{firstYear}/{(firstYear + 1) % 100:00}");

    private static string Written(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
