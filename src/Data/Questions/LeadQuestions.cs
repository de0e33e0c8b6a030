using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Naming;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Two leads of a plan that may be one person.</summary>
public sealed record NearPair(int PlanId, string Plan, NearLead One, NearLead Other, Likeness Likeness);

/// <summary>A lead, and how many actions it leads.</summary>
public sealed record NearLead(int Id, string Name, int Actions);

/// <summary>An action that wants a new lead.</summary>
/// <param name="Lead">The lead that goes, as the plan writes it.</param>
/// <param name="HasOthers">Somebody else leads it, too.</param>
public sealed record LeftAction(int Id, int PlanId, string Plan, string PlanName, string Ref, string Title, ActionState State, DateOnly? Due, string Lead, bool HasOthers);

/// <summary>Asks the store who leads what.</summary>
public sealed class LeadQuestions(PlanStores stores)
{
    /// <summary>Every name that leads go by, with the days between which they do.</summary>
    public async Task<IReadOnlyList<LeadName>> NamesAsync(Viewer viewer, CancellationToken cancelled)
    {
        var seen = Sight.Condition(viewer, "l.\"PlanId\"", _ => "@0");
        var where = seen is null ? "" : $" WHERE {seen}";
        var sql = new Sql(
            $"""
            SELECT l."Id", l."PlanId", h."Name", h."SignIn", h."From", h."To" FROM "Holders" h JOIN "Leads" l ON l."Id" = h."LeadId"{where}
            UNION ALL SELECT l."Id", l."PlanId", l."Name", l."SignIn", NULL, NULL FROM "Leads" l{where}
            UNION ALL SELECT l."Id", l."PlanId", o."Name", NULL, NULL, NULL FROM "LeadAliases" o JOIN "Leads" l ON l."Id" = o."LeadId"{where}
            """,
            seen is null ? [] : [viewer.Key ?? ""]);
        var names = await stores.Prepared.RowsAsync(
            sql, row => (Name: new LeadName(row.GetInt32(0), row.GetInt32(1), row.GetString(2), row.Day(4), row.Day(5)), SignIn: row.Text(3)), cancelled);
        return [.. names.Select(one => one.Name), .. names.Where(one => one.SignIn is not null).Select(one => one.Name with { Name = one.SignIn! })];
    }

    /// <summary>The open actions of leads who leave, the first due first.</summary>
    public async Task<IReadOnlyList<LeftAction>> LeftByAsync(Viewer viewer, IReadOnlyList<int> leads, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        return await store.Actions.AsNoTracking().VisibleTo(viewer, store).Within(new Scope { Leads = leads }, store)
            .Where(action => action.State != ActionState.Complete)
            .OrderBy(action => action.Due == null ? 1 : 0).ThenBy(action => action.Due).ThenBy(action => action.Plan.Key).ThenBy(action => action.Position)
            .Select(action => new LeftAction(
                action.Id, action.PlanId, action.Plan.Key, action.Plan.Name, action.Ref, action.Title, action.State, action.Due,
                action.Leads.Where(link => leads.Contains(link.LeadId)).OrderBy(link => link.Position).Select(link => link.Lead.Name).First(),
                action.Leads.Any(link => !leads.Contains(link.LeadId))))
            .ToListAsync(cancelled);
    }

    /// <summary>The leads of these plans that may be one person under two spellings; of all plans, where none is named.</summary>
    public async Task<IReadOnlyList<NearPair>> NearPairsAsync(Viewer viewer, IReadOnlyList<int> plans, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var visible = store.Leads.AsNoTracking().VisibleTo(viewer, store).Where(lead => lead.Kind == LeadKind.Unknown || lead.Kind == LeadKind.Person);
        if (plans.Count > 0)
        {
            visible = visible.Where(lead => plans.Contains(lead.PlanId));
        }

        var leads = await visible
            .Join(store.Plans, lead => lead.PlanId, plan => plan.Id, (lead, plan) => new { lead.PlanId, plan.Key, lead.Id, lead.Name, Actions = store.Set<ActionLead>().Count(link => link.LeadId == lead.Id) })
            .OrderBy(lead => lead.Key).ThenBy(lead => lead.Name)
            .ToListAsync(cancelled);
        var pairs = new List<NearPair>();
        foreach (var plan in leads.GroupBy(lead => (lead.PlanId, lead.Key)))
        {
            var all = plan.Select(lead => new NearLead(lead.Id, lead.Name, lead.Actions)).ToList();
            for (var at = 0; at < all.Count; at++)
            {
                pairs.AddRange(all.Skip(at + 1)
                    .Select(other => (other, likeness: NearNames.Of(all[at].Name, other.Name)))
                    .Where(near => near.likeness is not null)
                    .Select(near => new NearPair(plan.Key.PlanId, plan.Key.Key, all[at], near.other, near.likeness!.Value)));
            }
        }

        return pairs;
    }
}
