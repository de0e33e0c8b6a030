namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"History of 4.3", "who updated 4.3 last", "its history".</summary>
internal static class HistoryRules
{
    private static readonly Saying[] Asked = ["what/which changes/updates/progress ~ made/posted/recorded/been", "who ~ last updated/changed/edited/touched", "who ~ updated/changed/edited/completed/closed/posted/reopened/rated/moved/marked", "when ~ last updated/changed/touched/edited", "when ~ updated/changed/completed/closed/reopened",
        "what ~ happened/changed/happening lately/recently/since", "what ~ happened/changed", "what ~ said/posted/recorded/reported/written", "last updated/changed/touched/edited", "full? history", "audit trail", "change log", "changelog", "timeline", "update log", "log",
        "all/past/previous/earlier/older/recent? updates/changes", "any updates/changes", "progress so far", "progress to date", "story"];

    private static readonly string[] Little = ["of", "on", "for", "to", "about", "with", "the", "show", "me", "give", "us", "full", "whole", "complete", "all", "please", "action", "in", "has", "have", "been", "so", "far", "last", "who", "what", "see", "get", "list", "its", "it", "that", "one", "this", "s",
        "is", "was", "there", "any", "we", "can", "you", "i", "made", "by", "whom", "and", "when", "tell", "past", "lately", "recently", "then", "to", "date", "posted", "plan", "did", "do", "from", "ones", "most", "hi", "hello", "could", "would", "thanks", "cheers", "first", "green", "red", "amber", "blue", "complete", "hey", "whats", "our", "let", "know", "want", "need", "like", "id", "remind"];

    private static readonly HashSet<string> LittleSet = [.. Little];

    public static Understood? Read(Reading reading, Speaker speaker, Names names)
    {
        if (!reading.Topics.HasFlag(Topic.History) && !reading.Topics.HasFlag(Topic.Changes))
        {
            return null;
        }

        var reference = reading.Reference;
        var isIt = reference is null && IsIt(reading);
        if ((reference is null && !isIt) || reading.Core is { Denies: true })
        {
            return null;
        }

        reading.Kind = "history";
        if (reference is var (at, count, _))
        {
            reading.Place(at, count);
        }

        if (!Sayings.Take(reading, Asked) && !(reference is not null && When(reading)))
        {
            reading.StartAfresh();
            return null;
        }

        reading.Rules.Add("history of one action");
        if (reference is { } first)
        {
            reading.Rules.Add($"reference {first.Typed}");
        }

        if (Days.Since(reading) is { Problem: null } since)
        {
            reading.Place(since.At, since.Length);
        }

        IReadOnlyList<int> plans = speaker.PlanMeant is { } meant ? [meant] : [];
        var isSaid = false;
        foreach (var (start, length) in reading.FreeRuns(LittleSet.Contains).ToList())
        {
            var named = names.PlanOf([.. reading.Plain(start, length).Where(word => word is not "plan")]);
            if (named.Names.Count == 0 || isIt)
            {
                reading.StartAfresh();
                return null;
            }

            plans = [.. named.Names.SelectMany(name => name.Ids).Distinct()];
            isSaid = true;
            reading.Rules.Add($"plan: {string.Join(", ", named.Names.Select(name => name.Text))}");
        }

        var action = new ActionNamed(reference?.Typed, plans, isSaid);
        return new Understood(new Request.ShowHistory(action), action.Ref is { } typed ? $"History of {typed}" : "Its history", reading.Rules);
    }

    // "when did 4.3 change to amber", "when was 4.3 marked complete"
    private static bool When(Reading reading)
    {
        if (reading.Find("when") is not { } at || !(reading.At(at + 1) is "was" or "did" || (reading.KindAt(at + 1) is not null && reading.Find("was") is { } was && was > at)))
        {
            return false;
        }

        for (var next = at + 1; next < reading.Words.Length; next++)
        {
            if (reading.At(next) is "updated" or "changed" or "completed" or "closed" or "reopened" or "marked" or "rated" or "moved" or "change" or "turn" or "go" or "become" or "move")
            {
                reading.Place(at);
                reading.Place(next);
                return true;
            }
        }

        return false;
    }

    // "its history", "what has happened with that one"
    private static bool IsIt(Reading reading) => Sayings.Stand(reading, "its history/timeline/log/story/updates/changes", "history/updates/log/story/timeline/trail/changes/happened/updated/changed/completed/closed/reported/said/posted/edited of/on/for/to/with/about? it/that/this one?")
        && reading.At(reading.Words.Length - 1) is "it" or "that" or "this" or "one" or "history" or "timeline" or "log" or "story" or "updates" or "changes" or "last" or "please" or "lately";
}
