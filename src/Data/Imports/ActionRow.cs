using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>One row of the canonical actions file, read and checked, not yet stored.</summary>
public sealed record ActionRow
{
    /// <summary>The row in the file as a spreadsheet counts: the headings are row 1.</summary>
    public required int Row { get; init; }

    public required string Plan { get; init; }

    public string? PlanName { get; init; }

    public DateOnly? BaseDate { get; init; }

    public required string Section { get; init; }

    public string? SectionLead { get; init; }

    public string? SectionOutcomes { get; init; }

    /// <summary>Blank where the plan prints none.</summary>
    public string? Ref { get; init; }

    public string? Parent { get; init; }

    public IReadOnlyList<string> Recommendations { get; init; } = [];

    public required string Title { get; init; }

    public IReadOnlyList<string> Leads { get; init; } = [];

    public IReadOnlyList<string> Services { get; init; } = [];

    public string? Timescale { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>Null where the file says none; they may still stand in the timescale.</summary>
    public IReadOnlyList<Milestone>? Milestones { get; init; }

    public ActionState? State { get; init; }

    public Brag? Brag { get; init; }

    public string? Outcome { get; init; }

    public string? Measures { get; init; }

    public string? Progress { get; init; }

    public DateOnly? ProgressOn { get; init; }

    /// <summary>Cells under headings that nobody here knows.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; init; } = new Dictionary<string, string>();
}

/// <summary>What is wrong with a file, where, and what to do about it.</summary>
public sealed record ImportProblem(int? Row, string? Column, string Sentence)
{
    public override string ToString() =>
        Row is { } row ? Column is { } column ? $"Row {row}, {column}: {Sentence}" : $"Row {row}: {Sentence}" : Sentence;
}
