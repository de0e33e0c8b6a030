using System.Collections.Frozen;

namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>Whose tokens are taken and for whom they must be.</summary>
public sealed record Trust
{
    private static readonly string[] MicrosoftTenants =
    [
        "d6d49420-f39b-4df7-a1dc-d59a935871db",
        "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
        "69e9b82d-4842-4902-8d1e-abc5b98a55e8",
    ];

    private Trust(TeamsOptions teams)
    {
        AppId = teams.AppId is { Length: > 0 } appId ? appId : null;
        AllowedCallers = teams.AllowedCallers.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Tenants = [.. MicrosoftTenants.Concat(teams.TenantId is { Length: > 0 } home ? [home.ToLowerInvariant()] : []).Distinct()];
        Issuers = Tenants
            .SelectMany(tenant => new (string Name, Issuer Issuer)[]
            {
                ($"https://sts.windows.net/{tenant}/", new Issuer.Entra(tenant, EntraVersion.One)),
                ($"https://login.microsoftonline.com/{tenant}/v2.0", new Issuer.Entra(tenant, EntraVersion.Two)),
            })
            .Append((teams.BotFramework, new Issuer.Channel()))
            .ToFrozenDictionary(issuer => issuer.Name, issuer => issuer.Issuer, StringComparer.Ordinal);
    }

    /// <summary>The audience every token must have.</summary>
    public string? AppId { get; }

    /// <summary>The tenants whose Entra tokens may be the channel's: our own and Microsoft's.</summary>
    public IReadOnlyList<string> Tenants { get; }

    /// <summary>The applications that may call with an Entra token.</summary>
    public IReadOnlySet<string> AllowedCallers { get; }

    /// <summary>The issuers by the names they sign with.</summary>
    public IReadOnlyDictionary<string, Issuer> Issuers { get; }

    public static Trust In(TeamsOptions teams) => new(teams);
}
