using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>How the bot proves who it is when it asks for a token.</summary>
internal sealed class Credential(TeamsOptions options, TimeProvider time)
{
    private const string EveryTenant = "botframework.com";
    private const string TokenFile = "AZURE_FEDERATED_TOKEN_FILE";

    /// <summary>The setting that holds the proof, if one is set.</summary>
    public string? Setting => options switch
    {
        { ClientSecret.Length: > 0 } => "Teams__ClientSecret",
        { CertificatePath.Length: > 0 } => "Teams__CertificatePath",
        { ManagedIdentityClientId.Length: > 0 } => "Teams__ManagedIdentityClientId",
        { WorkloadIdentity: true } => "Teams__WorkloadIdentity",
        _ => null,
    };

    public string Tenant => options.TenantId is { Length: > 0 } home ? home : EveryTenant;

    /// <summary>Asks once. Everything is read anew, so that what was replaced meanwhile is used.</summary>
    public async Task<TokenAnswer> AskAsync(CancellationToken cancelled)
    {
        if (Setting is null)
        {
            return new TokenAnswer.Denied("The bot has nothing to prove who it is: set one of Teams__ClientSecret, Teams__CertificatePath, Teams__ManagedIdentityClientId and Teams__WorkloadIdentity.");
        }

        if (options.AppId is not { Length: > 0 })
        {
            return new TokenAnswer.Denied("Teams__AppId is not set: copy the application id from the bot's Entra registration.");
        }

        using var login = new LoginService(options.Authority, time);
        try
        {
            return options.ManagedIdentityClientId is { Length: > 0 } identity ? await AskPlatformAsync(identity, cancelled) : await AskLoginAsync(login, cancelled);
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            throw;
        }
        // MSAL lets through whatever the answer made its parts throw; a send must not fail by it.
        catch (Exception failure)
        {
            return new TokenAnswer.Denied(TokenProblem.Sentence(failure, options, Setting, Tenant), login.RetryAfter ?? (failure is MsalServiceException { Headers: { } headers } ? Retrying.Asked(headers, time) : null));
        }
    }

    private async Task<TokenAnswer> AskLoginAsync(LoginService login, CancellationToken cancelled)
    {
        var application = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithAuthority(login.Authority(Tenant), validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(login, retryOnceOn5xx: false);
        if (options.CertificatePath is not { Length: > 0 } path)
        {
            application = options.ClientSecret is { Length: > 0 } secret ? application.WithClientSecret(secret) : application.WithClientAssertion(ReadTokenFileAsync);
            return Given(await application.Build().AcquireTokenForClient([$"{options.BotFramework}/.default"]).ExecuteAsync(cancelled));
        }

        var (certificate, problem) = Certificate.Read(path, DateTimeOffset.UtcNow);
        using (certificate)
        {
            return certificate is null
                ? new TokenAnswer.Denied(problem!)
                : Given(await application.WithCertificate(certificate).Build().AcquireTokenForClient([$"{options.BotFramework}/.default"]).ExecuteAsync(cancelled));
        }
    }

    private async Task<TokenAnswer> AskPlatformAsync(string identity, CancellationToken cancelled)
    {
        using var platform = new Platform();
        var application = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(identity)).WithHttpClientFactory(platform, retryOnceOn5xx: false).Build();

        // MSAL remembers tokens of managed identities for the whole process; here they are remembered already.
        return Given(await application.AcquireTokenForManagedIdentity(options.BotFramework).WithForceRefresh(true).ExecuteAsync(cancelled));
    }

    // The platform replaces the file from time to time.
    private static async Task<string> ReadTokenFileAsync(AssertionRequestOptions asked) =>
        Environment.GetEnvironmentVariable(TokenFile) is { Length: > 0 } path
            ? (await File.ReadAllTextAsync(path, asked.CancellationToken)).Trim()
            : throw new FileNotFoundException($"{TokenFile} is not set.");

    private static TokenAnswer.Given Given(AuthenticationResult result) => new(new("Bearer", result.AccessToken), result.ExpiresOn);

    private sealed class Platform : IMsalHttpClientFactory, IDisposable
    {
        private readonly HttpClient http = new(Wire.Handler()) { Timeout = Wire.TokenPatience };

        public HttpClient GetHttpClient() => http;

        public void Dispose() => http.Dispose();
    }
}
