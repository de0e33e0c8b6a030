namespace TeamsPlanBot.Teams;

/// <summary>Says in words why a call had no answer.</summary>
internal static class WireProblem
{
    public static string InWords(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "the name of the host cannot be found",
        HttpRequestError.ConnectionError => "no connection could be made",
        HttpRequestError.SecureConnectionError => "no secure connection could be made: the other side's certificate may not be trusted here",
        HttpRequestError.ProxyTunnelError => "the proxy does not let the connection through",
        HttpRequestError.HttpProtocolError or HttpRequestError.InvalidResponse or HttpRequestError.VersionNegotiationError => "what the other side answered is no HTTP",
        HttpRequestError.ConfigurationLimitExceeded => "what the other side answered is too large",
        _ => "the connection was lost before the other side answered",
    };
}
