using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

/// <summary>No question of one plan, section, service or lead goes through all actions, posts, changes or figures of the store.</summary>
public sealed partial class IndexTests
{
    private static readonly DateOnly Today = GeneratedStore.Today;

    private static readonly string[] Large = ["Actions", "Progress", "Changes", "Measurements"];

    private static readonly Viewer Somebody = new("Jo Hill", null, IsGuest: false, GeneratedStore.Named);

    private static readonly Dictionary<string, Func<GeneratedStore, Scope, Task>> Questions = new()
    {
        ["breakdown"] = (s, scope) => new BreakdownQuestions(s.Stores).OfAsync(Somebody, scope, Today, default),
        ["breakdown by section"] = (s, scope) => new BreakdownQuestions(s.Stores).EachAsync(Somebody, scope, BrokenDownBy.Section, Today, default),
        ["breakdown by plan"] = (s, scope) => new BreakdownQuestions(s.Stores).EachAsync(Somebody, scope, BrokenDownBy.Plan, Today, default),
        ["breakdown by service"] = (s, scope) => new BreakdownQuestions(s.Stores).EachAsync(Somebody, scope, BrokenDownBy.Service, Today, default),
        ["breakdown by lead"] = (s, scope) => new BreakdownQuestions(s.Stores).EachAsync(Somebody, scope, BrokenDownBy.Lead, Today, default),
        ["changes"] = (s, scope) => new ChangeQuestions(s.Stores).SinceAsync(Somebody, scope, Today.AddDays(-30), 3, default, counted: true),
        ["slips"] = (s, scope) => new ChangeQuestions(s.Stores).SlipsAsync(Somebody, scope, Today.AddDays(-30), default),
        ["watermelons"] = (s, scope) => new WatermelonQuestions(s.Stores).ListAsync(Somebody, scope, Today, default),
        ["indicators"] = (s, scope) => new IndicatorQuestions(s.Stores).ListAsync(Somebody, scope, Today, default),
        ["one of each"] = async (s, scope) =>
        {
            await new HistoryQuestions(s.Stores).OfAsync(Somebody, 1, default);
            await new CoverageQuestions(s.Stores).OfAsync(Somebody, 1, default);
            await new IndicatorQuestions(s.Stores).FindAsync(Somebody, 1, Today, default);
            await new LeadQuestions(s.Stores).LeftByAsync(Somebody, [1], default);
            await new LeadQuestions(s.Stores).NearPairsAsync(Somebody, [1], default);
            await new BoardQuestions(s.Stores).OfAsync(Somebody, 1, Today, default);
        },
    };

    public static TheoryData<string> Asked => [.. Questions.Keys];

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task It_finds_its_rows_by_an_index(string question)
    {
        using var heard = new Heard();
        await using var store = await GeneratedStore.CreateAsync(3);

        foreach (var scope in new Scope[] { new() { Plans = [1] }, new() { Sections = [1] }, new() { Services = [1, 2] }, new() { Leads = [1] }, new() { Plans = [1], Services = [1] } })
        {
            heard.Forget();
            await Questions[question](store, scope);

            Assert.NotEmpty(heard.Of(store.Name));
            Assert.All(heard.Of(store.Name), statement => Assert.Empty(Scans(store, statement)));
        }
    }

    [Fact]
    public async Task What_goes_through_all_actions_would_be_noticed()
    {
        using var heard = new Heard();
        await using var file = await GeneratedStore.CreateAsync(3);
        await using var store = file.Stores.Open();
        heard.Forget();

        await store.Actions.CountAsync(action => action.Title == "x");

        Assert.NotEmpty(Scans(file, Assert.Single(heard.Of(file.Name))));
    }

    // What the engine says of a table is its name in the statement.
    private static List<string> Scans(GeneratedStore store, Statement statement)
    {
        var large = Alias().Matches(statement.Text).Where(name => Large.Contains(name.Groups[1].Value)).Select(name => name.Groups[2].Value).ToHashSet();
        using var connection = new SqliteConnection($"Data Source={store.Name};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var explain = connection.CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN {statement.Text}";
        foreach (var (name, value) in statement.Values)
        {
            explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        var scans = new List<string>();
        using var rows = explain.ExecuteReader();
        while (rows.Read())
        {
            var step = rows.GetString(3);
            if (step.StartsWith("SCAN ", StringComparison.Ordinal) && large.Contains(step.Split(' ')[1]))
            {
                scans.Add($"{step} in {statement.Text}");
            }
        }

        return scans;
    }

    [GeneratedRegex("\"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Alias();

    private sealed record Statement(string File, string Text, List<(string Name, object? Value)> Values);

    /// <summary>Hears what stores are asked. It listens before a store is made: where nobody does, EF looks again only after a second.</summary>
    private sealed class Heard : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentQueue<IDisposable> subscriptions = new();
        private readonly ConcurrentQueue<Statement> statements = new();

        public Heard() => subscriptions.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));

        public List<Statement> Of(string file) => [.. statements.Where(statement => statement.File == file)];

        public void Forget() => statements.Clear();

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                subscriptions.Enqueue(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData { Command: SqliteCommand { Connection: { } connection } command } && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
            {
                statements.Enqueue(new Statement(connection.DataSource, command.CommandText, [.. command.Parameters.Cast<SqliteParameter>().Select(p => (p.ParameterName, p.Value))]));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            foreach (var subscription in subscriptions)
            {
                subscription.Dispose();
            }
        }
    }
}
