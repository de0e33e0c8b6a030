using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TeamsPlanBot.Teams;

/// <summary>Says which Teams setting is wrong and what to do about it.</summary>
public sealed class TeamsOptionsRules(IHostEnvironment environment) : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var problems = Ids(options).Concat(Addresses(options)).Concat(Uploads(options)).Concat(Credentials(options)).Concat(Loopbacks(options)).Concat(Limits(options)).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Ids(TeamsOptions options)
    {
        if (options.AppId is { Length: > 0 } appId && !IsId(appId))
        {
            yield return "Teams__AppId is not an application id: copy the 36 characters from the bot's Entra registration.";
        }

        if (options.SignInAppId is { Length: > 0 } signIn && !IsId(signIn))
        {
            yield return "Teams__SignInAppId is not an application id: copy the 36 characters from the Entra registration that people sign in to, or leave it out where that is the bot's own.";
        }

        if (options.TenantId is { Length: > 0 } home && !IsId(home))
        {
            yield return "Teams__TenantId is not a tenant id: copy the 36 characters from the tenant's Entra overview page.";
        }

        foreach (var (index, _) in options.AllowedTenants.Index().Where(tenant => !IsId(tenant.Item)))
        {
            yield return $"Teams__AllowedTenants__{index} is not a tenant id: copy the 36 characters from the tenant's Entra overview page.";
        }

        foreach (var (index, _) in options.AllowedCallers.Index().Where(caller => !IsId(caller.Item)))
        {
            yield return $"Teams__AllowedCallers__{index} is not an application id: write the 36 characters of the application whose tokens are to be taken.";
        }

        if (options.ManagedIdentityClientId is { Length: > 0 } identity && !IsId(identity))
        {
            yield return "Teams__ManagedIdentityClientId is not a client id: copy the 36 characters from the managed identity's overview page.";
        }
    }

    private static IEnumerable<string> Addresses(TeamsOptions options)
    {
        if (!IsIssuer(options.Authority))
        {
            yield return "Teams__Authority is not an address tokens can come from: write it like https://login.microsoftonline.com (http on this computer only).";
        }

        if (!IsIssuer(options.ChannelMetadata))
        {
            yield return "Teams__ChannelMetadata is not an address metadata can be read from: write it like https://login.botframework.com/v1/.well-known/openidconfiguration (http on this computer only).";
        }

        if (options.PublicUrl is { Length: > 0 } link && !IsIssuer(link))
        {
            yield return "Teams__PublicUrl is not an address links can lead to: write it like https://plans.example.gov.uk.";
        }

        foreach (var (index, _) in options.ServiceHosts.Index().Where(host => !ServiceHost.IsWellWritten(host.Item)))
        {
            yield return $"Teams__ServiceHosts__{index} is not a host: write it like smba.trafficmanager.net, without https:// and path.";
        }
    }

    private static IEnumerable<string> Uploads(TeamsOptions options) => options.UploadHosts.Index().Where(host => !ServiceHost.IsWellWritten(host.Item))
        .Select(host => $"Teams__UploadHosts__{host.Index} is not a host: write it like council-my.sharepoint.com, without https:// and path.");

    private static IEnumerable<string> Limits(TeamsOptions options) =>
        options.MessagesAMinute < 0 ? ["Teams__MessagesAMinute is below 0: write how many messages one person may send in a minute, such as 100, or 0 for any number."] : [];

    private static IEnumerable<string> Credentials(TeamsOptions options)
    {
        string[] given =
        [
            .. options.ClientSecret is { Length: > 0 } ? ["Teams__ClientSecret"] : Array.Empty<string>(),
            .. options.CertificatePath is { Length: > 0 } ? ["Teams__CertificatePath"] : Array.Empty<string>(),
            .. options.ManagedIdentityClientId is { Length: > 0 } ? ["Teams__ManagedIdentityClientId"] : Array.Empty<string>(),
            .. options.WorkloadIdentity ? ["Teams__WorkloadIdentity"] : Array.Empty<string>(),
        ];
        if (given.Length > 1)
        {
            yield return $"{given[0]} is not the only proof of who the bot is, {string.Join(" and ", given[1..])} {(given.Length > 2 ? "are" : "is")} set too: keep one of them.";
        }
    }

    private IEnumerable<string> Loopbacks(TeamsOptions options)
    {
        if (options.DangerouslyAllowUnauthenticatedLoopback && !environment.IsDevelopment())
        {
            yield return "Teams__DangerouslyAllowUnauthenticatedLoopback is on, and works in the Development environment only: take it out of the settings.";
        }

        if (options.DangerouslyAllowUnauthenticatedLoopback && options.AppId is { Length: > 0 })
        {
            yield return "Teams__DangerouslyAllowUnauthenticatedLoopback is on although Teams__AppId is set: set it to false, or take the app id out.";
        }
    }

    private static bool IsId(string id) => Guid.TryParseExact(id, "D", out _);

    private static bool IsIssuer(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || Loopback.IsUrl(url, out _))
        && address is { UserInfo: "", Query: "", Fragment: "" };
}
