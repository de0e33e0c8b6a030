using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

public sealed class ConnectorPathsTests
{
    private const string Thread = "19:abc@thread.tacv2;messageid=123";
    private const string ThreadInPath = "19%3Aabc%40thread.tacv2%3Bmessageid%3D123";

    [Theory]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("/_connector", "/_connector")]
    [InlineData("/_connector/", "/_connector")]
    [InlineData("/amer/bot", "/amer/bot")]
    public async Task The_path_of_the_service_URL_is_kept_with_and_without_a_slash(string end, string path) =>
        Assert.Equal($"{path}/v3/conversations/{ThreadInPath}/activities", await TargetAsync(end, Thread));

    [Theory]
    [InlineData("", "")]
    [InlineData("/_connector", "/_connector")]
    [InlineData("/_connector/", "/_connector")]
    public async Task A_reply_names_what_it_replies_to(string end, string path) =>
        Assert.Equal($"{path}/v3/conversations/{ThreadInPath}/activities/f%3A1%2F2%3Fx%23y", await TargetAsync(end, Thread, "f:1/2?x#y"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_an_id_to_reply_to_it_is_a_message_of_its_own(string? replyToId) =>
        Assert.Equal("/v3/conversations/a%3A1/activities", await TargetAsync("", "a:1", replyToId));

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("../../admin", "..%2F..%2Fadmin")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("a b+c", "a%20b%2Bc")]
    [InlineData("a\\b", "a%5Cb")]
    [InlineData("é😀", "%C3%A9%F0%9F%98%80")]
    public async Task An_id_never_leaves_its_place_in_the_path(string id, string inPath)
    {
        Assert.Equal($"/v3/conversations/{inPath}/activities", await TargetAsync("", id));
        Assert.Equal($"/v3/conversations/a/activities/{inPath}", await TargetAsync("", "a", id));
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    public async Task Dots_for_an_id_would_climb_out_of_the_path_and_are_not_sent(string id)
    {
        Assert.Null(await TargetAsync("", id));
        Assert.Null(await TargetAsync("", "a", id));
    }

    private static async Task<string?> TargetAsync(string end, string conversation, string? replyToId = null)
    {
        await using var peer = await FakeConnector.StartAsync(201, """{"id":"1"}""");
        using var way = new WayOut();

        await way.Connector.SendAsync(new ConversationReference(peer.Url + end, conversation, "28:bot", replyToId), OutgoingActivity.Typing, CancellationToken.None);

        return peer.Received.SingleOrDefault()?.Target;
    }
}
