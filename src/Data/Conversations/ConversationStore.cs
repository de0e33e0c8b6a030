using System.Data.Common;

namespace TeamsPlanBot.Data.Conversations;

/// <summary>Keeps conversations, receipts and memories.</summary>
public sealed class ConversationStore(PlanStores stores)
{
    private readonly string keepConversation = stores.Dialect.Upsert(
        "Conversations", ["Key"], ["Key", "Kind", "ServiceUrl", "BotId", "TenantId", "TeamId", "Name", "MetAt", "RemovedAt"], kept: "MetAt");

    private readonly string keepMemory = stores.Dialect.Upsert("Memories", ["ConversationKey", "PersonKey"], ["ConversationKey", "PersonKey", "At", "Content"]);

    private readonly string findReceipts = $"""
        SELECT "ActivityId", "PersonKey", "At", "Answer", "Imprint" FROM "Receipts" WHERE "ConversationKey" = @0 AND "ActivityId" = @1
        UNION ALL
        SELECT "ActivityId", "PersonKey", "At", "Answer", "Imprint" FROM (SELECT * FROM "Receipts" WHERE "ConversationKey" = @0 AND "PersonKey" = @2 ORDER BY "Number" DESC {stores.Dialect.Page("1", "0")}) last
        """;

    public async Task<Conversation?> FindAsync(string key, CancellationToken cancelled)
    {
        var sql = new Sql(
            """SELECT "Kind", "ServiceUrl", "BotId", "TenantId", "TeamId", "Name", "MetAt", "RemovedAt", "PlanId" FROM "Conversations" WHERE "Key" = @0""",
            [key]);
        var found = await stores.Prepared.RowsAsync(
            sql,
            row => new Conversation
            {
                Key = key,
                Kind = (ConversationKind)row.GetInt32(0),
                ServiceUrl = row.GetString(1),
                BotId = row.Text(2),
                TenantId = row.Text(3),
                TeamId = row.Text(4),
                Name = row.Text(5),
                MetAt = row.Moment(6),
                RemovedAt = row.IsDBNull(7) ? null : row.Moment(7),
                PlanId = row.IsDBNull(8) ? null : row.GetInt32(8),
            },
            cancelled);
        return found.SingleOrDefault();
    }

    /// <summary>Keeps a conversation as it is now known; since when, and the plan it is about, stay as they were.</summary>
    public Task RememberAsync(Conversation met, CancellationToken cancelled)
    {
        // Copies of it elsewhere are old only where it was known before.
        var revise = new Sql(
            """UPDATE "Revisions" SET "Number" = "Number" + 1 WHERE "Id" = @0 AND EXISTS (SELECT 1 FROM "Conversations" WHERE "Key" = @1)""",
            [Revision.OfConversations, met.Key]);
        var keep = new Sql(
            keepConversation,
            [met.Key, (int)met.Kind, met.ServiceUrl, met.BotId, met.TenantId, met.TeamId, met.Name, met.MetAt, met.RemovedAt]);
        return stores.Prepared.ExecuteAsync([revise, keep], cancelled);
    }

    /// <summary>The receipt of this message, if it was handled before; and that of what the person last changed here.</summary>
    public async Task<(Receipt? Own, Receipt? Last)> ReceiptsAsync(string conversation, string activity, string person, CancellationToken cancelled)
    {
        var receipts = await stores.Prepared.RowsAsync(new Sql(findReceipts, [conversation, activity, person]), ReadReceipt, cancelled);
        return (receipts.Find(receipt => receipt.ActivityId == activity), receipts.Find(receipt => receipt.PersonKey == person && receipt.ActivityId != activity));

        Receipt ReadReceipt(DbDataReader row) => new()
        {
            ConversationKey = conversation,
            ActivityId = row.GetString(0),
            PersonKey = row.GetString(1),
            At = row.Moment(2),
            Answer = row.GetString(3),
            Imprint = row.Text(4),
        };
    }

    /// <summary>Something else was said since: what this receipt is of is no repeat any more when it is said again.</summary>
    public Task ForgetImprintAsync(Receipt of, CancellationToken cancelled) => stores.Prepared.ExecuteAsync(
        [new Sql("""UPDATE "Receipts" SET "Imprint" = NULL WHERE "ConversationKey" = @0 AND "ActivityId" = @1""", [of.ConversationKey, of.ActivityId])],
        cancelled);

    /// <summary>Grows with every change of a conversation that is known already.</summary>
    public Task<long> RevisionAsync(CancellationToken cancelled) => stores.RevisionAsync(Revision.OfConversations, cancelled);

    public async Task<Memory?> MemoryAsync(string conversation, string person, CancellationToken cancelled)
    {
        var found = await stores.Prepared.RowsAsync(
            new Sql("""SELECT "At", "Content" FROM "Memories" WHERE "ConversationKey" = @0 AND "PersonKey" = @1""", [conversation, person]),
            row => new Memory { ConversationKey = conversation, PersonKey = person, At = row.Moment(0), Content = row.GetString(1) },
            cancelled);
        return found.SingleOrDefault();
    }

    /// <summary>Keeps the latest memories, many at once.</summary>
    /// <remarks>Always in the same order, so that two who keep the same ones wait for each other in a row and not in a ring.</remarks>
    public Task KeepAsync(IEnumerable<Memory> memories, CancellationToken cancelled) =>
        stores.Prepared.ExecuteAsync(
            memories
                .OrderBy(memory => memory.ConversationKey, StringComparer.Ordinal)
                .ThenBy(memory => memory.PersonKey, StringComparer.Ordinal)
                .Select(memory => new Sql(keepMemory, [memory.ConversationKey, memory.PersonKey, memory.At, memory.Content])),
            cancelled);
}
