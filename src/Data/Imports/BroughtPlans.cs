using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Data.Imports;

/// <summary>What somebody who brings a plan under a name may do with it.</summary>
/// <param name="Key">The short name that it would get: another one where a plan they cannot see has theirs.</param>
/// <param name="Owners">Who may import it, where they may not.</param>
public sealed record Bringing(string Key, bool IsNew, bool MayImport, IReadOnlyList<string> Owners);

/// <summary>Takes in plans that people bring, with their rights and under their names.</summary>
public sealed class BroughtPlans(PlanStores stores, PlanImporter importer)
{
    private const int MostNames = 100;

    /// <summary>Importing a plan is for its owners, once it has some; a new one may be brought by everybody but guests.</summary>
    public async Task<Bringing> MayAsync(string key, Actor by, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        for (var (name, number) = (key, 2); number < MostNames; name = $"{key}-{number++}")
        {
            if (await store.Plans.AsNoTracking().VisibleTo(by.Viewer, store).Include(p => p.Rights).SingleOrDefaultAsync(p => p.Key == name, cancelled) is { } plan)
            {
                return new Bringing(name, IsNew: false, by.MayPlan(plan.Rights, []), [.. plan.Rights.Where(right => right.Kind == RightKind.Own).Select(right => right.Name)]);
            }

            // That a plan is there which they cannot see is not told.
            if (!await store.Plans.AnyAsync(p => p.Key == name, cancelled))
            {
                return new Bringing(name, IsNew: true, !by.Viewer.IsGuest, []);
            }
        }

        return new Bringing(key, IsNew: false, MayImport: false, []);
    }

    /// <summary>Imports it, unless it may not be any more; who brings a new plan is its first owner.</summary>
    public async Task<ImportOutcome> ImportAsync(Stream canonical, string key, Actor by, bool dryRun, bool retire, CancellationToken cancelled)
    {
        var may = await MayAsync(key, by, cancelled);
        if (!may.MayImport || may.Key != key)
        {
            return new ImportOutcome([], [new ImportProblem(null, null, "This plan is not yours to import any more. Send the file again.")]);
        }

        var outcome = await importer.ImportAsync(canonical, new ImportDefaults(), dryRun, retire, null, cancelled, by.Name);
        if (may.IsNew && !dryRun && outcome.Problems.Count == 0 && by.Key.Length is > 0 and <= Right.LongestHolder)
        {
            await using var store = stores.Open();
            var plan = await store.Plans.Include(p => p.Rights).SingleAsync(p => p.Key == key, cancelled);
            plan.Rights.Add(new Right { Holder = by.Key, Name = by.Name ?? by.Key, Kind = RightKind.Own });
            await store.SaveChangesAsync(cancelled);
            await store.ReviseAsync(Revision.OfNames, cancelled);
        }

        return outcome;
    }
}
