namespace TeamsPlanBot.Data.Plans;

/// <summary>A council's improvement plan.</summary>
public sealed class Plan
{
    public const int LongestKey = 100;

    public int Id { get; private set; }

    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>The day that "within 3 months" and "immediate" count from.</summary>
    public DateOnly? BaseDate { get; set; }

    public List<Section> Sections { get; } = [];

    public List<PlanAction> Actions { get; } = [];

    public List<Lead> Leads { get; } = [];

    public List<Service> Services { get; } = [];

    public List<Recommendation> Recommendations { get; } = [];
}
