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

    /// <summary>The bytes that were signed: header and claims as they came.</summary>
    public required ReadOnlyMemory<byte> SignedPart { get; init; }

    public required ReadOnlyMemory<byte> Signature { get; init; }
}
