using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;

namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>A public key of an issuer, and the channels it may sign for.</summary>
public sealed class SigningKey(string id, byte[] modulus, byte[] exponent, IEnumerable<string> endorsements)
{
    // The platform does not promise that one RSA object serves several threads at once.
    private readonly ConcurrentBag<RSA> idle = [];

    public string Id => id;

    public IReadOnlySet<string> Endorsements { get; } = endorsements.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the token's signature was made with this key.</summary>
    public bool HasSigned(Token token)
    {
        if (token.Signature.Length != modulus.Length || Hash(token.Algorithm) is not { } hash)
        {
            return false;
        }

        if (!idle.TryTake(out var rsa))
        {
            rsa = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = exponent });
        }

        var signed = rsa.VerifyData(token.SignedPart.Span, token.Signature.Span, hash, RSASignaturePadding.Pkcs1);
        idle.Add(rsa);
        return signed;
    }

    /// <summary>Whether nothing about this key differs from the other.</summary>
    public bool IsSameAs(SigningKey other) => id == other.Id && other.Has(modulus, exponent) && Endorsements.SetEquals(other.Endorsements);

    private bool Has(byte[] otherModulus, byte[] otherExponent) => modulus.AsSpan().SequenceEqual(otherModulus) && exponent.AsSpan().SequenceEqual(otherExponent);

    private static HashAlgorithmName? Hash(string? algorithm) => algorithm switch
    {
        "RS256" => HashAlgorithmName.SHA256,
        "RS384" => HashAlgorithmName.SHA384,
        "RS512" => HashAlgorithmName.SHA512,
        _ => null,
    };
}
