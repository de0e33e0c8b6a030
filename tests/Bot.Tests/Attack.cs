using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TeamsPlanBot.FakeTeams;
using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Incoming.Tokens;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>A call that must not get through: its headers, its activity, and why it is refused.</summary>
public sealed record Attack(string Reason, Func<GuardedBot, string[]> Headers, Action<JsonObject>? Activity = null, Func<GuardedBot, string>? Query = null)
{
    private const string Stranger = "11111111-2222-3333-4444-555555555555";

    private static readonly TestKey StrangersKey = new(["msteams"]);

    public static IReadOnlyDictionary<string, Attack> All { get; } = new Dictionary<string, Attack>
    {
        // Without a token, or with one that is not where tokens belong.
        ["no token"] = new(TokenRefusals.NoToken, _ => []),
        ["an empty header"] = new(TokenRefusals.NotBearer, _ => ["Authorization: "]),
        ["another scheme"] = new(TokenRefusals.NotBearer, _ => ["Authorization: Basic dXNlcjpwYXNzd29yZA=="]),
        ["the scheme alone"] = new(TokenRefusals.NotBearer, _ => ["Authorization: Bearer"]),
        ["no scheme"] = new(TokenRefusals.NotBearer, bot => [$"Authorization: {Good(bot)}"]),
        ["two headers, both good"] = new(TokenRefusals.SeveralHeaders, bot => [$"Authorization: Bearer {Good(bot)}", $"Authorization: Bearer {Good(bot)}"]),
        ["two headers, one good"] = new(TokenRefusals.SeveralHeaders, bot => ["Authorization: Bearer x", $"Authorization: Bearer {Good(bot)}"]),
        ["two tokens joined by a comma"] = new(TokenRefusals.NotThreeParts, bot => [$"Authorization: Bearer {Good(bot)}, Bearer {Good(bot)}"]),
        ["a comma behind the token"] = new(TokenRefusals.NotBase64Url, bot => [$"Authorization: Bearer {Good(bot)},"]),
        ["two spaces"] = new(TokenRefusals.NotBase64Url, bot => [$"Authorization: Bearer  {Good(bot)}"]),
        ["the token in the query"] = new(TokenRefusals.NoToken, _ => [], Query: bot => $"?access_token={Good(bot)}&token={Good(bot)}"),
        ["the token in a cookie"] = new(TokenRefusals.NoToken, bot => [$"Cookie: Authorization=Bearer {Good(bot)}"]),
        ["the token in headers of proxies"] = new(TokenRefusals.NoToken, bot => [$"X-Forwarded-Authorization: Bearer {Good(bot)}", $"Proxy-Authorization: Bearer {Good(bot)}", $"X-MS-TOKEN-AAD-ACCESS-TOKEN: {Good(bot)}"]),

        // Algorithms that nobody should take.
        ["not signed at all"] = new(TokenRefusals.NotSigned, bot => Bearer(Cut(bot.ChannelKey.Sign(bot.Header(header => header["alg"] = "none"), bot.Channel())))),
        ["none"] = Algorithm("none"),
        ["None"] = Algorithm("None"),
        ["NONE"] = Algorithm("NONE"),
        ["nOnE"] = Algorithm("nOnE"),
        ["no algorithm"] = new(TokenRefusals.Algorithm, bot => Bearer(bot.ChannelKey.Sign(bot.Header(header => header.Remove("alg")), bot.Channel()))),
        ["HMAC with the public key as PEM"] = Hmac(key => Encoding.ASCII.GetBytes(key.Rsa.ExportSubjectPublicKeyInfoPem())),
        ["HMAC with the public key as DER"] = Hmac(key => key.Rsa.ExportSubjectPublicKeyInfo()),
        ["HMAC with the public key as JWK"] = Hmac(key => Encoding.UTF8.GetBytes(key.Published().ToJsonString())),
        ["HMAC with the modulus"] = Hmac(key => key.Rsa.ExportParameters(false).Modulus!),
        ["HMAC under the name of RS256"] = new(TokenRefusals.Signature, bot => Bearer(Signed(bot.ChannelKey.Header(), bot.Channel(), content => HMACSHA256.HashData(bot.ChannelKey.Rsa.ExportSubjectPublicKeyInfo(), content)))),
        ["PSS padding"] = new(TokenRefusals.Algorithm, bot => Bearer(Signed(bot.Header(header => header["alg"] = "PS256"), bot.Channel(), content => bot.ChannelKey.Rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)))),
        ["PSS padding under the name of RS256"] = new(TokenRefusals.Signature, bot => Bearer(Signed(bot.ChannelKey.Header(), bot.Channel(), content => bot.ChannelKey.Rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)))),

        // For somebody else.
        ["another bot's audience"] = Channel(TokenRefusals.Audience, claims => claims["aud"] = Stranger),
        ["the audience of what bots send"] = Channel(TokenRefusals.Audience, claims => claims["aud"] = "https://api.botframework.com"),
        ["no audience"] = Channel(TokenRefusals.Audience, claims => claims.Remove("aud")),
        ["several audiences, ours too"] = Channel(TokenRefusals.WrongKind, claims => claims["aud"] = new JsonArray("https://api.botframework.com", RunningBot.AppId)),
        ["our audience in a list"] = Channel(TokenRefusals.WrongKind, claims => claims["aud"] = new JsonArray(RunningBot.AppId)),

        // From somebody else.
        ["another issuer"] = Channel(TokenRefusals.Issuer, claims => claims["iss"] = "https://evil.example"),
        ["an issuer with a slash"] = Channel(TokenRefusals.Issuer, claims => claims["iss"] = "https://api.botframework.com/"),
        ["no issuer"] = Channel(TokenRefusals.Issuer, claims => claims.Remove("iss")),
        ["the emulator's issuer"] = Entra(TokenRefusals.Issuer, claims => claims["iss"] = $"https://sts.windows.net/{GuardedBot.OtherTenant}/"),
        ["another tenant, signed by its own key"] = new(TokenRefusals.Issuer, bot => Bearer(bot.OtherTenantKey.Sign(TestIssuer.EntraClaims(RunningBot.AppId, GuardedBot.OtherTenant, GuardedBot.AllowedApplication)))),
        ["any tenant"] = Entra(TokenRefusals.Issuer, claims => claims["iss"] = "https://login.microsoftonline.com/common/v2.0"),
        ["a path out of the tenant"] = Entra(TokenRefusals.Issuer, claims => claims["iss"] = $"https://login.microsoftonline.com/{Chat.Tenant}/../{GuardedBot.OtherTenant}/v2.0"),
        ["a tenant that is not the issuer's"] = Entra(TokenRefusals.Tenant, claims => claims["tid"] = GuardedBot.MicrosoftTenant),
        ["no tenant"] = Entra(TokenRefusals.Tenant, claims => claims.Remove("tid")),
        ["the wrong version"] = Entra(TokenRefusals.Version, claims => claims["ver"] = "1.0"),
        ["an application of our own tenant that is not on the list"] = Entra(TokenRefusals.CallingApplication, claims => claims["azp"] = Stranger),
        ["a token the bot got for itself"] = Entra(TokenRefusals.CallingApplication, claims => claims["azp"] = RunningBot.AppId),
        ["no application"] = Entra(TokenRefusals.CallingApplication, claims => claims.Remove("azp")),
        ["the application in the claim of the other version"] = new(TokenRefusals.CallingApplication, bot => Bearer(bot.HomeKey.Sign(bot.OlderEntra(claims => (claims["azp"], claims["appid"]) = (GuardedBot.AllowedApplication, Stranger))))),

        // Out of time.
        ["expired"] = Channel(TokenRefusals.Expired, claims => claims["exp"] = Now() - 301),
        ["expired before 1970"] = Channel(TokenRefusals.Expired, claims => claims["exp"] = -1),
        ["not valid yet"] = Channel(TokenRefusals.NotYet, claims => claims["nbf"] = Now() + 400),
        ["no expiry"] = Channel(TokenRefusals.NoExpiry, claims => claims.Remove("exp")),
        ["an expiry in text"] = Channel(TokenRefusals.WrongKind, claims => claims["exp"] = $"{Now() + 3600}"),
        ["an expiry with a fraction"] = Channel(TokenRefusals.WrongKind, claims => claims["exp"] = Now() + 3600.5),
        ["an expiry beyond all time"] = Channel(TokenRefusals.WrongKind, claims => claims["exp"] = 1e300),
        ["an expiry that overflows"] = Channel(TokenRefusals.WrongKind, claims => claims["exp"] = long.MaxValue),
        ["an expiry that is nothing"] = Channel(TokenRefusals.WrongKind, claims => claims["exp"] = null),

        // Keys of others.
        ["an unknown key"] = new(TokenRefusals.UnknownKey, bot => Bearer(StrangersKey.Sign(bot.Channel()))),
        ["no key"] = new(TokenRefusals.NoKeyId, bot => Bearer(bot.ChannelKey.Sign(bot.Header(header => header.Remove("kid")), bot.Channel()))),
        ["a path for a key"] = new(TokenRefusals.UnknownKey, bot => Bearer(StrangersKey.Sign(bot.Header(header => header["kid"] = "../../../../dev/null"), bot.Channel()))),
        ["another key under the name of the right one"] = new(TokenRefusals.Signature, bot => Bearer(StrangersKey.Sign(bot.ChannelKey.Header(), bot.Channel()))),
        ["a key of Entra for a channel token"] = new(TokenRefusals.UnknownKey, bot => Bearer(bot.HomeKey.Sign(bot.Channel()))),
        ["a key of Entra under the name of the channel's"] = new(TokenRefusals.Signature, bot => Bearer(bot.HomeKey.Sign(bot.ChannelKey.Header(), bot.Channel()))),
        ["the channel's key for a token of Entra"] = new(TokenRefusals.UnknownKey, bot => Bearer(bot.ChannelKey.Sign(bot.Entra()))),
        ["one tenant's key for another"] = new(TokenRefusals.UnknownKey, bot => Bearer(bot.MicrosoftKey.Sign(bot.Entra()))),
        ["a key in the token itself"] = new(TokenRefusals.Signature, bot => Bearer(StrangersKey.Sign(bot.Header(header => header["jwk"] = StrangersKey.Published()), bot.Channel()))),
        ["a key at an address in the token"] = new(TokenRefusals.UnknownKey, bot => Bearer(StrangersKey.Sign(Changed(StrangersKey.Header(), header => header["jku"] = $"{bot.Issuer.Url}/keys/strangers"), bot.Channel()))),
        ["a certificate in the token"] = new(TokenRefusals.Signature, bot => Bearer(StrangersKey.Sign(bot.Header(header => (header["x5c"], header["x5u"]) = (new JsonArray("MIIB"), "https://evil.example/cert")), bot.Channel()))),

        // Signatures of something else.
        ["claims changed after signing"] = new(TokenRefusals.Signature, bot => Bearer(WithClaims(bot.ChannelKey.Sign(bot.Channel(claims => claims["aud"] = Stranger)), bot.Channel()))),
        ["a signature cut short"] = new(TokenRefusals.Signature, bot => Bearer(Good(bot)[..^6])),
        ["a signature of noughts"] = new(TokenRefusals.Signature, bot => Bearer(Cut(Good(bot)) + TestKey.Encode(new byte[256]))),
        ["RS512 signed as RS256"] = new(TokenRefusals.Signature, bot => Bearer(Signed(bot.Header(header => header["alg"] = "RS512"), bot.Channel(), content => bot.ChannelKey.Rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)))),

        // Written in another way.
        ["padding"] = new(TokenRefusals.NotBase64Url, bot => Bearer(Good(bot) + "==")),
        ["white space inside"] = new(TokenRefusals.NotBase64Url, bot => Bearer(Good(bot).Replace(".", ". ", StringComparison.Ordinal))),
        ["loose bits at the end"] = new(TokenRefusals.NotBase64Url, bot => Bearer(Good(bot)[..^1] + (char)(Good(bot)[^1] + 1))),
        ["letters beyond ASCII"] = new(TokenRefusals.NotBase64Url, bot => Bearer(Good(bot) + "%C3%A9")),
        ["nonsense"] = new(TokenRefusals.NotThreeParts, _ => Bearer("let-me-in")),
        ["five parts, as of an encrypted token"] = new(TokenRefusals.NotThreeParts, bot => Bearer($"{Good(bot)}.AAAA.AAAA")),
        ["a token in a token"] = new(TokenRefusals.NotJson, bot => Bearer(bot.ChannelKey.Sign("""{"alg":"RS256","cty":"JWT"}""", Good(bot)))),
        ["claims in a list"] = new(TokenRefusals.NotJson, bot => Bearer(bot.ChannelKey.Sign(bot.ChannelKey.Header().ToJsonString(), $"[{bot.Channel().ToJsonString()}]"))),
        ["claims and more behind them"] = new(TokenRefusals.NotJson, bot => Bearer(bot.ChannelKey.Sign(bot.ChannelKey.Header().ToJsonString(), bot.Channel().ToJsonString() + "{}"))),
        ["a claim said twice"] = new(TokenRefusals.SaidTwice, bot => Bearer(bot.ChannelKey.Sign(bot.ChannelKey.Header().ToJsonString(), $"{{\"aud\":\"{Stranger}\",{bot.Channel().ToJsonString()[1..]}"))),
        ["a header said twice"] = new(TokenRefusals.SaidTwice, bot => Bearer(bot.ChannelKey.Sign($"{{\"alg\":\"none\",{bot.ChannelKey.Header().ToJsonString()[1..]}", bot.Channel().ToJsonString()))),
        ["a claim said twice, once in disguise"] = new(TokenRefusals.OddMembers, bot => Bearer(bot.ChannelKey.Sign(bot.ChannelKey.Header().ToJsonString(), $"{{\"\\u0061ud\":\"{Stranger}\",{bot.Channel().ToJsonString()[1..]}"))),
        ["extensions to be understood"] = new(TokenRefusals.Critical, bot => Bearer(bot.ChannelKey.Sign(bot.Header(header => header["crit"] = new JsonArray("b64")), bot.Channel()))),
        ["another type"] = new(TokenRefusals.OtherType, bot => Bearer(bot.ChannelKey.Sign(bot.Header(header => header["typ"] = "at+jwt"), bot.Channel()))),
        ["a huge token, well signed"] = Channel(TokenRefusals.TooLong, claims => claims["padding"] = new string('x', 7_000)),
        ["a huge token of nonsense"] = new(TokenRefusals.TooLong, _ => Bearer(new string('.', 20_000))),
        ["a thousand claims"] = Channel(TokenRefusals.OddMembers, claims => Enumerable.Range(0, 300).ToList().ForEach(i => claims[$"c{i}"] = 1)),

        // A good token, for an activity it does not stand for.
        ["a stolen token with another service URL"] = Handing(ActivityRules.OtherServiceUrl, activity => activity["serviceUrl"] = "https://evil.example/"),
        ["a stolen token without a service URL"] = Handing(ActivityRules.OtherServiceUrl, activity => activity.Remove("serviceUrl")),
        ["a token that names no service URL"] = Channel(ActivityRules.NoServiceUrl, claims => claims.Remove("serviceurl")),
        ["a host that begins like a listed one"] = ServiceUrl("http://127.0.0.1.evil.example/"),
        ["a listed host before the at sign"] = ServiceUrl("https://127.0.0.1@evil.example/"),
        ["a listed host in the path"] = ServiceUrl("https://evil.example/127.0.0.1"),
        ["a listed host behind credentials"] = ServiceUrl("http://user:password@127.0.0.1/"),
        ["another loopback address"] = ServiceUrl("http://localhost.evil.example:3978/"),
        ["a file"] = ServiceUrl("file://127.0.0.1/etc/passwd"),
        ["a host of one's own, with a token of Entra"] = new(ActivityRules.HostNotListed, bot => Bearer(bot.HomeKey.Sign(bot.Entra())), activity => activity["serviceUrl"] = "https://evil.example/"),
        ["another service URL than Entra's token names"] = Entra(ActivityRules.OtherServiceUrl, claims => claims["serviceurl"] = "https://smba.trafficmanager.net/uk/"),
        ["a channel the key is not endorsed for"] = Handing(ActivityRules.NotEndorsed, activity => activity["channelId"] = "directline"),
        ["no channel"] = Handing(ActivityRules.NoChannel, activity => activity.Remove("channelId")),
        ["an empty channel, with a token of Entra"] = new(ActivityRules.NoChannel, bot => Bearer(bot.HomeKey.Sign(bot.Entra())), activity => activity["channelId"] = ""),
        ["a tenant that may not call"] = Handing(ActivityRules.TenantNotListed, activity => Tenants(activity, GuardedBot.OtherTenant, GuardedBot.OtherTenant)),
        ["a tenant that may not call, in the channel's data alone"] = Handing(ActivityRules.TenantNotListed, activity => Tenants(activity, null, GuardedBot.OtherTenant)),
        ["two tenants, ours first"] = Handing(ActivityRules.TwoTenants, activity => Tenants(activity, Chat.Tenant, GuardedBot.OtherTenant)),
        ["two tenants, ours last"] = Handing(ActivityRules.TwoTenants, activity => Tenants(activity, GuardedBot.OtherTenant, Chat.Tenant)),
        ["no tenant at all"] = Handing(ActivityRules.NoTenant, activity => Tenants(activity, null, null)),
    };

    private static string Good(GuardedBot bot) => bot.ChannelKey.Sign(bot.Channel());

    private static string[] Bearer(string token) => [$"Authorization: Bearer {token}"];

    private static string Cut(string token) => token[..(token.LastIndexOf('.') + 1)];

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private static Attack Channel(string reason, Action<JsonObject> claims) => new(reason, bot => Bearer(bot.ChannelKey.Sign(bot.Channel(claims))));

    private static Attack Entra(string reason, Action<JsonObject> claims) => new(reason, bot => Bearer(bot.HomeKey.Sign(bot.Entra(claims))));

    private static Attack Handing(string reason, Action<JsonObject> change) => new(reason, bot => Bearer(Good(bot)), change);

    private static Attack ServiceUrl(string url) => new(ActivityRules.HostNotListed, bot => Bearer(bot.ChannelKey.Sign(bot.Channel(claims => claims["serviceurl"] = url))), activity => activity["serviceUrl"] = url);

    private static Attack Algorithm(string name) => new(TokenRefusals.Algorithm, bot => Bearer(bot.ChannelKey.Sign(bot.Header(header => header["alg"] = name), bot.Channel())));

    private static Attack Hmac(Func<TestKey, byte[]> secret) =>
        new(TokenRefusals.Algorithm, bot => Bearer(Signed(bot.Header(header => header["alg"] = "HS256"), bot.Channel(), content => HMACSHA256.HashData(secret(bot.ChannelKey), content))));

    private static string Signed(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var content = $"{TestKey.Encode(header.ToJsonString())}.{TestKey.Encode(claims.ToJsonString())}";
        return $"{content}.{TestKey.Encode(sign(Encoding.ASCII.GetBytes(content)))}";
    }

    private static string WithClaims(string token, JsonObject claims)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{TestKey.Encode(claims.ToJsonString())}.{parts[2]}";
    }

    private static JsonObject Changed(JsonObject json, Action<JsonObject> change)
    {
        change(json);
        return json;
    }

    private static void Tenants(JsonObject activity, string? conversation, string? channelData)
    {
        activity["conversation"]!["tenantId"] = conversation;
        activity["channelData"] = channelData is null ? null : new JsonObject { ["tenant"] = new JsonObject { ["id"] = channelData } };
    }
}
