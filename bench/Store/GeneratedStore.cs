using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Sqlite;

namespace TeamsPlanBot.StoreBench;

/// <summary>A store full of made-up plans. A plan is the same in every store, however many others there are.</summary>
internal sealed class GeneratedStore(string file)
{
    private const int Sections = 10;
    private const int Services = 20;
    private const int Leads = 60;
    private const int Recommendations = 20;

    public static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly string[] Words =
        ["visits", "carers", "audit", "panel", "review", "thresholds", "staff", "plans", "families", "court", "health", "school", "caseload", "training", "recorded", "agreed", "started", "delayed"];

    private readonly Dictionary<string, DbCommand> inserts = [];
    private DbConnection connection = null!;
    private int actions;
    private int progress;
    private int changes;

    public PlanStores Open() => SqliteFile.Open($"Data Source={file}");

    public async Task FillAsync(int plans, int actionsEach, int progressEach)
    {
        using (var stores = Open())
        {
            await new StoreSchema(stores).BringUpToDateAsync(default);
        }

        // Nobody minds if this file is lost halfway.
        await using var sqlite = new SqliteConnection($"Data Source={file};Pooling=False");
        connection = sqlite;
        await connection.OpenAsync();
        await ExecuteAsync("PRAGMA synchronous = OFF");
        await ExecuteAsync("PRAGMA cache_size = -200000");
        for (var plan = 1; plan <= plans; plan++)
        {
            await ExecuteAsync("BEGIN");
            AddPlan(plan, actionsEach, progressEach);
            await ExecuteAsync("COMMIT");
            if (plan % 100 == 0)
            {
                Console.WriteLine($"  {plan:N0} plans, {actions:N0} actions, {progress:N0} posts, {changes:N0} changes");
            }
        }

        await ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        foreach (var insert in inserts.Values)
        {
            await insert.DisposeAsync();
        }
    }

    private void AddPlan(int plan, int actionsEach, int progressEach)
    {
        var random = new Random(plan);
        Insert("Plans", [("Id", plan), ("Key", $"plan-{plan}"), ("Name", $"Improvement plan {plan}"), ("Visibility", 0)]);
        for (var i = 1; i <= Sections; i++)
        {
            Insert("Sections", [("Id", Of(plan, i, Sections)), ("PlanId", plan), ("Position", i), ("Label", $"{i}. Theme {i}")]);
        }

        for (var i = 1; i <= Services; i++)
        {
            Insert("Services", [("Id", Of(plan, i, Services)), ("PlanId", plan), ("Name", $"Team {plan}-{i}")]);
        }

        for (var i = 1; i <= Leads; i++)
        {
            Insert("Leads", [("Id", Of(plan, i, Leads)), ("PlanId", plan), ("Name", $"Lead {plan}-{i}"), ("Kind", 0)]);
        }

        for (var i = 1; i <= Recommendations; i++)
        {
            Insert("Recommendations", [("Id", Of(plan, i, Recommendations)), ("PlanId", plan), ("Number", $"{i}")]);
        }

        for (var i = 0; i < actionsEach; i++)
        {
            AddAction(plan, i, progressEach, random);
        }
    }

    private void AddAction(int plan, int number, int progressEach, Random random)
    {
        var id = ++actions;
        var section = number % Sections + 1;
        var reference = $"{section}.{number / Sections + 1}";
        var state = random.Next(3);
        object? brag = state == 2 ? 3 : random.Next(4) is var rating and < 3 ? rating : null;
        object? due = random.Next(10) == 0 ? null : Day(Today.AddDays(random.Next(-200, 400)));
        var days = Enumerable.Range(0, progressEach).Select(_ => Today.AddDays(-random.Next(500))).Order().ToList();
        Insert("Actions", [
            ("Id", id), ("PlanId", plan), ("SectionId", Of(plan, section, Sections)), ("Position", number + 1), ("Ref", reference), ("RefKey", reference), ("Title", Sentence(random, 8)),
            ("Timescale", due), ("Due", due), ("State", state), ("Brag", brag), ("Outcome", Sentence(random, 12)), ("Measures", Sentence(random, 10)),
            ("UpdatedOn", days.Count == 0 ? null : Day(days[^1])), ("Version", progressEach)]);
        var service = random.Next(Services) + 1;
        Insert("ActionServices", [("ActionId", id), ("ServiceId", Of(plan, service, Services)), ("Position", 1), ("ByWords", 0)]);
        var lead = random.Next(Leads);
        var several = random.Next(1, 3);
        for (var i = 0; i < several; i++)
        {
            Insert("ActionLeads", [("ActionId", id), ("LeadId", Of(plan, (lead + i) % Leads + 1, Leads)), ("Position", i + 1)]);
        }

        Insert("ActionRecommendations", [("ActionId", id), ("RecommendationId", Of(plan, random.Next(Recommendations) + 1, Recommendations)), ("Position", 1)]);
        foreach (var day in days)
        {
            AddProgress(plan, id, day, random);
        }
    }

    private void AddProgress(int plan, int action, DateOnly day, Random random)
    {
        var id = ++progress;
        Insert("Progress", [
            ("Id", id), ("ActionId", action), ("At", $"{Day(day)} 09:00:00"), ("On", Day(day)), ("By", $"Lead {plan}-{random.Next(Leads) + 1}"), ("PersonKey", $"tenant/{random.Next(10_000)}"),
            ("Text", Sentence(random, 14)), ("Origin", 0), ("ConversationKey", $"19:{plan}@thread.tacv2"), ("MessageId", $"{id}"), ("IsUndo", 0)]);
        if (random.Next(2) == 0)
        {
            Insert("Changes", [("Id", ++changes), ("ProgressId", id), ("PlanId", plan), ("ActionId", action), ("On", Day(day)), ("Field", 1), ("From", "amber"), ("To", "green")]);
        }
    }

    private static int Of(int plan, int number, int each) => (plan - 1) * each + number;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    public static string Sentence(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));

    private void Insert(string table, IReadOnlyList<(string Column, object? Value)> cells)
    {
        if (!inserts.TryGetValue(table, out var insert))
        {
            insert = connection.CreateCommand();
            insert.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", cells.Select(cell => $"\"{cell.Column}\""))}) VALUES ({string.Join(", ", cells.Select((_, i) => $"@{i}"))})";
            for (var i = 0; i < cells.Count; i++)
            {
                var parameter = insert.CreateParameter();
                parameter.ParameterName = $"@{i}";
                insert.Parameters.Add(parameter);
            }

            inserts.Add(table, insert);
        }

        for (var i = 0; i < cells.Count; i++)
        {
            insert.Parameters[i].Value = cells[i].Value ?? DBNull.Value;
        }

        insert.ExecuteNonQuery();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
