namespace TeamsPlanBot.Data.Imports;

/// <summary>The headings of the canonical indicators file, in the order they are written.</summary>
public static class IndicatorColumns
{
    public const string Indicator = "indicator";
    public const string Unit = "unit";
    public const string Polarity = "polarity";
    public const string Period = "period";
    public const string Numerator = "numerator";
    public const string Denominator = "denominator";
    public const string Value = "value";
    public const string Target = "target";
    public const string TargetBy = "target by";
    public const string Source = "source";
    public const string Commentary = "commentary";
    public const string Aliases = "aliases";
    public const string Definition = "definition";
    public const string Frequency = "frequency";
    public const string NumeratorLabel = "numerator label";
    public const string DenominatorLabel = "denominator label";
    public const string Breakdown = "breakdown";
    public const string Comparator = "comparator";
    public const string Actions = "actions";
    public const string RecordedOn = "recorded on";
    public const string RecordedBy = "recorded by";

    /// <summary>Those that are always written.</summary>
    public static IReadOnlyList<string> Always { get; } =
    [
        ActionColumns.Plan, ActionColumns.PlanName, ActionColumns.Section, Indicator, Unit, Polarity, Period, Numerator, Denominator, Value,
        Target, TargetBy, Source, Commentary, Aliases,
    ];

    /// <summary>Those that are written where something is in them.</summary>
    public static IReadOnlyList<string> Further { get; } =
        [Definition, Frequency, NumeratorLabel, DenominatorLabel, Breakdown, Comparator, Actions, RecordedOn, RecordedBy];

    public static IReadOnlyList<string> All { get; } = [.. Always, .. Further];
}
