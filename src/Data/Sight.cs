using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Indicators;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data;

/// <summary>The one place that decides which plans a viewer may see: by the right they hold, and otherwise the plans for everyone, unless they are a guest.</summary>
public static class Sight
{
    // Written by the few plans that are hidden, so that where there are none it costs nothing.
    private static readonly string NotHidden = $$"""
        {0} NOT IN (SELECT h."Id" FROM "Plans" h WHERE h."Visibility" = {{(int)Visibility.Named}} AND NOT EXISTS (SELECT 1 FROM "Rights" v WHERE v."PlanId" = h."Id" AND v."Holder" = {1}))
        """;

    private const string Named = """{0} IN (SELECT v."PlanId" FROM "Rights" v WHERE v."Holder" = {1})""";

    public static IQueryable<Plan> VisibleTo(this IQueryable<Plan> plans, Viewer viewer, PlanStore store) => Seen(plans, nameof(Plan.Id), viewer, store);

    public static IQueryable<PlanAction> VisibleTo(this IQueryable<PlanAction> actions, Viewer viewer, PlanStore store) => Seen(actions, nameof(PlanAction.PlanId), viewer, store);

    public static IQueryable<Change> VisibleTo(this IQueryable<Change> changes, Viewer viewer, PlanStore store) => Seen(changes, nameof(Change.PlanId), viewer, store);

    public static IQueryable<Indicator> VisibleTo(this IQueryable<Indicator> indicators, Viewer viewer, PlanStore store) => Seen(indicators, nameof(Indicator.PlanId), viewer, store);

    public static IQueryable<Lead> VisibleTo(this IQueryable<Lead> leads, Viewer viewer, PlanStore store) => Seen(leads, nameof(Lead.PlanId), viewer, store);

    public static IQueryable<Service> VisibleTo(this IQueryable<Service> services, Viewer viewer, PlanStore store) => Seen(services, nameof(Service.PlanId), viewer, store);

    public static IQueryable<Section> VisibleTo(this IQueryable<Section> sections, Viewer viewer, PlanStore store) => Seen(sections, nameof(Section.PlanId), viewer, store);

    public static IQueryable<Recommendation> VisibleTo(this IQueryable<Recommendation> recommendations, Viewer viewer, PlanStore store) =>
        Seen(recommendations, nameof(Recommendation.PlanId), viewer, store);

    public static IQueryable<Board> VisibleTo(this IQueryable<Board> boards, Viewer viewer, PlanStore store) => Seen(boards, nameof(Board.PlanId), viewer, store);

    /// <summary>The same as a condition for SQL that is written by hand; null for a viewer who sees every plan.</summary>
    /// <param name="plan">The column that holds the number of the plan.</param>
    /// <param name="value">Puts a value beside the SQL and says what stands for it in the text.</param>
    public static string? Condition(Viewer viewer, string plan, Func<object, string> value) =>
        viewer.SeesAll ? null : string.Format(null, viewer.IsGuest ? Named : NotHidden, plan, value(viewer.Key ?? ""));

    private static IQueryable<T> Seen<T>(IQueryable<T> all, string plan, Viewer viewer, PlanStore store)
        where T : class
    {
        if (viewer.SeesAll)
        {
            return all;
        }

        var key = viewer.Key ?? "";
        if (viewer.IsGuest)
        {
            var named = store.Rights.Where(right => right.Holder == key).Select(right => right.PlanId);
            return all.Where(one => named.Contains(EF.Property<int>(one, plan)));
        }

        var hidden = store.Plans.Where(p => p.Visibility == Visibility.Named && !p.Rights.Any(right => right.Holder == key)).Select(p => p.Id);
        return all.Where(one => !hidden.Contains(EF.Property<int>(one, plan)));
    }
}
