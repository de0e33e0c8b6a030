namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>One call to the other side.</summary>
/// <param name="Name">What it is called in measures.</param>
/// <param name="Path">What follows <c>v3/conversations</c>, ids percent-encoded.</param>
/// <param name="Thread">The thread whose limits it counts for; without one it counts for the tenant alone.</param>
internal sealed record Call(string Name, HttpMethod Method, ConversationReference Where, string Path, byte[]? Body = null, string? Thread = null)
{
    /// <summary>What to make of an answer that says yes.</summary>
    public Func<byte[], Delivery> Read { get; init; } = static body => new Delivery.Arrived(ReplyJson.Text(body, "id"));

    /// <summary>Whether doing it twice comes to the same as doing it once.</summary>
    public bool MayRepeat => Method != HttpMethod.Post;
}
