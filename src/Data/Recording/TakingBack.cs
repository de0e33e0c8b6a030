using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Recording;

/// <summary>Takes back what somebody's last message in a conversation changed.</summary>
internal sealed class TakingBack(Ledger ledger)
{
    private PlanStore Store => ledger.Store;

    private Message Message => ledger.Message;

    public async Task<Entry> UndoAsync(bool anyway, string? of)
    {
        var last = await Store.Receipts
            .Where(receipt => receipt.ConversationKey == Message.ConversationKey && receipt.PersonKey == Message.By.Key && receipt.CanBeUndone && (of == null || receipt.ActivityId == of))
            .OrderByDescending(receipt => receipt.Number)
            .FirstOrDefaultAsync(ledger.Cancelled);
        if (last is null)
        {
            return new Entry.NothingToUndo();
        }

        var actions = await ActionsAsync(last);
        var deeds = new List<DeedUndone>();
        foreach (var deed in Deeds(last).Reverse())
        {
            if (await UndoAsync(deed) is { } undone)
            {
                deeds.Add(undone);
            }
        }

        if (!anyway && (actions.Exists(IsBuiltUpon) || deeds.Exists(deed => deed is DeedUndone.Figure { IsBack: false })))
        {
            ledger.Reread();
            return new Entry.BuiltUpon(
                [.. actions.Where(IsBuiltUpon)], [.. deeds.OfType<DeedUndone.Figure>().Where(figure => !figure.IsBack).Select(figure => $"{figure.Indicator}, {figure.Period.Words}")]);
        }

        (last.CanBeUndone, last.Imprint) = (false, null);
        ledger.Entered(canBeUndone: false);
        return actions.Count + deeds.Count == 0 ? new Entry.NothingToUndo() : new Entry.Undone(actions, deeds);
    }

    // Words of others upon an action that only these words began hold on to it, too.
    private static bool IsBuiltUpon(TakenBack back) => back.Undoing.NotTakenBack.Count > 0 || (back.By.Count > 0 && back.Undoing.Progress.Changes.Exists(change => change.Field == Field.State));

    private static IReadOnlyList<Deed> Deeds(Receipt receipt) =>
        receipt.Deeds is { } written ? JsonSerializer.Deserialize(written, DeedJson.Default.IReadOnlyListDeed) ?? [] : [];

    private async Task<List<TakenBack>> ActionsAsync(Receipt last)
    {
        var message = await Store.Progress
            .Where(p => p.ConversationKey == Message.ConversationKey && p.PersonKey == Message.By.Key && p.MessageId == last.ActivityId && p.Origin == Origin.Person && !p.IsUndo && p.UndoneById == null)
            .OrderByDescending(p => p.Id)
            .Select(p => new { p.Id, p.ActionId })
            .ToListAsync(ledger.Cancelled);
        var back = new List<TakenBack>();
        foreach (var one in message)
        {
            if (await ledger.FindAsync(one.ActionId) is not { } action)
            {
                continue;
            }

            // What came later decides what may be taken back, and the latest news before it when there was news last. A long record is not read whole.
            var record = Store.Progress.Where(p => p.ActionId == action.Id);
            await record.Where(p => p.Id >= one.Id).Include(p => p.Changes).LoadAsync(ledger.Cancelled);
            await record
                .Where(p => p.Id < one.Id && p.On != null && p.UndoneById == null && !p.IsUndo && (p.Text != null || p.Origin != Origin.Plan))
                .OrderByDescending(p => p.On)
                .Take(1)
                .LoadAsync(ledger.Cancelled);
            var undone = action.Progress.Single(p => p.Id == one.Id);
            var before = undone.Changes.Find(change => change.Field == Field.Leads) is { } change ? Spelt.Names(change.From) : [];
            var undoing = action.Undo(undone, Message.ToPosting() with { Known = await ledger.NamedAsync(action.PlanId, before) });
            var others = action.Progress
                .Where(p => p.Id > undone.Id && p is { Origin: Origin.Person, IsUndo: false, IsUndone: false } && p.PersonKey != Message.By.Key)
                .Select(p => p.By ?? "somebody").Distinct().ToList();
            back.Add(new TakenBack(Ledger.Line(action), undone, undoing, others));
        }

        return back;
    }

    private async Task<DeedUndone?> UndoAsync(Deed deed) => deed switch
    {
        Deed.Explained explained => await UnexplainAsync(explained),
        Deed.Measured measured => await new FigureEntries(ledger).UndoAsync(measured),
        Deed.Tagged tagged => await new NameEntries(ledger).UndoAsync(tagged),
        Deed.Merged merged => await new NameEntries(ledger).UndoAsync(merged),
        Deed.Handed handed => await new RoleEntries(ledger).UndoAsync(handed),
        Deed.Bound bound => await UnbindAsync(bound),
        Deed.Met met => await UnmeetAsync(met),
        Deed.Given given => await new RightEntries(ledger).UndoAsync(given),
        Deed.Arranged arranged => await new DigestEntries(ledger).UndoAsync(arranged),
        _ => throw new InvalidOperationException($"{deed.GetType().Name} cannot be taken back."),
    };

    private async Task<DeedUndone?> UnbindAsync(Deed.Bound bound)
    {
        if (await Store.Conversations.SingleOrDefaultAsync(c => c.Key == Message.ConversationKey, ledger.Cancelled) is not { } conversation)
        {
            return null;
        }

        var plan = await Store.Plans.Where(p => p.Id == bound.Before).Select(p => new { p.Id, p.Name }).SingleOrDefaultAsync(ledger.Cancelled);
        conversation.PlanId = plan?.Id;
        await Store.ReviseAsync(Revision.OfConversations, ledger.Cancelled);
        return new DeedUndone.Binding(plan?.Name);
    }

    // It may have been written anew by an import.
    private async Task<DeedUndone?> UnmeetAsync(Deed.Met met)
    {
        if (await ledger.FindAsync(met.Action) is not { } action
            || await Store.Set<Milestone>().FirstOrDefaultAsync(m => m.ActionId == met.Action && m.On == met.On && m.Words == met.Words && m.MetOn != null, ledger.Cancelled) is not { } milestone)
        {
            return null;
        }

        milestone.MetOn = null;
        return new DeedUndone.Milestone(Ledger.Line(action), milestone.On);
    }

    private async Task<DeedUndone?> UnexplainAsync(Deed.Explained explained)
    {
        if (await Store.Changes.SingleOrDefaultAsync(change => change.Id == explained.Change, ledger.Cancelled) is not { } change || await ledger.FindAsync(change.ActionId) is not { } action)
        {
            return null;
        }

        change.Reason = null;
        return new DeedUndone.Reason(Ledger.Line(action));
    }
}
