namespace TeamsPlanBot.Data.Timescales;

/// <summary>What a plan's words say about the state of an action, apart from its dates.</summary>
internal sealed class PlanStates(PlanWords words)
{
    private static readonly string[] BeforeCompleted =
    [
        "now", "all", "already", "fully", "has", "have", "been", "was", "is", "action", "actions", "partly", "partially", "nearly", "almost",
    ];
    private static readonly string[] Rhythms = ["daily", "weekly", "fortnightly", "monthly", "quarterly", "termly", "annually", "yearly"];
    private static readonly string[] RhythmUnits = ["day", "days", "week", "weeks", "fortnight", "month", "months", "quarter", "quarters", "term", "year", "years"];
    private static readonly string[] Hedges = ["but", "except", "subject", "awaiting", "pending", "partly", "partially", "nearly", "almost", "not", "part", "apart"];

    /// <summary>True when every item of the words, a date that it opens with left aside, says first that it is completed.</summary>
    public bool AreCompleted(IReadOnlyList<PlannedTime> times)
    {
        var (opens, isCompleted, order) = (true, false, 0);
        for (var at = 0; at < words.Count; at++)
        {
            while (order < times.Count && times[order].First < at)
            {
                order++;
            }

            if (words[at].IsLabel || words.IsBreak(at))
            {
                opens = true;
            }
            else if (opens && order < times.Count && times[order].First == at)
            {
                at = times[order].Last;
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

    public TimescaleKind WithoutDates(bool isToBeConfirmed) =>
        Any(at => IsOngoing(at) || words[at].Is("onwards", "onward")) || IsRhythm || IsContinuous ? TimescaleKind.OpenEnded
        : isToBeConfirmed || SaysNothing ? TimescaleKind.None
        : (AreCompleted([]) && !Any(at => words[at].Is("completed") && words[at + 1].IsWord)) || IsEstablished ? TimescaleKind.Done
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
        var isStart = words[time.First].Is("from");
        return goesOn || words[time.Last + 1].Is("onwards", "onward")
            || (isStart && (words[time.First - 1].Is("ongoing", "going") || EndsRhythm(time.First - 1) || RhythmAt(next) > next));
    }

    /// <summary>True for "Completed October 2012" and "October 2012 (completed)", but not for "Survey completed - end March 2019".</summary>
    public bool IsDone(PlannedTime time) => !words[time.First].Is("by", "before", "until", "till") && (FollowsCompleted(time) || IsFollowedByCompleted(time));

    private bool FollowsCompleted(PlannedTime time)
    {
        var at = time.First - 1;
        while (words[at].IsMark && !words.IsBreak(at))
        {
            at--;
        }

        return words[at].Is("completed") && OpensItem(at);
    }

    private bool IsFollowedByCompleted(PlannedTime time)
    {
        var at = time.Last + 1;
        while (words[at].IsMark && !words.IsBreak(at))
        {
            at++;
        }

        var opens = time.First == 0 || words.IsBreak(time.First - 1) || words[time.First - 1].IsLabel || words[time.First - 1].Is("(", ")");
        var end = words[at + 1].Is(")") ? at + 2 : at + 1;
        return opens && words[at].Is("completed") && (end >= words.Count || words.IsBreak(end) || words[end].IsLabel);
    }

    // "Monthly report", "reported each quarter", but not "agree it at the monthly meeting".
    private bool IsRhythm
    {
        get
        {
            var (first, last) = (0, words.Count - 1);
            while (words[first].IsMark)
            {
                first++;
            }

            while (words[last].IsMark)
            {
                last--;
            }

            return RhythmAt(first) > first || EndsRhythm(last);
        }
    }

    private bool IsContinuous => words.Count <= 3 && Any(at => words[at].Is("continuous", "continuing", "continually", "rolling"));

    private bool SaysNothing => words.AreMarks(0, words.Count) || (words.Count <= 4 && PlainWords is "" or "na" or "none" or "nil" or "notapplicable");

    private string PlainWords => string.Concat(Enumerable.Range(0, words.Count).Where(at => !words[at].IsMark).Select(at => words[at].Text));

    private bool IsEstablished => Any(at => words[at].Is("established", "place"))
        && !Any(at => words[at].Kind != WordKind.Mark && !words[at].Is("established", "now", "already", "in", "place"));

    private bool IsOngoing(int at) => words[at].Is("ongoing")
        || (words[at].Is("on") && (words[at + 1].Is("going") || (words[at + 1].Is("-") && words[at + 2].Is("going"))));

    // The first word after "monthly", "6-monthly" or "every 3 months".
    private int RhythmAt(int at)
    {
        var start = words[at].IsNumber || words[at].Is("bi", "half", "twice") ? at + 1 : at;
        start = start > at && words[start].Is("-") ? start + 1 : start;
        if (words[start].Is(Rhythms))
        {
            return start + 1;
        }

        var unit = words[at + 1].Is("other", "alternate", "second") || words.CountNamed(at + 1) > 0 ? at + 2 : at + 1;
        return words[at].Is("every", "each") && words[unit].Is(RhythmUnits) ? unit + 1 : at;
    }

    private bool EndsRhythm(int at) => words[at].Is(Rhythms) || RhythmAt(at - 1) == at + 1 || RhythmAt(at - 2) == at + 1;

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
