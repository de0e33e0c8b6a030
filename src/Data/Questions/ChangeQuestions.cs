using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Indicators;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Asks the store what changed.</summary>
public sealed class ChangeQuestions(PlanStores stores)
{
    private const int MostFigures = 1_000;

    /// <summary>What changed on a day or after it. What was taken back in that time does not count, and neither does the taking back.</summary>
    /// <param name="after">Only what was put on the record after this moment in UTC, where one is given.</param>
    /// <param name="counted">More than the most are counted, which takes longer the more there are.</param>
    public async Task<Changed> SinceAsync(Viewer viewer, Scope scope, DateOnly since, int most, CancellationToken cancelled, DateTime? after = null, bool counted = false)
    {
        await using var store = stores.Open();
        var standing = store.Changes.AsNoTracking().VisibleTo(viewer, store).Within(scope, store).Where(change => change.On >= since && change.From != change.To).NotTakenBack(store, since);
        if (after is { } moment)
        {
            standing = standing.Where(change => change.Progress.At > moment);
        }

        var lines = await standing
            .OrderByDescending(change => change.On).ThenByDescending(change => change.Id)
            .Take(most)
            .Join(
                store.Actions,
                change => change.ActionId,
                action => action.Id,
                (change, action) => new { change, action })
            .OrderByDescending(found => found.change.On).ThenByDescending(found => found.change.Id)
            .Select(found => new ChangeLine(
                found.change.PlanId, found.action.Plan.Key, found.action.Plan.Name, found.action.Ref, found.action.Title,
                found.change.Field, found.change.From, found.change.To, found.change.Reason, found.change.Progress.By, found.change.On))
            .ToListAsync(cancelled);
        var isAll = lines.Count < most;
        var total = isAll || !counted ? lines.Count : await standing.CountAsync(cancelled);
        return new Changed(total, isAll || counted, lines, await FiguresAsync(store, stores.Masking, viewer, scope, since, after ?? DateTime.MinValue, cancelled));
    }

    /// <summary>The actions whose date was moved on a day or after it, the furthest moved first.</summary>
    public async Task<IReadOnlyList<SlippedAction>> SlipsAsync(Viewer viewer, Scope scope, DateOnly since, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var moves = await store.Changes.AsNoTracking().VisibleTo(viewer, store).Within(scope, store)
            .Where(change => change.Field == Field.Due && change.On >= since)
            .NotTakenBack(store, since)
            .Join(
                store.Actions,
                change => change.ActionId,
                action => action.Id,
                (change, action) => new
                {
                    change.Id,
                    change.ActionId,
                    action.PlanId,
                    action.Plan.Key,
                    PlanName = action.Plan.Name,
                    action.Ref,
                    action.Title,
                    action.State,
                    Move = new DateChange(change.From, change.To, change.Reason, change.Progress.By, change.On),
                })
            .ToListAsync(cancelled);
        return [
            .. moves.GroupBy(move => move.ActionId)
                .Select(of => (First: of.First(), Slips: Slips.Of(of.OrderBy(move => move.Id).Select(move => move.Move))))
                .Where(of => of.Slips.Times > 0)
                .Select(of => new SlippedAction(of.First.PlanId, of.First.Key, of.First.PlanName, of.First.Ref, of.First.Title, of.First.State, of.Slips))
                .OrderByDescending(action => action.Slips.Days).ThenBy(action => action.Plan, StringComparer.Ordinal).ThenBy(action => action.Ref, StringComparer.Ordinal),
        ];
    }

    // A figure that a file brought is a change only where it corrects another: a first import is none.
    private static async Task<List<FigureChange>> FiguresAsync(PlanStore store, Masking masking, Viewer viewer, Scope scope, DateOnly since, DateTime after, CancellationToken cancelled)
    {
        var morning = DateTime.SpecifyKind(since.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc);
        var found = await store.Indicators.AsNoTracking().VisibleTo(viewer, store).Within(scope, store)
            .SelectMany(indicator => indicator.Measurements, (indicator, figure) => new { indicator, figure })
            .Where(of => of.figure.At > after)
            .Where(of => of.figure.On >= since || (of.figure.On == null && of.figure.At >= morning && store.Set<Measurement>().Any(old => old.ReplacedById == of.figure.Id)))
            .Join(store.Plans, of => of.indicator.PlanId, plan => plan.Id, (of, plan) => new
            {
                PlanId = plan.Id,
                plan.Key,
                PlanName = plan.Name,
                IndicatorId = of.indicator.Id,
                of.indicator.Name,
                of.indicator.Unit,
                of.figure.Id,
                of.figure.Breakdown,
                of.figure.Comparator,
                of.figure.Start,
                of.figure.End,
                To = of.figure.Value,
                of.figure.Numerator,
                of.figure.Denominator,
                of.figure.By,
                of.figure.On,
                of.figure.At,
                IsCorrection = store.Set<Measurement>().Any(old => old.ReplacedById == of.figure.Id),
                From = store.Set<Measurement>().Where(old => old.ReplacedById == of.figure.Id).OrderByDescending(old => old.Id).Select(old => old.Value).FirstOrDefault(),
                OldNumerator = store.Set<Measurement>().Where(old => old.ReplacedById == of.figure.Id).OrderByDescending(old => old.Id).Select(old => old.Numerator).FirstOrDefault(),
                OldDenominator = store.Set<Measurement>().Where(old => old.ReplacedById == of.figure.Id).OrderByDescending(old => old.Id).Select(old => old.Denominator).FirstOrDefault(),
            })
            .OrderByDescending(figure => figure.Id)
            .Take(MostFigures)
            .ToListAsync(cancelled);
        return [.. found.Select(f => new FigureChange(
            f.PlanId, f.Key, f.PlanName, f.IndicatorId, f.Name, f.Unit, f.Breakdown, f.Comparator, f.Start, f.End,
            masking.Hides(f.From, f.OldNumerator, f.OldDenominator, f.Unit) ? null : f.From,
            masking.Hides(f.To, f.Numerator, f.Denominator, f.Unit) ? null : f.To,
            f.IsCorrection, f.By, f.On ?? DateOnly.FromDateTime(f.At)))];
    }
}

/// <summary>Leaves out what cancels out.</summary>
internal static class Cancelling
{
    /// <summary>Without the changes that were taken back again in the same time, and without their taking back. What something later stood over was not taken back.</summary>
    public static IQueryable<Change> NotTakenBack(this IQueryable<Change> changes, PlanStore store, DateOnly since) => changes
        .Where(change => change.Progress.UndoneById == null
            || !store.Changes.Any(back => back.ProgressId == change.Progress.UndoneById && back.Field == change.Field && back.On >= since))
        .Where(change => !change.Progress.IsUndo
            || !store.Progress.Any(undone => undone.UndoneById == change.ProgressId && undone.Changes.Any(first => first.Field == change.Field && first.On >= since)));
}
