using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Asks the store which recommendations are covered.</summary>
public sealed class CoverageQuestions(PlanStores stores)
{
    private readonly Func<PlanStore, int, IAsyncEnumerable<Answering>> answers = EF.CompileAsyncQuery((PlanStore store, int plan) => store.Recommendations
        .AsNoTracking()
        .Where(recommendation => recommendation.PlanId == plan)
        .Join(store.Set<ActionRecommendation>(), recommendation => recommendation.Id, link => link.RecommendationId, (recommendation, link) => link)
        .Join(store.Actions, link => link.ActionId, action => action.Id, (link, action) => new { link.RecommendationId, action })
        .OrderBy(of => of.action.Position)
        .Select(of => new Answering(
            of.RecommendationId,
            new CoveringAction(
                of.action.Ref,
                of.action.Title,
                of.action.State,
                of.action.Brag,
                of.action.Due,
                of.action.State == ActionState.Complete
                    || of.action.Progress.Any(said => said.UndoneById == null && !said.IsUndo && (said.Text != null || said.Origin == Origin.Person)),
                of.action.RetiredOn != null))));

    /// <summary>The recommendations of a plan with their actions; null where there is no such plan to be seen.</summary>
    public async Task<Coverage?> OfAsync(Viewer viewer, int plan, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var found = await store.Plans.AsNoTracking().VisibleTo(viewer, store).Where(p => p.Id == plan).Select(p => new { p.Key, p.Name }).SingleOrDefaultAsync(cancelled);
        if (found is null)
        {
            return null;
        }

        var recommendations = await store.Recommendations.AsNoTracking()
            .Where(r => r.PlanId == plan)
            .Select(r => new { r.Id, r.Number, r.Text, r.Priority, r.Source })
            .ToListAsync(cancelled);
        var actions = new List<Answering>();
        await foreach (var answer in answers(store, plan).WithCancellation(cancelled))
        {
            actions.Add(answer);
        }

        var of = actions.ToLookup(answer => answer.Recommendation, answer => answer.Action);
        return new Coverage(
            plan,
            found.Key,
            found.Name,
            [.. recommendations
                .OrderBy(r => r.Number, Numbering.Order)
                .Select(r => new CoveredRecommendation(r.Number, r.Text, r.Priority, r.Source, [.. of[r.Id]]))]);
    }

    private sealed record Answering(int Recommendation, CoveringAction Action);
}
