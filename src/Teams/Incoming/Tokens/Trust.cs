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

    // Teams on a desktop or phone, and in a browser.
    private static readonly string[] TeamsApplications = ["1fec8e78-bce4-4aaf-ab1b-5451cc387264", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346"];

    private Trust(string? appId, IEnumerable<string> callers, IEnumerable<string> tenants, Func<string, IEnumerable<(string Name, Issuer Issuer)>> issuers, params IEnumerable<(string Name, Issuer Issuer)> besides)
    {
        AppId = appId is { Length: > 0 } ? appId : null;
        AllowedCallers = callers.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Tenants = [.. tenants.Select(tenant => tenant.ToLowerInvariant()).Distinct()];
        Issuers = Tenants.SelectMany(issuers).Concat(besides).ToFrozenDictionary(issuer => issuer.Name, issuer => issuer.Issuer, StringComparer.Ordinal);
    }

    /// <summary>The audience every token must have.</summary>
    public string? AppId { get; }

    /// <summary>The tenants whose Entra tokens are taken: of the channel's our own and Microsoft's, of people's our own and those that may call.</summary>
    public IReadOnlyList<string> Tenants { get; }

    /// <summary>The applications that may call with an Entra token.</summary>
    public IReadOnlySet<string> AllowedCallers { get; }

    /// <summary>The issuers by the names they sign with.</summary>
    public IReadOnlyDictionary<string, Issuer> Issuers { get; }

    /// <summary>Who may hand over activities.</summary>
    public static Trust In(TeamsOptions teams) => new(
        teams.AppId,
        teams.AllowedCallers,
        [.. MicrosoftTenants, .. Home(teams)],
        tenant =>
        [
            ($"https://sts.windows.net/{tenant}/", new Issuer.Entra(tenant, EntraVersion.One)),
            ($"https://login.microsoftonline.com/{tenant}/v2.0", new Issuer.Entra(tenant, EntraVersion.Two)),
        ],
        (teams.BotFramework, new Issuer.Channel()));

    /// <summary>Whose people may open a page of the bot in Teams.</summary>
    public static Trust InPeople(TeamsOptions teams) => new(
        teams.SignInAppId is { Length: > 0 } signIn ? signIn : teams.AppId,
        TeamsApplications,
        [.. Home(teams), .. teams.AllowedTenants],
        tenant => [($"{teams.Authority.TrimEnd('/')}/{tenant}/v2.0", new Issuer.People(tenant))]);

    private static string[] Home(TeamsOptions teams) => teams.TenantId is { Length: > 0 } home ? [home] : [];
}
