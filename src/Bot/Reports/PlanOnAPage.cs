using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>A plan on one page: where it stands, what is worst, what comes next and what is measured.</summary>
public sealed class PlanOnAPage(PlanQuestions plans, BreakdownQuestions breakdowns, Exceptions exceptions, MilestonesAhead ahead, IndicatorQuestions indicators)
{
    private const int MostSections = 10;
    private const int MostExceptions = 6;
    private const int MostDates = 5;
    private const int MostIndicators = 6;
    private const int LongestName = 48;
    private const int LongestTitle = 80;

    /// <summary>The page; null where there is no such plan to be seen.</summary>
    public async Task<BoardReport?> OfAsync(Viewer viewer, int plan, DateOnly today, CancellationToken cancelled)
    {
        if (await plans.FindAsync(viewer, plan, cancelled) is not { } cover)
        {
            return null;
        }

        var scope = new Scope { Plans = [plan] };
        var counts = await breakdowns.OfAsync(viewer, scope, today, cancelled);
        var sections = await breakdowns.EachAsync(viewer, scope, BrokenDownBy.Section, today, cancelled);
        var (worst, all) = await exceptions.RowsAsync(viewer, scope, today, MostExceptions, cancelled);
        var (dates, _) = await ahead.DatesAsync(viewer, scope, today, cancelled);
        var measured = (await indicators.ListAsync(viewer, scope, today, cancelled)).Where(line => line.Latest?.Value is not null).OrderBy(line => line.Latest!.Status == TargetStatus.OffTarget ? 0 : 1).ToList();
        return new BoardReport(
            "Plan on a page",
            cover.Name,
            $"As of {Dates.InWords(today)}",
            [],
            [
                new Chapter("Where it stands", [new Passage.Lines("", Summaries.Counted(counts)), Summaries.Ratings(counts)]),
                new Chapter("By section",
                [
                    new Passage.Table("", ["Section", "Actions", "Complete", "Overdue", "Red"], [.. sections.Take(MostSections).Select(of => new[]
                    {
                        Wording.Cut(of.Name ?? "No section", LongestName), $"{of.Counts.Total:N0}", $"{of.Counts.Complete:N0}", $"{of.Counts.Overdue:N0}", $"{of.Counts.Red:N0}",
                    })]),
                    new Passage.Lines("", sections.Count > MostSections ? [$"And {sections.Count - MostSections:N0} more sections."] : []),
                ]),
                new Chapter(
                    all > worst.Count ? $"What needs attention ({worst.Count} of {all:N0})" : "What needs attention",
                    worst.Count == 0 ? [new Passage.Lines("", ["No action is red, amber or overdue."])] : [new Passage.Table("", ["Action", "How it stands"], [.. worst.Select(Cells)])],
                    BeginsColumn: true),
                new Chapter(
                    dates.Count > MostDates ? $"Due next ({MostDates} of {dates.Count:N0})" : "Due next",
                    dates.Count == 0 ? [new Passage.Lines("", ["Nothing in the next three months."])]
                        : [new Passage.Table("", ["Date", "Action", "What is due"], [.. dates.Take(MostDates).Select(one => new[] { Dates.InWords(one.On), one.Ref, Wording.Cut(one.What, LongestTitle) })])]),
                .. measured.Count == 0 ? [] : new[]
                {
                    new Chapter(
                        measured.Count > MostIndicators ? $"Indicators ({MostIndicators} of {measured.Count:N0})" : "Indicators",
                        [new Passage.Table("", ["Indicator", "Latest", "How it stands"], [.. measured.Take(MostIndicators).Select(Cells)])]),
                },
            ]);
    }

    private static string[] Cells(Row row) => [$"{row.Mark} {Wording.Cut(row.Title, LongestTitle)}", Wording.Cut(string.Concat(row.Standing.Select(phrase => phrase.Text)), LongestTitle)];

    private static string[] Cells(IndicatorLine line) =>
    [
        Wording.Cut(IndicatorAnswers.Named(line), LongestName),
        $"{Wording.Measured(line.Latest!.Value!.Value, line.Unit)} ({line.Latest.Period.Words})",
        string.Concat(IndicatorAnswers.Phrases(line).Select(phrase => phrase.Text)),
    ];
}
