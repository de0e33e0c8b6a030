using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsPlanBot.Data.Conversations;
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
        plan.HasMany(p => p.Issues).WithOne().HasForeignKey(i => i.PlanId);
        plan.HasMany(p => p.Boards).WithOne().HasForeignKey(b => b.PlanId);
        plan.HasMany(p => p.Rights).WithOne().HasForeignKey(r => r.PlanId);
        plan.HasIndex(p => p.Visibility);
    }
}

internal sealed class RightTable : IEntityTypeConfiguration<Right>
{
    public void Configure(EntityTypeBuilder<Right> right)
    {
        right.ToTable("Rights");
        right.Property(r => r.Holder).HasMaxLength(Right.LongestHolder);
        right.HasKey(r => new { r.PlanId, r.Holder });
        right.HasIndex(r => new { r.Holder, r.PlanId });
    }
}

internal sealed class BoardTable : IEntityTypeConfiguration<Board>
{
    public void Configure(EntityTypeBuilder<Board> board)
    {
        board.ToTable("Boards");
        board.Property(b => b.Name).HasMaxLength(Board.LongestName);
        board.HasIndex(b => new { b.PlanId, b.Name }).IsUnique();
        board.HasMany(b => b.Meetings).WithOne().HasForeignKey(m => m.BoardId);
    }
}

internal sealed class MeetingTable : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.ToTable("Meetings");
        meeting.HasKey(m => new { m.BoardId, m.On });
    }
}

internal sealed class IssueTable : IEntityTypeConfiguration<Issue>
{
    public void Configure(EntityTypeBuilder<Issue> issue)
    {
        issue.ToTable("Issues");
        issue.Property(i => i.Number).HasMaxLength(Issue.LongestNumber);
        issue.HasIndex(i => new { i.PlanId, i.Number }).IsUnique();
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
    private static readonly string Open = $"\"State\" <> {(int)ActionState.Complete}";

    public void Configure(EntityTypeBuilder<PlanAction> action)
    {
        action.ToTable("Actions");
        action.Property(a => a.Ref).HasMaxLength(PlanAction.LongestRef);
        action.Property(a => a.RefKey).HasMaxLength(PlanAction.LongestRef);
        action.HasIndex(a => new { a.PlanId, a.RefKey }).IsUnique();
        action.HasIndex(a => a.RefKey);
        action.HasIndex(a => a.Due).HasFilter(Open);
        action.HasIndex(a => new { a.PlanId, a.Due }).HasFilter(Open);
        action.HasIndex(a => new { a.PlanId, a.State, a.Brag, a.Due, a.UpdatedOn });
        action.HasIndex(a => new { a.SectionId, a.State, a.Brag, a.Due, a.UpdatedOn });
        action.Property(a => a.Version).IsConcurrencyToken();
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
    public void Configure(EntityTypeBuilder<Progress> progress)
    {
        progress.ToTable("Progress");
        progress.Property(p => p.By).HasMaxLength(200);
        progress.Property(p => p.PersonKey).HasMaxLength(200);
        progress.Property(p => p.ConversationKey).HasMaxLength(Conversation.LongestKey);
        progress.Property(p => p.MessageId).HasMaxLength(Receipt.LongestActivityId);
        progress.HasOne(p => p.UndoneBy).WithMany().HasForeignKey(p => p.UndoneById).OnDelete(DeleteBehavior.Restrict);
        progress.Ignore(p => p.IsUndone).Ignore(p => p.IsNews);

        // What somebody's last message in a conversation put on the record.
        progress.HasIndex(p => new { p.ConversationKey, p.PersonKey, p.Id }).HasFilter("\"ConversationKey\" IS NOT NULL");
        progress.HasMany(p => p.Changes).WithOne(c => c.Progress).HasForeignKey(c => c.ProgressId);
    }
}

internal sealed class ChangeTable : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> change)
    {
        change.ToTable("Changes");
        change.HasIndex(c => new { c.PlanId, c.On });
        change.HasIndex(c => c.On);
        change.HasIndex(c => new { c.ActionId, c.Field });
    }
}

internal sealed class LeadTable : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> lead)
    {
        lead.Property(l => l.Name).HasMaxLength(Lead.LongestName);
        lead.Property(l => l.SignIn).HasMaxLength(Lead.LongestName);
        lead.HasIndex(l => new { l.PlanId, l.Name }).IsUnique();
        lead.HasMany(l => l.Aliases).WithOne().HasForeignKey(a => a.LeadId);
        lead.HasMany(l => l.Holders).WithOne().HasForeignKey(h => h.LeadId);
    }
}

internal sealed class LeadAliasTable : IEntityTypeConfiguration<LeadAlias>
{
    public void Configure(EntityTypeBuilder<LeadAlias> alias)
    {
        alias.ToTable("LeadAliases");
        alias.Property(a => a.Name).HasMaxLength(Lead.LongestName);
        alias.HasKey(a => new { a.LeadId, a.Name });
    }
}

internal sealed class HolderTable : IEntityTypeConfiguration<Holder>
{
    public void Configure(EntityTypeBuilder<Holder> holder)
    {
        holder.ToTable("Holders");
        holder.Property(h => h.Name).HasMaxLength(Lead.LongestName);
        holder.Property(h => h.SignIn).HasMaxLength(Lead.LongestName);
    }
}

internal sealed class ActionLeadTable : IEntityTypeConfiguration<ActionLead>
{
    public void Configure(EntityTypeBuilder<ActionLead> link)
    {
        link.ToTable("ActionLeads");
        link.HasKey(l => new { l.ActionId, l.LeadId });
        link.HasIndex(l => new { l.LeadId, l.ActionId });
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
        service.HasMany(s => s.Aliases).WithOne().HasForeignKey(a => a.ServiceId);
    }
}

internal sealed class ServiceAliasTable : IEntityTypeConfiguration<ServiceAlias>
{
    public void Configure(EntityTypeBuilder<ServiceAlias> alias)
    {
        alias.ToTable("ServiceAliases");
        alias.Property(a => a.Name).HasMaxLength(Service.LongestName);
        alias.HasKey(a => new { a.ServiceId, a.Name });
    }
}

internal sealed class ActionServiceTable : IEntityTypeConfiguration<ActionService>
{
    public void Configure(EntityTypeBuilder<ActionService> link)
    {
        link.ToTable("ActionServices");
        link.HasKey(l => new { l.ActionId, l.ServiceId });
        link.HasIndex(l => new { l.ServiceId, l.ActionId });
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
        link.HasIndex(l => new { l.RecommendationId, l.ActionId });
        link.HasOne<PlanAction>().WithMany(a => a.Recommendations).HasForeignKey(l => l.ActionId);
        link.HasOne(l => l.Recommendation).WithMany().HasForeignKey(l => l.RecommendationId).OnDelete(DeleteBehavior.Restrict);
    }
}
