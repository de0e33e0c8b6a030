using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Digests;

/// <summary>What a digest says of a part of the plans: exceptions first, each with its reason, and nothing twice.</summary>
public sealed class DigestContent(
    ActionQuestions actions, BreakdownQuestions breakdowns, ChangeQuestions changes, WatermelonQuestions watermelons, IndicatorQuestions indicators, WordsQuestions words)
{
    private const int MostRows = 4;
    private const int MostRead = 50;
    private const int MostChanges = 500;
    private const int LongestTitle = 140;
    private const int LongestWords = 160;

    /// <param name="since">It tells what was put on the record after this moment, in UTC.</param>
    /// <returns>The digest, and whether it has nothing to say.</returns>
    public async Task<(Overview Told, bool IsQuiet)> OfAsync(About about, Viewer viewer, DateTime since, DateOnly today, CancellationToken cancelled)
    {
        var (scope, sinceDay) = (about.Scope, DateOnly.FromDateTime(London.Shown(since)));
        var counts = await breakdowns.OfAsync(viewer, scope, today, cancelled);
        var late = await ListAsync(Open(scope) with { DueFrom = sinceDay, DueTo = today.AddDays(-1) });
        var rated = counts.Red + counts.Amber == 0 ? [] : await ListAsync(Open(scope) with { Brags = [Brag.Red, Brag.Amber] });
        var soon = counts.DueSoon == 0 ? [] : await ListAsync(Open(scope) with { DueFrom = today, DueTo = today.AddDays(Breakdown.DaysAhead) });
        var green = counts.Green == 0 ? [] : await watermelons.ListAsync(viewer, scope, today, cancelled);
        var changed = await changes.SinceAsync(viewer, scope, sinceDay, MostChanges, cancelled, since);
        var crossed = changed.Figures.Count == 0 ? [] : await CrossedAsync(changed.Figures);

        // What stands in one part is not said again in a later one.
        var told = new HashSet<int>();
        var lateRows = Fresh([.. late.Take(MostRows)]);
        var ratedRows = Fresh([.. rated.OrderBy(action => action.Brag)]);
        var soonRows = Fresh(soon);
        var greenRows = green.Where(melon => !late.Exists(action => action.PlanId == melon.PlanId && action.Ref == melon.Ref)).ToList();
        var said = await words.LatestAsync(viewer, [.. lateRows.Concat(ratedRows).Take(2 * MostRows).Select(action => action.Id)], cancelled);
        var namesPlan = late.Concat(rated).Concat(soon).Select(action => action.PlanId).Distinct().Count() > 1;
        var isQuiet = counts.Red + counts.Amber + late.Count + soon.Count + green.Count + changed.Total + changed.Figures.Count == 0;
        var name = about.Name.Length == 0 ? "All plans" : Wording.Sentence(about.Name);
        var first = lateRows.Concat(ratedRows).FirstOrDefault();
        return (new Overview(
        [
            new Passage.Rows(Title("Newly overdue", late.Count, lateRows.Count), [.. lateRows.Select(Row)]),
            new Passage.Rows(Title("Red and amber", ratedRows.Count, Math.Min(MostRows, ratedRows.Count)), [.. ratedRows.Take(MostRows).Select(Row)]),
            new Passage.Lines("Targets crossed", crossed),
            new Passage.Rows($"Changed since {Dates.InWords(sinceDay)}", [.. Summaries.Movers(changed.Changes, MostRows)]),
            new Passage.Rows(Title($"Due in the next {Breakdown.DaysAhead} days", soon.Count, Math.Min(MostRows, soonRows.Count)), [.. soonRows.Take(MostRows).Select(Row)]),
            new Passage.Rows(Title("Rated green, but", greenRows.Count, Math.Min(MostRows, greenRows.Count)), [.. greenRows.Take(MostRows).Select(melon => Summaries.Row(melon with { Title = Wording.Cut(melon.Title, LongestTitle) }))]),
            new Passage.Lines("", isQuiet || counts.Overdue + counts.Stale == 0 ? [] :
                [$"In all {counts.Overdue:N0} overdue, and {counts.Stale:N0} without an update for more than {Breakdown.DaysWithoutProgress} days."]),
        ])
        {
            Intent = "digest-now",
            Understood = $"Digest{(about.Name.Length == 0 ? "" : $" for {about.Name}")}, since {Dates.InWords(sinceDay)}",
            Headline = counts.Total == 0 ? $"{name}: no actions"
                : isQuiet ? $"{name}: nothing new since {Dates.InWords(sinceDay)}, and nothing due in the next {Breakdown.DaysAhead} days"
                : $"{name}: {Points(late.Count, counts, changed)}",
            Total = counts.Total,
            Actions = [.. late.Concat(rated).Concat(soon).DistinctBy(action => action.Id).Select(action => Wording.Listed(action, today))],
            Changes = [.. changed.Changes.Select(change => new ListedChange(change.Plan, change.Ref, change.Field.Word(), change.From, change.To))],
            Further =
            [
                .. first is null ? Array.Empty<Button>() : [new Button($"Update {first.Ref}", Asks: new Request.FillIn(new ActionNamed(first.Ref, [first.PlanId], IsSaid: true)))],
                .. counts.Overdue == 0 ? Array.Empty<Button>() : [new Button($"All overdue: {counts.Overdue:N0}", Asks: Summaries.Overdue(about, today))],
                .. changed.Total == 0 ? Array.Empty<Button>() : [new Button("What changed", Asks: new Request.ListChanges(about, sinceDay))],
                .. isQuiet ? Array.Empty<Button>() : [new Button("All in one view", Asks: new Request.Summarise(about))],
            ],
        }, isQuiet);

        async Task<List<ActionLine>> ListAsync(ActionQuestion question) => [.. (await actions.ListAsync(viewer, question, 0, MostRead, cancelled)).Items];

        List<ActionLine> Fresh(List<ActionLine> found) => [.. found.Where(action => told.Add(action.Id))];

        Row Row(ActionLine action)
        {
            var listed = Wording.Listed(action, today);
            var row = listed.Row(namesPlan);
            return row with
            {
                Title = Wording.Cut(action.Title, LongestTitle),
                Details =
                [
                    .. said.GetValueOrDefault(action.Id) is { } latest ? [$"“{Wording.Cut(latest.Text, LongestWords)}”{(latest.By is { } by ? $" ({by})" : "")}"] : Array.Empty<string>(),
                    namesPlan ? $"{listed.Whose} · {action.PlanName}" : listed.Whose,
                ],
            };
        }

        async Task<List<string>> CrossedAsync(IReadOnlyList<FigureChange> figures)
        {
            var now = await indicators.ListAsync(viewer, scope, today, cancelled);
            return
            [
                .. now
                    .Where(line => figures.Any(figure => figure.IndicatorId == line.Id) && line is { Latest: { Value: not null }, Previous: not null })
                    .Where(line => line.Latest!.Status != line.Previous!.Status && line.Latest.Status != TargetStatus.NoTarget && line.Previous.Status != TargetStatus.NoTarget)
                    .Select(line => $"{line.Name}: {Wording.Measured(line.Latest!.Value!.Value, line.Unit)} in {line.Latest.Period.Words}, {(line.Latest.Status == TargetStatus.OnTarget ? "on target now" : "off target now")}"),
            ];
        }
    }

    private static ActionQuestion Open(Scope scope) => new() { State = StateAsked.Open, Plans = scope.Plans, Sections = scope.Sections, Services = scope.Services, Leads = scope.Leads };

    private static string Title(string title, int all, int shown) => shown < all ? $"{title} ({shown} of {all:N0})" : title;

    private static string Points(int late, Breakdown counts, Changed changed)
    {
        string[] points =
        [
            .. late == 0 ? Array.Empty<string>() : [$"{late:N0} newly overdue"],
            .. counts.Red == 0 ? Array.Empty<string>() : [$"{counts.Red:N0} red"],
            .. counts.Amber == 0 ? Array.Empty<string>() : [$"{counts.Amber:N0} amber"],
            .. counts.DueSoon == 0 ? Array.Empty<string>() : [$"{counts.DueSoon:N0} due soon"],
            .. changed.Total == 0 ? Array.Empty<string>() : [changed.IsCounted ? Wording.Count(changed.Total, "change") : $"{changed.Total:N0} or more changes"],
        ];
        return points.Length == 0 ? "rated green, but look" : string.Join(", ", points);
    }
}
