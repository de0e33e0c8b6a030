namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Who speaks, as far as the words need to know: their names, for "my", the plan this conversation is about, and what was last spoken of.</summary>
/// <param name="JustNamed">The action that an earlier part of the same message named: "it" in what follows. Without a reference where it named several.</param>
public sealed record Speaker(string? Name, string? SignIn, int? Plan, Remembered? Last = null, ActionNamed? JustNamed = null)
{
    /// <summary>The plan that is meant where none is named: the one last named or shown, else the conversation's.</summary>
    public int? PlanMeant => Last?.Plan ?? Plan;

    /// <summary>The same speaker, who has just said this too.</summary>
    public Speaker After(Request request) => request switch
    {
        Request.ListActions => this with { Last = new Remembered(request, [], PlanMeant), JustNamed = null },
        Request.ShowAction { Action: { Ref: { } reference, Plans: [var plan] } shown } => this with { Last = new Remembered(request, [new ShownAction(plan, reference)], plan), JustNamed = shown },
        Request.ShowAction { Action: { Ref: not null } shown } => this with { JustNamed = shown },
        Request.Post post => this with { JustNamed = post.Action.Ref is null ? JustNamed : post.Action },
        Request.Reschedule moved => this with { JustNamed = moved.Action.Ref is null ? JustNamed : moved.Action },
        Request.Reassign led => this with { JustNamed = led.Action.Ref is null ? JustNamed : led.Action },
        Request.Tag tag => this with { JustNamed = tag.Action.Ref is null ? JustNamed : tag.Action },
        Request.Several several => this with { JustNamed = several.Parts.Any(part => part.Request.MayChange) ? new ActionNamed(null, []) : JustNamed },
        _ => this,
    };
}

/// <summary>Turns what somebody said into one request. Words, names and a date go in; no store, no clock.</summary>
public static class Reader
{
    public static Understood Read(string text, Names names, DateOnly today, Speaker speaker)
    {
        text = WithoutMention(text).Trim();
        text = speaker.Last?.Meant(text) ?? text;
        if (speaker.Last?.Unexplained is null || ReasonRules.Read(text) is not { } reason)
        {
            return ReadAll(text, names, today, speaker);
        }

        // A reason in the first line, and a post in the next one.
        return text.IndexOf('\n') is > 0 and var end && ReasonRules.Read(text[..end]) is { } first && ReadAll(text[end..].Trim(), names, today, speaker) is { Request.MayChange: true } rest
            ? new Understood(new Request.Several([first, rest]), $"{first.Words}; {rest.Words}", [.. first.Rules, .. rest.Rules])
            : reason;
    }

    private static Understood ReadAll(string text, Names names, DateOnly today, Speaker speaker)
    {
        Reading? whole = null;
        if (Parts.Of(text, names, today, out var ofTheirOwn, ref whole) is not { Count: > 1 } parts)
        {
            return Whole();
        }

        if (parts.Count > Parts.Most)
        {
            return new Understood(new Request.Impossible("progress", $"I changed nothing, because that is more than I take at once. Send at most {Parts.Most} updates in one message.", []), "", ["too many posts in one message"]);
        }

        // Several requests only where each of them is one; else a full stop was just a full stop.
        var read = new List<Understood>();
        var now = speaker;
        foreach (var part in parts)
        {
            var understood = ReadOne(new Reading(part, names, today), names, now);
            if (understood.Request is not Request.Greet && !Parts.IsThanks(part))
            {
                read.Add(understood);
                now = now.After(understood.Request);
            }
        }

        return read switch
        {
            [] => ReadOne(new Reading(parts[0], names, today), names, speaker),
            _ when !ofTheirOwn && read[0].Request.MayChange && parts.Skip(1).Any(Parts.IsRegret) => Whole(),
            _ when PostRules.Contradict(read) => new Understood(new Request.Impossible("progress", "I changed nothing, because those instructions contradict each other. Say only the one that you mean.", []), "", ["instructions that contradict each other"]),
            _ when !text.Contains('\n') && read.Exists(part => part.Request.MayChange) && read.Find(part => part.Request is Request.Impossible or Request.Torn) is { } impossible => impossible,
            _ when !ofTheirOwn && read.Exists(part => part.Request is Request.Unclear or Request.NoSuchName or Request.ListActions { Subject: not null } or Request.ListActions { IsBareName: true }) => Whole(),
            [var only] => only,
            _ => new Understood(new Request.Several(read), string.Join("; ", read.Select(part => part.Words)), [.. read.SelectMany(part => part.Rules)]),
        };

        Understood Whole() => ReadOne(whole ?? new Reading(text, names, today), names, speaker);
    }

    // What Teams leaves of a mention, where it comes without the entity that says so.
    private static string WithoutMention(string text)
    {
        while (text.Contains('<') && text.IndexOf("<at>", StringComparison.OrdinalIgnoreCase) is >= 0 and var start && text.IndexOf("</at>", start, StringComparison.OrdinalIgnoreCase) is >= 0 and var end)
        {
            // Of anybody but the bot the name stays: what is said to Jo is no order to the bot, and an action may be given to her.
            var name = text[(start + "<at>".Length)..end];
            var isBot = name.Contains("bot", StringComparison.OrdinalIgnoreCase) || name.Contains("plan", StringComparison.OrdinalIgnoreCase);
            text = string.Concat(text.AsSpan(0, start), isBot ? "" : $"@{name}", text.AsSpan(end + "</at>".Length)).Trim();
        }

        return text;
    }

    private static Understood ReadOne(Reading reading, Names names, Speaker speaker)
    {
        var (text, today) = (reading.Text, reading.Today);
        if (AskRules.Read(reading, names, speaker) is { } asked)
        {
            return asked;
        }

        var written = MilestoneRules.Read(reading, names, speaker) ?? PostRules.Read(reading, names, speaker);
        if (reading.Words.Length >= Words.Most)
        {
            // Nobody's words for the record are too many; all else was not read to its end.
            return written is { Request: Request.Post { Text: not null } or Request.Impossible } ? written : new Understood(new Request.Unclear([]), "", ["too many words for a question"]);
        }

        // "Record 15.1 for the re-referral rate" only looks like a post about 15.1.
        if (written is null or { Request: Request.Impossible })
        {
            written = MeasureRules.Read(reading, names, speaker) ?? written;
        }

        if (written is not null)
        {
            return written;
        }

        if (AsAWhole(reading, speaker) is { } whole)
        {
            return whole;
        }

        // Only orders are read as they are wrapped: "could you" makes one of "close 4.3?".
        if (Courtesy.Unwrapped(reading) is var bare && bare.Length != text.Length)
        {
            reading = new Reading(bare, names, today);
            if (AsAWhole(reading, speaker) is { } unwrapped)
            {
                return unwrapped;
            }
        }

        return DigestRules.Read(reading, names, speaker)
            ?? PlanBindingRules.Read(reading, names)
            ?? HolderRules.Read(reading, names, reading.Core)
            ?? OrderRules.Read(reading, names, speaker)
            ?? OverviewRules.Read(reading, names, speaker)
            ?? IndicatorRules.Read(reading, names, speaker)
            ?? FollowUp(reading, names, speaker)
            ?? OneActionRules.Read(reading, names, speaker)
            ?? ActionListRules.Read(reading, names, speaker)
            ?? new Understood(new Request.Unclear([.. reading.FreeRuns().Select(run => reading.Typed(run.Start, run.Count))]), "", reading.Rules);
    }

    private static Understood? AsAWhole(Reading reading, Speaker speaker) => FollowUpRules.OfThoseShown(reading, speaker) ?? WholeMessageRules.Read(reading);

    private static Understood? FollowUp(Reading reading, Names names, Speaker speaker)
    {
        var understood = FollowUpRules.Read(reading, names, speaker);
        if (understood is null)
        {
            reading.StartAfresh();
        }

        return understood;
    }
}
