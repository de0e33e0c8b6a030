using Microsoft.Playwright;
using TeamsPlanBot.FakeTeams;

namespace EndToEnd.Tab;

/// <summary>Pictures of the page. With TEAMSPLANBOT_WRITE_GALLERY=1 those in docs/tab are made anew.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TabGalleryTests(Chromium chromium)
{
    private static readonly (string Name, string View)[] Views =
    [
        ("dashboard", "view=dashboard&plan=6"),
        ("my-actions", "view=mine"),
        ("actions", "view=actions&service=First Response&when=overdue"),
        ("action", "view=ask&ask=1.1 in Harbour"),
        ("indicator", "view=ask&ask=assessments within 45 working days"),
        ("plans", "view=plans"),
    ];

    private static readonly (string Name, int Width, string Theme)[] Looks = [("light", 1100, "default"), ("dark", 1100, "dark"), ("contrast", 1100, "contrast"), ("phone", 390, "default")];

    [BrowserFact]
    public async Task Every_view_can_be_drawn_in_every_theme()
    {
        await using var bot = await RunningBot.StartAsync(RatedPlan.Today);
        await RatedPlan.ImportAsync(bot);
        var folder = Environment.GetEnvironmentVariable("TEAMSPLANBOT_WRITE_GALLERY") == "1" ? Gallery() : null;
        foreach (var (name, view) in Views)
        {
            foreach (var (look, width, theme) in Looks)
            {
                var tab = await TabPage.OpenAsync(chromium, bot.Url, width, view);
                await tab.Page.EvaluateAsync("theme => { document.documentElement.dataset.theme = theme; sessionStorage.setItem('as', 'Jo Bloggs'); }", theme);
                await tab.HeadedAsync("");
                if (name == "my-actions")
                {
                    await tab.Frame.GetByLabel("See it as").FillAsync("Jo Bloggs");
                    await tab.Frame.GetByRole(AriaRole.Button, new() { Name = "See", Exact = true }).ClickAsync();
                    await tab.HeadedAsync("2 open actions of yours");
                }

                Assert.True(await tab.OverflowAsync() <= 0);
                Assert.Empty(await tab.ViolationsAsync());
                if (folder is not null && (name is "dashboard" or "actions" || look is "light" or "phone"))
                {
                    await tab.Page.Mouse.MoveAsync(0, 0);
                    await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{look}.png"), FullPage = true });
                }

                await tab.Page.Context.DisposeAsync();
            }
        }
    }

    private static string Gallery()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TeamsPlanBot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie inside the project.");
        }

        return Directory.CreateDirectory(Path.Combine(folder.FullName, "docs", "tab")).FullName;
    }
}
