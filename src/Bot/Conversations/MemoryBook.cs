using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
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

    private readonly ConcurrentDictionary<(string Conversation, string Person), Shown?> known = new();
    private readonly ConcurrentDictionary<(string Conversation, string Person), Shown> unkept = new();

    /// <summary>The list this person last saw here.</summary>
    public async Task<Request.ListActions?> LastListAsync(string conversation, string person, CancellationToken cancelled)
    {
        if (!known.TryGetValue((conversation, person), out var shown))
        {
            shown = await store.MemoryAsync(conversation, person, cancelled) is { } memory && Read(memory.Content) is { } list ? new Shown(list, memory.At) : null;
            Forget();
            known.TryAdd((conversation, person), shown);
        }

        return shown is not null && time.GetUtcNow().UtcDateTime - shown.At < Lifetime ? shown.List : null;
    }

    public void Remember(string conversation, string person, Request.ListActions list)
    {
        var shown = new Shown(list, time.GetUtcNow().UtcDateTime);
        if (!known.ContainsKey((conversation, person)))
        {
            Forget();
        }

        known[(conversation, person)] = shown;
        unkept[(conversation, person)] = shown;
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
            await store.KeepAsync(batch.Select(entry => ToKeep(entry.Key, entry.Value)), cancelled);
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

    private static Memory ToKeep((string Conversation, string Person) of, Shown shown) => new()
    {
        ConversationKey = of.Conversation,
        PersonKey = of.Person,
        At = shown.At,
        Content = JsonSerializer.Serialize(shown.List, MemoryWriting.Default.ListActions),
    };

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

    private sealed record Shown(Request.ListActions List, DateTime At);

    [LoggerMessage(2001, LogLevel.Warning, "{Count} memories of conversations could not be kept yet; they are tried again.")]
    private static partial void NotKept(ILogger log, Exception problem, int count);
}

/// <summary>How a list is written, and nothing of how it is read: that would be made ready at the first question already, and is hardly ever needed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(Request.ListActions))]
internal sealed partial class MemoryWriting : JsonSerializerContext;
