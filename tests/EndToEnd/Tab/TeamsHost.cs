using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using TeamsPlanBot.FakeTeams;

namespace EndToEnd.Tab;

/// <summary>Teams in a browser, as far as a tab can tell: a page at Teams' address with the tab in a frame, which Microsoft's own script speaks to. All of it stays on this computer.</summary>
internal sealed class TeamsHost
{
    private const string Address = "https://teams.microsoft.com/tab";

    private readonly IPage page;

    private TeamsHost(IPage page) => this.page = page;

    public required TabPage Tab { get; init; }

    /// <summary>Opens the tab of a bot as somebody whom Teams signs in like this; null where it does not.</summary>
    public static async Task<TeamsHost> OpenAsync(Chromium chromium, RunningBot bot, string? token, string theme = "default", string address = Address)
    {
        var page = await chromium.OpenPage(1100, 900);
        await page.Context.RouteAsync("https://res.cdn.office.net/**/MicrosoftTeams.min.js", route => route.FulfillAsync(new()
        {
            Path = Requirements.TeamsScript,
            ContentType = "text/javascript",
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*", ["Content-Type"] = "text/javascript" },
        }));
        await page.Context.RouteAsync($"{new Uri(address).GetLeftPart(UriPartial.Authority)}/**", route => route.FulfillAsync(new() { Body = Page(bot, token, theme), ContentType = "text/html" }));
        var complaints = TabPage.Listen(page);
        await page.GotoAsync(address);
        var frame = (await (await page.WaitForSelectorAsync("iframe"))!.ContentFrameAsync())!;
        return new TeamsHost(page) { Tab = new TabPage(page, frame, complaints) };
    }

    public Task ThemeAsync(string theme) => page.EvaluateAsync("theme => tell('themeChange', [theme])", theme);

    /// <summary>Signs the person in from now on.</summary>
    public Task SignInAsync(string token) => page.EvaluateAsync("given => { token = given; }", token);

    /// <summary>What the tab asked Teams for, in order.</summary>
    public async Task<IReadOnlyList<string>> AskedAsync() => [.. (await page.EvaluateAsync<JsonElement>("() => asked")).EnumerateArray().Select(one => one.GetString()!)];

    private static string Page(RunningBot bot, string? token, string theme) => $$"""
        <!doctype html><title>Teams</title>
        <iframe title="tab" src="{{new Uri(bot.Url, "/tab")}}" width="1080" height="860"></iframe>
        <script>
        let token = {{JsonValue.Create(token)?.ToJsonString() ?? "null"}};
        const asked = [];
        const frame = document.querySelector("iframe");
        const tell = (func, args) => frame.contentWindow.postMessage({ func, args }, "*");
        const answers = {
          initialize: () => ["content", "web", JSON.stringify({ apiVersion: 2, hostVersionsInfo: {}, isLegacyTeams: false, supports: { pages: {}, logs: {} } }), "2.58.0"],
          getContext: () => [{ locale: "en-gb", theme: "{{theme}}", tid: "{{Chat.Tenant}}", hostClientType: "web" }],
          "authentication.getAuthToken": () => token ? [true, token] : [false, "resourceRequiresConsent"],
        };
        addEventListener("message", event => {
          if (event.source !== frame.contentWindow) return;
          asked.push(event.data.func);
          const args = answers[event.data.func];
          if (args) frame.contentWindow.postMessage({ id: event.data.id, uuid: event.data.uuid, uuidAsString: event.data.uuidAsString, args: args() }, "*");
        });
        </script>
        """;
}
