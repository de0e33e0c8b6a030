using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TeamsPlanBot.FakeTeams;

/// <summary>The login servers of the Bot Framework and of Entra in one, on loopback: publishes keys, signs tokens of any kind, and can fail, be slow and lie.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    public const string TeamsInABrowser = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

    public const string ChannelIssuer = "https://api.botframework.com";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Publication> publications = new();
    private int metadataAsks;
    private int tokenAsks;

    private TestIssuer(WebApplication app) => this.app = app;

    /// <summary>The server's address, which is the authority too.</summary>
    public string Url => app.Urls.First();

    public string ChannelMetadata => $"{Url}/v1/.well-known/openidconfiguration";

    /// <summary>The key channel tokens are signed with now.</summary>
    public TestKey ChannelKey { get; private set; } = null!;

    /// <summary>How often keys were asked for.</summary>
    public int MetadataAsks => metadataAsks;

    /// <summary>How often a token for the way out was asked for.</summary>
    public int TokenAsks => tokenAsks;

    /// <summary>What answers a request for a token for the way out; by default a token good for an hour.</summary>
    public Func<HttpContext, Task>? TokenAnswer { get; set; }

    /// <summary>Runs before any answer about keys: to fail, or to be slow. False means that it answered itself.</summary>
    public Func<HttpContext, Task<bool>>? Mood { get; set; }

    public static async Task<TestIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var issuer = new TestIssuer(app);
        app.MapGet("/v1/.well-known/openidconfiguration", context => issuer.MetadataAsync(context, "channel"));
        app.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", (HttpContext context, string tenant) => issuer.MetadataAsync(context, tenant));
        app.MapGet("/{tenant}/.well-known/openid-configuration", (HttpContext context, string tenant) => issuer.MetadataAsync(context, $"{tenant}/old"));
        app.MapGet("/keys/{**publication}", issuer.KeysAsync);
        app.MapPost("/{tenant}/oauth2/v2.0/token", issuer.TokenAsync);
        await app.StartAsync();
        issuer.RollChannelKey();
        return issuer;
    }

    /// <summary>From now on channel tokens are signed with another key, and only that one is published.</summary>
    public TestKey RollChannelKey(params string[] endorsements)
    {
        ChannelKey = new TestKey([.. endorsements.DefaultIfEmpty("msteams")]);
        PublishChannel(ChannelKey.Published());
        return ChannelKey;
    }

    /// <summary>What the channel publishes as its keys.</summary>
    public void PublishChannel(params JsonObject[] keys) => publications["channel"] = new Publication(Document(keys), null);

    /// <summary>What Entra publishes as a tenant's keys; the older address is the one where tenants have no version 2.</summary>
    public void PublishTenant(string tenant, TestKey key, bool atOlderAddress = false) =>
        publications[atOlderAddress ? $"{tenant}/old" : tenant] = new Publication(Document([key.Published()]), null);

    /// <summary>The channel's documents, word for word; {url} stands for this server's address.</summary>
    public void PublishChannelDocuments(string? metadata, string? keys) => publications["channel"] = new Publication(keys ?? Document([ChannelKey.Published()]), metadata);

    /// <summary>What a channel token says when nothing is wrong with it.</summary>
    public static JsonObject ChannelClaims(string appId, string serviceUrl) => Claims(ChannelIssuer, appId, serviceUrl);

    /// <summary>What a token of Entra's version 2 says.</summary>
    public static JsonObject EntraClaims(string appId, string tenant, string caller)
    {
        var claims = Claims($"https://login.microsoftonline.com/{tenant}/v2.0", appId, serviceUrl: null);
        (claims["tid"], claims["azp"], claims["ver"]) = (tenant, caller, "2.0");
        return claims;
    }

    /// <summary>What a token of Entra's version 1 says.</summary>
    public static JsonObject OlderEntraClaims(string appId, string tenant, string caller)
    {
        var claims = Claims($"https://sts.windows.net/{tenant}/", appId, serviceUrl: null);
        (claims["tid"], claims["appid"], claims["ver"]) = (tenant, caller, "1.0");
        return claims;
    }

    /// <summary>What the token says with which Teams signs a person in to a page of the bot.</summary>
    public JsonObject PersonClaims(string appId, string tenant, string person, string name = "Jo Bloggs")
    {
        var claims = Claims($"{Url}/{tenant}/v2.0", appId, serviceUrl: null);
        (claims["tid"], claims["azp"], claims["ver"]) = (tenant, TeamsInABrowser, "2.0");
        (claims["oid"], claims["name"], claims["preferred_username"], claims["scp"]) = (person, name, "jo.bloggs@council.example", "access_as_user");
        return claims;
    }

    /// <summary>A channel token, as the bot gets it with every activity.</summary>
    public string ChannelToken(string appId, string serviceUrl) => ChannelKey.Sign(ChannelClaims(appId, serviceUrl));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static JsonObject Claims(string issuer, string appId, string? serviceUrl)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new JsonObject { ["iss"] = issuer, ["aud"] = appId, ["nbf"] = now, ["iat"] = now, ["exp"] = now + 3600 };
        if (serviceUrl is not null)
        {
            claims["serviceurl"] = serviceUrl;
        }

        return claims;
    }

    private static string Document(JsonObject[] keys) => new JsonObject { ["keys"] = new JsonArray([.. keys.Select(key => key.DeepClone())]) }.ToJsonString();

    private async Task MetadataAsync(HttpContext context, string publication)
    {
        Interlocked.Increment(ref metadataAsks);
        if (Mood is { } mood && !await mood(context))
        {
            return;
        }

        if (!publications.TryGetValue(publication, out var published))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await context.Response.WriteAsync(published.Metadata?.Replace("{url}", Url, StringComparison.Ordinal)
            ?? new JsonObject { ["issuer"] = "of no interest", ["jwks_uri"] = $"{Url}/keys/{publication}" }.ToJsonString());
    }

    private async Task KeysAsync(HttpContext context, string publication)
    {
        if (publications.TryGetValue(publication, out var published))
        {
            await context.Response.WriteAsync(published.Keys);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task TokenAsync(HttpContext context)
    {
        Interlocked.Increment(ref tokenAsks);
        if (TokenAnswer is { } answer)
        {
            await answer(context);
            return;
        }

        await context.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = 3599, access_token = $"outbound-{Guid.NewGuid():N}" });
    }

    private sealed record Publication(string Keys, string? Metadata);
}

/// <summary>A key pair, and tokens of any kind signed with it.</summary>
public sealed class TestKey
{
    private static int made;

    private readonly string[] endorsements;

    public TestKey(string[]? endorsements = null, int size = 2048)
    {
        this.endorsements = endorsements ?? [];
        Rsa = RSA.Create(size);
        Id = $"key-{Interlocked.Increment(ref made)}";
    }

    public RSA Rsa { get; }

    public string Id { get; }

    public static string Encode(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    /// <summary>The key as an issuer publishes it.</summary>
    public JsonObject Published()
    {
        var numbers = Rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Encode(numbers.Modulus),
            ["e"] = Encode(numbers.Exponent),
            ["endorsements"] = new JsonArray([.. endorsements.Select(channel => (JsonNode)channel)]),
        };
    }

    public JsonObject Header() => new() { ["alg"] = "RS256", ["kid"] = Id, ["typ"] = "JWT" };

    public string Sign(JsonObject claims) => Sign(Header(), claims);

    public string Sign(JsonObject header, JsonObject claims) => Sign(header.ToJsonString(), claims.ToJsonString());

    /// <summary>Signs header and claims word for word, whatever they say; the algorithm is the one the header names, or RS256.</summary>
    public string Sign(string header, string claims)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Encode(Signature(signed, header.Contains("RS384", StringComparison.Ordinal) ? HashAlgorithmName.SHA384 : header.Contains("RS512", StringComparison.Ordinal) ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256))}";
    }

    public byte[] Signature(string content, HashAlgorithmName hash) => Rsa.SignData(Encoding.ASCII.GetBytes(content), hash, RSASignaturePadding.Pkcs1);
}
