using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Naming;

/// <summary>That two leads are one from now on.</summary>
/// <param name="Actions">How many actions bore the name that is now another spelling.</param>
public sealed record MergedLeads(int PlanId, string Kept, string Alias, int Actions);

/// <summary>That a role has a new holder.</summary>
/// <param name="Before">Who held it until then.</param>
public sealed record HandedRole(int PlanId, string Role, string? Before, string Holder, DateOnly From);

/// <summary>Changes who the leads of a plan are: each change in one transaction, seen by every copy of the names.</summary>
public sealed class LeadChanges(PlanStores stores)
{
    /// <summary>
    /// Makes two leads of a plan one. Its actions, spellings and holders become the other's, the name another spelling of it; what the record says stays as it was said.
    /// Null where the viewer does not see both, or they are of two plans.
    /// </summary>
    public async Task<MergedLeads?> MergeAsync(Viewer viewer, int lead, int into, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        await using var transaction = await store.Database.BeginTransactionAsync(cancelled);
        await store.BeTheOnlyWriterAsync(cancelled);
        var both = await store.Leads.VisibleTo(viewer, store)
            .Where(l => l.Id == lead || l.Id == into)
            .Include(l => l.Aliases)
            .Include(l => l.Holders)
            .AsSplitQuery()
            .ToListAsync(cancelled);
        if (both.Find(l => l.Id == lead) is not { } gone || both.Find(l => l.Id == into) is not { } kept || gone == kept || gone.PlanId != kept.PlanId)
        {
            return null;
        }

        var links = store.Set<ActionLead>();
        var actions = await store.Actions.Where(action => action.Leads.Any(link => link.LeadId == lead))
            .ExecuteUpdateAsync(action => action.SetProperty(a => a.Version, a => a.Version + 1), cancelled);
        await links.Where(link => link.LeadId == lead && links.Any(other => other.ActionId == link.ActionId && other.LeadId == into)).ExecuteDeleteAsync(cancelled);
        await links.Where(link => link.LeadId == lead).ExecuteUpdateAsync(link => link.SetProperty(l => l.LeadId, into), cancelled);
        kept.Absorb(gone);
        store.Leads.Remove(gone);
        await store.SaveChangesAsync(cancelled);
        await store.ReviseAsync(Revision.OfNames, cancelled);
        await transaction.CommitAsync(cancelled);
        return new MergedLeads(kept.PlanId, kept.Name, gone.Name, actions);
    }

    /// <summary>Gives a role to somebody from a day on. Null where the viewer sees no such lead.</summary>
    public async Task<HandedRole?> HandAsync(Viewer viewer, int role, string holder, string? signIn, DateOnly from, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        await using var transaction = await store.Database.BeginTransactionAsync(cancelled);
        await store.BeTheOnlyWriterAsync(cancelled);
        var lead = await store.Leads.VisibleTo(viewer, store).Include(l => l.Holders).SingleOrDefaultAsync(l => l.Id == role, cancelled);
        if (lead is null)
        {
            return null;
        }

        var before = lead.HeldBy(from)?.Name;
        lead.Kind = LeadKind.Role;
        lead.HandTo(holder, signIn, from);
        await store.SaveChangesAsync(cancelled);
        await store.ReviseAsync(Revision.OfNames, cancelled);
        await transaction.CommitAsync(cancelled);
        return new HandedRole(lead.PlanId, lead.Name, before, holder, from);
    }
}
