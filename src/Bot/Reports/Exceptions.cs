using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>The actions that a board has to know of: red, overdue or amber, with why and what is being done.</summary>
public sealed class Exceptions(ActionQuestions actions, ProgressQuestions said)
{
    /// <summary>So many are told of one by one.</summary>
    public const int Most = 60;

    private const int LongestWords = 400;
    private const int MostFound = 1000;

    internal async Task<IReadOnlyList<Passage>> OfAsync(Viewer viewer, Scope scope, DateOnly today, CancellationToken cancelled)
    {
        var (rows, all) = await RowsAsync(viewer, scope, today, Most, cancelled);
        return rows.Count == 0
            ? [new Passage.Lines("", ["No action is red, amber or overdue."])]
            : [new Passage.Rows("Red, overdue or amber", rows), new Passage.Lines("", BoardReports.More(all, Most))];
    }

    /// <summary>The worst of them, and how many there are.</summary>
    internal async Task<(IReadOnlyList<Row> Rows, int All)> RowsAsync(Viewer viewer, Scope scope, DateOnly today, int most, CancellationToken cancelled)
    {
        var of = new ActionQuestion { Plans = scope.Plans };
        var overdue = await actions.ListAsync(viewer, of with { State = StateAsked.Open, DueTo = today.AddDays(-1) }, 0, MostFound, cancelled);
        var rated = await actions.ListAsync(viewer, of with { Brags = [Brag.Red, Brag.Amber] }, 0, MostFound, cancelled);
        var all = overdue.Items.Concat(rated.Items).DistinctBy(action => action.Id).ToList();
        var worst = all.OrderBy(action => Rank(action, today)).ThenBy(action => action.Due ?? DateOnly.MaxValue).Take(most).ToList();
        var words = await said.LatestAsync(viewer, [.. worst.Select(action => action.Id)], cancelled);
        return ([.. worst.Select(action => Row(Wording.Listed(action, today), words.GetValueOrDefault(action.Id)))], all.Count);
    }

    private static int Rank(ActionLine action, DateOnly today) => action switch
    {
        { Brag: Brag.Red } => 0,
        { State: not ActionState.Complete, Due: { } due } when due < today => 1,
        _ => 2,
    };

    // A rating has no better reason than the latest words about the action.
    private static Row Row(ListedAction listed, ProgressLine? latest) => new(
        listed.Action.Ref,
        listed.Action.Title,
        listed.Standing,
        [
            $"{listed.When}. {listed.Whose}.",
            latest is null ? "Nothing is on its record yet." : $"{(latest.On is { } on ? Dates.InWords(on) : "Latest")}: {Wording.Cut(latest.Text, LongestWords)}{(latest.By is { } by ? $" ({by})" : "")}",
        ]);
}
