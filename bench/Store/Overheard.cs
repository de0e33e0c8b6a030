using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Sqlite;

namespace TeamsPlanBot.StoreBench;

/// <summary>A store whose statements are written down, to see how SQLite carries them out.</summary>
internal sealed class Overheard(string file) : IDisposable
{
    private readonly List<SqliteCommand> heard = [];
    private readonly SqliteConnection own = Connect(file, null);

    public PlanStores Open() => new(
        new SqliteEngine(),
        () => () => new SqlitePlanStore(new DbContextOptionsBuilder<SqlitePlanStore>().UseSqlite(Connect(file, heard)).Options),
        () => Connect(file, heard),
        file);

    /// <summary>The plan of each statement since the last time, a line a step.</summary>
    public IReadOnlyList<string> Plans()
    {
        var lines = new List<string>();
        foreach (var said in heard.Where(command => command.CommandText.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            using var explain = own.CreateCommand();
            explain.CommandText = $"EXPLAIN QUERY PLAN {said.CommandText}";
            explain.Parameters.AddRange(said.Parameters.Cast<SqliteParameter>().Select(p => new SqliteParameter(p.ParameterName, p.Value)));
            using var reader = explain.ExecuteReader();
            lines.Add("statement");
            while (reader.Read())
            {
                lines.Add($"  {reader.GetString(3)}");
            }
        }

        heard.Clear();
        return lines;
    }

    public void Dispose() => own.Dispose();

    private static Listening Connect(string file, List<SqliteCommand>? heard)
    {
        var connection = new Listening($"Data Source={file};Pooling=False;Foreign Keys=True", heard);
        connection.Open();
        return connection;
    }

    private sealed class Listening(string connectionString, List<SqliteCommand>? heard) : SqliteConnection(connectionString)
    {
        public override SqliteCommand CreateCommand()
        {
            var command = base.CreateCommand();
            heard?.Add(command);
            return command;
        }
    }
}
