namespace TeamsPlanBot.Teams;

/// <summary>The hosts that tokens of ours may be sent to: <c>smba.trafficmanager.net</c>, <c>localhost:5000</c>, or with <c>*.</c> in front every host below.</summary>
public static class ServiceHost
{
    private const string AnyBelow = "*.";

    /// <summary>Whether a URL leads to one of these hosts, over https, or over http on this computer.</summary>
    public static bool IsAmong(IEnumerable<string> hosts, string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && Loopback.IsHost(address.Host)))
        && address is { UserInfo: "", Query: "", Fragment: "" }
        && hosts.Any(host => Names(host, address));

    /// <summary>The same for an address that says more than where: a query is taken.</summary>
    public static bool IsOf(IEnumerable<string> hosts, string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && Loopback.IsHost(address.Host)))
        && address is { UserInfo: "", Fragment: "" }
        && hosts.Any(host => Names(host, address));

    /// <summary>Whether this is how a host is written.</summary>
    public static bool IsWellWritten(string? host) =>
        Address(host is not null && host.StartsWith(AnyBelow, StringComparison.Ordinal) ? host[AnyBelow.Length..] : host) is { PathAndQuery: "/", UserInfo: "", Fragment: "" };

    private static bool Names(string host, Uri address)
    {
        if (host.StartsWith(AnyBelow, StringComparison.Ordinal))
        {
            return address.IsDefaultPort && address.Host.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase);
        }

        // A host without a port is meant with the usual one, except on this computer, where ports are given as they come.
        return Address(host) is { } named && string.Equals(named.Host, address.Host, StringComparison.OrdinalIgnoreCase)
            && (named.Port == address.Port || (named.IsDefaultPort && (address.IsDefaultPort || Loopback.IsHost(address.Host))));
    }

    private static Uri? Address(string? host) => Uri.TryCreate($"https://{host}", UriKind.Absolute, out var address) ? address : null;
}
