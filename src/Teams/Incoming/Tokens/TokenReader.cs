using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>A token, or the reason why there is none.</summary>
public readonly record struct ReadToken(Token? Token, string? Refusal);

/// <summary>Reads compact JSON web tokens. There is one way to write a token here: what two readers could understand differently is refused.</summary>
public static class TokenReader
{
    public const int Longest = 8 * 1024;

    private const int MostMembers = 64;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly SearchValues<char> Alphabet = SearchValues.Create(Letters);
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 16 };

    private delegate string? TakeMember(ReadOnlySpan<byte> name, ref Utf8JsonReader value, ref Members members);

    public static ReadToken Read(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
        {
            return Refused(TokenRefusals.TooLong);
        }

        var first = text.IndexOf('.');
        var second = first < 0 ? -1 : text[(first + 1)..].IndexOf('.') + first + 1;
        if (second <= first || text[(second + 1)..].Contains('.'))
        {
            return Refused(TokenRefusals.NotThreeParts);
        }

        var header = text[..first];
        var claims = text[(first + 1)..second];
        var signature = text[(second + 1)..];
        if (signature.IsEmpty)
        {
            return Refused(TokenRefusals.NotSigned);
        }

        if (!IsBase64Url(header) || !IsBase64Url(claims) || !IsBase64Url(signature))
        {
            return Refused(TokenRefusals.NotBase64Url);
        }

        var members = default(Members);
        return (Read(header, TakeHeader, ref members) ?? Read(claims, TakeClaim, ref members)) is { } refusal
            ? Refused(refusal)
            : new ReadToken(members.With(Encoding.ASCII.GetBytes([.. text[..second]]), Base64Url.DecodeFromChars(signature)), null);
    }

    // The decoder would let white space, padding and loose bits at the end pass, so that one token could be written in many ways.
    private static bool IsBase64Url(ReadOnlySpan<char> part) =>
        !part.ContainsAnyExcept(Alphabet)
        && (part.Length % 4) switch
        {
            0 => true,
            2 => (Letters.IndexOf(part[^1], StringComparison.Ordinal) & 0b1111) == 0,
            3 => (Letters.IndexOf(part[^1], StringComparison.Ordinal) & 0b11) == 0,
            _ => false,
        };

    private static string? Read(ReadOnlySpan<char> part, TakeMember take, ref Members members)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Base64Url.GetMaxDecodedLength(part.Length));
        try
        {
            var length = Base64Url.DecodeFromChars(part, buffer);
            return ReadObject(buffer.AsSpan(0, length), take, ref members);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return TokenRefusals.NotJson;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string? ReadObject(ReadOnlySpan<byte> json, TakeMember take, ref Members members)
    {
        var reader = new Utf8JsonReader(json, Strict);
        if (!Utf8.IsValid(json) || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return TokenRefusals.NotJson;
        }

        Span<Range> names = stackalloc Range[MostMembers];
        for (var count = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; count++)
        {
            // An escaped name could be a second one in disguise; no issuer writes them.
            if (reader.ValueIsEscaped || count == MostMembers)
            {
                return TokenRefusals.OddMembers;
            }

            var name = reader.ValueSpan;
            foreach (var earlier in names[..count])
            {
                if (json[earlier].SequenceEqual(name))
                {
                    return TokenRefusals.SaidTwice;
                }
            }

            var start = (int)reader.TokenStartIndex + 1;
            names[count] = start..(start + name.Length);
            reader.Read();
            if (take(name, ref reader, ref members) is { } refusal)
            {
                return refusal;
            }

            reader.Skip();
        }

        // Throws where something follows the object.
        return reader.Read() ? TokenRefusals.NotJson : null;
    }

    // Keys that the token itself brings or points to (jwk, jku, x5c, x5u) are members nobody looks at.
    private static string? TakeHeader(ReadOnlySpan<byte> name, ref Utf8JsonReader value, ref Members members) =>
        name.SequenceEqual("alg"u8) ? Take(ref value, ref members.Algorithm)
        : name.SequenceEqual("kid"u8) ? Take(ref value, ref members.KeyId)
        : name.SequenceEqual("typ"u8) ? Take(ref value, ref members.Type) ?? (IsJwt(members.Type!) ? null : TokenRefusals.OtherType)
        : name.SequenceEqual("crit"u8) ? TokenRefusals.Critical
        : null;

    private static string? TakeClaim(ReadOnlySpan<byte> name, ref Utf8JsonReader value, ref Members members) =>
        name.SequenceEqual("iss"u8) ? Take(ref value, ref members.Issuer)
        : name.SequenceEqual("aud"u8) ? Take(ref value, ref members.Audience)
        : name.SequenceEqual("exp"u8) ? Take(ref value, ref members.Expires)
        : name.SequenceEqual("nbf"u8) ? Take(ref value, ref members.NotBefore)
        : name.SequenceEqual("iat"u8) ? Take(ref value, ref members.IssuedAt)
        : name.SequenceEqual("serviceurl"u8) ? Take(ref value, ref members.ServiceUrl)
        : name.SequenceEqual("tid"u8) ? Take(ref value, ref members.TenantId)
        : name.SequenceEqual("azp"u8) ? Take(ref value, ref members.AuthorisedParty)
        : name.SequenceEqual("appid"u8) ? Take(ref value, ref members.ApplicationId)
        : name.SequenceEqual("ver"u8) ? Take(ref value, ref members.Version)
        : name.SequenceEqual("oid"u8) ? Take(ref value, ref members.ObjectId)
        : name.SequenceEqual("name"u8) ? Take(ref value, ref members.Name)
        : name.SequenceEqual("scp"u8) ? Take(ref value, ref members.Scopes)
        : name.SequenceEqual("idp"u8) ? Take(ref value, ref members.IdentityProvider)
        : name.SequenceEqual("acct"u8) ? Take(ref value, ref members.AccountKind)
        : name.SequenceEqual("idtyp"u8) ? Take(ref value, ref members.IdentityKind)
        : null;

    private static string? Take(ref Utf8JsonReader value, ref string? member)
    {
        if (value.TokenType != JsonTokenType.String)
        {
            return TokenRefusals.WrongKind;
        }

        member = value.GetString();
        return null;
    }

    // Whole seconds only: a fraction, an exponent or a number too large to be a time is nothing an issuer writes.
    private static string? Take(ref Utf8JsonReader value, ref long? member)
    {
        if (value.TokenType != JsonTokenType.Number || !value.TryGetInt64(out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds() || seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds())
        {
            return TokenRefusals.WrongKind;
        }

        member = seconds;
        return null;
    }

    private static bool IsJwt(string type) => string.Equals(type, "JWT", StringComparison.OrdinalIgnoreCase);

    private static ReadToken Refused(string reason) => new(null, reason);

    private struct Members
    {
        public string? Algorithm;
        public string? KeyId;
        public string? Type;
        public string? Issuer;
        public string? Audience;
        public long? Expires;
        public long? NotBefore;
        public long? IssuedAt;
        public string? ServiceUrl;
        public string? TenantId;
        public string? AuthorisedParty;
        public string? ApplicationId;
        public string? Version;
        public string? ObjectId;
        public string? Name;
        public string? Scopes;
        public string? IdentityProvider;
        public long? AccountKind;
        public string? IdentityKind;

        public readonly Token With(byte[] signed, byte[] signature) => new()
        {
            Algorithm = Algorithm,
            KeyId = KeyId,
            Issuer = Issuer,
            Audience = Audience,
            Expires = Expires,
            NotBefore = NotBefore,
            ServiceUrl = ServiceUrl,
            TenantId = TenantId,
            AuthorisedParty = AuthorisedParty,
            ApplicationId = ApplicationId,
            Version = Version,
            ObjectId = ObjectId,
            Name = Name,
            Scopes = Scopes,
            IdentityProvider = IdentityProvider,
            AccountKind = AccountKind,
            IdentityKind = IdentityKind,
            SignedPart = signed,
            Signature = signature,
        };
    }
}
