using TeamsPlanBot.Data.Figures;

namespace TeamsPlanBot.Data.Questions;

/// <summary>A figure that stands, as it was recorded.</summary>
internal sealed record FigureRow(
    int IndicatorId,
    string Breakdown,
    string Comparator,
    DateOnly Start,
    DateOnly End,
    decimal? Value,
    decimal? Numerator,
    decimal? Denominator,
    string? Commentary,
    string? Source,
    string? By,
    DateOnly? On)
{
    public Period Period { get; } = Period.Of(Start, End);

    /// <summary>It is left out here, since it says too much of few people.</summary>
    public bool IsMasked { get; init; }
}

/// <summary>The figures of one indicator, judged against its targets, its own past and its own arithmetic.</summary>
internal sealed class Judged
{
    private const string Ours = "";
    private const string Whole = "";

    private readonly ILookup<(string Breakdown, string Comparator), FigureRow> rows;
    private readonly ILookup<string, StatedTarget> targets;
    private readonly Polarity polarity;
    private readonly string? unit;

    public Judged(IEnumerable<FigureRow> rows, IEnumerable<TargetOf> targets, Polarity polarity, string? unit)
    {
        // A figure that was taken back leaves a row in which nothing is said.
        this.rows = rows.Where(row => row.IsMasked || (row.Value ?? row.Numerator ?? row.Denominator) is not null || row.Commentary is not null).OrderBy(row => row.Period).ToLookup(row => (row.Breakdown, row.Comparator));
        this.targets = targets.ToLookup(target => target.Breakdown, target => target.Target);
        this.polarity = polarity;
        this.unit = unit;

        // Not every engine keeps the noughts at the end of 5.0, so what the plan prints of this indicator anywhere counts.
        Decimals = this.rows.SelectMany(series => series).Max(row => row.Value is { } value ? (value / 1.0000000000m).Scale : (int?)null) ?? 0;
    }

    /// <summary>How many decimals the values have at most.</summary>
    public int Decimals { get; }

    /// <summary>Our own figures, the whole before its parts; then those to compare with.</summary>
    public IEnumerable<FigureSeries> Series() => rows
        .OrderBy(series => series.Key.Comparator, StringComparer.Ordinal).ThenBy(series => series.Key.Breakdown, Numbering.Order)
        .Select(series => new FigureSeries(series.Key.Breakdown, series.Key.Comparator, Figures(series.Key.Breakdown, series.Key.Comparator)));

    /// <summary>Our own series that stand for the indicator: the whole, or its parts where there is no whole.</summary>
    public IEnumerable<FigureSeries> Standing()
    {
        var ours = Series().Where(series => series.Comparator == Ours).ToList();
        return ours.Find(series => series.Breakdown == Whole) is { } whole ? [whole]
            : ours.Count > 0 ? ours
            : [new FigureSeries(Whole, Ours, [])];
    }

    /// <summary>The target in force where nothing was measured: the one to be reached next.</summary>
    public StatedTarget? TargetUnmeasured(string breakdown, DateOnly today) => TargetAt(breakdown, Period.Day(today));

    private Figure[] Figures(string breakdown, string comparator)
    {
        var series = rows[(breakdown, comparator)].ToList();
        return [.. series.Select((row, at) => Judge(row, Before(series, at), breakdown, comparator))];
    }

    private Figure Judge(FigureRow row, FigureRow? before, string breakdown, string comparator)
    {
        var target = comparator == Ours ? TargetAt(breakdown, row.Period) : null;
        return new Figure(
            row.Period,
            row.Value,
            row.Numerator,
            row.Denominator,
            target,
            row.Value is { } value ? StatusOf(target, value, row) : TargetStatus.NoTarget,
            row.Value is { } latest ? Data.Figures.Standing.Direction(latest, before?.Value, polarity) : null,
            Data.Figures.Standing.Contradiction(row.Numerator, row.Denominator, row.Value, unit, Decimals),
            row.Commentary,
            row.Source,
            row.By,
            row.On,
            row.IsMasked);
    }

    private StatedTarget? TargetAt(string breakdown, Period period) => Data.Figures.Standing.TargetInForce([.. targets[breakdown]], period);

    private TargetStatus StatusOf(StatedTarget? target, decimal value, FigureRow row) => Data.Figures.Standing.Against(
        target?.Target,
        value,
        polarity,
        rows[(row.Breakdown, Ours)].FirstOrDefault(other => other.Period == row.Period.YearBefore)?.Value,
        name => Theirs(name, row));

    // A quarter is held against the quarter before it, where there is one, and not against a year.
    private static FigureRow? Before(List<FigureRow> series, int at)
    {
        var earlier = series.Take(at).Where(row => row.Value is not null && row.Period.End < series[at].Period.End).ToList();
        return earlier.FindLast(row => row.Period.Kind == series[at].Period.Kind) ?? earlier.LastOrDefault();
    }

    // Others' figures come later than ours: until they do, their last ones count.
    private decimal? Theirs(string name, FigureRow row) => rows
        .Where(series => string.Equals(series.Key.Comparator, name, StringComparison.OrdinalIgnoreCase) && series.Key.Comparator != Ours && (series.Key.Breakdown == row.Breakdown || series.Key.Breakdown == Whole))
        .OrderBy(series => series.Key.Breakdown == row.Breakdown ? 0 : 1)
        .SelectMany(series => series.Where(other => other.Period.End <= row.Period.End).Reverse())
        .FirstOrDefault(other => other.Value is not null)?.Value;
}
