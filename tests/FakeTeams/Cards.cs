using System.Text.Json;

namespace TeamsPlanBot.FakeTeams;

/// <summary>Reads cards as a person does.</summary>
public static class Cards
{
    /// <summary>The lines of a card from top to bottom, its buttons last in square brackets.</summary>
    public static IReadOnlyList<string> Lines(this JsonElement card)
    {
        var lines = new List<string>();
        foreach (var element in card.GetProperty("body").EnumerateArray())
        {
            AddLines(element, lines);
        }

        lines.AddRange(card.Actions().Select(button => $"[{button.GetProperty("title").GetString()}]"));
        return lines;
    }

    /// <summary>Everything that can be pressed: lines first, then the buttons below.</summary>
    public static IReadOnlyList<JsonElement> Buttons(this JsonElement card) =>
    [
        .. card.GetProperty("body").EnumerateArray().Where(element => element.TryGetProperty("selectAction", out _)).Select(element => element.GetProperty("selectAction")),
        .. card.Actions(),
    ];

    private static IEnumerable<JsonElement> Actions(this JsonElement card) =>
        card.TryGetProperty("actions", out var actions) ? actions.EnumerateArray() : [];

    private static void AddLines(JsonElement element, List<string> lines)
    {
        switch (element.GetProperty("type").GetString())
        {
            case "RichTextBlock":
                lines.Add(string.Concat(element.GetProperty("inlines").EnumerateArray().Select(run => run.GetProperty("text").GetString())));
                break;
            case "Container":
                if (element.TryGetProperty("selectAction", out var press))
                {
                    lines.Add($"[{press.GetProperty("title").GetString()}]");
                    break;
                }

                foreach (var item in element.GetProperty("items").EnumerateArray())
                {
                    AddLines(item, lines);
                }

                break;
            case var unknown:
                throw new InvalidOperationException($"A card holds a {unknown}, which nobody taught this reader.");
        }
    }
}
