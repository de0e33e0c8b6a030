using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Says where a plan, section, service or lead stands: what wants attention first.</summary>
public sealed class Summaries(ActionQuestions actions, BreakdownQuestions breakdowns, WatermelonQuestions watermelons, ChangeQuestions changes)
{
    private const int MostRows = 3;
    private const int MostOverdue = 100_000;
    private const int MostChanges = 1000;
    private const int DaysOfMovers = 7;
    private const int LongestSection = 44;

    public async Task<Answer> OfAsync(Request.Summarise asked, string words, Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        var (about, scope) = (asked.About, asked.About.Scope);
        var counts = await breakdowns.OfAsync(viewer, scope, today, cancelled);
        var overdue = await ListAsync(Overdue(about, today), MostOverdue);
        var soon = await ListAsync(Soon(about, today), MostRows);
        var green = await watermelons.ListAsync(viewer, scope, today, cancelled);
        var since = today.AddDays(-DaysOfMovers);
        var moved = await changes.SinceAsync(viewer, scope, since, MostChanges, cancelled);
        var by = scope.Plans.Count == 1 ? BrokenDownBy.Section : BrokenDownBy.Plan;
        var parts = scope.IsOfActions ? [] : await breakdowns.EachAsync(viewer, scope, by, today, cancelled);
        var namesPlan = overdue.Concat(soon).Select(item => item.Action.PlanId).Distinct().Count() > 1;
        return new Overview(
        [
            new Passage.Lines("", Counted(counts)),
            Ratings(counts),
            new Passage.Rows(OfMany("Longest overdue", overdue.Count), [.. overdue.Take(MostRows).Select(item => item.Row(namesPlan))]),
            new Passage.Rows(OfMany("Due next", counts.DueSoon), [.. soon.Select(item => item.Row(namesPlan))]),
            new Passage.Rows(OfMany("Rated green, but", green.Count), [.. green.Take(MostRows).Select(Row)]),
            new Passage.Rows($"Moved most since {Dates.InWords(since)}", [.. Movers(moved.Changes)]),
            Divided(by, parts, today),
        ])
        {
            Intent = asked.Intent,
            Understood = $"{words}, as of {Dates.InWords(today)}",
            Headline = counts.Total == 0
                ? $"{(about.Name.Length == 0 ? "Your plans" : Wording.Sentence(about.Name))}: no actions"
                : $"{(about.Name.Length == 0 ? "All plans" : Wording.Sentence(about.Name))}: {counts.Overdue:N0} of {Wording.Count(counts.Total, "action")} overdue, {counts.Red:N0} red",
            Total = counts.Total,
            Actions = overdue,
            Further =
            [
                .. Go($"All overdue: {counts.Overdue:N0}", counts.Overdue, Overdue(about, today)),
                .. Go($"Due soon: {counts.DueSoon:N0}", counts.DueSoon, Soon(about, today)),
                .. Go($"Red or amber: {counts.Red + counts.Amber:N0}", counts.Red + counts.Amber, AtRisk(about, today)),
                .. Go($"No update: {counts.Stale:N0}", counts.Stale, Stale(about, today)),
                .. moved.Total > 0 ? [new Button("What changed", Asks: new Request.ListChanges(about, since))] : Array.Empty<Button>(),
                new Button("Indicators", Asks: new Request.ListIndicators(about)),
            ],
        };

        async Task<List<ListedAction>> ListAsync(Request.ListActions list, int most) =>
            [.. (await actions.ListAsync(viewer, list.Question, 0, most, cancelled)).Items.Select(item => Wording.Listed(item, today))];
    }

    /// <summary>How far the actions are, and what of them wants attention.</summary>
    internal static IReadOnlyList<string> Counted(Breakdown counts) => counts.Total == 0 ? [] :
    [
        $"{counts.Complete:N0} complete, {counts.InProgress:N0} in progress, {counts.NotStarted:N0} not started.",
        $"{counts.Overdue:N0} overdue, {counts.DueSoon:N0} due in the next {Breakdown.DaysAhead} days, {counts.Stale:N0} without an update for more than {Breakdown.DaysWithoutProgress} days, {counts.Undated:N0} without a due date.",
    ];

    internal static Passage.Bars Ratings(Breakdown counts) => new(
        "Ratings",
        $"Red {counts.Red:N0}, amber {counts.Amber:N0}, green {counts.Green:N0}, blue (complete) {counts.Blue:N0}, not rated {counts.Unrated:N0}.",
        counts.Total == 0 ? [] :
        [
            new Bar("Red", counts.Red, Tone.Red),
            new Bar("Amber", counts.Amber, Tone.Amber),
            new Bar("Green", counts.Green, Tone.Green),
            new Bar("Blue", counts.Blue, Tone.Blue),
            new Bar("Not rated", counts.Unrated, Tone.Plain),
        ]);

    /// <summary>The list of all that is overdue.</summary>
    internal static Request.ListActions Overdue(About about, DateOnly today) =>
        List(about, today, new ActionQuestion { State = StateAsked.Open, DueTo = today.AddDays(-1) }, new Terms("Overdue", "", null, [], false));

    private static Request.ListActions Soon(About about, DateOnly today) => List(
        about, today, new ActionQuestion { State = StateAsked.Open, DueFrom = today, DueTo = today.AddDays(Breakdown.DaysAhead) }, new Terms($"Due in the next {Breakdown.DaysAhead} days", "", null, [], false));

    private static Request.ListActions AtRisk(About about, DateOnly today) =>
        List(about, today, new ActionQuestion { Brags = [Brag.Red, Brag.Amber] }, new Terms(null, "red or amber", null, [], false));

    private static Request.ListActions Stale(About about, DateOnly today) => List(
        about, today, new ActionQuestion { State = StateAsked.Open, NoProgressSince = today.AddDays(-Breakdown.DaysWithoutProgress) }, new Terms(null, "", $"not updated for {Breakdown.DaysWithoutProgress} days", [], false));

    private static Request.ListActions List(About about, DateOnly today, ActionQuestion question, Terms terms)
    {
        var (scope, named) = (about.Scope, terms with { Named = about.Name.Length == 0 ? [] : [about.Name] });
        var within = question with { Plans = scope.Plans, Sections = scope.Sections, Services = scope.Services, Leads = scope.Leads };
        return new Request.ListActions(within, Headings.Of(within, named, null), today, named);
    }

    private static IEnumerable<Button> Go(string title, int count, Request.ListActions list) => count == 0 ? [] : [new Button(title, Asks: list)];

    private static string OfMany(string title, int all) => all > MostRows ? $"{title} ({MostRows} of {all:N0})" : title;

    private static Passage.Table Divided(BrokenDownBy by, IReadOnlyList<BreakdownOf> parts, DateOnly today)
    {
        var what = by == BrokenDownBy.Plan ? "plan" : "section";
        return new Passage.Table(
            $"By {what}",
            [Wording.Sentence(what), "Actions", "Overdue", "Complete"],
            [.. parts.Count < 2 ? [] : parts.Select(part => Cells(part, $"No {what}"))],
            new Shares("Ratings", [.. parts.Count < 2 ? [] : parts.Select(part => Share(by, part, today))]));
    }

    private static IReadOnlyList<string> Cells(BreakdownOf part, string without) =>
        [Wording.Cut(part.Name ?? without, LongestSection), $"{part.Counts.Total:N0}", $"{part.Counts.Overdue:N0}", $"{part.Counts.Complete:N0}"];

    private static Share Share(BrokenDownBy by, BreakdownOf part, DateOnly today)
    {
        IReadOnlyList<int> ids = part.Id is { } id ? [id] : [];
        var (ratings, about) = (Ratings(part.Counts), new About(by == BrokenDownBy.Plan ? new Scope { Plans = ids } : new Scope { Sections = ids }, part.Name ?? ""));
        return new Share(
            string.Join(", ", ratings.Said.Where(bar => bar.Number > 0).Select(bar => $"{bar.Number:N0} {Wording.Lower(bar.Name)}")),
            ratings.Said,
            by == BrokenDownBy.Plan
                ? new Button($"Show where {about.Name} stands", Asks: new Request.Summarise(about))
                : new Button($"Show the actions of {about.Name}", Asks: List(about, today, new ActionQuestion(), new Terms(null, "", null, [], false))));
    }

    /// <summary>A green action, and why it is none.</summary>
    internal static Row Row(Watermelon melon) => new(
        melon.Ref, melon.Title, [new Phrase("Green", Tone.Green), new Phrase($", but {string.Join(", ", melon.Reasons.Select(Why))}")], [], Wording.Opens(melon.Ref, melon.PlanId));

    private static string Why(WatermelonReason reason) => reason switch
    {
        WatermelonReason.Overdue overdue => $"due {Dates.InWords(overdue.Due)}",
        WatermelonReason.NotUpdated { Since: { } since } => $"not updated since {Dates.InWords(since)}",
        WatermelonReason.NotUpdated => "never updated",
        WatermelonReason.IndicatorWorsens worsens => $"{worsens.Indicator.Name} is getting worse",
        _ => throw new InvalidOperationException($"No words are written for {reason.GetType().Name}."),
    };

    /// <summary>What was changed, action by action: what got worse comes first, then what was put off, then what is done.</summary>
    internal static IEnumerable<Row> Movers(IReadOnlyList<ChangeLine> changed, int most = MostRows) => changed
        .GroupBy(change => (change.PlanId, change.Ref))
        .OrderBy(of => of.Min(Rank))
        .Take(most)
        .Select(of => new Row(of.Key.Ref, of.First().Title, [], [.. of.Reverse().Select(change => Wording.Changed(change.Field, change.From, change.To, change.Reason))], Wording.Opens(of.Key.Ref, of.Key.PlanId)));

    private static int Rank(ChangeLine change) => change.Field switch
    {
        Field.Brag when IsWorse(change.From, change.To) => 0,
        Field.Due => 1,
        Field.State or Field.Brag => 2,
        _ => 3,
    };

    // The worst rating has the smallest number; none at all says nothing.
    private static bool IsWorse(string? from, string? to) => Enum.TryParse<Brag>(from, ignoreCase: true, out var was) && Enum.TryParse<Brag>(to, ignoreCase: true, out var now) && now < was;
}
