namespace TeamsPlanBot.Data.Conversations;

/// <summary>A conversation the bot has met: enough to write to it again, whenever that is.</summary>
public sealed class Conversation
{
    public const int LongestKey = 400;

    /// <summary>The conversation's id; a channel's own, without the thread.</summary>
    public required string Key { get; init; }

    public required ConversationKind Kind { get; set; }

    public required string ServiceUrl { get; set; }

    public string? BotId { get; set; }

    public string? TenantId { get; set; }

    public string? TeamId { get; set; }

    public string? Name { get; set; }

    public DateTime MetAt { get; init; }

    /// <summary>When the bot was taken out of it, if it was.</summary>
    public DateTime? RemovedAt { get; set; }

    /// <summary>The plan this conversation is about, if somebody said so.</summary>
    public int? PlanId { get; set; }
}

/// <summary>How many listen.</summary>
public enum ConversationKind
{
    Personal,
    Group,
    Channel,
}
