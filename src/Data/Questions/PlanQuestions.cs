using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>A plan as a list shows it.</summary>
public sealed record PlanLine(int Id, string Key, string Name, int Actions, int Complete, int Overdue);

/// <summary>A name that stands in a plan, and how it is shown where it is short for another.</summary>
public sealed record NamedThing(NameKind Kind, int Id, int PlanId, string Name, string? Shown = null);

/// <summary>What bears a name. Where one name is borne by several kinds, the first of these is meant.</summary>
public enum NameKind
{
    Service,
    Lead,
    Plan,
    Section,
}

/// <summary>Asks the store for plans and for the names in them.</summary>
public sealed class PlanQuestions(PlanStores stores)
{
    public async Task<IReadOnlyList<PlanLine>> ListAsync(Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        if (viewer.SeesNothing)
        {
            return [];
        }

        var sql = new Sql(
            $"""
            SELECT p."Id", p."Key", p."Name", COUNT(a."Id"), COUNT(CASE WHEN a."State" = {(int)ActionState.Complete} THEN 1 END),
                COUNT(CASE WHEN a."State" <> {(int)ActionState.Complete} AND a."Due" < @0 THEN 1 END)
            FROM "Plans" p LEFT JOIN "Actions" a ON a."PlanId" = p."Id"
            GROUP BY p."Id", p."Key", p."Name" ORDER BY p."Key"
            """,
            [today]);
        return await stores.Prepared.RowsAsync(sql, row => new PlanLine(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)), cancelled);
    }

    /// <summary>Every name this viewer may use, plans by key and by name.</summary>
    public async Task<IReadOnlyList<NamedThing>> NamesAsync(Viewer viewer, CancellationToken cancelled)
    {
        if (viewer.SeesNothing)
        {
            return [];
        }

        var services = await NamedAsync(NameKind.Service, """SELECT "Id", "PlanId", "Name" FROM "Services" ORDER BY "Id" """, cancelled);
        var leads = await NamedAsync(NameKind.Lead, """SELECT "Id", "PlanId", "Name" FROM "Leads" ORDER BY "Id" """, cancelled);
        var plans = await stores.Prepared.RowsAsync(
            new Sql("""SELECT "Id", "Key", "Name" FROM "Plans" ORDER BY "Id" """, []),
            row => (Id: row.GetInt32(0), Key: row.GetString(1), Name: row.GetString(2)),
            cancelled);
        var sections = await stores.Prepared.RowsAsync(
            new Sql("""SELECT "Id", "PlanId", "Label" FROM "Sections" ORDER BY "PlanId", "Position" """, []),
            row => (Id: row.GetInt32(0), PlanId: row.GetInt32(1), Section: new Section { Label = row.GetString(2) }),
            cancelled);

        return [
            .. services,
            .. leads,
            .. plans.SelectMany(p => new[] { p.Name, p.Key, Place(p.Key) }.Distinct().Select(name => new NamedThing(NameKind.Plan, p.Id, p.Id, name, p.Name))),
            .. sections.Select(s => new NamedThing(NameKind.Section, s.Id, s.PlanId, s.Section.Title)),
            .. sections.Where(s => s.Section.Number is not null).Select(s => new NamedThing(NameKind.Section, s.Id, s.PlanId, $"section {s.Section.Number}")),
        ];
    }

    private Task<List<NamedThing>> NamedAsync(NameKind kind, string sql, CancellationToken cancelled) =>
        stores.Prepared.RowsAsync(new Sql(sql, []), row => new NamedThing(kind, row.GetInt32(0), row.GetInt32(1), row.GetString(2)), cancelled);

    // People call a plan by its place: Somerset, for somerset-2018.
    private static string Place(string key) => key.TrimEnd('-', '_', '/', ' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    /// <summary>Grows with every change of names.</summary>
    public Task<long> NamesRevisionAsync(CancellationToken cancelled) => stores.RevisionAsync(Revision.OfNames, cancelled);
}
