using System.Text.Json.Nodes;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>Every call the connector knows, as the other side sees it.</summary>
public sealed class ConnectorCallsTests
{
    private const string Thread = "19:abc@thread.tacv2;messageid=123";
    private const string ThreadInPath = "19%3Aabc%40thread.tacv2%3Bmessageid%3D123";
    private const string Tenant = "99999999-2222-3333-4444-555555555555";

    private static readonly ConversationReference Reference = new("", Thread, "28:bot", null, Tenant);

    [Fact]
    public async Task An_update_puts_the_new_activity_in_the_place_of_the_old()
    {
        await using var peer = await FakeConnector.StartAsync(200, """{"id":"f:1"}""");
        using var way = new WayOut();

        Assert.Equal(new Delivery.Arrived("f:1"), await way.Connector.UpdateAsync(At(peer), "f:1", OutgoingActivity.Plain("new"), default));

        Assert.Equal(("PUT", $"/_connector/v3/conversations/{ThreadInPath}/activities/f%3A1"), Line(peer));
        Same("""{ "type": "message", "text": "new", "textFormat": "plain", "from": { "id": "28:bot" }, "conversation": { "id": "19:abc@thread.tacv2;messageid=123" } }""", peer);
    }

    [Fact]
    public async Task A_message_is_taken_back_by_its_id_alone()
    {
        await using var peer = await FakeConnector.StartAsync(200);
        using var way = new WayOut();

        Assert.Equal(new Delivery.Arrived(null), await way.Connector.DeleteAsync(At(peer), "f:1", default));

        Assert.Equal(("DELETE", $"/_connector/v3/conversations/{ThreadInPath}/activities/f%3A1"), Line(peer));
        Assert.Null(peer.Received.Single().ContentType);
    }

    [Fact]
    public async Task A_new_post_names_its_channel_and_brings_its_message()
    {
        await using var peer = await FakeConnector.StartAsync(201, """{"id":"19:abc@thread.tacv2;messageid=9","activityId":"9"}""");
        using var way = new WayOut();

        Assert.Equal(new Delivery.Arrived("9", "19:abc@thread.tacv2;messageid=9"), await way.Connector.PostAsync(At(peer), OutgoingActivity.Plain("good morning"), default));

        Assert.Equal(("POST", "/_connector/v3/conversations"), Line(peer));
        Same(
            """
            {
              "isGroup": true, "bot": { "id": "28:bot" }, "tenantId": "99999999-2222-3333-4444-555555555555",
              "channelData": { "channel": { "id": "19:abc@thread.tacv2" } },
              "activity": { "type": "message", "text": "good morning", "textFormat": "plain" }
            }
            """,
            peer);
    }

    [Fact]
    public async Task A_personal_chat_is_opened_with_one_person()
    {
        await using var peer = await FakeConnector.StartAsync(201, """{"id":"a:1xyz"}""");
        using var way = new WayOut();

        Assert.Equal(new Delivery.Arrived(null, "a:1xyz"), await way.Connector.OpenChatAsync(At(peer), "29:jo", default));

        Assert.Equal(("POST", "/_connector/v3/conversations"), Line(peer));
        Same("""{ "isGroup": false, "bot": { "id": "28:bot" }, "members": [ { "id": "29:jo" } ], "tenantId": "99999999-2222-3333-4444-555555555555" }""", peer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("{}")]
    public async Task A_chat_without_an_id_is_of_no_use_and_said_so(string body)
    {
        await using var peer = await FakeConnector.StartAsync(200, body);
        using var way = new WayOut();

        Assert.Equal(new Delivery.Unknown("the answer names no conversation"), await way.Connector.OpenChatAsync(At(peer), "29:jo", default));
    }

    [Fact]
    public async Task Members_come_page_by_page_and_unknown_words_do_no_harm()
    {
        await using var peer = await FakeConnector.StartAsync(200, """
            {
              "continuationToken": "more/=&",
              "members": [
                { "id": "29:jo", "aadObjectId": "o-1", "name": "Jo", "userPrincipalName": "jo@example.gov.uk", "userRole": "user", "tenantId": "t-1", "shoeSize": 7 },
                null,
                { "id": "29:guest", "name": null }
              ],
              "somethingNew": { "a": [ 1 ] }
            }
            """);
        using var way = new WayOut();

        var page = Assert.IsType<Roster.Page>(await way.Connector.MembersAsync(At(peer), null, 100, default));
        await way.Connector.MembersAsync(At(peer), page.Continuation, 5_000, default);

        Assert.Equal(new Member { Id = "29:jo", AadObjectId = "o-1", Name = "Jo", UserPrincipalName = "jo@example.gov.uk", UserRole = "user", TenantId = "t-1" }, page.Members[0]);
        Assert.Equal(["29:jo", "29:guest"], page.Members.Select(member => member.Id));
        Assert.Equal(
            [$"GET /_connector/v3/conversations/{ThreadInPath}/pagedmembers?pageSize=100", $"GET /_connector/v3/conversations/{ThreadInPath}/pagedmembers?pageSize=500&continuationToken=more%2F%3D%26"],
            peer.Received.Select(received => $"{received.Method} {received.Target}"));
    }

    [Theory]
    [InlineData(200, "<html>")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"members":{"id":"1"}}""")]
    [InlineData(200, """{"members":[5]}""")]
    [InlineData(404, """{"error":{"code":"ConversationNotFound"}}""")]
    public async Task Where_no_members_come_the_reason_does(int status, string body)
    {
        await using var peer = await FakeConnector.StartAsync(status, body);
        using var way = new WayOut();

        var unread = Assert.IsType<Roster.Unread>(await way.Connector.MembersAsync(At(peer), null, 100, default));
        Assert.Equal(status == 404 ? new Delivery.Closed(ClosedBecause.ConversationNotFound) : new Delivery.Unknown("the answer is no page of members"), unread.Why);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_leave_its_place_is_not_sent(string id)
    {
        await using var peer = await FakeConnector.StartAsync(200);
        using var way = new WayOut();
        var nowhere = At(peer) with { ConversationId = id };

        Assert.IsType<Delivery.NotSent>(await way.Connector.UpdateAsync(At(peer), id, OutgoingActivity.Typing, default));
        Assert.IsType<Delivery.NotSent>(await way.Connector.DeleteAsync(At(peer), id, default));
        Assert.IsType<Delivery.NotSent>(await way.Connector.DeleteAsync(nowhere, "1", default));
        Assert.IsType<Delivery.NotSent>(await way.Connector.SendAsync(nowhere, OutgoingActivity.Typing, default));
        Assert.IsType<Roster.Unread>(await way.Connector.MembersAsync(nowhere, null, 100, default));
        Assert.Empty(peer.Received);
    }

    [Theory]
    [InlineData(50_000, "x", true)]
    [InlineData(51_200, "x", false)]
    [InlineData(8_000, "é", true)]
    [InlineData(20_000, "x", true, 300_000)]
    [InlineData(60_000, "x", false, 300_000)]
    public async Task A_message_over_100_KB_is_not_sent_and_pictures_inside_it_do_not_count(int letters, string letter, bool goes, int picture = 0)
    {
        await using var peer = await FakeConnector.StartAsync(201, """{"id":"1"}""");
        using var way = new WayOut();
        var text = string.Concat(Enumerable.Repeat(letter, letters));
        var message = OutgoingActivity.Plain(text) with { Summary = picture > 0 ? $"data:image/png;base64,{new string('A', picture)}" : null };

        var delivery = await way.Connector.SendAsync(At(peer), message, default);

        Assert.Equal(goes ? new Delivery.Arrived("1") : new Delivery.NotSent("the message is larger than the 100 KB that Teams takes"), delivery);
        Assert.Equal(goes ? 1 : 0, peer.Received.Count);
    }

    private static ConversationReference At(FakeConnector peer) => Reference with { ServiceUrl = $"{peer.Url}/_connector/" };

    private static (string Method, string Target) Line(FakeConnector peer) => (peer.Received.Single().Method, peer.Received.Single().Target);

    private static void Same(string expected, FakeConnector peer) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), peer.Received.Single().Body), $"Sent {peer.Received.Single().Body.ToJsonString()}");
}
