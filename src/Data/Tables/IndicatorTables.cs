using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsPlanBot.Data.Indicators;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Tables;

internal sealed class IndicatorTable : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> indicator)
    {
        indicator.ToTable("Indicators");
        indicator.Property(i => i.Name).HasMaxLength(Indicator.LongestName);
        indicator.Property(i => i.NameKey).HasMaxLength(Indicator.LongestName);
        indicator.Property(i => i.Version).IsConcurrencyToken();
        indicator.HasIndex(i => new { i.PlanId, i.NameKey }).IsUnique();
        indicator.HasOne<Plan>().WithMany().HasForeignKey(i => i.PlanId);
        indicator.HasMany(i => i.Aliases).WithOne().HasForeignKey(a => a.IndicatorId);
        indicator.HasMany(i => i.Actions).WithOne().HasForeignKey(a => a.IndicatorId);
        indicator.HasMany(i => i.Measurements).WithOne().HasForeignKey(m => m.IndicatorId);
        indicator.HasMany(i => i.Targets).WithOne().HasForeignKey(t => t.IndicatorId);
    }
}

internal sealed class IndicatorAliasTable : IEntityTypeConfiguration<IndicatorAlias>
{
    public void Configure(EntityTypeBuilder<IndicatorAlias> alias)
    {
        alias.ToTable("IndicatorAliases");
        alias.Property(a => a.Name).HasMaxLength(Indicator.LongestName);
        alias.HasKey(a => new { a.IndicatorId, a.Name });
    }
}

internal sealed class ActionIndicatorTable : IEntityTypeConfiguration<ActionIndicator>
{
    public void Configure(EntityTypeBuilder<ActionIndicator> link)
    {
        link.ToTable("ActionIndicators");
        link.HasKey(l => new { l.IndicatorId, l.ActionId });
        link.HasOne<PlanAction>().WithMany().HasForeignKey(l => l.ActionId).OnDelete(DeleteBehavior.Restrict);
        link.HasIndex(l => new { l.ActionId, l.IndicatorId });
    }
}

internal sealed class MeasurementTable : IEntityTypeConfiguration<Measurement>
{
    public void Configure(EntityTypeBuilder<Measurement> measurement)
    {
        measurement.ToTable("Measurements");
        measurement.Property(m => m.Breakdown).HasMaxLength(Measurement.LongestSeries);
        measurement.Property(m => m.Comparator).HasMaxLength(Measurement.LongestSeries);
        measurement.Property(m => m.Numerator).HasPrecision(19, 6);
        measurement.Property(m => m.Denominator).HasPrecision(19, 6);
        measurement.Property(m => m.Value).HasPrecision(19, 6);
        measurement.Property(m => m.By).HasMaxLength(200);
        measurement.Property(m => m.PersonKey).HasMaxLength(200);
        measurement.HasOne(m => m.ReplacedBy).WithMany().HasForeignKey(m => m.ReplacedById).OnDelete(DeleteBehavior.Restrict);
        measurement.Ignore(m => m.IsReplaced).Ignore(m => m.IsTakenBack);
        measurement.HasIndex(m => new { m.IndicatorId, m.End });
    }
}

internal sealed class TargetTable : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> target)
    {
        target.ToTable("Targets");
        target.Property(t => t.Breakdown).HasMaxLength(Measurement.LongestSeries);
    }
}
