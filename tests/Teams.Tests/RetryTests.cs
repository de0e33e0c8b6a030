using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>What is sent again, when, and what never is.</summary>
public sealed class RetryTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly HandClock clock = new();

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_passes_by_itself_is_sent_again_until_it_arrives(int status)
    {
        await using var peer = await AnswersAsync(status, status, 201);

        Assert.Equal(new Delivery.Arrived("1"), await SendAsync(peer));
        Assert.Equal(3, peer.Received.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(505)]
    public async Task What_does_not_pass_is_sent_once(int status)
    {
        await using var peer = await AnswersAsync(status, 201);

        Assert.Equal(new Delivery.Refused(status), await SendAsync(peer));
        Assert.Single(peer.Received);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("GET")]
    public async Task What_may_be_done_twice_is_sent_again_after_the_line_was_cut(string method)
    {
        await using var peer = await AnswersAsync(0, 0, 200);
        using var way = Way();
        var to = new ConversationReference(peer.Url, "a:1");

        await clock.UntilAsync(
            method switch
            {
                "PUT" => way.Connector.UpdateAsync(to, "1", OutgoingActivity.Plain("hello"), default),
                "DELETE" => way.Connector.DeleteAsync(to, "1", default),
                _ => (Task)way.Connector.MembersAsync(to, null, 100, default),
            },
            Step);

        Assert.Equal([method, method, method], peer.Received.Select(received => received.Method));
    }

    [Fact]
    public async Task A_message_whose_line_was_cut_may_have_arrived_and_is_not_sent_again()
    {
        await using var peer = await AnswersAsync(0, 201);

        Assert.IsType<Delivery.Unknown>(await SendAsync(peer));
        Assert.Single(peer.Received);
    }

    [Fact]
    public async Task A_message_that_certainly_never_left_is_sent_again()
    {
        using var place = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        place.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var address = (IPEndPoint)place.LocalEndPoint!;
        using var way = Way();
        var sending = way.Connector.SendAsync(new ConversationReference($"http://{address}", "a:1"), OutgoingActivity.Plain("hello"), default);

        // Refused so far; from now on somebody listens and answers.
        await Task.Delay(200);
        Assert.False(sending.IsCompleted);
        place.Listen();
        var answering = Task.Run(async () =>
        {
            using var line = await place.AcceptAsync();
            await line.ReceiveAsync(new byte[16 * 1024]);
            await line.SendAsync("HTTP/1.1 201 Created\r\nContent-Length: 10\r\nConnection: close\r\n\r\n{\"id\":\"1\"}"u8.ToArray());
            line.Shutdown(SocketShutdown.Send);
            await line.ReceiveAsync(new byte[1024]);
        });

        Assert.Equal(new Delivery.Arrived("1"), await clock.UntilAsync(sending, TimeSpan.FromMilliseconds(5)));
        await answering.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("seconds")]
    [InlineData("date")]
    public async Task Who_is_told_when_to_come_back_does_not_come_sooner(string form)
    {
        var came = new List<TimeSpan>();
        await using var peer = await FakeConnector.StartAsync(http =>
        {
            came.Add(clock.Gone);
            http.Response.StatusCode = came.Count == 1 ? 429 : 201;

            // The other side's clock is its own; here it is far behind.
            var there = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
            http.Response.Headers.Date = there.ToString("R", CultureInfo.InvariantCulture);
            http.Response.Headers.RetryAfter = form == "date" ? there.AddSeconds(5).ToString("R", CultureInfo.InvariantCulture) : "5";
            return Task.CompletedTask;
        });

        Assert.IsType<Delivery.Arrived>(await SendAsync(peer));
        Assert.Equal(2, came.Count);
        Assert.InRange(came[1] - came[0], TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(11));
    }

    [Fact]
    public async Task A_wait_longer_than_the_budget_is_not_begun()
    {
        await using var peer = await FakeConnector.StartAsync(http =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "60";
            return Task.CompletedTask;
        });
        using var way = Way();
        var to = new ConversationReference(peer.Url, "a:1");

        // No hand turns the clock.
        var asked = new Delivery.TooMany(TimeSpan.FromSeconds(60), OtherSideAsked: true);
        Assert.Equal(asked, await way.Connector.SendAsync(to, OutgoingActivity.Typing, default).WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(asked, await way.Connector.SendAsync(to, OutgoingActivity.Typing, default).WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Single(peer.Received);

        var patient = clock.UntilAsync(way.Connector.With(TimeSpan.FromMinutes(3)).SendAsync(to, OutgoingActivity.Typing, default), TimeSpan.FromSeconds(1));
        Assert.IsType<Delivery.TooMany>(await patient);
        Assert.InRange(peer.Received.Count, 2, 4);
    }

    [Theory]
    [InlineData("86400")]
    [InlineData("Thu, 01 Jan 2099 00:00:00 GMT")]
    public async Task Nobody_is_silenced_for_longer_than_five_minutes(string retryAfter)
    {
        var asks = true;
        await using var peer = await FakeConnector.StartAsync(http =>
        {
            http.Response.StatusCode = asks ? 429 : 201;
            http.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });
        using var way = Way();
        var to = new ConversationReference(peer.Url, "a:1");
        Assert.Equal(new Delivery.TooMany(TimeSpan.FromMinutes(5), OtherSideAsked: true), await way.Connector.SendAsync(to, OutgoingActivity.Typing, default).WaitAsync(TimeSpan.FromSeconds(30)));

        asks = false;
        clock.GoOn(TimeSpan.FromMinutes(5));

        Assert.IsType<Delivery.Arrived>(await way.Connector.SendAsync(to, OutgoingActivity.Typing, default).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData(429, "TooMany")]
    [InlineData(503, "Refused")]
    public async Task Trying_again_ends_with_the_budget(int status, string ending)
    {
        await using var peer = await FakeConnector.StartAsync(status);

        // A last try that the end of the budget cuts off may have arrived.
        var ended = (await SendAsync(peer)).GetType().Name;
        Assert.True(ended == ending || ended == nameof(Delivery.Unknown), ended);
        Assert.InRange(clock.Gone, TimeSpan.Zero, Connector.Patience + TimeSpan.FromSeconds(1));
        Assert.InRange(peer.Received.Count, 2, 60);
    }

    [Fact]
    public async Task A_peer_that_never_answers_costs_no_more_than_the_budget()
    {
        await using var peer = await FakeConnector.StartAsync(http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        using var way = Way();
        var sending = way.Connector.SendAsync(new ConversationReference(peer.Url, "a:1"), OutgoingActivity.Typing, default);
        while (peer.Received.Count == 0)
        {
            await Task.Delay(10);
        }

        clock.GoOn(Connector.Patience - Step);
        await Task.Delay(50);
        Assert.False(sending.IsCompleted);
        clock.GoOn(Step);
        Assert.Equal(new Delivery.Unknown("no answer in time"), await sending.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Who_gives_up_while_it_waits_to_try_again_is_told_so()
    {
        using var givingUp = new CancellationTokenSource();
        await using var peer = await FakeConnector.StartAsync(async http =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "5";
            await http.Response.CompleteAsync();
            givingUp.CancelAfter(100);
        });
        using var way = Way();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => way.Connector.SendAsync(new ConversationReference(peer.Url, "a:1"), OutgoingActivity.Typing, givingUp.Token).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData(403, "BotDisabledByAdmin", ClosedBecause.BotDisabledByAdmin)]
    [InlineData(403, "BotNotInConversationRoster", ClosedBecause.BotNotInConversationRoster)]
    [InlineData(403, "ConversationBlockedByUser", ClosedBecause.ConversationBlockedByUser)]
    [InlineData(404, "ConversationNotFound", ClosedBecause.ConversationNotFound)]
    public async Task A_conversation_closed_to_the_bot_is_known_by_the_code_in_the_body(int status, string code, ClosedBecause why)
    {
        await using var peer = await FakeConnector.StartAsync(status, $$$"""{"error":{"code":"{{{code}}}","message":"No."}}""");

        Assert.Equal(new Delivery.Closed(why), await SendAsync(peer));
        Assert.Single(peer.Received);
    }

    [Theory]
    [InlineData(404, """{"error":{"code":"BotDisabledByAdmin"}}""", "BotDisabledByAdmin")]
    [InlineData(403, """{"error":{"code":"SomethingNew"}}""", "SomethingNew")]
    [InlineData(403, """{"error":{"code":"a line\nand another"}}""", null)]
    [InlineData(403, """{"error":{"code":null}}""", null)]
    [InlineData(403, """{"error":{"code":{"code":"BotDisabledByAdmin"}}}""", null)]
    [InlineData(403, """{"error":[{"code":"BotDisabledByAdmin"}]}""", null)]
    [InlineData(403, """{"error":"BotDisabledByAdmin"}""", null)]
    [InlineData(403, """{"code":"BotDisabledByAdmin"}""", null)]
    [InlineData(403, """{"error":{"code":"BotDisabledByAdmin" """, null)]
    [InlineData(403, "<html>BotDisabledByAdmin</html>", null)]
    [InlineData(403, "null", null)]
    [InlineData(404, "huge", null)]
    [InlineData(404, "deep", null)]
    public async Task Any_other_body_is_a_refusal_and_no_more(int status, string body, string? code)
    {
        var said = body switch
        {
            "huge" => $$$"""{"more":"{{{new string('x', 5_000_000)}}}","error":{"code":"ConversationNotFound"}}""",
            "deep" => $$$"""{"more":{{{new string('[', 5_000)}}}{{{new string(']', 5_000)}}},"error":{"code":"ConversationNotFound"}}""",
            _ => body,
        };
        await using var peer = await FakeConnector.StartAsync(status, said);

        Assert.Equal(new Delivery.Refused(status, code), await SendAsync(peer));
    }

    [Fact]
    public async Task A_refusal_that_is_cut_off_is_still_one()
    {
        await using var peer = await FakeConnector.StartAsync(async http =>
        {
            http.Response.StatusCode = 403;
            http.Response.ContentLength = 100;
            await http.Response.Body.WriteAsync("{"u8.ToArray());
            await http.Response.Body.FlushAsync();

            // The status must be there before the line is cut, or there is no refusal.
            await Task.Delay(500);
            http.Abort();
        });

        Assert.Equal(new Delivery.Refused(403), await SendAsync(peer));
    }

    // Answers with each status in turn, the last one from then on; 0 cuts the line once the request was read.
    private static Task<FakeConnector> AnswersAsync(params int[] statuses)
    {
        var next = 0;
        return FakeConnector.StartAsync(async http =>
        {
            var status = statuses[Math.Min(Interlocked.Increment(ref next), statuses.Length) - 1];
            if (status == 0)
            {
                http.Abort();
                return;
            }

            http.Response.StatusCode = status;
            await http.Response.WriteAsync(status < 300 ? """{"id":"1"}""" : "");
        });
    }

    private async Task<Delivery> SendAsync(FakeConnector peer)
    {
        using var way = Way();
        return await clock.UntilAsync(way.Connector.SendAsync(new ConversationReference(peer.Url, "a:1"), OutgoingActivity.Plain("hello"), default), Step);
    }

    private WayOut Way() => new(time: clock, wire: clock.Stopping(Wire.Handler()));
}
