using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>The served bot dies at the worst moment.</summary>
public sealed class CrashTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crash-");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_saved_before_the_bot_was_killed_is_answered_after_it_and_recorded_once()
    {
        await using var teams = await LocalTeams.StartAsync();
        var chat = Chat.Personal(teams);
        var never = new TaskCompletionSource();
        var message = chat.Say("4.3 in leicestershire: two agency workers started, amber", id: "post-1");
        using (var first = CommandRun.Start(folder.FullName, ["serve", "--urls=http://127.0.0.1:0"]))
        {
            try
            {
                var (url, _) = await CommandRun.ListeningAsync(first);
                _ = first.StandardError.ReadToEndAsync();

                // Whatever it sends, nobody takes it: it waits for that when it is killed.
                for (var send = 0; send < 5; send++)
                {
                    teams.WaitFor(never.Task);
                }

                var unanswered = teams.PostAsync(url, message);
                await SavedAsync();
                first.Kill(entireProcessTree: true);
                await Assert.ThrowsAnyAsync<HttpRequestException>(() => unanswered);
            }
            finally
            {
                if (!first.HasExited)
                {
                    first.Kill(entireProcessTree: true);
                }

                never.SetResult();
            }
        }

        await using var teamsAfter = await LocalTeams.StartAsync();
        await using var second = await RunningBot.StartAsync(folder: folder.FullName);
        message["serviceUrl"] = teamsAfter.ServiceUrl;
        using (var response = await teamsAfter.PostAsync(second.Url, message))
        {
            Assert.True(response.IsSuccessStatusCode);
        }

        Assert.StartsWith("Recorded on 4.3", (await teamsAfter.MessageAsync(chat.Id)).Card!.Value.Lines()[0], StringComparison.Ordinal);
        Assert.Equal(1, await SavedAsync());
    }

    private async Task<int> SavedAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var stores = StoreEngines.Named("Sqlite")!.Open($"Data Source={Path.Combine(folder.FullName, "plans.db")}");
            await using (var store = stores.Open())
            {
                if (await store.Progress.CountAsync(one => one.Origin == Origin.Person && one.Text == "two agency workers started, amber", patience.Token) is > 0 and var saved)
                {
                    return saved;
                }
            }

            await Task.Delay(20, patience.Token);
        }
    }
}
