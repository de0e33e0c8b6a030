using System.Text.Json;
using Microsoft.Playwright;

namespace EndToEnd.Tab;

/// <summary>The page as somebody sees it, in a browser or in Teams.</summary>
internal sealed class TabPage(IPage page, IFrame frame, List<string> complaints)
{
    private const float Patience = 15_000;

    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Requirements.Axe));

    /// <summary>What the browser complained of.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public IPage Page => page;

    public IFrame Frame => frame;

    /// <summary>Opens it in a plain browser.</summary>
    public static async Task<TabPage> OpenAsync(Chromium chromium, Uri bot, int width, string view = "", PageEmulateMediaOptions? look = null, string path = "/tab")
    {
        var page = await chromium.OpenPage(width, 900);
        if (look is not null)
        {
            await page.EmulateMediaAsync(look);
        }

        var tab = new TabPage(page, page.MainFrame, Listen(page));
        await page.GotoAsync(new Uri(bot, $"{path}{(view.Length > 0 ? "#" : "")}{view}").ToString());
        return tab;
    }

    /// <summary>Hears what the browser complains of.</summary>
    public static List<string> Listen(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning")
            {
                complaints.Add(line.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        return complaints;
    }

    /// <summary>Waits until this is what the page is about.</summary>
    public Task HeadedAsync(string heading) => ShowsAsync(frame.Locator("h1", new() { HasTextString = heading }));

    /// <summary>Waits until it says this.</summary>
    public Task SaysAsync(string words) => ShowsAsync(frame.Locator("main").GetByText(words));

    private async Task ShowsAsync(ILocator what)
    {
        try
        {
            await what.WaitForAsync(new() { Timeout = Patience });
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}\nThe page says:\n{await frame.Locator("body").InnerTextAsync()}\nThe browser says:\n{string.Join('\n', Complaints)}", late);
        }
    }

    public Task<string> TextAsync() => frame.Locator("main").InnerTextAsync();

    /// <summary>What stands at the place that the keyboard is at.</summary>
    public Task<string> FocusedAsync() => frame.EvaluateAsync<string>("() => document.activeElement.textContent.trim()");

    /// <summary>How far the page is wider than its window.</summary>
    public Task<int> OverflowAsync() => frame.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>What axe finds wrong by WCAG 2.2 AA and its own best practices, and links and buttons that are too small to hit.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync()
    {
        await frame.EvaluateAsync(Axe.Value);
        var found = await frame.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations
              .flatMap(found => found.nodes.map(node => `${found.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`))
            """);
        return [.. found.EnumerateArray().Select(one => one.GetString()!)];
    }
}
