namespace TeamsPlanBot.Data.Questions;

/// <summary>How many actions there are of each state and rating, and how many want attention.</summary>
/// <param name="Unrated">Those without a rating.</param>
/// <param name="Overdue">Not complete, and due before today.</param>
/// <param name="DueSoon">Not complete, and due today or in the 14 days after it.</param>
/// <param name="Stale">Not complete, and without progress for more than 28 days.</param>
/// <param name="Undated">Not complete, and without a due date.</param>
public sealed record Breakdown(
    int Total,
    int NotStarted,
    int InProgress,
    int Complete,
    int Red,
    int Amber,
    int Green,
    int Blue,
    int Unrated,
    int Overdue,
    int DueSoon,
    int Stale,
    int Undated)
{
    public const int DaysAhead = 14;
    public const int DaysWithoutProgress = 28;

    /// <summary>Of no action at all.</summary>
    public static Breakdown Empty { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

/// <summary>What the actions of a plan are told apart by.</summary>
public enum BrokenDownBy
{
    Plan,
    Section,
    Service,
    Lead,
}

/// <summary>The actions of one plan, section, service or lead; without an id, those that have none.</summary>
public sealed record BreakdownOf(int? Id, string? Name, Breakdown Counts);
