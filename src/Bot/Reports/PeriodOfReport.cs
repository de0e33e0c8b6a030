using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>What was put on the record in the period of a report, and which dates were moved in it.</summary>
public sealed class PeriodOfReport(ChangeQuestions changes, ProgressQuestions said)
{
    private const int MostActions = 80;
    private const int MostOfOne = 6;
    private const int MostFound = 5000;
    private const int LongestWords = 400;

    internal async Task<IReadOnlyList<Passage>> ProgressAsync(Viewer viewer, Scope scope, Period period, CancellationToken cancelled)
    {
        var found = await changes.SinceAsync(viewer, scope, period.Start, MostFound, cancelled);
        var changed = found.Changes.Where(change => change.On <= period.End).ToList();
        var words = await said.BetweenAsync(viewer, scope, period.Start, period.End, MostFound, cancelled);
        var told = words.Select(one => (one.Ref, one.Title, one.On, Line: $"{Dates.InWords(one.On)}{(one.By is { } by ? $", {by}" : "")}: {Wording.Cut(one.Text, LongestWords)}"))
            .Concat(changed.AsEnumerable().Reverse().Select(change => (change.Ref, change.Title, change.On, Line: $"{Dates.InWords(change.On)}: {Wording.Changed(change.Field, change.From, change.To, change.Reason)}")))
            .GroupBy(line => line.Ref)
            .ToList();
        if (told.Count == 0)
        {
            return [new Passage.Lines("", [$"Nothing was put on the record from {Dates.InWords(period.Start)} to {Dates.InWords(period.End)}."])];
        }

        return
        [
            new Passage.Lines("", [Sentence(changed, told.Count)]),
            new Passage.Rows("What was recorded", [.. told.Take(MostActions).Select(of => new Row(of.Key, of.First().Title, [], [.. Latest(of.OrderBy(line => line.On).Select(line => line.Line).ToList())]))]),
            new Passage.Lines("", BoardReports.More(told.Count, MostActions)),
        ];
    }

    internal async Task<IReadOnlyList<Passage>> SlipsAsync(Viewer viewer, Scope scope, Period period, CancellationToken cancelled)
    {
        var slipped = (await changes.SlipsAsync(viewer, scope, period.Start, cancelled))
            .Select(action => action with { Slips = action.Slips with { Moves = [.. action.Slips.Moves.Where(move => move.On <= period.End)] } })
            .Where(action => action.Slips.Times > 0)
            .OrderByDescending(action => action.Slips.Days)
            .ToList();
        return slipped.Count == 0
            ? [new Passage.Lines("", ["No date was put off in this period."])]
            :
            [
                new Passage.Rows("Put off, the furthest first", [.. slipped.Take(MostActions).Select(action => new Row(action.Ref, action.Title, [new Phrase(Wording.Sentence(Wording.State(action.State)))], Wording.Slipped(action.Slips)))]),
                new Passage.Lines("", BoardReports.More(slipped.Count, MostActions)),
            ];
    }

    private static string Sentence(List<ChangeLine> changed, int actions)
    {
        var done = changed.Where(change => change.Field == Field.State && change.To == ActionState.Complete.Word()).Select(change => change.Ref).Distinct().Count();
        var rated = changed.Where(change => change.Field == Field.Brag).Select(change => change.Ref).Distinct().Count();
        var moved = changed.Where(change => change.Field == Field.Due).Select(change => change.Ref).Distinct().Count();
        return $"Something was recorded on {Wording.Count(actions, "action")}: {done:N0} completed, {rated:N0} rated anew, {moved:N0} with another date.";
    }

    private static IEnumerable<string> Latest(List<string> lines) =>
        lines.Count <= MostOfOne ? lines : lines.TakeLast(MostOfOne).Prepend($"{Wording.Count(lines.Count - MostOfOne, "earlier entry", "earlier entries")}, and:");
}
