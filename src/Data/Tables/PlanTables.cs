using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Tables;

internal sealed class PlanTable : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.Property(p => p.Key).HasMaxLength(Plan.LongestKey);
        plan.HasIndex(p => p.Key).IsUnique();
        plan.HasMany(p => p.Sections).WithOne().HasForeignKey(s => s.PlanId);
        plan.HasMany(p => p.Actions).WithOne(a => a.Plan).HasForeignKey(a => a.PlanId);
        plan.HasMany(p => p.Leads).WithOne().HasForeignKey(l => l.PlanId);
        plan.HasMany(p => p.Services).WithOne().HasForeignKey(s => s.PlanId);
        plan.HasMany(p => p.Recommendations).WithOne().HasForeignKey(r => r.PlanId);
    }
}

internal sealed class SectionTable : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> section)
    {
        section.Property(s => s.Label).HasMaxLength(Section.LongestLabel);
        section.HasIndex(s => new { s.PlanId, s.Label }).IsUnique();
        section.Ignore(s => s.Number).Ignore(s => s.Title);
    }
}

internal sealed class ActionTable : IEntityTypeConfiguration<PlanAction>
{
    public void Configure(EntityTypeBuilder<PlanAction> action)
    {
        action.ToTable("Actions");
        action.Property(a => a.Ref).HasMaxLength(PlanAction.LongestRef);
        action.Property(a => a.RefKey).HasMaxLength(PlanAction.LongestRef);
        action.HasIndex(a => new { a.PlanId, a.RefKey }).IsUnique();
        action.HasIndex(a => a.RefKey);
        action.HasIndex(a => new { a.State, a.Due });
        action.HasOne(a => a.Section).WithMany().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Restrict);
        action.HasOne(a => a.Parent).WithMany().HasForeignKey(a => a.ParentId).OnDelete(DeleteBehavior.Restrict);
        action.HasMany(a => a.Milestones).WithOne().HasForeignKey(m => m.ActionId);
        action.HasMany(a => a.Progress).WithOne().HasForeignKey(p => p.ActionId);
    }
}

internal sealed class MilestoneTable : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> milestone) => milestone.ToTable("Milestones");
}

internal sealed class ProgressTable : IEntityTypeConfiguration<Progress>
{
    public void Configure(EntityTypeBuilder<Progress> progress) => progress.ToTable("Progress");
}

internal sealed class LeadTable : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> lead)
    {
        lead.Property(l => l.Name).HasMaxLength(Lead.LongestName);
        lead.HasIndex(l => new { l.PlanId, l.Name }).IsUnique();
    }
}

internal sealed class ActionLeadTable : IEntityTypeConfiguration<ActionLead>
{
    public void Configure(EntityTypeBuilder<ActionLead> link)
    {
        link.ToTable("ActionLeads");
        link.HasKey(l => new { l.ActionId, l.LeadId });
        link.HasOne<PlanAction>().WithMany(a => a.Leads).HasForeignKey(l => l.ActionId);
        link.HasOne(l => l.Lead).WithMany().HasForeignKey(l => l.LeadId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ServiceTable : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> service)
    {
        service.Property(s => s.Name).HasMaxLength(Service.LongestName);
        service.HasIndex(s => new { s.PlanId, s.Name }).IsUnique();
    }
}

internal sealed class ActionServiceTable : IEntityTypeConfiguration<ActionService>
{
    public void Configure(EntityTypeBuilder<ActionService> link)
    {
        link.ToTable("ActionServices");
        link.HasKey(l => new { l.ActionId, l.ServiceId });
        link.HasOne<PlanAction>().WithMany(a => a.Services).HasForeignKey(l => l.ActionId);
        link.HasOne(l => l.Service).WithMany().HasForeignKey(l => l.ServiceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecommendationTable : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> recommendation)
    {
        recommendation.ToTable("Recommendations");
        recommendation.Property(r => r.Number).HasMaxLength(Recommendation.LongestNumber);
        recommendation.HasIndex(r => new { r.PlanId, r.Number }).IsUnique();
    }
}

internal sealed class ActionRecommendationTable : IEntityTypeConfiguration<ActionRecommendation>
{
    public void Configure(EntityTypeBuilder<ActionRecommendation> link)
    {
        link.ToTable("ActionRecommendations");
        link.HasKey(l => new { l.ActionId, l.RecommendationId });
        link.HasOne<PlanAction>().WithMany(a => a.Recommendations).HasForeignKey(l => l.ActionId);
        link.HasOne(l => l.Recommendation).WithMany().HasForeignKey(l => l.RecommendationId).OnDelete(DeleteBehavior.Restrict);
    }
}
