using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>A date on the way of an action that is not complete.</summary>
public sealed record MilestoneLine(int PlanId, string Ref, string Title, DateOnly On, string Words);

/// <summary>Asks the store for the dates on the way of actions.</summary>
public sealed class MilestoneQuestions(PlanStores stores)
{
    /// <summary>The milestones of open actions up to a day, those that have passed too, the earliest first. The due date itself is none.</summary>
    public async Task<IReadOnlyList<MilestoneLine>> UpToAsync(Viewer viewer, Scope scope, DateOnly to, int most, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        return await store.Actions.AsNoTracking().VisibleTo(viewer, store).Within(scope, store)
            .Where(action => action.State != ActionState.Complete)
            .SelectMany(action => action.Milestones, (action, milestone) => new { action, milestone })
            .Where(of => of.milestone.On <= to && of.milestone.On != of.action.Due)
            .OrderBy(of => of.milestone.On).ThenBy(of => of.action.Plan.Key).ThenBy(of => of.action.Position).ThenBy(of => of.milestone.Id)
            .Take(most)
            .Select(of => new MilestoneLine(of.action.PlanId, of.action.Ref, of.action.Title, of.milestone.On, of.milestone.Words))
            .ToListAsync(cancelled);
    }
}
