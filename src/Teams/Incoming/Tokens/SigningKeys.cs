using Microsoft.Extensions.Logging;

namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>A key, or the reason why there is none.</summary>
public readonly record struct FoundKey(SigningKey? Key, string? Refusal);

/// <summary>The keys of one issuer: kept for a day, read anew when a token names one that is not known, though not as often as strangers would like.</summary>
public sealed partial class SigningKeys(KeySource source, TimeProvider time, ILogger log)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>How long an unknown key asks nobody anything after another one did.</summary>
    public static readonly TimeSpan BetweenSurprises = TimeSpan.FromMinutes(1);

    /// <summary>How long nobody is asked after a reading that failed.</summary>
    public static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    // Within the last hour of the day a failed reading still costs nobody anything.
    private static readonly TimeSpan RenewedAfter = KeptFor - TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private volatile KeyRing ring = new(new Dictionary<string, SigningKey>(), DateTimeOffset.MinValue);

    // Not by the clock: set back an hour just after a reading failed, it would keep everybody out for that hour.
    private readonly long started = time.GetTimestamp();
    private TimeSpan nextReading;
    private Task? reading;

    /// <summary>Finds a key by its id; asks the issuer only where it is not known or the day is over.</summary>
    public ValueTask<FoundKey> FindAsync(string id)
    {
        var now = time.GetUtcNow();
        var known = ring;
        if (!known.IsFresh(now))
        {
            return FindAnewAsync(id, isSurprise: false);
        }

        if (!known.Keys.TryGetValue(id, out var key))
        {
            return FindAnewAsync(id, isSurprise: true);
        }

        if (now - known.ReadAt >= RenewedAfter)
        {
            _ = Read(isSurprise: false);
        }

        return ValueTask.FromResult(new FoundKey(key, null));
    }

    /// <summary>Whether this very key is still one of the issuer's, as far as was read today.</summary>
    public bool Hold(SigningKey key) => ring is var known && known.IsFresh(time.GetUtcNow()) && known.Keys.GetValueOrDefault(key.Id) == key;

    private async ValueTask<FoundKey> FindAnewAsync(string id, bool isSurprise)
    {
        await Read(isSurprise);
        var known = ring;
        return !known.IsFresh(time.GetUtcNow()) ? new FoundKey(null, TokenRefusals.NoKeys)
            : known.Keys.TryGetValue(id, out var key) ? new FoundKey(key, null)
            : new FoundKey(null, TokenRefusals.UnknownKey);
    }

    // One reading at a time: who comes while it runs waits for it and starts none.
    private Task Read(bool isSurprise)
    {
        lock (gate)
        {
            if (reading is { IsCompleted: false } running)
            {
                return running;
            }

            if (time.GetElapsedTime(started) < nextReading)
            {
                return Task.CompletedTask;
            }

            return reading = Task.Run(() => ReadAsync(isSurprise));
        }
    }

    private async Task ReadAsync(bool isSurprise)
    {
        var read = await source.ReadAsync();
        lock (gate)
        {
            var (now, elapsed) = (time.GetUtcNow(), time.GetElapsedTime(started));
            if (read.Keys is { } keys)
            {
                var before = ring.Keys;
                ring = new KeyRing(keys.ToDictionary(key => key.Key, key => Kept(before, key.Value)), now);
                nextReading = isSurprise ? elapsed + BetweenSurprises : elapsed;
                KeysRead(log, source.Address, keys.Count);
            }
            else
            {
                nextReading = elapsed + AfterFailure;
                NotRead(log, source.Address, read.Problem!, ring.IsFresh(now) ? "The keys read before are used until they are a day old" : "No token of this issuer can be checked");
            }
        }
    }

    // A key that did not change stays the same object: what was found out with it stays true.
    private static SigningKey Kept(IReadOnlyDictionary<string, SigningKey> before, SigningKey key) =>
        before.TryGetValue(key.Id, out var known) && known.IsSameAs(key) ? known : key;

    [LoggerMessage(1011, LogLevel.Information, "Signing keys read from {Address}: {Count}.")]
    private static partial void KeysRead(ILogger log, Uri address, int count);

    [LoggerMessage(1012, LogLevel.Warning, "The signing keys at {Address} could not be read: {Problem}. {Meanwhile}; asked again at a later call.")]
    private static partial void NotRead(ILogger log, Uri address, string problem, string meanwhile);

    private sealed record KeyRing(IReadOnlyDictionary<string, SigningKey> Keys, DateTimeOffset ReadAt)
    {
        public bool IsFresh(DateTimeOffset now) => now - ReadAt < KeptFor;
    }
}
