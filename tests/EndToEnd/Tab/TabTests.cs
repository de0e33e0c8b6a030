using Microsoft.Playwright;
using TeamsPlanBot.FakeTeams;

namespace EndToEnd.Tab;

/// <summary>The page in a plain browser, against the served bot in Development.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TabTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly string[] Views = ["", "view=plans", "view=dashboard", "view=actions", "view=indicators", "view=ask&ask=1.1 in Harbour", "view=ask&ask=help", "view=ask&ask=assessments within 45 working days", "view=ask&ask=overdue for Bananas"];

    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        if (Requirements.Missing is null)
        {
            bot = await RunningBot.StartAsync(RatedPlan.Today);
            await RatedPlan.ImportAsync(bot);
        }
    }

    public async Task DisposeAsync()
    {
        if (bot is not null)
        {
            await bot.DisposeAsync();
        }
    }

    [BrowserFact]
    public async Task A_director_goes_from_the_dashboard_to_a_list_to_an_action_and_back_again()
    {
        var tab = await TabPage.OpenAsync(chromium, bot.Url, 1100, "view=dashboard");
        await tab.HeadedAsync("All plans: ");
        await tab.Frame.GetByLabel("Plan", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Harbour improvement plan 2017" });
        await tab.Frame.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await tab.HeadedAsync("Harbour improvement plan 2017: 2 of 8 actions overdue, 1 red");
        var text = await tab.TextAsync();
        Assert.Contains("1 red, 1 amber, 1 blue", text, StringComparison.Ordinal);
        Assert.Contains("Re-referrals within a year", text, StringComparison.Ordinal);
        Assert.Contains("Off target, worsening", text, StringComparison.Ordinal);

        await tab.Frame.GetByRole(AriaRole.Link, new() { Name = "All overdue: 2" }).ClickAsync();
        await tab.HeadedAsync("2 overdue actions for Harbour improvement plan 2017");
        await tab.Frame.GetByRole(AriaRole.Link, new() { Name = "1.1 Appoint a permanent head of the front door" }).ClickAsync();
        await tab.HeadedAsync("1.1 Appoint a permanent head");
        Assert.Contains("Second advert brought no appointable candidate", await tab.TextAsync(), StringComparison.Ordinal);
        Assert.Equal("1.1 Appoint a permanent head of the front door – Improvement plans", await tab.Page.TitleAsync());

        await tab.Page.GoBackAsync();
        await tab.HeadedAsync("2 overdue actions for Harbour improvement plan 2017");
        await tab.Page.GoBackAsync();
        await tab.HeadedAsync("2 of 8 actions overdue");
        await tab.Page.ReloadAsync();
        await tab.HeadedAsync("2 of 8 actions overdue");
        Assert.True(tab.Complaints.Count == 0, string.Join('\n', tab.Complaints));
        await tab.Page.Context.DisposeAsync();
    }

    [BrowserFact]
    public async Task A_list_is_narrowed_with_the_keyboard_alone_and_the_place_is_kept()
    {
        var tab = await TabPage.OpenAsync(chromium, bot.Url, 1100, "view=actions");
        await tab.HeadedAsync("264 actions");
        await tab.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await tab.FocusedAsync());
        await tab.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("264 actions", await tab.FocusedAsync());
        await TabToAsync(tab, "by-when");
        await tab.Page.Keyboard.TypeAsync("Overdue");
        await TabToAsync(tab, "by-rating");
        await tab.Page.Keyboard.TypeAsync("Red");
        await TabToAsync(tab, "by-words");
        await tab.Page.Keyboard.TypeAsync("front door");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.HeadedAsync("1 overdue red action that mentions “front door”");
        Assert.Equal("Show", await tab.FocusedAsync());
        Assert.Equal("1 overdue red action that mentions “front door”", await tab.Frame.Locator("[role=status]").TextContentAsync());
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.HeadedAsync("1.1 Appoint a permanent head");
        Assert.Equal("1.1 Appoint a permanent head of the front door", await tab.FocusedAsync());
        await tab.Page.GoBackAsync();
        await tab.HeadedAsync("1 overdue red action");
        Assert.Equal("front door", await tab.Frame.Locator("#by-words").InputValueAsync());
        await tab.Page.Context.DisposeAsync();
    }

    [BrowserFact]
    public async Task A_long_list_goes_on_page_by_page_and_keeps_what_it_was_narrowed_with()
    {
        var tab = await TabPage.OpenAsync(chromium, bot.Url, 1100, "view=actions&when=overdue");
        await tab.HeadedAsync("overdue actions");
        await tab.Frame.GetByRole(AriaRole.Link, new() { Name = "Show 8 more" }).ClickAsync();
        await tab.SaysAsync("Shown: 9 to 16 of ");
        Assert.Equal("overdue", await tab.Frame.Locator("#by-when").InputValueAsync());
        await tab.Page.Context.DisposeAsync();
    }

    [BrowserFact]
    public async Task Somebody_sees_it_as_another_would_and_asks_in_their_own_words()
    {
        var tab = await TabPage.OpenAsync(chromium, bot.Url, 1100);
        await tab.HeadedAsync("No open actions of yours");
        await tab.Frame.GetByLabel("See it as").FillAsync("Jo Bloggs");
        await tab.Frame.GetByRole(AriaRole.Button, new() { Name = "See", Exact = true }).ClickAsync();
        await tab.HeadedAsync("2 open actions of yours");
        await tab.Frame.GetByLabel("Ask", new() { Exact = true }).FillAsync("what's overdue for First Response in Harbour");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.HeadedAsync("1 overdue action for First Response and Harbour improvement plan 2017");
        await tab.Frame.GetByLabel("Ask", new() { Exact = true }).FillAsync("1.1 in Harbour: head found, green");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.SaysAsync("This page only shows how things stand.");
        await tab.Page.Context.DisposeAsync();
    }

    [BrowserFact]
    public async Task Where_the_bot_cannot_be_reached_the_page_says_so_and_tries_again_at_a_press()
    {
        var tab = await TabPage.OpenAsync(chromium, bot.Url, 1100, "view=plans");
        await tab.HeadedAsync("6 plans");
        await tab.Page.RouteAsync("**/tab/view", route => route.AbortAsync());
        await tab.Frame.GetByRole(AriaRole.Link, new() { Name = "Indicators" }).ClickAsync();
        await tab.SaysAsync("The bot cannot be reached. Check your connection and try again.");
        await tab.Page.UnrouteAsync("**/tab/view");
        await tab.Frame.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await tab.HeadedAsync("indicators: ");
        await tab.Page.Context.DisposeAsync();
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1100)]
    public async Task No_view_needs_to_be_moved_sideways_or_breaks_a_rule_of_accessibility(int width)
    {
        foreach (var look in new PageEmulateMediaOptions[] { new(), new() { ColorScheme = ColorScheme.Dark }, new() { ForcedColors = ForcedColors.Active } })
        {
            foreach (var view in Views)
            {
                var tab = await TabPage.OpenAsync(chromium, bot.Url, width, view, look);
                await tab.HeadedAsync("");
                var where = $"{view} at {width}, {look.ColorScheme}, {look.ForcedColors}";
                Assert.True(await tab.OverflowAsync() <= 0, $"{where}: the page is {await tab.OverflowAsync()} wider than its window");
                var violations = await tab.ViolationsAsync();
                Assert.True(violations.Count == 0, $"{where}: {string.Join('\n', violations)}");
                Assert.True(tab.Complaints.Count == 0, $"{where}: {string.Join('\n', tab.Complaints)}");
                await tab.Page.Context.DisposeAsync();
            }
        }
    }

    [BrowserTheory]
    [InlineData("/", "TeamsPlanBot")]
    [InlineData("/privacy", "Privacy")]
    [InlineData("/terms", "Terms")]
    public async Task The_pages_about_the_bot_are_as_good(string path, string heading)
    {
        foreach (var width in new[] { 320, 1100 })
        {
            var page = await TabPage.OpenAsync(chromium, bot.Url, width, path: path);
            await page.HeadedAsync(heading);
            Assert.True(await page.OverflowAsync() <= 0, $"{path} at {width} is too wide");
            Assert.Empty(await page.ViolationsAsync());
            Assert.Empty(page.Complaints);
            await page.Page.Context.DisposeAsync();
        }
    }

    private static async Task TabToAsync(TabPage tab, string id)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            if (await tab.Frame.EvaluateAsync<string>("() => document.activeElement.id") == id)
            {
                return;
            }

            await tab.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach {id}.");
    }
}
