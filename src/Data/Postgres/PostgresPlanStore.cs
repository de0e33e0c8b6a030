using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TeamsPlanBot.Data.Postgres;

/// <summary>The store in PostgreSQL.</summary>
public sealed class PostgresPlanStore(DbContextOptions<PostgresPlanStore> options) : PlanStore(options)
{
    private const string ByCodePoint = "C";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // Keys and order are then the same on every engine, whatever the language of the database.
        configurationBuilder.Properties<string>().UseCollation(ByCodePoint);
    }
}

/// <summary>Lets the migration tool open the store without the bot.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresPlanStore>
{
    public PostgresPlanStore CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresPlanStore>().UseNpgsql("Host=localhost;Database=plans").Options);
}
