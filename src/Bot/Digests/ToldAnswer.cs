using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;

namespace TeamsPlanBot.Bot.Digests;

/// <summary>Makes a digest of an answer: with why it comes, and what can be done about that.</summary>
internal static class ToldAnswer
{
    private const int MostButtons = 6;

    public static Answer Of(Answer answer, ToldDigest digest)
    {
        if (answer is not Overview told)
        {
            told = new Overview(answer.Body)
            {
                Intent = answer.Intent,
                Understood = answer.Understood,
                Headline = answer.Headline,
                Problem = answer.Problem,
                Total = (answer as ActionList)?.Total ?? 0,
                Actions = (answer as ActionList)?.All ?? [],
                Further = answer.Buttons,
            };
        }

        string[] why =
        [
            .. digest.DueAt is { } due ? [$"This was due on {DigestWords.When(due)}, and comes late."] : Array.Empty<string>(),
            .. digest is { Rhythm: { } rhythm, Number: { } number } ? [$"Digest {number}, {RhythmWords.Of(rhythm)}."] : Array.Empty<string>(),
        ];
        return told with
        {
            Intent = "digest-now",
            Passages = [.. told.Passages, new Passage.Lines("", why)],
            Further =
            [
                .. told.Further.Take(MostButtons - (digest.Number is null ? 0 : 1)),
                .. digest.Number is { } of ? [new Button("Leave out the next one", Says: $"snooze digest {of}")] : Array.Empty<Button>(),
            ],
        };
    }

    /// <summary>Whether there is nothing in it that anybody would want to read.</summary>
    public static bool IsQuiet(Answer answer) => answer switch
    {
        { Problem: not null } => false,
        ActionList { Total: 0 } or Overview { Total: 0 } => true,
        _ => false,
    };
}
