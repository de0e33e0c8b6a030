using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"4.3", "what's happening with 4.3 in Somerset".</summary>
internal static class OneActionRules
{
    private static readonly HashSet<string> ShowWords =
        ["show", "me", "action", "the", "whats", "what", "is", "happening", "with", "on", "how", "hows", "about", "tell", "open", "details", "of", "for",
         "status", "latest", "where", "are", "we", "please", "going", "who", "leads", "in", "plan", "give", "full", "overdue", "complete", "due", "when", "lead"];

    public static Understood? Read(Reading reading, Names names, Speaker speaker)
    {
        var at = reading.Words.ToList().FindIndex(word => IsReference(word.Plain));
        if (at < 0)
        {
            return null;
        }

        var reference = reading.Words[at].Typed;
        reading.Place(at);
        reading.Rules.Add($"reference {reference}");
        if (at > 0 && reading.At(at - 1) is "recommendation" or "rec" or "section")
        {
            return null;
        }

        IReadOnlyList<int> plans = speaker.Plan is { } about ? [about] : [];
        foreach (var (start, count) in reading.FreeRuns(ShowWords.Contains))
        {
            var named = names.PlanOf([.. reading.Plain(start, count).Where(word => word != "plan")]);
            if (named.Names.Count == 0)
            {
                return new Understood(new Request.WouldChange(reference), "", reading.Rules);
            }

            plans = [.. named.Names.SelectMany(name => name.Ids).Distinct()];
            reading.Rules.Add($"plan: {string.Join(", ", named.Names.Select(name => name.Text))}");
        }

        return new Understood(new Request.ShowAction(reference, plans), $"Action {reference}", reading.Rules);
    }

    private static bool IsReference(string word) =>
        word.Length <= PlanAction.LongestRef && word.Contains('.') && char.IsAsciiDigit(word[0]) && word.Split('.').All(part => part.Length is > 0 and <= 6);
}
