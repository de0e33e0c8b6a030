using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.FakeTeams;
using TeamsPlanBot.Teams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>One sender can keep the bot only so busy, is told so, and holds up nobody else.</summary>
public sealed class SenderLimitTests : IAsyncLifetime
{
    private const int Most = 3;

    private readonly HttpClient http = new();
    private LocalTeams teams = null!;
    private TestIssuer issuer = null!;
    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        issuer = await TestIssuer.StartAsync();
        bot = await RunningBot.StartWithTokensAsync(issuer, settings: $"--Teams:MessagesAMinute={Most}");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.ChannelToken(RunningBot.AppId, teams.ServiceUrl));
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await bot.DisposeAsync();
        await issuer.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task Who_sends_too_much_is_told_once_and_nothing_more_of_it_is_read()
    {
        var chat = Chat.Personal(teams);
        for (var number = 1; number <= Most; number++)
        {
            await SentAsync(chat.Say($"help {number}"));
        }

        await SentAsync(chat.Say("4.9 in Leicestershire: a post too many"));
        await SentAsync(chat.Say("and one more"));

        var told = await teams.MessageAsync(chat.Id, Most + 1);
        Assert.StartsWith("That was more than 3 messages in a minute", told.Activity.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(Most + 1, teams.All.Count(sent => sent.Type == "message"));
        Assert.Single(bot.Log.Lines, line => line.Level == LogLevel.Warning && line.Line.Contains("more than 3 messages in a minute", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_else_is_answered_meanwhile()
    {
        var chat = Chat.Personal(teams);
        for (var number = 1; number <= Most + 1; number++)
        {
            await SentAsync(chat.Say($"help {number}"));
        }

        var other = Chat.Personal(teams, "a:other") with { Person = "Sam Okoro" };
        await SentAsync(other.Say("help"));
        Assert.NotNull((await teams.MessageAsync(other.Id)).Card);
    }

    [Fact]
    public async Task Who_presses_and_searches_too_much_is_told_each_time()
    {
        var chat = Chat.Personal(teams);
        for (var number = 1; number <= Most; number++)
        {
            await SentAsync(chat.Search($"{number}"));
        }

        Assert.Contains("more than 3 messages in a minute", await SentAsync(chat.Search("4.9")), StringComparison.Ordinal);
        Assert.Contains("more than 3 messages in a minute", await SentAsync(chat.Press(JsonSerializer.SerializeToElement(new { title = "Help", verb = "say", data = new { says = "help" } }))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_minute_begins_anew_and_a_clock_set_back_locks_nobody_out()
    {
        var time = new SettableTime();
        var limit = new SenderLimit(Options.Create(new TeamsOptions { MessagesAMinute = 2 }), time);
        Assert.Equal([0, 0, 1, 2], Enumerable.Range(0, 4).Select(_ => limit.Over("somebody")));

        time.Passed += TimeSpan.FromSeconds(59);
        time.Now -= TimeSpan.FromHours(1);
        Assert.Equal(3, limit.Over("somebody"));

        time.Passed += TimeSpan.FromSeconds(1);
        Assert.Equal(0, limit.Over("somebody"));
    }

    [Fact]
    public void Without_a_limit_nobody_is_counted()
    {
        var limit = new SenderLimit(Options.Create(new TeamsOptions { MessagesAMinute = 0 }), TimeProvider.System);
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(0, limit.Over("somebody")));
    }

    private async Task<string> SentAsync(JsonObject activity)
    {
        using var response = await http.PostAsJsonAsync<JsonObject>(new Uri(bot.Url, "/api/messages"), activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private sealed class SettableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
