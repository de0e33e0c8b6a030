using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using TeamsPlanBot.Bot.Commands;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>What an orchestrator is told: whether the bot runs, and whether it can do its work.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("teamsplanbot-").FullName;

    // Longer than the bot is to wait for its store, and shorter than SQLite waits for a lock.
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };

    private RunningBot bot = null!;

    private string StoreFile => Path.Combine(folder, "plans.db");

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync(folder: folder);

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_bot_with_its_store_is_ready()
    {
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await ProbeAsync("ready"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await ProbeAsync("live"));
    }

    [Theory]
    [InlineData(11, 60, HealthStatus.Degraded)]
    [InlineData(9, 60, HealthStatus.Healthy)]
    [InlineData(600, 5, HealthStatus.Healthy)]
    [InlineData(600, 11, HealthStatus.Degraded)]
    public void Digests_that_wait_for_long_are_told_once_there_was_time_to_catch_up(int waits, int runs, HealthStatus status)
    {
        var now = new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
        Assert.Equal(status, ScheduleHealth.Verdict(new DeliveryLag(now.AddMinutes(-waits), 1, 0, 0), now.AddMinutes(-runs), now).Status);
    }

    [Fact]
    public async Task Digests_that_come_in_time_are_healthy() => Assert.Equal((HttpStatusCode.OK, "Healthy"), await ProbeAsync("digests"));

    [Fact]
    public async Task A_store_that_hangs_is_told_within_seconds_however_many_ask()
    {
        SqliteConnection.ClearAllPools();
        bot.Stores.Dispose();
        await using var other = new SqliteConnection($"Data Source={StoreFile};Pooling=False");
        await other.OpenAsync();
        await ExecuteAsync(other, "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE");

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => ProbeAsync("ready"))), answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), answer));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await ProbeAsync("live"));
        AssertLogged("The store does not answer: it is locked by another program, or its disk hangs.");

        await ExecuteAsync(other, "ROLLBACK");
        await UntilReadyAsync();
    }

    [Fact]
    public async Task A_store_that_was_taken_away_is_not_ready()
    {
        Assert.Equal(HttpStatusCode.OK, (await ProbeAsync("ready")).Status);
        foreach (var file in Directory.GetFiles(folder))
        {
            File.Delete(file);
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await ProbeAsync("ready"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await ProbeAsync("live"));
        AssertLogged("The store's file is gone.");
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_store_that_is_no_store_any_more_is_not_ready()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(folder))
        {
            File.Delete(file);
        }

        await File.WriteAllTextAsync(StoreFile, new string('x', 5000));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await ProbeAsync("ready"));
        AssertLogged("is not a store of this bot, or is damaged");
    }

    [Theory]
    [InlineData("DELETE FROM __EFMigrationsHistory", "The store's schema is at nothing")]
    [InlineData("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later', '99.0')", "The store was made by a newer version of the bot (99990101000000_Later is not known here).")]
    public async Task A_store_with_another_schema_is_not_ready(string change, string logged)
    {
        await using (var store = bot.Stores.Open())
        {
            await store.Database.ExecuteSqlRawAsync(change);
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await ProbeAsync("ready"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await ProbeAsync("live"));
        AssertLogged(logged);
    }

    private void AssertLogged(string sentence) =>
        Assert.Contains(bot.Log.Lines, line => line.Level == LogLevel.Error && line.Line.Contains(sentence, StringComparison.Ordinal));

    private async Task UntilReadyAsync()
    {
        for (var i = 0; i < 100 && (await ProbeAsync("ready")).Status != HttpStatusCode.OK; i++)
        {
            await Task.Delay(100);
        }

        Assert.Equal((HttpStatusCode.OK, "Healthy"), await ProbeAsync("ready"));
    }

    private async Task<(HttpStatusCode Status, string Body)> ProbeAsync(string what)
    {
        using var answer = await http.GetAsync(new Uri(bot.Url, $"/health/{what}"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
