using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Who holds a right to a plan of their own, and whether others see it too.</summary>
public sealed record PlanRights(int PlanId, string Plan, string PlanName, Visibility Visibility, IReadOnlyList<(string Name, RightKind Kind)> Rights);

/// <summary>Asks the store who may see what.</summary>
public sealed class RightQuestions(PlanStores stores)
{
    /// <summary>Who sees which plans. It grows old with the names: whoever changes a right or whom a plan is for revises these.</summary>
    public async Task<WhoSees> WhoSeesAsync(CancellationToken cancelled)
    {
        var restricted = await stores.Prepared.RowsAsync(
            new Sql($"""SELECT "Id" FROM "Plans" WHERE "Visibility" = {(int)Visibility.Named}""", []), row => row.GetInt32(0), cancelled);
        var rights = await stores.Prepared.RowsAsync(
            new Sql("""SELECT "Holder", "PlanId" FROM "Rights" """, []), row => (row.GetString(0), row.GetInt32(1)), cancelled);
        return new WhoSees(restricted, rights);
    }

    /// <summary>The rights to these plans; to all, where none is named.</summary>
    public async Task<IReadOnlyList<PlanRights>> OfAsync(Viewer viewer, IReadOnlyList<int> plans, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var seen = await store.Plans.AsNoTracking().VisibleTo(viewer, store)
            .Where(plan => plans.Count == 0 || plans.Contains(plan.Id))
            .Include(plan => plan.Rights)
            .OrderBy(plan => plan.Key)
            .ToListAsync(cancelled);
        return [
            .. seen.Select(plan => new PlanRights(
                plan.Id, plan.Key, plan.Name, plan.Visibility,
                [.. plan.Rights.OrderByDescending(right => right.Kind).ThenBy(right => right.Name, StringComparer.Ordinal).Select(right => (right.Name, right.Kind))])),
        ];
    }
}
