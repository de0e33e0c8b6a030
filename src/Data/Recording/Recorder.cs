using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Conversations;

namespace TeamsPlanBot.Data.Recording;

/// <summary>What came of a message: what was done, or the receipt of the same message that was handled before.</summary>
public sealed record Taken<T>(T? Done, Receipt? Before);

/// <summary>Puts what a message changes on the record: all of it in one transaction with its receipt, and never twice.</summary>
public sealed class Recorder(PlanStores stores)
{
    // Each time, somebody else was faster; so many at once are not people.
    private const int MostAttempts = 60;

    /// <summary>So soon after it was said, the same message is a repeat.</summary>
    public static readonly TimeSpan RepeatedWithin = TimeSpan.FromSeconds(30);

    /// <summary>Carries out what a message asks for. Where that writes nothing, no receipt is left either.</summary>
    /// <param name="work">May be begun anew, where somebody else was faster: it works on the ledger alone.</param>
    /// <param name="answer">What a repeat is to be answered with.</param>
    public async Task<Taken<T>> TakeAsync<T>(Message message, Func<Ledger, Task<T>> work, Func<T, string> answer, CancellationToken cancelled)
    {
        try
        {
            return await TryAsync(message, work, answer, cancelled);
        }
        catch (Exception reason) when (stores.Prepared.IsToBeSeenTo(reason))
        {
            throw;
        }
    }

    private async Task<Taken<T>> TryAsync<T>(Message message, Func<Ledger, Task<T>> work, Func<T, string> answer, CancellationToken cancelled)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var turn = await stores.TurnToWriteAsync(cancelled);
            await using var store = stores.Open();
            await using var transaction = await store.Database.BeginTransactionAsync(cancelled);
            var last = await LastAsync(store, message, cancelled);
            if (await BeforeAsync(store, message, last, cancelled) is { } before)
            {
                return new Taken<T>(default, before);
            }

            var ledger = new Ledger(store, message, cancelled);
            try
            {
                var done = await work(ledger);
                if (!ledger.HasEntries)
                {
                    return new Taken<T>(done, null);
                }

                // What the receipt tells of has numbers only once it is saved.
                await store.SaveChangesAsync(cancelled);
                store.Receipts.Add(ReceiptOf(message, ledger, answer(done), (last?.Number ?? 0) + 1));
                await store.SaveChangesAsync(cancelled);
                if (ledger.ChangesNames)
                {
                    await store.ReviseAsync(Revision.OfNames, cancelled);
                }

                await transaction.CommitAsync(cancelled);
                stores.Prepared.Unwritable = null;
                return new Taken<T>(done, null);
            }
            catch (Exception reason) when (attempt < MostAttempts && IsOvertaken(reason))
            {
            }
        }
    }

    // Whoever comes second at the same moment begins anew, and so sees what the first one left.
    private static bool IsOvertaken(Exception reason) => reason is DbUpdateConcurrencyException || StoreProblem.Of(reason) is { Kind: StoreProblemKind.Conflict };

    private static Task<Receipt?> LastAsync(PlanStore store, Message message, CancellationToken cancelled) => store.Receipts.AsNoTracking()
        .Where(receipt => receipt.ConversationKey == message.ConversationKey && receipt.PersonKey == message.By.Key)
        .OrderByDescending(receipt => receipt.Number)
        .FirstOrDefaultAsync(cancelled);

    private static async Task<Receipt?> BeforeAsync(PlanStore store, Message message, Receipt? last, CancellationToken cancelled) =>
        last is not null && last.Repeats(message.Imprint, message.At) ? last
        : await store.Receipts.AsNoTracking().SingleOrDefaultAsync(receipt => receipt.ConversationKey == message.ConversationKey && receipt.ActivityId == message.Id, cancelled);

    private static Receipt ReceiptOf(Message message, Ledger ledger, string answer, int number) => new()
    {
        ConversationKey = message.ConversationKey,
        ActivityId = message.Id,
        PersonKey = message.By.Key,
        At = message.At,
        Answer = answer,
        Number = number,
        Imprint = message.Imprint,
        Deeds = ledger.Deeds is { Count: > 0 } deeds ? JsonSerializer.Serialize(deeds, DeedJson.Default.IReadOnlyListDeed) : null,
        CanBeUndone = ledger.CanBeUndone,
    };
}
