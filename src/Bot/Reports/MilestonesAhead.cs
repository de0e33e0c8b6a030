using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>What is due in the next three months, and the dates on the way that have passed.</summary>
public sealed class MilestonesAhead(ActionQuestions actions, MilestoneQuestions milestones)
{
    private const int Months = 3;
    private const int Most = 60;
    private const int MostMissed = 30;
    private const int MostFound = 1000;
    private const int LongestWords = 200;

    internal async Task<IReadOnlyList<Passage>> OfAsync(Viewer viewer, Scope scope, DateOnly today, CancellationToken cancelled)
    {
        var (ahead, missed) = await DatesAsync(viewer, scope, today, cancelled);
        return
        [
            .. ahead.Count == 0
                ? [new Passage.Lines("", [$"Nothing is due from today to {Dates.InWords(today.AddMonths(Months))}."])]
                : new Passage[] { Table($"Due by {Dates.InWords(today.AddMonths(Months))}", ahead, Most), new Passage.Lines("", BoardReports.More(ahead.Count, Most)) },
            .. missed.Count == 0 ? [] : new Passage[] { Table("Dates on the way that have passed, of actions that are not complete", missed, MostMissed), new Passage.Lines("", BoardReports.More(missed.Count, MostMissed)) },
        ];
    }

    internal async Task<(IReadOnlyList<DatedAction> Ahead, IReadOnlyList<DatedAction> Missed)> DatesAsync(Viewer viewer, Scope scope, DateOnly today, CancellationToken cancelled)
    {
        var to = today.AddMonths(Months);
        var due = await actions.ListAsync(viewer, new ActionQuestion { Plans = scope.Plans, State = StateAsked.Open, DueFrom = today, DueTo = to }, 0, MostFound, cancelled);
        var onTheWay = (await milestones.UpToAsync(viewer, scope, to, MostFound, cancelled)).Select(one => new DatedAction(one.On, one.Ref, $"{Wording.Cut(one.Words, LongestWords)} (on the way: {Wording.Cut(one.Title, LongestWords)})")).ToLookup(one => one.On >= today);
        return (
            [.. due.Items.Select(action => new DatedAction(action.Due!.Value, action.Ref, Wording.Cut(action.Title, LongestWords))).Concat(onTheWay[true]).OrderBy(one => one.On)],
            [.. onTheWay[false]]);
    }

    private static Passage.Table Table(string title, IReadOnlyList<DatedAction> dates, int most) =>
        new(title, ["Date", "Action", "What is due"], [.. dates.Take(most).Select(one => new[] { Dates.InWords(one.On), one.Ref, one.What })]);
}

/// <summary>Something that is due on a day.</summary>
internal sealed record DatedAction(DateOnly On, string Ref, string What);
