namespace TeamsPlanBot.Data.Digests;

/// <summary>What a conversation has asked to be told regularly.</summary>
public sealed class Digest
{
    public int Id { get; private set; }

    public required string ConversationKey { get; init; }

    /// <summary>Who asked for it; what they may see and the conversation may see is what it tells.</summary>
    public required string PersonKey { get; init; }

    public required string PersonName { get; init; }

    /// <summary>The plan it is about, if one.</summary>
    public int? PlanId { get; init; }

    /// <summary>What it tells, as a question the bot understands.</summary>
    public required string Question { get; set; }

    /// <summary>How often, as the schedule writes it.</summary>
    public required string Rhythm { get; set; }

    public required DateTime MadeAt { get; init; }

    /// <summary>When it is next due, in UTC; null while it is paused or stopped.</summary>
    public DateTime? NextAt { get; private set; }

    /// <summary>What it last told of reaches to here, in UTC.</summary>
    public DateTime? ToldUpTo { get; private set; }

    public DateTime? StoppedAt { get; private set; }

    public List<Delivery> Deliveries { get; } = [];

    /// <summary>Sets when it is next due; what was stopped stays so.</summary>
    public void Schedule(DateTime next) => NextAt = StoppedAt is null ? next : null;

    public void Pause() => NextAt = null;

    public void Stop(DateTime at)
    {
        StoppedAt ??= at;
        NextAt = null;
    }

    /// <summary>Makes the delivery that is due, and sets when the next one is.</summary>
    public Delivery Deliver(DateTime next)
    {
        var due = NextAt ?? throw new InvalidOperationException("A digest that is paused or stopped has nothing to deliver.");
        var delivery = new Delivery { ConversationKey = ConversationKey, DueAt = due };
        Deliveries.Add(delivery);
        ToldUpTo = due;
        Schedule(next);
        return delivery;
    }
}
