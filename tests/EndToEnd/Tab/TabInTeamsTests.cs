using Microsoft.Playwright;
using TeamsPlanBot.FakeTeams;

namespace EndToEnd.Tab;

/// <summary>The page as Teams shows it, with Microsoft's own script and tokens of a test issuer.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TabInTeamsTests(Chromium chromium) : IAsyncLifetime
{
    private const string Person = "11111111-2222-3333-4444-555555555555";

    private readonly TestKey key = new();
    private TestIssuer issuer = null!;
    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        if (Requirements.Missing is null)
        {
            issuer = await TestIssuer.StartAsync();
            issuer.PublishTenant(Chat.Tenant, key);
            bot = await RunningBot.StartWithTokensAsync(issuer);
            await RatedPlan.ImportAsync(bot);
        }
    }

    public async Task DisposeAsync()
    {
        if (bot is not null)
        {
            await bot.DisposeAsync();
            await issuer.DisposeAsync();
        }
    }

    [BrowserFact]
    public async Task Whom_Teams_signs_in_sees_their_own_actions_in_the_theme_of_Teams()
    {
        var teams = await TeamsHost.OpenAsync(chromium, bot, Token(), "dark");
        await teams.Tab.HeadedAsync("2 open actions of yours");
        Assert.Equal("dark", await ThemeAsync(teams));
        Assert.False(await teams.Tab.Frame.GetByLabel("See it as").IsVisibleAsync());
        Assert.Contains("authentication.getAuthToken", await teams.AskedAsync());

        await teams.ThemeAsync("contrast");
        await teams.Tab.Frame.WaitForFunctionAsync("() => document.documentElement.dataset.theme === 'contrast'");
        Assert.Empty(await teams.Tab.ViolationsAsync());
        await teams.Tab.Frame.GetByRole(AriaRole.Link, new() { Name = "Dashboard" }).ClickAsync();
        await teams.Tab.HeadedAsync("All plans: ");
        await teams.Tab.Page.Context.DisposeAsync();
    }

    [BrowserFact]
    public async Task Whom_Teams_does_not_sign_in_is_told_what_has_to_be_done_and_may_try_again()
    {
        var teams = await TeamsHost.OpenAsync(chromium, bot, token: null);
        await teams.Tab.SaysAsync("An administrator has to allow this app to know who you are");
        await teams.SignInAsync(Token());
        await teams.Tab.Frame.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await teams.Tab.HeadedAsync("2 open actions of yours");
        await teams.Tab.Page.Context.DisposeAsync();
    }

    [BrowserFact]
    public async Task Whose_token_the_bot_does_not_take_is_told_whom_to_ask()
    {
        var teams = await TeamsHost.OpenAsync(chromium, bot, new TestKey().Sign(issuer.PersonClaims(RunningBot.AppId, Chat.Tenant, Person)));
        await teams.Tab.SaysAsync("The bot does not accept who Teams says you are.");
        Assert.Contains(bot.Log.Lines, line => line.Line.Contains("the token's key is not among its issuer's", StringComparison.Ordinal));
        await teams.Tab.Page.Context.DisposeAsync();
    }

    [BrowserFact]
    public async Task Outside_Teams_the_page_says_where_it_works()
    {
        var tab = await TabPage.OpenAsync(chromium, bot.Url, 1100);
        await tab.SaysAsync("This page works inside Teams, where you are signed in.");
        await tab.Page.Context.DisposeAsync();
    }

    [BrowserFact]
    public async Task Another_site_cannot_put_the_page_into_a_frame()
    {
        var elsewhere = await TeamsHost.OpenAsync(chromium, bot, Token(), address: "https://elsewhere.example/tab");
        for (var waits = 0; waits < 100 && elsewhere.Tab.Complaints.Count == 0; waits++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        Assert.Contains(elsewhere.Tab.Complaints, complaint => complaint.Contains("frame-ancestors", StringComparison.Ordinal));
        Assert.Equal(0, await elsewhere.Tab.Frame.Locator("main").CountAsync());
        await elsewhere.Tab.Page.Context.DisposeAsync();
    }

    private static Task<string> ThemeAsync(TeamsHost teams) => teams.Tab.Frame.EvaluateAsync<string>("() => document.documentElement.dataset.theme");

    private string Token() => key.Sign(issuer.PersonClaims(RunningBot.AppId, Chat.Tenant, Person, "Jo Bloggs"));
}
