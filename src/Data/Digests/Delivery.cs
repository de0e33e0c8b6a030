namespace TeamsPlanBot.Data.Digests;

/// <summary>One message that the bot is to send by itself; written down before it is sent.</summary>
public sealed class Delivery
{
    public int Id { get; private set; }

    /// <summary>The digest it tells; null where it is a nudge.</summary>
    public int? DigestId { get; init; }

    /// <summary>Who is nudged; null where it is a digest.</summary>
    public string? PersonKey { get; init; }

    public required string ConversationKey { get; init; }

    /// <summary>When it is due, in UTC.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>From then on it is too old to be told, in UTC.</summary>
    public required DateTime GoodUntil { get; init; }

    public DeliveryState State { get; init; }

    /// <summary>The instance of the bot that sends it.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>Until when that instance may be waited for, or when it is to be tried again; in UTC.</summary>
    public DateTime? ClaimedUntil { get; init; }

    /// <summary>How often somebody took it; of two that do so at the same moment, one comes too late.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was last begun to be sent. While that is not followed by an outcome, it may have arrived or not.</summary>
    public DateTime? SendingAt { get; init; }

    /// <summary>How often nobody could tell whether it had arrived; it may stand there so many times more.</summary>
    public int Doubts { get; init; }

    public DateTime? SettledAt { get; init; }

    /// <summary>The message as it stands in the conversation.</summary>
    public string? ActivityId { get; init; }

    /// <summary>Why it did not arrive, or is not known to have, or waits.</summary>
    public string? Problem { get; init; }
}

/// <summary>What became of a delivery.</summary>
public enum DeliveryState
{
    Waiting,
    Arrived,
    Refused,
    Unknown,
    Skipped,
}
