using System.Text.Json;

namespace TeamsPlanBot.FakeTeams;

/// <summary>Reads cards as a person does.</summary>
public static class Cards
{
    /// <summary>The lines of a card from top to bottom, its buttons last in square brackets. What a client draws that knows no charts.</summary>
    public static IReadOnlyList<string> Lines(this JsonElement card)
    {
        var lines = new List<string>();
        foreach (var element in card.GetProperty("body").EnumerateArray())
        {
            AddLines(element, lines);
        }

        lines.AddRange(card.Actions().Select(button => $"[{Title(button)}]"));
        return lines;
    }

    /// <summary>Everything that can be pressed: the buttons below first, then the lines from top to bottom.</summary>
    public static IReadOnlyList<JsonElement> Buttons(this JsonElement card) =>
    [
        .. card.Actions(),
        .. card.GetProperty("body").EnumerateArray().Where(element => element.TryGetProperty("selectAction", out _)).Select(element => element.GetProperty("selectAction")),
    ];

    private static IEnumerable<JsonElement> Actions(this JsonElement card) =>
        card.TryGetProperty("actions", out var actions) ? actions.EnumerateArray() : [];

    private static string? Title(JsonElement button) => button.GetProperty("title").GetString();

    private static void AddLines(JsonElement element, List<string> lines)
    {
        switch (element.GetProperty("type").GetString())
        {
            case "RichTextBlock":
                lines.Add(Text(element));
                break;
            case "Container":
                var items = element.GetProperty("items").EnumerateArray().ToList();

                // A line that is nothing but its press is a button.
                if (element.TryGetProperty("selectAction", out var press) && items is [var only] && Text(only) == Title(press))
                {
                    lines.Add($"[{Title(press)}]");
                    break;
                }

                items.ForEach(item => AddLines(item, lines));
                break;
            case "Input.Text" or "Input.ChoiceSet" or "Input.Date":
                lines.Add($"{element.GetProperty("label").GetString()}: {(element.TryGetProperty("value", out var value) ? value.GetString() : "")}".TrimEnd());
                break;
            case "Table":
                lines.AddRange(element.GetProperty("rows").EnumerateArray().Select(row =>
                    string.Join(" | ", row.GetProperty("cells").EnumerateArray().SelectMany(cell => cell.GetProperty("items").EnumerateArray()).Select(Text))));
                break;
            case "Chart.HorizontalBar" or "Chart.Line":
                AddLines(element.GetProperty("fallback"), lines);
                break;
            case var unknown:
                throw new InvalidOperationException($"A card holds a {unknown}, which nobody taught this reader.");
        }
    }

    private static string Text(JsonElement block) => string.Concat(block.GetProperty("inlines").EnumerateArray().Select(run => run.GetProperty("text").GetString()));
}
