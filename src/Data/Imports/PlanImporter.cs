using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>What an import did to one plan, or would do.</summary>
public sealed record ImportedPlan(string Key, string Name, bool IsNew, int Added, int Changed, int Unchanged, IReadOnlyList<string> LeftOut);

/// <summary>What an import did, or everything that kept it from doing anything.</summary>
public sealed record ImportOutcome(IReadOnlyList<ImportedPlan> Plans, IReadOnlyList<ImportProblem> Problems);

/// <summary>Takes rows into the store: all of them in one transaction, or none.</summary>
public sealed class PlanImporter(PlanStores stores)
{
    public async Task<ImportOutcome> ImportAsync(IReadOnlyList<ActionRow> rows, bool dryRun, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        // Begun before anything is read: two imports at once would otherwise count as one change of names.
        await using var transaction = await store.Database.BeginTransactionAsync(cancelled);
        await store.BeTheOnlyWriterAsync(cancelled);
        var plans = new List<ImportedPlan>();
        var problems = new List<ImportProblem>();

        foreach (var ofPlan in rows.GroupBy(row => row.Plan, StringComparer.Ordinal))
        {
            var work = new PlanUpdate(await LoadAsync(store, ofPlan.Key, cancelled), [.. ofPlan], problems);
            plans.Add(work.Apply(store));
        }

        if (problems.Count > 0)
        {
            return new ImportOutcome([], problems);
        }

        if (!dryRun && store.ChangeTracker.HasChanges())
        {
            await store.SaveChangesAsync(cancelled);
            await store.ReviseAsync(Revision.OfNames, cancelled);
            await transaction.CommitAsync(cancelled);
        }

        return new ImportOutcome(plans, []);
    }

    private static async Task<Plan?> LoadAsync(PlanStore store, string key, CancellationToken cancelled) =>
        await store.Plans
            .Include(p => p.Sections)
            .Include(p => p.Leads)
            .Include(p => p.Services)
            .Include(p => p.Recommendations)
            .Include(p => p.Actions).ThenInclude(a => a.Leads)
            .Include(p => p.Actions).ThenInclude(a => a.Services)
            .Include(p => p.Actions).ThenInclude(a => a.Recommendations)
            .Include(p => p.Actions).ThenInclude(a => a.Milestones)
            .Include(p => p.Actions).ThenInclude(a => a.Progress)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Key == key, cancelled);
}
