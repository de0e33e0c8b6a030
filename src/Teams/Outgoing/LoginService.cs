using Microsoft.Identity.Client;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>The only address that is asked for tokens with a proof of ours.</summary>
internal sealed class LoginService : DelegatingHandler, IMsalHttpClientFactory
{
    private readonly Uri address;
    private readonly Uri shown;
    private readonly TimeProvider time;

    public LoginService(string authority, TimeProvider time)
        : base(Wire.Handler())
    {
        this.time = time;
        address = new Uri(authority.TrimEnd('/'));
        shown = new UriBuilder(Uri.UriSchemeHttps, address.Host, address.Port).Uri;
    }

    /// <summary>How long the last answer asked to wait.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>The authority as MSAL takes it: always https and without a path.</summary>
    public string Authority(string tenant) => new Uri(shown, tenant).AbsoluteUri;

    public HttpClient GetHttpClient() => new(this, disposeHandler: false) { Timeout = Wire.TokenPatience };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } asked || asked.Scheme != shown.Scheme || asked.Authority != shown.Authority)
        {
            throw new HttpRequestException(HttpRequestError.Unknown, "Tokens are asked for at the configured authority only.");
        }

        request.RequestUri = new Uri(address.AbsoluteUri.TrimEnd('/') + asked.PathAndQuery);
        var response = await base.SendAsync(request, cancellationToken);
        RetryAfter = Retrying.Asked(response.Headers, time);

        // MSAL would keep to it for the whole process, by its own clock and for up to an hour.
        response.Headers.RetryAfter = null;
        return response;
    }
}
