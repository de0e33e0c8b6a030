using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Indicators;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Asks the store for indicators and their figures.</summary>
public sealed class IndicatorQuestions(PlanStores stores)
{
    /// <summary>The indicators in scope, in the order of their plans.</summary>
    public async Task<IReadOnlyList<IndicatorLine>> ListAsync(Viewer viewer, Scope scope, DateOnly today, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        return await LinesAsync(store.Indicators.AsNoTracking().VisibleTo(viewer, store).Within(scope, store), store, stores.Masking, today, cancelled);
    }

    /// <summary>Every name an indicator goes by, in these plans; in all, where none is named.</summary>
    public async Task<IReadOnlyList<IndicatorName>> NamesAsync(Viewer viewer, IReadOnlyList<int> plans, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var indicators = store.Indicators.AsNoTracking().VisibleTo(viewer, store).Within(new Scope { Plans = plans }, store);
        var names = await indicators.OrderBy(i => i.PlanId).ThenBy(i => i.Position).Select(i => new IndicatorName(i.Id, i.PlanId, i.Name, i.Name)).ToListAsync(cancelled);
        var aliases = await indicators.SelectMany(i => i.Aliases, (i, alias) => new { i.Id, i.PlanId, alias.Name, Shown = i.Name }).ToListAsync(cancelled);
        return [.. names, .. aliases.OrderBy(alias => alias.Id).ThenBy(alias => alias.Name, StringComparer.Ordinal).Select(alias => new IndicatorName(alias.Id, alias.PlanId, alias.Name, alias.Shown))];
    }

    /// <summary>The indicators that bear this name or alias, in either letter case.</summary>
    public async Task<IReadOnlyList<IndicatorInFull>> NamedAsync(Viewer viewer, string name, IReadOnlyList<int> plans, DateOnly today, CancellationToken cancelled)
    {
        var ids = (await NamesAsync(viewer, plans, cancelled)).Where(named => string.Equals(named.Name, name, StringComparison.OrdinalIgnoreCase)).Select(named => named.Id).Distinct();
        var found = new List<IndicatorInFull>();
        foreach (var id in ids)
        {
            if (await FindAsync(viewer, id, today, cancelled) is { } indicator)
            {
                found.Add(indicator);
            }
        }

        return found;
    }

    /// <summary>One indicator in full; null where there is none to be seen.</summary>
    public async Task<IndicatorInFull?> FindAsync(Viewer viewer, int id, DateOnly today, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var indicator = await store.Indicators.AsNoTracking().VisibleTo(viewer, store)
            .Where(i => i.Id == id)
            .Include(i => i.Aliases)
            .Include(i => i.Measurements)
            .Include(i => i.Targets)
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancelled);
        if (indicator is null)
        {
            return null;
        }

        var plan = await store.Plans.Where(p => p.Id == indicator.PlanId).Select(p => new { p.Key, p.Name }).SingleAsync(cancelled);
        var actions = await store.Set<ActionIndicator>().Where(link => link.IndicatorId == id)
            .Join(store.Actions, link => link.ActionId, action => action.Id, (link, action) => action)
            .OrderBy(action => action.Position)
            .Select(action => action.Ref)
            .ToListAsync(cancelled);
        var targets = indicator.Targets.OrderBy(target => target.Id).Select(target => Stated(target, indicator.Polarity)).ToList();
        var judged = new Judged(stores.Masking.Apply(indicator.Measurements.Where(m => !m.IsReplaced).Select(m => Row(m, indicator.Id)), indicator.Unit), targets, indicator.Polarity, indicator.Unit);
        var known = new Known(indicator.Id, indicator.PlanId, plan.Key, plan.Name, indicator.Name, indicator.Section, indicator.Unit, indicator.Polarity);
        return new IndicatorInFull(
            Line(known, judged.Standing().First(), judged, today),
            indicator.Definition,
            indicator.Frequency,
            indicator.NumeratorLabel,
            indicator.DenominatorLabel,
            indicator.Source,
            [.. indicator.Aliases.Select(alias => alias.Name).Order(StringComparer.Ordinal)],
            actions,
            [.. judged.Series()],
            targets,
            [.. indicator.Measurements.Where(m => m.IsReplaced).OrderBy(m => m.Id).Select(old => Corrected(old, indicator.Measurements.Single(m => m.Id == old.ReplacedById), indicator.Unit))]);
    }

    /// <summary>The same for a question that has found the indicators itself.</summary>
    internal static async Task<IReadOnlyList<IndicatorLine>> LinesAsync(IQueryable<Indicator> indicators, PlanStore store, Masking masking, DateOnly today, CancellationToken cancelled)
    {
        var known = await indicators
            .Join(store.Plans, i => i.PlanId, plan => plan.Id, (i, plan) => new { i, plan })
            .OrderBy(of => of.plan.Key).ThenBy(of => of.i.Position).ThenBy(of => of.i.Id)
            .Select(of => new Known(of.i.Id, of.i.PlanId, of.plan.Key, of.plan.Name, of.i.Name, of.i.Section, of.i.Unit, of.i.Polarity))
            .ToListAsync(cancelled);
        var figures = await indicators
            .SelectMany(i => i.Measurements)
            .Where(m => m.ReplacedById == null)
            .Select(m => new FigureRow(m.IndicatorId, m.Breakdown, m.Comparator, m.Start, m.End, m.Value, m.Numerator, m.Denominator, m.Commentary, m.Source, m.By, m.On))
            .ToListAsync(cancelled);
        var targets = await indicators.SelectMany(i => i.Targets).OrderBy(target => target.Id).ToListAsync(cancelled);
        var figuresOf = figures.ToLookup(row => row.IndicatorId);
        var targetsOf = targets.ToLookup(target => target.IndicatorId);
        return [
            .. known.SelectMany(indicator =>
            {
                var judged = new Judged(masking.Apply(figuresOf[indicator.Id], indicator.Unit), targetsOf[indicator.Id].Select(target => Stated(target, indicator.Polarity)), indicator.Polarity, indicator.Unit);
                return judged.Standing().Select(series => Line(indicator, series, judged, today));
            }),
        ];
    }

    /// <summary>An indicator with all its figures and targets loaded, as a list shows it.</summary>
    internal static IndicatorLine LineOf(Indicator indicator, Plan plan, DateOnly today)
    {
        var judged = JudgedOf(indicator);
        return Line(new Known(indicator.Id, plan.Id, plan.Key, plan.Name, indicator.Name, indicator.Section, indicator.Unit, indicator.Polarity), judged.Standing().First(), judged, today);
    }

    /// <summary>The figure of the whole that stands for a period, with what can be said of it.</summary>
    internal static Figure? FigureOf(Indicator indicator, Period period) =>
        JudgedOf(indicator).Series().FirstOrDefault(series => series is { Breakdown: "", Comparator: "" })?.Figures.FirstOrDefault(figure => figure.Period == period);

    /// <summary>How many decimals the plan prints of it.</summary>
    internal static int Decimals(Indicator indicator) => JudgedOf(indicator).Decimals;

    private static Judged JudgedOf(Indicator indicator) => new(
        indicator.Measurements.Where(m => !m.IsReplaced).Select(m => Row(m, indicator.Id)),
        indicator.Targets.OrderBy(target => target.Id).Select(target => Stated(target, indicator.Polarity)),
        indicator.Polarity,
        indicator.Unit);

    private static IndicatorLine Line(Known indicator, FigureSeries series, Judged judged, DateOnly today)
    {
        var measured = series.Figures.Where(figure => figure.Value is not null || figure.IsMasked).ToList();
        var latest = measured.LastOrDefault();
        return new IndicatorLine(
            indicator.Id, indicator.PlanId, indicator.Plan, indicator.PlanName, indicator.Name, indicator.Section, indicator.Unit, indicator.Polarity,
            series.Breakdown,
            latest,
            measured.SkipLast(1).LastOrDefault(),
            latest is null ? judged.TargetUnmeasured(series.Breakdown, today) : latest.Target,
            series.Figures);
    }

    private static FigureRow Row(Measurement m, int indicator) =>
        new(indicator, m.Breakdown, m.Comparator, m.Start, m.End, m.Value, m.Numerator, m.Denominator, m.Commentary, m.Source, m.By, m.On);

    private static TargetOf Stated(Target target, Polarity polarity) => new(
        target.Breakdown,
        new StatedTarget(TargetWords.Read(target.Words, polarity), target is { Start: { } start, End: { } end } ? Period.Of(start, end) : null, target.By));

    private CorrectedFigure Corrected(Measurement old, Measurement instead, string? unit)
    {
        var (hidesOld, hidesNew) = (Hides(old), Hides(instead));
        return new CorrectedFigure(
            old.Breakdown, old.Comparator, Period.Of(old.Start, old.End), hidesOld ? null : old.Value, hidesOld ? null : old.Numerator, old.Denominator, old.By, Day(old), hidesNew ? null : instead.Value, instead.By, Day(instead));

        bool Hides(Measurement figure) => stores.Masking.Hides(figure.Value, figure.Numerator, figure.Denominator, unit);
    }

    private static DateOnly Day(Measurement figure) => figure.On ?? DateOnly.FromDateTime(figure.At);

    private sealed record Known(int Id, int PlanId, string Plan, string PlanName, string Name, string? Section, string? Unit, Polarity Polarity);
}
