namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>Where an activity goes: enough to reach a conversation again, long after the message that opened it.</summary>
public sealed record ConversationReference(string ServiceUrl, string ConversationId, string? BotId = null, string? ReplyToId = null, string? TenantId = null);
