using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Asks the store for the record of one action.</summary>
public sealed class HistoryQuestions(PlanStores stores)
{
    private readonly Func<PlanStore, int, IAsyncEnumerable<Said>> lines = EF.CompileAsyncQuery((PlanStore store, int action) => store.Progress
        .AsNoTracking()
        .Where(said => said.ActionId == action)
        .OrderByDescending(said => said.Id)
        .Select(said => new Said(
            said.Id, said.At, said.On, said.By, said.Origin, said.Text, said.IsUndo, said.UndoneById, said.UndoneById == null ? null : said.UndoneBy!.By)));

    private readonly Func<PlanStore, int, IAsyncEnumerable<Moved>> changes = EF.CompileAsyncQuery((PlanStore store, int action) => store.Changes
        .AsNoTracking()
        .Where(change => change.ActionId == action)
        .OrderBy(change => change.Id)
        .Select(change => new Moved(change.ProgressId, change.On, change.Field, change.From, change.To, change.Reason)));

    /// <summary>The whole record of an action; null where there is none to be seen.</summary>
    public async Task<ActionHistory?> OfAsync(Viewer viewer, int id, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var action = await store.Actions.AsNoTracking().VisibleTo(viewer, store)
            .Where(a => a.Id == id)
            .Select(a => new { a.PlanId, a.Ref, a.Title, a.Due, a.Plan.Key, a.Plan.Name })
            .SingleOrDefaultAsync(cancelled);
        if (action is null)
        {
            return null;
        }

        var record = new List<Said>();
        await foreach (var said in lines(store, id).WithCancellation(cancelled))
        {
            record.Add(said);
        }

        var moved = new List<Moved>();
        await foreach (var change in changes(store, id).WithCancellation(cancelled))
        {
            moved.Add(change);
        }

        var of = moved.ToLookup(change => change.ProgressId);
        return new ActionHistory(
            action.PlanId,
            action.Key,
            action.Name,
            action.Ref,
            action.Title,
            action.Due,
            DatesOf(record, of, action.Due),
            [.. record.Select(said => new HistoryLine(
                said.At, said.On, said.By, said.Origin, said.Text, said.IsUndo, said.UndoneById is not null, said.UndoneBy,
                [.. of[said.Id].Select(change => new FieldChange(change.Field, change.From, change.To, change.Reason))]))]);
    }

    // A date that was taken back was never moved, unless something later stands over it.
    private static Slips DatesOf(List<Said> record, ILookup<int, Moved> changes, DateOnly? due)
    {
        var standing = record
            .Where(said => !said.IsUndo && !(said.UndoneById is { } undo && changes[undo].Any(change => change.Field == Field.Due)))
            .OrderBy(said => said.Id)
            .SelectMany(said => changes[said.Id].Where(change => change.Field == Field.Due).Select(change => new DateChange(change.From, change.To, change.Reason, said.By, change.On)));
        var slips = Slips.Of(standing);
        return slips with { First = slips.First ?? due };
    }

    private sealed record Said(int Id, DateTime At, DateOnly? On, string? By, Origin Origin, string? Text, bool IsUndo, int? UndoneById, string? UndoneBy);

    private sealed record Moved(int ProgressId, DateOnly On, Field Field, string? From, string? To, string? Reason);
}
