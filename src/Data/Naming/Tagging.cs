using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Naming;

/// <summary>That an action speaks about a service, or no longer does.</summary>
/// <param name="Changed">It did not before.</param>
public sealed record Tagged(string Plan, string Ref, string Service, bool Changed);

/// <summary>Tags actions with services by hand.</summary>
public sealed class Tagging(PlanStores stores)
{
    /// <summary>Says that an action speaks about a service; one that the plan does not know yet becomes known. Null where the viewer sees no such action.</summary>
    public Task<Tagged?> TagAsync(Viewer viewer, int action, string service, CancellationToken cancelled) => ChangeAsync(viewer, action, service, Tag, cancelled);

    /// <summary>Says that it does not. A service that no action speaks about goes, unless it has other names. Null where the viewer sees no such action, or the plan no such service.</summary>
    public Task<Tagged?> UntagAsync(Viewer viewer, int action, string service, CancellationToken cancelled) => ChangeAsync(viewer, action, service, Untag, cancelled);

    private static Tagged Tag(PlanStore store, PlanAction action, Service? known, string service)
    {
        var tag = action.Services.Find(tag => tag.Service == known);
        var changed = tag is null || tag.ByWords;
        if (tag is not null)
        {
            // What somebody said stays, whatever the words say later.
            tag.ByWords = false;
            return new Tagged(action.Plan.Key, action.Ref, tag.Service.Name, changed);
        }

        if (known is null)
        {
            known = new Service { Name = service };
            action.Plan.Services.Add(known);
        }

        action.Services.Add(new ActionService { Service = known, Position = action.Services.Select(other => other.Position).DefaultIfEmpty().Max() + 1 });
        return new Tagged(action.Plan.Key, action.Ref, known.Name, changed);
    }

    private static Tagged? Untag(PlanStore store, PlanAction action, Service? known, string service)
    {
        if (known is null)
        {
            return null;
        }

        var changed = action.Services.RemoveAll(tag => tag.Service == known) > 0;
        if (changed && known.Aliases.Count == 0 && !store.Set<ActionService>().Any(tag => tag.ServiceId == known.Id && tag.ActionId != action.Id))
        {
            store.Services.Remove(known);
        }

        return new Tagged(action.Plan.Key, action.Ref, known.Name, changed);
    }

    private async Task<Tagged?> ChangeAsync(Viewer viewer, int id, string service, Func<PlanStore, PlanAction, Service?, string, Tagged?> change, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        await using var transaction = await store.Database.BeginTransactionAsync(cancelled);
        await store.BeTheOnlyWriterAsync(cancelled);
        var action = await store.Actions.VisibleTo(viewer, store)
            .Include(a => a.Plan).ThenInclude(p => p.Services).ThenInclude(s => s.Aliases)
            .Include(a => a.Services)
            .AsSplitQuery()
            .SingleOrDefaultAsync(a => a.Id == id, cancelled);
        if (action is null)
        {
            return null;
        }

        var known = action.Plan.Services.Find(s => Is(s.Name)) ?? action.Plan.Services.Find(s => s.Aliases.Exists(alias => Is(alias.Name)));
        var tagged = change(store, action, known, service);
        if (tagged is { Changed: true })
        {
            await store.SaveChangesAsync(cancelled);
            await store.ReviseAsync(Revision.OfNames, cancelled);
            await transaction.CommitAsync(cancelled);
        }

        return tagged;

        bool Is(string name) => string.Equals(name, service, StringComparison.OrdinalIgnoreCase);
    }
}
