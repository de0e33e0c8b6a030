using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>The names that stand in a message as the plans write them.</summary>
internal static class NamesSaid
{
    private const int LongestName = 10;
    private const int LongestPlan = 6;

    /// <summary>Takes them, in order; what bears the longest name is meant.</summary>
    public static List<Name> Take(Reading reading, Names names)
    {
        var found = new List<(Name Name, int At, int End)>();
        Plans(reading, names, found);
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (names.StartingAt(reading, at) is not { } name)
            {
                if ((Person(reading, names, at) ?? Beginning(reading, names, at)) is var (part, count))
                {
                    reading.Place(at, count);
                    found.Add((part, at, at + count));
                    at += count - 1;
                }

                continue;
            }

            var (begin, end) = (at, at + name.Words.Length);
            reading.Place(begin, end - begin);
            if (Longer(reading, names, begin, end) is var (whole, from, to))
            {
                RemoveFrom(found, from);
                reading.Place(from, to - from);
                (name, begin, end) = (whole, from, to);
            }
            else
            {
                name = OfKindSaid(reading, names, name, begin, end);
            }

            if (reading.At(begin - 1) == "by" || (reading.At(begin - 1) == "the" && reading.At(begin - 2) == "by"))
            {
                reading.Place(reading.At(begin - 1) == "by" ? begin - 1 : begin - 2);
            }

            found.Add((name, begin, end));
            at = end - 1;
        }

        return found.ConvertAll(one => one.Name);
    }

    private static void RemoveFrom(List<(Name Name, int At, int End)> found, int from) => found.RemoveAll(one => one.End > from);

    // "The fostering plan" is a plan, whatever else is called Fostering.
    private static void Plans(Reading reading, Names names, List<(Name Name, int At, int End)> found)
    {
        for (var at = 1; at < reading.Words.Length; at++)
        {
            if (reading.At(at) != "plan")
            {
                continue;
            }

            for (var from = Math.Max(0, at - LongestPlan); from < at; from++)
            {
                if (IsPlanWord(reading, from) && names.PlanOf(reading.Plain(from, at - from)).Names is [var only])
                {
                    reading.Place(from, at + 1 - from);
                    found.Add((only, from, at + 1));
                    break;
                }
            }
        }
    }

    // A little word begins no plan's name, but where it stands for one: "the SEND plan" sends nothing.
    private static bool IsPlanWord(Reading reading, int at)
    {
        if (reading.At(at) is not { } word || OrdinaryWords.IsJoining(word) || (OrdinaryWords.Hold(word) && OrdinaryWords.IsGeneric(word)))
        {
            return false;
        }

        return !LittleWords.All.Contains(word) || at == 0 || reading.At(at - 1) is "the" or "our" || (word == "send" && reading.At(at + 1) == "plan");
    }

    // "Will's actions", "overdue for May": a first name that is an ordinary word besides.
    private static (Name Name, int Count)? Person(Reading reading, Names names, int at)
    {
        if (reading.At(at) is not { } word || !reading.Words[at].Is(Traits.Ordinary) || names.CalledFirst(word) is not { } person)
        {
            return null;
        }

        var isTold = reading.Words[at].Typed.Length > word.Length
            || (OrdinaryWords.IsTime(word) && !IsTime(reading, at)) || (!OrdinaryWords.IsTime(word) && (!LittleWords.All.Contains(word) || !IsHelper(reading, at)));
        return isTold ? (person, 1) : null;
    }

    private static bool IsTime(Reading reading, int at) =>
        reading.At(at - 1) is "in" or "by" or "before" or "since" or "until" or "till" or "end" or "of" or "early" or "late" or "mid" or "this" or "next" or "last" or "from" or "to" or "during" or "between" or "due" or "through" or "after" or "and" or "or"
        || Dates.Number(reading.At(at - 1)) is not null || Dates.Number(reading.At(at + 1)) is not null || Dates.Year(reading.At(at + 1)) is not null || TimeWords.At(reading, at - 1).Kind == TimeKind.Month || TimeWords.At(reading, at + 1).Kind == TimeKind.Month
        || reading.At(at + 1) is "actions" or "deadlines" or "dates";

    // "What will be due", "which may slip"
    private static bool IsHelper(Reading reading, int at) =>
        !(reading.At(at - 1) is "for" or "about" or "with" or "is" or "has" or "of") && (reading.At(at - 1) is "what" or "which" or "that" or "who" or "it" or "we" or "they" or "you" or "i" or "actions" or "this" or "when" or "how" or "there" or "ones" or "everything" or "anything" or "plan" or "whats" or "and" && reading.Words.Length > 2
        || reading.At(at + 1) is "be" or "you" or "we" or "they" or "i" or "it" or "have" or "not" or "the" or "need" or "slip" or "miss" or "go" or "happen" or "this" or "that" or "there" or "also" or "still" or "want" or "like" or "fall" or "become" or "a");

    // "Green Lane", of Green Lane Centre: what begins a name is no rating.
    private static (Name Name, int Count)? Beginning(Reading reading, Names names, int at) =>
        reading.At(at) is { } first && reading.Words[at].Is(Traits.Ordinary) && !reading.Words[at].Is(Traits.Month) && reading.At(at + 1) is { } second && !reading.Words[at + 1].Is(Traits.Ordinary) && names.MayBegin(reading, at)
            && names.Of([first, second]).Names is [var only] && only.Words.Length > 2 && only.Words[0] == first && only.Words[1] == second
            ? (only, 2)
            : null;

    // "head of service for children in care" is one lead, though a service bears a part of the name.
    private static (Name Name, int From, int To)? Longer(Reading reading, Names names, int begin, int end)
    {
        var (first, last) = (begin, end);
        while (last - first < LongestName && first > 0 && reading.Words[first - 1].Is(Traits.Joining | Traits.Generic))
        {
            first--;
        }

        while (last - first < LongestName && last < reading.Words.Length && reading.Words[last].Is(Traits.Joining | Traits.Generic))
        {
            last++;
        }

        // Nearly every name has an "in" or "for" before it; only a manager, head or team makes another name of it.
        if (!HasGeneric(reading, first, begin) && !HasGeneric(reading, end, last))
        {
            return null;
        }

        for (var from = first; from <= begin; from++)
        {
            for (var to = last; to >= end; to--)
            {
                if (to - from > end - begin && !reading.Words[from].Is(Traits.Joining) && !reading.Words[to - 1].Is(Traits.Joining) && names.Whole(reading.Plain(from, to - from)) is { } whole)
                {
                    return (whole, from, to);
                }
            }
        }

        return null;
    }

    private static bool HasGeneric(Reading reading, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (reading.Words[at].Is(Traits.Generic))
            {
                return true;
            }
        }

        return false;
    }

    // "section Fostering" and "the Fostering plan" say which of several things of one name is meant.
    private static Name OfKindSaid(Reading reading, Names names, Name name, int begin, int end)
    {
        foreach (var beside in (ReadOnlySpan<int>)[begin - 1, end])
        {
            NameKind? said = reading.At(beside) switch
            {
                "section" => NameKind.Section,
                "plan" => NameKind.Plan,
                "service" or "team" => NameKind.Service,
                _ => null,
            };
            if (said is { } kind && names.OfKind(name, kind) is { } meant)
            {
                reading.Place(beside);
                return meant;
            }
        }

        return name;
    }
}
