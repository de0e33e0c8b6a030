namespace TeamsPlanBot.Teams.Tests;

public sealed class WhereItHappenedTests
{
    [Theory]
    [InlineData("""{ "conversation": { "tenantId": "a" }, "channelData": { "tenant": { "id": "b" } } }""", "a")]
    [InlineData("""{ "conversation": { "tenantId": "" }, "channelData": { "tenant": { "id": "b" } } }""", "b")]
    [InlineData("""{ "channelData": { "tenant": { "id": "b" } } }""", "b")]
    [InlineData("""{ "channelData": { "tenant": { "id": "" } } }""", null)]
    [InlineData("""{ "channelData": { "tenant": { "id": 5 } } }""", null)]
    [InlineData("""{ "channelData": { "tenant": "b" } }""", null)]
    [InlineData("""{ "channelData": [ "tenant" ] }""", null)]
    [InlineData("""{ "channelData": null }""", null)]
    [InlineData("{}", null)]
    public void The_tenant_stands_in_the_conversation_or_in_the_channel_data(string json, string? tenant) =>
        Assert.Equal(tenant, Shapes.Read(json).TenantId);

    [Fact]
    public void The_team_and_the_event_stand_in_the_channel_data()
    {
        var renamed = Shapes.Read(Shapes.Json("conversationUpdate, channel renamed"));

        Assert.Equal("19:team@thread.tacv2", renamed.TeamId);
        Assert.Equal("channelRenamed", renamed.ChannelEvent);
    }

    [Fact]
    public void A_personal_chat_has_no_team()
    {
        var message = Shapes.Read(Shapes.Json("message"));

        Assert.Null(message.TeamId);
        Assert.Null(message.ChannelEvent);
    }
}
