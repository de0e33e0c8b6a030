using System.Net;
using System.Net.Sockets;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

public sealed class ConnectorSilenceTests
{
    private static readonly TimeSpan LittlePatience = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Where_nobody_listens_it_was_certainly_not_sent()
    {
        // Bound and not listening: connections are refused, and nobody else can take the port.
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        Assert.Equal(new Delivery.NotSent("no connection could be made", MayPass: true), await SendAsync($"http://127.0.0.1:{((IPEndPoint)deaf.LocalEndPoint!).Port}", LittlePatience));
    }

    [Fact]
    public async Task Where_no_answer_comes_nobody_knows_whether_it_arrived()
    {
        await using var peer = await FakeConnector.StartAsync(http => Task.Delay(Timeout.Infinite, http.RequestAborted));

        Assert.Equal(new Delivery.Unknown("no answer in time"), await SendAsync(peer.Url, LittlePatience));
    }

    [Fact]
    public async Task Where_an_answer_begins_and_never_ends_nobody_knows_whether_it_arrived()
    {
        await using var peer = await FakeConnector.StartAsync(async http =>
        {
            await http.Response.Body.WriteAsync("{"u8.ToArray());
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });

        Assert.Equal(new Delivery.Unknown("no answer in time"), await SendAsync(peer.Url, LittlePatience));
    }

    [Fact]
    public async Task Where_the_answer_is_cut_off_nobody_knows_whether_it_arrived()
    {
        await using var peer = await FakeConnector.StartAsync(async http =>
        {
            http.Response.ContentLength = 100;
            await http.Response.Body.WriteAsync("{"u8.ToArray());
            await http.Response.Body.FlushAsync();
            http.Abort();
        });

        Assert.IsType<Delivery.Unknown>(await SendAsync(peer.Url, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Where_the_peer_hangs_up_nobody_knows_whether_it_arrived()
    {
        await using var peer = await FakeConnector.StartAsync(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(new Delivery.Unknown("the connection was lost before the other side answered"), await SendAsync(peer.Url, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_sender_that_gives_up_is_told_so()
    {
        using var givingUp = new CancellationTokenSource();
        await using var peer = await FakeConnector.StartAsync(async http =>
        {
            await givingUp.CancelAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(peer.Url, TimeSpan.FromSeconds(30), givingUp.Token));
    }

    private static async Task<Delivery> SendAsync(string serviceUrl, TimeSpan patience, CancellationToken cancelled = default)
    {
        using var way = new WayOut();
        return await way.Connector.With(patience).SendAsync(new ConversationReference(serviceUrl, "a:1"), OutgoingActivity.Typing, cancelled);
    }
}
