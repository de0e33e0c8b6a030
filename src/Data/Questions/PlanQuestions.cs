using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>A plan as a list shows it.</summary>
public sealed record PlanLine(int Id, string Key, string Name, int Actions, int Complete, int Overdue);

/// <summary>What a plan says of itself.</summary>
/// <param name="Meanings">What its ratings mean, the worst first; null where it does not say.</param>
public sealed record PlanCover(int Id, string Key, string Name, string? Organisation, string? Version, IReadOnlyList<string?> Meanings);

/// <summary>A name that stands in a plan, and how it is shown where it is short for another.</summary>
public sealed record NamedThing(NameKind Kind, int Id, int PlanId, string Name, string? Shown = null);

/// <summary>What bears a name. Where one name is borne by several kinds, the first of these is meant.</summary>
public enum NameKind
{
    Service,
    Lead,
    Plan,
    Section,
    Indicator,
}

/// <summary>Asks the store for plans and for the names in them.</summary>
public sealed class PlanQuestions(PlanStores stores)
{
    public async Task<IReadOnlyList<PlanLine>> ListAsync(Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        var seen = Sight.Condition(viewer, "p.\"Id\"", _ => "@1");
        var sql = new Sql(
            $"""
            SELECT p."Id", p."Key", p."Name", COUNT(a."Id"), COUNT(CASE WHEN a."State" = {(int)ActionState.Complete} THEN 1 END),
                COUNT(CASE WHEN a."State" <> {(int)ActionState.Complete} AND a."Due" < @0 THEN 1 END)
            FROM "Plans" p LEFT JOIN "Actions" a ON a."PlanId" = p."Id"{(seen is null ? "" : $" WHERE {seen}")}
            GROUP BY p."Id", p."Key", p."Name" ORDER BY p."Key"
            """,
            seen is null ? [today] : [today, viewer.Key ?? ""]);
        return await stores.Prepared.RowsAsync(sql, row => new PlanLine(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)), cancelled);
    }

    /// <summary>What a plan says of itself; null where there is none to be seen.</summary>
    public async Task<PlanCover?> FindAsync(Viewer viewer, int plan, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        return await store.Plans.AsNoTracking().VisibleTo(viewer, store)
            .Where(p => p.Id == plan)
            .Select(p => new PlanCover(p.Id, p.Key, p.Name, p.Organisation, p.Version, new[] { p.RedMeans, p.AmberMeans, p.GreenMeans, p.BlueMeans }))
            .SingleOrDefaultAsync(cancelled);
    }

    /// <summary>Every name this viewer may use, plans by key and by name.</summary>
    public async Task<IReadOnlyList<NamedThing>> NamesAsync(Viewer viewer, CancellationToken cancelled)
    {
        var seen = Sight.Condition(viewer, "\"Id\"", _ => "@0");
        var plans = await stores.Prepared.RowsAsync(
            new Sql($"""SELECT "Id", "Key", "Name" FROM "Plans"{(seen is null ? "" : $" WHERE {seen}")} ORDER BY "Id" """, seen is null ? [] : [viewer.Key ?? ""]),
            row => (Id: row.GetInt32(0), Key: row.GetString(1), Name: row.GetString(2)),
            cancelled);
        var among = plans.Select(plan => plan.Id).ToHashSet();
        var services = await NamedAsync(NameKind.Service, """SELECT "Id", "PlanId", "Name", NULL FROM "Services" ORDER BY "Id" """, cancelled);
        var alsoServices = await NamedAsync(
            NameKind.Service, """SELECT s."Id", s."PlanId", o."Name", s."Name" FROM "ServiceAliases" o JOIN "Services" s ON s."Id" = o."ServiceId" ORDER BY s."Id", o."Name" """, cancelled);
        var leads = await NamedAsync(NameKind.Lead, """SELECT "Id", "PlanId", "Name", NULL FROM "Leads" ORDER BY "Id" """, cancelled);
        var alsoLeads = await NamedAsync(
            NameKind.Lead, """SELECT l."Id", l."PlanId", o."Name", l."Name" FROM "LeadAliases" o JOIN "Leads" l ON l."Id" = o."LeadId" ORDER BY l."Id", o."Name" """, cancelled);
        var indicators = await NamedAsync(NameKind.Indicator, """SELECT "Id", "PlanId", "Name", NULL FROM "Indicators" ORDER BY "PlanId", "Position", "Id" """, cancelled);
        var alsoIndicators = await NamedAsync(
            NameKind.Indicator,
            """SELECT i."Id", i."PlanId", o."Name", i."Name" FROM "IndicatorAliases" o JOIN "Indicators" i ON i."Id" = o."IndicatorId" ORDER BY i."PlanId", i."Position", i."Id", o."Name" """,
            cancelled);
        var sections = await stores.Prepared.RowsAsync(
            new Sql("""SELECT "Id", "PlanId", "Label" FROM "Sections" ORDER BY "PlanId", "Position" """, []),
            row => (Id: row.GetInt32(0), PlanId: row.GetInt32(1), Section: new Section { Label = row.GetString(2) }),
            cancelled);

        IEnumerable<NamedThing> all = [
            .. services,
            .. alsoServices,
            .. leads,
            .. alsoLeads,
            .. plans.SelectMany(p => new[] { p.Name, p.Key, Place(p.Key) }.Distinct().Select(name => new NamedThing(NameKind.Plan, p.Id, p.Id, name, p.Name))),
            .. sections.Select(s => new NamedThing(NameKind.Section, s.Id, s.PlanId, s.Section.Title)),
            .. sections.Where(s => s.Section.Number is not null).Select(s => new NamedThing(NameKind.Section, s.Id, s.PlanId, $"section {s.Section.Number}")),
            .. indicators,
            .. alsoIndicators,
        ];
        return [.. all.Where(thing => among.Contains(thing.PlanId))];
    }

    private Task<List<NamedThing>> NamedAsync(NameKind kind, string sql, CancellationToken cancelled) =>
        stores.Prepared.RowsAsync(new Sql(sql, []), row => new NamedThing(kind, row.GetInt32(0), row.GetInt32(1), row.GetString(2), row.Text(3)), cancelled);

    // People call a plan by its place: Somerset, for somerset-2018.
    private static string Place(string key) => key.TrimEnd('-', '_', '/', ' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    /// <summary>Grows with every change of names.</summary>
    public Task<long> NamesRevisionAsync(CancellationToken cancelled) => stores.RevisionAsync(Revision.OfNames, cancelled);
}
