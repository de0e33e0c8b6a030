using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Sends a message again and again, as Teams does with one that was not acknowledged, and looks what came of it.</summary>
internal static class Resending
{
    private const int Tries = 60;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    public static async Task AssertRecordedOnceAsync(RunningBot bot, LocalTeams teams)
    {
        Assert.StartsWith("Recorded on 4.3", (await teams.MessageAsync("a:personal")).Card!.Value.Lines()[0], StringComparison.Ordinal);
        await using var store = bot.Stores.Open();
        Assert.Equal(["two agency workers started, amber"], await store.Progress.Where(one => one.Origin == Origin.Person).Select(one => one.Text!).ToListAsync());
    }

    public static async Task<HttpStatusCode> PostAsync(JsonObject message, LocalTeams teams, RunningBot bot, TestIssuer? issuer = null)
    {
        if (issuer is null)
        {
            using var response = await teams.PostAsync(bot.Url, message);
            return response.StatusCode;
        }

        using var http = new HttpClient();
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Url, "/api/messages")) { Content = JsonContent.Create(message) };
        post.Headers.Authorization = new AuthenticationHeaderValue("Bearer", issuer.ChannelToken(RunningBot.AppId, teams.ServiceUrl));
        using var answer = await http.SendAsync(post);
        return answer.StatusCode;
    }

    public static async Task<T> UntilAsync<T>(T wanted, Func<Task<T>> now)
    {
        for (var time = 0; time < Tries; time++)
        {
            if (await now() is var given && Equals(given, wanted))
            {
                return given;
            }

            await Task.Delay(BetweenTries);
        }

        return await now();
    }
}
