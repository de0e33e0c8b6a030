using TeamsPlanBot.Data.Figures;

namespace TeamsPlanBot.Data.Questions;

/// <summary>A figure with what can be said of it.</summary>
/// <param name="Value">As it was printed.</param>
/// <param name="Target">The target in force in its period.</param>
/// <param name="Direction">How it moved since the reported period before it; null where there is none.</param>
/// <param name="Computed">What numerator and denominator give, where that contradicts the value.</param>
/// <param name="IsMasked">It is known but not shown, since it rests on few people.</param>
public sealed record Figure(
    Period Period,
    decimal? Value,
    decimal? Numerator,
    decimal? Denominator,
    StatedTarget? Target,
    TargetStatus Status,
    DirectionOfTravel? Direction,
    decimal? Computed,
    string? Commentary,
    string? Source,
    string? By,
    DateOnly? On,
    bool IsMasked);

/// <summary>The figures of one series, the oldest period first.</summary>
/// <param name="Breakdown">The part they are of; empty for the whole.</param>
/// <param name="Comparator">Whose they are, to be compared with ours; empty for our own.</param>
public sealed record FigureSeries(string Breakdown, string Comparator, IReadOnlyList<Figure> Figures);

/// <summary>A figure that another one stands in for.</summary>
/// <param name="InsteadOn">The day the other one was recorded.</param>
public sealed record CorrectedFigure(
    string Breakdown, string Comparator, Period Period, decimal? Value, decimal? Numerator, decimal? Denominator, string? By, DateOnly On, decimal? Instead, string? InsteadBy, DateOnly InsteadOn);

/// <summary>An indicator as a list shows it: its latest figure and the one before.</summary>
/// <param name="Breakdown">The part it is of, where the plan gives no figure of the whole.</param>
/// <param name="Latest">Null where nobody has measured it.</param>
/// <param name="Target">The target in force, measured or not.</param>
public sealed record IndicatorLine(
    int Id,
    int PlanId,
    string Plan,
    string PlanName,
    string Name,
    string? Section,
    string? Unit,
    Polarity Polarity,
    string Breakdown,
    Figure? Latest,
    Figure? Previous,
    StatedTarget? Target,
    IReadOnlyList<Figure> Figures);

/// <summary>An indicator in full.</summary>
/// <param name="Actions">The references of the actions whose success it measures.</param>
/// <param name="Series">Our own figures first, the whole before its parts; then those to compare with.</param>
/// <param name="Targets">Every target, with the part it is for.</param>
public sealed record IndicatorInFull(
    IndicatorLine Line,
    string? Definition,
    string? Frequency,
    string? NumeratorLabel,
    string? DenominatorLabel,
    string? Source,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Actions,
    IReadOnlyList<FigureSeries> Series,
    IReadOnlyList<TargetOf> Targets,
    IReadOnlyList<CorrectedFigure> Corrections);

/// <summary>A target, and the part it is for; empty for the whole.</summary>
public sealed record TargetOf(string Breakdown, StatedTarget Target);

/// <summary>A name of an indicator, or another one it goes by.</summary>
public sealed record IndicatorName(int Id, int PlanId, string Name, string Shown);
