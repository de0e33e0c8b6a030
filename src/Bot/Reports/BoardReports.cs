using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>Makes the report of a plan for its board: what changed in a period, and where things stand today.</summary>
public sealed class BoardReports(
    PlanQuestions plans,
    BreakdownQuestions breakdowns,
    BoardQuestions boards,
    WatermelonQuestions watermelons,
    CoverageQuestions coverages,
    Exceptions exceptions,
    PeriodOfReport happened,
    MilestonesAhead ahead,
    IndicatorTables indicators)
{
    private const int MostMelons = 20;
    private const int LongestSection = 90;
    private const int LongestRecommendation = 240;

    /// <summary>The report; null where there is no such plan to be seen.</summary>
    public async Task<BoardReport?> OfAsync(Viewer viewer, int plan, Period period, DateOnly today, CancellationToken cancelled)
    {
        if (await plans.FindAsync(viewer, plan, cancelled) is not { } cover)
        {
            return null;
        }

        var scope = new Scope { Plans = [plan] };
        var counts = await breakdowns.OfAsync(viewer, scope, today, cancelled);
        return new BoardReport(
            "Board report",
            cover.Name,
            $"{Named(period)} · as of {Dates.InWords(today)}",
            [
                .. cover.Organisation is null && cover.Version is null ? Array.Empty<string>() : [string.Join(" · ", new[] { cover.Organisation, cover.Version }.OfType<string>())],
                $"This report tells what changed from {Dates.InWords(period.Start)} to {Dates.InWords(period.End)}. How things stand is as of {Dates.InWords(today)}, the day it was made{(period.End < today.AddDays(-1) ? ", which is after that period" : "")}.",
            ],
            [
                new Chapter("Summary", [.. Summary(counts, cover), .. await SectionsAsync(viewer, scope, today, cancelled), .. await BoardsAsync(viewer, plan, today, cancelled)]),
                new Chapter(
                    "What needs attention",
                    [.. await exceptions.OfAsync(viewer, scope, today, cancelled), .. await MelonsAsync(viewer, scope, today, cancelled)],
                    new RowHeadings("Action", "How it stands", "Dates, leads and what is being done")),
                new Chapter($"Progress in {period.Words}", await happened.ProgressAsync(viewer, scope, period, cancelled), new RowHeadings("Action", "", "What was recorded")),
                new Chapter("Milestones ahead", await ahead.OfAsync(viewer, scope, today, cancelled)),
                new Chapter($"Dates moved in {period.Words}", await happened.SlipsAsync(viewer, scope, period, cancelled), new RowHeadings("Action", "State", "How far, and why")),
                .. await CoverageAsync(viewer, plan, cancelled),
                .. await indicators.OfAsync(viewer, scope, period, today, cancelled),
                new Chapter("How to read this report",
                [
                    new Passage.Lines("",
                    [
                        "Overdue means not complete and due before the day of this report. Milestones that were missed are shown, and not counted.",
                        "Ratings are those that people gave on the record. What nobody rated is counted as not rated, and is not taken for healthy. Blue means complete.",
                        "An indicator without a target is called neither on nor off target. A rate that rests on very small numbers of children may be hidden.",
                    ]),
                ]),
            ]);
    }

    private static string Named(Period period) => period.Kind is PeriodKind.Quarter or PeriodKind.FinancialYear
        ? $"{period.Words} ({Dates.InWords(period.Start)} to {Dates.InWords(period.End)})"
        : Wording.Sentence(period.Words);

    private static IEnumerable<Passage> Summary(Breakdown counts, PlanCover cover)
    {
        yield return new Passage.Lines("", counts.Total == 0 ? ["The plan has no actions."] : [$"{Wording.Count(counts.Total, "action")} in all.", .. Summaries.Counted(counts)]);
        yield return Summaries.Ratings(counts);
        yield return new Passage.Facts("What the ratings mean in this plan", [.. Enum.GetValues<Brag>().Where(brag => cover.Meanings[(int)brag] is not null).Select(brag => new Fact($"{brag}", cover.Meanings[(int)brag]!))]);
    }

    private async Task<IEnumerable<Passage>> SectionsAsync(Viewer viewer, Scope scope, DateOnly today, CancellationToken cancelled)
    {
        var sections = await breakdowns.EachAsync(viewer, scope, BrokenDownBy.Section, today, cancelled);
        return sections.Count < 2 ? [] :
        [
            new Passage.Table(
                "By section",
                ["Section", "Actions", "Complete", "Overdue", "Red", "Amber", "Green", "Not rated"],
                [.. sections.Select(of => new[]
                {
                    Wording.Cut(of.Name ?? "No section", LongestSection), $"{of.Counts.Total:N0}", $"{of.Counts.Complete:N0}", $"{of.Counts.Overdue:N0}",
                    $"{of.Counts.Red:N0}", $"{of.Counts.Amber:N0}", $"{of.Counts.Green:N0}", $"{of.Counts.Unrated:N0}",
                })]),
        ];
    }

    private async Task<IEnumerable<Passage>> BoardsAsync(Viewer viewer, int plan, DateOnly today, CancellationToken cancelled)
    {
        var all = await boards.OfAsync(viewer, plan, today, cancelled);
        return all.Count == 0 ? [] :
        [
            new Passage.Facts("Boards this plan reports to", [.. all.Select(board => new Fact(
                board.Name, string.Join("; ", new[] { board.Rhythm, board.Next is { } next ? $"next on {Dates.InWords(next)}" : null }.OfType<string>().DefaultIfEmpty("no dates known"))))]),
        ];
    }

    private async Task<IEnumerable<Passage>> MelonsAsync(Viewer viewer, Scope scope, DateOnly today, CancellationToken cancelled)
    {
        var green = await watermelons.ListAsync(viewer, scope, today, cancelled);
        return green.Count == 0 ? [] : [new Passage.Rows("Rated green, but", [.. green.Take(MostMelons).Select(Summaries.Row)]), new Passage.Lines("", More(green.Count, MostMelons))];
    }

    private async Task<IEnumerable<Chapter>> CoverageAsync(Viewer viewer, int plan, CancellationToken cancelled)
    {
        if (await coverages.OfAsync(viewer, plan, cancelled) is not { Recommendations.Count: > 0 } coverage)
        {
            return [];
        }

        return
        [
            new Chapter("Recommendations",
            [
                new Passage.Lines("", [$"{Coverages.Headline(coverage.WithoutAction.Count(), coverage.WithoutProgress.Count(), coverage.Recommendations.Count)}."]),
                new Passage.Table(
                    "Which actions answer which recommendation",
                    ["Recommendation", "Actions", "How they stand"],
                    [.. coverage.Recommendations.Select(one => new[]
                    {
                        one.Text is { } text ? $"{one.Number}: {Wording.Cut(text, LongestRecommendation)}" : one.Number,
                        one.HasAction ? Coverages.Refs(one) : "none",
                        Standing(one),
                    })]),
            ]),
        ];
    }

    private static string Standing(CoveredRecommendation one)
    {
        var actions = one.Actions.Where(action => !action.IsRetired).ToList();
        var complete = actions.Count(action => action.State == ActionState.Complete);
        string[] rated = [.. new[] { Brag.Red, Brag.Amber, Brag.Green }.Select(brag => (brag, count: actions.Count(action => action.Brag == brag))).Where(of => of.count > 0).Select(of => $"{of.count:N0} {Wording.Lower($"{of.brag}")}")];
        return actions.Count == 0 ? "No action answers it"
            : complete == actions.Count ? "Complete"
            : string.Join(", ", [complete > 0 ? $"{complete:N0} of {actions.Count:N0} complete" : one.HasProgress ? "Under way" : "No progress yet", .. rated]);
    }

    internal static IReadOnlyList<string> More(int all, int shown) => all <= shown ? [] : [$"And {all - shown:N0} more; an export of the plan holds all of them."];
}
