namespace TeamsPlanBot.Data.Digests;

/// <summary>What a conversation has asked to be told regularly.</summary>
public sealed class Digest
{
    public const int LongestReason = 400;

    public int Id { get; private set; }

    /// <summary>Where it is told.</summary>
    public required string ConversationKey { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string PersonKey { get; init; }

    public required string PersonName { get; init; }

    /// <summary>The name they sign in with: "my actions" are theirs.</summary>
    public string? SignIn { get; init; }

    /// <summary>They are of another organisation, and see what names them only.</summary>
    public bool IsGuest { get; init; }

    /// <summary>The plan that its question means where it names none.</summary>
    public int? PlanId { get; init; }

    /// <summary>What it tells, as a question the bot understands; empty for all of what it is about.</summary>
    public required string Question { get; set; }

    /// <summary>The part of the plans it is about, as the bot writes it.</summary>
    public string? About { get; set; }

    /// <summary>How often, as the schedule writes it.</summary>
    public required string Rhythm { get; set; }

    public required DateTime MadeAt { get; init; }

    /// <summary>When it is next due, in UTC; null while it is paused, stopped or waits for a board to say when it meets.</summary>
    public DateTime? NextAt { get; private set; }

    /// <summary>What it last told of reaches to here, in UTC.</summary>
    public DateTime? ToldUpTo { get; private set; }

    public DateTime? PausedAt { get; private set; }

    public DateTime? StoppedAt { get; private set; }

    /// <summary>Why it was stopped, where nobody asked for that.</summary>
    public string? StoppedBecause { get; private set; }

    public List<Delivery> Deliveries { get; } = [];

    /// <summary>Sets when it is next due; what is paused or stopped stays so.</summary>
    public void Schedule(DateTime? next) => NextAt = StoppedAt is null && PausedAt is null ? next : null;

    public void Pause(DateTime at)
    {
        PausedAt ??= at;
        NextAt = null;
    }

    /// <summary>It comes again, whether it was paused or stopped.</summary>
    public void Resume(DateTime? next)
    {
        (PausedAt, StoppedAt, StoppedBecause) = (null, null, null);
        NextAt = next;
    }

    public void Stop(DateTime at, string? because = null)
    {
        StoppedBecause = StoppedAt is null ? because : StoppedBecause;
        StoppedAt ??= at;
        NextAt = null;
    }

    /// <summary>Puts it back to how it was before somebody changed it.</summary>
    public void Restore(DigestBefore before, DateTime? next)
    {
        Rhythm = before.Rhythm;
        (PausedAt, StoppedAt, StoppedBecause) = (before.PausedAt, before.StoppedAt, null);
        Schedule(next);
    }

    /// <summary>How it is now, for the way back.</summary>
    public DigestBefore Now() => new(Rhythm, NextAt, PausedAt, StoppedAt);
}

/// <summary>How a digest was before a change.</summary>
public sealed record DigestBefore(string Rhythm, DateTime? NextAt, DateTime? PausedAt, DateTime? StoppedAt);
