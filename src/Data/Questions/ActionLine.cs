using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>An action as a list shows it.</summary>
public sealed record ActionLine(
    int Id,
    int PlanId,
    string Plan,
    string PlanName,
    string Ref,
    string Title,
    DateOnly? Due,
    string? Timescale,
    ActionState State,
    Brag? Brag,
    DateOnly? UpdatedOn,
    IReadOnlyList<string> Leads,
    IReadOnlyList<string> Services);

/// <summary>Actions in the order they are shown: of <see cref="Total"/> matches, those that were asked for.</summary>
public sealed record ActionLines(int Total, IReadOnlyList<ActionLine> Items);

/// <summary>An action in full.</summary>
/// <param name="Slips">How its due date was moved.</param>
public sealed record ActionInFull(
    ActionLine Line,
    string Section,
    string? SectionLead,
    string? Outcome,
    string? Measures,
    IReadOnlyList<string> Recommendations,
    IReadOnlyList<DatedLine> Milestones,
    IReadOnlyList<ProgressLine> Progress,
    string? Parent,
    IReadOnlyList<string> SubActions,
    Slips Slips);

/// <summary>A date with the words it stands for.</summary>
/// <param name="MetOn">The day somebody said that it was reached.</param>
public sealed record DatedLine(DateOnly On, string Words, DateOnly? MetOn = null);

/// <summary>Words on the record, with their day and author where known.</summary>
/// <param name="Link">The message they come from, where that is another one.</param>
public sealed record ProgressLine(DateOnly? On, string? By, string Text, string? Link = null);
