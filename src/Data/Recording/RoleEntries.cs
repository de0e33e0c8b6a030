using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Recording;

/// <summary>Enters who holds a role, and takes that back.</summary>
internal sealed class RoleEntries(Ledger ledger)
{
    private PlanStore Store => ledger.Store;

    private Actor By => ledger.Message.By;

    public async Task<Entry> HandAsync(string role, string holder, DateOnly from)
    {
        await Store.BeTheOnlyWriterAsync(ledger.Cancelled);
        var leads = await Store.Leads.VisibleTo(By.Viewer, Store).Where(l => l.Name == role).Include(l => l.Holders).ToListAsync(ledger.Cancelled);
        if (leads.Count == 0)
        {
            return new Entry.Unseen();
        }

        var ids = leads.ConvertAll(l => l.PlanId);
        var plans = await Store.Plans.Where(p => ids.Contains(p.Id)).Include(p => p.Rights).ToDictionaryAsync(p => p.Id, ledger.Cancelled);
        var allowed = leads.FindAll(lead => By.MayPlan(plans[lead.PlanId].Rights, []));
        if (allowed.Count == 0)
        {
            return Ledger.Forbidden(plans[leads[0].PlanId]);
        }

        var handed = new List<(string, string?)>();
        foreach (var lead in allowed)
        {
            handed.Add((plans[lead.PlanId].Name, lead.HeldBy(from)?.Name));
            ledger.Did(new Deed.Handed(lead.Id, holder, from, lead.Kind, [.. lead.Holders.Select(held => new Deed.HeldBy(held.Name, held.SignIn, held.From, held.To))]));
            lead.Kind = LeadKind.Role;
            lead.HandTo(holder, null, from);
        }

        ledger.ChangesNames = true;
        ledger.Entered(canBeUndone: true);
        return new Entry.Handed(role, holder, handed);
    }

    // What was noted of the role since stands: then nothing is taken back.
    public async Task<DeedUndone?> UndoAsync(Deed.Handed handed)
    {
        await Store.BeTheOnlyWriterAsync(ledger.Cancelled);
        if (await Store.Leads.Include(l => l.Holders).SingleOrDefaultAsync(l => l.Id == handed.Lead, ledger.Cancelled) is not { } lead
            || lead.Holders.Find(held => held.Name == handed.Holder && held.From == handed.From && held.To is null) is null)
        {
            return null;
        }

        lead.Holders.Clear();
        lead.Holders.AddRange(handed.Before.Select(held => new Holder { Name = held.Name, SignIn = held.SignIn, From = held.From, To = held.To }));
        lead.Kind = handed.Kind;
        ledger.ChangesNames = true;
        return new DeedUndone.Role(lead.Name, handed.Holder, lead.HeldBy(handed.From)?.Name);
    }
}
