using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

public sealed class ConnectorElsewhereTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_to_another_host_is_not_followed(int status)
    {
        await using var other = await FakeConnector.StartAsync(201, """{"id":"1"}""");
        await using var peer = await FakeConnector.StartAsync(http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = other.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + http.Request.Path;
            return Task.CompletedTask;
        });

        Assert.Equal(new Delivery.Refused(status), await peer.SendAsync());
        Assert.Empty(other.Received);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/uk/")]
    [InlineData("http://connector.example/")]
    [InlineData("http://localhost@connector.example/")]
    [InlineData("http://127.0.0.1.connector.example/")]
    [InlineData("http://connector.example#localhost")]
    [InlineData("ftp://localhost/")]
    [InlineData("//localhost/")]
    [InlineData("localhost")]
    [InlineData("")]
    public async Task A_service_URL_elsewhere_is_not_called(string serviceUrl)
    {
        var connections = 0;
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            ConnectCallback = (_, _) =>
            {
                Interlocked.Increment(ref connections);
                throw new IOException("No connection leaves this computer.");
            },
        };
        using var way = new WayOut(wire: handler);

        var delivery = await way.Connector.SendAsync(new ConversationReference(serviceUrl, "a:1"), OutgoingActivity.Plain("hello"), CancellationToken.None);

        Assert.Equal(new Delivery.NotSent("the service URL is not on this computer"), delivery);
        Assert.Equal(0, connections);
    }
}
