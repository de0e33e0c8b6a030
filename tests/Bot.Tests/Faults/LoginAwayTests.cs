using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>The login is away for a while, which says whose tokens are good and gives the bot its own.</summary>
public sealed class LoginAwayTests
{
    [Fact]
    public async Task Without_a_login_from_the_start_nobody_gets_in_and_with_it_everybody_does_without_a_restart()
    {
        await using var teams = await LocalTeams.StartAsync();
        await using var issuer = await TestIssuer.StartAsync();
        issuer.Mood = Unavailable;
        await using var bot = await RunningBot.StartWithTokensAsync(issuer);
        var message = Chat.Personal(teams).Say("4.3 in leicestershire: two agency workers started, amber");
        Assert.Equal(HttpStatusCode.Unauthorized, await Resending.PostAsync(message, teams, bot, issuer));
        Assert.Contains(bot.Log.Lines, line => line.Level == LogLevel.Warning && line.Line.Contains("could not be read: the metadata answered 503", StringComparison.Ordinal));

        issuer.Mood = null;
        Assert.Equal(HttpStatusCode.OK, await Resending.UntilAsync(HttpStatusCode.OK, () => Resending.PostAsync(message, teams, bot, issuer)));
        await Resending.AssertRecordedOnceAsync(bot, teams);
    }

    [Fact]
    public async Task Without_a_token_for_its_answers_a_post_is_recorded_once_and_answered_when_one_comes()
    {
        await using var teams = await LocalTeams.StartAsync();
        await using var issuer = await TestIssuer.StartAsync();
        issuer.TokenAnswer = Unavailable;
        await using var bot = await RunningBot.StartWithTokensAsync(issuer);
        var message = Chat.Personal(teams).Say("4.3 in leicestershire: two agency workers started, amber");
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(HttpStatusCode.BadGateway, await Resending.PostAsync(message, teams, bot, issuer));
        }

        Assert.Empty(teams.All);
        Assert.Contains(bot.Log.Lines, line => line.Level == LogLevel.Warning && line.Line.StartsWith("No token for sends", StringComparison.Ordinal));
        issuer.TokenAnswer = null;
        Assert.Equal(HttpStatusCode.OK, await Resending.UntilAsync(HttpStatusCode.OK, () => Resending.PostAsync(message, teams, bot, issuer)));
        await Resending.AssertRecordedOnceAsync(bot, teams);
    }

    private static async Task<bool> Unavailable(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        await context.Response.CompleteAsync();
        return false;
    }
}
