using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>A token that was found good: whom it let in, how long, and by which key.</summary>
public sealed record RememberedToken(CallerPrincipal Caller, long Expires, SigningKey Key, SigningKeys Keys);

/// <summary>The fingerprint of a token; tokens themselves are not kept.</summary>
public readonly record struct Fingerprint(UInt128 First, UInt128 Second)
{
    public static Fingerprint Of(ReadOnlySpan<char> token)
    {
        Span<byte> bytes = stackalloc byte[TokenReader.Longest];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.Latin1.GetBytes(token, bytes)], hash);
        return new Fingerprint(BinaryPrimitives.ReadUInt128LittleEndian(hash), BinaryPrimitives.ReadUInt128LittleEndian(hash[16..]));
    }

    // Any part of a good hash is a good hash.
    public override int GetHashCode() => (int)First;
}

/// <summary>Remembers good tokens, so that the same one need not be checked again: two halves, of which the older is dropped when the newer is full.</summary>
public sealed class RememberedTokens(int most = RememberedTokens.Most)
{
    public const int Most = 10_000;

    private readonly Lock gate = new();
    private volatile Halves halves = new(new(), new());
    private int inNewer;

    public bool TryGet(Fingerprint token, [NotNullWhen(true)] out RememberedToken? remembered)
    {
        var (newer, older) = halves;
        if (newer.TryGetValue(token, out remembered))
        {
            return true;
        }

        if (!older.TryRemove(token, out remembered))
        {
            return false;
        }

        Remember(token, remembered);
        return true;
    }

    public void Remember(Fingerprint token, RememberedToken remembered)
    {
        lock (gate)
        {
            if (halves.Newer.TryAdd(token, remembered))
            {
                inNewer++;
            }
            else
            {
                halves.Newer[token] = remembered;
            }

            if (inNewer >= most / 2)
            {
                halves = new Halves(new(), halves.Newer);
                inNewer = 0;
            }
        }
    }

    public void Forget(Fingerprint token)
    {
        lock (gate)
        {
            if (halves.Newer.TryRemove(token, out _))
            {
                inNewer--;
            }

            halves.Older.TryRemove(token, out _);
        }
    }

    private sealed record Halves(ConcurrentDictionary<Fingerprint, RememberedToken> Newer, ConcurrentDictionary<Fingerprint, RememberedToken> Older);
}
