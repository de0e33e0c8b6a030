using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Questions that a list of actions answers.</summary>
internal static class ActionListRules
{
    // Nobody names a thing in more, and stores refuse to search for it.
    private const int LongestSubject = 200;

    private static readonly string[] ActionWords = ["actions", "action", "tasks", "task", "items", "item", "requirements", "priorities"];

    private static readonly string[] NameMarkers = ["for", "in", "about", "of", "from", "with", "on", "mention", "mentions", "mentioning", "containing", "concerning"];

    private static readonly string[] NotYours = ["show me", "tell me", "give me", "send me", "email me", "let me", "remind me", "find me", "get me",
        "can i", "could i", "may i", "i would like", "id like", "i want", "i need to see", "i need to know", "i need the", "i need a", "i need all"];

    public static Understood? Read(Reading reading, Names names, Speaker speaker)
    {
        var question = new ActionQuestion();
        reading.Kind = "name";
        var named = TakeNames(reading, names);
        foreach (var name in named)
        {
            question = With(question, name);
            reading.Rules.Add($"{name.Kind.ToString().ToLowerInvariant()}: {name.Text}");
        }

        var recommendation = StateRules.TakeRecommendation(reading);
        if (recommendation is not null)
        {
            question = question with { Recommendation = recommendation };
            reading.Rules.Add($"recommendation {recommendation}");
        }

        reading.Kind = "state";
        var state = StateRules.TakeState(reading);
        reading.Kind = "rating";
        var brags = StateRules.TakeBrags(reading);
        reading.Kind = "other";
        var stale = StateRules.TakeStale(reading);
        var noLead = reading.Take("no lead", "no leads", "unassigned", "without a lead", "without lead", "nobody leading");
        var noDate = reading.Take("no date", "no due date", "no dates", "undated", "without a date", "without a due date");
        reading.Kind = "due";
        var due = DueRules.Read(reading);
        reading.Kind = "other";
        reading.Take(NotYours);
        var mine = reading.Take("my", "mine", "me", "i") || reading.Take("im leading");
        var saysActions = reading.Take(ActionWords);

        if (SaysTwoThings(reading, state, due, stale))
        {
            return null;
        }

        if (state == StateAsked.Any && (due is not null || stale is not null))
        {
            state = StateAsked.Open;
        }

        question = question with
        {
            State = state,
            Brags = brags.Brags,
            DueFrom = due?.From,
            DueTo = due?.To,
            NoDate = noDate,
            NoLead = noLead,
            NoProgressSince = stale is { } days ? reading.Today.AddDays(-days) : null,
            Leads = mine ? names.LeadsOf(speaker, reading.Today) : question.Leads,
        };

        var asks = state != StateAsked.Any || brags.Brags.Count > 0 || noLead || noDate || mine || recommendation is not null;
        Request.NoSuchName? subject = null;
        foreach (var (start, count) in reading.FreeRuns(LittleWords.Hold))
        {
            var typed = reading.Typed(start, count);
            var marked = IsMarked(reading, start);
            var meaning = names.Of(reading.Plain(start, count), marked);
            if (meaning.Names.Count > 1)
            {
                return new Understood(new Request.Torn(typed, reading.Choices(typed, meaning.Names.Select(name => name.Text))), "", reading.Rules);
            }

            if (meaning.Names.Count == 1)
            {
                named.Add(meaning.Names[0]);
                question = With(question, meaning.Names[0]);
                reading.Rules.Add($"{meaning.Names[0].Kind.ToString().ToLowerInvariant()}, nearly: {meaning.Names[0].Text}");
            }
            else if ((asks || saysActions) && marked && subject is null && typed.Length <= LongestSubject)
            {
                subject = new Request.NoSuchName(typed, reading.Choices(typed, meaning.Nearest));
                question = question with { Words = typed };
                reading.Rules.Add($"words of an action: {typed}");
            }
            else
            {
                return null;
            }

            reading.Place(start, count);
        }

        if (!asks && named.Count == 0 && subject is null && !saysActions)
        {
            return null;
        }

        if (mine && named.Any(name => name.Kind == NameKind.Lead))
        {
            return null;
        }

        // A conversation that is about one plan means that plan, unless the words name what they are about.
        if (named.Count == 0 && !mine && speaker.Plan is { } about)
        {
            question = question with { Plans = [about] };
            reading.Rules.Add("the plan this conversation is about");
        }

        var heading = Headings.Of(question, due, brags.Words, stale, named, mine, subject);
        return new Understood(
            new Request.ListActions(question, heading, reading.Today, subject),
            $"{heading}, as of {Dates.InWords(reading.Today)}",
            reading.Rules);
    }

    // "for X", "for the X", "for our X"
    private static bool IsMarked(Reading reading, int start)
    {
        var before = start - 1;
        while (before > 0 && reading.Words[before].Plain is "the" or "our" or "all" or "a")
        {
            before--;
        }

        return before >= 0 && NameMarkers.Contains(reading.Words[before].Plain);
    }

    // One list answers one condition: what asks for either of two, or for what excludes itself, is not guessed at.
    private static bool SaysTwoThings(Reading reading, StateAsked state, DueSpan? due, int? stale)
    {
        if (state == StateAsked.Complete && (due is not null || stale is not null || reading.Find("left") is not null || reading.Find("still") is not null))
        {
            return true;
        }

        if (stale is not null && due is not null)
        {
            return true;
        }

        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (reading.At(at) == "or" && !(reading.KindAt(at - 1) == reading.KindAt(at + 1) && reading.KindAt(at - 1) is "rating" or "name"))
            {
                return true;
            }
        }

        return false;
    }

    private static List<Name> TakeNames(Reading reading, Names names)
    {
        var found = new List<Name>();
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (names.StartingAt(reading, at) is { } name)
            {
                var length = name.Words.Length;
                reading.Place(at, length);
                if (reading.At(at - 1) == "by")
                {
                    reading.Place(at - 1);
                }

                found.Add(OfKindSaid(reading, names, name, at, length));
                at += length - 1;
            }
        }

        return found;
    }

    // "section Fostering" and "the Fostering plan" say which of several things of one name is meant.
    private static Name OfKindSaid(Reading reading, Names names, Name name, int at, int length)
    {
        foreach (var beside in (ReadOnlySpan<int>)[at - 1, at + length])
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

    private static ActionQuestion With(ActionQuestion question, Name name) => name.Kind switch
    {
        NameKind.Service => question with { Services = [.. question.Services, .. name.Ids] },
        NameKind.Lead => question with { Leads = [.. question.Leads ?? [], .. name.Ids] },
        NameKind.Section => question with { Sections = [.. question.Sections, .. name.Ids] },
        _ => question with { Plans = [.. question.Plans, .. name.Ids] },
    };
}
