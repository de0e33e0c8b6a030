using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Indicators;

namespace TeamsPlanBot.Data.Imports;

/// <summary>One row of the canonical indicators file, read and checked, not yet stored.</summary>
public sealed record IndicatorRow
{
    /// <summary>The row in the file as a spreadsheet counts: the headings are row 1.</summary>
    public required int Row { get; init; }

    public required string Plan { get; init; }

    public required string Indicator { get; init; }

    /// <summary>What is said of the indicator itself, by heading; every row may say it again.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    public Polarity? Polarity { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> Actions { get; init; } = [];

    public Period? Period { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    public decimal? Value { get; init; }

    public string? Target { get; init; }

    public DateOnly? TargetBy { get; init; }

    public string? Source { get; init; }

    public string? Commentary { get; init; }

    public string Breakdown { get; init; } = "";

    public string Comparator { get; init; } = "";

    public DateOnly? RecordedOn { get; init; }

    public string? RecordedBy { get; init; }

    public bool HasFigure => Numerator is not null || Denominator is not null || Value is not null;

    /// <summary>There is something to put down for the period besides its target.</summary>
    public bool Measures => Period is not null && (HasFigure || Commentary is not null || Source is not null);
}

/// <summary>Reads the canonical indicators file.</summary>
public static class IndicatorsCsvReader
{
    /// <summary>The longest name of whoever recorded or reported something.</summary>
    internal const int LongestAuthor = 200;

    /// <summary>What a row says of the indicator, not of a period.</summary>
    public static IReadOnlyList<string> FactColumns { get; } =
    [
        ActionColumns.Section, IndicatorColumns.Unit, IndicatorColumns.Polarity, IndicatorColumns.Definition, IndicatorColumns.Frequency,
        IndicatorColumns.NumeratorLabel, IndicatorColumns.DenominatorLabel, IndicatorColumns.Aliases, IndicatorColumns.Actions,
    ];

    /// <summary>The rows, one at a time as they are asked for; none is to be kept when the table names problems at the end.</summary>
    public static IEnumerable<IndicatorRow> Rows(CsvTable table, ImportDefaults defaults)
    {
        table.Needs(IndicatorColumns.Indicator, ", and it names what is measured; add it.");
        if (defaults.Plan is null)
        {
            table.Needs(ActionColumns.Plan, "; add it, or name the plan with --plan.");
        }

        return table.Rows().Select(row => Read(row, defaults));
    }

    private static IndicatorRow Read(CsvRow row, ImportDefaults defaults)
    {
        var read = new IndicatorRow
        {
            Row = row.Number,
            Plan = row.Plan(defaults),
            Indicator = row.Required(IndicatorColumns.Indicator, Indicator.LongestName, "write what is measured."),
            Facts = FactColumns.Select(column => (column, text: row.Text(column))).Where(fact => fact.text is not null).ToDictionary(fact => fact.column, fact => fact.text!),
            Polarity = row.Choice(IndicatorColumns.Polarity, PolarityOf, "higher, lower or none"),
            Aliases = row.List(IndicatorColumns.Aliases, Indicator.LongestName),
            Actions = row.List(IndicatorColumns.Actions, Plans.PlanAction.LongestRef),
            Period = PeriodOf(row),
            Numerator = row.Figure(IndicatorColumns.Numerator),
            Denominator = row.Figure(IndicatorColumns.Denominator),
            Value = row.Figure(IndicatorColumns.Value),
            Target = row.Text(IndicatorColumns.Target),
            TargetBy = row.Date(IndicatorColumns.TargetBy),
            Source = row.Text(IndicatorColumns.Source),
            Commentary = row.Text(IndicatorColumns.Commentary),
            Breakdown = row.Text(IndicatorColumns.Breakdown, Measurement.LongestSeries) ?? "",
            Comparator = row.Text(IndicatorColumns.Comparator, Measurement.LongestSeries) ?? "",
            RecordedOn = row.Date(IndicatorColumns.RecordedOn),
            RecordedBy = row.Text(IndicatorColumns.RecordedBy, LongestAuthor),
        };
        Check(row, read);
        return read;
    }

    internal static Polarity? PolarityOf(string? word) => word?.ToLowerInvariant() switch
    {
        "higher" => Polarity.Higher,
        "lower" => Polarity.Lower,
        "none" => Polarity.None,
        _ => null,
    };

    private static Period? PeriodOf(CsvRow row)
    {
        if (row.Text(IndicatorColumns.Period) is not { } words)
        {
            return null;
        }

        if (Period.Read(words) is { } period)
        {
            return period;
        }

        row.Wrong(IndicatorColumns.Period, $"“{CsvRow.InShort(words)}” is no period that can be read. {Period.HowToWrite}");
        return null;
    }

    private static void Check(CsvRow row, IndicatorRow read)
    {
        if (row.Text(IndicatorColumns.Period) is null && row.Text(IndicatorColumns.Numerator) is null && row.Text(IndicatorColumns.Denominator) is null && row.Text(IndicatorColumns.Value) is null)
        {
            if (read.Comparator.Length > 0)
            {
                row.Wrong(IndicatorColumns.Comparator, "A comparator is somebody else's figure; write the period and the value beside it, or leave the cell blank.");
            }
        }
        else if (row.Text(IndicatorColumns.Period) is null)
        {
            row.Wrong(IndicatorColumns.Period, $"The cell is blank beside a figure. {Period.HowToWrite}");
        }

        if (read.TargetBy is not null && read.Target is null)
        {
            row.Wrong(IndicatorColumns.Target, "The cell is blank beside the day by which it is to be reached; write the target, or leave both blank.");
        }

        if (read.Target is not null && read.Comparator.Length > 0)
        {
            row.Wrong(IndicatorColumns.Target, $"{CsvRow.InShort(read.Comparator)} is compared with and has no target here; give the target a row without comparator.");
        }
    }
}
