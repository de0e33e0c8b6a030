using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Tests;

public sealed class BodySizesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_largest_body_arrives_whole(bool inChunks)
    {
        var body = Body(ActivityReader.LargestBody);

        var (status, answered) = await PostAsync(body, inChunks);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(answered)), "The activity changed on its way.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_byte_more_is_too_large(bool inChunks)
    {
        var (status, answered) = await PostAsync(Body(ActivityReader.LargestBody + 1), inChunks);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Empty(answered);
    }

    private static string Body(int bytes)
    {
        const string start = """{"type":"message","text":" """;
        return start + new string('a', bytes - start.Length - 2) + "\"}";
    }

    private static async Task<(HttpStatusCode Status, string Answered)> PostAsync(string body, bool inChunks)
    {
        await using var door = await Door.OpenAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, door.Url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = inChunks;

        using var response = await http.SendAsync(request);

        Assert.Empty(door.Escaped);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
