using Microsoft.EntityFrameworkCore;

namespace TeamsPlanBot.Data.Questions;

/// <summary>An action by its plan and reference.</summary>
public sealed record ActionKey(int PlanId, string Ref);

/// <summary>Finds actions by what somebody has typed so far.</summary>
public sealed class SearchQuestions(PlanStores stores)
{
    // So much of the record is looked at for the actions it was last about.
    private const int Latest = 200;

    /// <summary>The actions whose record was last added to, the latest first.</summary>
    public async Task<IReadOnlyList<ActionKey>> RecentAsync(Viewer viewer, int most, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var latest = await store.Actions.AsNoTracking().VisibleTo(viewer, store)
            .Join(store.Progress, action => action.Id, progress => progress.ActionId, (action, progress) => new { action.PlanId, action.Ref, progress.Id })
            .OrderByDescending(one => one.Id)
            .Take(Latest)
            .ToListAsync(cancelled);
        return [.. latest.Select(one => new ActionKey(one.PlanId, one.Ref)).Distinct().Take(most)];
    }

    /// <summary>The actions whose reference begins so, in the order of their plans.</summary>
    public async Task<IReadOnlyList<ActionKey>> BeginningAsync(Viewer viewer, string reference, int most, CancellationToken cancelled)
    {
        var begins = reference.ToLowerInvariant();
        await using var store = stores.Open();
        return await store.Actions.AsNoTracking().VisibleTo(viewer, store)
            .Where(action => action.RefKey.StartsWith(begins))
            .OrderBy(action => action.RefKey == begins ? 0 : 1).ThenBy(action => action.Plan.Key).ThenBy(action => action.Position)
            .Take(most)
            .Select(action => new ActionKey(action.PlanId, action.Ref))
            .ToListAsync(cancelled);
    }
}
