namespace TeamsPlanBot.Data.Plans;

/// <summary>Something an inspection found, and what the plan says of it outside its actions.</summary>
public sealed class Issue
{
    public const int LongestNumber = 40;

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public required string Number { get; init; }

    public int Position { get; set; }

    public string? Title { get; set; }

    public string? Found { get; set; }

    public string? Planned { get; set; }

    public string? Progress { get; set; }

    /// <summary>The numbers of the recommendations it belongs to.</summary>
    public List<string> Recommendations { get; set; } = [];
}
