using System.Text.Json.Nodes;
using TeamsPlanBot.Teams.Cards;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

public sealed class SentActivitiesTests
{
    private static readonly ConversationReference Reference = new("", "19:abc@thread.tacv2;messageid=123", "28:bot", "f:1");

    [Fact]
    public async Task A_plain_message_is_its_text_and_the_ids() => Same(
        """
        {
          "type": "message", "text": "4.2 < 4.3 & “done”", "textFormat": "plain", "replyToId": "f:1",
          "from": { "id": "28:bot" }, "conversation": { "id": "19:abc@thread.tacv2;messageid=123" }
        }
        """,
        (await SendAsync(Reference, OutgoingActivity.Plain("4.2 < 4.3 & “done”"))).Body);

    [Fact]
    public async Task A_card_goes_alone_with_its_summary() => Same(
        """
        {
          "type": "message", "summary": "2 overdue actions", "replyToId": "f:1",
          "from": { "id": "28:bot" }, "conversation": { "id": "19:abc@thread.tacv2;messageid=123" },
          "attachments": [
            {
              "contentType": "application/vnd.microsoft.card.adaptive",
              "content": {
                "type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.5", "fallbackText": "A card.", "msteams": { "width": "Full" },
                "body": [ { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "hello" } ] } ]
              }
            }
          ]
        }
        """,
        (await SendAsync(Reference, OutgoingActivity.Message(Card, "2 overdue actions"))).Body);

    [Fact]
    public async Task Typing_is_nothing_but_typing() => Same(
        """{ "type": "typing", "conversation": { "id": "a:1" } }""",
        (await SendAsync(new ConversationReference("", "a:1"), OutgoingActivity.Typing)).Body);

    [Fact]
    public async Task It_is_posted_as_JSON_in_UTF8_without_a_token()
    {
        var received = await SendAsync(Reference, OutgoingActivity.Typing);

        Assert.Equal("POST", received.Method);
        Assert.Equal("application/json; charset=utf-8", received.ContentType);
        Assert.DoesNotContain("Authorization", received.Headers);
        Assert.DoesNotContain("Cookie", received.Headers);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("message in a channel thread")]
    [InlineData("adaptiveCard/action")]
    [InlineData("a type nobody knows yet")]
    public async Task Of_what_came_in_nothing_goes_out_but_ids(string shape)
    {
        var came = Shapes.Read(Shapes.Json(shape));

        var sent = (await SendAsync(new ConversationReference("", came.Conversation!.Id!, came.Recipient!.Id, came.Id), OutgoingActivity.Plain("our own words"))).Body;

        var ids = new[] { came.Conversation.Id!, came.Recipient.Id!, came.Id! };
        Assert.Equal(ids.Order().Concat(["message", "our own words", "plain"]).Order(), Texts(sent).Order());
    }

    [Fact]
    public async Task What_was_sent_once_is_addressed_anew_the_next_time()
    {
        var message = OutgoingActivity.Plain("hello");

        await SendAsync(Reference, message);
        var second = await SendAsync(new ConversationReference("", "a:2"), message);

        Same("""{ "type": "message", "text": "hello", "textFormat": "plain", "conversation": { "id": "a:2" } }""", second.Body);
    }

    private static AdaptiveCard Card => new() { FallbackText = "A card.", Body = [new RichTextBlock { Inlines = [new TextRun("hello")] }] };

    private static async Task<Received> SendAsync(ConversationReference to, OutgoingActivity activity)
    {
        await using var peer = await FakeConnector.StartAsync(201, """{"id":"1"}""");
        using var way = new WayOut();
        Assert.Equal(new Delivery.Arrived("1"), await way.Connector.SendAsync(to with { ServiceUrl = peer.Url }, activity, CancellationToken.None));
        return Assert.Single(peer.Received);
    }

    private static IEnumerable<string> Texts(JsonNode? json) => json switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        null => [],
        _ => [json.ToString()],
    };

    private static void Same(string expected, JsonNode sent) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), sent), $"Sent {sent.ToJsonString()}");
}
