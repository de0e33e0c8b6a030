using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>What changed since a day, the newest first.</summary>
/// <param name="Total">How many fields of actions changed; not all of them need be among the lines.</param>
/// <param name="IsCounted">There are just so many; else at least.</param>
public sealed record Changed(int Total, bool IsCounted, IReadOnlyList<ChangeLine> Changes, IReadOnlyList<FigureChange> Figures);

/// <summary>That one field of an action changed.</summary>
/// <param name="By">Who changed it; null where the plan itself did.</param>
/// <param name="Reason">Why a date was moved.</param>
public sealed record ChangeLine(
    int PlanId,
    string Plan,
    string PlanName,
    string Ref,
    string Title,
    Field Field,
    string? From,
    string? To,
    string? Reason,
    string? By,
    DateOnly On);

/// <summary>That a figure was recorded, or corrected from another one.</summary>
/// <param name="From">The figure it replaces, where it is a correction.</param>
/// <param name="By">Who recorded it; null where a file of the plan did.</param>
public sealed record FigureChange(
    int PlanId,
    string Plan,
    string PlanName,
    int IndicatorId,
    string Indicator,
    string? Unit,
    string Breakdown,
    string Comparator,
    DateOnly Start,
    DateOnly End,
    decimal? From,
    decimal? To,
    bool IsCorrection,
    string? By,
    DateOnly On)
{
    public Period Period => Period.Of(Start, End);
}
