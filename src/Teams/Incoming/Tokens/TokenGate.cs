using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>Lets in who brings a token of an issuer we trust, made for this bot.</summary>
/// <remarks>The framework's own log lines about refusals are left out: one for each call would let strangers fill the log.</remarks>
public class TokenGate(
    IOptionsMonitor<AuthenticationSchemeOptions> scheme,
    UrlEncoder encoder,
    TokenCheck tokens,
    Refusals refusals) : AuthenticationHandler<AuthenticationSchemeOptions>(scheme, NullLoggerFactory.Instance, encoder)
{
    public const string SchemeName = "Bearer";

    private static readonly Task<AuthenticateResult> Refused = Task.FromResult(AuthenticateResult.Fail("The reason is in the log."));

    /// <summary>The token of a call, or the reason why there is none.</summary>
    public static (string? Token, string? Refusal) Bearer(StringValues authorization) =>
        authorization.Count == 0 ? (null, TokenRefusals.NoToken)
        : authorization.Count > 1 ? (null, TokenRefusals.SeveralHeaders)
        : authorization[0] is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? (header, null)
        : (null, TokenRefusals.NotBearer);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var (header, refusal) = Bearer(Request.Headers.Authorization);
        if (header is null)
        {
            return Refuse(refusal!);
        }

        var check = tokens.CheckAsync(header.AsSpan("Bearer ".Length));
        return check.IsCompletedSuccessfully ? Result(check.Result) : ResultAsync(check);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = SchemeName;
        return Task.CompletedTask;
    }

    private async Task<AuthenticateResult> ResultAsync(ValueTask<CheckedToken> check) => await Result(await check);

    private Task<AuthenticateResult> Result(CheckedToken token) => token.Caller is { } caller
        ? Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(caller, SchemeName)))
        : Refuse(token.Refusal!);

    private Task<AuthenticateResult> Refuse(string reason)
    {
        refusals.Caller(reason);
        return Refused;
    }
}
