using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace TeamsPlanBot.Data.Conversations;

/// <summary>Keeps conversations, receipts and memories.</summary>
public sealed class ConversationStore(PlanStores stores)
{
    public async Task<Conversation?> FindAsync(string key, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        return await store.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Key == key, cancelled);
    }

    /// <summary>Keeps a conversation as it is now known; the plan it is about stays as it was.</summary>
    public async Task RememberAsync(Conversation met, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        if (await UpdateAsync(store, met, cancelled))
        {
            return;
        }

        store.Conversations.Add(met);
        try
        {
            await store.SaveChangesAsync(cancelled);
        }
        catch (DbUpdateException)
        {
            // Another process met it in the same moment.
            if (!await UpdateAsync(store, met, cancelled))
            {
                throw;
            }
        }
    }

    /// <summary>The receipt of a message that changed something, if it was handled before.</summary>
    public async Task<Receipt?> ReceiptAsync(string conversation, string activity, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        return await store.Receipts.AsNoTracking().SingleOrDefaultAsync(r => r.ConversationKey == conversation && r.ActivityId == activity, cancelled);
    }

    /// <summary>Makes a conversation be about a plan, in one transaction with the receipt of the message that said so.</summary>
    public async Task BindAsync(Conversation met, int plan, Receipt receipt, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        await using var transaction = await store.Database.BeginTransactionAsync(cancelled);
        var conversation = await store.Conversations.SingleOrDefaultAsync(c => c.Key == met.Key, cancelled) ?? store.Conversations.Add(met).Entity;
        conversation.PlanId = plan;
        store.Receipts.Add(receipt);
        await store.SaveChangesAsync(cancelled);
        await store.ReviseAsync(Revision.OfConversations, cancelled);
        await transaction.CommitAsync(cancelled);
    }

    /// <summary>Grows with every change of a conversation that is known already.</summary>
    public Task<long> RevisionAsync(CancellationToken cancelled) => stores.RevisionAsync(Revision.OfConversations, cancelled);

    public async Task<Memory?> MemoryAsync(string conversation, string person, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        return await store.Memories.AsNoTracking().SingleOrDefaultAsync(m => m.ConversationKey == conversation && m.PersonKey == person, cancelled);
    }

    /// <summary>Keeps the latest memories, many at once.</summary>
    public async Task KeepAsync(IReadOnlyCollection<Memory> memories, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        await using var transaction = await store.Database.BeginTransactionAsync(cancelled);
        await using var keep = store.Database.GetDbConnection().CreateCommand();
        keep.Transaction = transaction.GetDbTransaction();
        keep.CommandText = """
            INSERT INTO "Memories" ("ConversationKey", "PersonKey", "At", "Content") VALUES (@conversation, @person, @at, @content)
            ON CONFLICT ("ConversationKey", "PersonKey") DO UPDATE SET "At" = excluded."At", "Content" = excluded."Content"
            """;
        foreach (var memory in memories)
        {
            keep.Parameters.Clear();
            Add(keep, "@conversation", memory.ConversationKey);
            Add(keep, "@person", memory.PersonKey);
            Add(keep, "@at", memory.At);
            Add(keep, "@content", memory.Content);
            await keep.ExecuteNonQueryAsync(cancelled);
        }

        await transaction.CommitAsync(cancelled);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static async Task<bool> UpdateAsync(PlanStore store, Conversation met, CancellationToken cancelled)
    {
        await using var transaction = await store.Database.BeginTransactionAsync(cancelled);
        var changed = await store.Conversations.Where(c => c.Key == met.Key).ExecuteUpdateAsync(
            c => c
                .SetProperty(x => x.Kind, met.Kind)
                .SetProperty(x => x.ServiceUrl, met.ServiceUrl)
                .SetProperty(x => x.BotId, met.BotId)
                .SetProperty(x => x.TenantId, met.TenantId)
                .SetProperty(x => x.TeamId, met.TeamId)
                .SetProperty(x => x.Name, met.Name)
                .SetProperty(x => x.RemovedAt, met.RemovedAt),
            cancelled);
        if (changed == 0)
        {
            return false;
        }

        await store.ReviseAsync(Revision.OfConversations, cancelled);
        await transaction.CommitAsync(cancelled);
        return true;
    }
}
