namespace TeamsPlanBot.Data.Indicators;

/// <summary>A figure of an indicator for one period; a correction replaces it, and it is kept.</summary>
public sealed class Measurement
{
    public const int LongestSeries = 200;

    public int Id { get; private set; }

    public int IndicatorId { get; private set; }

    /// <summary>The part it is of, such as one team; empty for the whole.</summary>
    public string Breakdown { get; init; } = "";

    /// <summary>Whose figure it is to be compared with ours; empty for our own.</summary>
    public string Comparator { get; init; } = "";

    public required DateOnly Start { get; init; }

    public required DateOnly End { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    /// <summary>The value as it was printed, even where numerator and denominator say otherwise.</summary>
    public decimal? Value { get; init; }

    public string? Commentary { get; init; }

    /// <summary>Where this figure comes from, if not where the indicator's come from.</summary>
    public string? Source { get; init; }

    /// <summary>When it was recorded, in UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The day it was recorded, where a person did so.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Who recorded it; null where a file of the plan did.</summary>
    public string? By { get; init; }

    public string? PersonKey { get; init; }

    public int? ReplacedById { get; private set; }

    public Measurement? ReplacedBy { get; private set; }

    /// <summary>A later figure stands in its place.</summary>
    public bool IsReplaced => ReplacedById is not null || ReplacedBy is not null;

    /// <summary>Nothing is said: what stood for the period was taken back.</summary>
    public bool IsTakenBack => (Value ?? Numerator ?? Denominator) is null && Commentary is null;

    internal void ReplaceBy(Measurement correction) => ReplacedBy = correction;
}
