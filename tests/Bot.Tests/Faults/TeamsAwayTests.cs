using System.Net;
using Microsoft.Extensions.Logging;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Teams is away for a while where the answers go, and sends again what was not acknowledged.</summary>
public sealed class TeamsAwayTests
{
    // A Thursday; nine in the morning in London is eight.
    private static readonly DateTimeOffset HalfPastEight = new(2017, 4, 20, 7, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task While_nobody_listens_where_answers_go_posts_are_recorded_once_and_digests_wait()
    {
        var before = await LocalTeams.StartAsync();
        var clock = new WallClock(HalfPastEight);
        await using var bot = await RunningBot.StartByAsync(clock);
        var channel = Chat.Channel(before);
        var message = Chat.Personal(before).Say("4.3 in leicestershire: two agency workers started, amber");
        Assert.Equal(HttpStatusCode.OK, await Resending.PostAsync(channel.Say("send this channel a digest for First Response every Thursday at 9am"), before, bot));
        var port = new Uri(before.ServiceUrl).Port;
        await before.DisposeAsync();

        await using var sender = await LocalTeams.StartAsync();
        clock.Put(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.BadGateway, await Resending.PostAsync(message, sender, bot));
        Assert.True(await Resending.UntilAsync(true, () => Task.FromResult(bot.Log.Lines.Any(line => line.Line.StartsWith("Delivery ", StringComparison.Ordinal) && line.Line.Contains(" waits: ", StringComparison.Ordinal)))));
        await using var after = await LocalTeams.StartAsync(port);
        Assert.Equal(HttpStatusCode.OK, await Resending.PostAsync(message, sender, bot));
        await Resending.AssertRecordedOnceAsync(bot, after);
        Assert.Contains("First Response: 2 due soon", (await after.MessageAsync(channel.Id.Split(';')[0])).Card!.Value.Lines());
        Assert.DoesNotContain(bot.Log.Lines, line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task While_Teams_hangs_a_post_is_recorded_once_and_its_repeat_is_answered()
    {
        await using var teams = await LocalTeams.StartAsync();
        await using var bot = await RunningBot.StartAsync(new DateOnly(2017, 4, 20));
        var never = new TaskCompletionSource();
        for (var send = 0; send < 2; send++)
        {
            // The sign of typing, and the answer.
            teams.WaitFor(never.Task);
        }

        var message = Chat.Personal(teams).Say("4.3 in leicestershire: two agency workers started, amber");
        Assert.Equal(HttpStatusCode.BadGateway, await Resending.PostAsync(message, teams, bot));
        Assert.Contains(bot.Log.Lines, line => line.Level == LogLevel.Warning && line.Line.Contains("It is not known whether an answer arrived: no answer in time", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await Resending.UntilAsync(HttpStatusCode.OK, () => Resending.PostAsync(message, teams, bot)));
        await Resending.AssertRecordedOnceAsync(bot, teams);
        never.SetResult();
    }
}
