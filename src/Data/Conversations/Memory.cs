namespace TeamsPlanBot.Data.Conversations;

/// <summary>What one person last asked in one conversation.</summary>
public sealed class Memory
{
    public required string ConversationKey { get; init; }

    public required string PersonKey { get; init; }

    public required DateTime At { get; init; }

    public required string Content { get; init; }
}
