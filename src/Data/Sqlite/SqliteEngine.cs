using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TeamsPlanBot.Data.Sqlite;

/// <summary>The embedded store: an SQLite file.</summary>
public sealed class SqliteEngine : StoreEngine
{
    public override string Name => "Sqlite";

    public override string Silence => "it is locked by another program, or its disk hangs";

    internal override bool KeepsConnections => true;

    internal override Dialect Dialect { get; } = new SqliteDialect();

    public override PlanStores Open(string connectionString) => SqliteFile.Open(connectionString);

    public override string? Fault(string? connectionString)
    {
        const string Unreadable = "Store__ConnectionString is not a connection string for SQLite: write it like Data Source=plans.db.";
        try
        {
            if (string.IsNullOrEmpty(connectionString))
            {
                return null;
            }

            var parts = new SqliteConnectionStringBuilder(connectionString);
            return parts.DataSource.Length == 0 ? Unreadable
                : parts.Mode == SqliteOpenMode.Memory || parts.DataSource == ":memory:"
                    ? "Store__ConnectionString names a store in memory, which would keep nothing: write it like Data Source=plans.db."
                    : null;
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException)
        {
            return Unreadable;
        }
    }

    internal override StoreProblem? Explain(DbException error) => error is not SqliteException sqlite ? null : sqlite.SqliteErrorCode switch
    {
        5 or 6 => new(StoreProblemKind.Locked, "The store is locked by another program. Close it, or wait until it has finished, and try again."),
        8 => new(StoreProblemKind.ReadOnly, "The store's file may only be read. Give the bot the right to write to it and to its folder."),
        10 or 13 => new(StoreProblemKind.Full, "The disk that holds the store is full or failing. Make room, then try again."),
        11 or 26 => new(StoreProblemKind.Damaged, "The file named in Store__ConnectionString is not a store of this bot, or is damaged. Name another file, or put a backup in its place."),
        14 => new(StoreProblemKind.Unreachable, "The store's file cannot be opened. Check that the folder named in Store__ConnectionString exists and that the bot may write to it."),
        19 => new(StoreProblemKind.Conflict, "Somebody else changed the same thing in the same moment. Try again."),
        var code => new(StoreProblemKind.Other, $"The store answered with an error ({code}). Run doctor to see what is wrong."),
    };
}
