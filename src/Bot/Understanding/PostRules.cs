namespace TeamsPlanBot.Bot.Understanding;

/// <summary>News of an action: "4.3: two workers started, amber", "mark 4.3 complete", "4.3 slipped to 30 June because …", "undo".</summary>
internal static class PostRules
{
    /// <summary>What points to an action, or takes back what was said of one, without a reference.</summary>
    public static IEnumerable<string> Pointing { get; } = ["it", "its", "that", "thats", "this", "one", "action", "scrap", "revert", "reverse", "cancel", "delete", "remove", "back", .. PostUndo.Undo];

    public static Understood? Read(Reading reading, Names names, Speaker speaker)
    {
        if (!MayBe(reading, speaker.Last is { Shown.Count: > 0 }))
        {
            return null;
        }

        var walk = new Walk(reading, 0, 0);
        Residue(ref walk);
        if (walk.Gap == Gap.Foreign || IsToSomebody(walk))
        {
            return NearPosts.Read(walk, isAsked: false);
        }

        var isAsked = Courtesies(ref walk);
        return PostUndo.Read(walk, isAsked) ?? new PostGrammar(names, speaker, isAsked).Read(walk) ?? NearPosts.Read(walk, isAsked);
    }

    /// <summary>Whether a line begins a post of its own: with a reference, or with an instruction and a reference.</summary>
    /// <param name="takesAll">What follows are words for the record, to the end: "4.3: …", "Somerset 4.3 - …".</param>
    public static bool BeginsPost(Reading line, Names names, out bool takesAll)
    {
        takesAll = false;
        var walk = new Walk(line, 0, 0);
        Residue(ref walk);
        if (walk.IsAtEnd || walk.Gap is Gap.Foreign or Gap.Asked)
        {
            return false;
        }

        Courtesies(ref walk);
        var isOrder = PostWords.DeedOf(walk.Plain) != Deed.None || walk.Plain is "progress" or "note";
        var isWords = !isOrder || PostWords.DeedOf(walk.Plain).HasFlag(Deed.Words);
        if (isOrder)
        {
            walk.Step();
            _ = walk.TakeOne("a note to", "a note on", "an update on", "note to", "note on", "update on", "on", "for", "to");
        }

        if (PostObjects.Take(ref walk, names, new Speaker(null, null, null), isExpected: isOrder) is not { IsIt: false, Actions.Count: > 0 })
        {
            return false;
        }

        _ = walk.TakeOne("status update", "progress update", "update", "progress", "note");
        var rest = walk.Text.AsSpan(walk.Until).TrimStart("*_)] \u00A0");
        takesAll = (isWords && rest is [':', ..]) || (rest.Length > 1 && rest[0] is '-' or '–' or '—' && walk.Text[walk.Until] == ' ' && isWords);
        return true;
    }

    /// <summary>Whether the parts of a message order two different things of one action, or take back what they order.</summary>
    public static bool Contradict(IReadOnlyList<Understood> parts)
    {
        List<Request> said = [.. parts.SelectMany(part => part.Request is Request.Several several ? several.Parts.Select(each => each.Request) : [part.Request])];
        for (var i = 1; i < said.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if ((said[i] is Request.Undo && said[j].MayChange) || Contradict(said[j], said[i]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Two entries of words may tell how a rating changed.
    private static bool Contradict(Request one, Request other) => (one, other) switch
    {
        (Request.Post a, Request.Post b) => IsSame(a.Action, b.Action) && (a.Text is null || b.Text is null)
            && new PostMarks(a.Brag, a.State).And(new PostMarks(b.Brag, b.State)).Clash,
        (Request.Reschedule a, Request.Reschedule b) => IsSame(a.Action, b.Action) && a.Due != b.Due,
        (Request.Reassign a, Request.Reassign b) => IsSame(a.Action, b.Action) && !a.Besides && !b.Besides && !a.Leads.SequenceEqual(b.Leads),
        _ => false,
    };

    private static bool IsSame(ActionNamed one, ActionNamed other) =>
        string.Equals(one.Ref, other.Ref, StringComparison.OrdinalIgnoreCase) && (one.Plans.Count == 0 || other.Plans.Count == 0 || one.Plans.Intersect(other.Plans).Any());

    // Most messages name no action: they have no reference, and no "it".
    private static bool MayBe(Reading reading, bool isShown)
    {
        var hasFigures = reading.HasFigures;
        if (hasFigures && reading.Text.AsSpan().ContainsAny('.', ':'))
        {
            return true;
        }

        var words = reading.Words;
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at].Plain;
            if (words[at].Is(Traits.Points) || (isShown && PostObjects.Counts(word))
                || (at > 0 && NearPosts.IsAll(word) && PostWords.DeedOf(words[at - 1].Plain) != Deed.None))
            {
                return true;
            }

            // Without letters or a dot, a reference has a word before it that calls for one.
            if (hasFigures && word.Length <= 7 && word.AsSpan().ContainsAnyInRange('0', '9')
                && (word.AsSpan().ContainsAnyInRange('a', 'z') || at == 0 || (at + 1 < words.Length && words[at + 1].Plain is "is" or "has" or "slipped" or "in") || IsAfterHyphen(reading, at) || (words[at].End < reading.Text.Length && reading.Text[words[at].End] == '(') || words[at - 1].Plain is "on" or "for" or "against" or "to" or "of" or "off" or "protection" or "out" or "complete" or "done" || PostWords.DeedOf(words[at - 1].Plain) != Deed.None || PostObjects.IsNoun(words[at - 1].Plain)))
            {
                return true;
            }
        }

        // "mark Somerset 40 complete"
        return hasFigures && words.Length > 0 && PostWords.DeedOf(words[0].Plain) != Deed.None;
    }

    // "CP-3"
    private static bool IsAfterHyphen(Reading reading, int at) => reading.Words[at].Start > 0 && reading.Text[reading.Words[at].Start - 1] == '-';

    // What is left of a mention of the bot.
    private static void Residue(ref Walk walk)
    {
        var text = walk.Text.AsSpan().TrimStart();
        if (text.StartsWith("<at", StringComparison.OrdinalIgnoreCase) && text.IndexOf("</at>", StringComparison.OrdinalIgnoreCase) is > 0 and var end && text[..end].Contains("bot", StringComparison.OrdinalIgnoreCase))
        {
            walk.GoTo(walk.Text.Length - text.Length + end + "</at>".Length);
        }
    }

    private static bool Courtesies(ref Walk walk)
    {
        var isAsked = false;
        while (!walk.IsAtEnd && walk.Gap is Gap.Joined or Gap.Break)
        {
            var word = walk.Plain;
            if (PostWords.Greets(word))
            {
                walk.Step();
                if (PostWords.IsGreeted(walk.Plain) && walk.Gap == Gap.Joined)
                {
                    walk.Step();
                }
            }
            else if (PostWords.IsCourtesy(word) && !(word == "re" && (walk.PlainAt(1) == "open" || IsSubject(walk))))
            {
                walk.Step();
            }
            else if (word is "can" or "could" or "would" or "will" && walk.PlainAt(1) is "you" or "u")
            {
                walk.Step(2);
                isAsked = true;
                _ = walk.TakeOne("possibly", "kindly");
            }
            else if (Skip(ref walk, "i need you to", "id like you to", "i would like you to", "i want you to"))
            {
                isAsked = true;
            }
            else if (!Skip(ref walk, "good morning", "good afternoon", "good evening", "thank you", "plan bot", "teams plan bot", "go ahead and", "for the record", "quick one", "quick update", "small update", "an update") && !Heading(ref walk))
            {
                break;
            }
        }

        return isAsked;
    }

    // "@Jo …"
    private static bool IsToSomebody(Walk walk) =>
        !walk.IsAtEnd && walk.Start > 0 && walk.Text[walk.Start - 1] == '@' && !walk.Plain.Contains("bot", StringComparison.Ordinal) && !walk.Plain.Contains("plan", StringComparison.Ordinal);

    // "RE: …": the subject of somebody's mail.
    private static bool IsSubject(Walk walk)
    {
        walk.Step();
        return walk.Text.AsSpan(walk.Until).StartsWith(":");
    }

    private static bool Skip(ref Walk walk, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var ahead = walk;
            if (ahead.Plain.Length <= phrase.Length && phrase.StartsWith(ahead.Plain, StringComparison.Ordinal) && (ahead.Gap == Gap.Joined || ahead.Gap == Gap.Break))
            {
                ahead.GoTo(ahead.Start);
                if (ahead.Take(phrase))
                {
                    walk = ahead;
                    return true;
                }
            }
        }

        return false;
    }

    // "Update: 4.3 is amber"
    private static bool Heading(ref Walk walk)
    {
        if (walk.Plain is not ("update" or "updates" or "progress" or "news"))
        {
            return false;
        }

        var ahead = walk;
        ahead.Step();
        if (ahead.Gap != Gap.Break || References.EndAt(ahead.Text, ahead.Start, out var kind) < 0 || kind == ReferenceKind.Number)
        {
            return false;
        }

        walk = ahead;
        return true;
    }
}
