using System.Globalization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>How that which was put on the record is said.</summary>
internal static class RecordWords
{
    // A card is no place for a page of words; the record has all of them.
    private const int LongestQuote = 600;
    private const int LongestInASentence = 60;

    public static string Quote(string words) => $"“{Short(words, LongestQuote)}”";

    public static string Short(string words, int longest = LongestInASentence)
    {
        if (words.Length <= longest)
        {
            return words;
        }

        var end = longest - 1;
        return $"{words[..(char.IsHighSurrogate(words[end - 1]) ? end - 1 : end)]}…";
    }

    /// <summary>"rating green → amber; not started → in progress".</summary>
    public static string Changes(IEnumerable<Change> changes) => string.Join("; ", changes.OrderBy(change => Order(change.Field)).Select(change => Change(change.Field, change.From, change.To)));

    public static string Change(Field field, string? from, string? to) => field switch
    {
        Field.State => $"{from ?? "no state"} → {to ?? "no state"}",
        Field.Brag => $"rating {from ?? "none"} → {to ?? "none"}",
        Field.Due => $"due {Day(from)} → {Day(to)}",
        _ => $"lead {from ?? "nobody"} → {to ?? "nobody"}",
    };

    public static ListedChange Listed(ActionLine action, Change change) => new(action.Plan, action.Ref, change.Field.Word(), change.From, change.To);

    /// <summary>How far a date was moved, and how often in all.</summary>
    public static string? Slipped(Slips slips)
    {
        if (slips.Moves is not [.., var last])
        {
            return null;
        }

        var now = last.Days > 0 ? $"That is {Wording.Count(last.Days, "day")} later." : $"That is {Wording.Count(-last.Days, "day")} earlier.";
        return slips.Moves.Count == 1 || slips.Times == 0 ? now
            : $"{now} It has slipped {Times(slips.Times)}, {Wording.Count(Math.Max(0, slips.Days), "day")} in all since {Dates.InWords(slips.First!.Value)}.";
    }

    /// <summary>What others did since this person last saw the action.</summary>
    public static IEnumerable<string> Meanwhile(ActionLine action, IReadOnlyList<Progress> others) => others.Select(other =>
        other.IsUndo ? $"Meanwhile {other.By ?? "somebody"} took something back on {action.Ref}{(other.Changes.Count > 0 ? $": {Changes(other.Changes)}" : "")}."
        : other.Changes.Count > 0 ? $"Meanwhile {other.By ?? "somebody"} changed {action.Ref}: {Changes(other.Changes)}."
        : $"Meanwhile {other.By ?? "somebody"} posted on {action.Ref}{(other.Text is { } text ? $": {Quote(Short(text, 120))}" : "")}.");

    public static string Number(decimal? value, string? unit = null) => value is { } known ? Wording.Measured(known, unit) : "none";

    /// <summary>A number as scripts read it.</summary>
    public static string? Plain(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);

    private static int Order(Field field) => field switch
    {
        Field.Due => 0,
        Field.Leads => 1,
        Field.Brag => 2,
        _ => 3,
    };

    private static string Day(string? day) => Data.Plans.Spelt.Day(day) is { } date ? Dates.InWords(date) : "no date";

    private static string Times(int times) => times switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{times:N0} times",
    };
}
