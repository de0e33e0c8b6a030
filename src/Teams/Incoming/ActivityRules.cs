namespace TeamsPlanBot.Teams.Incoming;

/// <summary>Decides whether this caller may hand over this activity.</summary>
public static class ActivityRules
{
    public const string NotOnThisComputer = "the service URL is not on this computer";
    public const string NoChannel = "the activity names no channel";
    public const string NotEndorsed = "the token's key is not endorsed for the activity's channel";
    public const string NoServiceUrl = "the token names no service URL";
    public const string OtherServiceUrl = "the activity's service URL is not the token's";
    public const string HostNotListed = "the service URL's host is not among Teams__ServiceHosts";
    public const string NoTenant = "the activity names no tenant";
    public const string TwoTenants = "the activity names two tenants";
    public const string TenantNotListed = "the activity's tenant is neither Teams__TenantId nor among Teams__AllowedTenants";

    /// <summary>Why the activity is refused; null lets it in.</summary>
    public static string? Refusal(Caller caller, Activity activity, TeamsOptions teams) => caller switch
    {
        Caller.OnThisComputer => Loopback.IsUrl(activity.ServiceUrl, out _) ? null : NotOnThisComputer,
        Caller.Channel channel => Channel(activity, channel) ?? Common(activity, teams),
        Caller.Application application => Application(activity, application) ?? Common(activity, teams),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string? Channel(Activity activity, Caller.Channel channel) =>
        activity.ChannelId is not { Length: > 0 } ? NoChannel
        : !channel.Endorsements.Contains(activity.ChannelId) ? NotEndorsed
        : channel.ServiceUrl is not { Length: > 0 } ? NoServiceUrl
        : !Same(channel.ServiceUrl, activity.ServiceUrl) ? OtherServiceUrl
        : null;

    // Tokens of Entra may leave the service URL out: then the list of hosts alone decides where answers go.
    private static string? Application(Activity activity, Caller.Application application) =>
        activity.ChannelId is not { Length: > 0 } ? NoChannel
        : application.ServiceUrl is { } claimed && !Same(claimed, activity.ServiceUrl) ? OtherServiceUrl
        : null;

    private static string? Common(Activity activity, TeamsOptions teams) =>
        !teams.MaySendTo(activity.ServiceUrl) ? HostNotListed : Tenant(activity, teams);

    private static string? Tenant(Activity activity, TeamsOptions teams)
    {
        if (teams.TenantId is not { Length: > 0 } && teams.AllowedTenants.Count == 0)
        {
            return null;
        }

        var (conversation, channel) = (activity.Conversation?.TenantId, activity.ChannelData?.Text("tenant", "id"));
        return (conversation, channel) switch
        {
            (null or "", null or "") => NoTenant,
            ({ Length: > 0 }, { Length: > 0 }) when !Same(conversation, channel) => TwoTenants,
            _ => IsListed(conversation is { Length: > 0 } ? conversation : channel!, teams) ? null : TenantNotListed,
        };
    }

    private static bool IsListed(string tenant, TeamsOptions teams) => Same(tenant, teams.TenantId) || teams.AllowedTenants.Any(allowed => Same(tenant, allowed));

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
