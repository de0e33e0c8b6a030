using TeamsPlanBot.Data.Postgres;
using TeamsPlanBot.Data.Sqlite;
using TeamsPlanBot.Data.SqlServer;

namespace TeamsPlanBot.Data;

/// <summary>The engines there are: the one place that names them.</summary>
public static class StoreEngines
{
    public static IReadOnlyList<StoreEngine> All { get; } = [new SqliteEngine(), new SqlServerEngine(), new PostgresEngine()];

    /// <summary>The one that <c>Store__Provider</c> names, if it does.</summary>
    public static StoreEngine? Named(string name) => All.FirstOrDefault(engine => engine.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
