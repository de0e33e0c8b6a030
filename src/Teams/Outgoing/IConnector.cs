namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>The way out to a conversation.</summary>
public interface IConnector
{
    Task<Delivery> SendAsync(ConversationReference to, OutgoingActivity activity, CancellationToken cancelled);
}
