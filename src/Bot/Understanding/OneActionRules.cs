namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"4.3", "what's happening with 4.3 in Somerset".</summary>
internal static class OneActionRules
{
    private static readonly HashSet<string> ShowWords =
        ["show", "me", "action", "the", "whats", "what", "is", "happening", "with", "on", "how", "hows", "about", "tell", "open", "details", "of", "for",
         "status", "latest", "where", "are", "we", "please", "going", "who", "leads", "leading", "in", "plan", "give", "full", "when", "whens", "lead", "w", "it", "yet", "still", "to", "been", "was", "any", "update", "news",
         "state", "date", "deadline", "colour", "color", "service", "why", "whos", "has", "had", "did", "finished", "start", "begun", "times", "slipped", "milestone", "milestones", "sub", "subs", "subaction", "subactions", "actions", "explain", "describe", "remind", "change", "changed", "go", "went", "recommendation", "progress", "timescale", "outcome", "measure", "measures", "again", "before", "slip", "slipping", "move", "moved", "reopened", "number", "ref", "reference"];

    // How an action stands: part of a question about it, or news of it.
    private static readonly HashSet<string> StateWords = ["overdue", "late", "behind", "complete", "completed", "done", "finished", "closed", "started", "due", "red", "amber", "green", "blue"];

    private static readonly HashSet<string> AskingWords = ["is", "are", "was", "when", "whens", "who", "what", "whats", "how", "hows", "where", "has", "have", "did", "does", "do", "can", "could", "why", "which", "whos", "wheres", "show", "tell", "give", "open"];

    public static Understood? Read(Reading reading, Names names, Speaker speaker)
    {
        var found = reading.Reference ?? Shown(reading) ?? Numbered(reading, names);
        while (found is { } day && Days.IsDay(reading, day.At))
        {
            found = References.FirstIn(reading, day.At + 1);
        }

        if (found is not var (at, words, reference))
        {
            return null;
        }

        if (at > 0 && reading.At(at - 1) is "recommendation" or "rec" or "section")
        {
            return null;
        }

        reading.Place(at, words);
        reading.Rules.Add($"reference {reference}");

        // "4.3 is complete" is news; "is 4.3 complete?" asks.
        var asks = reading.Text.Contains('?') || AskingWords.Contains(reading.Words[0].Plain) || AsksAfter(reading, at + words);
        if (!asks && Array.Exists(reading.Words, word => StateWords.Contains(word.Plain)))
        {
            return new Understood(new Request.Unclear([reading.Text]), "", reading.Rules);
        }

        if (References.FirstIn(reading, at + words) is { } another)
        {
            return new Understood(new Request.Unclear([another.Typed]), "", reading.Rules);
        }

        IReadOnlyList<int> plans = speaker.PlanMeant is { } about ? [about] : [];
        var isSaid = false;
        foreach (var (start, count) in reading.FreeRuns(IsOfShowing))
        {
            var named = names.PlanOf([.. reading.Plain(start, count).Where(word => word != "plan")]);
            if (named.Names.Count == 0 && !reference.Contains('.', StringComparison.Ordinal))
            {
                // "S47 enquiries" speaks of no action.
                reading.StartAfresh();
                return null;
            }

            if (named.Names.Count == 0)
            {
                // Whatever is asked about 4.3, the action in full answers; in another place it may be another.
                if (asks && reading.At(start - 1) is not ("in" or "for" or "from" or "of"))
                {
                    continue;
                }

                return new Understood(new Request.Unclear([reading.Typed(start, count)]), "", reading.Rules);
            }

            isSaid = true;
            plans = [.. named.Names.SelectMany(name => name.Ids).Distinct()];
            reading.Rules.Add($"plan: {string.Join(", ", named.Names.Select(name => name.Text))}");
        }

        return new Understood(new Request.ShowAction(new ActionNamed(reference, plans, isSaid)), $"Action {reference}", reading.Rules);
    }

    // "4.3 when is it due"
    private static bool AsksAfter(Reading reading, int from)
    {
        for (var at = from; at < reading.Words.Length; at++)
        {
            if (reading.Words[at].Plain is "whens" or "whos" or "whats" or "hows" || (reading.Words[at].Plain is "when" or "who" or "what" or "where" or "how" or "why" && at + 1 < reading.Words.Length && reading.Words[at + 1].Plain is "is" or "was" or "are" or "does" or "did" or "leads" or "owns"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it names an action by a number and its plan.</summary>
    public static bool IsNumbered(Reading reading, Names names)
    {
        var isNumbered = Numbered(reading, names) is not null;
        if (isNumbered)
        {
            reading.StartAfresh();
        }

        return isNumbered;
    }

    // "57 in Somerset", "Somerset 57", "number 57", "#57": beside nothing of these a number may count things.
    private static (int At, int Count, string Typed)? Numbered(Reading reading, Names names)
    {
        if (!reading.HasFigures)
        {
            return null;
        }

        for (var at = 0; at < reading.Words.Length; at++)
        {
            var word = reading.Words[at];
            if (!char.IsAsciiDigit(word.Plain.FirstOrDefault()) || References.EndAt(reading.Text, word.Start, out _) != word.End)
            {
                continue;
            }

            if (word.Start > 0 && reading.Text[word.Start - 1] == '#')
            {
                return (at, 1, word.Typed);
            }

            if (at > 0 && (reading.Words[at - 1].Plain == "number" || (reading.Words[at - 1].Plain == "no" && (at == 1 || reading.Words[at - 2].Plain is "action" or "show"))) && EndsInPlan(reading, at + 1, reading.Words.Length, names))
            {
                reading.Place(at - 1);
                return (at, 1, word.Typed);
            }

            return IsOfPlan(reading, at, names) ? (at, 1, word.Typed) : null;
        }

        return null;
    }

    // Nothing follows, or a plan.
    private static bool EndsInPlan(Reading reading, int at, int end, Names names)
    {
        while (at < end && reading.Words[at].Plain is "in" or "of" or "from" or "for" or "the")
        {
            at++;
        }

        while (end > at && reading.Words[end - 1].Plain is "please" or "pls" or "thanks" or "plan")
        {
            end--;
        }

        return at == end || PostObjects.NamesPlan(reading, at, end - at, names);
    }

    // One thing is asked for, by its number and its plan, and all words are of that.
    private static bool IsOfPlan(Reading reading, int at, Names names)
    {
        var from = 0;
        while (from < at && reading.Words[from].Plain is "show" or "me" or "open" or "what" or "whats" or "is" or "when" or "whens" or "who" or "whos" or "leads" or "leading" or "owns" or "tell" or "about" or "how" or "hows" or "explain" or "describe" or "please" or "hi" or "hello" or "where" or "wheres")
        {
            from++;
        }

        if (from < at)
        {
            return at + 1 == reading.Words.Length && reading.Words[from].Plain is not ("in" or "for") && PostObjects.NamesPlan(reading, from, at - from, names) && !PostObjects.NamesPlan(reading, from, at - from + 1, names);
        }

        var asksOne = from > 0 && reading.Words[0].Plain is "when" or "whens" or "is";
        var end = reading.Words.Length;
        while (asksOne && end > at + 1 && (reading.Words[end - 1].Plain is "due" or "yet" or "on" || StateWords.Contains(reading.Words[end - 1].Plain)))
        {
            end--;
        }

        var next = at + 1;
        while (next < end && reading.Words[next].Plain is "in" or "of" or "from" or "the")
        {
            next++;
        }

        return next > at + 1 && next < end && !Array.Exists(reading.Words[next..end], word => StateWords.Contains(word.Plain)) && EndsInPlan(reading, next, end, names);
    }

    private static bool IsOfShowing(string word) => ShowWords.Contains(word) || StateWords.Contains(word) || LittleWords.Hold(word);

    // "show 7"
    private static (int At, int Count, string Typed)? Shown(Reading reading)
    {
        var last = reading.Words.Length - 1;
        return last is 1 or 2 && reading.At(0) is "show" or "open" && (last == 1 || reading.At(1) is "me") && References.EndAt(reading.Text, reading.Words[last].Start, out _) == reading.Words[last].End
            ? (last, 1, reading.Words[last].Typed)
            : null;
    }
}
