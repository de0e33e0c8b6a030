namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>How a send ended.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>It arrived; the id is missing where the other side gives none.</summary>
    public sealed record Arrived(string? ActivityId) : Delivery;

    /// <summary>The other side said no.</summary>
    public sealed record Refused(int Status) : Delivery;

    /// <summary>No answer came: it may have arrived, or not.</summary>
    public sealed record Unknown(string Reason) : Delivery;

    /// <summary>It was not sent: the bot sends nothing to that address.</summary>
    public sealed record NotSent(string Reason) : Delivery;
}
