using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests.Tab;

/// <summary>Who gets to see a page: whom Teams signed in to this bot, and on this computer in Development.</summary>
public sealed class TabSignInTests(GuardedBot guarded) : IClassFixture<GuardedBot>
{
    private const string Jo = "aaaaaaaa-0000-0000-0000-000000000001";

    private static readonly object Plans = new { view = "plans" };

    public static TheoryData<string, string> Strangers => new()
    {
        { "nobody", "the call carries no token" },
        { "the channel", "the token's issuer is not trusted" },
        { "an application", "the token was not asked for by Teams" },
        { "an application that Teams' id was given to", "the token does not let Teams use the bot for its person (access_as_user)" },
        { "a stranger's key", "the token's key is not among its issuer's" },
        { "a stranger's key under the name of ours", "the token's signature is wrong" },
        { "another tenant", "the token's issuer is not trusted" },
        { "another tenant in our issuer's name", "the token's tenant is not its issuer's" },
        { "another bot", "the token is meant for somebody else" },
        { "long ago", "the token has expired" },
    };

    [Fact]
    public async Task Whom_Teams_signed_in_sees_the_plans() =>
        Assert.Contains("5 plans", await TabCaller.ViewAsync(guarded.Bot, Plans, Sign(Person())), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Nobody_else_does_and_learns_nothing(string who, string reason)
    {
        var token = who switch
        {
            "nobody" => null,
            "the channel" => guarded.Issuer.ChannelToken(RunningBot.AppId, guarded.Teams.ServiceUrl),
            "an application" => Sign(Person(claims => claims["azp"] = GuardedBot.AllowedApplication)),
            "an application that Teams' id was given to" => Sign(Person(claims => claims.Remove("scp"))),
            "a stranger's key" => new TestKey().Sign(Person()),
            "a stranger's key under the name of ours" => new TestKey().Sign(guarded.HomeKey.Header(), Person()),
            "another tenant" => guarded.OtherTenantKey.Sign(guarded.Issuer.PersonClaims(RunningBot.AppId, GuardedBot.OtherTenant, Jo)),
            "another tenant in our issuer's name" => Sign(Person(claims => claims["tid"] = GuardedBot.OtherTenant)),
            "another bot" => Sign(Person(claims => claims["aud"] = GuardedBot.AllowedApplication)),
            _ => Sign(Person(claims => claims["exp"] = 1)),
        };
        var before = guarded.Bot.Log.Lines.Count;
        using var answer = await TabCaller.AskAsync(guarded.Bot, Plans, token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
        var lines = guarded.Bot.Log.Lines.Skip(before).ToList();
        Assert.Contains(lines, line => line.Line.Trim() == $"Caller refused: {reason}.");
        Assert.DoesNotContain(lines, line => token is not null && line.Line.Contains(token[..40], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_token_opens_the_others_door_however_often_it_was_taken_at_its_own()
    {
        var (person, channel) = (Sign(Person()), guarded.Issuer.ChannelToken(RunningBot.AppId, guarded.Teams.ServiceUrl));
        for (var times = 0; times < 2; times++)
        {
            await TabCaller.ViewAsync(guarded.Bot, Plans, person);
            Assert.Equal(HttpStatusCode.OK, await SayAsync(channel));
            Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(person));
            using var answer = await TabCaller.AskAsync(guarded.Bot, Plans, channel);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("idp", "https://sts.windows.net/99999999-8888-7777-6666-555555555555/")]
    [InlineData("acct", 1)]
    public async Task A_guest_sees_what_guests_see_in_the_chat(string claim, object value)
    {
        var token = Sign(Person(claims => claims[claim] = JsonValue.Create(value)));
        foreach (var view in new object[] { Plans, new { view = "dashboard" }, new { view = "actions" }, new { view = "indicators" }, new { view = "ask", ask = "4.3 in Leicestershire" } })
        {
            var drawn = await TabCaller.ViewAsync(guarded.Bot, view, token);
            Assert.DoesNotContain("Leicestershire children", drawn, StringComparison.Ordinal);
            Assert.DoesNotContain("First Response", drawn, StringComparison.Ordinal);
        }

        Assert.Contains("Guests see no plans until somebody gives them the right to.", await TabCaller.ViewAsync(guarded.Bot, new { view = "actions" }, token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_to_see_it_as_is_for_Development_alone() =>
        Assert.Contains("No open actions of yours", await TabCaller.ViewAsync(guarded.Bot, new { view = "mine", @as = "Marian Coates" }, Sign(Person())), StringComparison.Ordinal);

    [Fact]
    public async Task In_Development_a_page_of_this_computer_is_let_in_and_others_are_not()
    {
        await using var bot = await RunningBot.StartAsync(new DateOnly(2017, 4, 20));
        Assert.Contains("5 plans", await TabCaller.ViewAsync(bot, Plans), StringComparison.Ordinal);
        await AssertRefusedAsync(HttpStatusCode.Unauthorized, request => request.Headers.Host = "evil.example");
        await AssertRefusedAsync(HttpStatusCode.Unauthorized, request => request.Headers.Add("X-Forwarded-For", "10.0.0.1"));
        await AssertRefusedAsync(HttpStatusCode.Forbidden, request => request.Headers.Add("Sec-Fetch-Site", "cross-site"));
        await AssertRefusedAsync(HttpStatusCode.Forbidden, request => request.Headers.Add("Sec-Fetch-Site", "same-site"));
        await AssertRefusedAsync(HttpStatusCode.Forbidden, request => request.Content!.Headers.ContentType = new MediaTypeHeaderValue("text/plain"));

        async Task AssertRefusedAsync(HttpStatusCode status, Action<HttpRequestMessage> change)
        {
            using var answer = await TabCaller.AskAsync(bot, Plans, change: change);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal("", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Who_asks_for_more_than_anybody_reads_waits_and_nobody_else_does()
    {
        await using var bot = await RunningBot.StartWithTokensAsync(guarded.Issuer, settings: "--Teams:MessagesAMinute=3");
        var hasty = Sign(Person(claims => claims["oid"] = "aaaaaaaa-0000-0000-0000-000000000002"));
        var statuses = new List<HttpStatusCode>();
        for (var times = 0; times < 8; times++)
        {
            using var answer = await TabCaller.AskAsync(bot, Plans, hasty);
            statuses.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Contains("5 plans", await TabCaller.ViewAsync(bot, Plans, Sign(Person())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"view":1}""")]
    [InlineData("null")]
    public async Task What_is_no_question_of_the_page_is_refused(string body)
    {
        using var answer = await TabCaller.AskAsync(guarded.Bot, Plans, Sign(Person()), request => request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_measure_is_refused()
    {
        using var answer = await TabCaller.AskAsync(guarded.Bot, new { view = "ask", ask = new string('x', 70_000) }, Sign(Person()));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<HttpStatusCode> SayAsync(string token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(guarded.Bot.Url, "/api/messages")) { Content = JsonContent.Create<JsonObject>(Chat.Personal(guarded.Teams).Say("help")) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private JsonObject Person(Action<JsonObject>? change = null)
    {
        var claims = guarded.Issuer.PersonClaims(RunningBot.AppId, Chat.Tenant, Jo);
        change?.Invoke(claims);
        return claims;
    }

    private string Sign(JsonObject claims) => guarded.HomeKey.Sign(claims);
}
