using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Digests;

namespace TeamsPlanBot.Data.Recording;

/// <summary>Enters what a message arranges about digests.</summary>
internal sealed class DigestEntries(Ledger ledger)
{
    private PlanStore Store => ledger.Store;

    /// <summary>Arranges a digest; where the same one comes at the same times already, there is no second.</summary>
    public async Task<Entry> SubscribeAsync(Func<Digest> made, Func<string, bool> isSameRhythm)
    {
        var wanted = made();
        var alike = await Store.Digests
            .Where(digest => digest.ConversationKey == wanted.ConversationKey && digest.Question == wanted.Question && digest.About == wanted.About && digest.StoppedAt == null && digest.PausedAt == null)
            .OrderBy(digest => digest.Id)
            .ToListAsync(ledger.Cancelled);
        if (alike.Find(digest => isSameRhythm(digest.Rhythm)) is { } same)
        {
            return new Entry.Arranged(same, IsChanged: false);
        }

        Store.Digests.Add(wanted);
        ledger.DidLater(() => new Deed.Arranged(wanted.Id, null));
        ledger.Entered(canBeUndone: true);

        // It is told by its number, which it has once it is saved.
        await Store.SaveChangesAsync(ledger.Cancelled);
        return new Entry.Arranged(wanted, IsChanged: true);
    }

    /// <summary>Stops, pauses, resumes or changes digests.</summary>
    /// <param name="change">Says whether it changed anything.</param>
    public async Task<IReadOnlyList<Entry.Arranged>> ChangeAsync(IReadOnlyList<int> ids, Func<Digest, bool> change)
    {
        var arranged = new List<Entry.Arranged>();
        foreach (var digest in await Store.Digests.Where(digest => ids.Contains(digest.Id)).OrderBy(digest => digest.Id).ToListAsync(ledger.Cancelled))
        {
            var before = digest.Now();
            var isChanged = change(digest);
            if (isChanged)
            {
                ledger.Did(new Deed.Arranged(digest.Id, before));
                ledger.Entered(canBeUndone: true);
            }

            arranged.Add(new Entry.Arranged(digest, isChanged));
        }

        return arranged;
    }

    /// <summary>Somebody wants no nudges for a while, or never, or again.</summary>
    /// <param name="until">The first day they want them again; null where that is never, or now.</param>
    public async Task NudgesAsync(bool areWanted, DateOnly? until)
    {
        var by = ledger.Message.By;
        var person = await Store.People.SingleOrDefaultAsync(person => person.Key == by.Key, ledger.Cancelled);
        if (person is null)
        {
            person = new Conversations.Person { Key = by.Key, Name = by.Name };
            Store.People.Add(person);
        }

        person.NudgesOffAt = areWanted ? null : ledger.Message.At;
        person.SnoozedUntil = until;
        ledger.Entered(canBeUndone: false);
    }

    public async Task<DeedUndone?> UndoAsync(Deed.Arranged arranged)
    {
        if (await Store.Digests.SingleOrDefaultAsync(digest => digest.Id == arranged.Digest, ledger.Cancelled) is not { } digest)
        {
            return null;
        }

        if (arranged.Before is { } before)
        {
            digest.Restore(before, before.NextAt > ledger.Message.At ? before.NextAt : before.NextAt is null ? null : ledger.Message.At);
        }
        else
        {
            digest.Stop(ledger.Message.At);
        }

        return new DeedUndone.Arrangement(digest, WasNew: arranged.Before is null);
    }
}
