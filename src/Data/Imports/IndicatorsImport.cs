using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Indicators;

namespace TeamsPlanBot.Data.Imports;

/// <summary>Brings the indicators of plans to what the rows of a file say; what the file leaves blank takes nothing back.</summary>
internal sealed class IndicatorsImport(PlanStore store, CsvTable file, PlansOfFile plans, DateTime now)
{
    /// <summary>Says whether anything is to be saved.</summary>
    public async Task<bool> ApplyAsync(ImportDefaults defaults, CancellationToken cancelled)
    {
        var rows = new List<(PlanOfFile Plan, IndicatorRow Row)>();
        foreach (var row in IndicatorsCsvReader.Rows(file, defaults))
        {
            if (await plans.OfAsync(row.Plan, row.Row, cancelled) is { } plan)
            {
                rows.Add((plan, row));
            }
        }

        var byPlan = rows.GroupBy(row => row.Plan, row => row.Row).ToList();
        foreach (var indicator in byPlan.SelectMany(plan => plan.GroupBy(row => row.Indicator.ToLowerInvariant())))
        {
            CheckTogether([.. indicator]);
        }

        var changes = false;
        foreach (var ofPlan in byPlan)
        {
            changes |= await ApplyAsync(ofPlan.Key, [.. ofPlan], cancelled);
        }

        return changes;
    }

    private void CheckTogether(IReadOnlyList<IndicatorRow> rows)
    {
        foreach (var column in IndicatorsCsvReader.FactColumns)
        {
            string? said = null;
            foreach (var row in rows.Where(row => row.Facts.ContainsKey(column)))
            {
                said ??= row.Facts[column];
                if (said != row.Facts[column])
                {
                    file.Wrong(row.Row, column, $"{row.Indicator} has “{CsvRow.InShort(said)}” here in another row; make them the same.");
                    break;
                }
            }
        }

        var periods = new HashSet<(string, string, DateOnly, DateOnly)>();
        foreach (var row in rows.Where(row => row.Measures && !periods.Add((row.Breakdown, row.Comparator, row.Period!.Start, row.Period.End))))
        {
            file.Wrong(row.Row, IndicatorColumns.Period, $"{row.Indicator} has two rows for {row.Period!.Words}; keep one of them.");
        }
    }

    private async Task<bool> ApplyAsync(PlanOfFile plan, IReadOnlyList<IndicatorRow> rows, CancellationToken cancelled)
    {
        var refs = rows.SelectMany(row => row.Actions).Select(reference => reference.ToLowerInvariant()).ToHashSet();
        var actions = refs.Count == 0
            ? []
            : await store.Actions.Where(a => a.PlanId == plan.Id).Select(a => new { a.Id, a.RefKey }).ToDictionaryAsync(a => a.RefKey, a => a.Id, cancelled);
        foreach (var row in rows)
        {
            foreach (var unknown in row.Actions.Where(reference => !actions.ContainsKey(reference.ToLowerInvariant())))
            {
                file.Wrong(row.Row, IndicatorColumns.Actions, $"The plan {plan.Key} has no action {unknown}; name actions by their references, with a semicolon between them.");
            }
        }

        if (file.Problems.Count > 0)
        {
            return false;
        }

        var known = await store.Indicators.Where(i => i.PlanId == plan.Id)
            .Include(i => i.Aliases)
            .Include(i => i.Actions)
            .Include(i => i.Measurements)
            .Include(i => i.Targets)
            .AsSplitQuery()
            .ToDictionaryAsync(i => i.NameKey, cancelled);
        var position = known.Values.Select(i => i.Position).DefaultIfEmpty().Max();
        foreach (var ofIndicator in rows.GroupBy(row => row.Indicator.ToLowerInvariant()))
        {
            IReadOnlyList<IndicatorRow> own = [.. ofIndicator];
            var isNew = !known.TryGetValue(ofIndicator.Key, out var indicator);
            if (indicator is null)
            {
                indicator = new Indicator { Name = own[0].Indicator, Position = ++position };
                store.Entry(indicator).Property(i => i.PlanId).CurrentValue = plan.Id;
                store.Indicators.Add(indicator);
            }

            var first = Worst(Describe(indicator, own, [.. own[0].Actions.Count > 0 ? own[0].Actions : own.SelectMany(row => row.Actions).Distinct()], actions), isNew ? Effect.Added : Effect.None);
            var targets = Aim(indicator, own);
            foreach (var row in own)
            {
                plan.Count(Worst(Worst(Measure(indicator, row), targets.GetValueOrDefault(row)), row == own[0] ? first : Effect.None));
            }
        }

        return store.ChangeTracker.HasChanges();
    }

    private static Effect Describe(Indicator indicator, IReadOnlyList<IndicatorRow> rows, IReadOnlyList<string> refs, Dictionary<string, int> actions)
    {
        var before = Told(indicator);
        indicator.Section = Said(ActionColumns.Section) ?? indicator.Section;
        indicator.Unit = Said(IndicatorColumns.Unit) ?? indicator.Unit;
        indicator.Definition = Said(IndicatorColumns.Definition) ?? indicator.Definition;
        indicator.Frequency = Said(IndicatorColumns.Frequency) ?? indicator.Frequency;
        indicator.NumeratorLabel = Said(IndicatorColumns.NumeratorLabel) ?? indicator.NumeratorLabel;
        indicator.DenominatorLabel = Said(IndicatorColumns.DenominatorLabel) ?? indicator.DenominatorLabel;
        indicator.Polarity = rows.Select(row => row.Polarity).FirstOrDefault(polarity => polarity is not null) ?? indicator.Polarity;
        var apart = rows.Where(row => row.Period is null).ToList();
        indicator.Source = apart.Select(row => row.Source).FirstOrDefault(source => source is not null) ?? indicator.Source;
        var commentary = apart.Where(row => row.Commentary is not null).Select(row => row.Breakdown.Length == 0 ? row.Commentary : $"{row.Breakdown}: {row.Commentary}").Distinct();
        indicator.Commentary = string.Join('\n', commentary) is { Length: > 0 } words ? words : indicator.Commentary;

        if (rows.Select(row => row.Aliases).FirstOrDefault(names => names.Count > 0) is { } aliases)
        {
            indicator.Aliases.RemoveAll(alias => !aliases.Contains(alias.Name));
            indicator.Aliases.AddRange(aliases.Where(name => !indicator.Aliases.Exists(alias => alias.Name == name)).Select(name => new IndicatorAlias { Name = name }));
        }

        if (refs.Count > 0)
        {
            var ids = refs.Select(reference => actions[reference.ToLowerInvariant()]).ToHashSet();
            indicator.Actions.RemoveAll(link => !ids.Contains(link.ActionId));
            indicator.Actions.AddRange(ids.Where(id => !indicator.Actions.Exists(link => link.ActionId == id)).Select(id => new ActionIndicator { ActionId = id }));
        }

        return before == Told(indicator) ? Effect.None : Effect.Changed;

        string? Said(string column) => rows.Select(row => row.Facts.GetValueOrDefault(column)).FirstOrDefault(text => text is not null);
    }

    private static string Told(Indicator indicator) => string.Join(
        '\u001F',
        [
            indicator.Section, indicator.Unit, indicator.Definition, indicator.Frequency, indicator.NumeratorLabel, indicator.DenominatorLabel,
            $"{indicator.Polarity}", indicator.Source, indicator.Commentary,
            .. indicator.Aliases.Select(alias => alias.Name).Order(StringComparer.Ordinal), "\u001E",
            .. indicator.Actions.Select(link => $"{link.ActionId}").Order(StringComparer.Ordinal),
        ]);

    // The targets of one part and time are what the file says they are, together; those of other times stay.
    private static Dictionary<IndicatorRow, Effect> Aim(Indicator indicator, IReadOnlyList<IndicatorRow> rows)
    {
        var effects = new Dictionary<IndicatorRow, Effect>();
        foreach (var together in rows.Where(row => row.Target is not null).GroupBy(row => (row.Breakdown, row.TargetBy, row.Period?.Start, row.Period?.End)))
        {
            var words = together.Select(row => row.Target).ToHashSet();
            var there = indicator.Targets.Where(t => (t.Breakdown, t.By, t.Start, t.End) == together.Key).ToList();
            var replaced = indicator.Targets.RemoveAll(t => there.Contains(t) && !words.Contains(t.Words)) > 0;
            foreach (var row in together)
            {
                if (there.Exists(target => target.Words == row.Target))
                {
                    effects[row] = Effect.None;
                    continue;
                }

                effects[row] = replaced ? Effect.Changed : Effect.Added;
                there.Add(new Target { Breakdown = row.Breakdown, Words = row.Target!, By = row.TargetBy, Start = row.Period?.Start, End = row.Period?.End });
                indicator.Targets.Add(there[^1]);
            }
        }

        return effects;
    }

    private Effect Measure(Indicator indicator, IndicatorRow row)
    {
        if (!row.Measures)
        {
            return Effect.None;
        }

        var standing = indicator.Standing(row.Breakdown, row.Comparator, row.Period!.Start, row.Period.End);

        // Where the file says what it said last time, a person's later figure stands.
        var lastOfFile = indicator.Measurements
            .Where(m => m.PersonKey is null && (m.Breakdown, m.Comparator, m.Start, m.End) == (row.Breakdown, row.Comparator, row.Period.Start, row.Period.End))
            .MaxBy(m => m.Id);
        if ((standing is not null && Says(row, standing)) || (lastOfFile is not null && Says(row, lastOfFile)))
        {
            return Effect.None;
        }

        var isFigureNew = standing is null || !SaysFigure(row, standing);
        indicator.Record(new Measurement
        {
            Breakdown = row.Breakdown,
            Comparator = row.Comparator,
            Start = row.Period.Start,
            End = row.Period.End,
            Numerator = isFigureNew ? row.Numerator : row.Numerator ?? standing!.Numerator,
            Denominator = isFigureNew ? row.Denominator : row.Denominator ?? standing!.Denominator,
            Value = isFigureNew ? row.Value : row.Value ?? standing!.Value,
            Commentary = row.Commentary ?? standing?.Commentary,
            Source = row.Source ?? standing?.Source,
            At = now,
            On = row.RecordedOn ?? (isFigureNew ? null : standing!.On),
            By = row.RecordedBy ?? (isFigureNew ? null : standing!.By),
        });
        return standing is null ? Effect.Added : Effect.Changed;
    }

    private static bool Says(IndicatorRow row, Measurement figure) =>
        SaysFigure(row, figure)
        && (row.Commentary is null || row.Commentary == figure.Commentary)
        && (row.Source is null || row.Source == figure.Source)
        && (row.RecordedBy is null || row.RecordedBy == figure.By)
        && (row.RecordedOn is null || row.RecordedOn == figure.On);

    private static bool SaysFigure(IndicatorRow row, Measurement figure) =>
        (row.Numerator is null || row.Numerator == figure.Numerator)
        && (row.Denominator is null || row.Denominator == figure.Denominator)
        && (row.Value is null || row.Value == figure.Value);

    private static Effect Worst(Effect one, Effect other) => one > other ? one : other;
}
