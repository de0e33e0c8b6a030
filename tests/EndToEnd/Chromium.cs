using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>One headless browser for all tests, started when first needed and cut off from everything but loopback.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Small shared-memory mounts, as containers have, crash Chromium otherwise.
        "--disable-dev-shm-usage",
        // A page that stands in for Teams' shows a tab of this computer.
        "--disable-features=LocalNetworkAccessChecks,PrivateNetworkAccessForNavigations,BlockInsecurePrivateNetworkRequests",
    ];

    /// <summary>A style sheet that stands in for Teams' font where it is not installed.</summary>
    public static string SegoeStandIn => Path.Combine(AppContext.BaseDirectory, "Look", "segoe-stand-in.css");

    private readonly SemaphoreSlim _starting = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens a page in a profile of its own; disposing its context closes it.</summary>
    public async Task<IPage> OpenPage(int width, int height, float scale = 1)
    {
        var browser = await Browser();
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            DeviceScaleFactor = scale,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce,
        });
        await context.RouteAsync(LeadsOutside, route => route.AbortAsync());
        return await context.NewPageAsync();
    }

    /// <summary>Nothing to do: the browser starts with the first page.</summary>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Closes the browser.</summary>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    private static bool LeadsOutside(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !uri.IsLoopback;

    private async Task<IBrowser> Browser()
    {
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = Requirements.Chromium, Args = Flags });
        }
        finally
        {
            _starting.Release();
        }
    }
}
