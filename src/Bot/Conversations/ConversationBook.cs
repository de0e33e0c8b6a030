using System.Collections.Concurrent;
using System.Data.Common;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>The conversations the bot has met. What is known here follows the store within a second, so that several bots can share one.</summary>
public sealed partial class ConversationBook(ConversationStore store, TimeProvider time, ILogger<ConversationBook> log) : IDisposable
{
    private const int MostInMemory = 20_000;

    private readonly RevisedCopy<ConcurrentDictionary<string, Conversation>> copy = new(
        store.RevisionAsync, _ => Task.FromResult(new ConcurrentDictionary<string, Conversation>(StringComparer.Ordinal)), time);

    /// <summary>Where this activity happened. Every conversation the bot meets is kept, to be written to later.</summary>
    public async ValueTask<Conversation> MeetAsync(Activity activity, Place place, CancellationToken cancelled)
    {
        var met = place.ToRemember(activity, time.GetUtcNow().UtcDateTime, WasRemoved(activity));
        var known = await copy.ReadAsync(cancelled);
        var isKnown = known.TryGetValue(place.Key, out var before);
        before ??= await store.FindAsync(place.Key, cancelled);
        if (before is not null)
        {
            // Not every activity tells everything; what was told once stays known.
            met.BotId ??= before.BotId;
            met.TenantId ??= before.TenantId;
            met.TeamId ??= before.TeamId;
            met.Name ??= before.Name;
            met.PlanId = before.PlanId;
        }

        if (before is not null && !Differs(before, met))
        {
            met = before;
        }
        else if (activity.ChannelId != Terminal.ChannelId && !await IsRememberedAsync(met, cancelled))
        {
            return met;
        }

        if (!isKnown && known.Count >= MostInMemory)
        {
            known.Clear();
        }

        if (!isKnown || met != before)
        {
            known[place.Key] = met;
        }

        return met;
    }

    /// <summary>Something about a conversation was changed in the store just now.</summary>
    public async ValueTask ForgetAsync(string key, CancellationToken cancelled) => (await copy.ReadAsync(cancelled)).TryRemove(key, out _);

    public void Dispose() => copy.Dispose();

    // A question can be answered all the same; the next activity tells of the conversation again.
    private async Task<bool> IsRememberedAsync(Conversation met, CancellationToken cancelled)
    {
        try
        {
            await store.RememberAsync(met, cancelled);
            return true;
        }
        catch (Exception problem) when (problem is DbException or TimeoutException)
        {
            NotRemembered(log, problem);
            return false;
        }
    }

    private static bool WasRemoved(Activity activity) =>
        activity is { Type: "installationUpdate", Action: "remove" or "remove-upgrade" }
        || activity.MembersRemoved?.Any(member => member.Id == activity.Recipient?.Id) == true;

    private static bool Differs(Conversation known, Conversation met) =>
        known.Kind != met.Kind || known.ServiceUrl != met.ServiceUrl || known.BotId != met.BotId || known.TenantId != met.TenantId
        || known.TeamId != met.TeamId || known.Name != met.Name || known.RemovedAt is null != met.RemovedAt is null;

    [LoggerMessage(2301, LogLevel.Warning, "A conversation could not be kept in the store; the next message from it tells of it again.")]
    private static partial void NotRemembered(ILogger log, Exception problem);
}
