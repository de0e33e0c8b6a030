using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Says how indicators stand against their targets, and where they are going. What nobody measured is never called healthy.</summary>
public sealed class IndicatorAnswers(IndicatorQuestions indicators)
{
    private const int MostRows = 12;
    private const int MostSeries = 4;
    private const int MostPeriods = 12;
    private const int MostComments = 3;
    private const int LongestComment = 300;
    private const string Hidden = "hidden, small numbers";

    public async Task<Answer> ListAsync(Request.ListIndicators asked, string words, Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        var all = await indicators.ListAsync(viewer, asked.About.Scope, today, cancelled);
        var found = all
            .Where(line => asked.Status is not { } status || (line.Latest?.Value is null ? TargetStatus.NoTarget : line.Latest.Status) == status)
            .Where(line => asked.Direction is not { } direction || line.Latest?.Direction == direction)
            .OrderBy(Rank)
            .ToList();
        var of = asked.About.Name.Length == 0 ? "" : $" for {asked.About.Name}";
        var narrowed = string.Join(" and ", new[] { asked.Status is { } wanted ? Said(wanted) : null, asked.Direction is { } moving ? Said(moving) : null }.OfType<string>());
        var namesPlan = found.Select(line => line.PlanId).Distinct().Count() > 1;
        return new Overview(
        [
            new Passage.Rows("", [.. found.Take(MostRows).Select(line => Row(line, namesPlan))]),
            new Passage.Lines("", found.Count > MostRows ? [$"And {found.Count - MostRows:N0} more. Ask about one plan or team, or only for those off target, to see fewer."] : []),
        ])
        {
            Intent = asked.Intent,
            Understood = words,
            Headline = (found.Count, narrowed.Length) switch
            {
                (0, 0) => $"No indicators{of}",
                (0, _) => $"No indicators{of} are {narrowed}; {all.Count:N0} in all",
                (_, 0) => $"{Wording.Count(found.Count, "indicator")}{of}: {Counted(found)}",
                _ => $"{Wording.Count(found.Count, "indicator")}{of} {(found.Count == 1 ? "is" : "are")} {narrowed}, of {all.Count:N0}",
            },
            Total = found.Count,
            Figures = [.. found.Where(line => line.Latest is not null).Select(line => Listed(line.Plan, Named(line), line.Latest!))],
        };
    }

    public async Task<Answer?> OneAsync(Request.ShowIndicator asked, string words, Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        var found = new List<IndicatorInFull>();
        foreach (var id in asked.Indicators)
        {
            if (await indicators.FindAsync(viewer, id, today, cancelled) is { } indicator)
            {
                found.Add(indicator);
            }
        }

        if (found.Count == 0)
        {
            return null;
        }

        found = [.. found.OrderBy(indicator => indicator.Line.Latest is null)];
        var line = found[0].Line;
        return new Overview([.. found.SelectMany(indicator => Passages(indicator, found.Count > 1))])
        {
            Intent = asked.Intent,
            Understood = found.Count == 1 ? $"{words}. From {line.PlanName}" : words,
            Headline = line.Latest?.Value is { } value
                ? $"{Named(line)}: {Wording.Measured(value, line.Unit)} in {line.Latest.Period.Words}, {Standing(line)}"
                : line.Latest is { IsMasked: true } masked ? $"{Named(line)}: {Hidden} in {masked.Period.Words}"
                : $"{Named(line)}: nobody has measured it yet",
            Total = found.Count,
            Figures = [.. found.SelectMany(indicator => indicator.Series.Where(series => series.Comparator.Length == 0).SelectMany(series =>
                series.Figures.Select(figure => Listed(indicator.Line.Plan, series.Breakdown.Length == 0 ? indicator.Line.Name : $"{indicator.Line.Name}, {series.Breakdown}", figure))))],
        };
    }

    // Exceptions first: off target, then what cannot be told, then on target.
    private static int Rank(IndicatorLine line) => line.Latest?.Value is null ? 1 : line.Latest.Status switch
    {
        TargetStatus.OffTarget => 0,
        TargetStatus.NoTarget => 1,
        _ => 2,
    };

    private static string Counted(List<IndicatorLine> found)
    {
        var (off, on) = (found.Count(line => Rank(line) == 0), found.Count(line => Rank(line) == 2));
        var unmeasured = found.Count(line => line.Latest is not ({ Value: not null } or { IsMasked: true }));
        var aimless = found.Count - off - on - unmeasured;
        return unmeasured == found.Count ? "none measured yet" : string.Join(", ", [
            $"{off:N0} off target",
            $"{on:N0} on target",
            .. aimless > 0 ? [$"{aimless:N0} without a target"] : Array.Empty<string>(),
            .. unmeasured > 0 ? [$"{unmeasured:N0} not measured"] : Array.Empty<string>()]);
    }

    private static Row Row(IndicatorLine line, bool namesPlan)
    {
        List<string> details = [];
        if (line.Latest is { Value: { } value } latest)
        {
            var before = line.Previous is { Value: { } earlier } previous ? $"; {Wording.Measured(earlier, line.Unit)} in {previous.Period.Words}" : "";
            details.Add($"{Wording.Measured(value, line.Unit)} in {latest.Period.Words}{before}");
            if (latest.Computed is { } computed)
            {
                details.Add($"Its own numbers give {Wording.Measured(computed, line.Unit)}.");
            }
        }

        if ((line.Latest?.Target ?? line.Target) is { } target)
        {
            details.Add($"Target: {target.Target.Words}");
        }

        if (namesPlan)
        {
            details.Add(line.PlanName);
        }

        return new Row("", Named(line), Phrases(line), details, new Button($"Show {Named(line)}", Asks: new Request.ShowIndicator([line.Id], line.Name)), Curves([.. line.Figures.TakeLast(MostPeriods)]));
    }

    internal static Phrase[] Phrases(IndicatorLine line) => line.Latest is not { Value: not null } latest
        ? [new Phrase(line.Latest is { IsMasked: true } ? Wording.Sentence(Hidden) : "Not measured yet")]
        :
        [
            latest.Status switch
            {
                TargetStatus.OffTarget => new Phrase("Off target", Tone.Red),
                TargetStatus.OnTarget => new Phrase("On target", Tone.Green),
                _ => new Phrase("No target"),
            },
            new Phrase(latest.Direction switch
            {
                null => ", measured once",
                DirectionOfTravel.Worsening when latest.Status == TargetStatus.OnTarget => ", but worsening",
                { } direction => $", {Said(direction)}",
            }),
        ];

    private static string Standing(IndicatorLine line) => Wording.Lower(string.Concat(Phrases(line).Select(phrase => phrase.Text)));

    private static IEnumerable<Passage> Passages(IndicatorInFull indicator, bool namesPlan)
    {
        var line = indicator.Line;
        yield return new Passage.Facts(namesPlan ? line.PlanName : "", [.. Facts(indicator)]);
        var ours = indicator.Series.Where(series => series.Comparator.Length == 0).ToList();
        foreach (var series in ours.Take(MostSeries))
        {
            yield return Trend(indicator, series);
        }

        yield return new Passage.Lines("Other parts", ours.Count > MostSeries ? [$"{string.Join(", ", ours.Skip(MostSeries).Select(series => series.Breakdown))}: in an export of the indicators."] : []);
        yield return new Passage.Lines("To be checked", [.. ours.SelectMany(series => series.Figures.Where(figure => figure.Computed is not null).Select(figure =>
            $"{Of(series)}{figure.Period.Words}: {Wording.Measured(figure.Value!.Value, line.Unit)} is recorded, but {Wording.Number(figure.Numerator!.Value)} of {Wording.Number(figure.Denominator!.Value)} is {Wording.Measured(figure.Computed!.Value, line.Unit)}."))]);
        yield return new Passage.Lines("Commentary", [.. ours.SelectMany(series => series.Figures.Where(figure => figure.Commentary is not null).Select(figure => (series, figure)))
            .OrderByDescending(of => of.figure.Period).Take(MostComments).Select(of => $"{Of(of.series)}{of.figure.Period.Words}: {Wording.Cut(of.figure.Commentary!, LongestComment)}")]);
        yield return new Passage.Lines("Corrected", [.. indicator.Corrections.TakeLast(MostComments).Select(old =>
            $"{old.Period.Words}: {Value(old.Value, line.Unit)} until {Dates.InWords(old.InsteadOn)}, then {Value(old.Instead, line.Unit)} ({old.InsteadBy ?? "from the plan"})")]);
    }

    private static string Of(FigureSeries series) => series.Breakdown.Length == 0 ? "" : $"{series.Breakdown}, ";

    private static IEnumerable<Fact> Facts(IndicatorInFull indicator)
    {
        if (indicator.Definition is { } definition)
        {
            yield return new Fact("What it is", Wording.Cut(definition, LongestComment));
        }

        if (indicator.Line.Latest is null)
        {
            yield return new Fact("Figures", "nobody has measured it yet");
        }

        yield return new Fact("Direction", indicator.Line.Polarity switch
        {
            Polarity.Higher => "higher is better",
            Polarity.Lower => "lower is better",
            _ => "neither higher nor lower is better",
        });
        if ((indicator.Line.Latest?.Target ?? indicator.Line.Target) is { } target)
        {
            yield return new Fact("Target", target.Target.Words);
        }

        if (indicator.Frequency is { } frequency)
        {
            yield return new Fact("Reported", frequency);
        }

        if (indicator.Actions.Count > 0)
        {
            yield return new Fact("Measures", $"the success of {string.Join(", ", indicator.Actions)}");
        }
    }

    private static Passage.Trend Trend(IndicatorInFull indicator, FigureSeries series)
    {
        var unit = indicator.Line.Unit;
        var figures = series.Figures.TakeLast(MostPeriods).ToList();
        var hasTargets = figures.Exists(figure => figure.Target is not null);
        var others = indicator.Series.Where(other => other.Comparator.Length > 0 && other.Breakdown == series.Breakdown).ToList();
        return new Passage.Trend(
            series.Breakdown.Length == 0 ? "Trend" : Wording.Sentence(series.Breakdown),
            figures.FindAll(figure => figure.Value is not null) is [var first, .., var last]
                ? $"From {Wording.Measured(first.Value!.Value, unit)} in {first.Period.Words} to {Wording.Measured(last.Value!.Value, unit)} in {last.Period.Words}." : "",
            [
                .. Curves(figures),
                .. others.Where(other => other.Figures.Count > 1).Select(other => new Curve(other.Comparator, Tone.Amber, Dots([.. other.Figures.TakeLast(MostPeriods)]))),
            ],
            new Passage.Table(
                "",
                ["Period", "Value", .. hasTargets ? ["Target"] : Array.Empty<string>(), .. others.Select(other => other.Comparator)],
                [.. figures.AsEnumerable().Reverse().Select(figure => Cells(figure, unit, hasTargets, others))]));
    }

    private static List<Curve> Curves(List<Figure> figures) =>
    [
        new Curve("Ours", Tone.Blue, Dots(figures)),
        .. figures.Where(figure => Numbered(figure.Target) is not null).ToList() is { Count: > 1 } aimed
            ? [new Curve("Target", Tone.Plain, [.. aimed.Select(figure => new Dot(figure.Period.Words, Numbered(figure.Target)!.Value))])] : Array.Empty<Curve>(),
    ];

    private static IReadOnlyList<string> Cells(Figure figure, string? unit, bool hasTargets, IReadOnlyList<FigureSeries> others) =>
    [
        figure.Period.Words,
        Said(figure, unit),
        .. hasTargets ? [figure.Target is { } target ? $"{target.Target.Words}{(figure.Status == TargetStatus.NoTarget ? "" : $": {Said(figure.Status)}")}" : "none"] : Array.Empty<string>(),
        .. others.Select(other => other.Figures.LastOrDefault(theirs => theirs.Period == figure.Period) is { } theirs ? Value(theirs.Value, unit) : "not known"),
    ];

    /// <summary>A figure with what it was reckoned from.</summary>
    internal static string Said(Figure figure, string? unit) => figure is { Value: { } value, Numerator: { } numerator, Denominator: { } denominator }
        ? $"{Wording.Measured(value, unit)} ({Wording.Number(numerator)} of {Wording.Number(denominator)})"
        : figure.IsMasked ? Hidden : Value(figure.Value, unit);

    private static IReadOnlyList<Dot> Dots(IReadOnlyList<Figure> figures) => [.. figures.Where(figure => figure.Value is not null).Select(figure => new Dot(figure.Period.Words, figure.Value!.Value))];

    private static string Value(decimal? value, string? unit) => value is { } known ? Wording.Measured(known, unit) : "not measured";

    internal static string Named(IndicatorLine line) => line.Breakdown.Length == 0 ? line.Name : $"{line.Name}, {line.Breakdown}";

    internal static ListedFigure Listed(string plan, string name, Figure figure) =>
        new(plan, name, figure.Period.Words, figure.Value, figure.Numerator, figure.Denominator, Numbered(figure.Target), figure.Status, figure.Direction);

    private static decimal? Numbered(StatedTarget? target) => target?.Target switch
    {
        TargetWords.AtLeast least => least.Value,
        TargetWords.AtMost most => most.Value,
        TargetWords.Above above => above.Value,
        TargetWords.Below below => below.Value,
        _ => null,
    };

    internal static string Said(TargetStatus status) => status switch
    {
        TargetStatus.OffTarget => "off target",
        TargetStatus.OnTarget => "on target",
        _ => "without a target",
    };

    internal static string Said(DirectionOfTravel direction) => direction.ToString().ToLowerInvariant();
}
