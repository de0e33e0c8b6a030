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
        Is("""{ "type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.5", "fallbackText": "A card.", "msteams": { "width": "Full" }, "body": [] }""", JsonNode.Parse(json)!);
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
    public void A_table_names_its_columns_in_the_first_row() => IsElement(
        """
        {
          "type": "Table", "firstRowAsHeaders": true, "showGridLines": false,
          "columns": [ { "width": 2 }, { "width": 1 } ],
          "rows": [ { "type": "TableRow", "cells": [
            { "type": "TableCell", "items": [ { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "Red" } ] } ] },
            { "type": "TableCell", "items": [ { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "4" } ] } ] } ] } ]
        }
        """,
        new Table { Columns = [new TableColumn(2), new TableColumn(1)], Rows = [new TableRow([new TableCell([Text("Red")]), new TableCell([Text("4")])])] });

    [Fact]
    public void Charts_are_drawn_by_Teams_and_fall_back_elsewhere()
    {
        IsElement(
            """
            {
              "type": "Chart.HorizontalBar", "title": "Ratings", "displayMode": "AbsoluteNoAxis",
              "data": [ { "x": "Red", "y": 4, "color": "attention" }, { "x": "Not rated", "y": 0, "color": "neutral" } ],
              "fallback": { "type": "Container", "items": [] }
            }
            """,
            new BarChart { Title = "Ratings", Data = [new ChartBar("Red", 4, ChartColour.Attention), new ChartBar("Not rated", 0, ChartColour.Neutral)], Fallback = new Container { Items = [] } });
        IsElement(
            """
            {
              "type": "Chart.Line", "title": "Trend",
              "data": [ { "legend": "Ours", "values": [ { "x": "Q1 2012/13", "y": 15.1 } ], "color": "categoricalBlue" } ]
            }
            """,
            new LineChart { Title = "Trend", Data = [new ChartLine("Ours", [new ChartPoint("Q1 2012/13", 15.1m)], ChartColour.Blue)] });
    }

    [Fact]
    public void Inputs_have_labels_and_hold_what_was_typed()
    {
        IsElement("""{ "type": "Input.Text", "id": "text", "label": "What happened?", "value": "*hi*", "placeholder": "…", "isMultiline": true }""", new TextInput { Id = "text", Label = "What happened?", Value = "*hi*", Placeholder = "…", IsMultiline = true });
        IsElement("""{ "type": "Input.ChoiceSet", "id": "rating", "label": "Rating", "value": "red", "choices": [ { "title": "Red", "value": "red" } ] }""", new ChoiceInput { Id = "rating", Label = "Rating", Value = "red", Choices = [new InputChoice("Red", "red")] });
        IsElement("""{ "type": "Input.Date", "id": "due", "label": "Due" }""", new DateInput { Id = "due", Label = "Due" });
    }

    [Fact]
    public void A_dialog_shows_a_card_or_ends_with_a_sentence()
    {
        var card = new AdaptiveCard { FallbackText = "A card.", Body = [], Actions = [new SubmitAction { Title = "Save" }, new OpenUrlAction { Title = "Open", Url = "https://teams.microsoft.com/" }] };
        Same(
            """
            { "task": { "type": "continue", "value": { "title": "Update 4.3", "width": "medium", "height": "large", "card": { "contentType": "application/vnd.microsoft.card.adaptive", "content": {
              "type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.5", "fallbackText": "A card.", "msteams": { "width": "Full" }, "body": [],
              "actions": [ { "type": "Action.Submit", "title": "Save" }, { "type": "Action.OpenUrl", "title": "Open", "url": "https://teams.microsoft.com/" } ] } } } } }
            """,
            JsonSerializer.Serialize(DialogAnswer.Show("Update 4.3", card), OutgoingJson.Default.DialogAnswer));
        Same("""{ "task": { "type": "message", "value": "Recorded on 4.3" } }""", JsonSerializer.Serialize(DialogAnswer.End("Recorded on 4.3"), OutgoingJson.Default.DialogAnswer));
    }

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

    private static void Same(string expected, string written) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(written)), written);
}
