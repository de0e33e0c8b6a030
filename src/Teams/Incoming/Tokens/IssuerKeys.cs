using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>The signing keys of every issuer we trust. Addresses are made from our settings alone, never from what a token says.</summary>
public sealed class IssuerKeys
{
    private readonly SigningKeys channel;
    private readonly Dictionary<string, SigningKeys> tenants;
    private readonly Dictionary<string, SigningKeys> people;

    public IssuerKeys(IOptions<TeamsOptions> teams, HttpClient http, TimeProvider time, ILogger<SigningKeys> log)
    {
        var trust = Trust.In(teams.Value);
        ChannelSource = new KeySource(http, time, new Uri(teams.Value.ChannelMetadata));
        TenantSources = trust.AllowedCallers.Count == 0 ? [] : [.. trust.Tenants.Select(tenant => (tenant, Source(teams.Value.Authority, tenant, http, time)))];
        channel = new SigningKeys(ChannelSource, time, log);
        tenants = TenantSources.ToDictionary(tenant => tenant.TenantId, tenant => new SigningKeys(tenant.Source, time, log));
        people = Trust.InPeople(teams.Value).Tenants.ToDictionary(tenant => tenant, tenant => tenants.GetValueOrDefault(tenant) ?? new SigningKeys(Source(teams.Value.Authority, tenant, http, time), time, log));
    }

    public KeySource ChannelSource { get; }

    /// <summary>Where Entra publishes keys for the tenants on our list; none while no application may call with an Entra token.</summary>
    public IReadOnlyList<(string TenantId, KeySource Source)> TenantSources { get; }

    public SigningKeys Of(Issuer issuer) => issuer switch
    {
        Issuer.Entra entra => tenants[entra.TenantId],
        Issuer.People of => people[of.TenantId],
        _ => channel,
    };

    // Both versions of Entra publish the same keys; tenants were seen where only the older address answers.
    private static KeySource Source(string authority, string tenant, HttpClient http, TimeProvider time) => new(
        http,
        time,
        new Uri($"{authority.TrimEnd('/')}/{tenant}/v2.0/.well-known/openid-configuration"),
        new Uri($"{authority.TrimEnd('/')}/{tenant}/.well-known/openid-configuration"));
}
