using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TeamsPlanBot.Teams;

/// <summary>The settings under <c>Teams</c>: who the bot is and who may call it.</summary>
public sealed class TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>The bot's Entra application id; without it every call is refused.</summary>
    public string? AppId { get; set; }

    /// <summary>The home tenant.</summary>
    public string? TenantId { get; set; }

    /// <summary>Other tenants that may call.</summary>
    public IReadOnlyList<string> AllowedTenants { get; set; } = [];

    /// <summary>Lets callers on loopback in without a token; Development only.</summary>
    public bool DangerouslyAllowUnauthenticatedLoopback { get; set; }
}

/// <summary>Says which Teams setting is wrong and what to do about it.</summary>
public sealed class TeamsOptionsRules(IHostEnvironment environment) : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var problems = new List<string>();

        if (options.AppId is { Length: > 0 } appId && !Guid.TryParseExact(appId, "D", out _))
        {
            problems.Add("Teams__AppId is not an application id: copy the 36 characters from the bot's Entra registration.");
        }

        foreach (var (setting, tenant) in Tenants(options))
        {
            if (!Guid.TryParseExact(tenant, "D", out _))
            {
                problems.Add($"{setting} is not a tenant id: copy the 36 characters from the tenant's Entra overview page.");
            }
        }

        if (options.DangerouslyAllowUnauthenticatedLoopback && !environment.IsDevelopment())
        {
            problems.Add("Teams__DangerouslyAllowUnauthenticatedLoopback is on, and works in the Development environment only: take it out of the settings.");
        }

        if (options.DangerouslyAllowUnauthenticatedLoopback && options.AppId is { Length: > 0 })
        {
            problems.Add("Teams__DangerouslyAllowUnauthenticatedLoopback is on although Teams__AppId is set: set it to false, or take the app id out.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<(string Setting, string Tenant)> Tenants(TeamsOptions options)
    {
        if (options.TenantId is { Length: > 0 } home)
        {
            yield return ("Teams__TenantId", home);
        }

        for (var i = 0; i < options.AllowedTenants.Count; i++)
        {
            yield return ($"Teams__AllowedTenants__{i}", options.AllowedTenants[i]);
        }
    }
}
