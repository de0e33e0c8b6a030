using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace TeamsPlanBot.Data.Sqlite;

/// <summary>How the store's SQLite file is opened.</summary>
public static class SqliteFile
{
    /// <summary>The store in this file; opening it makes nothing on the disk.</summary>
    public static PlanStores Open(string connectionString)
    {
        SqliteNative.Use();

        // Whoever waits here keeps a person waiting, so not for long. It never makes a file: a new one needs more than to be there.
        var reading = new SqliteConnectionStringBuilder(Complete(connectionString)) { Pooling = false, DefaultTimeout = 5 };
        reading.Mode = reading.Mode == SqliteOpenMode.ReadWriteCreate ? SqliteOpenMode.ReadWrite : reading.Mode;
        return new PlanStores(
            StoreEngines.Named("Sqlite")!,
            () => Pool(connectionString),
            () => new SqliteConnection(reading.ConnectionString),
            reading.DataSource.StartsWith("file:", StringComparison.Ordinal) ? null : Path.GetFullPath(reading.DataSource));
    }

    private static OpenStore Pool(string connectionString)
    {
        var options = new DbContextOptionsBuilder<SqlitePlanStore>();
        options.UseSqliteFile(connectionString);
        return new PooledDbContextFactory<SqlitePlanStore>(options.Options).CreateDbContext;
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
