using System.Net;
using System.Net.Sockets;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>When tokens are asked for, and what is said where none is given.</summary>
public sealed class BotTokensTests : IAsyncLifetime
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Secret = "a-secret-nobody-may-read";

    private readonly HandClock clock = new();
    private readonly LogLines<BotTokens> log = new();
    private TokenServer server = null!;

    public async Task InitializeAsync() => server = await TokenServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Fifty_sends_at_once_ask_for_one_token()
    {
        using var way = Way();
        var release = new TaskCompletionSource();
        server.Until = release.Task;

        var asks = Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await way.Tokens.GetAsync(default))).ToList();
        await Eventually(() => server.Asked.Count == 1);
        release.SetResult();

        Assert.All(await Task.WhenAll(asks), answer => Assert.Equal("Bearer token-1", Header(answer)));
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_token_is_kept_until_five_minutes_before_it_runs_out_and_is_used_while_the_next_one_comes()
    {
        using var way = Way();
        Assert.Equal("Bearer token-1", Header(await way.Tokens.GetAsync(default)));
        clock.GoOn(TimeSpan.FromMinutes(54));
        Assert.Equal("Bearer token-1", Header(await way.Tokens.GetAsync(default)));
        Assert.Single(server.Asked);

        var release = new TaskCompletionSource();
        server.Until = release.Task;
        clock.GoOn(TimeSpan.FromMinutes(2));
        Assert.Equal("Bearer token-1", Header(await way.Tokens.GetAsync(default)));
        await Eventually(() => server.Asked.Count == 2);
        Assert.Equal("Bearer token-1", Header(await way.Tokens.GetAsync(default)));

        release.SetResult();
        await EventuallyAsync(async () => Header(await way.Tokens.GetAsync(default)) == "Bearer token-2");
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task In_its_last_minute_a_token_is_waited_for()
    {
        using var way = Way();
        await way.Tokens.GetAsync(default);
        clock.GoOn(TimeSpan.FromSeconds(3570));

        Assert.Equal("Bearer token-2", Header(await way.Tokens.GetAsync(default)));
    }

    [Fact]
    public async Task A_renewal_that_fails_harms_nobody_while_the_old_token_is_good_and_is_not_tried_at_every_send()
    {
        using var way = Way();
        await way.Tokens.GetAsync(default);
        server.Instead = (503, "");

        clock.GoOn(TimeSpan.FromMinutes(56));
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal("Bearer token-1", Header(await way.Tokens.GetAsync(default)));
        }

        await Eventually(() => log.All.Count == 1);
        Assert.Equal(2, server.Asked.Count);

        clock.GoOn(TimeSpan.FromSeconds(210));
        Assert.Equal("Bearer token-1", Header(await way.Tokens.GetAsync(default)));
        clock.GoOn(TimeSpan.FromSeconds(40));
        Assert.IsType<TokenAnswer.Denied>(await way.Tokens.GetAsync(default));

        server.Instead = null;
        clock.GoOn(TimeSpan.FromSeconds(6));
        Assert.Equal("Bearer token-2", Header(await way.Tokens.GetAsync(default)));
    }

    [Fact]
    public async Task Who_was_denied_a_token_asks_again_after_some_seconds_not_before()
    {
        using var way = Way();
        server.Instead = TokenServer.Refusal("7000215");
        for (var i = 0; i < 10; i++)
        {
            Assert.IsType<TokenAnswer.Denied>(await way.Tokens.GetAsync(default));
        }

        Assert.Single(server.Asked);
        server.Instead = null;
        clock.GoOn(TimeSpan.FromSeconds(5));
        Assert.Equal("Bearer token-1", Header(await way.Tokens.GetAsync(default)));
    }

    [Theory]
    [InlineData(429, "60", 60)]
    [InlineData(503, "60", 60)]
    [InlineData(503, "86400", 300)]
    [InlineData(429, "Thu, 01 Jan 2099 00:00:00 GMT", 300)]
    public async Task Who_gives_tokens_and_asks_to_wait_is_left_alone_for_so_long_and_never_for_more_than_five_minutes(int status, string retryAfter, int seconds)
    {
        using var way = Way();
        server.Instead = (status, "{}");
        server.RetryAfter = retryAfter;
        Assert.IsType<TokenAnswer.Denied>(await way.Tokens.GetAsync(default));
        server.Instead = null;

        clock.GoOn(TimeSpan.FromSeconds(seconds - 1));
        Assert.IsType<TokenAnswer.Denied>(await way.Tokens.GetAsync(default));
        Assert.Single(server.Asked);

        clock.GoOn(TimeSpan.FromSeconds(1));
        Assert.Equal("Bearer token-1", Header(await way.Tokens.GetAsync(default)));
    }

    [Fact]
    public async Task A_token_that_was_refused_is_renewed_once_for_all_who_had_it()
    {
        using var way = Way();
        var old = Assert.IsType<TokenAnswer.Given>(await way.Tokens.GetAsync(default));

        var others = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => way.Tokens.RenewAsync(old, default)));

        Assert.All(others, other => Assert.Equal("Bearer token-2", Header(other)));
        Assert.Equal(2, server.Asked.Count);
        Assert.Same(others[0], await way.Tokens.RenewAsync((TokenAnswer.Given)others[0], default));
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task A_sender_that_gives_up_waiting_leaves_the_token_to_the_others()
    {
        using var way = Way();
        using var givingUp = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        server.Until = release.Task;
        var impatient = way.Tokens.GetAsync(givingUp.Token).AsTask();
        var patient = way.Tokens.GetAsync(default).AsTask();

        await givingUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        release.SetResult();

        Assert.Equal("Bearer token-1", Header(await patient));
    }

    [Theory]
    [InlineData("7000215", "Teams__ClientSecret is wrong", "copy the secret's value")]
    [InlineData("7000222", "Teams__ClientSecret has run out", "make a new secret")]
    [InlineData("700016", $"The application {AppId} is not known in the tenant botframework.com", "Teams__TenantId")]
    [InlineData("90002", "The tenant botframework.com is not known", "Teams__TenantId")]
    [InlineData("7000112", $"The application {AppId} is switched off", "switch it on")]
    [InlineData("53003", "AADSTS53003", "Entra's list of errors")]
    public async Task What_Entra_refuses_is_said_with_the_setting_and_the_remedy(string code, string wrong, string remedy)
    {
        using var way = Way();
        server.Instead = TokenServer.Refusal(code);

        var denied = Assert.IsType<TokenAnswer.Denied>(await way.Tokens.GetAsync(default));

        Assert.Contains(wrong, denied.Sentence, StringComparison.Ordinal);
        Assert.Contains(remedy, denied.Sentence, StringComparison.Ordinal);
        Assert.Contains(log.All, line => line.Contains(denied.Sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200, "<html>Sign in</html>")]
    [InlineData(200, "{}")]
    [InlineData(200, "null")]
    [InlineData(200, "")]
    [InlineData(302, "")]
    [InlineData(404, "<html>")]
    [InlineData(500, "[1]")]
    [InlineData(429, "{}")]
    [InlineData(503, "")]
    [InlineData(503, """{"error":"temporarily_unavailable","error_description":"AADSTS90033: A transient error has occurred."}""")]
    [InlineData(400, """{"error":{"code":null}}""")]
    public async Task An_odd_answer_is_a_sentence_too(int status, string body)
    {
        using var way = Way();
        server.Instead = (status, body);

        var denied = Assert.IsType<TokenAnswer.Denied>(await way.Tokens.GetAsync(default));

        Assert.Contains(new Uri(server.Url).Authority, denied.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", denied.Sentence, StringComparison.Ordinal);
        Assert.Contains(status == 200 ? "answered with something that is no token" : $"answered with status {status}", denied.Sentence, StringComparison.Ordinal);
        Assert.Contains("try again later, or check ", denied.Sentence, StringComparison.Ordinal);
        Assert.Contains("Teams__Authority", denied.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Entra", denied.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_gives_tokens_the_sentence_names_the_host()
    {
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var host = $"127.0.0.1:{((IPEndPoint)deaf.LocalEndPoint!).Port}";
        using var way = new WayOut(new TeamsOptions { AppId = AppId, ClientSecret = Secret, Authority = $"http://{host}" }, clock, log);

        var denied = Assert.IsType<TokenAnswer.Denied>(await way.Tokens.GetAsync(default));

        Assert.StartsWith($"{host} cannot be reached (no connection could be made)", denied.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_secret_nor_token_is_ever_logged_or_printed()
    {
        using var way = Way();
        var given = await way.Tokens.GetAsync(default);
        server.Instead = (401, $$"""{"error":"invalid_client","error_description":"AADSTS50000: {{Secret}} token-1"}""");
        await way.Tokens.RenewAsync((TokenAnswer.Given)given, default);
        server.Instead = (200, $"<{Secret}>");
        clock.GoOn(TimeSpan.FromHours(2));
        var denied = await way.Tokens.GetAsync(default);

        Assert.Equal(2, log.All.Count);
        Assert.All([.. log.All, given.ToString(), denied.ToString()], text =>
        {
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("token-1", text, StringComparison.Ordinal);
        });
    }

    private WayOut Way() => new(new TeamsOptions { AppId = AppId, ClientSecret = Secret, Authority = server.Url }, clock, log);

    private static string Header(TokenAnswer answer) => Assert.IsType<TokenAnswer.Given>(answer).Header.ToString();

    private static Task Eventually(Func<bool> come) => EventuallyAsync(() => Task.FromResult(come()));

    private static async Task EventuallyAsync(Func<Task<bool>> come)
    {
        for (var i = 0; i < 3_000 && !await come(); i++)
        {
            await Task.Delay(10);
        }

        Assert.True(await come());
    }
}
