using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.TokenConformance;

/// <summary>The issuers whose tokens are compared.</summary>
public enum Family
{
    Channel,
    EntraVersion1,
    EntraVersion2,
}

/// <summary>A token in the making: what it will say, who signs it, and what is done to it afterwards.</summary>
public sealed class Draft(Family family, TestKey key, JsonObject claims)
{
    public Family Family => family;

    public JsonObject Claims => claims;

    public JsonObject Header { get; } = key.Header();

    public TestKey Key { get; set; } = key;

    /// <summary>The header and the claims as text; changed where JSON objects cannot say it.</summary>
    public Func<string, string> HeaderText { get; set; } = text => text;

    public Func<string, string> ClaimsText { get; set; } = text => text;

    /// <summary>Signs in another way than the header says.</summary>
    public Func<byte[], byte[]>? Signer { get; set; }

    /// <summary>What happens to the finished token.</summary>
    public Func<string, string> Afterwards { get; set; } = token => token;

    public string Finish()
    {
        var content = $"{TestKey.Encode(HeaderText(Header.ToJsonString()))}.{TestKey.Encode(ClaimsText(claims.ToJsonString()))}";
        var hash = (Header["alg"] as JsonValue)?.ToString() switch
        {
            "RS384" => HashAlgorithmName.SHA384,
            "RS512" => HashAlgorithmName.SHA512,
            _ => HashAlgorithmName.SHA256,
        };
        var signature = Signer is { } signer ? signer(Encoding.ASCII.GetBytes(content)) : Key.Signature(content, hash);
        return Afterwards($"{content}.{TestKey.Encode(signature)}");
    }
}

/// <summary>One way to spoil a token.</summary>
/// <param name="Stricter">Why we refuse what the library accepts; null where both refuse.</param>
public sealed record Spoiling(string Name, Action<Draft> Apply, string? Stricter = null)
{
    private static readonly TestKey Stranger = new(["msteams"]);

    public static IReadOnlyList<Spoiling> All { get; } =
    [
        // Both refuse.
        new("a bit of the signature flipped", draft => draft.Afterwards = token => FlipSignature(token)),
        new("the signature cut short", draft => draft.Afterwards = token => token[..^8]),
        new("no signature", draft => draft.Afterwards = token => token[..(token.LastIndexOf('.') + 1)]),
        new("no third part", draft => draft.Afterwards = token => token[..token.LastIndexOf('.')]),
        new("a fourth part", draft => draft.Afterwards = token => $"{token}.AAAA"),
        new("claims of another token", draft => draft.Afterwards = token => SwapClaims(token, draft)),
        new("a stranger's key under the right name", draft => draft.Key = Stranger),
        new("a stranger's key under its own name", draft => (draft.Key, draft.Header["kid"]) = (Stranger, Stranger.Id)),
        new("a key in the header", draft => (draft.Key, draft.Header["jwk"]) = (Stranger, Stranger.Published())),
        new("alg none", draft => draft.Header["alg"] = "none"),
        new("alg none, not signed", draft => (draft.Header["alg"], draft.Afterwards) = ("none", token => token[..(token.LastIndexOf('.') + 1)])),
        new("alg missing", draft => draft.Header.Remove("alg")),
        new("alg HS256 with the public key", draft => (draft.Header["alg"], draft.Signer) = ("HS256", content => HMACSHA256.HashData(draft.Key.Rsa.ExportSubjectPublicKeyInfo(), content))),
        new("alg PS256", draft => (draft.Header["alg"], draft.Signer) = ("PS256", content => draft.Key.Rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pss))),
        new("alg RS256 with PSS padding", draft => (draft.Header["alg"], draft.Signer) = ("RS256", content => draft.Key.Rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pss))),
        new("alg another hash than was signed", draft => (draft.Header["alg"], draft.Signer) = ("RS512", content => draft.Key.Rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))),
        new("another audience", draft => draft.Claims["aud"] = "11111111-2222-3333-4444-555555555555"),
        new("the outbound audience", draft => draft.Claims["aud"] = "https://api.botframework.com"),
        new("no audience", draft => draft.Claims.Remove("aud")),
        new("an empty audience", draft => draft.Claims["aud"] = ""),
        new("another issuer", draft => draft.Claims["iss"] = "https://evil.example"),
        new("an issuer with a letter more", draft => draft.Claims["iss"] = $"{draft.Claims["iss"]}x"),
        new("an issuer in capitals", draft => draft.Claims["iss"] = $"{draft.Claims["iss"]}".ToUpperInvariant()),
        new("no issuer", draft => draft.Claims.Remove("iss")),
        new("an empty issuer", draft => draft.Claims["iss"] = ""),
        new("another family's issuer", draft => draft.Claims["iss"] = draft.Family == Family.Channel ? $"https://sts.windows.net/{Chat.Tenant}/" : TestIssuer.ChannelIssuer),
        new("expired", draft => draft.Claims["exp"] = Now() - 360),
        new("expired long ago", draft => (draft.Claims["exp"], draft.Claims["nbf"]) = (1_000_000_000, 900_000_000)),
        new("no expiry", draft => draft.Claims.Remove("exp")),
        new("not valid yet", draft => (draft.Claims["nbf"], draft.Claims["exp"]) = (Now() + 420, Now() + 3600)),
        new("claims that are no JSON", draft => draft.ClaimsText = text => text[..^1]),
        new("claims that are a list", draft => draft.ClaimsText = text => $"[{text}]"),
        new("a header that is no JSON", draft => draft.HeaderText = text => text[1..]),
        new("a header that is text", draft => draft.HeaderText = _ => "\"RS256\""),
        new("an empty header", draft => draft.HeaderText = _ => "{}"),
        new("white space before the token", draft => draft.Afterwards = token => $" {token}"),
        new("a comma behind the token", draft => draft.Afterwards = token => $"{token},"),

        // We are stricter.
        new("the audience in a list", draft => draft.Claims["aud"] = new JsonArray(RunningBot.AppId), "one token, one audience, written as text"),
        new("several audiences", draft => draft.Claims["aud"] = new JsonArray("https://api.botframework.com", RunningBot.AppId), "a token for several is not for us alone"),
        new("an expiry with a fraction", draft => draft.Claims["exp"] = Now() + 3600.5, "times are whole seconds"),
        new("an issue time in text", draft => draft.Claims["iat"] = $"{Now()}", "times are numbers"),
        new("a claim said twice", draft => draft.ClaimsText = text => $"{{\"aud\":\"somebody else\",{text[1..]}", "two readers could read it in two ways"),
        new("an unknown claim said twice", draft => draft.ClaimsText = text => $"{{\"x\":1,\"x\":2,{text[1..]}", "two readers could read it in two ways"),
        new("a header said twice", draft => draft.HeaderText = text => $"{{\"kid\":\"another\",{text[1..]}", "two readers could read it in two ways"),
        new("a claim's name in disguise", draft => draft.ClaimsText = text => text.Replace("\"aud\"", "\"\\u0061ud\"", StringComparison.Ordinal), "names are written plainly"),
        new("no key id", draft => draft.Header.Remove("kid"), "a token names its key; no key is tried on trust"),
        new("a key id nobody has", draft => draft.Header["kid"] = "nobody's", "a token names its key; no key is tried on trust"),
        new("extensions to be understood", draft => draft.Header["crit"] = new JsonArray("exp"), "what must be understood and is not makes a token void"),
        new("another type", draft => draft.Header["typ"] = "at+jwt", "a token made for another purpose"),
        new("loose bits at the end", draft => draft.Afterwards = token => token[..^1] + (char)(token[^1] + 1), "one token, one way to write it"),
        new("more than 8 KB", draft => draft.Claims["padding"] = new string('x', 7_000), "no token of Teams' is as long"),
        new("a hundred claims", draft => Enumerable.Range(0, 100).ToList().ForEach(i => draft.Claims[$"c{i}"] = i), "no token of Teams' says as much"),
        new("a claim of the wrong kind", draft => draft.Claims["ver"] = 2, "claims that count are of their kind"),
        new("a tenant that is not the issuer's", draft => (draft.Claims["iss"], draft.Claims["tid"], draft.Claims["ver"]) = Foreign(draft), "an issuer signs for its own tenant"),
        new("an application that is not on the list", draft => (draft.Claims["azp"], draft.Claims["appid"]) = ("nobody", "nobody"), "any application of a tenant could get a token for us"),
    ];

    /// <summary>Whether this does anything to a token of this family.</summary>
    public bool Touches(Family family) => family != Family.Channel || Name is not ("a tenant that is not the issuer's" or "an application that is not on the list");

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private static (JsonNode? Issuer, JsonNode? Tenant, JsonNode? Version) Foreign(Draft draft) =>
        (draft.Claims["iss"]?.DeepClone(), "d6d49420-f39b-4df7-a1dc-d59a935871db", draft.Claims["ver"]?.DeepClone());

    private static string FlipSignature(string token)
    {
        var at = token.LastIndexOf('.') + 10;
        return $"{token[..at]}{(token[at] == 'A' ? 'B' : 'A')}{token[(at + 1)..]}";
    }

    private static string SwapClaims(string token, Draft draft)
    {
        var parts = token.Split('.');
        var other = draft.Claims.DeepClone().AsObject();
        other["sub"] = "somebody else";
        return $"{parts[0]}.{TestKey.Encode(other.ToJsonString())}.{parts[2]}";
    }
}
