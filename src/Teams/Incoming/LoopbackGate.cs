using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace TeamsPlanBot.Teams.Incoming;

/// <summary>Lets nobody in, except callers on this computer where the settings name that danger.</summary>
public sealed class LoopbackGate(
    IOptionsMonitor<AuthenticationSchemeOptions> scheme,
    UrlEncoder encoder,
    IOptions<TeamsOptions> teams,
    Refusals refusals) : AuthenticationHandler<AuthenticationSchemeOptions>(scheme, NullLoggerFactory.Instance, encoder)
{
    public const string SchemeName = "Loopback";

    private static readonly string[] SignsOfAProxy = ["Forwarded", "Via", "X-Real-IP"];

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var refusal = Refusal(teams.Value, Context.Connection.RemoteIpAddress, Request.Host, Request.Headers);
        if (refusal is not null)
        {
            refusals.Caller(refusal);
            return Task.FromResult(AuthenticateResult.Fail(refusal));
        }

        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new CallerPrincipal(new Caller.OnThisComputer()), SchemeName)));
    }

    /// <summary>Why this caller is refused; null lets it in.</summary>
    public static string? Refusal(TeamsOptions teams, IPAddress? caller, HostString host, IHeaderDictionary headers) =>
        !teams.DangerouslyAllowUnauthenticatedLoopback ? "callers without a valid token are not let in"
        : caller is null || !IPAddress.IsLoopback(caller) ? "the caller is not on this computer"
        : !Loopback.IsHost(host.Host) ? "the Host header names another computer"
        : headers.Keys.Any(IsSignOfAProxy) ? "the request was forwarded by a proxy"
        : null;

    private static bool IsSignOfAProxy(string header) =>
        header.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
        || SignsOfAProxy.Contains(header, StringComparer.OrdinalIgnoreCase);
}
