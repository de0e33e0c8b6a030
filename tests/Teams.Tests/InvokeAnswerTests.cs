using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsPlanBot.Teams.Cards;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

public sealed class InvokeAnswerTests
{
    [Fact]
    public void A_card_answers_a_press_as_a_card() => Same(
        """
        {
          "statusCode": 200,
          "type": "application/vnd.microsoft.card.adaptive",
          "value": {
            "type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.5", "fallbackText": "A card.", "msteams": { "width": "Full" },
            "body": [ { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "hello" } ] } ]
          }
        }
        """,
        InvokeAnswer.Card(new AdaptiveCard { FallbackText = "A card.", Body = [new RichTextBlock { Inlines = [new TextRun("hello")] }] }));

    [Fact]
    public void An_error_answers_a_press_with_a_code_and_a_sentence() => Same(
        """
        {
          "statusCode": 400,
          "type": "application/vnd.microsoft.error",
          "value": { "code": "BadRequest", "message": "This button no longer works." }
        }
        """,
        InvokeAnswer.Error("This button no longer works."));

    private static void Same(string expected, InvokeAnswer answer)
    {
        var written = JsonSerializer.Serialize(answer, OutgoingJson.Default.InvokeAnswer);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(written)), $"Written {written}");
    }
}
