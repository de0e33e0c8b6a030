using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Tables;

internal sealed class DigestTable : IEntityTypeConfiguration<Digest>
{
    public void Configure(EntityTypeBuilder<Digest> digest)
    {
        digest.ToTable("Digests");
        digest.Property(d => d.ConversationKey).HasMaxLength(Conversation.LongestKey);
        digest.Property(d => d.PersonKey).HasMaxLength(200);
        digest.Property(d => d.SignIn).HasMaxLength(Person.LongestName);
        digest.Property(d => d.StoppedBecause).HasMaxLength(Digest.LongestReason);
        digest.HasIndex(d => d.NextAt);
        digest.HasIndex(d => d.ConversationKey);
        digest.HasIndex(d => d.PersonKey);
        digest.HasOne<Plan>().WithMany().HasForeignKey(d => d.PlanId);
        digest.HasMany(d => d.Deliveries).WithOne().HasForeignKey(d => d.DigestId);
    }
}

internal sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.ToTable("Deliveries");
        delivery.Property(d => d.ConversationKey).HasMaxLength(Conversation.LongestKey);
        delivery.Property(d => d.PersonKey).HasMaxLength(Person.LongestKey);
        delivery.Property(d => d.ClaimedBy).HasMaxLength(200);
        delivery.Property(d => d.ActivityId).HasMaxLength(Receipt.LongestActivityId);

        // Two instances of the bot that both think a run is due make it once.
        delivery.HasIndex(d => new { d.DigestId, d.DueAt }).IsUnique();
        delivery.HasIndex(d => new { d.PersonKey, d.DueAt }).IsUnique();
        delivery.HasIndex(d => new { d.State, d.DueAt });

        // Of two that claim it at the same moment, one comes too late.
        delivery.Property(d => d.Attempts).IsConcurrencyToken();
    }
}
