using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Asks the store who may see what.</summary>
public sealed class RightQuestions(PlanStores stores)
{
    /// <summary>Who sees which plans. It grows old with the names: whoever changes a right or whom a plan is for revises these.</summary>
    public async Task<WhoSees> WhoSeesAsync(CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var restricted = await store.Plans.AsNoTracking().Where(plan => plan.Visibility == Visibility.Named).Select(plan => plan.Id).ToListAsync(cancelled);
        var rights = await store.Rights.AsNoTracking().Select(right => new { right.Holder, right.PlanId }).ToListAsync(cancelled);
        return new WhoSees(restricted, rights.Select(right => (right.Holder, right.PlanId)));
    }
}
