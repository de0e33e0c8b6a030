using System.Buffers.Text;
using System.Text.Json;

namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>Reads what issuers publish: metadata that leads to keys, and keys.</summary>
public static class KeyDocuments
{
    private const int MostKeys = 100;
    private const int ShortestModulus = 2048 / 8;
    private const int LongestModulus = 8192 / 8;

    /// <summary>Where the keys lie, if that is where the metadata itself came from.</summary>
    public static Uri? KeysAddress(JsonElement metadata, Uri source) =>
        Uri.TryCreate(metadata.Text("jwks_uri"), UriKind.Absolute, out var keys)
        && keys.Scheme == source.Scheme && keys.Port == source.Port && string.Equals(keys.Host, source.Host, StringComparison.OrdinalIgnoreCase)
        && keys.UserInfo.Length == 0
            ? keys
            : null;

    /// <summary>The keys that may be used to check signatures; null where this is no list of keys.</summary>
    /// <remarks>Keys that share an id are left out, all of them: nobody can tell which one its owner meant, and they may be endorsed for different channels.</remarks>
    public static IReadOnlyDictionary<string, SigningKey>? Keys(JsonElement document)
    {
        if (document.At("keys") is not { ValueKind: JsonValueKind.Array } listed || listed.GetArrayLength() > MostKeys)
        {
            return null;
        }

        return listed.EnumerateArray()
            .GroupBy(key => key.Text("kid") ?? "")
            .Where(same => same.Key.Length > 0 && same.Count() == 1)
            .Select(same => Key(same.Key, same.Single()))
            .OfType<SigningKey>()
            .ToDictionary(key => key.Id, StringComparer.Ordinal);
    }

    private static SigningKey? Key(string id, JsonElement key) =>
        key.Text("kty") == "RSA"
        && (key.At("use") is null || key.Text("use") == "sig")
        && (key.At("alg") is null || key.Text("alg") is "RS256" or "RS384" or "RS512")
        && Number(key.Text("n")) is { Length: >= ShortestModulus and <= LongestModulus } modulus
        && (modulus.Length > ShortestModulus || modulus[0] >= 0x80)
        && Number(key.Text("e")) is { } exponent && IsSane(exponent)
            ? new SigningKey(id, modulus, exponent, Endorsements(key))
            : null;

    // 65537 is what everybody uses; 1 and 3 are how signatures are forged.
    private static bool IsSane(byte[] exponent) => exponent is { Length: 3 or 4 } && (exponent[^1] & 1) == 1;

    private static IEnumerable<string> Endorsements(JsonElement key) => key.At("endorsements") is { ValueKind: JsonValueKind.Array } channels
        ? channels.EnumerateArray().Where(channel => channel.ValueKind == JsonValueKind.String).Select(channel => channel.GetString()!)
        : [];

    private static byte[]? Number(string? text) =>
        text is not null && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text).AsSpan().TrimStart((byte)0).ToArray() : null;
}
