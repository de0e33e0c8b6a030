namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What a person and the bot last spoke of in a conversation: what "it", "the second one" and "and the red ones?" hold on to.</summary>
/// <param name="Asked">The last question.</param>
/// <param name="Shown">The actions last shown, in order.</param>
/// <param name="Plan">The plan last named or shown.</param>
/// <param name="Choices">Which of several was meant was asked; the answer may be one of these.</param>
/// <param name="Unexplained">The message that moved dates without a reason; the next one may be that reason.</param>
/// <param name="At">When that was, in UTC.</param>
public sealed record Remembered(Request? Asked, IReadOnlyList<ShownAction> Shown, int? Plan, IReadOnlyList<Choice>? Choices = null, string? Unexplained = null, DateTime? At = null)
{
    private const int LongestChoice = 6;

    /// <summary>The message that somebody means who was asked which one, and said only that.</summary>
    public string? Meant(string said)
    {
        if (Choices is not { Count: > 0 } || Words.Of(said) is not { Length: > 0 and <= LongestChoice } words)
        {
            return null;
        }

        var told = words.Select(word => word.Plain).Where(word => !(LittleWords.Hold(word) || word is "meant" or "mean" or "team" or "service")).ToList();
        var meant = Choices.Where(choice => told.Count > 0 && told.TrueForAll(word => Words.Of(choice.Name).Any(other => other.Plain == word))).ToList();
        return meant.Find(choice => Words.Of(choice.Name).Length == told.Count)?.Ask ?? (meant is [var only] ? only.Ask : null);
    }
}

/// <summary>An action that was shown.</summary>
public sealed record ShownAction(int Plan, string Ref);
