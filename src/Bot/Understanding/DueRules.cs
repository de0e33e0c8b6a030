using System.Collections.Frozen;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A span of due dates, in words and in days; either end may be open.</summary>
/// <param name="Asks">A day was named that nobody can be sure of, so that there is no span.</param>
internal sealed record DueSpan(string Words, DateOnly? From, DateOnly? To, SaidDay? Asks = null);

/// <summary>What people say about when something is due.</summary>
internal static class DueRules
{
    private const int Soon = 14;

    private static readonly Spelt Overdue = new("overdue");

    private static readonly Spelt Behind = new("behind");

    // Each is tried where its first word stands, so a longer one comes before its own beginning.
    private static readonly string[] OverduePhrases =
    [
        "over due", "past due", "past deadline", "past deadlines", "past the deadline", "past their deadline", "past their deadlines", "past its deadline", "past the due date", "past their due date", "past their due dates", "past its due date",
        "past its date", "past their date", "past their dates", "past the date", "past due date", "passed due date", "passed the deadline", "passed their deadline", "passed its deadline", "passed their due date", "passed its due date",
        "gone past deadline", "gone past their date", "gone past its date", "gone past their dates", "gone past the deadline", "gone past their deadline", "gone past due", "gone over their date", "gone over the deadline", "beyond the deadline", "beyond their deadline", "beyond due date", "beyond their due date",
        "behind schedule", "running late", "running behind", "missed the deadline", "missed their deadline", "missed their deadlines", "missed its deadline", "missed deadline", "missed deadlines", "missed their date", "missed their dates", "missed its date", "missed the date", "missed their due date", "missed its due date",
        "out of time", "overrun", "overrunning", "over running", "over run", "overran", "slipped", "sliped", "slipping", "slippage", "missed", "delayed", "late", "behind", "lapsed",
    ];

    private static readonly string[] ShouldBeDone = ["should have been", "should be", "should of been", "shouldve been", "ought to have been", "ought to be", "supposed to have been", "supposed to be", "meant to have been", "meant to be"];

    private static readonly string[] AlreadyBeDone = ["should already be", "should already have been", "should have already been", "should by now be", "should by now have been", "should have by now been", "ought to already be", "ought already to be"];

    private static readonly string[] ByNow = ["by now", "already", "by today", "before now", "before today"];

    private static readonly string[] SoonPhrases =
        ["due soon", "due shortly", "due imminently", "soon due", "coming up soon", "coming up shortly", "coming up", "coming due", "coming soon", "falling due", "falling due soon", "about to be due", "about to fall due", "nearly due", "almost due", "due in the near future", "due very soon", "in the coming weeks", "over the coming weeks", "in the next few weeks", "over the next few weeks", "in the next few days", "over the next few days", "in the coming days", "over the coming days", "becoming due", "upcoming", "imminent", "on the horizon", "approaching"];

    private static readonly FrozenSet<string> DueWords = FrozenSet.Create(StringComparer.Ordinal, "due", "deadline", "deadlines", "falls", "falling", "scheduled", "expected", "timescale");

    /// <summary>What a span of due dates may begin with, besides figures and words of time.</summary>
    public static string[] Opening { get; } =
    [
        "due", "deadline", "deadlines", "over", "past", "passed", "gone", "beyond", "late", "behind", "slipped", "sliped", "slipping", "slippage", "missed", "delayed", "lapsed", "overrun", "overrunning", "overran", "running", "out",
        "should", "shouldve", "ought", "supposed", "meant", "upcoming", "imminent", "approaching", "coming", "becoming", "soon", "this", "next", "last", "by", "before", "within", "between", "until", "till", "q1", "q2", "q3", "q4", "fy", "commencing",
    ];

    private static readonly FrozenSet<string> DoneWords = FrozenSet.Create(StringComparer.Ordinal,
        "done", "doing", "completed", "complete", "completing", "finished", "finish", "finishing", "closed", "closing", "close", "delivered", "delivering", "deliver", "sorted", "achieved", "ready", "wrapped", "signed");

    private static readonly FrozenSet<string> MustWords = FrozenSet.Create(StringComparer.Ordinal, "need", "needs", "needed", "must", "should", "shall", "to", "required", "requires", "expected", "supposed", "meant", "ought", "wants", "want", "needing", "requiring");

    private static readonly string[] Until = ["on or before", "no later than", "not later than", "at the latest by", "due until", "up to and including", "up until", "up to", "prior to", "ahead of", "in time for", "by", "before", "until", "till"];

    // What no span of due dates begins with is passed over at once.
    public static string[] Opens { get; } =
    [
        "in", "on", "during", "for", "within", "over", "throughout", "of", "at", "around", "about", "no", "not", "due", "up", "prior", "ahead", "by", "before", "until", "till", "between",
        "from", "since", "starting", "after", "later", "beyond", "past", "this", "next", "last", "coming", "current", "following", "upcoming", "previous", "first", "second", "third", "fourth", "fifth",
        "financial", "fy", "q1", "q2", "q3", "q4", "half", "new", "midweek", "close", "w", "wc", "commencing", "ending", "easter", "christmas", "xmas", "term", "halfterm", "diwali", "eid", "ramadan",
    ];

    private static readonly string[] From = ["on or after", "from", "since", "starting", "after", "later than", "beyond", "past"];

    private static readonly FrozenSet<string> Within = FrozenSet.Create(StringComparer.Ordinal, "in", "on", "during", "for", "within", "over", "throughout", "of", "at", "around", "about");

    /// <summary>Finds a span of due dates in the message, if it speaks of one.</summary>
    public static DueSpan? Read(Reading reading)
    {
        if (!MaySpeakOfDates(reading))
        {
            return null;
        }

        var span = new DueReading(reading).Read();
        span = span is { From: not null, To: not null } ? And(reading, span) : span;
        if (span is not null)
        {
            reading.Rules.Add(span.Words == "Overdue" ? "overdue: not complete, due before today" : $"dates: {span.Words}");
        }

        return span;
    }

    // "this week and next week", "in July and August": what follows on is one span.
    private static DueSpan And(Reading reading, DueSpan span)
    {
        for (var at = 1; at + 1 < reading.Words.Length; at++)
        {
            if (reading.At(at) is not ("and" or "or") || reading.KindAt(at - 1) is null)
            {
                continue;
            }

            var from = reading.At(at + 1) is "in" or "the" ? at + 2 : at + 1;
            if (Days.At(reading, from, Toward.Coming) is { Problem: null } more && more.First <= span.To!.Value.AddDays(1) && more.Last >= span.From!.Value.AddDays(-1))
            {
                reading.Place(at, more.End - at);
                var (first, last) = (more.First < span.From ? more.First : span.From.Value, more.Last > span.To ? more.Last : span.To.Value);
                return new DueSpan($"due between {Dates.InWords(first)} and {Dates.InWords(last)}", first, last);
            }
        }

        return span;
    }

    // Most messages are told apart here, before anything is compared at length.
    private static bool MaySpeakOfDates(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (reading.IsFree(at) && (reading.Words[at].Is(Traits.Due | Traits.Figure) || TimeWords.At(reading, at).Kind != TimeKind.None || IsOverdue(reading.Words[at].Plain)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOverdue(string word) => word.Length is >= 5 and <= 9 && (word == "overdue" || (word[0] is 'o' or 'v' or 'b' && new Spelt(word) is var typed && (typed.IsSlipOf(Overdue) || typed.IsSlipOf(Behind))));

    // One message, as its due dates are looked for.
    private readonly struct DueReading
    {
        private readonly Reading reading;
        private readonly DateOnly today;
        private readonly bool saysDue;
        private readonly Toward toward;

        public DueReading(Reading reading)
        {
            this.reading = reading;
            today = reading.Today;
            var (due, was) = (-1, -1);
            for (var at = 0; at < reading.Words.Length; at++)
            {
                var word = reading.At(at);
                was = was < 0 && word is "was" or "were" ? at : was;
                due = due < 0 && word is not null && DueWords.Contains(word) ? at : due;
            }

            saysDue = due >= 0;
            toward = saysDue && was >= 0 && was < due || reading.Find("should have") is not null || (was >= 0 && (reading.Find("meant to") ?? reading.Find("supposed to")) is not null) ? Toward.Past : Toward.Coming;
        }

        public DueSpan? Read() => NotYet() ?? Late() ?? Due();

        // "not due yet", "not due until June"
        private DueSpan? NotYet()
        {
            if ((reading.Find("not yet due") ?? reading.Find("not due yet") ?? reading.Find("not due")) is not { } at)
            {
                return null;
            }

            var length = reading.At(at + 1) == "yet" || reading.At(at + 2) == "yet" ? 3 : 2;
            if (reading.At(at + length) is "until" or "till" or "before")
            {
                if (Days.At(reading, at + length + 1) is not { } day)
                {
                    return null;
                }

                reading.Place(at, day.End - at);
                return day.Problem is not null ? Asking(day) : new DueSpan($"due from {Dates.InWords(day.First)} on", day.First, null);
            }

            if (length == 2)
            {
                return null;
            }

            reading.Place(at, length);
            return new DueSpan("not due yet", today, null);
        }

        // "overdue", "more than 3 weeks late", "overdue since March", "overdue or due this week"
        private DueSpan? Late()
        {
            var (at, length) = LateAt();
            if (length == 0)
            {
                return null;
            }

            var end = at + length;
            if (reading.At(at - 1) is "not" or "never" or "nothing" or "none")
            {
                return null;
            }

            var span = DueOrLate(at, end) ?? LateBy(at, end) ?? LateSince(at, end) ?? LateOrDue(at, end);
            if (span is not null)
            {
                return span;
            }

            reading.Place(at, length);
            PlaceLateAgain();
            return new DueSpan("Overdue", null, today.AddDays(-1));
        }

        private (int At, int Length) LateAt()
        {
            for (var at = 0; at < reading.Words.Length; at++)
            {
                if (reading.At(at) is not { Length: > 0 } word)
                {
                    continue;
                }

                if (IsOverdue(word))
                {
                    return (at, reading.At(at + 1) is "schedule" ? 2 : 1);
                }

                if (!reading.Words[at].Is(Traits.Due))
                {
                    continue;
                }

                foreach (var phrase in OverduePhrases)
                {
                    if (phrase[0] == word[0] && reading.StandsAt(phrase, at) && !(phrase is "late" && IsLatePart(at)))
                    {
                        return (at, Reading.Length(phrase));
                    }
                }

                if (ShouldBeDoneAt(at) is { } length)
                {
                    return (at, length);
                }
            }

            return default;
        }

        // "late May" is a time, and "late" before it no lateness.
        private bool IsLatePart(int at) => TimeWords.At(reading, at + 1).Kind is TimeKind.Month or TimeKind.Season || reading.At(at + 1) is "next" or "this" or "last" || Dates.Year(reading.At(at + 1)) is not null;

        private int? ShouldBeDoneAt(int at)
        {
            // "should already be finished"
            foreach (var should in AlreadyBeDone)
            {
                if (reading.StandsAt(should, at) && reading.At(at + Reading.Length(should)) is { } done && DoneWords.Contains(done))
                {
                    return Reading.Length(should) + 1;
                }
            }

            foreach (var should in ShouldBeDone)
            {
                if (!reading.StandsAt(should, at))
                {
                    continue;
                }

                var after = at + Reading.Length(should);
                if (reading.At(after) is not { } done || !DoneWords.Contains(done))
                {
                    continue;
                }

                foreach (var now in ByNow)
                {
                    if (reading.StandsAt(now, after + 1))
                    {
                        return after + 1 + Reading.Length(now) - at;
                    }
                }
            }

            return null;
        }

        // "overdue and late" says one thing twice.
        private void PlaceLateAgain()
        {
            while (LateAt() is var (at, length) && length > 0)
            {
                reading.Place(at, length);
            }
        }

        private DueSpan? LateBy(int at, int end)
        {
            var (from, to) = (at, end);
            var (isMore, isLess, orMore) = (false, false, false);
            Stretch? by = null;

            var start = end + (reading.At(end) is "by" or "for" ? 1 : 0);
            var (bound, boundLength) = Bound(start);
            if (Stretch.At(reading, start + boundLength) is { } behind)
            {
                by = behind;
                to = start + boundLength + behind.Length;
                (isMore, isLess) = (bound > 0, bound < 0);
                orMore = bound == 2;
                if (reading.At(to) == "or" && reading.At(to + 1) is "more" or "longer" or "over")
                {
                    (to, isMore, orMore) = (to + 2, true, true);
                }
                else if (reading.At(to) is "plus")
                {
                    (to, isMore, orMore) = (to + 1, true, true);
                }
            }
            else
            {
                for (var back = 1; back <= 4 && by is null; back++)
                {
                    if (Stretch.At(reading, at - back) is { } before && (before.Length == back || (before.Length == back - 2 && reading.At(at - 2) == "or" && reading.At(at - 1) is "more" or "longer") || (before.Length == back - 1 && reading.At(at - 1) == "plus")))
                    {
                        by = before;
                        from = at - back;
                        orMore = before.Length < back;
                    }
                }

                if (by is null)
                {
                    return null;
                }

                for (var back = 3; back >= 1; back--)
                {
                    if (Bound(from - back) is var (kind, words) && words == back)
                    {
                        (isMore, isLess, orMore) = (kind > 0, kind < 0, orMore || kind == 2);
                        from -= back;
                        from -= reading.At(from - 1) == "by" ? 1 : 0;
                        break;
                    }
                }
            }

            reading.Place(from, to - from);
            var day = by.Value.Before(today);
            return isLess ? new DueSpan($"less than {by.Value.Words} overdue", day.AddDays(1), today.AddDays(-1))
                : isMore && !orMore ? new DueSpan($"more than {by.Value.Words} overdue", null, day.AddDays(-1))
                : new DueSpan($"overdue by {by.Value.Words} or more", null, day);
        }

        // More: 1. At least: 2. Less: -1.
        private (int Kind, int Length) Bound(int at) => reading.At(at) switch
        {
            "more" or "longer" or "greater" when reading.At(at + 1) == "than" => (1, 2),
            "less" or "fewer" when reading.At(at + 1) == "than" => (-1, 2),
            "over" => (1, 1),
            "under" => (-1, 1),
            "at" when reading.At(at + 1) == "least" => (2, 2),
            "at" when reading.At(at + 1) == "most" => (-1, 2),
            _ => default,
        };

        // "overdue since March", "missed last week", "slipped this month", "overdue by 1 May"
        private DueSpan? LateSince(int at, int end)
        {
            var word = reading.At(end);
            if (word is "since" or "from" && Days.At(reading, end + 1, Toward.Past) is { } since)
            {
                reading.Place(at, since.End - at);
                return since.Problem is not null ? Asking(since)
                    : word == "from" && !since.IsOneDay ? Past(since)
                    : new DueSpan($"overdue since {Dates.InWords(since.First)}", since.First, today.AddDays(-1));
            }

            if (word is "by" or "at" or "on" or "before" or "as" && Days.At(reading, word == "as" && reading.At(end + 1) is "of" or "at" ? end + 2 : end + 1) is { } when)
            {
                reading.Place(at, when.End - at);
                return when.Problem is not null ? Asking(when) : new DueSpan($"overdue by {Dates.InWords(when.Due)}", null, when.Due.AddDays(-1));
            }

            var named = word is "in" or "during" or "over" or "within" ? end + 1 : end;
            if ((named > end || word is "this" or "last" or "yesterday") && Days.At(reading, named, Toward.Past) is { } past)
            {
                reading.Place(at, past.End - at);
                return past.Problem is not null ? Asking(past) : Past(past);
            }

            return null;
        }

        private DueSpan Past(SaidDay said) => new($"overdue, due {Phrase(said)}", said.First, said.Last < today ? said.Last : today.AddDays(-1));

        // "due this week or overdue"
        private DueSpan? DueOrLate(int at, int end)
        {
            if (!saysDue || reading.At(at - 1) is not ("or" or "and" or "plus"))
            {
                return null;
            }

            for (var due = at - 2; due >= 0; due--)
            {
                if (reading.At(due) == "due")
                {
                    reading.Place(at - 1, end - at + 1);
                    return OrLate(Due());
                }
            }

            return null;
        }

        private DueSpan OrLate(DueSpan? span) =>
            span is null ? new DueSpan("Overdue", null, today.AddDays(-1))
            : span.Asks is not null ? span
            : span with { Words = $"overdue or {span.Words}", From = null };

        // "overdue or due this week" are all that are due by its end.
        private DueSpan? LateOrDue(int at, int end)
        {
            var joined = reading.At(end) is "or" or "and" or "plus" ? end + 1 : end;
            if (joined == end)
            {
                return null;
            }

            var next = joined + (reading.At(joined) is "are" or "is" or "whats" or "anything" ? 1 : 0);
            if (reading.At(next) is not "due" && TimeWords.At(reading, next).Kind != TimeKind.Relative && !IsSoonAt(next))
            {
                return null;
            }

            reading.Place(at, next - at);
            return OrLate(Due());
        }

        private bool IsSoonAt(int at)
        {
            foreach (var phrase in SoonPhrases)
            {
                if (reading.StandsAt(phrase, at))
                {
                    return true;
                }
            }

            return false;
        }

        private DueSpan? Due()
        {
            for (var at = 0; at < reading.Words.Length; at++)
            {
                if (reading.At(at) is not { Length: > 0 } word || !MayOpen(at, word))
                {
                    continue;
                }

                if ((Between(at) ?? UpTo(at) ?? Starting(at) ?? Inside(at) ?? Bare(at)) is { } span)
                {
                    PlaceDueWords();
                    return span;
                }
            }

            return DueSoon();
        }

        private bool MayOpen(int at, string word) =>
            reading.Words[at].Is(Traits.Opens | Traits.Figure) || TimeWords.At(reading, at).Kind != TimeKind.None || TimeWords.NumberOf(word) is not null || TimeWords.Which(reading, at) != word;

        private DueSpan? DueSoon()
        {
            var isSoon = reading.Take(SoonPhrases);
            if (!isSoon && reading.Take("due now", "due already", "now due"))
            {
                PlaceDueWords();
                return new DueSpan($"due by {Dates.InWords(today)}", null, today);
            }

            // "What's due?" asks for what is near; "when is it due?" and "due dates" ask for something else.
            if (!isSoon && (reading.Find("when") is not null || reading.Find("due date") is not null || reading.Find("due dates") is not null || reading.Find("not") is not null || !reading.Take("due")))
            {
                return null;
            }

            PlaceDueWords();
            return new DueSpan($"due in the next {Soon} days", today, today.AddDays(Soon));
        }

        // "between 1 and 30 June", "from May to July", "1-30 June"
        private DueSpan? Between(int at)
        {
            var isBetween = reading.At(at) is "between";
            var start = isBetween || reading.At(at) is "from" ? at + 1 : at;
            if (start == at && !saysDue)
            {
                return null;
            }

            start += start > at && reading.At(start) == "the" ? 1 : 0;
            var first = Days.At(reading, start, toward);
            if (first?.IsOneDay == false || first?.Problem is null)
            {
                // Of "1 and 30 June" the first has no month of its own, and looks like none or like something else.
                if (TimeWords.DayOfMonth(reading.At(start)) is { } day && Join(start + 1, isBetween) is { } join
                    && Days.At(reading, start + 1 + join, toward) is { } second && IsDayOfMonth(start + 1 + join) && (first is null || first.End <= start + 1 + join))
                {
                    return OfOneMonth(at, day, second);
                }
            }

            if (first is null || Join(first.End, isBetween) is not { } joining || Days.At(reading, first.End + joining, toward) is not { } last)
            {
                return null;
            }

            if (first.Problem is not null || last.Problem is not null)
            {
                return Ask(first.Problem is not null ? first : last, at, last.End);
            }

            (first, last) = InOrder(first, last);
            reading.Place(at, last.End - at);
            return new DueSpan($"due between {Dates.InWords(first.First)} and {Dates.InWords(last.Last)}", first.First, last.Last);
        }

        private bool IsDayOfMonth(int at) => TimeWords.DayOfMonth(reading.At(at)) is not null && TimeWords.At(reading, reading.At(at + 1) == "of" ? at + 2 : at + 1).Kind == TimeKind.Month;

        private DueSpan OfOneMonth(int at, int day, SaidDay second)
        {
            if (second.Problem is not null)
            {
                return Ask(second, at, second.End);
            }

            var first = DaysInFigures.In(at, 1, second.First.Year, second.First.Month, day);
            reading.Place(at, second.End - at);
            return new DueSpan($"due between {Dates.InWords(first.First)} and {Dates.InWords(second.First)}", first.First, second.First);
        }

        // How many words join two days to a span; a dash is none.
        private int? Join(int at, bool isBetween)
        {
            if (reading.At(at) is not { } word)
            {
                return null;
            }

            return word is "to" or "until" or "till" or "through" || (word == "and" && isBetween) ? 1
                : reading.Text.AsSpan(reading.Words[at - 1].End, reading.Words[at].Start - reading.Words[at - 1].End).ContainsAny('-', '–', '—') ? 0
                : null;
        }

        // What stands without its year is of the year that makes the shortest span.
        private (SaidDay First, SaidDay Last) InOrder(SaidDay first, SaidDay last)
        {
            if (TimeWords.Of(reading.Words[first.End - 1].Plain).Kind == TimeKind.Weekday)
            {
                return last.Last < first.First ? (first, Moved(last, 7)) : (first, last);
            }

            var firstHasYear = HasYear(first);
            if (firstHasYear && !HasYear(last))
            {
                while (last.Last < first.First)
                {
                    last = InYear(last, last.First.Year + 1);
                }
            }
            else if (!firstHasYear && TimeWords.Of(reading.Words[first.At].Plain).Kind != TimeKind.Relative)
            {
                first = InYear(first, last.Last.Year);
                first = first.First > last.Last ? InYear(first, last.Last.Year - 1) : first;
            }

            return (first, last);
        }

        private bool HasYear(SaidDay said)
        {
            for (var at = said.At; at < said.End; at++)
            {
                if (reading.At(at) is "this" or "next" or "last" or "ago" || Dates.Year(reading.At(at)) is not null)
                {
                    return true;
                }
            }

            return Stretch.At(reading, said.At) is not null || (said.Length == 3 && Glue.Between(reading, said.At) != ' ');
        }

        private static SaidDay Moved(SaidDay said, int days) => said with { First = said.First.AddDays(days), Last = said.Last.AddDays(days), Due = said.Due.AddDays(days) };

        private static SaidDay InYear(SaidDay said, int year)
        {
            var years = year - said.First.Year;
            var last = said.Last.AddYears(years);
            return said with { First = said.First.AddYears(years), Last = said.Last.AddDays(1).Day == 1 ? Dates.LastOf(last.Year, last.Month) : last };
        }

        // "due by 31 March 2017", "before the end of May", "by Friday"
        private DueSpan? UpTo(int at)
        {
            foreach (var phrase in Until)
            {
                if (phrase[0] != reading.At(at)![0] || !reading.StandsAt(phrase, at))
                {
                    continue;
                }

                var start = at + Reading.Length(phrase);
                start += phrase == "by" && reading.At(start) == "on" ? 1 : 0;
                if (phrase is "by" && Days.At(reading, start, toward) is null && reading.At(start) is "now" && saysDue)
                {
                    reading.Place(at, 2);
                    return new DueSpan($"due by {Dates.InWords(today)}", null, today);
                }

                if (Days.At(reading, start, toward) is not { } day || (phrase is "until" or "till" or "up to" && !saysDue))
                {
                    continue;
                }

                PlaceObligation(at);
                if (day.Problem is not null)
                {
                    return saysDue || phrase is "by" or "before" ? Ask(day, at, day.End) : null;
                }

                var excludes = phrase is "before" or "prior to" or "ahead of" && !SaysEnd(start, day.End);
                reading.Place(at, day.End - at);
                return excludes ? new DueSpan($"due before {Dates.InWords(day.First)}", null, day.First.AddDays(-1)) : new DueSpan($"due by {Dates.InWords(day.Due)}", null, day.Due);
            }

            return null;
        }

        private bool SaysEnd(int from, int to)
        {
            for (var at = from; at < to; at++)
            {
                if (reading.At(at) is "end" or "close")
                {
                    return true;
                }
            }

            return false;
        }

        // "due after 1 June", "due from June", "due since April"
        private DueSpan? Starting(int at)
        {
            foreach (var phrase in From)
            {
                if (!saysDue || !reading.StandsAt(phrase, at))
                {
                    continue;
                }

                var start = at + Reading.Length(phrase);
                var isSince = phrase == "since";
                if (Days.At(reading, start, isSince ? Toward.Past : toward) is not { } day)
                {
                    continue;
                }

                if (day.Problem is not null)
                {
                    return Ask(day, at, day.End);
                }

                var onwards = reading.At(day.End) is "onwards" or "onward" or "on" ? 1 : 0;
                reading.Place(at, day.End + onwards - at);
                return isSince ? new DueSpan($"due since {Dates.InWords(day.First)}", day.First, today)
                    : phrase is "after" or "later than" or "beyond" or "past" ? new DueSpan($"due after {Dates.InWords(day.Last)}", day.Last.AddDays(1), null)
                    : new DueSpan($"due from {Dates.InWords(day.First)} on", day.First, null);
            }

            return null;
        }

        // "in the next 3 weeks", "within a month", "in March", "on Friday", "for this week"
        private DueSpan? Inside(int at)
        {
            if (reading.At(at) is not { } word || !Within.Contains(word))
            {
                return null;
            }

            if (SoLong(at, word) is { } ahead)
            {
                return ahead;
            }

            if (Days.At(reading, at + 1, toward) is not { } said)
            {
                // "within the week"
                return word == "within" && reading.At(at + 1) == "the" && TimeWords.At(reading, at + 2) is { Kind: TimeKind.Unit } unit && unit.Unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Quarter
                    && Days.At(reading, at + 1) is null ? ThisUnit(at, unit.Unit) : null;
            }

            if (!saysDue && !MayBeMeantAlone(said, word))
            {
                return null;
            }

            if (said.Problem is not null)
            {
                return saysDue ? Ask(said, at, said.End) : null;
            }

            PlaceObligation(at);
            reading.Place(at, said.End - at);
            return Inside(said);
        }

        private DueSpan ThisUnit(int at, TimeUnit unit)
        {
            reading.Place(at, 3);
            var (first, last) = unit switch
            {
                TimeUnit.Week => (Dates.StartOfWeek(today), Dates.StartOfWeek(today).AddDays(6)),
                TimeUnit.Month => (Dates.StartOfMonth(today), Dates.StartOfMonth(today).AddMonths(1).AddDays(-1)),
                _ => (Dates.StartOfQuarter(today), Dates.StartOfQuarter(today).AddMonths(3).AddDays(-1)),
            };
            return new DueSpan($"due this {unit.ToString().ToLowerInvariant()}", first, last);
        }

        // Due "in 2 weeks" is due by then.
        private DueSpan? SoLong(int at, string word)
        {
            if (word is not ("in" or "within" or "over" or "during" or "for"))
            {
                return null;
            }

            var start = at + 1;
            start += reading.At(start) == "the" ? 1 : 0;
            var isNext = reading.At(start) is "next" or "coming" or "following";
            start += isNext ? 1 : 0;
            if (Stretch.At(reading, start) is not { } stretch || (!isNext && word is not ("in" or "within")) || reading.At(start + stretch.Length) is "ago" or "of" or "on" or "or")
            {
                return null;
            }

            var isTime = reading.At(start + stretch.Length) == "time" ? 1 : 0;
            PlaceObligation(at);
            reading.Place(at, start + stretch.Length + isTime - at);
            return new DueSpan($"due in the next {stretch.WordsAfterThe}", today, stretch.After(today));
        }

        // Without "due", a time word is about due dates only where it could be about nothing else.
        private bool MayBeMeantAlone(SaidDay said, string word) => said.Problem is null && (word is "in" or "on" or "during" or "for" or "over" or "within")
            && (said.Last >= today || TimeWords.At(reading, said.At).Kind == TimeKind.Month)
            && (Dates.Year(reading.At(said.At)) is null || IsAlone(said));

        private DueSpan? Bare(int at)
        {
            if (reading.At(at) is not { Length: > 0 } word || word is "in" or "within" or "the" || (!saysDue && char.IsAsciiDigit(word[0]) && !MayBeDate(at)))
            {
                return null;
            }

            if (Days.At(reading, at, toward) is not { } said)
            {
                return null;
            }

            var which = TimeWords.Which(reading, at);
            var isPlain = which is "this" or "next" or "coming" && TimeWords.At(reading, at + 1) is { Kind: TimeKind.Unit, Unit: not TimeUnit.Year } or { Kind: TimeKind.Weekday }
                || (word is "next" && Stretch.At(reading, at + 1) is not null)
                || TimeWords.At(reading, at) is { Kind: TimeKind.Relative, Value: >= 0 };
            if (!isPlain && !IsBesideDue(at) && !IsAlone(said))
            {
                return null;
            }

            if (said.Problem is not null)
            {
                return IsBesideDue(at) || said.Length > 1 ? Ask(said, at, said.End) : null;
            }

            PlaceObligation(at);
            reading.Place(at, said.End - at);
            return Inside(said);
        }

        private bool MayBeDate(int at) => Glue.Between(reading, at) != ' ' || TimeWords.At(reading, at + 1).Kind == TimeKind.Month || (reading.At(at + 1) is "of" && TimeWords.At(reading, at + 2).Kind == TimeKind.Month);

        // "due Friday", "deadlines next month", "what was due last week", "March deadlines"
        private bool IsBesideDue(int at)
        {
            for (var near = at - 1; near >= 0 && near >= at - 3; near--)
            {
                if (reading.At(near) is { } before && DueWords.Contains(before))
                {
                    return true;
                }

                if (reading.At(near) is not ("date" or "dates" or "is" or "are" or "of" or "the" or "and" or "or"))
                {
                    break;
                }
            }

            return saysDue && (TimeWords.At(reading, at).Kind is TimeKind.Relative or TimeKind.Month or TimeKind.Weekday || TimeWords.Which(reading, at) is "last" or "next" or "this" or "past");
        }

        private bool IsAlone(SaidDay said)
        {
            for (var at = 0; at < reading.Words.Length; at++)
            {
                if ((at < said.At || at >= said.End) && reading.At(at) is { } other && !LittleWords.All.Contains(other) && !DueWords.Contains(other) && other is not ("actions" or "action" or "tasks" or "items" or "priorities" or "milestones"))
                {
                    return false;
                }
            }

            return said.Last >= today;
        }

        private DueSpan Inside(SaidDay said) => new($"due {Phrase(said)}", said.First, said.Last);

        private string Phrase(SaidDay said) =>
            said.Words.StartsWith("this ", StringComparison.Ordinal) || said.Words.StartsWith("next ", StringComparison.Ordinal) || said.Words.StartsWith("last ", StringComparison.Ordinal) ? said.Words
            : said.First == today && said.IsOneDay ? "today"
            : said.IsOneDay && said.First == today.AddDays(1) && said.Words == "tomorrow" ? "tomorrow"
            : said.IsOneDay ? $"on {Dates.InWords(said.First)}"
            : $"in {said.Words}";

        // "needs doing by", "must be completed by": what has to be, not what is.
        private void PlaceObligation(int at)
        {
            for (var done = at - 1; done >= 0 && done >= at - 3; done--)
            {
                if (reading.At(done) is not { } verb || !DoneWords.Contains(verb))
                {
                    continue;
                }

                for (var must = done - 1; must >= 0 && must >= done - 5; must--)
                {
                    if (reading.At(must) is { } word && MustWords.Contains(word))
                    {
                        reading.Place(done);
                        PlaceFrom(must, done);
                        return;
                    }
                }
            }
        }

        private void PlaceFrom(int from, int to)
        {
            while (reading.At(from - 1) is { } before && (MustWords.Contains(before) || before is "be" or "have"))
            {
                from--;
            }

            for (var at = from; at < to; at++)
            {
                if (reading.At(at) is { } word && (MustWords.Contains(word) || word is "be" or "been" or "have" or "of"))
                {
                    reading.Place(at);
                }
            }
        }

        private void PlaceDueWords()
        {
            reading.Take("for completion", "for delivery", "with a deadline of", "with a due date of", "with a due date", "with deadlines", "with a deadline", "with due dates", "due dates", "due date", "falling due", "falls due", "fall due", "coming due", "coming up", "due to be");
            foreach (var word in DueWords)
            {
                reading.Take(word);
            }
        }

        private DueSpan Ask(SaidDay day, int at, int end)
        {
            reading.Place(at, end - at);
            PlaceDueWords();
            return Asking(day);
        }

        private static DueSpan Asking(SaidDay day) => new("due on a day that is not known", null, null, day);
    }
}
