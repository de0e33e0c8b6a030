namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>The way out to a conversation.</summary>
public interface IConnector
{
    Task<Delivery> SendAsync(ConversationReference to, OutgoingActivity activity, CancellationToken cancelled);

    /// <summary>Begins a new thread in a channel.</summary>
    Task<Delivery> PostAsync(ConversationReference channel, OutgoingActivity activity, CancellationToken cancelled);
}
