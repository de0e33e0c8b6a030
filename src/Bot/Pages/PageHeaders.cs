using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using TeamsPlanBot.Teams;

namespace TeamsPlanBot.Bot.Pages;

/// <summary>What every answer tells the browser it is read in: that nothing is loaded, framed, guessed or kept that is not meant to be.</summary>
public sealed partial class PageHeaders(RequestDelegate next, IOptions<TeamsOptions> teams, ILogger<PageHeaders> log)
{
    /// <summary>Microsoft's script for pages in Teams, in the one version that the page names with its hash.</summary>
    public const string TeamsScript = "https://res.cdn.office.net/teams-js/2.58.0/js/MicrosoftTeams.min.js";

    // Those that Microsoft documents for Teams, and Teams for the US government.
    private const string TeamsHosts = "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.teams.microsoft.us";

    private static readonly StringValues Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static readonly StringValues Page = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static readonly StringValues Tab = $"default-src 'none'; script-src 'self' {TeamsScript}; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors {TeamsHosts}";
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues NoPowers = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), sync-xhr=(), usb=(), xr-spatial-tracking=()";
    private static readonly StringValues OwnOnly = "same-origin";
    private static readonly StringValues NoStore = "no-store";
    private static readonly StringValues HttpsOnly = "max-age=31536000";

    // Behind a proxy that speaks TLS for the bot, only the settings know of it.
    private readonly bool isPublicOverHttps = teams.Value.PublicUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;

    public async Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Request.Path.Value switch
        {
            "/tab" => Tab,
            "/" or "/privacy" or "/terms" => Page,
            _ => Nothing,
        };
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = NoReferrer;
        headers["Permissions-Policy"] = NoPowers;
        headers["Cross-Origin-Resource-Policy"] = OwnOnly;
        headers.CacheControl = NoStore;
        if (isPublicOverHttps || http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = HttpsOnly;
        }

        try
        {
            await next(http);
        }
        catch (Exception unexpected) when (!http.Response.HasStarted && unexpected is not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
        {
            // What nobody caught would be answered without any of this.
            Failed(log, unexpected);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    [LoggerMessage(2701, LogLevel.Error, "A request failed.")]
    private static partial void Failed(ILogger log, Exception problem);
}
