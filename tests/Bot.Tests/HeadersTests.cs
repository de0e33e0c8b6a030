using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Bot.Pages;
using TeamsPlanBot.FakeTeams;
using TeamsPlanBot.Teams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Whatever the bot answers, and however that ends, tells browsers to load, frame, guess and keep nothing that is not meant to be.</summary>
public sealed class HeadersTests : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync(new DateOnly(2017, 4, 20), settings: "--Teams:PublicUrl=https://plans.example.gov.uk");

    public async Task DisposeAsync()
    {
        http.Dispose();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task Every_route_answers_with_them_to_every_method()
    {
        var routes = bot.Parts.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(route => route.RoutePattern.RawText!.Replace("{token}", "no-such-token", StringComparison.Ordinal)).ToList();
        Assert.Contains("/api/messages", routes);
        Assert.Contains("/tab", routes);
        foreach (var path in routes.Append("/no-such-page").Append("/tab/../secret"))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Head, HttpMethod.Options, HttpMethod.Delete })
            {
                using var request = new HttpRequestMessage(method, new Uri(bot.Url, path)) { Content = method == HttpMethod.Post ? new StringContent("{") : null };
                using var answer = await http.SendAsync(request);
                AssertGuarded($"{method} {path}", answer);
            }
        }
    }

    [Fact]
    public async Task What_fails_answers_with_them_too()
    {
        await using (var store = bot.Stores.Open())
        {
            await store.Database.ExecuteSqlRawAsync("""ALTER TABLE "Actions" RENAME TO "Gone" """);
        }

        using var answer = await Tab.TabCaller.AskAsync(bot, new { view = "plans", @as = "Jo Bloggs" });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        AssertGuarded("a page without a store", answer);
    }

    [Fact]
    public async Task What_nobody_foresaw_answers_with_them_too()
    {
        var call = new DefaultHttpContext();
        await new PageHeaders(_ => throw new InvalidOperationException(), Options.Create(new TeamsOptions()), NullLogger<PageHeaders>.Instance).InvokeAsync(call);
        Assert.Equal(500, call.Response.StatusCode);
        Assert.Equal("nosniff", call.Response.Headers.XContentTypeOptions);
    }

    [Fact]
    public async Task Only_the_tab_may_be_framed_and_only_by_Teams()
    {
        var policy = await PolicyAsync("/tab");
        Assert.Contains("frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.teams.microsoft.us", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self' https://res.cdn.office.net/teams-js/2.58.0/js/MicrosoftTeams.min.js;", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        foreach (var path in new[] { "/", "/privacy", "/terms", "/tab/tab.js", "/health/live", "/files/none" })
        {
            var other = await PolicyAsync(path);
            Assert.Contains("frame-ancestors 'none'", other, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", other, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_loads_the_script_of_Teams_that_its_policy_names()
    {
        var script = await http.GetStringAsync(new Uri(bot.Url, "/tab/tab.js"));
        Assert.Contains(PageHeaders.TeamsScript, script, StringComparison.Ordinal);
        Assert.Contains("script.integrity", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_browser_has_already_is_not_sent_again()
    {
        foreach (var path in new[] { "/tab", "/tab/tab.js", "/tab/tab.css", "/privacy" })
        {
            using var first = await http.GetAsync(new Uri(bot.Url, path));
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(bot.Url, path));
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await http.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            AssertGuarded(path, second);
        }
    }

    [Theory]
    [InlineData("/", "How to reach it")]
    [InlineData("/privacy", "90 days")]
    [InlineData("/privacy", "365 days after it was taken out")]
    [InlineData("/terms", "without a warranty of any kind")]
    public async Task The_pages_that_the_manifest_leads_to_are_there(string path, string words) =>
        Assert.Contains(words, await http.GetStringAsync(new Uri(bot.Url, path)), StringComparison.Ordinal);

    [Fact]
    public async Task The_page_on_privacy_gives_the_figures_in_force()
    {
        await using var other = await RunningBot.StartAsync(settings: ["--Samples:Load=false", "--Keep:ReceiptsForDays=33"]);
        var page = await http.GetStringAsync(new Uri(other.Url, "/privacy"));
        Assert.Contains("33 days", page, StringComparison.Ordinal);
        Assert.DoesNotContain("${", page, StringComparison.Ordinal);
        using var answer = await http.GetAsync(new Uri(other.Url, "/privacy"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"), "nothing says that this bot is reached over https");
    }

    private static void AssertGuarded(string what, HttpResponseMessage answer)
    {
        Assert.True(Header("Content-Security-Policy").StartsWith("default-src 'none'; ", StringComparison.Ordinal), $"{what}: {Header("Content-Security-Policy")}");
        Assert.True(Header("Content-Security-Policy").Contains("frame-ancestors ", StringComparison.Ordinal), what);
        Assert.True(Header("X-Content-Type-Options") == "nosniff", what);
        Assert.True(Header("Referrer-Policy") == "no-referrer", what);
        Assert.True(Header("Permissions-Policy").Contains("camera=()", StringComparison.Ordinal), what);
        Assert.True(Header("Cross-Origin-Resource-Policy") == "same-origin", what);
        Assert.True(Header("Cache-Control") is "no-store" or "no-cache" or "no-store, no-cache", $"{what}: {Header("Cache-Control")}");
        Assert.True(Header("Strict-Transport-Security") == "max-age=31536000", what);

        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
    }

    private async Task<string> PolicyAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(bot.Url, path));
        return answer.Headers.GetValues("Content-Security-Policy").Single();
    }
}
