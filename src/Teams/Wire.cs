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

    /// <summary>Follows no redirect, keeps no cookie, tells nobody our trace ids, and uses the proxy that the computer's settings name, if any, but not for what only this computer can reach.</summary>
    public static SocketsHttpHandler Handler() => Handler(HttpClient.DefaultProxy);

    /// <summary>The same with a proxy of the caller's choice.</summary>
    public static SocketsHttpHandler Handler(IWebProxy proxy) => new()
    {
        AllowAutoRedirect = false,
        Proxy = new ProxyBeyondThisComputer(proxy),
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

        public bool IsBypassed(Uri host) => Loopback.IsHost(host.Host) || IsLinkLocal(host.Host) || proxy.IsBypassed(host);

        // Only this computer can reach them: behind a proxy they are others' addresses, and a platform gives tokens at one of them.
        private static bool IsLinkLocal(string host)
        {
            if (!IPAddress.TryParse(host.Trim('[', ']'), out var address))
            {
                return false;
            }

            var written = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            return written.IsIPv6LinkLocal || written.GetAddressBytes() is [169, 254, _, _];
        }
    }
}
