namespace TeamsPlanBot.Data.Plans;

/// <summary>Something a plan says will be done; a sub-action is one too, with a parent.</summary>
public sealed class PlanAction
{
    public const int LongestRef = 40;

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public Plan Plan { get; private set; } = null!;

    public int SectionId { get; private set; }

    public required Section Section { get; set; }

    /// <summary>Where it stands in the document.</summary>
    public int Position { get; set; }

    public required string Ref
    {
        get;
        init
        {
            field = value;
            RefKey = value.ToLowerInvariant();
        }
    }

    /// <summary>The reference as it is compared: people write it in either letter case.</summary>
    public string RefKey { get; private set; } = "";

    public PlanAction? Parent { get; set; }

    public int? ParentId { get; private set; }

    public required string Title { get; set; }

    /// <summary>The plan's own words about time, kept as they are.</summary>
    public string? Timescale { get; set; }

    /// <summary>The last of the action's dates; null where the plan's words give none.</summary>
    public DateOnly? Due { get; set; }

    public ActionState State { get; private set; }

    public Brag? Brag { get; private set; }

    public string? Outcome { get; set; }

    public string? Measures { get; set; }

    /// <summary>What the plan says under headings that nobody here knows, as <see cref="Plans.Notes"/> writes it.</summary>
    public string? Notes { get; set; }

    /// <summary>The day of the latest words of progress, kept beside them for fast questions.</summary>
    public DateOnly? UpdatedOn { get; private set; }

    public List<Milestone> Milestones { get; } = [];

    public List<ActionLead> Leads { get; } = [];

    public List<ActionService> Services { get; } = [];

    public List<ActionRecommendation> Recommendations { get; } = [];

    public List<Progress> Progress { get; } = [];

    /// <summary>Sets state and rating together, so that blue and complete never part.</summary>
    public void Rate(ActionState? state, Brag? brag)
    {
        State = state ?? (brag == Plans.Brag.Blue ? ActionState.Complete : State);
        Brag = State == ActionState.Complete ? Plans.Brag.Blue : brag == Plans.Brag.Blue ? null : brag;
    }

    /// <summary>Puts words on the record.</summary>
    public void Record(Progress progress)
    {
        Progress.Add(progress);
        if (UpdatedOn is null || progress.On > UpdatedOn)
        {
            UpdatedOn = progress.On;
        }
    }
}

/// <summary>How far an action is.</summary>
public enum ActionState
{
    NotStarted,
    InProgress,
    Complete,
}

/// <summary>A plan's rating, the worst first.</summary>
public enum Brag
{
    Red,
    Amber,
    Green,
    Blue,
}
