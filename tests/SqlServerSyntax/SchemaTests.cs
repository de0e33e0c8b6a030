using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using TeamsPlanBot.Data.SqlServer;

namespace TeamsPlanBot.SqlServerSyntax;

/// <summary>The tables as SQL Server would get them. None was ever made there.</summary>
public sealed class SchemaTests : IDisposable
{
    private const int LongestClusteredKey = 900;
    private const int LongestIndex = 1700;

    private readonly SqlServerPlanStore store = new(new DbContextOptionsBuilder<SqlServerPlanStore>().UseSqlServer("Server=nowhere;Database=plans").Options);

    private IRelationalModel Model => store.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    public void Dispose() => store.Dispose();

    [Fact]
    public void The_script_that_makes_the_tables_reads() => TSql.AssertReads(store.Database.GenerateCreateScript());

    [Fact]
    public void The_script_of_all_migrations_reads_and_can_be_run_again()
    {
        var script = store.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Contains("CREATE TABLE [Actions]", script, StringComparison.Ordinal);
        Assert.Contains("IF NOT EXISTS", script, StringComparison.Ordinal);
        TSql.AssertReads(script);
    }

    [Fact]
    public void The_migrations_make_the_tables_that_the_program_knows() => Assert.False(store.Database.HasPendingModelChanges());

    [Fact]
    public void No_table_is_reached_by_two_ways_when_a_row_is_deleted()
    {
        // SQL Server refuses to make such tables.
        foreach (var table in Model.Tables)
        {
            var reached = Reached(table, 0).ToList();
            Assert.True(reached.Count == reached.Distinct().Count() && !reached.Contains(table), $"Deleting from {table.Name} reaches {string.Join(", ", reached.Select(other => other.Name))}.");
        }

        Assert.Equal(["Milestones", "Progress"], Reached(Model.FindTable("Actions", null)!, 0).Select(table => table.Name).Intersect(["Milestones", "Progress"]).Order());
    }

    [Fact]
    public void Every_index_fits_into_what_SQL_Server_allows()
    {
        foreach (var table in Model.Tables)
        {
            foreach (var key in table.UniqueConstraints)
            {
                var limit = key.GetIsPrimaryKey() && key.MappedKeys.First().IsClustered() != false ? LongestClusteredKey : LongestIndex;
                Assert.True(key.Columns.Sum(Bytes) <= limit, $"{key.Name} is longer than {limit} bytes.");
            }

            Assert.All(table.Indexes, index => Assert.True(index.Columns.Sum(Bytes) <= LongestIndex, $"{index.Name} is longer than {LongestIndex} bytes."));
        }
    }

    [Fact]
    public void Columns_have_the_types_that_fit_what_they_hold()
    {
        var columns = Model.Tables.SelectMany(table => table.Columns).ToList();

        Assert.All(columns, column => Assert.Contains(column.StoreType.Split('(')[0], (string[])["int", "bigint", "bit", "date", "datetime2", "decimal", "nvarchar"]));
        Assert.All(columns.Where(column => column.PropertyMappings.All(mapping => mapping.Property.ClrType == typeof(string))), column => Assert.Equal("Latin1_General_100_BIN2", column.Collation));
        Assert.Equal("date", Model.FindTable("Actions", null)!.FindColumn("Due")!.StoreType);
        Assert.Equal("datetime2", Model.FindTable("Receipts", null)!.FindColumn("At")!.StoreType);
        Assert.Equal("nvarchar(400)", Model.FindTable("Conversations", null)!.FindColumn("Key")!.StoreType);
    }

    private IEnumerable<ITable> Reached(ITable from, int depth)
    {
        Assert.True(depth < 50, $"Deleting from {from.Name} never ends.");
        return from.ReferencingForeignKeyConstraints
            .Where(key => key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull or ReferentialAction.SetDefault)
            .SelectMany(key => Reached(key.Table, depth + 1).Prepend(key.Table));
    }

    private static int Bytes(IColumn column) => column.StoreType.Split('(', ')') switch
    {
        ["int"] => 4,
        ["bigint"] or ["datetime2"] => 8,
        ["bit"] => 1,
        ["date"] => 3,
        ["decimal", ..] => 17,
        ["nvarchar", "max", ..] => int.MaxValue / 100,
        ["nvarchar", var length, ..] => 2 * int.Parse(length, null),
        _ => throw new NotSupportedException(column.StoreType),
    };
}
