using Microsoft.Identity.Client;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>The only address that is asked for tokens with a proof of ours.</summary>
internal sealed class Issuer : DelegatingHandler, IMsalHttpClientFactory
{
    private readonly Uri address;
    private readonly Uri shown;

    public Issuer(string authority)
        : base(Wire.Handler())
    {
        address = new Uri(authority.TrimEnd('/'));
        shown = new UriBuilder(Uri.UriSchemeHttps, address.Host, address.Port).Uri;
    }

    public string Host => address.Authority;

    /// <summary>The authority as MSAL takes it: always https and without a path.</summary>
    public string Authority(string tenant) => new Uri(shown, tenant).AbsoluteUri;

    public HttpClient GetHttpClient() => new(this, disposeHandler: false) { Timeout = Wire.TokenPatience };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } asked || asked.Scheme != shown.Scheme || asked.Authority != shown.Authority)
        {
            throw new HttpRequestException(HttpRequestError.Unknown, "Tokens are asked for at the configured authority only.");
        }

        request.RequestUri = new Uri(address.AbsoluteUri.TrimEnd('/') + asked.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
