using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TeamsPlanBot.Data.Sqlite;

/// <summary>The store in an SQLite file.</summary>
public sealed class SqlitePlanStore(DbContextOptions<SqlitePlanStore> options) : PlanStore(options);

/// <summary>Lets the migration tool open the store without the bot.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqlitePlanStore>
{
    public SqlitePlanStore CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlitePlanStore>();
        options.UseSqliteFile("Data Source=:memory:");
        return new SqlitePlanStore(options.Options);
    }
}
