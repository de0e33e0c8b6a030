namespace TeamsPlanBot.Data.Plans;

/// <summary>A council's improvement plan.</summary>
public sealed class Plan
{
    public const int LongestKey = 100;

    public int Id { get; private set; }

    public required string Key { get; init; }

    public required string Name { get; set; }

    public string? Organisation { get; set; }

    /// <summary>The first day the plan is for.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day the plan is for.</summary>
    public DateOnly? To { get; set; }

    /// <summary>The day that "within 3 months" and "immediate" count from.</summary>
    public DateOnly? BaseDate { get; set; }

    /// <summary>What the plan calls this issue of itself: "Version 8, October 2012".</summary>
    public string? Version { get; set; }

    public Visibility Visibility { get; set; }

    /// <summary>Who completes an action is asked what shows that it is done.</summary>
    public bool AsksEvidence { get; set; }

    public string? RedMeans { get; set; }

    public string? AmberMeans { get; set; }

    public string? GreenMeans { get; set; }

    public string? BlueMeans { get; set; }

    public List<Section> Sections { get; } = [];

    public List<PlanAction> Actions { get; } = [];

    public List<Lead> Leads { get; } = [];

    public List<Service> Services { get; } = [];

    public List<Recommendation> Recommendations { get; } = [];

    public List<Issue> Issues { get; } = [];

    public List<Board> Boards { get; } = [];

    public List<Right> Rights { get; } = [];

    /// <summary>What a rating means here: the plan's own words, or null where it has none.</summary>
    public string? Meaning(Brag brag) => brag switch
    {
        Brag.Red => RedMeans,
        Brag.Amber => AmberMeans,
        Brag.Green => GreenMeans,
        _ => BlueMeans,
    };

    /// <summary>Words what a rating means here.</summary>
    public void Reword(Brag brag, string? meaning)
    {
        switch (brag)
        {
            case Brag.Red: RedMeans = meaning; break;
            case Brag.Amber: AmberMeans = meaning; break;
            case Brag.Green: GreenMeans = meaning; break;
            default: BlueMeans = meaning; break;
        }
    }
}

/// <summary>Who may see a plan.</summary>
public enum Visibility
{
    /// <summary>Everyone who may use the bot.</summary>
    Everyone,

    /// <summary>Those named with a right, and nobody else learns that the plan exists.</summary>
    Named,
}
