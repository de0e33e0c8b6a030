using System.Collections.Concurrent;
using System.Text.Json;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Conversations;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>What each person and the bot last spoke of in each conversation, for half an hour. Kept in the store a moment later: a crash may lose that moment.</summary>
public sealed partial class MemoryBook(ConversationStore store, PeopleBook people, TimeProvider time, ILogger<MemoryBook> log) : BackgroundService
{
    private const int MostInMemory = 20_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Complaints = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Conversation, string Person), Kept?> known = new();
    private readonly ConcurrentDictionary<(string Conversation, string Person), Kept> unkept = new();
    private long complained;

    /// <summary>What was last spoken of with this person here.</summary>
    public async Task<Remembered?> LastAsync(string conversation, string person, CancellationToken cancelled)
    {
        if (!known.TryGetValue((conversation, person), out var kept))
        {
            kept = await store.MemoryAsync(conversation, person, cancelled) is { } memory && Read(memory.Content) is { } last ? new Kept(last, memory.At) : null;
            Forget();
            known.TryAdd((conversation, person), kept);
        }

        return kept is not null && time.GetUtcNow().UtcDateTime - kept.At < Lifetime ? kept.Last : null;
    }

    public void Remember(string conversation, string person, Remembered last)
    {
        var at = time.GetUtcNow().UtcDateTime;
        var kept = new Kept(last with { At = at }, at);
        if (!known.ContainsKey((conversation, person)))
        {
            Forget();
        }

        known[(conversation, person)] = kept;
        unkept[(conversation, person)] = kept;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(Pace, time);
        try
        {
            while (await pace.WaitForNextTickAsync(stoppingToken))
            {
                await KeepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The bot stops; what is left is kept below.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await KeepAsync(cancellationToken);
    }

    private async Task KeepAsync(CancellationToken cancelled)
    {
        var batch = unkept.ToArray();
        try
        {
            await people.KeepAsync(cancelled);
            if (batch.Length == 0)
            {
                return;
            }

            await store.KeepAsync(batch.Select(entry => ToKeep(entry.Key, entry.Value)), cancelled);
            foreach (var entry in batch)
            {
                unkept.TryRemove(entry);
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A store that takes nothing for an hour is said once a minute.
            if (complained == 0 || time.GetElapsedTime(complained) >= Complaints)
            {
                complained = time.GetTimestamp();
                NotKept(log, problem, batch.Length);
            }
        }
    }

    private static Memory ToKeep((string Conversation, string Person) of, Kept kept) => new()
    {
        ConversationKey = of.Conversation,
        PersonKey = of.Person,
        At = kept.At,
        Content = JsonSerializer.Serialize(kept.Last, AnswerJson.Default.Remembered),
    };

    // What another version of the bot kept may not be readable here; it is only memory.
    private static Remembered? Read(string content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, AnswerJson.Default.Remembered);
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private void Forget()
    {
        if (known.Count < MostInMemory)
        {
            return;
        }

        foreach (var key in known.Keys.Where(key => !unkept.ContainsKey(key)))
        {
            known.TryRemove(key, out _);
        }
    }

    private sealed record Kept(Remembered Last, DateTime At);

    [LoggerMessage(2001, LogLevel.Warning, "{Count} memories of conversations could not be kept yet; they are tried again.")]
    private static partial void NotKept(ILogger log, Exception problem, int count);
}
