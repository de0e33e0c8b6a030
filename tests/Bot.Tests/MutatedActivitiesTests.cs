using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Whatever an authenticated peer makes of an activity, the bot answers it or refuses it, and only what somebody may say changes a plan.</summary>
public sealed class MutatedActivitiesTests
{
    private const int Senders = 8;
    private const int TenantsOfASender = 100;

    private static readonly DateOnly Today = new(2018, 4, 20);

    // More of them where CI has the time, the first of them everywhere else; 100,000 by bench/Load.
    private static readonly int Activities = Environment.GetEnvironmentVariable("TEAMSPLANBOT_REQUIRE_ALL") is null ? 4_000 : 16_000;

    [Fact]
    public async Task However_activities_are_spoilt_none_makes_the_bot_fail_or_changes_a_plan_unsaid()
    {
        await using var teams = await LocalTeams.StartAsync();
        await using var issuer = await TestIssuer.StartAsync();
        await using var bot = await RunningBot.StartWithTokensAsync(issuer, Today, [
            "--Logging:LogLevel:Default=Warning",
            .. Enumerable.Range(0, Senders * TenantsOfASender).Select(i => $"--Teams:AllowedTenants:{i}={TenantOf(i / TenantsOfASender, i)}"),
        ]);
        var token = issuer.ChannelKey.Sign(Changed(TestIssuer.ChannelClaims(RunningBot.AppId, teams.ServiceUrl), claims => (claims["nbf"], claims["exp"]) = (0, 4_000_000_000)));
        using var http = new HttpClient { BaseAddress = bot.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var presses = await PressesAsync(teams, http);
        var before = await ActionsAsync(bot);
        var plain = await AskAsync("1.1 in somerset", teams, http);

        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();
        var failed = new ConcurrentQueue<string>();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            var random = new Random(20261121 + sender);
            var (every, spoiling) = (new EveryActivity(presses, random), new Spoiling(random));
            for (var i = 0; i < Activities / Senders; i++)
            {
                // Spread over so many tenants and conversations that Teams' limits, to which the bot keeps, hold nothing up.
                var number = random.Next(2_500);
                var where = new Whereabouts((number * Senders) + sender, TenantOf(sender, number), teams.ServiceUrl);
                var kind = EveryActivity.Kinds[i % EveryActivity.Kinds.Count];
                var body = spoiling.Spoil(every.Make(kind, where), every.Make(EveryActivity.Kinds[random.Next(EveryActivity.Kinds.Count)], where));
                using var content = new ByteArrayContent(body.Bytes);
                content.Headers.TryAddWithoutValidation("Content-Type", body.ContentType);
                using var answer = await http.PostAsync("/api/messages", content);
                statuses.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
                if ((int)answer.StatusCode >= 500 || ShowsItsInside(await answer.Content.ReadAsStringAsync()))
                {
                    failed.Enqueue($"{(int)answer.StatusCode} for {kind}: {Encoding.UTF8.GetString(body.Bytes)}");
                }
            }
        })));

        Assert.Empty(bot.Log.Lines.Where(line => line.Level >= LogLevel.Error || line.Line.Contains("Exception", StringComparison.Ordinal)).Take(5));
        Assert.True(failed.IsEmpty, string.Join('\n', failed.Take(5)));
        Assert.DoesNotContain(teams.All, sent => ShowsItsInside(sent.Activity.GetRawText()));

        // Were nearly all of them refused, or answered, the spoiling would test little.
        Assert.InRange(statuses[HttpStatusCode.OK], Activities / 5, Activities * 4 / 5);
        Assert.Equal(Activities, statuses.Values.Sum());

        Assert.Equal(plain, await AskAsync("1.1 in somerset", teams, http));
        var after = await ActionsAsync(bot);
        await using var store = bot.Stores.Open();
        var told = await store.Progress.Where(one => one.Origin == Origin.Person && one.MessageId != null).Select(one => one.ActionId).Distinct().ToListAsync();
        Assert.Equal(before.Count, after.Count);
        Assert.Empty(after.Where(action => action.Value != before[action.Key]).Select(action => action.Key).Except(told));
    }

    private static bool ShowsItsInside(string answer) =>
        answer.Contains("Exception", StringComparison.Ordinal) || answer.Contains("   at ", StringComparison.Ordinal) || answer.Contains("Something went wrong on my side", StringComparison.Ordinal);

    // The buttons, rows and forms of the bot's own answers, and of what these answer when they are pressed.
    private static async Task<IReadOnlyList<JsonObject>> PressesAsync(LocalTeams teams, HttpClient http)
    {
        var chat = Chat.Personal(teams);
        foreach (var question in EveryActivity.QuestionsWithCards)
        {
            await PostAsync(chat.Say(question), http);
        }

        var first = Distinct(teams.All.SelectMany(sent => EveryActivity.PressesIn(JsonNode.Parse(sent.Activity.GetRawText()))));
        var second = new List<JsonObject>();
        foreach (var press in first.Where((_, number) => number % 5 == 0))
        {
            second.AddRange(EveryActivity.PressesIn(JsonNode.Parse(await PostAsync(chat.Dialog("adaptiveCard/action", Pressing(press)), http))));
            second.AddRange(EveryActivity.PressesIn(JsonNode.Parse(await PostAsync(chat.Dialog("task/fetch", new JsonObject { ["data"] = press.DeepClone() }), http))));
        }

        return Distinct([.. first, .. second]);
    }

    private static List<JsonObject> Distinct(IEnumerable<JsonObject> presses) => [.. presses.DistinctBy(press => press.ToJsonString())];

    private static JsonObject Pressing(JsonObject press) => new() { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = "More", ["verb"] = "ask", ["data"] = press.DeepClone() } };

    private static async Task<string> AskAsync(string question, LocalTeams teams, HttpClient http)
    {
        var chat = Chat.Personal(teams, $"a:{Guid.NewGuid()}");
        await PostAsync(chat.Say(question), http);
        return string.Join('\n', (await teams.MessageAsync(chat.Id)).Card!.Value.Lines());
    }

    private static async Task<string> PostAsync(JsonObject activity, HttpClient http)
    {
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("/api/messages", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync() is { Length: > 0 } body ? body : "null";
    }

    private static async Task<Dictionary<int, (ActionState, Brag?, DateOnly?)>> ActionsAsync(RunningBot bot)
    {
        await using var store = bot.Stores.Open();
        return (await store.Actions.AsNoTracking().Select(action => new { action.Id, action.State, action.Brag, action.Due }).ToListAsync()).ToDictionary(action => action.Id, action => (action.State, action.Brag, action.Due));
    }

    private static string TenantOf(int sender, int number) => $"0d3c1c4e-6f0b-4b0e-9c57-{sender:x4}{number % TenantsOfASender:x8}";

    private static JsonObject Changed(JsonObject json, Action<JsonObject> change)
    {
        change(json);
        return json;
    }
}
