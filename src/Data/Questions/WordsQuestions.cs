using Microsoft.EntityFrameworkCore;

namespace TeamsPlanBot.Data.Questions;

/// <summary>What was last said of an action.</summary>
public sealed record LatestWords(int ActionId, string Text, string? By, DateOnly? On);

/// <summary>Asks the store what was last said of actions.</summary>
public sealed class WordsQuestions(PlanStores stores)
{
    /// <summary>The latest words on the record of each of these actions; those of which nothing was ever said are left out.</summary>
    public async Task<IReadOnlyDictionary<int, LatestWords>> LatestAsync(Viewer viewer, IReadOnlyList<int> actions, CancellationToken cancelled)
    {
        if (actions.Count == 0)
        {
            return new Dictionary<int, LatestWords>();
        }

        await using var store = stores.Open();
        var seen = store.Actions.VisibleTo(viewer, store).Where(action => actions.Contains(action.Id)).Select(action => action.Id);
        var latest = store.Progress
            .Where(progress => seen.Contains(progress.ActionId) && progress.Text != null && progress.UndoneById == null && !progress.IsUndo)
            .GroupBy(progress => progress.ActionId)
            .Select(of => of.Max(progress => progress.Id));
        return await store.Progress.AsNoTracking()
            .Where(progress => latest.Contains(progress.Id))
            .Select(progress => new LatestWords(progress.ActionId, progress.Text!, progress.By, progress.On))
            .ToDictionaryAsync(words => words.ActionId, cancelled);
    }
}
