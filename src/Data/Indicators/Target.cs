namespace TeamsPlanBot.Data.Indicators;

/// <summary>What a plan wants of an indicator, in its own words, such as "80" or "lower than the year before".</summary>
public sealed class Target
{
    public int Id { get; private set; }

    public int IndicatorId { get; private set; }

    /// <summary>The part it is for; empty for the whole.</summary>
    public string Breakdown { get; init; } = "";

    public required string Words { get; init; }

    /// <summary>The day by which it is to be reached.</summary>
    public DateOnly? By { get; init; }

    /// <summary>The first day of the period it was stated for, if for one.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The last day of that period.</summary>
    public DateOnly? End { get; init; }
}
