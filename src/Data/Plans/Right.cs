namespace TeamsPlanBot.Data.Plans;

/// <summary>What one person, or one shared conversation, may do with a plan.</summary>
public sealed class Right
{
    public const int LongestHolder = 400;

    public int PlanId { get; private set; }

    /// <summary>The person's key, or the conversation's; never empty, for that is who is not known.</summary>
    public required string Holder
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            field = value;
        }
    }

    /// <summary>How the holder is shown.</summary>
    public required string Name { get; set; }

    public required RightKind Kind { get; set; }
}

/// <summary>How much a right allows; each kind includes those before it.</summary>
public enum RightKind
{
    Read,
    Contribute,
    Own,
}
