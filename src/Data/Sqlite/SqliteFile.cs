using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace TeamsPlanBot.Data.Sqlite;

/// <summary>How the store's SQLite file is opened.</summary>
public static class SqliteFile
{
    /// <summary>The store in this file; the folder is made where it is missing.</summary>
    public static PlanStores Open(string connectionString)
    {
        if (Path.GetDirectoryName(new SqliteConnectionStringBuilder(connectionString).DataSource) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var options = new DbContextOptionsBuilder<SqlitePlanStore>();
        options.UseSqliteFile(connectionString);
        var pool = new PooledDbContextFactory<SqlitePlanStore>(options.Options);
        return new PlanStores(pool.CreateDbContext, () => new SqliteConnection(Complete(connectionString)));
    }

    /// <summary>Puts the store into this SQLite file.</summary>
    public static DbContextOptionsBuilder UseSqliteFile(this DbContextOptionsBuilder options, string connectionString)
    {
        SqliteNative.Use();
        return options.UseSqlite(Complete(connectionString));
    }

    // Waiting for a lock is left to Default Timeout; PRAGMA busy_timeout on top of it makes the waits longer.
    private static string Complete(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString;
}
