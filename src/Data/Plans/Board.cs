namespace TeamsPlanBot.Data.Plans;

/// <summary>A board that a plan reports to.</summary>
public sealed class Board
{
    public const int LongestName = 200;

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public required string Name { get; init; }

    public int Position { get; set; }

    /// <summary>How often, in the plan's own words.</summary>
    public string? Rhythm { get; set; }

    /// <summary>When it meets.</summary>
    public List<Meeting> Meetings { get; } = [];
}

/// <summary>A day on which a board meets.</summary>
public sealed class Meeting
{
    public int BoardId { get; private set; }

    public required DateOnly On { get; init; }
}
