namespace TeamsPlanBot.Data.Imports;

/// <summary>The headings of the canonical actions file, in the order they are written.</summary>
public static class ActionColumns
{
    public const string Plan = "plan";
    public const string PlanName = "plan name";
    public const string BaseDate = "base date";
    public const string Section = "section";
    public const string SectionLead = "section lead";
    public const string SectionOutcomes = "section outcomes";
    public const string Ref = "ref";
    public const string Parent = "parent";
    public const string Recommendations = "recommendations";
    public const string Action = "action";
    public const string Leads = "leads";
    public const string Services = "services";
    public const string Timescale = "timescale";
    public const string Due = "due";
    public const string Milestones = "milestones";
    public const string State = "state";
    public const string Brag = "brag";
    public const string Outcome = "outcome";
    public const string Measures = "measures";
    public const string Progress = "progress";
    public const string ProgressOn = "progress on";

    /// <summary>Stands as the parent of a part whose action, the last above it that belongs to none, has no reference yet.</summary>
    internal const string Above = "^";

    public static IReadOnlyList<string> All { get; } =
    [
        Plan, PlanName, BaseDate, Section, SectionLead, SectionOutcomes, Ref, Parent, Recommendations, Action, Leads, Services,
        Timescale, Due, Milestones, State, Brag, Outcome, Measures, Progress, ProgressOn,
    ];
}
