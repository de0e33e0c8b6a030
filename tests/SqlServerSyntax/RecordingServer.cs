using System.Collections;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.SqlServer;

namespace TeamsPlanBot.SqlServerSyntax;

/// <summary>Stands where SQL Server would: writes down every statement, finds nothing, and gives new rows their numbers.</summary>
internal sealed partial class RecordingServer
{
    private readonly List<string> statements = [];

    private int number;

    public RecordingServer()
    {
        var options = new DbContextOptionsBuilder<SqlServerPlanStore>();
        Stores = new PlanStores(new SqlServerEngine(), () => () => new SqlServerPlanStore(options.UseSqlServer(new Connection(this)).Options), () => new Connection(this), file: null);
    }

    public PlanStores Stores { get; }

    public IReadOnlyList<string> Statements => statements;

    private int Told(string statement)
    {
        statements.Add(statement);
        return 1;
    }

    // What EF reads back of what it wrote: the number of each new row with its place among them, or that a row was there.
    private DataTableReader Answer(string text)
    {
        Told(text);
        var results = text.Split(';').Where(statement => statement.Contains("OUTPUT", StringComparison.Ordinal)).Select(statement =>
        {
            var rows = statement.Contains("MERGE", StringComparison.Ordinal) ? Places().Count(statement) : 1;
            var result = new DataTable();
            result.Columns.Add("Number", typeof(int));
            result.Columns.Add("Place", typeof(int));
            for (var place = 0; place < rows; place++)
            {
                result.Rows.Add(statement.Contains("OUTPUT 1", StringComparison.Ordinal) ? 1 : ++number, place);
            }

            return result;
        }).ToArray();
        return new DataTableReader(results.Length > 0 ? results : [Nothing()]);
    }

    // No rows, and more columns than anybody asks for: EF counts them before it looks for rows.
    private static DataTable Nothing()
    {
        var nothing = new DataTable();
        nothing.Columns.AddRange([.. Enumerable.Range(0, 100).Select(column => new DataColumn($"Column{column}"))]);
        return nothing;
    }

    [GeneratedRegex(@", \d+\)")]
    private static partial Regex Places();

    private sealed class Connection(RecordingServer server) : DbConnection
    {
        private ConnectionState state;

        [AllowNull]
        public override string ConnectionString { get; set; } = "Server=nowhere;Database=plans";

        public override string Database => "plans";

        public override string DataSource => "nowhere";

        public override string ServerVersion => "15.0";

        public override ConnectionState State => state;

        public override void Open() => state = ConnectionState.Open;

        public override void Close() => state = ConnectionState.Closed;

        public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this);

        protected override DbCommand CreateDbCommand() => new Command(server) { Connection = this };
    }

    private sealed class Transaction(Connection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }

    // Its parameters are the real ones, so that their types are worked out as they would be.
    private sealed class Command(RecordingServer server) : DbCommand
    {
        private readonly SqlCommand real = new();

        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; }

        protected override DbParameterCollection DbParameterCollection => real.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override int ExecuteNonQuery() => server.Told(Checked());

        public override object? ExecuteScalar()
        {
            server.Told(Checked());
            return null;
        }

        public override void Prepare() => throw new NotSupportedException("SQL Server's client library wants the size of every parameter for that.");

        protected override DbParameter CreateDbParameter() => real.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => server.Answer(Checked());

        protected override void Dispose(bool disposing)
        {
            real.Dispose();
            base.Dispose(disposing);
        }

        private string Checked()
        {
            foreach (var parameter in ((IEnumerable)real.Parameters).Cast<SqlParameter>())
            {
                Assert.Contains($"@{parameter.ParameterName.TrimStart('@')}", CommandText, StringComparison.Ordinal);
                Assert.NotEqual(SqlDbType.DateTime, parameter.SqlDbType);
                Assert.NotEqual(SqlDbType.Variant, parameter.SqlDbType);
            }

            return CommandText;
        }
    }
}
