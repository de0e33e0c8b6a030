using System.Net;
using Microsoft.Extensions.Logging;
using TeamsPlanBot.FakeTeams;
using TeamsPlanBot.Teams.Incoming.Tokens;

namespace TeamsPlanBot.Teams.Tests.Tokens;

public sealed class SigningKeysTests : IAsyncLifetime
{
    private readonly HandDrivenTime time = new(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));
    private readonly LogBook log = new();
    private readonly HttpClient http = KeySource.Client();
    private TestIssuer issuer = null!;
    private SigningKeys keys = null!;

    public async Task InitializeAsync()
    {
        issuer = await TestIssuer.StartAsync();
        keys = new SigningKeys(Source(), time, log.CreateLogger("keys"));
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task Keys_are_read_once_in_a_day()
    {
        for (var hour = 0; hour < 23; hour++)
        {
            Assert.NotNull(await FindAsync(issuer.ChannelKey));
            time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(1, issuer.MetadataAsks);
        time.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await FindAsync(issuer.ChannelKey));
        Assert.Equal(2, issuer.MetadataAsks);
    }

    [Fact]
    public async Task In_the_last_hour_of_the_day_keys_are_read_anew_without_anybody_waiting()
    {
        await FindAsync(issuer.ChannelKey);
        time.Advance(TimeSpan.FromHours(23.5));
        var release = new TaskCompletionSource();
        issuer.Mood = async _ =>
        {
            await release.Task;
            return true;
        };
        Assert.NotNull(await FindAsync(issuer.ChannelKey));
        release.SetResult();
        await UntilAsync(() => log.Lines.Count == 2);
        time.Advance(TimeSpan.FromHours(22));
        Assert.True(keys.Hold((await keys.FindAsync(issuer.ChannelKey.Id)).Key!));
        Assert.Equal(2, issuer.MetadataAsks);
    }

    [Fact]
    public async Task A_new_key_is_found_at_once_and_the_old_one_is_gone()
    {
        var old = issuer.ChannelKey;
        var held = await FindAsync(old);
        Assert.True(keys.Hold(held!));

        var rolled = issuer.RollChannelKey();
        Assert.NotNull(await FindAsync(rolled));
        Assert.False(keys.Hold(held!));
        Assert.Equal(TokenRefusals.UnknownKey, (await keys.FindAsync(old.Id)).Refusal);
        Assert.Equal(2, issuer.MetadataAsks);
    }

    [Fact]
    public async Task Unknown_keys_ask_the_issuer_once_a_minute()
    {
        await FindAsync(issuer.ChannelKey);
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(TokenRefusals.UnknownKey, (await keys.FindAsync($"unknown-{i}")).Refusal);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, issuer.MetadataAsks);
        time.Advance(TimeSpan.FromSeconds(10));
        await keys.FindAsync("unknown");
        await keys.FindAsync("unknown");
        Assert.Equal(3, issuer.MetadataAsks);
    }

    [Fact]
    public async Task Many_at_once_wait_for_one_reading()
    {
        var release = new TaskCompletionSource();
        issuer.Mood = async _ =>
        {
            await release.Task;
            return true;
        };
        var finds = Enumerable.Range(0, 100).Select(i => Task.Run(async () => await keys.FindAsync(i % 2 == 0 ? issuer.ChannelKey.Id : "unknown"))).ToList();
        await UntilAsync(() => issuer.MetadataAsks > 0);
        release.SetResult();

        var found = await Task.WhenAll(finds);
        Assert.Equal(50, found.Count(key => key.Key is not null));
        Assert.InRange(issuer.MetadataAsks, 1, 2);
    }

    [Fact]
    public async Task A_failed_reading_is_tried_again_after_a_pause_and_never_kept()
    {
        Fail(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(TokenRefusals.NoKeys, (await keys.FindAsync(issuer.ChannelKey.Id)).Refusal);
        issuer.Mood = null;
        Assert.Equal(TokenRefusals.NoKeys, (await keys.FindAsync(issuer.ChannelKey.Id)).Refusal);
        Assert.Equal(1, issuer.MetadataAsks);

        time.Advance(SigningKeys.AfterFailure);
        Assert.NotNull(await FindAsync(issuer.ChannelKey));
        Assert.Contains(log.Lines, line => line.Level == LogLevel.Warning && line.Line.Contains($"{issuer.ChannelMetadata} could not be read: the metadata answered 503. No token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_after_a_failed_reading_makes_nobody_wait_longer()
    {
        Fail(HttpStatusCode.ServiceUnavailable);
        await keys.FindAsync(issuer.ChannelKey.Id);
        issuer.Mood = null;

        time.Put(TimeSpan.FromHours(-1));
        time.Advance(SigningKeys.AfterFailure);
        Assert.NotNull(await FindAsync(issuer.ChannelKey));
    }

    [Fact]
    public async Task When_a_reading_fails_the_old_keys_are_good_for_the_rest_of_their_day_and_no_longer()
    {
        await FindAsync(issuer.ChannelKey);
        Fail(HttpStatusCode.InternalServerError);
        time.Advance(TimeSpan.FromHours(12));
        Assert.Equal(TokenRefusals.UnknownKey, (await keys.FindAsync("unknown")).Refusal);
        Assert.NotNull(await FindAsync(issuer.ChannelKey));
        Assert.Contains(log.Lines, line => line.Line.Contains("until they are a day old", StringComparison.Ordinal));

        time.Advance(TimeSpan.FromHours(12));
        Assert.Equal(TokenRefusals.NoKeys, (await keys.FindAsync(issuer.ChannelKey.Id)).Refusal);

        issuer.Mood = null;
        time.Advance(SigningKeys.AfterFailure);
        Assert.NotNull(await FindAsync(issuer.ChannelKey));
    }

    [Fact]
    public async Task A_key_that_did_not_change_stays_what_it_is_and_one_with_other_endorsements_does_not()
    {
        var (kept, changed) = (new TestKey(["msteams"]), new TestKey(["msteams"]));
        issuer.PublishChannel(kept.Published(), changed.Published());
        var (first, second) = (await FindAsync(kept), await FindAsync(changed));

        var lessEndorsed = changed.Published();
        lessEndorsed["endorsements"]!.AsArray().Clear();
        issuer.PublishChannel(kept.Published(), lessEndorsed);
        await keys.FindAsync("unknown");

        Assert.True(keys.Hold(first!));
        Assert.False(keys.Hold(second!));
    }

    [Fact]
    public async Task An_issuer_that_does_not_answer_is_given_up_after_five_seconds()
    {
        issuer.Mood = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return false;
        };
        var find = keys.FindAsync("key").AsTask();
        await UntilAsync(() => issuer.MetadataAsks > 0);
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(find.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TokenRefusals.NoKeys, (await find).Refusal);
        Assert.Contains(log.Lines, line => line.Line.Contains("no answer within 5 seconds", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"jwks_uri":"https://evil.example/keys"}""", null, "another host")]
    [InlineData("""{"jwks_uri":"http://127.0.0.1:1/keys/channel"}""", null, "another host")]
    [InlineData("""{"jwks_uri":"{url}/nowhere"}""", null, "the keys answered 404")]
    [InlineData("""{"jwks_uri":7}""", null, "another host")]
    [InlineData("""{"jwks_uri":"{url}/keys/channel" """, null, "not what it should be")]
    [InlineData("[]", null, "another host")]
    [InlineData("<html>", null, "not what it should be")]
    [InlineData(null, """{"keys":[]}""", "none that can be used")]
    [InlineData(null, """{"keys":[{"kty":"oct","kid":"k","k":"c2VjcmV0"}]}""", "none that can be used")]
    [InlineData(null, """{"keys":[{"kty":"RSA","kid":"\ud800"}]}""", "not what it should be")]
    [InlineData(null, "", "not what it should be")]
    public async Task Documents_that_lie_or_break_give_no_keys(string? metadata, string? published, string problem)
    {
        issuer.PublishChannelDocuments(metadata, published);
        var read = await Source().ReadAsync();
        Assert.Null(read.Keys);
        Assert.Contains(problem, read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_more_than_a_megabyte_is_not_read()
    {
        issuer.PublishChannelDocuments($$"""{"jwks_uri":"{url}/keys/channel","padding":"{{new string('x', 1024 * 1024)}}"}""", null);
        Assert.Equal("a document is larger than 1 MB", (await Source().ReadAsync()).Problem);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        issuer.Mood = context =>
        {
            context.Response.Redirect($"{issuer.Url}/keys/channel");
            return Task.FromResult(false);
        };
        Assert.Equal("the metadata answered 302", (await Source().ReadAsync()).Problem);
    }

    [Fact]
    public async Task An_issuer_that_is_not_there_is_a_problem_in_words()
    {
        var gone = new KeySource(http, time, new Uri("http://127.0.0.1:1/metadata"));
        Assert.Equal("no connection could be made", (await gone.ReadAsync()).Problem);
    }

    [Fact]
    public async Task The_next_address_is_asked_only_where_the_first_is_not_found()
    {
        var fallback = new KeySource(http, time, new Uri($"{issuer.Url}/tenant/v2.0/.well-known/openid-configuration"), new Uri(issuer.ChannelMetadata));
        Assert.NotNull((await fallback.ReadAsync()).Keys);
        Assert.Equal(2, issuer.MetadataAsks);

        Fail(HttpStatusCode.InternalServerError);
        Assert.Equal("the metadata answered 500", (await fallback.ReadAsync()).Problem);
        Assert.Equal(3, issuer.MetadataAsks);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 2000 && !condition(); i++)
        {
            await Task.Delay(10);
        }

        Assert.True(condition());
    }

    private KeySource Source() => new(http, time, new Uri(issuer.ChannelMetadata));

    private async Task<SigningKey?> FindAsync(TestKey key) => (await keys.FindAsync(key.Id)).Key;

    private void Fail(HttpStatusCode status) => issuer.Mood = context =>
    {
        context.Response.StatusCode = (int)status;
        return Task.FromResult(false);
    };
}
