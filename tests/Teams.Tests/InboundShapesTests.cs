using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Tests;

public sealed class InboundShapesTests
{
    public static TheoryData<string> Names => [.. Shapes.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_shape_survives_reading_and_writing(string name)
    {
        await using var door = await Door.OpenAsync();
        using var http = new HttpClient();
        var sent = Shapes.Json(name);

        using var content = new StringContent(sent, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(door.Url, content);
        var answered = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(sent), JsonNode.Parse(answered)), $"Sent {sent}\nbut read {answered}");
    }

    [Theory]
    [InlineData("from")]
    [InlineData("recipient")]
    [InlineData("conversation")]
    [InlineData("text")]
    [InlineData("value")]
    [InlineData("channelData")]
    [InlineData("entities")]
    [InlineData("membersAdded")]
    [InlineData("membersRemoved")]
    public async Task A_member_that_is_null_reads_like_one_that_is_missing(string member)
    {
        await using var door = await Door.OpenAsync();
        using var http = new HttpClient();

        using var content = new StringContent($$"""{"type":"message","{{member}}":null}""", Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(door.Url, content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"type":"message"}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"type":"message","tenantId":"t-1","teamId":[1.50],"channelEvent":null}""")]
    [InlineData("""{"type":"message","rest":{"a":1},"unread":"e30="}""")]
    [InlineData("""{"type":"message","a name that is longer than any that is known here":1}""")]
    [InlineData("""{"t\u0079pe":"message","from":{"\u0069d":"29:1abc","n\u0065w":true},"n\u0065w":1}""")]
    [InlineData("""{"type":"message","membersAdded":[{"id":"29:1abc","new":null}]}""")]
    public void Members_the_bot_does_not_know_are_written_as_they_came(string sent)
    {
        var written = Door.LookAtAll(ActivityReader.Read(Encoding.UTF8.GetBytes(sent)).Activity!);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(sent), JsonNode.Parse(written)), Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void Nothing_that_was_read_changes_with_the_memory_it_was_read_from()
    {
        var body = Encoding.UTF8.GetBytes(Shapes.Json("a type nobody knows yet"));
        var read = ActivityReader.Read(body).Activity!;

        Array.Fill(body, (byte)'x');

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Shapes.Json("a type nobody knows yet")), JsonNode.Parse(Door.LookAtAll(read))));
    }

    [Fact]
    public void Unknown_members_taken_away_stay_away()
    {
        var read = Shapes.Read("""{"type":"message","new":1}""");

        Assert.Equal("""{"type":"message"}""", Encoding.UTF8.GetString(Door.LookAtAll(read with { Rest = null })));
        Assert.Equal("""{"type":"message","new":1}""", Encoding.UTF8.GetString(Door.LookAtAll(read)));
    }
}
