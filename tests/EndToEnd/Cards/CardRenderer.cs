using System.Text.Json;
using Microsoft.Playwright;

namespace EndToEnd.Cards;

/// <summary>Draws cards with Microsoft's JavaScript renderer, in Teams' look, on one page that is reused.</summary>
public sealed class CardRenderer(Chromium chromium) : IAsyncLifetime
{
    /// <summary>A card in a phone or a side panel.</summary>
    public const int Narrow = 360;

    /// <summary>A card in a wide desktop window.</summary>
    public const int Wide = 720;

    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);
    private readonly SemaphoreSlim _drawing = new(1, 1);
    private IPage? _page;

    /// <summary>Draws a card, given the content of its attachment as JSON.</summary>
    public async Task<RenderedCard> Render(string cardJson, CardTheme theme = CardTheme.Light, int width = Narrow)
    {
        await _drawing.WaitAsync();
        try
        {
            var page = _page ??= await OpenPage();
            var answer = await page.EvaluateAsync<string>(
                "asked => drawCard(asked)",
                new { card = cardJson, theme = theme.ToString().ToLowerInvariant(), width });
            var drawn = JsonSerializer.Deserialize<Drawn>(answer, CamelCase)!;
            var png = drawn.Height > 0 ? await page.Locator("#card").ScreenshotAsync() : [];
            return new(drawn.Problems, drawn.Text, drawn.Cut, drawn.Width, drawn.Height, png);
        }
        finally
        {
            _drawing.Release();
        }
    }

    /// <summary>Nothing to do: the page opens with the first card.</summary>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Closes the page.</summary>
    public async Task DisposeAsync()
    {
        if (_page is not null)
        {
            await _page.Context.CloseAsync();
        }
    }

    private async Task<IPage> OpenPage()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Cards", "Page");
        var page = await chromium.OpenPage(width: 1000, height: 1400, scale: 1);
        await page.SetContentAsync(await File.ReadAllTextAsync(Path.Combine(folder, "card.html")));
        await page.AddStyleTagAsync(new() { Path = Chromium.SegoeStandIn });
        await page.AddStyleTagAsync(new() { Path = Path.Combine(folder, "card.css") });
        await page.AddScriptTagAsync(new() { Path = Requirements.CardLibrary });
        foreach (var script in new[] { "teams-look.js", "problems.js", "cut-text.js", "draw-card.js" })
        {
            await page.AddScriptTagAsync(new() { Path = Path.Combine(folder, script) });
        }

        return page;
    }

    private sealed record Drawn(
        IReadOnlyList<CardProblem> Problems,
        string Text,
        IReadOnlyList<CutText> Cut,
        double Width,
        double Height);
}
