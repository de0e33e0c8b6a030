using System.Data;
using System.Data.Common;
using System.Security.Authentication;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace TeamsPlanBot.Data.SqlServer;

/// <summary>The store in an SQL Server or Azure SQL database.</summary>
public sealed class SqlServerEngine : StoreEngine
{
    private const int LongestSizedText = 4000;

    public override string Name => "SqlServer";

    public override string Silence => "the database server is busy, or cannot be reached";

    internal override bool KeepsConnections => false;

    internal override Dialect Dialect { get; } = new SqlServerDialect();

    public override string? Fault(string? connectionString)
    {
        const string Example = "write it like Server=db.example.gov.uk;Database=plans;Authentication=Active Directory Managed Identity, or with User Id and Password";
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return $"Store__ConnectionString is not set, and SQL Server needs one: {Example}.";
        }

        try
        {
            var parts = new SqlConnectionStringBuilder(connectionString);
            return string.IsNullOrEmpty(parts.DataSource) ? $"Store__ConnectionString names no server: {Example}."
                : string.IsNullOrEmpty(parts.InitialCatalog) ? $"Store__ConnectionString names no database: {Example}."
                : null;
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException)
        {
            return $"Store__ConnectionString is not a connection string for SQL Server: {Example}.";
        }
    }

    public override PlanStores Open(string connectionString)
    {
        var complete = Complete(connectionString);
        return new PlanStores(this, () => Pool(complete), () => new SqlConnection(complete), file: null);
    }

    private static OpenStore Pool(string connectionString) =>
        new PooledDbContextFactory<SqlServerPlanStore>(new DbContextOptionsBuilder<SqlServerPlanStore>().UseSqlServer(connectionString).Options).CreateDbContext;

    // Left to itself, the client library takes times for the old type that counts in 3 milliseconds, and asks for a plan anew for each length of a text.
    internal override void Bind(DbParameter parameter, object? value)
    {
        base.Bind(parameter, value);
        var typed = (SqlParameter)parameter;
        switch (value)
        {
            case DateTime:
                typed.SqlDbType = SqlDbType.DateTime2;
                break;
            case string text:
                typed.SqlDbType = SqlDbType.NVarChar;
                typed.Size = text.Length <= LongestSizedText ? LongestSizedText : -1;
                break;
        }
    }

    internal override StoreProblem? Explain(DbException error) => error is not SqlException sql ? null
        : HasUntrustedCertificate(sql) ? new(StoreProblemKind.Unreachable, "The database server's certificate is not trusted by this computer. Trust the authority that issued it; TrustServerCertificate=True in Store__ConnectionString is for trying things out only.")
        : Told(sql.Number);

    // The numbers are those of sys.messages; those below 1,000 that are about connections are the client library's and the operating system's.
    private static StoreProblem Told(int number) => number switch
    {
        18456 or 18452 or 18470 or 18486 or 18487 or 18488 => new(StoreProblemKind.Refused, "The database server does not let the bot in. Check how it signs in (Authentication, or User Id and Password in Store__ConnectionString), and that this login is allowed."),
        40615 => new(StoreProblemKind.Refused, "The database server's firewall does not let this computer in. Add its address to the server's firewall rules."),
        4060 => new(StoreProblemKind.Refused, "The database named in Store__ConnectionString is not there, or the bot's login may not open it. Check its name and the login's rights, or run migrate with a login that may make databases."),
        229 or 230 or 262 or 916 => new(StoreProblemKind.Refused, "The bot's database user may not do this. Give it db_datareader and db_datawriter; for migrate, also db_ddladmin."),
        207 or 208 => new(StoreProblemKind.NotMigrated, "The store's tables are not those this version needs. Run migrate."),
        1801 or 2601 or 2627 or 547 or 2705 or 2714 or 3960 => new(StoreProblemKind.Conflict, "Somebody else changed the same thing in the same moment. Try again."),
        -2 or 1205 or 1222 or 10928 or 10929 or 40501 or 49918 or 49919 or 49920 => new(StoreProblemKind.Locked, "The database server is too busy, or somebody else holds what is asked for. Wait a moment and try again."),
        978 or 3906 or 3908 => new(StoreProblemKind.ReadOnly, "The database may only be read. Name its primary server in Store__ConnectionString."),
        1101 or 1105 or 9002 or 40544 => new(StoreProblemKind.Full, "The database has no room left. Make room for it or its log, then try again."),
        823 or 824 or 825 => new(StoreProblemKind.Damaged, "The database is damaged, or its disk fails. Put a backup in its place."),
        40197 or 40613 or 6005 => new(StoreProblemKind.Unreachable, "The database server is starting, stopping or moving. Wait a moment and try again."),
        -1 or 0 or 2 or 20 or 26 or 35 or 40 or 53 or 64 or 121 or 233 or 258 or 10053 or 10054 or 10060 or 10061 or 11001 => new(StoreProblemKind.Unreachable, "The database server cannot be reached. Check that it runs, that Server in Store__ConnectionString is right, and that a firewall lets the bot through."),
        _ => new(StoreProblemKind.Other, $"The database server answered with an error ({number}). Run doctor to see what is wrong."),
    };

    private static bool HasUntrustedCertificate(SqlException error)
    {
        const int Untrusted = -2146893019; // SEC_E_UNTRUSTED_ROOT
        return error.Number == Untrusted || error.InnerException is AuthenticationException or { InnerException: AuthenticationException };
    }

    private static string Complete(string connectionString)
    {
        var parts = new SqlConnectionStringBuilder(connectionString);
        if (!parts.ShouldSerialize("Application Name"))
        {
            parts.ApplicationName = "TeamsPlanBot";
        }

        return parts.ConnectionString;
    }
}
