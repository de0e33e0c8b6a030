using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Another program holds the store for ten seconds, while people go on asking and posting.</summary>
public sealed class LockedStoreTests
{
    private const int People = 60;

    // Teams waits 15 seconds, and this test not quite as long.
    private static readonly TimeSpan Locked = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Impatience = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task Questions_are_answered_meanwhile_and_every_post_is_recorded_once_when_it_is_over()
    {
        await using var teams = await LocalTeams.StartAsync();
        await using var bot = await RunningBot.StartAsync(new DateOnly(2017, 4, 20));
        var chats = Enumerable.Range(0, 2 * People).Select(number => new Chat(teams.ServiceUrl, "personal", $"a:{number}", $"Person {number}")).ToList();
        var (posting, asking) = (chats.Take(People).ToList(), chats.Skip(People).ToList());
        await Task.WhenAll(chats.Select(chat => AskAsync(chat, teams, bot)));

        await using var other = new SqliteConnection($"Data Source={Path.Combine(bot.Folder, "plans.db")};Pooling=False");
        await other.OpenAsync();
        await ExecuteAsync(other, "BEGIN EXCLUSIVE");
        var released = Task.Run(async () =>
        {
            await Task.Delay(Locked);
            await ExecuteAsync(other, "ROLLBACK");
        });

        var posts = posting.Select((chat, number) => teams.PostImpatientlyAsync(bot.Url, chat.Say($"4.3 in leicestershire: said by {number}"), Impatience)).ToList();
        var questions = Task.WhenAll(asking.Select(chat => AskAsync(chat, teams, bot)));
        Assert.Same(questions, await Task.WhenAny(questions, released));
        using (var http = new HttpClient())
        {
            Assert.Equal("Healthy", await http.GetStringAsync(new Uri(bot.Url, "/health/ready")));
        }

        Assert.False(released.IsCompleted);
        await released;
        Assert.All(await Task.WhenAll(posts), statuses => Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status)));

        Assert.All(posting, chat => Assert.Single(teams.All, sent => sent.Conversation == chat.Id && sent.Card is { } card && card.Lines()[0].StartsWith("Recorded on 4.3", StringComparison.Ordinal)));
        await using var store = bot.Stores.Open();
        Assert.Equal(
            Enumerable.Range(0, People).Select(number => $"said by {number}").Order(StringComparer.Ordinal),
            (await store.Progress.Where(one => one.Origin == Origin.Person).Select(one => one.Text!).ToListAsync()).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Level >= LogLevel.Error);
    }

    private static async Task AskAsync(Chat chat, LocalTeams teams, RunningBot bot)
    {
        using var response = await teams.PostAsync(bot.Url, chat.Say("4.3 in leicestershire"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
