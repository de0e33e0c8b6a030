using System.Diagnostics;
using System.Text.Json;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>What a bot in a process of its own tells its operator, and what it never tells.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string folder = Directory.CreateTempSubdirectory("teamsplanbot-").FullName;
    private LocalTeams teams = null!;
    private Collector collector = null!;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        collector = await Collector.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await collector.DisposeAsync();
        await teams.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_collector_gets_turns_answers_and_logs_and_nothing_anybody_typed()
    {
        var chat = Chat.Personal(teams, "a:conversation-nobody-may-know");
        var log = await ServedAsync(
            [(Endpoint, collector.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")],
            chat.Say("what's overdue for First Response", id: "activity-of-the-question"),
            chat.Say("the zebra ate my homework"));

        foreach (var (signal, name) in new[]
        {
            ("traces", "turn message"), ("traces", "answer"), ("traces", "activity-of-the-question"), ("traces", "not-understood"), ("traces", "/api/messages"),
            ("metrics", "teamsplanbot.turns"), ("metrics", "teamsplanbot.turns.duration"), ("metrics", "teamsplanbot.answers"), ("metrics", "actions"), ("metrics", "not-understood"),
            ("metrics", "http.server.request.duration"),
            ("logs", "Answered actions"),
            ("traces", "teamsplanbot"), ("metrics", "service.version"), ("logs", "teamsplanbot"),
        })
        {
            Assert.True(collector.Holds(signal, name), $"No {signal} held {name}.\n{log}");
        }

        string[] secrets = ["First Response", "overdue for", "zebra", "homework", chat.Person, "object-of-", Chat.Tenant, chat.Id, Uri.EscapeDataString(chat.Id), "conversation-nobody"];
        Assert.All(secrets, secret => Assert.False(collector.Holds(secret), $"The collector was told {secret}."));
        Assert.Contains("Telemetry is sent to 127.0.0.1:", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_collector_there_is_no_telemetry()
    {
        var log = await ServedAsync([], Chat.Personal(teams).Say("what's overdue"));
        Assert.DoesNotContain("elemetry", log, StringComparison.Ordinal);
        Assert.Contains("Answered actions", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http/protobuf")]
    [InlineData("grpc")]
    public async Task A_collector_that_is_down_harms_no_turn_and_no_end(string protocol)
    {
        var log = await ServedAsync([(Endpoint, "http://127.0.0.1:9"), ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)], Chat.Personal(teams).Say("what's overdue"));
        Assert.Contains("Answered actions", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Endpoint, "localhost:4317")]
    [InlineData(Endpoint, "nowhere")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "smoke signals")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "key=secret,open sesame")]
    public async Task A_wrong_setting_of_telemetry_stops_the_bot_with_a_sentence_that_names_it(string name, string value)
    {
        using var bot = CommandRun.Start(folder, ["serve", "--urls=http://127.0.0.1:0"], [(Endpoint, collector.Url), (name, value)]);
        var said = await ToTheEndAsync(bot);
        Assert.Equal(1, bot.ExitCode);
        Assert.StartsWith(name, said, StringComparison.Ordinal);
        Assert.Single(said.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_json_where_that_is_wished()
    {
        var log = await ServedAsync([("Logging__Console__FormatterName", "json")], Chat.Personal(teams).Say("what's overdue"));
        var entries = log.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var answered = Assert.Single(entries, entry => entry.GetProperty("EventId").GetInt32() == 2104);
        Assert.Equal("actions", answered.GetProperty("State").GetProperty("Intent").GetString());
    }

    // Serves, hands over what is said, ends the bot, and gives what it logged.
    private async Task<string> ServedAsync((string Name, string Value)[] variables, params System.Text.Json.Nodes.JsonObject[] said)
    {
        using var bot = CommandRun.Start(folder, ["serve", "--urls=http://127.0.0.1:0"], variables);
        try
        {
            var (url, began) = await CommandRun.ListeningAsync(bot);
            var log = bot.StandardError.ReadToEndAsync();
            foreach (var activity in said)
            {
                using var answer = await teams.PostAsync(url, activity);
                Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
            }

            await CommandRun.TermAsync(bot);
            await bot.WaitForExitAsync().WaitAsync(Patience);
            Assert.Equal(0, bot.ExitCode);
            return began + await log;
        }
        finally
        {
            if (!bot.HasExited)
            {
                bot.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task<string> ToTheEndAsync(Process bot)
    {
        try
        {
            var said = await bot.StandardError.ReadToEndAsync().WaitAsync(Patience);
            await bot.WaitForExitAsync().WaitAsync(Patience);
            return said;
        }
        finally
        {
            if (!bot.HasExited)
            {
                bot.Kill(entireProcessTree: true);
            }
        }
    }
}
