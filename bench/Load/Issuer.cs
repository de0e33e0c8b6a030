using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TeamsPlanBot.Load;

/// <summary>Stands in for Teams' login and for Entra: signs the tokens of messages, publishes the key, and gives the bot its own token.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    private const string KeyId = "load-1";
    private const string Metadata = "/v1/.well-known/openidconfiguration";
    private const string Keys = "/v1/.well-known/keys";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly WebApplication app;
    private readonly RSA key = RSA.Create(2048);
    private readonly string secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private Issuer(WebApplication app) => this.app = app;

    public Guid AppId { get; } = Guid.NewGuid();

    /// <summary>What the bot's replies have to carry: as long as the tokens Entra gives.</summary>
    public string OutboundToken { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(1_000));

    /// <summary>The bot's settings under <c>Teams</c> that make it trust this issuer, and ask it for tokens.</summary>
    public IEnumerable<string> Settings =>
    [
        $"--Teams:AppId={AppId}",
        $"--Teams:ClientSecret={secret}",
        $"--Teams:Authority={app.Urls.First()}",
        $"--Teams:ChannelMetadata={app.Urls.First()}{Metadata}",
    ];

    public static async Task<Issuer> StartAsync(CancellationToken cancelled)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var issuer = new Issuer(app);
        app.MapGet(Metadata, issuer.DescribeAsync);
        app.MapGet(Keys, issuer.PublishKeyAsync);
        app.MapPost("/{tenant}/oauth2/v2.0/token", issuer.GiveTokenAsync);
        await app.StartAsync(cancelled);
        return issuer;
    }

    /// <summary>A token as Teams sends it with the messages of one service URL.</summary>
    public string ChannelToken(string serviceUrl)
    {
        var now = DateTimeOffset.UtcNow;
        var header = $$"""{"alg":"RS256","kid":"{{KeyId}}","typ":"JWT","x5t":"{{KeyId}}"}""";
        var claims = $$"""{"serviceurl":"{{serviceUrl}}","nbf":{{now.ToUnixTimeSeconds()}},"exp":{{(now + Lifetime).ToUnixTimeSeconds()}},"iss":"https://api.botframework.com","aud":"{{AppId}}"}""";
        var signed = $"{Encoded(header)}.{Encoded(claims)}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    private Task DescribeAsync(HttpContext context) => WriteAsync(
        context,
        $$"""{"issuer":"https://api.botframework.com","jwks_uri":"{{app.Urls.First()}}{{Keys}}","id_token_signing_alg_values_supported":["RS256"]}""");

    private Task PublishKeyAsync(HttpContext context)
    {
        var (n, e) = (key.ExportParameters(false).Modulus, key.ExportParameters(false).Exponent);
        return WriteAsync(
            context,
            $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{KeyId}}","x5t":"{{KeyId}}","n":"{{Base64Url.EncodeToString(n)}}","e":"{{Base64Url.EncodeToString(e)}}","endorsements":["msteams"]}]}""");
    }

    // Whoever does not prove to be the bot gets nothing, so that a bot that asks wrongly is found out.
    private async Task GiveTokenAsync(HttpContext context)
    {
        var asked = await context.Request.ReadFormAsync(context.RequestAborted);
        var isTheBot = asked["grant_type"] == "client_credentials" && asked["client_id"] == $"{AppId}" && asked["client_secret"] == secret;
        context.Response.StatusCode = isTheBot ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
        await WriteAsync(context, isTheBot
            ? $$"""{"token_type":"Bearer","expires_in":{{Lifetime.TotalSeconds}},"access_token":"{{OutboundToken}}"}"""
            : """{"error":"invalid_client","error_description":"This is not how the bot proves itself."}""");
    }
}
