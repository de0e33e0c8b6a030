using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Tests;

public sealed class BrokenBodiesTests
{
    [Theory]
    [InlineData("{")]
    [InlineData("""{"type":"message""")]
    [InlineData("""{"type":"message",}""")]
    [InlineData("""{"type":"message"}}""")]
    [InlineData("""{"type":"message"} {"type":"message"}""")]
    [InlineData("""{'type':'message'}""")]
    [InlineData("""{type:"message"}""")]
    [InlineData("""{"type":"message","n":01}""")]
    [InlineData("""{"type":"message","n":NaN}""")]
    [InlineData("""{"type":"message","text":"\x"}""")]
    [InlineData("{\"type\":\"message\",\"text\":\"line\nbreak\"}")]
    [InlineData("""{"type":"message"} // done""")]
    [InlineData("<html></html>")]
    [InlineData("type=message")]
    public Task What_is_not_JSON_is_refused(string body) => IsRefusedAsync(body);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("5")]
    [InlineData("\"message\"")]
    [InlineData("[]")]
    [InlineData("""[{"type":"message"}]""")]
    public Task What_is_not_an_object_is_refused(string body) => IsRefusedAsync(body);

    [Theory]
    [InlineData("""{"type":"message","id":"a\u0000"}""")]
    [InlineData("""{"type":"message","conversation":{"id":"19:a\u001fb@thread.tacv2"}}""")]
    [InlineData("""{"type":"message","conversation":{"id":"a\nb"}}""")]
    public Task An_id_no_answer_could_be_sent_to_is_refused(string body) => IsRefusedAsync(body);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"Type":"message"}""")]
    public Task An_activity_without_a_type_is_refused(string body) => IsRefusedAsync(body);

    [Theory]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":["message"]}""")]
    [InlineData("""{"type":"message","id":5}""")]
    [InlineData("""{"type":"message","text":{"type":"message"}}""")]
    [InlineData("""{"type":"message","name":true}""")]
    [InlineData("""{"type":"message","from":"29:1abc"}""")]
    [InlineData("""{"type":"message","from":["29:1abc"]}""")]
    [InlineData("""{"type":"message","from":{"id":5}}""")]
    [InlineData("""{"type":"message","recipient":7}""")]
    [InlineData("""{"type":"message","conversation":"a:1xyz"}""")]
    [InlineData("""{"type":"message","conversation":{"isGroup":"true"}}""")]
    [InlineData("""{"type":"message","entities":{}}""")]
    [InlineData("""{"type":"message","entities":"mention"}""")]
    [InlineData("""{"type":"message","membersAdded":{"id":"29:1abc"}}""")]
    [InlineData("""{"type":"message","membersAdded":["29:1abc"]}""")]
    public Task A_member_of_the_wrong_kind_is_refused(string body) => IsRefusedAsync(body);

    [Theory]
    [InlineData("membersAdded")]
    [InlineData("membersRemoved")]
    public Task A_list_of_members_with_nobody_in_it_is_refused(string list) =>
        IsRefusedAsync($$"""{"type":"conversationUpdate","recipient":{"id":"28:bot"},"{{list}}":[null]}""");

    [Theory]
    [InlineData("""{"type":"message","type":"invoke"}""")]
    [InlineData("""{"type":"message","type":"message"}""")]
    [InlineData("""{"type":"message","t\u0079pe":"invoke"}""")]
    [InlineData("""{"type":"message","new":1,"new":2}""")]
    [InlineData("""{"type":"message","new":{"a":1,"a":2}}""")]
    [InlineData("""{"type":"message","from":{"id":"1"},"from":{"id":"2"}}""")]
    [InlineData("""{"type":"message","from":{"id":"1","id":"2"}}""")]
    [InlineData("""{"type":"message","from":{"new":"1","new":"2"}}""")]
    [InlineData("""{"type":"message","conversation":{"tenantId":"1","tenantId":"2"}}""")]
    [InlineData("""{"type":"message","membersAdded":[{"id":"1","id":"2"}]}""")]
    [InlineData("""{"type":"message","entities":[{"type":"mention","type":"mention"}]}""")]
    [InlineData("""{"type":"message","value":{"a":[{"b":1,"b":2}]}}""")]
    [InlineData("""{"type":"message","channelData":{"tenant":{"id":"1"},"tenant":{"id":"2"}}}""")]
    [InlineData("""{"type":"message","channelData":{"tenant":{"id":"1","i\u0064":"2"}}}""")]
    [InlineData("""{"type":"message","tenantId":{"a":1,"a":2}}""")]
    public Task A_doubled_member_is_refused_at_every_level(string body) => IsRefusedAsync(body);

    [Theory]
    [InlineData("""{"type":"\ud800"}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message","text":"\udc00 and \ud83d\ude00"}""")]
    [InlineData("""{"type":"message","text":"\ud83d and \ude00"}""")]
    [InlineData("""{"type":"message","from":{"name":"\ud800"}}""")]
    [InlineData("""{"type":"message","channelData":{"tenant":{"id":"\ud800"}}}""")]
    [InlineData("""{"type":"message","channelData":{"team":{"id":"\ud800"}}}""")]
    [InlineData("""{"type":"message","channelData":{"eventType":"\ud800"}}""")]
    [InlineData("""{"type":"message","channelData":{"\ud800tenant":"1"}}""")]
    [InlineData("""{"type":"message","value":["\ud800"]}""")]
    [InlineData("""{"type":"message","new":{"newer":"\ud800"}}""")]
    [InlineData("""{"type":"message","\ud800":"1"}""")]
    [InlineData("""{"type":"message","recipient":{"id":"28:bot"},"entities":[{"type":"\ud800"}]}""")]
    [InlineData("""{"type":"message","recipient":{"id":"28:bot"},"entities":[{"type":"mention","mentioned":{"id":"\ud800"}}]}""")]
    [InlineData("""{"type":"message","recipient":{"id":"28:bot"},"entities":[{"type":"mention","mentioned":{"id":"28:bot"},"text":"\ud800"}]}""")]
    public Task Half_a_surrogate_pair_is_refused_wherever_it_stands(string body) => IsRefusedAsync(body);

    [Theory]
    [InlineData("""{"type":"?"}""")]
    [InlineData("""{"type":"message","text":"?"}""")]
    [InlineData("""{"type":"message","?":"1"}""")]
    [InlineData("""{"type":"message","channelData":{"tenant":{"id":"?"}}}""")]
    [InlineData("""{"type":"message","channelData":{"?":{}}}""")]
    [InlineData("""{"type":"message","value":"?"}""")]
    [InlineData("""{"type":"message","recipient":{"id":"28:bot"},"entities":[{"type":"?"}]}""")]
    public Task A_byte_that_is_no_UTF8_is_refused_wherever_it_stands(string body) =>
        IsRefusedAsync([.. Encoding.ASCII.GetBytes(body).Select(letter => letter == '?' ? (byte)0xFF : letter)]);

    [Theory]
    [InlineData(ActivityReader.Deepest)]
    [InlineData(200)]
    [InlineData(100_000)]
    public async Task What_is_nested_too_deep_is_refused(int levels)
    {
        await IsRefusedAsync($$"""{"type":"message","value":{{new string('[', levels)}}{{new string(']', levels)}}}""");
        await IsRefusedAsync($$"""{"type":"message","new":{{new string('[', levels)}}""");
    }

    [Fact]
    public void What_is_nested_as_deep_as_may_be_is_read()
    {
        const int levels = ActivityReader.Deepest - 1;
        Assert.NotNull(Shapes.Read($$"""{"value":{{new string('[', levels)}}{{new string(']', levels)}}}""").Value);
    }

    [Fact]
    public Task Objects_nested_too_deep_are_refused() =>
        IsRefusedAsync(string.Concat(Enumerable.Repeat("""{"type":"message","value":""", 200)) + "1" + new string('}', 200));

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=1")]
    [InlineData("application/octet-stream")]
    [InlineData("json")]
    [InlineData("")]
    public async Task A_body_that_is_not_announced_as_JSON_is_refused(string contentType)
    {
        using var content = new ByteArrayContent("""{"type":"message"}"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        await IsRefusedAsync(content);
    }

    [Fact]
    public async Task A_body_that_is_not_announced_at_all_is_refused()
    {
        using var content = new ByteArrayContent("""{"type":"message"}"""u8.ToArray());
        await IsRefusedAsync(content);
    }

    [Fact]
    public async Task A_body_in_UTF16_is_refused()
    {
        using var content = new StringContent("""{"type":"message"}""", Encoding.Unicode, "application/json");
        await IsRefusedAsync(content);
    }

    private static Task IsRefusedAsync(string body) => IsRefusedAsync(Encoding.UTF8.GetBytes(body));

    private static async Task IsRefusedAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await IsRefusedAsync(content);
    }

    private static async Task IsRefusedAsync(HttpContent content)
    {
        await using var door = await Door.OpenAsync();
        using var http = new HttpClient();
        using var response = await http.PostAsync(door.Url, content);

        Assert.Empty(door.Escaped);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }
}
