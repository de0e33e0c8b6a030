using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>The computer's clock is put back an hour, or forward.</summary>
public sealed class PutClockTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // A Thursday, half past eight in London.
    private readonly WallClock clock = new(new DateTimeOffset(2017, 4, 20, 7, 30, 0, TimeSpan.Zero));

    private LocalTeams teams = null!;

    public async Task InitializeAsync() => teams = await LocalTeams.StartAsync();

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Repeats_are_recorded_once_undo_takes_back_the_last_and_nobody_has_to_wait(int hours)
    {
        await using var bot = await RunningBot.StartByAsync(clock);
        var chat = Chat.Personal(teams);
        var first = chat.Say("4.3 in leicestershire: first, amber");
        Assert.StartsWith("Recorded on 4.3", await PostAsync(first, bot), StringComparison.Ordinal);

        clock.Put(hours * Hour);
        Assert.StartsWith("Recorded on 4.3", await PostAsync(JsonNode.Parse(first.ToJsonString())!.AsObject(), bot), StringComparison.Ordinal);
        Assert.StartsWith("Recorded on 4.3", await PostAsync(chat.Say("4.3 in leicestershire: second, red"), bot), StringComparison.Ordinal);
        for (var number = 0; number < 10; number++)
        {
            Assert.StartsWith("4.3", await PostAsync(chat.Say("4.3 in leicestershire"), bot), StringComparison.Ordinal);
        }

        Assert.Equal("Taken back: 4.3 rating red → amber", await PostAsync(chat.Say("undo"), bot));
        await using var store = bot.Stores.Open();
        var said = await store.Progress.Where(one => one.Origin == Origin.Person && !one.IsUndo).OrderBy(one => one.Id).ToListAsync();
        Assert.Equal([("first, amber", false), ("second, red", true)], said.Select(one => (one.Text!, one.IsUndone)));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task A_digest_that_came_does_not_come_again_when_its_minute_does()
    {
        await using var bot = await RunningBot.StartByAsync(clock);
        var channel = Chat.Channel(teams);
        await PostAsync(channel.Say("send this channel a digest for First Response every Thursday at 9am"), bot);
        var of = channel.Id.Split(';')[0];
        clock.Put(Hour / 2);
        await teams.MessageAsync(of);

        clock.Put(-Hour);
        await Task.Delay(TimeSpan.FromSeconds(2));
        clock.Put(Hour);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Single(teams.All, sent => sent.Conversation == of);

        // What a clock ahead makes come early comes once, too.
        clock.Put(TimeSpan.FromDays(7));
        await teams.MessageAsync(of, 2);
        clock.Put(TimeSpan.FromDays(-7));
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(2, teams.All.Count(sent => sent.Conversation == of));
        await using var store = bot.Stores.Open();
        Assert.All(await store.Deliveries.ToListAsync(), delivery => Assert.Equal(DeliveryState.Arrived, delivery.State));
    }

    [Fact]
    public async Task Tokens_are_taken_again_once_the_clock_is_right()
    {
        await using var issuer = await TestIssuer.StartAsync();
        var right = new WallClock(DateTimeOffset.UtcNow);
        await using var bot = await RunningBot.StartByAsync(right, issuer);
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, issuer));

        right.Put(-Hour);
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(bot, issuer));
        Assert.Contains(bot.Log.Lines, line => line.Line.Contains("Caller refused: the token is not valid yet", StringComparison.Ordinal));
        right.Put(3 * Hour);
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(bot, issuer));
        Assert.Contains(bot.Log.Lines, line => line.Line.Contains("Caller refused: the token has expired", StringComparison.Ordinal));

        right.Put(-2 * Hour);
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, issuer));
    }

    private async Task<HttpStatusCode> SayAsync(RunningBot bot, TestIssuer issuer)
    {
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Url, "/api/messages")) { Content = JsonContent.Create(Chat.Personal(teams).Say("help")) };

        // Another one each time, within one second too: none that is remembered.
        var claims = TestIssuer.ChannelClaims(RunningBot.AppId, teams.ServiceUrl);
        claims["jti"] = Guid.NewGuid().ToString();
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", issuer.ChannelKey.Sign(claims));
        using var answer = await http.SendAsync(message);
        return answer.StatusCode;
    }

    private async Task<string> PostAsync(JsonObject message, RunningBot bot)
    {
        using var response = await teams.PostAsync(bot.Url, message);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var conversation = message["conversation"]!["id"]!.GetValue<string>();
        return teams.All.Last(sent => sent.Conversation == conversation && sent.Type == "message").Card!.Value.Lines()[0];
    }
}
