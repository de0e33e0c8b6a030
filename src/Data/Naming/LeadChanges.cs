using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Naming;

/// <summary>That a role has a new holder.</summary>
/// <param name="Before">Who held it until then.</param>
public sealed record HandedRole(int PlanId, string Role, string? Before, string Holder, DateOnly From);

/// <summary>Changes who the leads of a plan are: each change in one transaction, seen by every copy of the names.</summary>
public sealed class LeadChanges(PlanStores stores)
{
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
