using TeamsPlanBot.Data.Figures;

namespace TeamsPlanBot.Data.Indicators;

/// <summary>Something a plan measures, with its figures period by period.</summary>
public sealed class Indicator
{
    public const int LongestName = 300;

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public required string Name
    {
        get;
        init
        {
            field = value;
            NameKey = value.ToLowerInvariant();
        }
    }

    /// <summary>The name as it is compared.</summary>
    public string NameKey { get; private set; } = "";

    public int Position { get; set; }

    /// <summary>The heading it stands under: a section of the plan, or one of the report's own.</summary>
    public string? Section { get; set; }

    public string? Definition { get; set; }

    public string? Unit { get; set; }

    public Polarity Polarity { get; set; }

    public string? Frequency { get; set; }

    public string? NumeratorLabel { get; set; }

    public string? DenominatorLabel { get; set; }

    public string? Source { get; set; }

    /// <summary>What the plan says of it apart from any period.</summary>
    public string? Commentary { get; set; }

    /// <summary>Grows with every figure, so that two at the same moment notice each other.</summary>
    public int Version { get; private set; }

    public List<IndicatorAlias> Aliases { get; } = [];

    /// <summary>The actions whose success it measures.</summary>
    public List<ActionIndicator> Actions { get; } = [];

    public List<Measurement> Measurements { get; } = [];

    public List<Target> Targets { get; } = [];

    /// <summary>The figure that stands for a period of a series.</summary>
    public Measurement? Standing(string breakdown, string comparator, DateOnly start, DateOnly end) =>
        Measurements.Find(m => !m.IsReplaced && m.Breakdown == breakdown && m.Comparator == comparator && m.Start == start && m.End == end);

    /// <summary>Puts a figure on the record; one that stood for the same period is kept and marked as replaced.</summary>
    public Measurement Record(Measurement figure)
    {
        Standing(figure.Breakdown, figure.Comparator, figure.Start, figure.End)?.ReplaceBy(figure);
        Measurements.Add(figure);
        Version++;
        return figure;
    }
}

/// <summary>Another name of an indicator.</summary>
public sealed class IndicatorAlias
{
    public int IndicatorId { get; private set; }

    public required string Name { get; init; }
}

/// <summary>That an indicator measures the success of an action.</summary>
public sealed class ActionIndicator
{
    public int IndicatorId { get; private set; }

    public required int ActionId { get; init; }
}
