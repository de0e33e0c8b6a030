using System.Globalization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Calendar;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Answers what no list of actions answers: where a part of the plans stands, what changed, what is on the record, figures, coverage.</summary>
public sealed class Overviews(
    ActionQuestions actions,
    BreakdownQuestions breakdowns,
    ChangeQuestions changes,
    HistoryQuestions histories,
    CoverageQuestions coverages,
    WatermelonQuestions watermelons,
    IndicatorQuestions indicators,
    PlanQuestions plans)
{
    private const int MostLines = 15;
    private const int MostChanges = 1000;

    public async Task<Answer> SummaryAsync(Request.Summarise asked, string words, Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        var counts = await breakdowns.OfAsync(viewer, asked.About.Scope, today, cancelled);
        var overdue = await OfScopeAsync(viewer, asked.About.Scope, new ActionQuestion { State = StateAsked.Open, DueTo = today.AddDays(-1) }, today, cancelled);
        var green = await watermelons.ListAsync(viewer, asked.About.Scope, today, cancelled);
        var of = asked.About.Name.Length == 0 ? "" : $" of {asked.About.Name}";
        return new Overview(
        [
            new Passage("", [
                $"{counts.Complete:N0} complete, {counts.InProgress:N0} in progress, {counts.NotStarted:N0} not started.",
                $"Rated red {counts.Red:N0}, amber {counts.Amber:N0}, green {counts.Green:N0}, blue {counts.Blue:N0}; not rated {counts.Unrated:N0}.",
                $"{counts.Overdue:N0} overdue, {counts.DueSoon:N0} due in the next {Breakdown.DaysAhead} days, {counts.Stale:N0} without an update for more than {Breakdown.DaysWithoutProgress} days, {counts.Undated:N0} without a due date."]),
            Cut("Longest overdue", overdue.Select(item => $"{item.Action.Ref} {item.Action.Title}: {item.Urgency}, {Lower(item.Rating)}")),
            Cut("Rated green, but", green.Select(melon => $"{melon.Ref} {melon.Title}: {string.Join(", ", melon.Reasons.Select(Why))}")),
        ])
        {
            Intent = asked.Intent,
            Understood = words,
            Headline = $"{Wording.Count(counts.Total, "action")}{of}, {counts.Overdue:N0} overdue",
            Total = counts.Total,
            Actions = overdue,
        };
    }

    public async Task<Answer> ChangesAsync(Request.ListChanges asked, string words, Viewer viewer, CancellationToken cancelled)
    {
        var changed = await changes.SinceAsync(viewer, asked.About.Scope, asked.Since, MostChanges, cancelled);
        var of = asked.About.Name.Length == 0 ? "" : $" for {asked.About.Name}";
        return new Overview(
        [
            Cut("", changed.Changes.Select(change =>
                $"{Dates.InWords(change.On)}: {change.Ref} {change.Title}: {Field(change.Field)} {Was(change.From)} → {change.To ?? "none"}{(change.Reason is { } reason ? $", because {reason}" : "")} ({change.By ?? "the plan"})")),
            Cut("Figures", changed.Figures.Select(figure => $"{figure.Indicator}, {figure.Period.Words}: {(figure.From is { } from ? $"{Number(from)} → " : "")}{Number(figure.To)}")),
        ])
        {
            Intent = asked.Intent,
            Understood = words,
            Headline = changed.Total + changed.Figures.Count == 0 ? $"Nothing changed{of} since {Dates.InWords(asked.Since)}" : $"{Wording.Count(changed.Total + changed.Figures.Count, "change")}{of} since {Dates.InWords(asked.Since)}",
            Total = changed.Total + changed.Figures.Count,
            Changes = [
                .. changed.Changes.Select(change => new ListedChange(change.Plan, change.Ref, Field(change.Field), change.From, change.To)),
                .. changed.Figures.Select(figure => new ListedChange(figure.Plan, figure.Indicator, "value", Number(figure.From), Number(figure.To))),
            ],
        };
    }

    public async Task<Answer> HistoryAsync(ActionInFull action, string words, Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        var record = await histories.OfAsync(viewer, action.Line.Id, cancelled);
        var lines = record?.Lines ?? [];
        return new Overview(
        [
            Cut("", lines.Select(line => string.Join(" ", [
                $"{Dates.InWords(line.On ?? DateOnly.FromDateTime(line.At))}, {line.By ?? "the plan"}:",
                .. line.Text is { } text ? new[] { text } : [],
                .. line.Changes.Select(change => $"[{Field(change.Field)} {Was(change.From)} → {change.To ?? "none"}{(change.Reason is { } reason ? $", because {reason}" : "")}]"),
                .. line.IsUndo ? new[] { "(takes something back)" } : [],
                .. line.IsUndone ? new[] { "(taken back)" } : []]))),
        ])
        {
            Intent = "history",
            Understood = $"{words} of {action.Line.PlanName}",
            Headline = lines.Count == 0 ? $"Nothing is on the record of {action.Line.Ref} yet" : $"{Wording.Count(lines.Count, "entry", "entries")} on the record of {action.Line.Ref} {action.Line.Title}",
            Total = lines.Count,
            Actions = [Wording.Listed(action.Line, today)],
            Changes = [.. lines.SelectMany(line => line.Changes).Select(change => new ListedChange(action.Line.Plan, action.Line.Ref, Field(change.Field), change.From, change.To))],
        };
    }

    public async Task<Answer> IndicatorsAsync(Request.ListIndicators asked, string words, Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        var found = await indicators.ListAsync(viewer, asked.About.Scope, today, cancelled);
        var of = asked.About.Name.Length == 0 ? "" : $" for {asked.About.Name}";
        return new Overview([Cut("", found.Select(line => $"{Named(line)}: {Said(line.Latest, line.Unit)}"))])
        {
            Intent = asked.Intent,
            Understood = words,
            Headline = found.Count == 0 ? $"No indicators{of}" : $"{Wording.Count(found.Count, "indicator")}{of}",
            Total = found.Count,
            Figures = [.. found.Where(line => line.Latest is not null).Select(line => Listed(line.Plan, Named(line), line.Latest!))],
        };
    }

    public async Task<Answer?> IndicatorAsync(Request.ShowIndicator asked, string words, Viewer viewer, DateOnly today, CancellationToken cancelled)
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

        var latest = found[0].Line.Latest;
        return new Overview([.. found.SelectMany(Passages)])
        {
            Intent = asked.Intent,
            Understood = words,
            Headline = latest is null ? $"{asked.Name}: nobody has measured it yet" : $"{asked.Name}: {Said(latest, found[0].Line.Unit)}",
            Total = found.Count,
            Figures = [.. found.SelectMany(indicator => indicator.Series.Where(series => series.Comparator.Length == 0).SelectMany(series =>
                series.Figures.Select(figure => Listed(indicator.Line.Plan, series.Breakdown.Length == 0 ? indicator.Line.Name : $"{indicator.Line.Name}, {series.Breakdown}", figure))))],
        };
    }

    public async Task<Answer> CoverageAsync(Request.ShowCoverage asked, string words, Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        var among = asked.About.Scope.Plans.Count > 0 ? asked.About.Scope.Plans : [.. (await plans.ListAsync(viewer, today, cancelled)).Select(plan => plan.Id)];
        var passages = new List<Passage>();
        var (all, covered) = (0, 0);
        foreach (var plan in among)
        {
            if (await coverages.OfAsync(viewer, plan, cancelled) is not { Recommendations.Count: > 0 } coverage)
            {
                continue;
            }

            all += coverage.Recommendations.Count;
            covered += coverage.Recommendations.Count(recommendation => recommendation.HasAction);
            passages.Add(Cut(coverage.PlanName, coverage.Recommendations
                .OrderBy(recommendation => recommendation.HasAction)
                .Select(recommendation => recommendation.HasAction
                    ? $"{recommendation.Number}: {string.Join(", ", recommendation.Actions.Where(action => !action.IsRetired).Select(action => action.Ref))}{(recommendation.HasProgress ? "" : "; no progress yet")}"
                    : $"{recommendation.Number}: no action{(recommendation.Text is { } text ? $" ({text})" : "")}")));
        }

        return new Overview(passages)
        {
            Intent = asked.Intent,
            Understood = words,
            Headline = all == 0 ? "No recommendations are known" : $"{covered:N0} of {Wording.Count(all, "recommendation")} have an action",
            Total = all,
        };
    }

    /// <summary>When the written statement is due.</summary>
    public static Answer Clock(DateOnly received, string words) => StatutoryClock.WrittenStatementDue(received) switch
    {
        WorkingDay.Found found => new Overview([new Passage("", [$"The report was received on {Dates.InWords(received)}. {StatutoryClock.WorkingDaysToAnswer} working days on, bank holidays left out, is {found.On.ToString("dddd", CultureInfo.InvariantCulture)}, {Dates.InWords(found.On)}."])])
        {
            Intent = "clock",
            Understood = words,
            Headline = $"The written statement is due on {Dates.InWords(found.On)}",
            Total = 1,
        },
        WorkingDay.BeyondTable beyond => new Advice([beyond.Sentence], [])
        {
            Intent = "clock",
            Understood = words,
            Headline = "That cannot be counted",
            Problem = new Problem(Problem.Invalid, beyond.Sentence, []),
        },
        var other => throw new InvalidOperationException($"No answer is written for {other.GetType().Name}."),
    };

    private async Task<IReadOnlyList<ListedAction>> OfScopeAsync(Viewer viewer, Scope scope, ActionQuestion question, DateOnly today, CancellationToken cancelled)
    {
        var narrowed = question with { Plans = scope.Plans, Sections = scope.Sections, Services = scope.Services, Leads = scope.Leads };
        return [.. (await actions.ListAsync(viewer, narrowed, 0, MostLines, cancelled)).Items.Select(item => Wording.Listed(item, today))];
    }

    private static IEnumerable<Passage> Passages(IndicatorInFull indicator)
    {
        if (indicator.Definition is { } definition)
        {
            yield return new Passage("", [definition]);
        }

        foreach (var series in indicator.Series)
        {
            var title = string.Join(", ", new[] { indicator.Line.PlanName, series.Breakdown, series.Comparator }.Where(part => part.Length > 0));
            yield return Cut(title, series.Figures.Reverse().Select(figure => $"{figure.Period.Words}: {Said(figure, indicator.Line.Unit)}{(figure.Commentary is { } comment ? $" {comment}" : "")}"));
        }
    }

    private static string Named(IndicatorLine line) => line.Breakdown.Length == 0 ? line.Name : $"{line.Name}, {line.Breakdown}";

    internal static ListedFigure Listed(string plan, string name, Figure figure) =>
        new(plan, name, figure.Period.Words, figure.Value, figure.Numerator, figure.Denominator, Numbered(figure.Target), figure.Status, figure.Direction);

    private static string Said(Figure? figure, string? unit)
    {
        if (figure?.Value is not { } value)
        {
            return "not measured yet";
        }

        var parts = new List<string> { $"{Number(value)}{(unit is null ? "" : unit == "%" ? "%" : $" {unit}")} in {figure.Period.Words}" };
        if (figure.Target is { } target)
        {
            parts.Add($"{(figure.Status == TargetStatus.NoTarget ? "target" : figure.Status == TargetStatus.OnTarget ? "on target" : "off target")} ({target.Target.Words})");
        }

        if (figure.Direction is { } direction)
        {
            parts.Add(direction.ToString().ToLowerInvariant());
        }

        if (figure.Computed is { } computed)
        {
            parts.Add($"but its own numbers give {Number(computed)}");
        }

        return string.Join(", ", parts) + ".";
    }

    private static decimal? Numbered(StatedTarget? target) => target?.Target switch
    {
        TargetWords.AtLeast least => least.Value,
        TargetWords.AtMost most => most.Value,
        TargetWords.Above above => above.Value,
        TargetWords.Below below => below.Value,
        _ => null,
    };

    private static string Why(WatermelonReason reason) => reason switch
    {
        WatermelonReason.Overdue overdue => $"due {Dates.InWords(overdue.Due)}",
        WatermelonReason.NotUpdated { Since: { } since } => $"not updated since {Dates.InWords(since)}",
        WatermelonReason.NotUpdated => "never updated",
        WatermelonReason.IndicatorWorsens worsens => $"{worsens.Indicator.Name} worsens",
        _ => throw new InvalidOperationException($"No words are written for {reason.GetType().Name}."),
    };

    // A long answer is cut to what matters.
    private static Passage Cut(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return new Passage(title, all.Count <= MostLines ? all : [.. all.Take(MostLines), $"… and {all.Count - MostLines:N0} more."]);
    }

    private static string Field(Field field) => field.ToString().ToLowerInvariant();

    private static string Was(string? from) => from ?? "none";

    private static string Lower(string words) => words.ToLowerInvariant();

    private static string? Number(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);
}
