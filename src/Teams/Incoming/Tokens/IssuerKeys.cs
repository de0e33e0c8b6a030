using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>The signing keys of every issuer we trust. Addresses are made from our settings alone, never from what a token says.</summary>
public sealed class IssuerKeys
{
    private readonly SigningKeys channel;
    private readonly Dictionary<string, SigningKeys> tenants;

    public IssuerKeys(IOptions<TeamsOptions> teams, HttpClient http, TimeProvider time, ILogger<SigningKeys> log)
    {
        var trust = Trust.In(teams.Value);
        ChannelSource = new KeySource(http, time, new Uri(teams.Value.ChannelMetadata));
        var peoples = Trust.InPeople(teams.Value).Tenants;
        TenantSources = [.. (trust.AllowedCallers.Count == 0 ? [] : trust.Tenants).Union(peoples).Select(tenant => (tenant, Source(teams.Value.Authority, tenant, http, time)))];
        channel = new SigningKeys(ChannelSource, time, log);
        tenants = TenantSources.ToDictionary(tenant => tenant.TenantId, tenant => new SigningKeys(tenant.Source, time, log));
    }

    public KeySource ChannelSource { get; }

    /// <summary>Where Entra publishes keys for the tenants whose people may open the tab, and for those on our list where an application may call with an Entra token.</summary>
    public IReadOnlyList<(string TenantId, KeySource Source)> TenantSources { get; }

    public SigningKeys Of(Issuer issuer) => issuer switch
    {
        Issuer.Entra entra => tenants[entra.TenantId],
        Issuer.People people => tenants[people.TenantId],
        _ => channel,
    };

    // Both versions of Entra publish the same keys; tenants were seen where only the older address answers.
    private static KeySource Source(string authority, string tenant, HttpClient http, TimeProvider time) => new(
        http,
        time,
        new Uri($"{authority.TrimEnd('/')}/{tenant}/v2.0/.well-known/openid-configuration"),
        new Uri($"{authority.TrimEnd('/')}/{tenant}/.well-known/openid-configuration"));
}
