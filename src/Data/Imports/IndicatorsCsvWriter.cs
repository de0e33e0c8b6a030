using System.Globalization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Indicators;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Imports;

/// <summary>Writes the canonical indicators file: the figures that stand, and the targets.</summary>
public sealed class IndicatorsCsvWriter(PlanStores stores)
{
    /// <summary>Writes the plans this viewer may see, or the one with this key; says how many rows were written.</summary>
    public async Task<int> WriteAsync(Stream file, Viewer viewer, string? key, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var plans = await store.Plans.AsNoTracking().VisibleTo(viewer, store)
            .Where(plan => key == null || plan.Key == key)
            .Select(plan => new { plan.Id, plan.Key, plan.Name })
            .ToListAsync(cancelled);
        var ids = plans.ConvertAll(plan => plan.Id);
        var further = await FurtherAsync(store.Indicators.Where(i => ids.Contains(i.PlanId)), cancelled);

        var written = 0;
        await using var csv = CsvWriter.Create(file, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord([.. IndicatorColumns.Always, .. further]);
        foreach (var plan in plans.OrderBy(plan => plan.Key, StringComparer.Ordinal))
        {
            var indicators = await store.Indicators.AsNoTracking().Where(i => i.PlanId == plan.Id)
                .Include(i => i.Aliases)
                .Include(i => i.Measurements.Where(m => m.ReplacedById == null))
                .Include(i => i.Targets)
                .AsSplitQuery()
                .ToListAsync(cancelled);
            var refs = (await store.Indicators.Where(i => i.PlanId == plan.Id).SelectMany(i => i.Actions)
                .Join(store.Actions, link => link.ActionId, action => action.Id, (link, action) => new { link.IndicatorId, action.Ref, action.Position })
                .ToListAsync(cancelled)).ToLookup(link => link.IndicatorId);
            foreach (var indicator in indicators.OrderBy(i => i.Position).ThenBy(i => i.NameKey, StringComparer.Ordinal))
            {
                var actions = string.Join("; ", refs[indicator.Id].OrderBy(link => link.Position).ThenBy(link => link.Ref, StringComparer.Ordinal).Select(link => link.Ref));
                foreach (var cells in Rows(indicator, Shown(indicator)))
                {
                    Describe(cells, plan.Key, plan.Name, indicator, actions);
                    csv.WriteRecord([.. IndicatorColumns.Always.Concat(further).Select(column => cells.GetValueOrDefault(column) ?? "")]);
                    written++;
                }
            }
        }

        await csv.FlushAsync(cancelled);
        return written;
    }

    // The headings of the file must be known before its first row.
    private static async Task<List<string>> FurtherAsync(IQueryable<Indicator> indicators, CancellationToken cancelled)
    {
        var standing = indicators.SelectMany(i => i.Measurements).Where(m => m.ReplacedById == null);
        var isUsed = new Dictionary<string, bool>
        {
            [IndicatorColumns.Definition] = await indicators.AnyAsync(i => i.Definition != null, cancelled),
            [IndicatorColumns.Frequency] = await indicators.AnyAsync(i => i.Frequency != null, cancelled),
            [IndicatorColumns.NumeratorLabel] = await indicators.AnyAsync(i => i.NumeratorLabel != null, cancelled),
            [IndicatorColumns.DenominatorLabel] = await indicators.AnyAsync(i => i.DenominatorLabel != null, cancelled),
            [IndicatorColumns.Breakdown] = await standing.AnyAsync(m => m.Breakdown != "", cancelled) || await indicators.SelectMany(i => i.Targets).AnyAsync(t => t.Breakdown != "", cancelled),
            [IndicatorColumns.Comparator] = await standing.AnyAsync(m => m.Comparator != "", cancelled),
            [IndicatorColumns.Actions] = await indicators.AnyAsync(i => i.Actions.Count > 0, cancelled),
            [IndicatorColumns.RecordedOn] = await standing.AnyAsync(m => m.On != null, cancelled),
            [IndicatorColumns.RecordedBy] = await standing.AnyAsync(m => m.By != null, cancelled),
        };
        return [.. IndicatorColumns.Further.Where(column => isUsed[column])];
    }

    private static IEnumerable<Dictionary<string, string?>> Rows(Indicator indicator, ILookup<int, FigureRow> shown)
    {
        var targets = indicator.Targets
            .OrderBy(t => t.Breakdown, StringComparer.Ordinal).ThenBy(t => t.By ?? DateOnly.MinValue).ThenBy(t => t.Words, StringComparer.Ordinal)
            .ToLookup(t => (t.Breakdown, t.Start, t.End));
        var apart = indicator.Targets.Where(t => t.Start is null).Select(t => t.Breakdown).Distinct().Order(StringComparer.Ordinal)
            .SelectMany(breakdown => targets[(breakdown, null, null)])
            .Select(Aim)
            .ToList();
        var periods = Periods(indicator, targets, shown).ToList();

        // What is said of the indicator apart from any period needs a row without one, and of the whole.
        if (indicator.Source is not null || indicator.Commentary is not null || (apart.Count == 0 && periods.Count == 0))
        {
            if (apart.Find(cells => !cells.ContainsKey(IndicatorColumns.Breakdown)) is not { } own)
            {
                own = [];
                apart.Insert(0, own);
            }

            own[IndicatorColumns.Source] = indicator.Source;
            own[IndicatorColumns.Commentary] = indicator.Commentary;
        }

        return apart.Concat(periods);
    }

    private static IEnumerable<Dictionary<string, string?>> Periods(Indicator indicator, ILookup<(string, DateOnly?, DateOnly?), Target> targets, ILookup<int, FigureRow> shown)
    {
        var figures = indicator.Measurements.Where(m => !m.IsTakenBack).ToLookup(m => (m.Start, m.End));
        var times = figures.Select(figure => figure.Key)
            .Union(indicator.Targets.Where(t => t.Start is not null).Select(t => (t.Start!.Value, t.End!.Value)))
            .OrderBy(time => time.Item2).ThenByDescending(time => time.Item1);
        foreach (var (start, end) in times)
        {
            var words = Period.Of(start, end).Words;
            var aimed = new HashSet<Target>();
            foreach (var figure in figures[(start, end)].OrderBy(m => m.Comparator, StringComparer.Ordinal).ThenBy(m => m.Breakdown, StringComparer.Ordinal))
            {
                var target = figure.Comparator.Length > 0 ? null : targets[(figure.Breakdown, start, end)].FirstOrDefault(aimed.Add);
                yield return Measured(figure, shown[figure.Id].Single(), target, words);
            }

            foreach (var target in targets.Where(group => (group.Key.Item2, group.Key.Item3) == (start, end)).SelectMany(group => group).Where(target => !aimed.Contains(target)).OrderBy(t => t.Breakdown, StringComparer.Ordinal))
            {
                var cells = Aim(target);
                cells[IndicatorColumns.Period] = words;
                yield return cells;
            }
        }
    }

    private static Dictionary<string, string?> Measured(Measurement figure, FigureRow shown, Target? target, string words)
    {
        var cells = target is null ? [] : Aim(target);
        cells[IndicatorColumns.Period] = words;
        cells[IndicatorColumns.Numerator] = Number(shown.Numerator);
        cells[IndicatorColumns.Denominator] = Number(shown.Denominator);
        cells[IndicatorColumns.Value] = Number(shown.Value);
        cells[IndicatorColumns.Source] = figure.Source;
        cells[IndicatorColumns.Commentary] = figure.Commentary;
        cells[IndicatorColumns.Breakdown] = figure.Breakdown;
        cells[IndicatorColumns.Comparator] = figure.Comparator;
        cells[IndicatorColumns.RecordedOn] = $"{figure.On:yyyy-MM-dd}";
        cells[IndicatorColumns.RecordedBy] = figure.By;
        return cells;
    }

    // A file may go further than a card: what is masked there is left blank here.
    private ILookup<int, FigureRow> Shown(Indicator indicator)
    {
        var rows = indicator.Measurements.ConvertAll(m => new FigureRow(indicator.Id, m.Breakdown, m.Comparator, m.Start, m.End, m.Value, m.Numerator, m.Denominator, null, null, null, null));
        return indicator.Measurements.Zip(stores.Masking.Apply(rows, indicator.Unit)).ToLookup(both => both.First.Id, both => both.Second);
    }

    private static Dictionary<string, string?> Aim(Target target)
    {
        var cells = new Dictionary<string, string?> { [IndicatorColumns.Target] = target.Words, [IndicatorColumns.TargetBy] = $"{target.By:yyyy-MM-dd}" };
        if (target.Breakdown.Length > 0)
        {
            cells[IndicatorColumns.Breakdown] = target.Breakdown;
        }

        return cells;
    }

    private static void Describe(Dictionary<string, string?> cells, string key, string name, Indicator indicator, string actions)
    {
        cells[ActionColumns.Plan] = key;
        cells[ActionColumns.PlanName] = name;
        cells[ActionColumns.Section] = indicator.Section;
        cells[IndicatorColumns.Indicator] = indicator.Name;
        cells[IndicatorColumns.Unit] = indicator.Unit;
        cells[IndicatorColumns.Polarity] = indicator.Polarity.ToString().ToLowerInvariant();
        cells[IndicatorColumns.Definition] = indicator.Definition;
        cells[IndicatorColumns.Frequency] = indicator.Frequency;
        cells[IndicatorColumns.NumeratorLabel] = indicator.NumeratorLabel;
        cells[IndicatorColumns.DenominatorLabel] = indicator.DenominatorLabel;
        cells[IndicatorColumns.Aliases] = string.Join("; ", indicator.Aliases.Select(alias => alias.Name).Order(StringComparer.Ordinal));
        cells[IndicatorColumns.Actions] = actions;
    }

    // Not every engine gives back the zeros a number was written with.
    private static string Number(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
