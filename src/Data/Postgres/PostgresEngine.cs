using System.Data.Common;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace TeamsPlanBot.Data.Postgres;

/// <summary>The store in a PostgreSQL database.</summary>
public sealed class PostgresEngine : StoreEngine
{
    private const int KeptPrepared = 200;

    public override string Name => "Postgres";

    public override string Silence => "the database server is busy, or cannot be reached";

    internal override bool KeepsConnections => false;

    internal override Dialect Dialect { get; } = new PostgresDialect();

    public override string? Fault(string? connectionString)
    {
        const string Example = "write it like Host=db.example.gov.uk;Database=plans;Username=plans;Password=…";
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return $"Store__ConnectionString is not set, and PostgreSQL needs one: {Example}.";
        }

        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connectionString);
            return string.IsNullOrEmpty(parts.Host) ? $"Store__ConnectionString names no server: {Example}."
                : string.IsNullOrEmpty(parts.Database) ? $"Store__ConnectionString names no database: {Example}."
                : null;
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException or InvalidCastException)
        {
            return $"Store__ConnectionString is not a connection string for PostgreSQL: {Example}.";
        }
    }

    public override PlanStores Open(string connectionString)
    {
        var complete = Complete(connectionString);
        return new PlanStores(this, () => Pool(complete), () => new NpgsqlConnection(complete), file: null);
    }

    private static OpenStore Pool(string connectionString) =>
        new PooledDbContextFactory<PostgresPlanStore>(new DbContextOptionsBuilder<PostgresPlanStore>().UseNpgsql(connectionString).Options).CreateDbContext;

    // A time that does not say it is UTC would be taken for one of the server's own.
    internal override void Bind(DbParameter parameter, object? value) =>
        base.Bind(parameter, value is DateTime moment ? DateTime.SpecifyKind(moment, DateTimeKind.Utc) : value);

    internal override StoreProblem? Explain(DbException error) => error switch
    {
        PostgresException told => Told(told.SqlState),
        NpgsqlException { InnerException: TimeoutException } => new(StoreProblemKind.Locked, "The database server did not answer in time. Wait a moment and try again; if it stays so, see what keeps it busy, and that a firewall lets the bot reach it."),
        NpgsqlException { InnerException: AuthenticationException } => new(StoreProblemKind.Unreachable, "The database server's certificate is not trusted by this computer. Trust the authority that issued it, or name it in Store__ConnectionString as Root Certificate."),
        NpgsqlException { InnerException: SocketException or IOException } => new(StoreProblemKind.Unreachable, "The database server cannot be reached. Check that it runs, that Host and Port in Store__ConnectionString are right, and that a firewall lets the bot through."),
        NpgsqlException { InnerException: null } without when without.Message.StartsWith("No password", StringComparison.Ordinal) => Refused,
        NpgsqlException => new(StoreProblemKind.Other, "The database server could not be spoken to. Run doctor to see what is wrong."),
        _ => null,
    };

    private static StoreProblem Refused => new(StoreProblemKind.Refused, "The database server does not let the bot in. Check Username and Password in Store__ConnectionString, and that the server takes this computer.");

    // The codes are in appendix A of PostgreSQL's manual.
    private static StoreProblem Told(string code) => code switch
    {
        "28P01" or "28000" => Refused,
        "42501" => new(StoreProblemKind.Refused, "The bot's database user may not do this. Give it the right to read and write the tables; for migrate, also the right to make them."),
        "3D000" => new(StoreProblemKind.Unreachable, "The database named in Store__ConnectionString is not there. Check its name, or run migrate to make it."),
        "42P01" or "42703" or "3F000" => new(StoreProblemKind.NotMigrated, "The store's tables are not those this version needs. Run migrate."),
        "23505" or "23503" or "40001" or "42P04" or "42P07" or "42701" or "55006" => new(StoreProblemKind.Conflict, "Somebody else changed the same thing in the same moment. Try again."),
        "40P01" or "55P03" or "57014" or "53300" => new(StoreProblemKind.Locked, "The database server is too busy, or somebody else holds what is asked for. Wait a moment and try again."),
        "25006" => new(StoreProblemKind.ReadOnly, "The database may only be read. Name its primary server in Store__ConnectionString."),
        "53100" or "53200" or "53400" or "58030" => new(StoreProblemKind.Full, "The database server has no room left, or its disk fails. Make room there, then try again."),
        "XX001" or "XX002" => new(StoreProblemKind.Damaged, "The database is damaged. Put a backup in its place."),
        "57P01" or "57P02" or "57P03" => new(StoreProblemKind.Unreachable, "The database server is starting or stopping. Wait a moment and try again."),
        _ when code.StartsWith("08", StringComparison.Ordinal) => new(StoreProblemKind.Unreachable, "The connection to the database server broke. Try again."),
        _ => new(StoreProblemKind.Other, $"The database server answered with an error ({code}). Run doctor to see what is wrong."),
    };

    // What is asked all the time is prepared by the client library, on each of its own connections.
    private static string Complete(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        parts.ApplicationName ??= "TeamsPlanBot";
        if (!parts.ShouldSerialize("Max Auto Prepare"))
        {
            parts.MaxAutoPrepare = KeptPrepared;
        }

        return parts.ConnectionString;
    }
}
