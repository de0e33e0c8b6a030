using System.Net;

namespace TeamsPlanBot.Teams;

/// <summary>How connections to others are made.</summary>
public static class Wire
{
    internal static readonly TimeSpan TokenPatience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);

    // Names are looked up anew from time to time, and idle connections are given up before the other side does.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    /// <summary>Follows no redirect, keeps no cookie, tells nobody our trace ids, and uses the proxy that the computer's settings name, if any.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        Proxy = new ProxyBeyondThisComputer(HttpClient.DefaultProxy),
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = ConnectPatience,
        PooledConnectionLifetime = Lifetime,
        PooledConnectionIdleTimeout = Idle,
    };

    private sealed class ProxyBeyondThisComputer(IWebProxy proxy) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => proxy.Credentials;
            set => proxy.Credentials = value;
        }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

        public bool IsBypassed(Uri host) => Loopback.IsHost(host.Host) || proxy.IsBypassed(host);
    }
}
