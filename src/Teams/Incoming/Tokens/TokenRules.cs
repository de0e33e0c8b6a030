namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>The issuer whose key must have signed a token, or the reason why it is refused before that.</summary>
public readonly record struct JudgedToken(Issuer? Issuer, string? Refusal);

/// <summary>Decides about a token: what it says first, since that is cheap, then its signature.</summary>
public static class TokenRules
{
    /// <summary>How far the clocks of issuer and bot may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Judges what the token says, as if it were true.</summary>
    public static JudgedToken Judge(Token token, Trust trust, DateTimeOffset now)
    {
        if ((Refusal(token, trust) ?? Lifetime(token, now)) is { } refusal)
        {
            return new JudgedToken(null, refusal);
        }

        return trust.Issuers.GetValueOrDefault(token.Issuer ?? "") switch
        {
            null => new JudgedToken(null, TokenRefusals.Issuer),
            Issuer.Entra entra when Entra(token, entra, trust) is { } why => new JudgedToken(null, why),
            Issuer.People people when Person(token, people, trust) is { } why => new JudgedToken(null, why),
            var issuer => new JudgedToken(issuer, null),
        };
    }

    /// <summary>Whether the token's time is over.</summary>
    public static bool IsOver(long expires, DateTimeOffset now) => now.ToUnixTimeSeconds() >= expires + (long)Skew.TotalSeconds;

    /// <summary>The caller that a token proves, once one of its issuer's keys is found to have signed it; null where that is not so.</summary>
    public static Caller? Prove(Token token, Issuer issuer, SigningKey key) => !key.HasSigned(token) ? null : issuer switch
    {
        Issuer.Channel => new Caller.Channel(token.ServiceUrl, key.Endorsements),
        Issuer.People people => new Caller.Person(people.TenantId, token.ObjectId!.ToLowerInvariant(), token.Name, IsGuest(token, people)),
        _ => new Caller.Application(token.ServiceUrl),
    };

    private static string? Refusal(Token token, Trust trust) =>
        trust.AppId is null ? TokenRefusals.NoAppId
        : token.Algorithm is not ("RS256" or "RS384" or "RS512") ? TokenRefusals.Algorithm
        : token.KeyId is not { Length: > 0 } ? TokenRefusals.NoKeyId
        : !Same(token.Audience, trust.AppId) ? TokenRefusals.Audience
        : null;

    private static string? Lifetime(Token token, DateTimeOffset now) =>
        token.Expires is not { } expires ? TokenRefusals.NoExpiry
        : IsOver(expires, now) ? TokenRefusals.Expired
        : token.NotBefore - (long)Skew.TotalSeconds > now.ToUnixTimeSeconds() ? TokenRefusals.NotYet
        : null;

    private static string? Entra(Token token, Issuer.Entra issuer, Trust trust)
    {
        var (application, version) = issuer.Version == EntraVersion.One ? (token.ApplicationId, "1.0") : (token.AuthorisedParty, "2.0");
        return trust.AllowedCallers.Count == 0 ? TokenRefusals.NoCallers
            : token.Scopes is not null ? TokenRefusals.OfAPerson
            : !Same(token.TenantId, issuer.TenantId) ? TokenRefusals.Tenant
            : token.Version is { } said && said != version ? TokenRefusals.Version
            : application is null || !trust.AllowedCallers.Contains(application) ? TokenRefusals.CallingApplication
            : null;
    }

    private static string? Person(Token token, Issuer.People issuer, Trust trust) =>
        !Same(token.TenantId, issuer.TenantId) ? TokenRefusals.Tenant
        : token.Version != "2.0" ? TokenRefusals.Version
        : token.AuthorisedParty is null || !trust.AllowedCallers.Contains(token.AuthorisedParty) ? TokenRefusals.NotTeams
        : string.Equals(token.IdentityKind, "app", StringComparison.OrdinalIgnoreCase) || !Guid.TryParseExact(token.ObjectId, "D", out _) ? TokenRefusals.NoPerson
        : token.Scopes?.Split(' ').Contains("access_as_user", StringComparer.Ordinal) != true ? TokenRefusals.Scope
        : null;

    // Entra names who knows a person only where that is somebody else; a tenant's own name in the older spelling is still its own.
    private static bool IsGuest(Token token, Issuer.People issuer) =>
        token.AccountKind is not (null or 0)
        || (token.IdentityProvider is { } provider && provider != token.Issuer && !Same(provider, $"https://sts.windows.net/{issuer.TenantId}/"));

    private static bool Same(string? id, string other) => string.Equals(id, other, StringComparison.OrdinalIgnoreCase);
}
