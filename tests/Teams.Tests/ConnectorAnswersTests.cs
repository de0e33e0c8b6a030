using System.Text;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

public sealed class ConnectorAnswersTests
{
    [Theory]
    [InlineData(200, """{"id":"1479195315456"}""")]
    [InlineData(201, """{"id":"1479195315456"}""")]
    [InlineData(201, """{"more":[{"id":"2"}],"id":"1479195315456"}""")]
    public async Task What_arrived_has_the_id_that_the_peer_gave(int status, string body)
    {
        await using var peer = await FakeConnector.StartAsync(status, body);

        Assert.Equal(new Delivery.Arrived("1479195315456"), await peer.SendAsync());
    }

    [Theory]
    [InlineData(202, "")]
    [InlineData(204, "")]
    [InlineData(200, "<html><body>OK</body></html>")]
    [InlineData(200, "{")]
    [InlineData(200, "{}")]
    [InlineData(200, "null")]
    [InlineData(200, "[]")]
    [InlineData(200, "5")]
    [InlineData(200, """{"id":null}""")]
    [InlineData(200, """{"id":5}""")]
    [InlineData(200, """{"id":{"id":"1"}}""")]
    public async Task It_arrived_also_where_the_peer_gives_no_id(int status, string body)
    {
        await using var peer = await FakeConnector.StartAsync(status, body, "text/html");

        Assert.Equal(new Delivery.Arrived(null), await peer.SendAsync());
    }

    [Theory]
    [InlineData("""{"id":"\ud800"}""")]
    [InlineData("""{"\ud800\ud800":"1"}""")]
    public async Task It_arrived_also_where_the_answer_holds_half_a_surrogate_pair(string body)
    {
        await using var peer = await FakeConnector.StartAsync(201, body);

        Assert.Equal(new Delivery.Arrived(null), await peer.SendAsync());
    }

    [Fact]
    public async Task It_arrived_also_where_the_answer_is_no_UTF8()
    {
        await using var peer = await FakeConnector.StartAsync(async http => await http.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("{\"id\":\"é\"}")));

        Assert.Equal(new Delivery.Arrived(null), await peer.SendAsync());
    }

    [Theory]
    [InlineData(400, "")]
    [InlineData(401, "")]
    [InlineData(403, "")]
    [InlineData(404, "<html>Cannot POST</html>")]
    [InlineData(413, "<html>Payload Too Large</html>")]
    [InlineData(500, """{"id":"an id in an error means nothing"}""")]
    [InlineData(501, "")]
    public async Task An_error_is_a_refusal_with_its_status_and_is_not_tried_again(int status, string body)
    {
        await using var peer = await FakeConnector.StartAsync(status, body);

        Assert.Equal(new Delivery.Refused(status), await peer.SendAsync());
        Assert.Single(peer.Received);
    }
}
