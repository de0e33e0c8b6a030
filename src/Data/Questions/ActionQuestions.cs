using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Asks the store for actions.</summary>
public sealed class ActionQuestions(PlanStores stores)
{
    private const int LatestProgress = 5;

    /// <summary>The actions asked for, the worst first: from <paramref name="skip"/> on, at most <paramref name="most"/>.</summary>
    public async Task<ActionLines> ListAsync(Viewer viewer, ActionQuestion question, int skip, int most, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var matching = Matching(store.Actions.AsNoTracking().VisibleTo(viewer), question);

        var items = await Lines(InOrder(matching).Skip(skip).Take(most)).ToListAsync(cancelled);
        var total = skip == 0 && items.Count < most ? items.Count : await matching.CountAsync(cancelled);
        return new ActionLines(total, items);
    }

    /// <summary>The actions that bear this reference, in any of these plans; in all, where none is named.</summary>
    public async Task<IReadOnlyList<ActionInFull>> FindAsync(Viewer viewer, string reference, IReadOnlyList<int> plans, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var key = reference.ToLowerInvariant();
        var found = store.Actions.AsNoTracking().VisibleTo(viewer).Where(action => action.RefKey == key);
        if (plans.Count > 0)
        {
            found = found.Where(action => plans.Contains(action.PlanId));
        }

        return await found.OrderBy(action => action.Plan.Key).Select(action => new ActionInFull(
            action.PlanId,
            new ActionLine(
                action.Plan.Key,
                action.Plan.Name,
                action.Ref,
                action.Title,
                action.Due,
                action.Timescale,
                action.State,
                action.Brag,
                action.UpdatedOn,
                action.Leads.OrderBy(l => l.Position).Select(l => l.Lead.Name).ToList(),
                action.Services.OrderBy(s => s.Position).Select(s => s.Service.Name).ToList()),
            action.Section.Label,
            action.Section.Lead,
            action.Outcome,
            action.Measures,
            action.Recommendations.OrderBy(r => r.Position).Select(r => r.Recommendation.Number).ToList(),
            action.Milestones.OrderBy(m => m.On).ThenBy(m => m.Id).Select(m => new DatedLine(m.On, m.Words)).ToList(),
            action.Progress.OrderByDescending(p => p.Id).Take(LatestProgress).Select(p => new ProgressLine(p.On, p.By, p.Text)).ToList(),
            action.Parent!.Ref,
            store.Actions.Where(sub => sub.ParentId == action.Id).OrderBy(sub => sub.Position).Select(sub => sub.Ref).ToList()))
            .AsSplitQuery()
            .ToListAsync(cancelled);
    }

    private static IQueryable<PlanAction> Matching(IQueryable<PlanAction> actions, ActionQuestion asked)
    {
        actions = asked.State switch
        {
            StateAsked.Open => actions.Where(a => a.State != ActionState.Complete),
            StateAsked.Complete => actions.Where(a => a.State == ActionState.Complete),
            StateAsked.NotStarted => actions.Where(a => a.State == ActionState.NotStarted),
            StateAsked.InProgress => actions.Where(a => a.State == ActionState.InProgress),
            _ => actions,
        };

        if (asked.Plans.Count > 0)
        {
            actions = actions.Where(a => asked.Plans.Contains(a.PlanId));
        }

        if (asked.Sections.Count > 0)
        {
            actions = actions.Where(a => asked.Sections.Contains(a.SectionId));
        }

        if (asked.Services.Count > 0)
        {
            actions = actions.Where(a => a.Services.Any(s => asked.Services.Contains(s.ServiceId)));
        }

        if (asked.Leads is { } leads)
        {
            actions = actions.Where(a => a.Leads.Any(l => leads.Contains(l.LeadId)));
        }

        if (asked.Recommendation is { } number)
        {
            actions = actions.Where(a => a.Recommendations.Any(r => r.Recommendation.Number == number));
        }

        if (asked.Brags.Count > 0)
        {
            actions = actions.Where(a => a.Brag != null && asked.Brags.Contains(a.Brag.Value));
        }

        if (asked.DueFrom is { } from)
        {
            actions = actions.Where(a => a.Due >= from);
        }

        if (asked.DueTo is { } to)
        {
            actions = actions.Where(a => a.Due <= to);
        }

        if (asked.NoDate)
        {
            actions = actions.Where(a => a.Due == null);
        }

        if (asked.NoLead)
        {
            actions = actions.Where(a => !a.Leads.Any());
        }

        if (asked.NoProgressSince is { } day)
        {
            actions = actions.Where(a => a.UpdatedOn == null || a.UpdatedOn < day);
        }

        if (asked.Words is { } words)
        {
            var like = Containing(words);
            var likeInNotes = Containing(Notes.Inside(words));
            actions = actions.Where(a =>
                EF.Functions.Like(a.Title, like, "\\")
                || EF.Functions.Like(a.Outcome, like, "\\")
                || EF.Functions.Like(a.Measures, like, "\\")
                || EF.Functions.Like(a.Notes, likeInNotes, "\\")
                || a.Progress.Any(p => EF.Functions.Like(p.Text, like, "\\")));
        }

        return actions;
    }

    private static string Containing(string words) => $"%{words.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";

    // The longest overdue first, undated ones after all dates, complete ones last; then the worst rating, then the document's order.
    private static IQueryable<PlanAction> InOrder(IQueryable<PlanAction> actions) => actions
        .OrderBy(a => a.State == ActionState.Complete)
        .ThenBy(a => a.Due == null)
        .ThenBy(a => a.Due)
        .ThenBy(a => a.Brag == null)
        .ThenBy(a => a.Brag)
        .ThenBy(a => a.Plan.Key)
        .ThenBy(a => a.Position);

    private static IQueryable<ActionLine> Lines(IQueryable<PlanAction> actions) => actions.Select(action => new ActionLine(
        action.Plan.Key,
        action.Plan.Name,
        action.Ref,
        action.Title,
        action.Due,
        action.Timescale,
        action.State,
        action.Brag,
        action.UpdatedOn,
        action.Leads.OrderBy(l => l.Position).Select(l => l.Lead.Name).ToList(),
        action.Services.OrderBy(s => s.Position).Select(s => s.Service.Name).ToList()))
        .AsSplitQuery();
}
