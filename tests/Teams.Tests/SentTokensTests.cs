using System.Diagnostics;
using System.Diagnostics.Metrics;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>Where tokens go with sends, and where they never go.</summary>
public sealed class SentTokensTests : IAsyncLifetime
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";

    private readonly HandClock clock = new();
    private TokenServer server = null!;

    public async Task InitializeAsync() => server = await TokenServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Every_call_to_an_allowed_host_carries_the_token()
    {
        await using var peer = await FakeConnector.StartAsync(200, """{"id":"1","members":[]}""");
        using var way = Way();
        var to = new ConversationReference(peer.Url, "a:1", "28:bot", null, "tenant");

        await way.Connector.SendAsync(to, OutgoingActivity.Typing, default);
        await way.Connector.SendAsync(to with { ReplyToId = "1" }, OutgoingActivity.Typing, default);
        await way.Connector.UpdateAsync(to, "1", OutgoingActivity.Typing, default);
        await way.Connector.DeleteAsync(to, "1", default);
        await way.Connector.PostAsync(to, OutgoingActivity.Typing, default);
        await way.Connector.OpenChatAsync(to, "29:jo", default);
        await way.Connector.MembersAsync(to, null, 100, default);

        Assert.Equal(Enumerable.Repeat("Bearer token-1", 7), peer.Received.Select(received => received.Authorization));
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData("https://connector.example/")]
    [InlineData("https://smba.trafficmanager.net.connector.example/")]
    [InlineData("https://smba.trafficmanager.net@connector.example/")]
    [InlineData("http://smba.trafficmanager.net/uk/")]
    [InlineData("http://localhost:1/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("")]
    public async Task To_any_other_host_nothing_is_sent_and_no_token_is_even_asked_for(string serviceUrl)
    {
        using var way = new WayOut(new() { AppId = AppId, ClientSecret = "secret", Authority = server.Url }, clock);

        Assert.Equal(
            new Delivery.NotSent("the host of the service URL is not among Teams__ServiceHosts"),
            await way.Connector.SendAsync(new ConversationReference(serviceUrl, "a:1"), OutgoingActivity.Typing, default));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_redirect_takes_no_token_elsewhere()
    {
        await using var elsewhere = await FakeConnector.StartAsync(201);
        await using var peer = await FakeConnector.StartAsync(http =>
        {
            http.Response.StatusCode = 307;
            http.Response.Headers.Location = elsewhere.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + http.Request.Path;
            return Task.CompletedTask;
        });
        using var way = Way();

        Assert.Equal(new Delivery.Refused(307), await way.Connector.SendAsync(new ConversationReference(peer.Url, "a:1"), OutgoingActivity.Typing, default));
        Assert.Empty(elsewhere.Received);
    }

    [Fact]
    public async Task A_token_that_is_not_taken_is_renewed_once_and_the_send_repeated_once()
    {
        var tokens = new List<string?>();
        await using var peer = await FakeConnector.StartAsync(http =>
        {
            tokens.Add(http.Request.Headers.Authorization);
            http.Response.StatusCode = http.Request.Headers.Authorization == "Bearer token-1" ? 401 : 201;
            return Task.CompletedTask;
        });
        using var way = Way();

        Assert.IsType<Delivery.Arrived>(await way.Connector.SendAsync(new ConversationReference(peer.Url, "a:1"), OutgoingActivity.Typing, default));
        Assert.Equal(["Bearer token-1", "Bearer token-2"], tokens);
    }

    [Fact]
    public async Task A_peer_that_takes_no_token_at_all_makes_nobody_ask_again_and_again()
    {
        await using var peer = await FakeConnector.StartAsync(401);
        using var way = Way();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(new Delivery.Refused(401), await way.Connector.SendAsync(new ConversationReference(peer.Url, $"a:{i}"), OutgoingActivity.Typing, default));
        }

        Assert.Equal(6, peer.Received.Count);
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task Without_a_credential_nothing_is_sent_and_the_settings_are_named()
    {
        await using var peer = await FakeConnector.StartAsync(201);
        using var way = new WayOut(new() { AppId = AppId, ServiceHosts = ["127.0.0.1"] }, clock);

        var delivery = Assert.IsType<Delivery.NotSent>(await way.Connector.SendAsync(new ConversationReference(peer.Url, "a:1"), OutgoingActivity.Typing, default));
        Assert.Contains("Teams__ClientSecret", delivery.Reason, StringComparison.Ordinal);
        Assert.False(delivery.MayPass);
        Assert.Empty(peer.Received);
    }

    [Fact]
    public async Task Where_no_token_is_given_nothing_is_sent_for_now()
    {
        await using var peer = await FakeConnector.StartAsync(201);
        server.Instead = TokenServer.Refusal("7000222");
        using var way = Way();

        var delivery = Assert.IsType<Delivery.NotSent>(await way.Connector.SendAsync(new ConversationReference(peer.Url, "a:1"), OutgoingActivity.Typing, default));
        Assert.Contains("Teams__ClientSecret has run out", delivery.Reason, StringComparison.Ordinal);
        Assert.True(delivery.MayPass);
        Assert.Empty(peer.Received);
    }

    [Fact]
    public async Task In_the_loopback_mode_no_token_is_asked_for()
    {
        await using var peer = await FakeConnector.StartAsync(201);
        using var way = new WayOut(new() { DangerouslyAllowUnauthenticatedLoopback = true, ClientSecret = "secret", Authority = server.Url }, clock);

        Assert.IsType<Delivery.Arrived>(await way.Connector.SendAsync(new ConversationReference(peer.Url, "a:1"), OutgoingActivity.Typing, default));
        Assert.Null(peer.Received.Single().Authorization);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task With_tokens_the_limits_of_a_thread_are_kept()
    {
        var came = new List<TimeSpan>();
        await using var peer = await FakeConnector.StartAsync(http =>
        {
            lock (came)
            {
                came.Add(clock.Gone);
            }

            http.Response.StatusCode = 201;
            return Task.CompletedTask;
        });
        using var way = Way();
        var to = new ConversationReference(peer.Url, "a:1", null, null, "tenant");

        var sends = Task.WhenAll(Enumerable.Range(0, 60).Select(_ => way.Connector.SendAsync(to, OutgoingActivity.Typing, default)));
        var deliveries = await clock.UntilAsync(sends, TimeSpan.FromMilliseconds(20));

        // What would have waited longer than its budget was told so; nothing was lost on the way.
        Assert.All(deliveries, delivery => Assert.True(delivery is Delivery.Arrived or Delivery.TooMany, $"{delivery}"));
        Assert.Equal(deliveries.Count(delivery => delivery is Delivery.Arrived), came.Count);
        Assert.InRange(came.Count, 30, 50);
    }

    [Fact]
    public async Task Sends_are_counted_and_traced_and_no_id_is_in_it()
    {
        var seen = new List<string>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        meters.Start();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Measures.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => Note($"{span.DisplayName} {span.Status} {string.Join(' ', span.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(traces);
        await using var peer = await FakeConnector.StartAsync(418);
        using var way = Way();

        await way.Connector.DeleteAsync(new ConversationReference(peer.Url, "the-conversation", "the-bot", null, "the-tenant"), "the-activity", default);

        lock (seen)
        {
            Assert.Contains("teamsplanbot.sends [call, delete] [outcome, refused]", seen);
            Assert.Contains("teamsplanbot.sends.duration [call, delete] [outcome, refused]", seen);
            Assert.Contains("delete Error [outcome, refused] [status, 418]", seen);
            Assert.DoesNotContain(seen, line => line.Contains("the-", StringComparison.Ordinal));
        }

        void Note(object what, ReadOnlySpan<KeyValuePair<string, object?>> tags = default)
        {
            lock (seen)
            {
                seen.Add(what is Instrument { Meter.Name: Measures.Name, Name: var name } ? $"{name} {string.Join(' ', tags.ToArray())}" : what as string ?? "");
            }
        }
    }

    private WayOut Way() => new(new() { AppId = AppId, ClientSecret = "secret", Authority = server.Url, ServiceHosts = ["127.0.0.1"] }, clock);
}
