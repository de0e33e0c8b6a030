using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Whatever goes well or wrong, and however much is logged: no secret, no token and no word of a person is in it.</summary>
public sealed class SecretsInLogsTests : IDisposable
{
    private const string Secret = "a-secret-for-tests";
    private const string Words = "zebra crossing";

    private static readonly string[] EverythingLogged = [.. new[] { "Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System" }.Select(category => $"--Logging:LogLevel:{category}=Trace")];

    private readonly string folder = Directory.CreateTempSubdirectory("teamsplanbot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Turns_that_go_well_and_turns_that_fail_log_neither_tokens_nor_words()
    {
        await using var teams = await LocalTeams.StartAsync();
        await using var issuer = await TestIssuer.StartAsync();
        await using var bot = await RunningBot.StartWithTokensAsync(issuer, settings: EverythingLogged);
        var good = issuer.ChannelToken(RunningBot.AppId, teams.ServiceUrl);
        var forged = new TestKey().Sign(TestIssuer.ChannelClaims(RunningBot.AppId, teams.ServiceUrl));
        var chat = Chat.Personal(teams) with { Person = "Peregrine Quill" };

        Assert.Equal(HttpStatusCode.OK, await SentAsync(bot, good, chat.Say($"what is overdue and mentions {Words}")));
        Assert.Equal(HttpStatusCode.OK, await SentAsync(bot, good, chat.Say($"4.9 in Leicestershire: {Words}, amber")));
        Assert.Equal(HttpStatusCode.OK, await SentAsync(bot, good, chat.Search(Words)));
        Assert.Equal(HttpStatusCode.Unauthorized, await SentAsync(bot, forged, chat.Say(Words)));
        Assert.Equal(HttpStatusCode.Unauthorized, await SentAsync(bot, good, (chat with { ServiceUrl = "https://elsewhere.example" }).Say(Words)));
        teams.Fail(HttpStatusCode.InternalServerError);
        Assert.Equal(HttpStatusCode.BadGateway, await SentAsync(bot, good, chat.Say($"which actions mention {Words}")));
        teams.HangUp();
        Assert.Equal(HttpStatusCode.BadGateway, await SentAsync(bot, good, chat.Say($"which red actions mention {Words}")));
        await using (var store = bot.Stores.Open())
        {
            await store.Database.ExecuteSqlRawAsync("ALTER TABLE Milestones RENAME TO Away");
        }

        Assert.Equal(HttpStatusCode.OK, await SentAsync(bot, good, chat.Say("4.9 in Leicestershire")));

        Assert.True(issuer.TokenAsks > 0);
        Assert.Contains(bot.Log.Lines, line => line.Level == LogLevel.Error);
        Assert.Contains(bot.Log.Lines, line => line.Level <= LogLevel.Debug);
        foreach (var secret in new[] { Secret, Words, chat.Person, "Peregrine", Signature(good), Signature(forged), "outbound-" })
        {
            Assert.DoesNotContain(bot.Log.Lines, line => line.Line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData("Postgres", "Host=127.0.0.1;Port=9;Username=plans;Password=open-sesame;Timeout=2")]
    [InlineData("SqlServer", "Server=127.0.0.1,9;User Id=plans;Password=open-sesame;Connect Timeout=2")]
    [InlineData("Sqlite", "Data Source=/proc/nowhere/plans.db;Password=open-sesame")]
    public async Task A_store_that_cannot_be_reached_is_told_of_without_its_password(string provider, string connection)
    {
        foreach (var command in new[] { "doctor", "migrate" })
        {
            var run = await CommandRun.EndedAsync(folder, [command, $"--Store:Provider={provider}", $"--Store:ConnectionString={connection}", "--Logging:LogLevel:Default=Trace"]);
            Assert.Equal(1, run.Code);
            Assert.DoesNotContain("open-sesame", run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_login_that_fails_is_told_of_without_the_secret()
    {
        await using var issuer = await TestIssuer.StartAsync();
        issuer.TokenAnswer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return context.Response.WriteAsJsonAsync(new { error = "invalid_client", error_description = $"AADSTS7000215: the secret {Secret} is not this application's." });
        };
        var run = await CommandRun.EndedAsync(folder, [
            "doctor", "--Logging:LogLevel:Default=Trace", $"--Teams:Authority={issuer.Url}", $"--Teams:ChannelMetadata={issuer.ChannelMetadata}", $"--Teams:AppId={RunningBot.AppId}",
            $"--Teams:TenantId={Chat.Tenant}", $"--Teams:ClientSecret={Secret}", "--Teams:DangerouslyAllowUnauthenticatedLoopback=false", $"--Store:ConnectionString=Data Source={folder}/plans.db",
        ]);
        Assert.Equal(1, run.Code);
        Assert.DoesNotContain(Secret, run.Output + run.Error, StringComparison.Ordinal);
    }

    private static string Signature(string token) => token.Split('.')[2];

    private static async Task<HttpStatusCode> SentAsync(RunningBot bot, string token, JsonObject activity)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Url, "/api/messages")) { Content = JsonContent.Create<JsonObject>(activity) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
