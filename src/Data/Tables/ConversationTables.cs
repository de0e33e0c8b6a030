using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Tables;

internal sealed class ConversationTable : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> conversation)
    {
        conversation.HasKey(c => c.Key);
        conversation.Property(c => c.Key).HasMaxLength(Conversation.LongestKey);
        conversation.HasOne<Plan>().WithMany().HasForeignKey(c => c.PlanId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class ReceiptTable : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.HasKey(r => new { r.ConversationKey, r.ActivityId });
        receipt.Property(r => r.ConversationKey).HasMaxLength(Conversation.LongestKey);
        receipt.Property(r => r.ActivityId).HasMaxLength(Receipt.LongestActivityId);
        receipt.Property(r => r.PersonKey).HasMaxLength(200);
        receipt.Property(r => r.Imprint).HasMaxLength(Receipt.LongestImprint);

        // What somebody's last message in a conversation changed. Two at the same moment take the same number, and one of them begins anew; receipts of old have none.
        receipt.HasIndex(r => new { r.ConversationKey, r.PersonKey, r.Number }).IsUnique().HasFilter("\"Number\" > 0");
    }
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.HasKey(p => p.Key);
        person.Property(p => p.Key).HasMaxLength(Person.LongestKey);
        person.Property(p => p.Name).HasMaxLength(Person.LongestName);
        person.Property(p => p.SignIn).HasMaxLength(Person.LongestName);
        person.Property(p => p.TeamsId).HasMaxLength(Person.LongestTeamsId);
        person.Property(p => p.Chat).HasMaxLength(Conversation.LongestKey);
        person.Ignore(p => p.Alone);
        person.HasIndex(p => p.Name);
        person.HasIndex(p => p.SignIn);
    }
}

internal sealed class UpdateAskedTable : IEntityTypeConfiguration<UpdateAsked>
{
    public void Configure(EntityTypeBuilder<UpdateAsked> asked)
    {
        asked.ToTable("UpdatesAsked");
        asked.HasKey(a => new { a.ActionId, a.PersonKey });
        asked.Property(a => a.PersonKey).HasMaxLength(Person.LongestKey);
        asked.Property(a => a.AskedBy).HasMaxLength(Person.LongestKey);
        asked.Property(a => a.AskedByName).HasMaxLength(Person.LongestName);
        asked.HasOne<PlanAction>().WithMany().HasForeignKey(a => a.ActionId);
        asked.HasIndex(a => new { a.PersonKey, a.AnsweredAt });

        // Of two who ask at the same moment, one comes too late.
        asked.Property(a => a.At).IsConcurrencyToken();
    }
}

internal sealed class MemoryTable : IEntityTypeConfiguration<Memory>
{
    public void Configure(EntityTypeBuilder<Memory> memory)
    {
        memory.HasKey(m => new { m.ConversationKey, m.PersonKey });
        memory.Property(m => m.ConversationKey).HasMaxLength(Conversation.LongestKey);
        memory.Property(m => m.PersonKey).HasMaxLength(200);
    }
}

internal sealed class RevisionTable : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.Property(r => r.Id).ValueGeneratedNever();
        revision.HasData(new Revision { Id = Revision.OfNames, Number = 0 }, new Revision { Id = Revision.OfConversations, Number = 0 });
    }
}
