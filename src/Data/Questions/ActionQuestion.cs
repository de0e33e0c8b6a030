using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Which actions are asked for; what is left empty does not narrow the answer.</summary>
/// <remarks>A list that is missing where a question is read, because it was kept before there was such a list or was altered, comes as a null.</remarks>
public sealed record ActionQuestion
{
    public IReadOnlyList<int> Plans { get; init => field = value ?? []; } = [];

    public IReadOnlyList<int> Sections { get; init => field = value ?? []; } = [];

    public IReadOnlyList<int> Services { get; init => field = value ?? []; } = [];

    /// <summary>An empty list is nobody; null is anybody.</summary>
    public IReadOnlyList<int>? Leads { get; init; }

    /// <summary>The number of a recommendation that the action answers.</summary>
    public string? Recommendation { get; init; }

    public StateAsked State { get; init; }

    public IReadOnlyList<Brag> Brags { get; init => field = value ?? []; } = [];

    /// <summary>Rated none of these; what has no rating is among them, and none of all four means only that.</summary>
    public IReadOnlyList<Brag> NotBrags { get; init => field = value ?? []; } = [];

    public DateOnly? DueFrom { get; init; }

    /// <summary>The last day of the span, included.</summary>
    public DateOnly? DueTo { get; init; }

    public bool NoDate { get; init; }

    public bool NoLead { get; init; }

    /// <summary>No progress was recorded on this day or since.</summary>
    public DateOnly? NoProgressSince { get; init; }

    /// <summary>Words that stand somewhere in the action.</summary>
    public string? Words { get; init; }
}

/// <summary>How far the actions asked for are.</summary>
public enum StateAsked
{
    Any,
    Open,
    Complete,
    NotStarted,
    InProgress,
}
