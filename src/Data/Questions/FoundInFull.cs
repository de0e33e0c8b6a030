using System.Data.Common;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>An action in full while it is being read: what hangs on it follows from a question of its own.</summary>
internal sealed record FoundInFull(ActionLine Line, string Section, string? SectionLead, string? Outcome, string? Measures, string? Parent)
{
    private enum Kind
    {
        Milestone,
        Progress,
        Recommendation,
        SubAction,
        NewDate,
    }

    public static Sql Named(Viewer viewer, FoundAction found, string reference, IReadOnlyList<int> plans)
    {
        var values = new List<object>();
        var conditions = new List<string> { $"a.\"RefKey\" = {Value(reference.ToLowerInvariant())}" };
        if (plans.Count > 0)
        {
            conditions.Add($"a.\"PlanId\" IN ({string.Join(", ", plans.Select(plan => Value(plan)))})");
        }

        if (Sight.Condition(viewer, "a.\"PlanId\"", Value) is { } seen)
        {
            conditions.Add(seen);
        }

        return new Sql(
            $"""
            SELECT {found.Columns}, s."Label", s."Lead", a."Outcome", a."Measures", u."Ref"
            FROM "Actions" a JOIN "Plans" p ON p."Id" = a."PlanId" JOIN "Sections" s ON s."Id" = a."SectionId" LEFT JOIN "Actions" u ON u."Id" = a."ParentId"
            WHERE {string.Join(" AND ", conditions)} ORDER BY p."Key"
            """,
            values);

        string Value(object value)
        {
            values.Add(value);
            return $"@{values.Count - 1}";
        }
    }

    public static FoundInFull Read(DbDataReader row)
    {
        const int After = FoundAction.Width;
        return new FoundInFull(
            FoundAction.Read(row),
            row.GetString(After),
            row.Text(After + 1),
            row.Text(After + 2),
            row.Text(After + 3),
            row.Text(After + 4));
    }

    /// <summary>Reads the rest of it.</summary>
    public async Task<ActionInFull> CompleteAsync(PlanStores stores, int latestProgress, CancellationToken cancelled)
    {
        var parts = (await stores.Prepared.RowsAsync(PartsOf(stores.Dialect, Line.Id, latestProgress), Part.Read, cancelled)).ToLookup(part => part.Kind);
        return new ActionInFull(
            Line,
            Section,
            SectionLead,
            Outcome,
            Measures,
            [.. parts[Kind.Recommendation].Select(part => part.Text)],
            [.. parts[Kind.Milestone].Select(part => new DatedLine(part.On!.Value, part.Text, part.MetOn)).OrderBy(milestone => milestone.On)],
            [.. parts[Kind.Progress].OrderByDescending(part => part.On ?? DateOnly.MinValue).Select(part => new ProgressLine(part.On, part.By, part.Text, part.From))],
            Parent,
            [.. parts[Kind.SubAction].Select(part => part.Text)],
            SlipsOf(parts[Kind.NewDate]));
    }

    private Slips SlipsOf(IEnumerable<Part> dates)
    {
        var slips = Slips.Of(dates.Select(date => new DateChange(date.From, date.To, date.Text.Length == 0 ? null : date.Text, date.By, date.On!.Value)));
        return slips with { First = slips.First ?? Line.Due };
    }

    // A date that was taken back was never moved. The part with every column comes first: the others take their types from it.
    private static Sql PartsOf(Dialect dialect, int action, int latestProgress) => new(
        $"""
        SELECT {(int)Kind.Progress}, w."On", w."By", w."Text", -w."Id", w."Link", NULL, w."On" FROM (SELECT * FROM "Progress" WHERE "ActionId" = @0 AND "Text" IS NOT NULL AND "UndoneById" IS NULL ORDER BY CASE WHEN "On" IS NULL THEN 1 ELSE 0 END, "On" DESC, "Id" DESC {dialect.Page("@1", "0")}) w
        UNION ALL
        SELECT {(int)Kind.Milestone}, m."On", NULL, m."Words", m."Id", NULL, NULL, m."MetOn" FROM "Milestones" m WHERE m."ActionId" = @0
        UNION ALL
        SELECT {(int)Kind.Recommendation}, NULL, NULL, r."Number", x."Position", NULL, NULL, NULL FROM "ActionRecommendations" x JOIN "Recommendations" r ON r."Id" = x."RecommendationId" WHERE x."ActionId" = @0
        UNION ALL
        SELECT {(int)Kind.SubAction}, NULL, NULL, c."Ref", c."Position", NULL, NULL, NULL FROM "Actions" c WHERE c."ParentId" = @0
        UNION ALL
        SELECT {(int)Kind.NewDate}, d."On", w."By", COALESCE(d."Reason", ''), d."Id", d."From", d."To", NULL FROM "Changes" d JOIN "Progress" w ON w."Id" = d."ProgressId"
            WHERE d."ActionId" = @0 AND d."Field" = {(int)Field.Due}
            AND NOT EXISTS (SELECT 1 FROM "Progress" u WHERE u."UndoneById" = w."Id")
            AND NOT EXISTS (SELECT 1 FROM "Changes" b WHERE b."ProgressId" = w."UndoneById" AND b."Field" = {(int)Field.Due})
        ORDER BY 1, 5
        """,
        [action, latestProgress]);

    private sealed record Part(Kind Kind, DateOnly? On, string? By, string Text, string? From, string? To, DateOnly? MetOn)
    {
        public static Part Read(DbDataReader row) => new((Kind)row.GetInt32(0), row.Day(1), row.Text(2), row.GetString(3), row.Text(5), row.Text(6), row.Day(7));
    }
}
