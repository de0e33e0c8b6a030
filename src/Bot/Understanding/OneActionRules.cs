using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"4.3", "what's happening with 4.3 in Somerset".</summary>
internal static class OneActionRules
{
    private static readonly HashSet<string> ShowWords =
        ["show", "me", "action", "the", "whats", "what", "is", "happening", "with", "on", "how", "hows", "about", "tell", "open", "details", "of", "for",
         "status", "latest", "where", "are", "we", "please", "going", "who", "leads", "leading", "in", "plan", "give", "full", "when", "lead", "w", "it", "yet", "still", "to", "been", "was", "any", "update", "news"];

    // How an action stands: part of a question about it, or news of it.
    private static readonly HashSet<string> StateWords = ["overdue", "late", "behind", "complete", "completed", "done", "finished", "closed", "started", "due", "red", "amber", "green", "blue"];

    private static readonly HashSet<string> AskingWords = ["is", "are", "was", "when", "who", "what", "whats", "how", "hows", "where", "show", "tell", "give", "open"];

    private static readonly HashSet<string> NotReferences = ["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "q1", "q2", "q3", "q4", "6w", "4w"];

    public static Understood? Read(Reading reading, Names names, Speaker speaker)
    {
        var at = Array.FindIndex(reading.Words, word => IsReference(word.Plain));
        if (at < 0)
        {
            return null;
        }

        var reference = reading.Words[at].Typed;
        if (!IsDotted(reference) && reading.Words.Any(word => word.Typed != reference && !IsOfShowing(word.Plain)))
        {
            return null;
        }

        reading.Place(at);
        reading.Rules.Add($"reference {reference}");
        if (at > 0 && reading.At(at - 1) is "recommendation" or "rec" or "section")
        {
            return null;
        }

        // "4.3 is complete" is news; "is 4.3 complete?" asks.
        if (Array.Exists(reading.Words, word => StateWords.Contains(word.Plain)) && !reading.Text.Contains('?') && !AskingWords.Contains(reading.Words[0].Plain))
        {
            return new Understood(new Request.WouldChange(reference), "", reading.Rules);
        }

        if (reading.Words.Skip(at + 1).FirstOrDefault(word => IsReference(word.Plain) && IsDotted(word.Plain)) is { Plain: not null } another)
        {
            return new Understood(new Request.Unclear([another.Typed]), "", reading.Rules);
        }

        IReadOnlyList<int> plans = speaker.Plan is { } about ? [about] : [];
        foreach (var (start, count) in reading.FreeRuns(IsOfShowing))
        {
            var named = names.PlanOf([.. reading.Plain(start, count).Where(word => word != "plan")]);
            if (named.Names.Count == 0)
            {
                // A question is no news, even one that is not understood.
                Request unplaced = reading.Text.Contains('?') ? new Request.Unclear([reading.Typed(start, count)]) : new Request.WouldChange(reference);
                return new Understood(unplaced, "", reading.Rules);
            }

            plans = [.. named.Names.SelectMany(name => name.Ids).Distinct()];
            reading.Rules.Add($"plan: {string.Join(", ", named.Names.Select(name => name.Text))}");
        }

        return new Understood(new Request.ShowAction(reference, plans), $"Action {reference}", reading.Rules);
    }

    private static bool IsOfShowing(string word) => ShowWords.Contains(word) || StateWords.Contains(word);

    private static bool IsReference(string word) => word.Length <= PlanAction.LongestRef && (IsDotted(word)
        ? word.Any(char.IsAsciiDigit) && word.Split('.').All(part => part.Length is > 0 and <= 6)
        : word.Length is 2 or 3 && word.AsSpan().ContainsAnyInRange('0', '9') && word.Any(char.IsAsciiLetter) && !NotReferences.Contains(word));

    private static bool IsDotted(string word) => word.Contains('.');
}
