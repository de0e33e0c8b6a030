namespace TeamsPlanBot.Data.Timescales;

/// <summary>What a plan's own words say about time.</summary>
public enum TimescaleKind { None, Day, Month, Range, Season, Quarter, Year, Relative, OpenEnded, Done, NeedsDate }

/// <summary>One of several dates of an action, with the plan's words that stand next to it.</summary>
public sealed record DatedWords(DateOnly On, string Words);

/// <summary>A plan's own words about time, and the dates that a fair reader finds in them.</summary>
public sealed record Timescale(string Words, TimescaleKind Kind, DateOnly? Due, IReadOnlyList<DatedWords> Milestones, bool IsComplete)
{
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
            return undated with { Kind = kind, IsComplete = kind == TimescaleKind.Done && state.IsCompleted };
        }

        var closing = times.FindAll(time => !state.IsOpenEnded(time));
        if (closing.TrueForAll(state.IsDone))
        {
            return closing.Count < times.Count ? undated with { Kind = TimescaleKind.OpenEnded }
                : state.IsCompleted ? undated with { Kind = TimescaleKind.Done, IsComplete = true }
                : undated;
        }

        return undated.WithDates(plan, times, closing, baseDate);
    }

    private Timescale WithDates(PlanWords plan, List<PlannedTime> times, List<PlannedTime> closing, DateOnly? baseDate)
    {
        var dates = DatesOf(closing, baseDate);
        if (closing.Exists(time => time.Standing is Standing.Undatable or Standing.ToBeConfirmed) || Array.Exists(dates, date => date is null))
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

    private static DateOnly?[] DatesOf(List<PlannedTime> times, DateOnly? baseDate)
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

/// <summary>What a plan's words say about the state of an action, apart from its dates.</summary>
internal sealed class PlanStates(PlanWords words)
{
    private static readonly string[] BeforeCompleted =
    [
        "now", "all", "already", "fully", "has", "have", "been", "was", "is", "action", "actions", "partly", "partially", "nearly", "almost",
    ];
    private static readonly string[] Hedges = ["but", "except", "subject", "awaiting", "pending", "partly", "partially", "nearly", "almost", "not", "part", "apart"];

    /// <summary>True when every item of the words opens with "completed".</summary>
    public bool IsCompleted
    {
        get
        {
            var (opens, isCompleted) = (true, false);
            for (var at = 0; at < words.Count; at++)
            {
                if (words[at].IsLabel || words.IsBreak(at))
                {
                    opens = true;
                }
                else if (opens && !words[at].IsMark && !words[at].Is(BeforeCompleted))
                {
                    (opens, isCompleted) = (false, words[at].Is("completed"));
                    if (!isCompleted)
                    {
                        return false;
                    }
                }
            }

            return isCompleted && !Any(at => words[at].Is(Hedges));
        }
    }

    public TimescaleKind WithoutDates(bool isToBeConfirmed) =>
        Any(at => IsOngoing(at) || words[at].Is("onwards", "onward")) ? TimescaleKind.OpenEnded
        : isToBeConfirmed || SaysNothing ? TimescaleKind.None
        : (IsCompleted && !Any(at => words[at].Is("completed") && words[at + 1].IsWord)) || IsEstablished ? TimescaleKind.Done
        : TimescaleKind.NeedsDate;

    /// <summary>True for a time from which work goes on, such as "April 2017 and ongoing".</summary>
    public bool IsOpenEnded(PlannedTime time)
    {
        var next = time.Last + 1;
        while (words[next].Is("and", "-", "then", "&", ",", "is") && next < time.Last + 4)
        {
            next++;
        }

        // In "June 2017 Ongoing" the capital opens another item of a list.
        var goesOn = IsOngoing(next) && (next > time.Last + 1 || !words[next].IsCapital);
        return goesOn || words[time.Last + 1].Is("onwards", "onward")
            || (words[time.First].Is("from") && words[time.First - 1].Is("ongoing", "going"));
    }

    /// <summary>True for "Completed October 2012", but not for "Survey completed - end March 2019".</summary>
    public bool IsDone(PlannedTime time)
    {
        var at = time.First - 1;
        while (words[at].IsMark && !words.IsBreak(at))
        {
            at--;
        }

        return words[at].Is("completed") && OpensItem(at) && !words[time.First].Is("by", "before", "until", "till");
    }

    private bool SaysNothing => words.AreMarks(0, words.Count) || (words.Count <= 4 && PlainWords is "" or "na" or "none" or "nil" or "notapplicable");

    private string PlainWords => string.Concat(Enumerable.Range(0, words.Count).Where(at => !words[at].IsMark).Select(at => words[at].Text));

    private bool IsEstablished => Any(at => words[at].Is("established", "place"))
        && !Any(at => words[at].Kind != WordKind.Mark && !words[at].Is("established", "now", "already", "in", "place"));

    private bool IsOngoing(int at) => words[at].Is("ongoing")
        || (words[at].Is("on") && (words[at + 1].Is("going") || (words[at + 1].Is("-") && words[at + 2].Is("going"))));

    private bool OpensItem(int at)
    {
        while (words[at - 1].Is(BeforeCompleted))
        {
            at--;
        }

        return !words[at - 1].IsWord && !words[at - 1].Is("%");
    }

    private bool Any(Predicate<int> says)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (says(at))
            {
                return true;
            }
        }

        return false;
    }
}
