namespace TeamsPlanBot.Data.Conversations;

/// <summary>That a message was handled and how it was answered; saved together with what it changed.</summary>
public sealed class Receipt
{
    public const int LongestActivityId = 200;

    public required string ConversationKey { get; init; }

    public required string ActivityId { get; init; }

    public required string PersonKey { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The answer, to be given again to a repeat.</summary>
    public required string Answer { get; init; }
}
