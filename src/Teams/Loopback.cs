using System.Net;

namespace TeamsPlanBot.Teams;

/// <summary>Which names mean this very computer.</summary>
public static class Loopback
{
    public static bool IsHost(string? host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host?.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    public static bool IsUrl(string? url, out Uri address) =>
        Uri.TryCreate(url, UriKind.Absolute, out address!) && address.Scheme is "http" or "https" && IsHost(address.Host);
}
