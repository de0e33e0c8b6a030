namespace TeamsPlanBot.Teams;

/// <summary>The settings under <c>Teams</c>: who the bot is, who may call it and where it may answer.</summary>
public sealed class TeamsOptions
{
    public const string Section = "Teams";

    private const string GovernmentMetadataHost = "login.botframework.azure.us";

    private static readonly string[] KnownServiceHosts =
    [
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
        "*.botframework.com",
        "*.botframework.azure.us",
    ];

    // OneDrive for work is SharePoint; files of persons go there.
    private static readonly string[] KnownUploadHosts = ["*.sharepoint.com", "*.sharepoint.us", "*.sharepoint-mil.us"];

    /// <summary>The bot's Entra application id; without it every call is refused.</summary>
    public string? AppId { get; set; }

    /// <summary>The Entra application that people sign in to when they open a page in Teams; the bot's own where none is named. A managed identity cannot be signed in to.</summary>
    public string? SignInAppId { get; set; }

    /// <summary>The home tenant.</summary>
    public string? TenantId { get; set; }

    /// <summary>Other tenants that may call.</summary>
    public IReadOnlyList<string> AllowedTenants { get; set; } = [];

    /// <summary>Application ids whose Entra-issued tokens are taken as the channel's.</summary>
    public IReadOnlyList<string> AllowedCallers { get; set; } = [];

    /// <summary>How the bot proves itself when it asks for tokens: one of these four.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file with a certificate and its private key, .pfx or .pem, without a password.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The client id of the user-assigned managed identity.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>The token file that the platform mounts proves who the bot is.</summary>
    public bool WorkloadIdentity { get; set; }

    /// <summary>Where outbound tokens come from and Entra's metadata is read.</summary>
    public string Authority { get; set; } = "https://login.microsoftonline.com";

    /// <summary>The metadata that leads to the keys of channel tokens.</summary>
    public string ChannelMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where links to the bot lead.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Where tokens of ours may be sent; Teams' and the Bot Framework's own hosts where none is named.</summary>
    public IReadOnlyList<string> ServiceHosts { get; set; } = [];

    /// <summary>Where files may be put that a person agreed to take; SharePoint's own hosts where none is named.</summary>
    public IReadOnlyList<string> UploadHosts { get; set; } = [];

    /// <summary>How much one sender may say and press in a minute; 0 for as much as they like.</summary>
    public int MessagesAMinute { get; set; } = 100;

    /// <summary>Lets callers on loopback in without a token; Development only.</summary>
    public bool DangerouslyAllowUnauthenticatedLoopback { get; set; }

    /// <summary>What the Bot Framework calls itself in its tokens, in the cloud whose keys are read: who issued those that come in, and whom those that go out are for.</summary>
    internal string BotFramework => new Uri(ChannelMetadata).Host == GovernmentMetadataHost ? "https://api.botframework.us" : "https://api.botframework.com";

    /// <summary>Whether the bot may send to this service URL, tokens and all.</summary>
    public bool MaySendTo(string? serviceUrl) => DangerouslyAllowUnauthenticatedLoopback
        ? Loopback.IsUrl(serviceUrl, out _)
        : ServiceHost.IsAmong(ServiceHosts.Count > 0 ? ServiceHosts : KnownServiceHosts, serviceUrl);

    /// <summary>Whether a file may be put at this address, or a person be led there for it.</summary>
    public bool MayUploadTo(string? url) => DangerouslyAllowUnauthenticatedLoopback
        ? Loopback.IsUrl(url, out _)
        : ServiceHost.IsOf(UploadHosts.Count > 0 ? UploadHosts : KnownUploadHosts, url);
}
