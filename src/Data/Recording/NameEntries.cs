using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Recording;

/// <summary>Enters which services actions are of, and which names are one; and takes that back.</summary>
internal sealed class NameEntries(Ledger ledger)
{
    private PlanStore Store => ledger.Store;

    private Actor By => ledger.Message.By;

    public async Task<Entry> TagAsync(int id, string service, bool takesAway)
    {
        await Store.BeTheOnlyWriterAsync(ledger.Cancelled);
        if (await ledger.FindAsync(id) is not { } action)
        {
            return new Entry.Unseen();
        }

        if (!By.MayPost(action.Plan.Rights))
        {
            return Ledger.Forbidden(action.Plan);
        }

        var known = await KnownAsync(action.PlanId, service);
        var tag = action.Services.Find(tag => tag.Service == known);
        if (takesAway ? tag is null : tag is { ByWords: false })
        {
            return new Entry.Tagged(Ledger.Line(action), known?.Name ?? service, IsChanged: false);
        }

        ledger.Did(new Deed.Tagged(id, known?.Name ?? service, takesAway, tag?.ByWords));
        ledger.Entered(canBeUndone: true);
        Set(action, known, service, takesAway ? null : false);
        return new Entry.Tagged(Ledger.Line(action), known?.Name ?? service, IsChanged: true);
    }

    public async Task<DeedUndone?> UndoAsync(Deed.Tagged tagged)
    {
        if (await ledger.FindAsync(tagged.Action) is not { } action)
        {
            return null;
        }

        Set(action, await KnownAsync(action.PlanId, tagged.Service), tagged.Service, tagged.WasByWords);
        return new DeedUndone.Tag(Ledger.Line(action), tagged.Service, !tagged.TakesAway);
    }

    public async Task<Entry> MergeAsync(string kept, string gone)
    {
        await Store.BeTheOnlyWriterAsync(ledger.Cancelled);
        var leads = await Store.Leads.VisibleTo(By.Viewer, Store).Where(l => l.Name == kept || l.Name == gone).Select(l => new { l.Id, l.PlanId, l.Name }).ToListAsync(ledger.Cancelled);
        var services = await Store.Services.VisibleTo(By.Viewer, Store).Where(s => s.Name == kept || s.Name == gone).Select(s => new { s.Id, s.PlanId, s.Name }).ToListAsync(ledger.Cancelled);
        var pairs = leads.GroupBy(l => l.PlanId).Where(both => both.Count() == 2).Select(both => (Plan: both.Key, IsService: false, Kept: both.Single(l => l.Name == kept).Id, Gone: both.Single(l => l.Name == gone).Id))
            .Concat(services.GroupBy(s => s.PlanId).Where(both => both.Count() == 2).Select(both => (Plan: both.Key, IsService: true, Kept: both.Single(s => s.Name == kept).Id, Gone: both.Single(s => s.Name == gone).Id)))
            .ToList();
        if (pairs.Count == 0)
        {
            return new Entry.Unseen();
        }

        var plans = await Store.Plans.Where(p => pairs.Select(pair => pair.Plan).Contains(p.Id)).Include(p => p.Rights).ToDictionaryAsync(p => p.Id, ledger.Cancelled);
        var allowed = pairs.Where(pair => By.MayPlan(plans[pair.Plan].Rights, [])).ToList();
        if (allowed.Count == 0)
        {
            return Ledger.Forbidden(plans[pairs[0].Plan]);
        }

        var merged = new List<(string, int)>();
        foreach (var pair in allowed)
        {
            merged.Add((plans[pair.Plan].Name, pair.IsService ? await MergeServicesAsync(pair.Kept, pair.Gone) : await MergeLeadsAsync(pair.Kept, pair.Gone)));
        }

        ledger.ChangesNames = true;
        ledger.Entered(canBeUndone: true);
        return new Entry.Merged(kept, gone, merged);
    }

    public async Task<DeedUndone?> UndoAsync(Deed.Merged merged)
    {
        await Store.BeTheOnlyWriterAsync(ledger.Cancelled);
        ledger.ChangesNames = true;
        var kept = merged.IsService ? await PartServicesAsync(merged) : await PartLeadsAsync(merged);
        return kept is null ? null : new DeedUndone.Merge(kept, merged.Gone);
    }

    private async Task<Service?> KnownAsync(int plan, string service)
    {
        var all = await Store.Services.Where(s => s.PlanId == plan).Include(s => s.Aliases).ToListAsync(ledger.Cancelled);
        return all.Find(s => Is(s.Name)) ?? all.Find(s => s.Aliases.Exists(alias => Is(alias.Name)));

        bool Is(string name) => string.Equals(name, service, StringComparison.OrdinalIgnoreCase);
    }

    // A service stays known without actions: a slip of the tag must not lose its name.
    private void Set(PlanAction action, Service? known, string name, bool? byWords)
    {
        ledger.ChangesNames = true;
        var tag = action.Services.Find(tag => tag.Service == known);
        if (byWords is not { } found)
        {
            action.Services.RemoveAll(other => other == tag);
        }
        else if (tag is not null)
        {
            tag.ByWords = found;
        }
        else
        {
            if (known is null)
            {
                known = new Service { Name = name };
                Store.Services.Add(known).Property(s => s.PlanId).CurrentValue = action.PlanId;
            }

            action.Services.Add(new ActionService { Service = known, Position = action.Services.Select(other => other.Position).DefaultIfEmpty().Max() + 1, ByWords = found });
        }
    }

    private async Task<int> MergeLeadsAsync(int into, int from)
    {
        var both = await Store.Leads.Where(l => l.Id == into || l.Id == from).Include(l => l.Aliases).Include(l => l.Holders).AsSplitQuery().ToListAsync(ledger.Cancelled);
        var (kept, gone) = (both.Single(l => l.Id == into), both.Single(l => l.Id == from));
        var actions = await Store.Actions.Where(a => a.Leads.Any(link => link.LeadId == from)).Include(a => a.Leads).ThenInclude(link => link.Lead).ToListAsync(ledger.Cancelled);
        var names = kept.Aliases.Select(alias => alias.Name).ToList();
        var signIn = kept.SignIn;
        var links = actions.Select(a => new Deed.Link(a.Id, a.Leads.Single(link => link.LeadId == from).Position, a.Leads.Exists(link => link.LeadId == into))).ToList();
        foreach (var action in actions)
        {
            action.Join(kept, gone);
        }

        kept.Absorb(gone);
        ledger.Did(new Deed.Merged(
            false, kept.PlanId, kept.Id, gone.Name, gone.Kind, gone.SignIn, GaveSignIn: signIn is null && gone.SignIn is not null,
            [.. gone.Aliases.Select(alias => alias.Name)],
            [.. kept.Aliases.Select(alias => alias.Name).Except(names)],
            [.. gone.Holders.Select(holder => new Deed.HeldBy(holder.Name, holder.SignIn, holder.From, holder.To))],
            links));
        Store.Leads.Remove(gone);
        await Store.SaveChangesAsync(ledger.Cancelled);
        return actions.Count;
    }

    private async Task<string?> PartLeadsAsync(Deed.Merged merged)
    {
        var kept = await Store.Leads.Include(l => l.Aliases).Include(l => l.Holders).AsSplitQuery().SingleOrDefaultAsync(l => l.Id == merged.Kept, ledger.Cancelled);
        if (kept is null || await Store.Leads.AnyAsync(l => l.PlanId == merged.Plan && l.Name == merged.Gone, ledger.Cancelled))
        {
            return null;
        }

        var gone = new Lead { Name = merged.Gone, Kind = merged.Kind, SignIn = merged.SignIn };
        Store.Leads.Add(gone).Property(l => l.PlanId).CurrentValue = merged.Plan;
        gone.Aliases.AddRange(merged.Own.Select(name => new LeadAlias { Name = name }));
        gone.Holders.AddRange(merged.Holders.Select(holder => new Holder { Name = holder.Name, SignIn = holder.SignIn, From = holder.From, To = holder.To }));
        kept.Aliases.RemoveAll(alias => merged.Names.Contains(alias.Name));
        foreach (var holder in merged.Holders)
        {
            kept.Holders.Remove(kept.Holders.FindLast(held => held.Name == holder.Name && held.From == holder.From)!);
        }

        kept.SignIn = merged.GaveSignIn ? null : kept.SignIn;
        foreach (var link in merged.Links)
        {
            (await ledger.FindAsync(link.Action))?.Part(kept, gone, link.Position, link.WasBoth);
        }

        return kept.Name;
    }

    private async Task<int> MergeServicesAsync(int into, int from)
    {
        var both = await Store.Services.Where(s => s.Id == into || s.Id == from).Include(s => s.Aliases).ToListAsync(ledger.Cancelled);
        var (kept, gone) = (both.Single(s => s.Id == into), both.Single(s => s.Id == from));
        var actions = await Store.Actions.Where(a => a.Services.Any(link => link.ServiceId == from)).Include(a => a.Services).ThenInclude(link => link.Service).ToListAsync(ledger.Cancelled);
        var names = kept.Aliases.Select(alias => alias.Name).ToList();
        var links = new List<Deed.Link>();
        foreach (var action in actions)
        {
            var link = action.Services.Single(link => link.Service == gone);
            var isBoth = action.Services.Exists(other => other.Service == kept);
            links.Add(new Deed.Link(action.Id, link.Position, isBoth, link.ByWords));
            action.Services.Remove(link);
            if (!isBoth)
            {
                action.Services.Add(new ActionService { Service = kept, Position = link.Position, ByWords = link.ByWords });
            }
        }

        kept.Aliases.AddRange(gone.Aliases.Select(alias => alias.Name).Prepend(gone.Name).Where(name => name != kept.Name && !names.Contains(name)).Select(name => new ServiceAlias { Name = name }));
        ledger.Did(new Deed.Merged(
            true, kept.PlanId, kept.Id, gone.Name, LeadKind.Unknown, null, GaveSignIn: false, [.. gone.Aliases.Select(alias => alias.Name)], [.. kept.Aliases.Select(alias => alias.Name).Except(names)], [], links));
        Store.Services.Remove(gone);
        await Store.SaveChangesAsync(ledger.Cancelled);
        return actions.Count;
    }

    private async Task<string?> PartServicesAsync(Deed.Merged merged)
    {
        var kept = await Store.Services.Include(s => s.Aliases).SingleOrDefaultAsync(s => s.Id == merged.Kept, ledger.Cancelled);
        if (kept is null || await Store.Services.AnyAsync(s => s.PlanId == merged.Plan && s.Name == merged.Gone, ledger.Cancelled))
        {
            return null;
        }

        var gone = new Service { Name = merged.Gone };
        Store.Services.Add(gone).Property(s => s.PlanId).CurrentValue = merged.Plan;
        gone.Aliases.AddRange(merged.Own.Select(name => new ServiceAlias { Name = name }));
        kept.Aliases.RemoveAll(alias => merged.Names.Contains(alias.Name));
        foreach (var link in merged.Links)
        {
            if (await ledger.FindAsync(link.Action) is { } action && action.Services.Find(tag => tag.Service == kept) is { } tag)
            {
                action.Services.Add(new ActionService { Service = gone, Position = link.Position, ByWords = link.ByWords });
                if (!link.WasBoth)
                {
                    action.Services.Remove(tag);
                }
            }
        }

        return kept.Name;
    }
}
