namespace TeamsPlanBot.Data.Digests;

/// <summary>One message that the bot is to send by itself; written down before it is sent.</summary>
public sealed class Delivery
{
    public int Id { get; private set; }

    public int? DigestId { get; private set; }

    public required string ConversationKey { get; init; }

    /// <summary>When it is due, in UTC.</summary>
    public required DateTime DueAt { get; init; }

    public DeliveryState State { get; private set; }

    /// <summary>The instance of the bot that sends it.</summary>
    public string? ClaimedBy { get; private set; }

    /// <summary>Until when that instance may be waited for, in UTC.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    public int Attempts { get; private set; }

    public DateTime? SettledAt { get; private set; }

    /// <summary>The message as it stands in the conversation.</summary>
    public string? ActivityId { get; private set; }

    /// <summary>Why it did not arrive, or is not known to have.</summary>
    public string? Problem { get; private set; }

    /// <summary>Takes it for one instance. Nobody else has it, or whoever had it let the time pass.</summary>
    public bool Claim(string instance, DateTime now, TimeSpan patience)
    {
        if (State != DeliveryState.Waiting || (ClaimedUntil is { } until && until > now && ClaimedBy != instance))
        {
            return false;
        }

        ClaimedBy = instance;
        ClaimedUntil = now + patience;
        Attempts++;
        return true;
    }

    public void Arrived(string? activity, DateTime at) => Settle(DeliveryState.Arrived, at, activity, null);

    public void Refused(string problem, DateTime at) => Settle(DeliveryState.Refused, at, null, problem);

    /// <summary>It was sent, and nobody knows whether it arrived.</summary>
    public void Lost(string problem, DateTime at) => Settle(DeliveryState.Unknown, at, null, problem);

    public void Skip(string problem, DateTime at) => Settle(DeliveryState.Skipped, at, null, problem);

    private void Settle(DeliveryState state, DateTime at, string? activity, string? problem)
    {
        if (State != DeliveryState.Waiting)
        {
            throw new InvalidOperationException($"This delivery is settled already: {State}.");
        }

        (State, SettledAt, ActivityId, Problem) = (state, at, activity, problem);
    }
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
