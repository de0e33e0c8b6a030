using System.Collections.Concurrent;
using System.Text.Json;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Conversations;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>What each person last asked in each conversation, for half an hour. Kept in the store a moment later: a crash may lose that moment.</summary>
public sealed partial class MemoryBook(ConversationStore store, TimeProvider time, ILogger<MemoryBook> log) : BackgroundService
{
    private const int MostInMemory = 20_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<(string Conversation, string Person), Memory?> known = new();
    private readonly ConcurrentDictionary<(string Conversation, string Person), Memory> unkept = new();

    /// <summary>The list this person last saw here.</summary>
    public async Task<Request.ListActions?> LastListAsync(string conversation, string person, CancellationToken cancelled)
    {
        if (!known.TryGetValue((conversation, person), out var memory))
        {
            memory = await store.MemoryAsync(conversation, person, cancelled);
            Forget();
            known.TryAdd((conversation, person), memory);
        }

        return memory is not null && time.GetUtcNow().UtcDateTime - memory.At < Lifetime ? Read(memory.Content) : null;
    }

    public void Remember(string conversation, string person, Request.ListActions list)
    {
        var memory = new Memory
        {
            ConversationKey = conversation,
            PersonKey = person,
            At = time.GetUtcNow().UtcDateTime,
            Content = JsonSerializer.Serialize(list, AnswerJson.Default.ListActions),
        };
        known[(conversation, person)] = memory;
        unkept[(conversation, person)] = memory;
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
        if (batch.Length == 0)
        {
            return;
        }

        try
        {
            await store.KeepAsync([.. batch.Select(entry => Copy(entry.Value))], cancelled);
            foreach (var entry in batch)
            {
                unkept.TryRemove(entry);
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            NotKept(log, problem, batch.Length);
        }
    }

    // The store changes what it is given; what is known here stays as it is.
    private static Memory Copy(Memory memory) => new() { ConversationKey = memory.ConversationKey, PersonKey = memory.PersonKey, At = memory.At, Content = memory.Content };

    // What another version of the bot kept may not be readable here; it is only memory.
    private static Request.ListActions? Read(string content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, AnswerJson.Default.ListActions);
        }
        catch (JsonException)
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

    [LoggerMessage(2001, LogLevel.Warning, "{Count} memories of conversations could not be kept yet; they are tried again.")]
    private static partial void NotKept(ILogger log, Exception problem, int count);
}
