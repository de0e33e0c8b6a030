using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Files;
using TeamsPlanBot.Data.Indicators;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data;

/// <summary>The store of plans and conversations; one small subclass an engine, so that each engine has its own migrations.</summary>
public abstract class PlanStore(DbContextOptions options) : DbContext(options)
{
    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<Section> Sections => Set<Section>();

    public DbSet<PlanAction> Actions => Set<PlanAction>();

    public DbSet<Lead> Leads => Set<Lead>();

    public DbSet<Service> Services => Set<Service>();

    public DbSet<Progress> Progress => Set<Progress>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    public DbSet<Board> Boards => Set<Board>();

    public DbSet<Right> Rights => Set<Right>();

    public DbSet<Indicator> Indicators => Set<Indicator>();

    public DbSet<Digest> Digests => Set<Digest>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<UpdateAsked> UpdatesAsked => Set<UpdateAsked>();

    public DbSet<FileLink> FileLinks => Set<FileLink>();

    public DbSet<Memory> Memories => Set<Memory>();

    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>Tells whoever keeps copies that something changed.</summary>
    internal Task ReviseAsync(int what, CancellationToken cancelled) =>
        Revisions.Where(r => r.Id == what).ExecuteUpdateAsync(r => r.SetProperty(x => x.Number, x => x.Number + 1), cancelled);

    /// <summary>Waits until nobody else is about to change names, and keeps others from it until the transaction ends.</summary>
    internal Task BeTheOnlyWriterAsync(CancellationToken cancelled) =>
        Revisions.Where(r => r.Id == Revision.OfNames).ExecuteUpdateAsync(r => r.SetProperty(x => x.Number, x => x.Number), cancelled);

    // Moments are kept in UTC; not every engine says so of what it gives back, and one of them insists on hearing it.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.Properties<DateTime>().HaveConversion<Moments>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PlanStore).Assembly);
}

/// <summary>Reads and writes moments as UTC.</summary>
internal sealed class Moments() : ValueConverter<DateTime, DateTime>(
    moment => DateTime.SpecifyKind(moment, DateTimeKind.Utc),
    moment => DateTime.SpecifyKind(moment, DateTimeKind.Utc));

/// <summary>Counts the changes of something in the store, so that copies of it know when they are old.</summary>
public sealed class Revision
{
    public const int OfNames = 1;
    public const int OfConversations = 2;

    public required int Id { get; init; }

    public long Number { get; set; }
}
