using Microsoft.EntityFrameworkCore;

namespace TeamsPlanBot.Data.Keeping;

/// <summary>How much was forgotten.</summary>
public sealed record Forgotten(int Receipts, int Memories, int Deliveries, int Conversations)
{
    public bool IsNothing => Receipts + Memories + Deliveries + Conversations == 0;
}

/// <summary>Deletes what has been kept long enough, a day's worth at a time, so that nobody waits long for it.</summary>
public sealed class Forgetting(PlanStores stores)
{
    // What was last spoken of counts for half an hour.
    private static readonly TimeSpan MemoriesLast = TimeSpan.FromDays(1);

    public async Task<Forgotten> ForgetAsync(KeepOptions keep, DateTime now, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var receipts = now.AddDays(-keep.ReceiptsForDays);
        var deliveries = now.AddDays(-keep.DeliveriesForDays);
        var conversations = now.AddDays(-keep.ConversationsForDays);
        return new Forgotten(
            await DayByDayAsync(
                () => store.Receipts.Where(one => one.At < receipts).MinAsync(one => (DateTime?)one.At, cancelled),
                until => store.Receipts.Where(one => one.At < until && one.At < receipts).ExecuteDeleteAsync(cancelled))
            + await store.UpdatesAsked.Where(one => one.At < receipts).ExecuteDeleteAsync(cancelled),
            await store.Memories.Where(one => one.At < now - MemoriesLast).ExecuteDeleteAsync(cancelled)
            + await store.FileLinks.Where(one => one.Until < now).ExecuteDeleteAsync(cancelled),
            await DayByDayAsync(
                () => store.Deliveries.Where(one => one.SettledAt < deliveries).MinAsync(one => one.SettledAt, cancelled),
                until => store.Deliveries.Where(one => one.SettledAt < until && one.SettledAt < deliveries).ExecuteDeleteAsync(cancelled)),
            await ConversationsAsync(store, conversations, cancelled));
    }

    private static async Task<int> DayByDayAsync(Func<Task<DateTime?>> oldest, Func<DateTime, Task<int>> deleteUntil)
    {
        var deleted = 0;
        while (await oldest() is { } first)
        {
            deleted += await deleteUntil(first.AddDays(1));
        }

        return deleted;
    }

    // Its digests go with it: nobody is there to hear them.
    private static async Task<int> ConversationsAsync(PlanStore store, DateTime before, CancellationToken cancelled)
    {
        var gone = store.Conversations.Where(one => one.RemovedAt < before).Select(one => one.Key);
        await store.Deliveries.Where(one => store.Digests.Any(digest => digest.Id == one.DigestId && gone.Contains(digest.ConversationKey))).ExecuteDeleteAsync(cancelled);
        await store.Digests.Where(one => gone.Contains(one.ConversationKey)).ExecuteDeleteAsync(cancelled);
        await store.People.Where(one => gone.Contains(one.Chat!)).ExecuteUpdateAsync(set => set.SetProperty(one => one.Chat, (string?)null), cancelled);
        var deleted = await store.Conversations.Where(one => one.RemovedAt < before).ExecuteDeleteAsync(cancelled);
        if (deleted > 0)
        {
            await store.ReviseAsync(Revision.OfConversations, cancelled);
        }

        return deleted;
    }
}
