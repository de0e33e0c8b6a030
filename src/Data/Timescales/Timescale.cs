namespace TeamsPlanBot.Data.Timescales;

/// <summary>What a plan's own words say about time.</summary>
public enum TimescaleKind { None, Day, Month, Range, Season, Quarter, Year, Relative, OpenEnded, Done, NeedsDate }

/// <summary>One of several dates of an action, with the plan's words that stand next to it.</summary>
public sealed record DatedWords(DateOnly On, string Words);

/// <summary>A plan's own words about time, and the dates that a fair reader finds in them.</summary>
public sealed record Timescale(string Words, TimescaleKind Kind, DateOnly? Due, IReadOnlyList<DatedWords> Milestones, bool IsComplete)
{
    // What is further from the plan's own date was written wrongly, or speaks of something else.
    private const int YearsOfAnyPlan = 30;

    /// <summary>Reads a timescale; times such as "within 3 months" count from the plan's base date.</summary>
    public static Timescale Read(string? words, DateOnly? baseDate)
    {
        var plan = new PlanWords(words ?? "");
        var state = new PlanStates(plan);
        var times = PlanDates.In(plan);
        // "Immediate", or the quarter of "Q3 audits", counts only where nothing firmer stands.
        if (times.Exists(time => time.Standing is not (Standing.Passing or Standing.ToBeConfirmed)))
        {
            times.RemoveAll(time => time.Standing == Standing.Passing);
        }

        var undated = new Timescale(words ?? "", TimescaleKind.NeedsDate, null, [], IsComplete: false);
        if (times.TrueForAll(time => time.Standing == Standing.ToBeConfirmed))
        {
            var kind = state.WithoutDates(isToBeConfirmed: times.Count > 0);
            return undated with { Kind = kind, IsComplete = kind == TimescaleKind.Done && state.AreCompleted([]) };
        }

        var closing = times.FindAll(time => !state.IsOpenEnded(time));
        if (closing.TrueForAll(state.IsDone))
        {
            return closing.Count < times.Count ? undated with { Kind = TimescaleKind.OpenEnded }
                : state.AreCompleted(times) ? undated with { Kind = TimescaleKind.Done, IsComplete = true }
                : undated;
        }

        return undated.WithDates(plan, times, closing, baseDate);
    }

    private Timescale WithDates(PlanWords plan, List<PlannedTime> times, List<PlannedTime> closing, DateOnly? baseDate)
    {
        var dates = DatesOf(plan, closing, baseDate);
        if (closing.Exists(time => time.Standing is Standing.Undatable or Standing.ToBeConfirmed) || Array.Exists(dates, date => date is null || (baseDate is { } from && Math.Abs(date.Value.Year - from.Year) > YearsOfAnyPlan)))
        {
            return this;
        }

        var dated = closing.Zip(dates, (time, on) => (Time: time, On: on!.Value)).ToList();
        var sure = dated.FindAll(pair => pair.Time.Standing != Standing.Doubted);
        var due = sure.Select(pair => pair.On).DefaultIfEmpty().Max();
        // A date that the plan itself doubts cannot be the last; one that is not the last moves nothing.
        if (sure.Count == 0 || dated.Exists(pair => pair.On > due))
        {
            return this;
        }

        if (sure.TrueForAll(pair => pair.On == due))
        {
            return this with { Kind = sure[0].Time.Period?.Kind ?? TimescaleKind.Relative, Due = due };
        }

        var wordsLead = !plan.Joins(0, times[0].First);
        var order = times.Index().ToDictionary(entry => entry.Item.First, entry => entry.Index);
        var milestones = sure.Select(pair => new DatedWords(pair.On, WordsNextTo(plan, times, order[pair.Time.First], wordsLead)));
        return this with { Kind = TimescaleKind.Range, Due = due, Milestones = [.. milestones.Distinct().OrderBy(milestone => milestone.On)] };
    }

    private static DateOnly?[] DatesOf(PlanWords plan, List<PlannedTime> times, DateOnly? baseDate)
    {
        var dates = times.Select(time => time switch
        {
            { AfterBase: { } after } => After(baseDate, after.Count, after.Unit),
            { Year: { } year, Period: { } period } => period.In(year, time.Placing),
            _ => null,
        }).ToArray();

        // "Dec, then end of March" in a plan of February: the last is the next March, and the December is the one before it.
        var last = times.FindLastIndex(time => time.IsYearless);
        if (last >= 0 && baseDate is { } from && !times.Exists(time => time.Year is not null))
        {
            dates[last] = times[last].Period?.FirstFrom(from, times[last].Placing);
        }

        DateOnly? neighbour = null;
        for (var at = times.Count - 1; at >= 0; at--)
        {
            neighbour = Near(at, (period, bound) => period.LastUntil(bound, times[at].Placing));
        }

        for (var at = 0; at < times.Count; at++)
        {
            neighbour = Near(at, (period, bound) => period.FirstFrom(bound, times[at].Placing));
        }

        BringCloser(plan, times, dates, baseDate);
        return dates;

        DateOnly? Near(int at, Func<PlanPeriod, DateOnly, DateOnly?> nearest)
        {
            if (dates[at] is null && times[at].IsYearless && neighbour is { } bound)
            {
                dates[at] = nearest(times[at].Period!.Value, bound);
            }

            return times[at].Period is null ? neighbour : dates[at] ?? neighbour;
        }
    }

    // "By December 2012. Expected 30 November. In plans October 2012": items that stand apart need not be in the order of time,
    // so a plan's own date decides between two years, as long as that does not move the last of the dates.
    private static void BringCloser(PlanWords plan, List<PlannedTime> times, DateOnly?[] dates, DateOnly? baseDate)
    {
        var last = dates.Max();
        for (var at = 0; at + 1 < times.Count; at++)
        {
            if (times[at].IsYearless && dates[at] is { } early && early.AddMonths(6) < baseDate && !plan.Joins(times[at].Last + 1, times[at + 1].First)
                && times[at].Period?.FirstFrom(early.AddDays(1), times[at].Placing) is { } later && later <= last)
            {
                dates[at] = later;
            }
        }
    }

    private static DateOnly? After(DateOnly? baseDate, int count, string unit) => baseDate switch
    {
        null => null,
        // No plan reaches so far, and the calendar ends there.
        { Year: > 8000 } => count == 0 ? baseDate : null,
        { } from => unit switch
        {
            "day" => from.AddDays(count),
            "week" => from.AddDays(7 * count),
            "month" => from.AddMonths(count),
            _ => from.AddYears(count),
        },
    };

    // Words stand next to the date of their own item; without a mark between items they go with the date
    // that follows them when the plan's words open with words, and with the date before when they open with a date.
    private static string WordsNextTo(PlanWords plan, List<PlannedTime> times, int order, bool wordsLead)
    {
        var (time, isFirst, isLast) = (times[order], order == 0, order == times.Count - 1);
        var (floor, ceiling) = (isFirst ? 0 : times[order - 1].Last + 1, isLast ? plan.Count : times[order + 1].First);
        var first = (isFirst || wordsLead) && !plan.Joins(floor, time.First) ? floor : time.First;
        var last = (isLast || !wordsLead) && !plan.Joins(time.Last + 1, ceiling) ? ceiling - 1 : time.Last;
        for (var at = floor; at < time.First; at++)
        {
            first = plan.IsBreak(at) ? at + 1 : plan.OpensPart(at) ? at : first;
        }

        for (var at = ceiling - 1; at > time.Last; at--)
        {
            last = plan.IsBreak(at) || plan.OpensPart(at) ? at - 1 : last;
        }

        return plan.Own(first, last);
    }
}
