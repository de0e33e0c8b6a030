using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>The indicators of a plan, heading by heading, period beside period: inputs, processes and outputs, where the plan tells them apart.</summary>
public sealed class IndicatorTables(IndicatorQuestions indicators)
{
    private const int MostPeriods = 4;
    private const int LongestComment = 300;

    internal async Task<IReadOnlyList<Chapter>> OfAsync(Viewer viewer, Scope scope, Period period, DateOnly today, CancellationToken cancelled)
    {
        var all = new List<IndicatorInFull>();
        foreach (var id in (await indicators.ListAsync(viewer, scope, today, cancelled)).Select(line => line.Id).Distinct())
        {
            if (await indicators.FindAsync(viewer, id, today, cancelled) is { } indicator)
            {
                all.Add(indicator);
            }
        }

        return all.Count == 0 ? [] :
        [
            new Chapter("Indicators",
            [
                new Passage.Lines("", [$"Figures of periods up to {Dates.InWords(period.End)}."]),
                .. all.GroupBy(indicator => indicator.Line.Section ?? "").SelectMany(group => Passages(group.Key.Length == 0 ? "Other indicators" : group.Key, [.. group], period)),
            ]),
        ];
    }

    private static IEnumerable<Passage> Passages(string title, List<IndicatorInFull> group, Period period)
    {
        var lines = group.SelectMany(indicator => indicator.Series.Select(series => new Measured(indicator, series, [.. series.Figures.Where(figure => figure.Period.End <= period.End)])))
            .Where(line => line.Figures.Count > 0)
            .ToList();
        var columns = lines.SelectMany(line => line.Figures).Where(figure => figure.Value is not null || figure.IsMasked)
            .GroupBy(figure => figure.Period)
            .OrderByDescending(of => of.Count()).ThenByDescending(of => of.Key)
            .Take(MostPeriods)
            .Select(of => of.Key)
            .Order()
            .ToList();
        yield return new Passage.Table(title, ["Indicator", .. columns.Select(column => column.Words), "Target", "Standing and direction"], [.. lines.Select(line => Cells(line, columns))]);
        var unmeasured = group.Where(indicator => !lines.Exists(line => line.Indicator == indicator)).Select(indicator => indicator.Line.Name).ToList();
        yield return new Passage.Lines(unmeasured.Count == 0 ? "" : $"{title}: not measured yet", unmeasured.Count == 0 ? [] : [string.Join("; ", unmeasured)]);
        yield return new Passage.Lines($"{title}: commentary",
        [
            .. lines.Where(line => line.Series.Comparator.Length == 0)
                .SelectMany(line => line.Figures.Where(figure => figure.Commentary is not null).TakeLast(1).Select(figure => $"{line.Name}, {figure.Period.Words}: {Wording.Cut(figure.Commentary!, LongestComment)}")),
            .. lines.SelectMany(line => line.Figures.Where(figure => figure.Computed is not null).TakeLast(1).Select(figure =>
                $"{line.Name}, {figure.Period.Words}: to be checked, since its own numbers give {Wording.Measured(figure.Computed!.Value, line.Indicator.Line.Unit)}.")),
        ]);
    }

    private static string[] Cells(Measured line, List<Period> columns)
    {
        var unit = line.Indicator.Line.Unit;
        var latest = line.Figures.LastOrDefault(figure => figure.Value is not null);
        var isElsewhere = latest is not null && !columns.Contains(latest.Period);
        return
        [
            isElsewhere ? $"{line.Name} ({latest!.Period.Words}: {IndicatorAnswers.Said(latest, unit)})" : line.Name,
            .. columns.Select(column => line.Figures.LastOrDefault(figure => figure.Period == column) is { } figure && (figure.Value is not null || figure.IsMasked) ? IndicatorAnswers.Said(figure, unit) : "–"),
            latest?.Target?.Target.Words ?? "–",
            line.Series.Comparator.Length > 0 ? "to compare with" : latest is null ? "not measured yet" : Standing(latest),
        ];
    }

    private static string Standing(Figure latest) => Wording.Sentence(latest.Status switch
    {
        TargetStatus.NoTarget => latest.Direction is { } moving ? IndicatorAnswers.Said(moving) : "measured once",
        var status => $"{IndicatorAnswers.Said(status)}, {(latest.Direction is { } moving ? IndicatorAnswers.Said(moving) : "measured once")}",
    });

    private sealed record Measured(IndicatorInFull Indicator, FigureSeries Series, IReadOnlyList<Figure> Figures)
    {
        public string Name => string.Join(", ", new[] { Indicator.Line.Name, Series.Breakdown, Series.Comparator }.Where(words => words.Length > 0));
    }
}
