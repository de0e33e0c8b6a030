namespace TeamsPlanBot.Data.Documents;

/// <summary>What a column of a plan's table is about.</summary>
public enum ColumnMeaning
{
    /// <summary>Kept beside the action under its own heading.</summary>
    Note,
    Ref,
    Recommendations,

    /// <summary>What is to be done, and what the action is called.</summary>
    Action,

    /// <summary>What an action is done by, where something else names it.</summary>
    Steps,
    Leads,
    Services,
    Timescale,
    Milestones,
    State,
    Brag,
    Outcome,
    Measures,
    Progress,
    ProgressOn,
    Section,
    SectionLead,
    SectionOutcomes,
    Parent,
}
