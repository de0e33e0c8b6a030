using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Files;

namespace TeamsPlanBot.Data.Tables;

internal sealed class FileLinkTable : IEntityTypeConfiguration<FileLink>
{
    public void Configure(EntityTypeBuilder<FileLink> link)
    {
        link.ToTable("FileLinks");
        link.HasKey(l => l.Fingerprint);
        link.Property(l => l.Fingerprint).HasMaxLength(FileLink.LongestFingerprint);
        link.Property(l => l.ConversationKey).HasMaxLength(Conversation.LongestKey);
        link.Ignore(l => l.Viewer);
        link.HasIndex(l => l.Until);
    }
}
