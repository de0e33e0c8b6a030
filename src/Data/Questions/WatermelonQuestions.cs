using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Indicators;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Asks the store for actions that are rated green and should not be.</summary>
public sealed class WatermelonQuestions(PlanStores stores)
{
    /// <summary>The watermelons in scope, the longest overdue first.</summary>
    public async Task<IReadOnlyList<Watermelon>> ListAsync(Viewer viewer, Scope scope, DateOnly today, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var stale = today.AddDays(-Watermelon.DaysWithoutProgress);
        var green = store.Actions.AsNoTracking().VisibleTo(viewer, store).Within(scope, store).Where(a => a.Brag == Brag.Green && a.State != ActionState.Complete);
        var found = await green
            .Where(a => a.Due < today || a.UpdatedOn == null || a.UpdatedOn < stale || store.Set<ActionIndicator>().Any(link => link.ActionId == a.Id))
            .OrderBy(a => a.Due == null ? 1 : 0).ThenBy(a => a.Due).ThenBy(a => a.Plan.Key).ThenBy(a => a.Position)
            .Select(a => new { a.Id, a.PlanId, a.Plan.Key, a.Plan.Name, a.Ref, a.Title, a.State, a.Due, a.UpdatedOn })
            .ToListAsync(cancelled);
        var links = await store.Set<ActionIndicator>()
            .Where(link => green.Select(a => a.Id).Contains(link.ActionId))
            .Select(link => new { link.ActionId, link.IndicatorId })
            .ToListAsync(cancelled);
        var worsening = await WorseningAsync([.. links.Select(link => link.IndicatorId).Distinct()], viewer, store, stores.Masking, today, cancelled);
        var worseningOf = links.SelectMany(link => worsening[link.IndicatorId].Select(line => (link.ActionId, line))).ToLookup(of => of.ActionId, of => of.line);
        return [
            .. found
                .Select(a => new Watermelon(a.PlanId, a.Key, a.Name, a.Ref, a.Title, a.State, a.Due, [.. Reasons(a.Due, a.UpdatedOn, worseningOf[a.Id])]))
                .Where(watermelon => watermelon.Reasons.Count > 0),
        ];

        IEnumerable<WatermelonReason> Reasons(DateOnly? due, DateOnly? updatedOn, IEnumerable<IndicatorLine> worse)
        {
            if (due is { } day && day < today)
            {
                yield return new WatermelonReason.Overdue(day);
            }

            if (updatedOn is null || updatedOn < stale)
            {
                yield return new WatermelonReason.NotUpdated(updatedOn);
            }

            foreach (var line in worse)
            {
                yield return new WatermelonReason.IndicatorWorsens(line);
            }
        }
    }

    private static async Task<ILookup<int, IndicatorLine>> WorseningAsync(List<int> indicators, Viewer viewer, PlanStore store, Masking masking, DateOnly today, CancellationToken cancelled)
    {
        var lines = indicators.Count == 0
            ? []
            : await IndicatorQuestions.LinesAsync(store.Indicators.AsNoTracking().VisibleTo(viewer, store).Where(i => indicators.Contains(i.Id)), store, masking, today, cancelled);
        return lines.Where(line => line.Latest?.Direction == DirectionOfTravel.Worsening).ToLookup(line => line.Id);
    }
}
