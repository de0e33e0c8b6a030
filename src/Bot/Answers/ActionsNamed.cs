using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Finds the one action that somebody names, or says why it cannot be told which.</summary>
public sealed class ActionsNamed(ActionQuestions actions)
{
    /// <param name="again">Of a reference and a plan: the message that asks the same of that action there.</param>
    public async Task<(ActionInFull? Action, Answer? Refused)> FindAsync(
        ActionNamed named, string intent, Circumstances now, Func<string, string, string> again, CancellationToken cancelled)
    {
        if (Of(named, now.Last) is not { Ref: { } reference } meant)
        {
            return (null, Refusal(intent, Problem.NotUnderstood, "I do not know which action you mean. Say its number, such as 4.3.", []));
        }

        var found = await actions.FindAsync(now.Viewer, reference, meant.Plans, cancelled);
        if (found.Count == 0 && meant is { Plans.Count: > 0, IsSaid: false })
        {
            found = await actions.FindAsync(now.Viewer, reference, [], cancelled);
        }

        return found switch
        {
            [] => (null, Refusal(
                intent, Problem.NotFound, $"No plan you can see has an action {RecordWords.Short(reference)}. Ask which plans there are, or for the actions of a team.", [new Choice("Which plans are there?", "Which plans are there?")])),
            [var one] => (one, null),
            _ => (null, Refusal(
                intent, Problem.Ambiguous, $"{Wording.Count(found.Count, "plan")} have an action {reference}. Which one do you mean?",
                [.. found.Select(one => new Choice(one.Line.Plan, again(one.Line.Ref, one.Line.Plan)))])),
        };
    }

    // "It" is the one action that was shown last.
    private static ActionNamed Of(ActionNamed named, Remembered? last) =>
        named.Ref is null && last?.Shown.Where(shown => named.Plans.Count == 0 || named.Plans.Contains(shown.Plan)).ToList() is [var shown]
            ? new ActionNamed(shown.Ref, [shown.Plan], IsSaid: true)
            : named;

    private static Advice Refusal(string intent, string code, string message, IReadOnlyList<Choice> choices) => new([message], choices)
    {
        Intent = intent,
        Headline = code switch
        {
            Problem.Ambiguous => "Which one?",
            Problem.NotFound => "Not found",
            _ => "I did not understand that",
        },
        Problem = new Problem(code, message, [.. choices.Select(choice => choice.Name)]),
    };
}
