using System.Text;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Writes a question about actions as SQL: a text that is the same for questions of the same shape, and the values beside it.</summary>
internal sealed class ActionSql
{
    private const string Complete = "2";

    private readonly StringBuilder conditions = new();
    private readonly List<object> values = [];
    private readonly bool allOpen;
    private readonly bool allComplete;
    private readonly bool allDated;

    private readonly Dialect dialect;

    public ActionSql(Viewer viewer, ActionQuestion asked, Dialect dialect)
    {
        this.dialect = dialect;
        allOpen = asked.State is StateAsked.Open or StateAsked.NotStarted or StateAsked.InProgress;
        allComplete = asked.State == StateAsked.Complete;
        allDated = asked.DueFrom is not null || asked.DueTo is not null;

        if (Sight.Condition(viewer, "a.\"PlanId\"", Value) is { } seen)
        {
            Add(seen);
        }

        AddState(asked.State);
        AddAmong("a.\"PlanId\" IN ({0})", asked.Plans);
        AddAmong("a.\"SectionId\" IN ({0})", asked.Sections);

        // Written so that the few actions of a service or lead are found first, instead of asking each action of the store.
        AddAmong("a.\"Id\" IN (SELECT s.\"ActionId\" FROM \"ActionServices\" s WHERE s.\"ServiceId\" IN ({0}))", asked.Services);
        if (asked.Leads is { } leads)
        {
            // Nobody leads what nobody is asked for.
            AddAmong("a.\"Id\" IN (SELECT l.\"ActionId\" FROM \"ActionLeads\" l WHERE l.\"LeadId\" IN ({0}))", leads.Count > 0 ? leads : [0]);
        }

        if (asked.Recommendation is { } number)
        {
            Add($"a.\"Id\" IN (SELECT x.\"ActionId\" FROM \"ActionRecommendations\" x JOIN \"Recommendations\" r ON r.\"Id\" = x.\"RecommendationId\" WHERE r.\"Number\" = {Value(number)})");
        }

        AddAmong("a.\"Brag\" IN ({0})", [.. asked.Brags.Select(brag => (int)brag)]);
        AddAmong("(a.\"Brag\" IS NULL OR a.\"Brag\" NOT IN ({0}))", [.. asked.NotBrags.Select(brag => (int)brag)]);
        AddDates(asked);
        if (asked.NoLead)
        {
            Add("NOT EXISTS (SELECT 1 FROM \"ActionLeads\" l WHERE l.\"ActionId\" = a.\"Id\")");
        }

        if (asked.Words is { } words)
        {
            AddWords(words);
        }
    }

    public Sql Count() => new($"SELECT COUNT(*) FROM \"Actions\" a{conditions}", values);

    /// <summary>The longest overdue first, undated ones after all dates, complete ones last; then the worst rating, then the document's order.</summary>
    public Sql Page(FoundAction found, int skip, int most)
    {
        var order = new List<string>();
        if (!allOpen && !allComplete)
        {
            order.Add($"CASE WHEN a.\"State\" = {Complete} THEN 1 ELSE 0 END");
        }

        if (!allDated)
        {
            order.Add("CASE WHEN a.\"Due\" IS NULL THEN 1 ELSE 0 END");
        }

        order.AddRange(["a.\"Due\"", "CASE WHEN a.\"Brag\" IS NULL THEN 1 ELSE 0 END", "a.\"Brag\"", "p.\"Key\"", "a.\"Position\""]);
        var inOrder = string.Join(", ", order);

        // The page is found first, so that names are only looked up for what is on it.
        var text = $"""
            SELECT {found.Columns}
            FROM (SELECT a."Id" FROM "Actions" a JOIN "Plans" p ON p."Id" = a."PlanId"{conditions} ORDER BY {inOrder} {dialect.Page($"@{values.Count}", $"@{values.Count + 1}")}) found
            JOIN "Actions" a ON a."Id" = found."Id" JOIN "Plans" p ON p."Id" = a."PlanId"
            ORDER BY {inOrder}
            """;
        return new Sql(text, [.. values, most, skip]);
    }

    private void AddState(StateAsked state)
    {
        switch (state)
        {
            case StateAsked.Open:
                Add($"a.\"State\" <> {Complete}");
                break;
            case StateAsked.Complete:
                Add($"a.\"State\" = {Complete}");
                break;
            case StateAsked.NotStarted:
                Add($"a.\"State\" = {Value((int)ActionState.NotStarted)}");
                break;
            case StateAsked.InProgress:
                Add($"a.\"State\" = {Value((int)ActionState.InProgress)}");
                break;
        }
    }

    private void AddDates(ActionQuestion asked)
    {
        if (asked.DueFrom is { } from)
        {
            Add($"a.\"Due\" >= {Value(from)}");
        }

        if (asked.DueTo is { } to)
        {
            Add($"a.\"Due\" <= {Value(to)}");
        }

        if (asked.NoDate)
        {
            Add("a.\"Due\" IS NULL");
        }

        if (asked.NoProgressSince is { } day)
        {
            Add($"(a.\"UpdatedOn\" IS NULL OR a.\"UpdatedOn\" < {Value(day)})");
        }
    }

    private void AddWords(string words)
    {
        var pattern = Value(Dialect.Containing(words));
        var inNotes = Value(Dialect.Containing(Notes.Inside(words)));
        Add($"""
            ({dialect.Like("a.\"Title\"", pattern)} OR {dialect.Like("a.\"Outcome\"", pattern)} OR {dialect.Like("a.\"Measures\"", pattern)} OR {dialect.Like("a.\"Notes\"", inNotes)}
            OR EXISTS (SELECT 1 FROM "Progress" w WHERE w."ActionId" = a."Id" AND w."UndoneById" IS NULL AND {dialect.Like("w.\"Text\"", pattern)}))
            """);
    }

    private void AddAmong(string condition, IReadOnlyList<int> ids)
    {
        if (ids.Count > 0)
        {
            Add(string.Format(null, condition, string.Join(", ", ids.Select(id => Value(id)))));
        }
    }

    private void Add(string condition) => conditions.Append(conditions.Length == 0 ? " WHERE " : " AND ").Append(condition);

    private string Value(object value)
    {
        values.Add(value);
        return $"@{values.Count - 1}";
    }
}
