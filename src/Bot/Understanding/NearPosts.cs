namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What is nearly a post and must not be one: "don't close 4.3", "Jo closed 4.3 last week", "4.3 should be complete by Friday".</summary>
internal static class NearPosts
{
    private const int Near = 5;

    // Longer messages are not offered again as a button.
    private const int LongestChoice = 200;

    public static Understood? Read(Walk walk, bool isAsked)
    {
        var reading = walk.Reading;
        if (IsForbidden(walk))
        {
            return new Understood(new Request.Impossible("unknown", "I changed nothing, because you said so.", []), "", ["an instruction not to change something"]);
        }

        if (IsOfAll(walk))
        {
            return new Understood(
                new Request.Impossible("progress", "I changed nothing, because I change only actions that you name. Write, for example, “mark 4.3 and 4.4 complete”.", []), "", ["an instruction for all of them at once"]);
        }

        if (IsQuestion(walk, isAsked) || Mentioned(walk, out var isOrder) is not var (start, end))
        {
            return null;
        }

        var reference = reading.Text[start..end];
        var rest = reading.Text[end..].Trim(' ', ',', '.', ';', ':', '-', '–', '—', '!', '\n', '\r');
        List<Choice> choices = [];
        if (isOrder is null && rest.Length is > 0 and <= LongestChoice && reading.Text.AsSpan(0, start).Trim().IsEmpty)
        {
            var words = $"{reference}: {rest}";
            choices.Add(new Choice(words, words));
        }

        choices.Add(new Choice($"Show {reference}", $"show {reference}"));
        return new Understood(
            new Request.Impossible(IsOrder(walk) ? "progress" : "unknown", $"I changed nothing, because I am not sure that you want {reference} changed. Words go on its record with “{reference}: …”; “mark {reference} complete” closes it.", choices),
            "", [$"nearly a post about {reference}"]);
    }

    // "don't close it"
    private static bool IsForbidden(Walk walk)
    {
        if (walk.Plain is "dont" or "never")
        {
            walk.Step();
        }
        else if (walk.Plain == "do" && walk.PlainAt(1) == "not")
        {
            walk.Step(2);
        }
        else
        {
            return false;
        }

        return PostWords.DeedOf(walk.Plain) != Deed.None && walk.PlainAt(1) is "it" or "that" or "this";
    }

    /// <summary>Whether this word, after an instruction, stands for more actions than anybody names: "close everything".</summary>
    public static bool IsAll(string word) => word is "all" or "everything" or "every" or "both" or "them" or "these" or "those";

    // "mark them all complete"
    private static bool IsOfAll(Walk walk)
    {
        var deed = PostWords.DeedOf(walk.Plain);
        if (!IsAll(walk.PlainAt(1)) || walk.Text.Contains('?') || (deed & (Deed.Marks | Deed.Completes | Deed.Reopens)) == Deed.None)
        {
            return false;
        }

        var speaks = !deed.HasFlag(Deed.Marks);
        for (var at = walk.At + 2; at < walk.Reading.Words.Length; at++)
        {
            speaks |= PostMarks.Speaks(walk.Reading.Words[at]);
        }

        return speaks;
    }

    // Somebody asks, even if no question mark says so.
    private static bool IsQuestion(Walk walk, bool isAsked)
    {
        // "remind me when 4.3 was closed"
        if (walk.Plain == "remind" && walk.PlainAt(1) is "me" or "us" && walk.PlainAt(2) is "when" or "who" or "what" or "why" or "how" or "which" or "where" && walk.PlainAt(3) is not ("to" or "is"))
        {
            return true;
        }

        var reading = walk.Reading;
        var first = reading.Words.Length == 0 ? "" : reading.Words[0].Plain;
        if (!walk.IsAtEnd && walk.Plain is not "not" && PostWords.Asks(walk.Plain) && !(walk.Plain is "do" or "will" && walk.PlainAt(1) == "not"))
        {
            return true;
        }

        if (isAsked && PostWords.DeedOf(walk.Plain) == Deed.None)
        {
            return true;
        }

        return reading.Text.Contains('?') && !Orders(walk) && first is not ("dont" or "do");
    }

    // "mark 4.3 amber or red" is one that cannot be carried out; "we did not close 4.3" is none.
    private static bool IsOrder(Walk walk) => walk.Gap is Gap.Joined or Gap.Break && !walk.Text.Contains('?') && Orders(walk);

    private static bool Orders(Walk walk)
    {
        if (PostWords.DeedOf(walk.Plain) == Deed.None)
        {
            return false;
        }

        walk.Step();
        return References.EndAt(walk.Text, walk.Start, out _) >= 0;
    }

    // An action that somebody speaks of as if something were to be done with it, or had been.
    private static (int Start, int End)? Mentioned(Walk walk, out string? order)
    {
        order = null;
        var reading = walk.Reading;
        for (var at = 0; at < reading.Words.Length; at++)
        {
            var start = reading.Words[at].Start;
            var end = References.EndAt(reading.Text, start, out var kind);
            if (end < 0 || (at > 0 && reading.Words[at - 1].Plain is "recommendation" or "rec" or "section" or "at" or "version" or "page" or "from" or "by" or "until"))
            {
                continue;
            }

            var before = at > 0 ? reading.Words[at - 1].Plain : "";

            // "record 16.2 for the re-referral rate"
            if (before is "record" or "log" or "post" && at + 1 < reading.Words.Length && reading.Words[at + 1].Plain == "for")
            {
                continue;
            }

            var isSure = kind == ReferenceKind.Dotted || (kind == ReferenceKind.Lettered && (at == walk.At || before is "action"));
            before = before is "action" or "the" or "item" && at > 1 ? reading.Words[at - 2].Plain : before;
            if (PostWords.TellsDeed(before) || (PostWords.DeedOf(before) != Deed.None && (isSure || kind == ReferenceKind.Lettered || PostWords.DeedOf(before).HasFlag(Deed.Completes) || before == "mark")))
            {
                order = before;
                return (start, end);
            }

            if (!isSure || before is "to" or "of" or "is" or "was" or "for" or "in")
            {
                continue;
            }

            for (var after = at + 1; after < reading.Words.Length && after <= at + Near; after++)
            {
                if (reading.Words[after].Start < end)
                {
                    continue;
                }

                if (PostMarks.Speaks(reading.Words[after]) || reading.Words[after].Plain is "slipped" or "slip" or "delayed" or "postponed" or "blocked" or "stuck" or "stalled" or "paused" or "waiting" or "awaiting")
                {
                    return (start, end);
                }
            }
        }

        return null;
    }
}
