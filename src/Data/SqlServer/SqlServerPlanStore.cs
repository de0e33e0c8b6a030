using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TeamsPlanBot.Data.SqlServer;

/// <summary>The store in SQL Server.</summary>
public sealed class SqlServerPlanStore(DbContextOptions<SqlServerPlanStore> options) : PlanStore(options)
{
    /// <summary>For searching words.</summary>
    internal const string AnyCase = "Latin1_General_100_CI_AS";

    private const string ByCodePoint = "Latin1_General_100_BIN2";

    private const int LongestClusteredKey = 900;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // Ids of conversations differ by letter case alone, and SQL Server's own order would not tell them apart.
        configurationBuilder.Properties<string>().UseCollation(ByCodePoint);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Rows may lie in the order of a short key only; others may be 1,700 bytes long.
        foreach (var key in modelBuilder.Model.GetEntityTypes().Select(entity => entity.FindPrimaryKey()).OfType<IMutableKey>())
        {
            if (key.Properties.Sum(property => 2 * property.GetMaxLength() ?? 16) > LongestClusteredKey)
            {
                key.SetIsClustered(false);
            }
        }
    }
}

/// <summary>Lets the migration tool open the store without the bot.</summary>
internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerPlanStore>
{
    public SqlServerPlanStore CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerPlanStore>().UseSqlServer("Server=localhost;Database=plans").Options);
}
