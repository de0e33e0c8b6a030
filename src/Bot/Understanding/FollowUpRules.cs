namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What holds on to the last question: "and the red ones?", "what about Fostering?", "the second one", "who leads it?".</summary>
internal static class FollowUpRules
{
    private const int LongestFollowUp = 12;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

    // What begins a question that goes on from the one before.
    private static readonly string[] Openings = ["and what about", "and how about", "what about", "how about", "same for", "same again for", "the same for", "and", "also", "but", "now", "then", "ok", "okay"];

    private static readonly Phrases Narrowings = new(Traits.Narrows, "only", "just", "of those", "of these", "of them", "out of those", "from those", "which of those", "which of these", "which of them");

    private static readonly Phrases Ones = new(Traits.Ones, "ones", "those", "them", "these");

    // A question with one of these says itself what it is about.
    private static readonly string[] FullQuestions = ["actions", "action", "tasks", "task", "items", "everything", "anything", "all", "what", "whats", "show", "list", "give", "find", "tell", "who", "i"];

    /// <summary>The words that say whether a message goes on from the last.</summary>
    public static (Traits Traits, IEnumerable<string> Words)[] Telling { get; } = [(Traits.Narrows, Narrowings.Telling), (Traits.Ones, Ones.Telling), (Traits.Full, FullQuestions)];

    public static Understood? Read(Reading reading, Names names, Speaker speaker)
    {
        if (speaker.Last is not { } last || reading.Words.Length > LongestFollowUp || References.Stand(reading) || OneActionRules.IsNumbered(reading, names))
        {
            return null;
        }

        return Further(reading, names, speaker, last);
    }

    /// <summary>"The second one", "who leads it?": questions about actions that were just shown.</summary>
    public static Understood? OfThoseShown(Reading reading, Speaker speaker) =>
        speaker.Last is { } last && reading.Words.Length is > 0 and <= LongestFollowUp ? Shown(reading, last) ?? OfTheOne(reading, last) : null;

    // "the second one", "number 3", "the last one"
    private static Understood? Shown(Reading reading, Remembered last)
    {
        int? number = null;
        foreach (var word in reading.Words)
        {
            if (Array.IndexOf(Ordinals, word.Plain) is >= 0 and var at)
            {
                number = at + 1;
            }
            else if (word.Plain == "last")
            {
                number = last.Shown.Count;
            }
            else if (word.Plain is ['1' or '2' or '3' or '4' or '5' or '6' or '7' or '8', 's' or 'n' or 'r' or 't', _] ordinal)
            {
                number = ordinal[0] - '0';
            }
            else if (reading.Words.Length > 1 && reading.Find("number") is not null && Dates.Number(word.Plain) is { } figure)
            {
                number = figure;
            }
            else if (word.Plain is not ("the" or "one" or "show" or "me" or "open" or "number" or "please" or "and" or "details" or "of" or "what" or "about" or "tell" or "more" or "on" or "whats" or "action" or "who" or "whos" or "leads" or "lead" or "leading" or "owns" or "is" or "when" or "due" or "status" or "latest" or "with" or "item"))
            {
                return null;
            }
        }

        if (number is not { } wanted)
        {
            return null;
        }

        if (wanted > last.Shown.Count || wanted < 1)
        {
            return new Understood(
                new Request.Impossible("action", last.Shown.Count == 0 ? "I have shown you no list to choose from. Ask for one first." : $"The list I showed you has {last.Shown.Count} on it. Say which of these, or the action's number.", []),
                "",
                ["one of those shown"]);
        }

        var shown = last.Shown[wanted - 1];
        return new Understood(new Request.ShowAction(new ActionNamed(shown.Ref, [shown.Plan], IsSaid: true)), $"Action {shown.Ref}", [$"number {wanted} of those shown"]);
    }

    // "who leads it?", "when is that due?", "tell me more about it"
    private static Understood? OfTheOne(Reading reading, Remembered last)
    {
        if (last.Shown is not [var shown])
        {
            return null;
        }

        var said = false;
        foreach (var word in reading.Words)
        {
            if (word.Plain is "it" or "its" or "that" or "this")
            {
                said = true;
            }
            else if (word.Plain is not ("who" or "whos" or "leads" or "leading" or "lead" or "the" or "when" or "is" or "was" or "due" or "what" or "whats" or "about" or "tell" or "me" or "more" or "show" or "open" or "details" or "of"
                or "one" or "again" or "on" or "how" or "hows" or "going" or "please" or "status" or "and" or "doing" or "where" or "are" or "we" or "with" or "why" or "late" or "overdue" or "red" or "amber" or "green" or "complete" or "done" or "in" or "full" or "owns" or "owner" or "history" or "updates" or "responsible" or "for" or "date" or "deadline" or "latest" or "happening" or "news"))
            {
                return null;
            }
        }

        if (reading.Find("history") is not null || reading.Find("updates") is not null)
        {
            return new Understood(new Request.ShowHistory(new ActionNamed(shown.Ref, [shown.Plan], IsSaid: true)), $"History of {shown.Ref}", ["the one just shown"]);
        }

        return said || (reading.Words is [{ Plain: "who" or "whos" }, ..] && reading.Words.Length <= 3) || reading.Words is [{ Plain: "when" }, ..]
            ? new Understood(new Request.ShowAction(new ActionNamed(shown.Ref, [shown.Plan], IsSaid: true)), $"Action {shown.Ref}", ["the one just shown"])
            : null;
    }

    private static Understood? Further(Reading reading, Names names, Speaker speaker, Remembered last)
    {
        if (last.Asked is null || !GoesOn(reading, out var narrows, out var isPlain))
        {
            return null;
        }

        return last.Asked switch
        {
            Request.ListActions list => Again(reading, list) ?? ActionListRules.GoOn(reading, names, speaker, list, narrows, isPlain),
            Request.Summarise => Elsewhere(reading, names, speaker, about => new Request.Summarise(about), "Summary"),
            Request.ListChanges changes => Elsewhere(reading, names, speaker, about => new Request.ListChanges(about, changes.Since), $"What changed since {Dates.InWords(changes.Since)}"),
            Request.ListIndicators indicators => Elsewhere(reading, names, speaker, about => indicators with { About = about }, "Indicators"),
            Request.ShowCoverage => Elsewhere(reading, names, speaker, about => new Request.ShowCoverage(about), "Coverage of recommendations"),
            Request.ShowIndicator => Indicator(reading, names),
            _ => null,
        };
    }

    // "show them", "back to the list"
    private static Understood? Again(Reading reading, Request.ListActions list)
    {
        var says = string.Join(' ', reading.Words.Select(word => word.Plain));
        return says is "show them" or "list them" or "show me them" or "show them all" or "list them all" or "who leads them" or "who owns them" or "show the list" or "back to the list" or "the list" or "list" or "show me" or "show me the list" or "let me see them" or "which ones" or "which ones are they" or "which are they" or "what are they" or "the list again" or "show the list again" or "show all of them"
            ? new Understood(list with { From = 0 }, $"{list.Heading}, as of {Dates.InWords(list.AsOf)}", ["the last list again"])
            : null;
    }

    private static Understood? Indicator(Reading reading, Names names)
    {
        foreach (var (start, count) in reading.FreeRuns(IsOfGoingOn))
        {
            return names.Indicators(reading.Plain(start, count)).Names is [var only]
                ? new Understood(new Request.ShowIndicator(only.Ids, only.Text), only.Text, ["goes on from the last question", $"indicator: {only.Text}"])
                : null;
        }

        return null;
    }

    // A message goes on from the last one where it opens so, speaks of "ones" or "those", or says too little to be a question of its own.
    private static bool GoesOn(Reading reading, out bool narrows, out bool isPlain)
    {
        var opens = false;
        isPlain = false;
        narrows = false;
        foreach (var opening in Openings)
        {
            if (reading.StandsAt(opening, 0))
            {
                opens = true;
                break;
            }
        }

        narrows = Narrowings.Stand(reading);
        var ones = Ones.Stand(reading);
        if (opens || narrows || ones)
        {
            return true;
        }

        // "which are overdue", "any red?"
        isPlain = true;
        foreach (var word in reading.Has(Traits.Full) ? FullQuestions : [])
        {
            if (reading.Find(word) is not null)
            {
                return reading.Find("how many") is 0 && reading.Words.Length <= 5;
            }
        }

        return true;
    }

    private static Understood? Elsewhere(Reading reading, Names names, Speaker speaker, Func<About, Request> ask, string words)
    {
        var found = NamesSaid.Take(reading, names);
        foreach (var (start, count) in reading.FreeRuns(IsOfGoingOn))
        {
            var meaning = names.Of(reading.Plain(start, count));
            if (meaning.Names.Count != 1)
            {
                return null;
            }

            found.Add(meaning.Names[0]);
        }

        var about = AboutReader.Of(names.Nearer(found, speaker));
        return found.Count == 0 ? null : new Understood(ask(about), $"{words} for {about.Name}", ["goes on from the last question", .. reading.Rules]);
    }

    private static bool IsOfGoingOn(string word) => LittleWords.Hold(word) || word is "same" or "only" or "just" or "but" or "now" or "then" or "ok" or "okay" or "also" or "again";
}
