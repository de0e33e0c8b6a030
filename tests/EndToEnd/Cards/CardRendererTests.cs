namespace EndToEnd.Cards;

[Collection(BrowserCollection.Name)]
public sealed class CardRendererTests(CardRenderer renderer) : IClassFixture<CardRenderer>
{
    private const string GoodCard = """
        {
          "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard", "version": "1.5",
          "fallbackText": "Two overdue actions", "msteams": { "width": "Full" },
          "body": [
            { "type": "TextBlock", "text": "2 overdue actions", "size": "Large", "weight": "Bolder", "wrap": true, "style": "heading" },
            { "type": "ColumnSet", "columns": [
              { "type": "Column", "width": "auto", "items": [ { "type": "TextBlock", "text": "4.3", "weight": "Bolder" } ] },
              { "type": "Column", "width": "stretch", "items": [
                { "type": "TextBlock", "text": "Additional capacity in First Response", "wrap": true },
                { "type": "TextBlock", "text": "Due 31 March 2017", "color": "Attention", "spacing": "None", "wrap": true } ] } ] },
            { "type": "FactSet", "fallback": "drop", "facts": [ { "title": "Leads", "value": "Sarah Moss; Imran Patel" } ] },
            { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "Amber", "color": "Warning" }, " since May" ] },
            { "type": "Table", "columns": [ { "width": 1 }, { "width": 1 } ], "rows": [
              { "type": "TableRow", "cells": [
                { "type": "TableCell", "items": [ { "type": "TextBlock", "text": "Q1" } ] },
                { "type": "TableCell", "items": [ { "type": "TextBlock", "text": "15.1%" } ] } ] } ] },
            { "type": "Input.Text", "id": "note", "label": "Your note", "isMultiline": true },
            { "type": "Input.ChoiceSet", "id": "brag", "label": "Rating", "value": "a", "choices": [ { "title": "Amber", "value": "a" } ] },
            { "type": "ActionSet", "actions": [ { "type": "Action.ToggleVisibility", "title": "More", "targetElements": [ "more" ] } ] },
            { "type": "Container", "id": "more", "isVisible": false, "items": [ { "type": "TextBlock", "text": "Hidden words" } ] }
          ],
          "actions": [
            { "type": "Action.Execute", "title": "Mark complete", "verb": "complete", "data": { "ref": "4.3" } },
            { "type": "Action.ShowCard", "title": "Comment", "card": { "type": "AdaptiveCard", "body": [ { "type": "TextBlock", "text": "Inner" } ] } }
          ]
        }
        """;

    [BrowserTheory]
    [InlineData(CardTheme.Light, CardRenderer.Narrow)]
    [InlineData(CardTheme.Light, CardRenderer.Wide)]
    [InlineData(CardTheme.Dark, CardRenderer.Narrow)]
    [InlineData(CardTheme.Dark, CardRenderer.Wide)]
    public async Task A_good_card_is_drawn_without_a_complaint(CardTheme theme, int width)
    {
        var card = await renderer.Render(GoodCard, theme, width);

        Assert.Empty(card.Problems);
        Assert.Empty(card.Cut);
        Assert.Equal(width, card.Width);
        Assert.Contains("2 overdue actions", card.Text);
        Assert.Contains("Mark complete", card.Text);
        Assert.DoesNotContain("Hidden words", card.Text);
    }

    [BrowserFact]
    public async Task The_picture_is_the_card_in_its_size()
    {
        var card = await renderer.Render(GoodCard, CardTheme.Light, CardRenderer.Narrow);

        var (width, height) = PngSize(card.Png);
        Assert.Equal(CardRenderer.Narrow, width);
        Assert.InRange(height, card.Height - 2, card.Height + 2);
    }

    [BrowserFact]
    public async Task The_themes_differ()
    {
        var light = await renderer.Render(GoodCard, CardTheme.Light);
        var dark = await renderer.Render(GoodCard, CardTheme.Dark);

        Assert.False(light.Png.AsSpan().SequenceEqual(dark.Png));
    }

    [BrowserFact]
    public async Task An_unknown_element_is_reported_where_it_stands()
    {
        var card = await renderer.Render(Body("""
            { "type": "Container", "id": "box", "items": [ { "type": "TextBlok", "text": "Hello" } ] }
            """));

        var problem = Assert.Single(card.Problems, problem => problem.Event == "UnknownElementType");
        Assert.Equal("TextBlok", problem.Element);
        Assert.Equal("AdaptiveCard > Container#box > TextBlok", problem.Path);
        Assert.Contains(problem, card.ProblemsInTeams);
    }

    [BrowserFact]
    public async Task An_element_of_Teams_own_is_no_problem_there_when_it_brings_a_fallback()
    {
        var card = await renderer.Render(Body("""
            { "type": "Chart.Donut", "data": [], "fallback": { "type": "TextBlock", "text": "3 red, 2 green", "wrap": true } }
            """));

        Assert.Equal("Chart.Donut", Assert.Single(card.Problems).Element);
        Assert.Empty(card.ProblemsInTeams);
        Assert.Equal("3 red, 2 green", card.Text);
    }

    [BrowserFact]
    public async Task An_element_of_Teams_own_without_a_fallback_is_a_problem()
    {
        var card = await renderer.Render(Body("""{ "type": "Chart.Donut", "data": [] }"""));

        Assert.NotEmpty(card.ProblemsInTeams);
    }

    [BrowserTheory]
    [InlineData("\"one\"", "InvalidPropertyValue")]
    [InlineData("\"1.6\"", "UnsupportedCardVersion")]
    [InlineData("null", "InvalidPropertyValue")]
    public async Task An_impossible_version_is_reported(string version, string complaint)
    {
        var card = await renderer.Render($$"""{ "type": "AdaptiveCard", "version": {{version}}, "body": [ { "type": "TextBlock", "text": "Hi" } ] }""");

        Assert.Contains(card.Problems, problem => problem.Event == complaint);
    }

    [BrowserFact]
    public async Task An_element_newer_than_the_declared_version_is_reported()
    {
        var card = await renderer.Render("""{ "type": "AdaptiveCard", "version": "1.2", "body": [ { "type": "Table", "columns": [], "rows": [] } ] }""");

        Assert.Contains(card.Problems, problem => problem is { Event: "UnknownElementType", Element: "Table" });
    }

    [BrowserTheory]
    [InlineData("""{ "type": "TextBlock", "text": "Hi", "wieght": "Bolder" }""", "UnknownProperty", "wieght")]
    [InlineData("""{ "type": "TextBlock", "text": "Hi", "items": [] }""", "UnknownProperty", "items")]
    [InlineData("""{ "type": "TextBlock", "text": "Hi", "color": "Purple" }""", "InvalidPropertyValue", "Purple")]
    [InlineData("""{ "type": "FactSet", "facts": [ { "title": "A", "text": "B" } ] }""", "UnknownProperty", "text")]
    [InlineData("""{ "type": "Input.Text", "id": "a", "isRequired": true }""", "RequiredInputsShouldHaveLabel", "label")]
    [InlineData("""{ "type": "ActionSet", "actions": [ { "type": "Action.Sumbit", "title": "Go" } ] }""", "UnknownActionType", "Action.Sumbit")]
    [InlineData("""{ "type": "Input.Text", "id": "a" }, { "type": "Input.Text", "id": "a" }""", "DuplicateId", "\"a\"")]
    public async Task A_mistake_is_reported(string element, string complaint, string word)
    {
        var card = await renderer.Render(Body(element));

        Assert.Contains(card.Problems, problem => problem.Event == complaint && problem.Message.Contains(word, StringComparison.Ordinal));
    }

    [BrowserTheory]
    [InlineData("not JSON", "ScriptError")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "9.0", "body": [] }""", "UnsupportedCardVersion")]
    public async Task What_cannot_be_drawn_is_said(string json, string complaint)
    {
        var card = await renderer.Render(json);

        Assert.Contains(card.Problems, problem => problem.Event == complaint);
    }

    [BrowserFact]
    public async Task A_picture_that_cannot_be_shown_is_reported()
    {
        var card = await renderer.Render(Body("""{ "type": "Image", "altText": "Trend", "url": "data:image/png;base64,AAAA" }"""));

        Assert.Contains(card.Problems, problem => problem.Event == "PictureNotShown");
    }

    [BrowserFact]
    public async Task Text_is_never_taken_for_markup()
    {
        const string words = "<b>bold</b> <img src=x onerror=alert(1)> **stars** [link](javascript:alert(1))";

        var card = await renderer.Render(Body($$"""{ "type": "TextBlock", "wrap": true, "text": "{{words}}" }"""));

        Assert.Equal(words, card.Text);
    }

    [BrowserTheory]
    [InlineData("""{ "type": "TextBlock", "text": "A title far too long to stand on one line of a narrow card" }""")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "maxLines": 2, "text": "First Response has seen a rise in contacts over the last quarter and the additional capacity agreed in May is now in place but not yet trained" }""")]
    [InlineData("""{ "type": "ColumnSet", "columns": [ { "type": "Column", "width": "300px", "items": [ { "type": "TextBlock", "text": "Left" } ] }, { "type": "Column", "width": "200px", "items": [ { "type": "TextBlock", "text": "Far to the right", "horizontalAlignment": "Right" } ] } ] }""")]
    public async Task Text_that_is_cut_off_on_a_narrow_card_is_found(string element)
    {
        var card = await renderer.Render(Body(element), CardTheme.Light, CardRenderer.Narrow);

        Assert.NotEmpty(card.Cut);
    }

    [BrowserFact]
    public async Task The_same_words_are_whole_on_a_wide_card()
    {
        var card = await renderer.Render(
            Body("""{ "type": "TextBlock", "text": "A title far too long to stand on one line of a narrow card" }"""),
            CardTheme.Light,
            CardRenderer.Wide);

        Assert.Empty(card.Cut);
    }

    private static string Body(string elements) =>
        $$"""{ "type": "AdaptiveCard", "version": "1.5", "body": [ {{elements}} ] }""";

    private static (int Width, int Height) PngSize(byte[] png) =>
        (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)),
         System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
