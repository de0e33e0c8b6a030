using System.Text.RegularExpressions;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Documents;

/// <summary>Reads how a plan says that an action stands.</summary>
internal static partial class Ratings
{
    /// <summary>The one colour that a cell names; null for none or several.</summary>
    public static Brag? Colour(string cell)
    {
        var colours = Colours().Matches(cell).Select(word => Spelt.Rating(word.Value)).Distinct().ToList();
        return colours is [{ } only] ? only
            : colours.Count > 1 ? null
            : Letter().Match(cell.Trim()) is { Success: true } letter ? Spelt.Rating(Named(letter.Value))
            : cell.Trim().ToLowerInvariant() switch
            {
                "on track" or "on target" => Brag.Green,
                "at risk" or "some slippage" or "minor delay" => Brag.Amber,
                "off track" or "off target" or "overdue" or "delayed" or "significant delay" => Brag.Red,
                _ => null,
            };
    }

    public static ActionState? State(string cell) => cell.Trim().TrimEnd('.', '!').ToLowerInvariant() switch
    {
        "complete" or "completed" or "closed" or "done" or "finished" or "achieved" or "embedded" or "complete and embedded" or "yes" or "100%" or "y" or "✓" or "✔" => ActionState.Complete,
        "in progress" or "underway" or "under way" or "ongoing" or "on-going" or "started" or "open" or "partially complete" or "partly complete" or "partially completed" or "on track" or "off track" or "at risk" or "delayed" or "active" => ActionState.InProgress,
        "not started" or "not yet started" or "to start" or "to do" or "pending" or "planned" or "no" or "0%" or "not due" or "not yet due" => ActionState.NotStarted,
        var words when words.StartsWith("complete ", StringComparison.Ordinal) || words.StartsWith("completed ", StringComparison.Ordinal) => ActionState.Complete,
        var words when words.StartsWith("in progress", StringComparison.Ordinal) => ActionState.InProgress,
        var words when words.StartsWith("not started", StringComparison.Ordinal) => ActionState.NotStarted,
        _ => null,
    };

    private static string Named(string letter) => letter.ToUpperInvariant() switch
    {
        "R" => "red",
        "A" or "Y" => "amber",
        "G" => "green",
        _ => "blue",
    };

    [GeneratedRegex(@"\b(?:red|amber|green|blue)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Colours();

    [GeneratedRegex(@"^[RAGBY]$", RegexOptions.IgnoreCase)]
    private static partial Regex Letter();
}
