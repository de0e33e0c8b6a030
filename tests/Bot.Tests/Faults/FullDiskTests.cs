using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>The disk that holds the store is full, really.</summary>
public sealed class FullDiskTests
{
    private const int Posts = 200;

    [DiskFact]
    public async Task Posts_are_refused_in_a_sentence_questions_go_on_and_room_is_enough_to_record_again()
    {
        using var disk = new SmallDisk(megabytes: 16);
        await using var teams = await LocalTeams.StartAsync();
        await using var bot = await RunningBot.StartAsync(new DateOnly(2017, 4, 20), disk.Folder);
        var chat = Chat.Personal(teams);
        await SayAsync("4.3 in leicestershire", chat, teams, bot);
        Assert.Equal("Healthy", await ReadyAsync(bot));

        disk.Fill();
        var recorded = new List<string>();
        string headline;
        do
        {
            // What was made room for before is used up first.
            var words = $"said {recorded.Count} {new string('x', 1_000)}";
            headline = await SayAsync($"4.3 in leicestershire: {words}", chat, teams, bot);
            if (headline.StartsWith("Recorded on 4.3", StringComparison.Ordinal))
            {
                recorded.Add(words);
            }
        }
        while (headline != "Nothing was recorded" && recorded.Count < Posts);

        Assert.Equal("Nothing was recorded", headline);
        Assert.Contains("tell whoever looks after me", teams.All[^1].Card!.Value.Lines()[1], StringComparison.Ordinal);
        Assert.StartsWith("4.3", await SayAsync("4.3 in leicestershire", chat, teams, bot), StringComparison.Ordinal);
        Assert.StartsWith("4.3", await SayAsync("4.3 in leicestershire", Chat.Personal(teams, "a:new"), teams, bot), StringComparison.Ordinal);
        Assert.Equal("Degraded", await ReadyAsync(bot));
        Assert.Contains(bot.Log.Lines, line => line.Level == LogLevel.Warning && line.Line.Contains("The disk that holds the store is full or failing. Make room", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Level >= LogLevel.Error);

        disk.MakeRoom();
        Assert.StartsWith("Recorded on 4.3", await SayAsync("4.3 in leicestershire: room again", chat, teams, bot), StringComparison.Ordinal);
        Assert.Equal("Healthy", await ReadyAsync(bot));
        await using var store = bot.Stores.Open();
        Assert.Equal([.. recorded, "room again"], await store.Progress.Where(one => one.Origin == Origin.Person).OrderBy(one => one.Id).Select(one => one.Text!).ToListAsync());
    }

    private static async Task<string> SayAsync(string words, Chat chat, LocalTeams teams, RunningBot bot)
    {
        using var response = await teams.PostAsync(bot.Url, chat.Say(words));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return teams.All[^1].Card?.Lines()[0] ?? teams.All[^1].Activity.GetRawText();
    }

    private static async Task<string> ReadyAsync(RunningBot bot)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(bot.Url, "/health/ready"));
        return await answer.Content.ReadAsStringAsync();
    }
}
