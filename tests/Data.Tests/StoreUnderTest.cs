using System.Runtime.CompilerServices;
using Npgsql;
using TeamsPlanBot.Data.Sqlite;

namespace TeamsPlanBot.Data.Tests;

/// <summary>The engine that a test's stores are made on.</summary>
internal static class StoreUnderTest
{
    public const string Sqlite = "Sqlite";

    public const string Postgres = "Postgres";

    /// <summary>Holds the connection string of a PostgreSQL server on which these tests may make databases.</summary>
    public const string PostgresVariable = "TEAMSPLANBOT_POSTGRES";

    private static readonly AsyncLocal<string?> Chosen = new();

    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private static readonly string? Server = Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } server ? server : null;

    public static IReadOnlyList<string> Engines { get; } = [Sqlite, Postgres];

    /// <summary>The engine of the test that runs; SQLite where it names none.</summary>
    public static string Engine
    {
        get => Chosen.Value ?? Sqlite;
        set => Chosen.Value = value;
    }

    /// <summary>Why tests cannot run on an engine here; null where they can.</summary>
    public static string? WhyNot(string engine) => engine == Postgres && Server is null && Environment.GetEnvironmentVariable("TEAMSPLANBOT_REQUIRE_ALL") != "1"
        ? $"There is no PostgreSQL to try this on: name one in {PostgresVariable}, like Host=localhost;Username=postgres."
        : null;

    /// <summary>A connection string for a store of its own; nothing is made yet.</summary>
    public static string NewStore(string folder) => Engine == Sqlite
        ? $"Data Source={Path.Combine(folder, "plans.db")}"
        : $"{Server ?? throw new InvalidOperationException($"{PostgresVariable} names no PostgreSQL.")};Database=plans_{Guid.NewGuid():N};Pooling=True;Maximum Pool Size=20;Connection Idle Lifetime=2;Connection Pruning Interval=1";

    /// <summary>Makes the store with its tables: on a server a copy of one that was made for all tests, which is quicker than making each table.</summary>
    public static async Task MakeAsync(string connectionString)
    {
        if (Engine == Postgres)
        {
            var template = await Template.Value;
            await OnServerAsync($"CREATE DATABASE \"{Database(connectionString)}\" TEMPLATE \"{template}\"");
            return;
        }

        using var stores = Open(connectionString);
        await new StoreSchema(stores).BringUpToDateAsync(default);
    }

    public static PlanStores Open(string connectionString) => StoreEngines.Named(Engine)!.Open(connectionString);

    /// <summary>Takes a store away with all that is open on it.</summary>
    public static async Task RemoveAsync(string connectionString)
    {
        if (Engine == Sqlite)
        {
            // Pooled connections hold the file open.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            return;
        }

        await DropAsync(connectionString);
    }

    private static Task DropAsync(string connectionString) => OnServerAsync($"DROP DATABASE IF EXISTS \"{Database(connectionString)}\" WITH (FORCE)");

    private static async Task<string> MakeTemplateAsync()
    {
        var connectionString = $"{NewStore("")};Pooling=False";
        using var stores = Open(connectionString);
        await new StoreSchema(stores).BringUpToDateAsync(default);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAsync(connectionString).Wait(TimeSpan.FromSeconds(10));
        return Database(connectionString);
    }

    private static string Database(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private static async Task OnServerAsync(string sql)
    {
        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server!) { Database = "postgres", MaxPoolSize = 20 }.ConnectionString);
        await server.OpenAsync();
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync();
    }

    [ModuleInitializer]
    internal static void PrepareSqlite() => SqliteNative.Use();
}
