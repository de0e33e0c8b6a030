namespace TeamsPlanBot.Data.Plans;

/// <summary>A recommendation that a plan answers, by its number.</summary>
public sealed class Recommendation
{
    public const int LongestNumber = 40;

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public required string Number { get; init; }

    public string? Text { get; set; }

    /// <summary>Whose it is: an inspection, a review.</summary>
    public string? Source { get; set; }

    /// <summary>The band it stands in, in the plan's own words: "within 3 months".</summary>
    public string? Priority { get; set; }
}

/// <summary>That an action answers a recommendation.</summary>
public sealed class ActionRecommendation
{
    public int ActionId { get; private set; }

    public int RecommendationId { get; private set; }

    public required Recommendation Recommendation { get; init; }

    public required int Position { get; set; }
}
