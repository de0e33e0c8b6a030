using System.Net;
using System.Text;
using System.Text.Json.Nodes;

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
}
