using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Recording;

/// <summary>What was put on the record of an action.</summary>
public sealed record Recorded(int Action, Progress Progress);

/// <summary>What was taken back of one action, and what something later stands over.</summary>
public sealed record TakenBack(int Action, Progress Undone, Undoing Undoing);

/// <summary>Puts progress on the record and takes it back: each message in one transaction with its receipt.</summary>
public sealed class Recorder(PlanStores stores)
{
    // Each time, somebody else was faster; so many at once are not people.
    private const int MostAttempts = 50;

    /// <summary>Puts something on an action's record. Null where the viewer sees no such action.</summary>
    /// <param name="leads">Who leads it from now on; names the plan does not know yet become known. Null leaves them as they are.</param>
    public Task<Recorded?> RecordAsync(Viewer viewer, int action, Posting said, IReadOnlyList<string>? leads, Receipt? receipt, CancellationToken cancelled) =>
        InOneGoAsync(receipt, store => RecordAsync(store, viewer, action, said, leads, cancelled), cancelled);

    /// <summary>Takes back all that somebody's last message in a conversation put on the record; nothing where there is none.</summary>
    public Task<IReadOnlyList<TakenBack>> UndoAsync(Viewer viewer, Posting said, Receipt? receipt, CancellationToken cancelled) =>
        InOneGoAsync(receipt, store => UndoAsync(store, viewer, said, cancelled), cancelled);

    private static async Task<Recorded?> RecordAsync(PlanStore store, Viewer viewer, int id, Posting said, IReadOnlyList<string>? leads, CancellationToken cancelled)
    {
        var action = await store.Actions.VisibleTo(viewer, store)
            .Include(a => a.Leads).ThenInclude(link => link.Lead)
            .SingleOrDefaultAsync(a => a.Id == id, cancelled);
        if (action is null)
        {
            return null;
        }

        if (leads is not null)
        {
            said = said with { Leads = await NamedAsync(store, action.PlanId, leads, cancelled) };
        }

        return new Recorded(id, action.Put(said));
    }

    private static async Task<IReadOnlyList<TakenBack>> UndoAsync(PlanStore store, Viewer viewer, Posting said, CancellationToken cancelled)
    {
        var last = await store.Progress
            .Where(p => p.ConversationKey == said.ConversationKey && p.PersonKey == said.PersonKey && p.Origin == Origin.Person && !p.IsUndo && p.UndoneById == null)
            .OrderByDescending(p => p.Id)
            .Select(p => new { p.Id, p.MessageId })
            .FirstOrDefaultAsync(cancelled);
        if (last is null)
        {
            return [];
        }

        var message = await store.Progress
            .Where(p => p.Id == last.Id || (last.MessageId != null && p.MessageId == last.MessageId && p.ConversationKey == said.ConversationKey && p.PersonKey == said.PersonKey
                && p.Origin == Origin.Person && !p.IsUndo && p.UndoneById == null))
            .Select(p => new { p.Id, p.ActionId })
            .ToListAsync(cancelled);
        var ids = message.Select(p => p.ActionId).Distinct().ToList();
        var actions = await store.Actions.VisibleTo(viewer, store)
            .Where(a => ids.Contains(a.Id))
            .Include(a => a.Leads).ThenInclude(link => link.Lead)
            .Include(a => a.Progress).ThenInclude(p => p.Changes)
            .AsSplitQuery()
            .ToDictionaryAsync(a => a.Id, cancelled);

        var back = new List<TakenBack>();
        foreach (var one in message.OrderByDescending(p => p.Id).Where(p => actions.ContainsKey(p.ActionId)))
        {
            var action = actions[one.ActionId];
            var undone = action.Progress.Single(p => p.Id == one.Id);
            var before = undone.Changes.Find(change => change.Field == Field.Leads) is { } change ? Spelt.Names(change.From) : [];
            back.Add(new TakenBack(action.Id, undone, action.Undo(undone, said with { Known = await NamedAsync(store, action.PlanId, before, cancelled) })));
        }

        return back;
    }

    private static async Task<IReadOnlyList<Lead>> NamedAsync(PlanStore store, int plan, IReadOnlyList<string> names, CancellationToken cancelled)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var known = await store.Leads.Where(lead => lead.PlanId == plan).Include(lead => lead.Aliases).ToListAsync(cancelled);
        var leads = new List<Lead>(names.Count);
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            var lead = known.Find(lead => lead.Name == name) ?? known.Find(lead => lead.Aliases.Any(alias => alias.Name == name));
            if (lead is null)
            {
                lead = new Lead { Name = name };
                (await store.Plans.Include(p => p.Leads.Where(_ => false)).SingleAsync(p => p.Id == plan, cancelled)).Leads.Add(lead);
                await store.ReviseAsync(Revision.OfNames, cancelled);
            }

            leads.Add(lead);
        }

        return leads;
    }

    // Whoever comes second at the same moment begins anew, and so sees what the first one left.
    private async Task<T> InOneGoAsync<T>(Receipt? receipt, Func<PlanStore, Task<T>> work, CancellationToken cancelled)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var store = stores.Open();
            await using var transaction = await store.Database.BeginTransactionAsync(cancelled);
            var done = await work(store);
            if (receipt is not null)
            {
                store.Receipts.Add(receipt);
            }

            try
            {
                await store.SaveChangesAsync(cancelled);
                await transaction.CommitAsync(cancelled);
                return done;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
            }
        }
    }
}
