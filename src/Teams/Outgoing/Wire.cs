namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>How connections to others are made.</summary>
public static class Wire
{
    internal static readonly TimeSpan TokenPatience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);

    // Names are looked up anew from time to time, and idle connections are given up before the other side does.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    /// <summary>Follows no redirect, keeps no cookie, and tells nobody our trace ids.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = ConnectPatience,
        PooledConnectionLifetime = Lifetime,
        PooledConnectionIdleTimeout = Idle,
    };
}
