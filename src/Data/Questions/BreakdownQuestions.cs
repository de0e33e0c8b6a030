using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Counts actions by state and rating.</summary>
public sealed class BreakdownQuestions(PlanStores stores)
{
    /// <summary>The counts of all actions in scope together.</summary>
    public async Task<Breakdown> OfAsync(Viewer viewer, Scope scope, DateOnly today, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var actions = store.Actions.AsNoTracking().VisibleTo(viewer, store).Within(scope, store)
            .Select(a => new Counted { Key = 0, State = a.State, Brag = a.Brag, Due = a.Due, UpdatedOn = a.UpdatedOn });
        return (await Count(actions, today).SingleOrDefaultAsync(cancelled))?.Counts ?? Breakdown.Empty;
    }

    /// <summary>The counts of each plan, section, service or lead; an action of two services counts in both. Sections come in the plan's order, the rest by name, those without last.</summary>
    public async Task<IReadOnlyList<BreakdownOf>> EachAsync(Viewer viewer, Scope scope, BrokenDownBy by, DateOnly today, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var actions = store.Actions.AsNoTracking().VisibleTo(viewer, store).Within(scope, store);
        var counted = await Count(Keyed(actions, by), today).ToListAsync(cancelled);
        var ids = counted.Select(of => of.Key).OfType<int>().ToList();
        var names = by switch
        {
            BrokenDownBy.Plan => await store.Plans.Where(p => ids.Contains(p.Id)).OrderBy(p => p.Key).Select(p => new Known(p.Id, p.Name)).ToListAsync(cancelled),
            BrokenDownBy.Section => await store.Sections.Where(s => ids.Contains(s.Id)).OrderBy(s => s.PlanId).ThenBy(s => s.Position).Select(s => new Known(s.Id, s.Label)).ToListAsync(cancelled),
            BrokenDownBy.Service => await store.Services.Where(s => ids.Contains(s.Id)).OrderBy(s => s.Name).ThenBy(s => s.Id).Select(s => new Known(s.Id, s.Name)).ToListAsync(cancelled),
            _ => await store.Leads.Where(l => ids.Contains(l.Id)).OrderBy(l => l.Name).ThenBy(l => l.Id).Select(l => new Known(l.Id, l.Name)).ToListAsync(cancelled),
        };
        var counts = counted.ToLookup(of => of.Key, of => of.Counts);
        return [
            .. names.Select(name => new BreakdownOf(name.Id, name.Name, counts[name.Id].Single())),
            .. counts[null].Select(none => new BreakdownOf(null, null, none)),
        ];
    }

    private static IQueryable<Counted> Keyed(IQueryable<PlanAction> actions, BrokenDownBy by) => by switch
    {
        BrokenDownBy.Plan => actions.Select(a => new Counted { Key = a.PlanId, State = a.State, Brag = a.Brag, Due = a.Due, UpdatedOn = a.UpdatedOn }),
        BrokenDownBy.Section => actions.Select(a => new Counted { Key = a.SectionId, State = a.State, Brag = a.Brag, Due = a.Due, UpdatedOn = a.UpdatedOn }),
        BrokenDownBy.Service => actions.SelectMany(
            a => a.Services.DefaultIfEmpty(), (a, tag) => new Counted { Key = tag == null ? null : tag.ServiceId, State = a.State, Brag = a.Brag, Due = a.Due, UpdatedOn = a.UpdatedOn }),
        _ => actions.SelectMany(
            a => a.Leads.DefaultIfEmpty(), (a, link) => new Counted { Key = link == null ? null : link.LeadId, State = a.State, Brag = a.Brag, Due = a.Due, UpdatedOn = a.UpdatedOn }),
    };

    private static IQueryable<CountsOf> Count(IQueryable<Counted> actions, DateOnly today)
    {
        var soon = today.AddDays(Breakdown.DaysAhead);
        var stale = today.AddDays(-Breakdown.DaysWithoutProgress);
        return actions.GroupBy(a => a.Key).Select(same => new CountsOf(
            same.Key,
            new Breakdown(
                same.Count(),
                same.Count(a => a.State == ActionState.NotStarted),
                same.Count(a => a.State == ActionState.InProgress),
                same.Count(a => a.State == ActionState.Complete),
                same.Count(a => a.Brag == Brag.Red),
                same.Count(a => a.Brag == Brag.Amber),
                same.Count(a => a.Brag == Brag.Green),
                same.Count(a => a.Brag == Brag.Blue),
                same.Count(a => a.Brag == null),
                same.Count(a => a.State != ActionState.Complete && a.Due < today),
                same.Count(a => a.State != ActionState.Complete && a.Due >= today && a.Due <= soon),
                same.Count(a => a.State != ActionState.Complete && (a.UpdatedOn == null || a.UpdatedOn < stale)),
                same.Count(a => a.State != ActionState.Complete && a.Due == null))));
    }

    private sealed record Known(int Id, string Name);

    private sealed record CountsOf(int? Key, Breakdown Counts);

    private sealed class Counted
    {
        public int? Key { get; init; }

        public ActionState State { get; init; }

        public Brag? Brag { get; init; }

        public DateOnly? Due { get; init; }

        public DateOnly? UpdatedOn { get; init; }
    }
}
