namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>What a token says. Nothing of it is true before its signature is checked.</summary>
public sealed record Token
{
    public string? Algorithm { get; init; }

    public string? KeyId { get; init; }

    public string? Issuer { get; init; }

    public string? Audience { get; init; }

    /// <summary>Seconds since 1970, as <see cref="NotBefore"/>.</summary>
    public long? Expires { get; init; }

    public long? NotBefore { get; init; }

    public string? ServiceUrl { get; init; }

    public string? TenantId { get; init; }

    /// <summary>The application that asked for the token, in Entra's version 2 (azp).</summary>
    public string? AuthorisedParty { get; init; }

    /// <summary>The application that asked for the token, in Entra's version 1 (appid).</summary>
    public string? ApplicationId { get; init; }

    public string? Version { get; init; }

    /// <summary>The person the token speaks for (oid).</summary>
    public string? ObjectId { get; init; }

    /// <summary>How that person is called; only a person's token has one.</summary>
    public string? Name { get; init; }

    /// <summary>What the person lets the application do, parted by spaces (scp); only a person's token has any.</summary>
    public string? Scopes { get; init; }

    /// <summary>Who knows the person, where that is not the issuer (idp).</summary>
    public string? IdentityProvider { get; init; }

    /// <summary>1 for a guest (acct).</summary>
    public long? AccountKind { get; init; }

    /// <summary>"app" for a token that speaks for nobody (idtyp).</summary>
    public string? IdentityKind { get; init; }

    /// <summary>The bytes that were signed: header and claims as they came.</summary>
    public required ReadOnlyMemory<byte> SignedPart { get; init; }

    public required ReadOnlyMemory<byte> Signature { get; init; }
}
