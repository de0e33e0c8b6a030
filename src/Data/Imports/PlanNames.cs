using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>The names of one plan: read once, and handed to each batch of its actions.</summary>
internal sealed class PlanNames
{
    private PlanNames(PlanStore store, Plan plan)
    {
        Plan = plan;
        Sections = new NamesOf<Section>(store, plan.Id, section => section.Id, label => new Section { Label = label });
        Leads = new NamesOf<Lead>(store, plan.Id, lead => lead.Id, name => new Lead { Name = name });
        Services = new NamesOf<Service>(store, plan.Id, service => service.Id, name => new Service { Name = name });
        Recommendations = new NamesOf<Recommendation>(store, plan.Id, recommendation => recommendation.Id, number => new Recommendation { Number = number });
    }

    public Plan Plan { get; }

    public NamesOf<Section> Sections { get; }

    public NamesOf<Lead> Leads { get; }

    public NamesOf<Service> Services { get; }

    public NamesOf<Recommendation> Recommendations { get; }

    public static async Task<PlanNames> LoadAsync(PlanStore store, Plan plan, CancellationToken cancelled)
    {
        var names = new PlanNames(store, plan);
        names.Sections.Know(await store.Sections.AsNoTracking().Where(s => s.PlanId == plan.Id).OrderBy(s => s.Position).ToListAsync(cancelled), section => section.Label);
        names.Leads.Know(await store.Leads.AsNoTracking().Where(l => l.PlanId == plan.Id).ToListAsync(cancelled), lead => lead.Name);
        names.Services.Know(await store.Services.AsNoTracking().Where(s => s.PlanId == plan.Id).OrderBy(s => s.Id).ToListAsync(cancelled), service => service.Name);
        names.Recommendations.Know(await store.Set<Recommendation>().AsNoTracking().Where(r => r.PlanId == plan.Id).ToListAsync(cancelled), r => r.Number);

        var leads = await store.Leads.Where(l => l.PlanId == plan.Id).SelectMany(l => l.Aliases, (l, alias) => new { l.Id, alias.Name }).ToListAsync(cancelled);
        names.Leads.AlsoCall(leads.Select(alias => (alias.Id, alias.Name)));
        var services = await store.Services.Where(s => s.PlanId == plan.Id).SelectMany(s => s.Aliases, (s, alias) => new { s.Id, alias.Name }).ToListAsync(cancelled);
        names.Services.AlsoCall(services.Select(alias => (alias.Id, alias.Name)));
        return names;
    }

    /// <summary>What was new has been saved and has its number.</summary>
    public void Saved()
    {
        Sections.Saved();
        Leads.Saved();
        Services.Saved();
        Recommendations.Saved();
    }
}

/// <summary>The names of one kind in a plan. They are kept apart from what the store tracks, and join it where they are needed.</summary>
internal sealed class NamesOf<T>(PlanStore store, int planId, Func<T, int> idOf, Func<string, T> make)
    where T : class
{
    private readonly Dictionary<string, T> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> byAlias = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, T> byId = [];
    private readonly List<T> made = [];

    public IEnumerable<(string Name, T Thing)> Known => byName.Select(pair => (pair.Key, pair.Value));

    public IEnumerable<(string Name, T Thing)> Aliases => byAlias.Select(pair => (pair.Key, pair.Value));

    public void Know(IEnumerable<T> things, Func<T, string> nameOf)
    {
        foreach (var thing in things)
        {
            byName.Add(nameOf(thing), thing);
            byId.Add(idOf(thing), thing);
        }
    }

    public void AlsoCall(IEnumerable<(int Id, string Name)> aliases)
    {
        foreach (var (id, name) in aliases)
        {
            byAlias.TryAdd(name, byId[id]);
        }
    }

    public T? Find(string name) => byName.GetValueOrDefault(name) ?? byAlias.GetValueOrDefault(name);

    /// <summary>What bears this name or alias, tracked; made where nothing does.</summary>
    public T Named(string name)
    {
        if (Find(name) is { } known)
        {
            return Tracked(known);
        }

        var thing = make(name);
        byName.Add(name, thing);
        made.Add(thing);
        var entry = store.Add(thing);
        entry.Property("PlanId").CurrentValue = planId;
        return thing;
    }

    /// <summary>Lets the links that were just read find what they lead to.</summary>
    public void Track(IEnumerable<int> ids)
    {
        foreach (var id in ids.Distinct())
        {
            Tracked(byId.TryGetValue(id, out var thing) ? thing : throw new DbUpdateConcurrencyException("A name was added to the plan while it was being imported."));
        }
    }

    public T Tracked(T thing)
    {
        var entry = store.Entry(thing);
        if (entry.State == EntityState.Detached)
        {
            entry.State = EntityState.Unchanged;
        }

        return thing;
    }

    public void Saved()
    {
        foreach (var thing in made)
        {
            byId.Add(idOf(thing), thing);
        }

        made.Clear();
    }
}
