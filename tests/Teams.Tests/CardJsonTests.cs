using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsPlanBot.Teams.Cards;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

public sealed class CardJsonTests
{
    [Fact]
    public void A_card_says_what_it_is_by_which_schema_and_version()
    {
        var json = Written(new AdaptiveCard { FallbackText = "A card.", Body = [] });

        Assert.StartsWith("""{"type":"AdaptiveCard",""", json, StringComparison.Ordinal);
        Is("""{ "type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.5", "fallbackText": "A card.", "body": [] }""", JsonNode.Parse(json)!);
    }

    [Fact]
    public void A_text_has_runs_in_their_styles() => IsElement(
        """
        {
          "type": "RichTextBlock", "spacing": "Small", "separator": true,
          "inlines": [
            { "type": "TextRun", "text": "4.2 ", "size": "Large", "weight": "Bolder", "color": "Attention", "isSubtle": true },
            { "type": "TextRun", "text": "*not markdown* <b>" }
          ]
        }
        """,
        new RichTextBlock
        {
            Spacing = Spacing.Small,
            Separator = true,
            Inlines =
            [
                new TextRun("4.2 ") { Size = TextSize.Large, Weight = TextWeight.Bolder, Color = TextColour.Attention, IsSubtle = true },
                new TextRun("*not markdown* <b>"),
            ],
        });

    [Fact]
    public void A_container_holds_elements() => IsElement(
        """
        {
          "type": "Container",
          "items": [
            { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "one" } ] },
            { "type": "Container", "items": [ { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "two" } ] } ] }
          ]
        }
        """,
        new Container { Items = [Text("one"), new Container { Items = [Text("two")] }] });

    [Fact]
    public void A_fallback_is_an_element_that_may_have_its_own() => IsElement(
        """
        {
          "type": "Container", "items": [],
          "fallback": {
            "type": "Container", "items": [],
            "fallback": { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "plain" } ] }
          }
        }
        """,
        new Container { Items = [], Fallback = new Container { Items = [], Fallback = Text("plain") } });

    [Fact]
    public void A_button_carries_its_verb_and_data() => IsAction(
        """{ "type": "Action.Execute", "title": "Show more", "verb": "ask", "data": { "from": 5, "of": [ "a", null ] } }""",
        new ExecuteAction { Title = "Show more", Verb = "ask", Data = JsonElement.Parse("""{ "from": 5, "of": [ "a", null ] }""") });

    [Fact]
    public void A_button_may_have_no_data() =>
        IsAction("""{ "type": "Action.Execute", "title": "Plans", "verb": "ask" }""", new ExecuteAction { Title = "Plans", Verb = "ask" });

    [Theory]
    [InlineData(TextColour.Default, "Default")]
    [InlineData(TextColour.Accent, "Accent")]
    [InlineData(TextColour.Good, "Good")]
    [InlineData(TextColour.Warning, "Warning")]
    [InlineData(TextColour.Attention, "Attention")]
    public void Colours_are_spelled_as_Adaptive_Cards_spells_them(TextColour colour, string spelled) =>
        Assert.Equal(spelled, Run(new TextRun("x") { Color = colour })["color"]!.GetValue<string>());

    [Theory]
    [InlineData(TextSize.Small, "Small")]
    [InlineData(TextSize.Medium, "Medium")]
    [InlineData(TextSize.Large, "Large")]
    public void Sizes_are_spelled_as_Adaptive_Cards_spells_them(TextSize size, string spelled) =>
        Assert.Equal(spelled, Run(new TextRun("x") { Size = size })["size"]!.GetValue<string>());

    [Theory]
    [InlineData(TextWeight.Lighter, "Lighter")]
    [InlineData(TextWeight.Default, "Default")]
    [InlineData(TextWeight.Bolder, "Bolder")]
    public void Weights_are_spelled_as_Adaptive_Cards_spells_them(TextWeight weight, string spelled) =>
        Assert.Equal(spelled, Run(new TextRun("x") { Weight = weight })["weight"]!.GetValue<string>());

    [Theory]
    [InlineData(Spacing.None, "None")]
    [InlineData(Spacing.Small, "Small")]
    [InlineData(Spacing.Medium, "Medium")]
    [InlineData(Spacing.Large, "Large")]
    public void Spacings_are_spelled_as_Adaptive_Cards_spells_them(Spacing spacing, string spelled) =>
        Assert.Equal(spelled, First("body", new AdaptiveCard { FallbackText = "", Body = [Text("x") with { Spacing = spacing }] })["spacing"]!.GetValue<string>());

    private static RichTextBlock Text(string text) => new() { Inlines = [new TextRun(text)] };

    private static JsonNode Run(TextRun run) =>
        First("body", new AdaptiveCard { FallbackText = "", Body = [new RichTextBlock { Inlines = [run] }] })["inlines"]![0]!;

    private static void IsElement(string expected, CardElement element) => Is(expected, First("body", new AdaptiveCard { FallbackText = "", Body = [element] }));

    private static void IsAction(string expected, CardAction action) => Is(expected, First("actions", new AdaptiveCard { FallbackText = "", Body = [], Actions = [action] }));

    private static JsonNode First(string list, AdaptiveCard card) => JsonNode.Parse(Written(card))![list]![0]!;

    private static string Written(AdaptiveCard card) => JsonSerializer.Serialize(card, OutgoingJson.Default.AdaptiveCard);

    private static void Is(string expected, JsonNode written)
    {
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), written), $"Written {written.ToJsonString()}");
        TypeComesFirst(written);
    }

    // A client that reads as it goes wants to know what it reads before it reads it.
    private static void TypeComesFirst(JsonNode element)
    {
        Assert.Equal("type", element.AsObject().First().Key);
        foreach (var inside in new[] { element["fallback"] }.Concat(element["items"]?.AsArray() ?? []).OfType<JsonNode>())
        {
            TypeComesFirst(inside);
        }
    }
}
