using Microsoft.EntityFrameworkCore;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Words on the record of an action.</summary>
public sealed record SaidOfAction(int ActionId, int PlanId, string Ref, string Title, DateOnly On, string? By, string Text);

/// <summary>Asks the store what was said about actions.</summary>
public sealed class ProgressQuestions(PlanStores stores)
{
    private const int BatchSize = 500;

    /// <summary>What was said from one day to another, both included, in the order of the plan and then of time; at most so many.</summary>
    public async Task<IReadOnlyList<SaidOfAction>> BetweenAsync(Viewer viewer, Scope scope, DateOnly from, DateOnly to, int most, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        return await store.Actions.AsNoTracking().VisibleTo(viewer, store).Within(scope, store)
            .SelectMany(action => action.Progress, (action, said) => new { action, said })
            .Where(of => of.said.Text != null && of.said.UndoneById == null && of.said.On >= from && of.said.On <= to)
            .OrderBy(of => of.action.Plan.Key).ThenBy(of => of.action.Position).ThenBy(of => of.said.On).ThenBy(of => of.said.Id)
            .Take(most)
            .Select(of => new SaidOfAction(of.action.Id, of.action.PlanId, of.action.Ref, of.action.Title, of.said.On!.Value, of.said.By, of.said.Text!))
            .ToListAsync(cancelled);
    }

    /// <summary>The latest words about each of these actions, as far as there are any.</summary>
    public async Task<IReadOnlyDictionary<int, ProgressLine>> LatestAsync(Viewer viewer, IReadOnlyList<int> ids, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var latest = new Dictionary<int, ProgressLine>();
        foreach (var batch in ids.Chunk(BatchSize))
        {
            var found = await store.Actions.AsNoTracking().VisibleTo(viewer, store)
                .Where(action => batch.Contains(action.Id))
                .Select(action => new
                {
                    action.Id,
                    Said = action.Progress.Where(said => said.Text != null && said.UndoneById == null)
                        .OrderBy(said => said.On == null ? 1 : 0).ThenByDescending(said => said.On).ThenByDescending(said => said.Id)
                        .Select(said => new { said.On, said.By, said.Text, said.Link })
                        .FirstOrDefault(),
                })
                .ToListAsync(cancelled);
            foreach (var of in found)
            {
                if (of.Said is { Text: { } text } said)
                {
                    latest[of.Id] = new ProgressLine(said.On, said.By, text, said.Link);
                }
            }
        }

        return latest;
    }
}
