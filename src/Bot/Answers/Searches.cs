using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Something that was found, as a line to choose it by and as the answer it stands for.</summary>
/// <param name="Asks">What shows it as it is at any later time.</param>
public sealed record Found(string Title, string Details, Answer Answer, Request Asks);

/// <summary>Finds actions and indicators by what is typed into a compose box: a reference, a name, words, or a whole question.</summary>
public sealed class Searches(ActionQuestions actions, SearchQuestions search, IndicatorAnswers indicators)
{
    public const int Most = 8;

    private const int LongestTitle = 80;
    private const int LongestReference = 12;

    public async Task<IReadOnlyList<Found>> FindAsync(string typed, Viewer viewer, Names names, DateOnly today, Speaker speaker, CancellationToken cancelled)
    {
        if (typed.Length == 0)
        {
            return await ShownAsync(await search.RecentAsync(viewer, Most, cancelled), viewer, today, cancelled);
        }

        if (typed.Length <= LongestReference && await search.BeginningAsync(viewer, typed, Most, cancelled) is { Count: > 0 } begun)
        {
            return await ShownAsync(begun, viewer, today, cancelled);
        }

        var asked = Reader.Read(typed, names, today, speaker).Request;
        var found = asked switch
        {
            Request.ListActions list => await ListedAsync(list.Question, viewer, today, cancelled),
            Request.ShowIndicator one => await FiguresAsync(one, viewer, today, cancelled),
            _ => [],
        };
        if (found.Count > 0)
        {
            return found;
        }

        // A part of a name, then words of actions.
        if (names.Indicators([.. Words.Of(typed).Select(word => word.Plain)]).Names is { Count: > 0 } called)
        {
            found = await FiguresAsync(new Request.ShowIndicator([.. called.SelectMany(name => name.Ids).Take(Most)], called[0].Text), viewer, today, cancelled);
        }

        return [.. found.Concat(await ListedAsync(new ActionQuestion { Words = typed }, viewer, today, cancelled)).Take(Most)];
    }

    private async Task<IReadOnlyList<Found>> ListedAsync(ActionQuestion question, Viewer viewer, DateOnly today, CancellationToken cancelled) =>
        await ShownAsync([.. (await actions.ListAsync(viewer, question, 0, Most, cancelled)).Items.Select(line => new ActionKey(line.PlanId, line.Ref))], viewer, today, cancelled);

    private async Task<IReadOnlyList<Found>> ShownAsync(IReadOnlyList<ActionKey> keys, Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        var shown = new List<Found>(keys.Count);
        foreach (var key in keys)
        {
            foreach (var action in await actions.FindAsync(viewer, key.Ref, [key.PlanId], cancelled))
            {
                var listed = Wording.Listed(action.Line, today);
                shown.Add(new Found(
                    $"{action.Line.Ref} {Wording.Cut(action.Line.Title, LongestTitle)}",
                    $"{string.Concat(listed.Standing.Select(phrase => phrase.Text))} · {action.Line.PlanName}",
                    Answerer.One(action, $"Action {action.Line.Ref}", today),
                    new Request.ShowAction(listed.Named)));
            }
        }

        return shown;
    }

    private async Task<IReadOnlyList<Found>> FiguresAsync(Request.ShowIndicator asked, Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        var found = new List<Found>();
        foreach (var id in asked.Indicators.Take(Most))
        {
            var one = asked with { Indicators = [id] };
            if (await indicators.OneAsync(one, $"{asked.Name}, with its trend", viewer, today, cancelled) is { } answer)
            {
                found.Add(new Found(answer.Headline, answer.Basis, answer, one));
            }
        }

        return found;
    }
}
