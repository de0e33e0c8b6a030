namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>A conversation that is asked for: a new post in a channel, or a personal chat.</summary>
public sealed record NewConversation
{
    public required bool IsGroup { get; init; }

    public AccountId? Bot { get; init; }

    public IReadOnlyList<AccountId>? Members { get; init; }

    public string? TenantId { get; init; }

    public ChannelOfPost? ChannelData { get; init; }

    public OutgoingActivity? Activity { get; init; }
}

/// <summary>Names the channel of a new post.</summary>
public sealed record ChannelOfPost(AccountId Channel);
