using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using TeamsPlanBot.FakeTeams;
using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Incoming.Tokens;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Forged, stolen and twisted calls to a running bot: none gets in, learns why, or leaves its token in the log.</summary>
public sealed class AttackTests(GuardedBot guarded) : IClassFixture<GuardedBot>
{
    // What every answer tells a browser says nothing about this one.
    private static readonly string[] Nothing =
    [
        "Content-Length: 0", "Connection: close", "WWW-Authenticate: Bearer",
        "Cache-Control: no-store", "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer", "Cross-Origin-Resource-Policy: same-origin",
        "Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ];

    public static TheoryData<string> Attacks { get; } = [.. Attack.All.Keys];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task An_attack_is_refused_and_learns_nothing(string name)
    {
        var attack = Attack.All[name];
        var activity = Chat.Personal(guarded.Teams).Say("what's overdue");
        attack.Activity?.Invoke(activity);
        var (before, sentBefore) = (guarded.Bot.Log.Lines.Count, guarded.Teams.All.Count);
        var headers = attack.Headers(guarded);
        var query = attack.Query?.Invoke(guarded) ?? "";

        var answer = await RawHttp.PostAsync(guarded.Bot.Url, $"/api/messages{query}", headers, activity.ToJsonString());

        AssertSaysNothing(401, answer);
        var lines = guarded.Bot.Log.Lines.Skip(before).ToList();
        Assert.Contains(lines, line => line.Level == LogLevel.Warning && line.Line.Trim() == $"Caller refused: {attack.Reason}.");
        Assert.DoesNotContain(lines, line => line.Level >= LogLevel.Error);
        Assert.All(
            headers.Append(query).SelectMany(header => header.Split(' ', '.', ',', '=')).Where(part => part.Length > 20),
            part => Assert.DoesNotContain(lines, line => line.Line.Contains(part, StringComparison.Ordinal)));
        Assert.Equal(sentBefore, guarded.Teams.All.Count);
    }

    // More of one reason within a second would be told together, and the tests above could not see them one by one.
    [Fact]
    public void Every_attack_can_be_told_by_itself() => Assert.All(Attack.All.Values.GroupBy(attack => attack.Reason), same => Assert.InRange(same.Count(), 1, Refusals.ToldOneByOne));

    [Theory]
    [InlineData("Bearer")]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task A_channel_token_comes_in(string scheme) => await AssertComesInAsync($"{scheme} {guarded.ChannelKey.Sign(guarded.Channel())}");

    [Fact]
    public async Task Tokens_of_Entra_come_in()
    {
        await AssertComesInAsync($"Bearer {guarded.HomeKey.Sign(guarded.Entra())}");
        await AssertComesInAsync($"Bearer {guarded.HomeKey.Sign(guarded.OlderEntra())}");
        await AssertComesInAsync($"Bearer {guarded.HomeKey.Sign(guarded.Entra(claims => claims["serviceurl"] = guarded.Teams.ServiceUrl))}");
        await AssertComesInAsync($"Bearer {guarded.MicrosoftKey.Sign(TestIssuer.EntraClaims(RunningBot.AppId, GuardedBot.MicrosoftTenant, GuardedBot.AllowedApplication))}");
    }

    [Theory]
    [InlineData("keys on another host", """{"jwks_uri":"https://evil.example/keys"}""", null, TokenRefusals.NoKeys)]
    [InlineData("keys on another port", """{"jwks_uri":"http://127.0.0.1:9/keys"}""", null, TokenRefusals.NoKeys)]
    [InlineData("metadata that is none", "<html>", null, TokenRefusals.NoKeys)]
    [InlineData("an enormous document", "", "enormous", TokenRefusals.NoKeys)]
    [InlineData("a secret for a key", null, """{"kty":"oct","k":"c2VjcmV0"}""", TokenRefusals.NoKeys)]
    [InlineData("a key for encryption", null, """{"use":"enc"}""", TokenRefusals.NoKeys)]
    [InlineData("a key for another algorithm", null, """{"alg":"HS256"}""", TokenRefusals.NoKeys)]
    [InlineData("an exponent of one", null, """{"e":"AQ"}""", TokenRefusals.NoKeys)]
    [InlineData("a short key", null, "short", TokenRefusals.NoKeys)]
    [InlineData("two keys of one name", null, "twins", TokenRefusals.NoKeys)]
    [InlineData("no endorsements", null, """{"endorsements":[]}""", ActivityRules.NotEndorsed)]
    [InlineData("a redirect", null, "redirect", TokenRefusals.NoKeys)]
    public async Task Published_keys_that_play_tricks_let_nobody_in(string trick, string? metadata, string? keys, string reason)
    {
        await using var teams = await LocalTeams.StartAsync();
        await using var issuer = await TestIssuer.StartAsync();
        var key = new TestKey(["msteams"], keys == "short" ? 1024 : 2048);
        var published = key.Published();
        switch (keys)
        {
            case "enormous":
                issuer.PublishChannelDocuments($$"""{"jwks_uri":"{url}/keys/channel","x":"{{new string('x', 2_000_000)}}"}""", new JsonObject { ["keys"] = new JsonArray(published) }.ToJsonString());
                break;
            case "twins":
                issuer.PublishChannel(published, published);
                break;
            case "redirect":
                issuer.PublishChannel(published);
                issuer.Mood = context =>
                {
                    context.Response.Redirect($"{issuer.Url}/nobody/v2.0/.well-known/openid-configuration");
                    return Task.FromResult(false);
                };
                break;
            default:
                foreach (var (name, value) in keys is null or "short" ? [] : JsonNode.Parse(keys)!.AsObject())
                {
                    published[name] = value!.DeepClone();
                }

                issuer.PublishChannelDocuments(metadata, new JsonObject { ["keys"] = new JsonArray(published) }.ToJsonString());
                break;
        }

        await using var bot = await RunningBot.StartWithTokensAsync(issuer, settings: "--Samples:Load=false");
        var token = key.Sign(TestIssuer.ChannelClaims(RunningBot.AppId, teams.ServiceUrl));

        var answer = await RawHttp.PostAsync(bot.Url, "/api/messages", [$"Authorization: Bearer {token}"], Chat.Personal(teams).Say("hi").ToJsonString());

        AssertSaysNothing(401, answer);
        Assert.True(bot.Log.Lines.Any(line => line.Line.Trim() == $"Caller refused: {reason}."), trick);
        Assert.Empty(teams.All);
    }

    [Fact]
    public async Task Without_an_application_id_even_a_good_token_lets_nobody_in()
    {
        await using var bot = await RunningBot.StartWithTokensAsync(guarded.Issuer, settings: ["--Samples:Load=false", "--Teams:AppId="]);
        var answer = await RawHttp.PostAsync(bot.Url, "/api/messages", [$"Authorization: Bearer {guarded.ChannelKey.Sign(guarded.Channel(claims => claims["aud"] = ""))}"], Chat.Personal(guarded.Teams).Say("hi").ToJsonString());
        AssertSaysNothing(401, answer);
        Assert.Contains(bot.Log.Lines, line => line.Line.Trim() == $"Caller refused: {TokenRefusals.NoAppId}.");
    }

    [Theory]
    [InlineData(401, "X-Forwarded-For: 127.0.0.1", "the request was forwarded by a proxy")]
    [InlineData(401, "Forwarded: for=127.0.0.1", "the request was forwarded by a proxy")]
    [InlineData(401, "Via: 1.1 proxy", "the request was forwarded by a proxy")]
    [InlineData(401, "X-Original-Host: localhost", "the request was forwarded by a proxy")]
    [InlineData(401, "Host: evil.example", "the Host header names another computer")]
    [InlineData(401, "Host: localhost.evil.example", "the Host header names another computer")]
    [InlineData(400, "Content-Type: text/plain", "the body is not announced as JSON")]
    [InlineData(400, "X-Nothing: special", ActivityRules.NotOnThisComputer)]
    public async Task In_the_loopback_mode_only_this_computer_is_let_in(int status, string header, string reason)
    {
        await using var teams = await LocalTeams.StartAsync();
        await using var bot = await RunningBot.StartAsync(settings: "--Samples:Load=false");
        var activity = Chat.Personal(teams).Say("hi");
        if (reason == ActivityRules.NotOnThisComputer)
        {
            activity["serviceUrl"] = "https://evil.example/";
        }

        AssertSaysNothing(status, await RawHttp.PostAsync(bot.Url, "/api/messages", [header], activity.ToJsonString()));
        Assert.Contains(bot.Log.Lines, line => line.Line.Trim() == $"Caller refused: {reason}.");
        Assert.Empty(teams.All);
    }

    private static void AssertSaysNothing(int status, RawAnswer answer)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal("", answer.Body);
        Assert.All(
            answer.Headers.Split("\r\n")[1..],
            header => Assert.Contains(header, header.StartsWith("Date: ", StringComparison.Ordinal) || header.StartsWith("Permissions-Policy: ", StringComparison.Ordinal) ? [header] : Nothing));
    }

    // A bot and a Teams of its own would be slower, and what arrives here must not be taken for an attack's.
    private async Task AssertComesInAsync(string authorization)
    {
        var typing = Chat.Personal(guarded.Teams).Activity("typing");
        var answer = await RawHttp.PostAsync(guarded.Bot.Url, "/api/messages", [$"Authorization: {authorization}"], typing.ToJsonString());
        Assert.Equal(200, answer.Status);
    }
}
