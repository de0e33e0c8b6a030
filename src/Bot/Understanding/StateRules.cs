using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What people say about how an action stands.</summary>
internal static class StateRules
{
    private const int StaleDays = 28;

    private static readonly string[] Recommendations = ["recommendation", "rec"];

    private static readonly (Brag Brag, string Word, string Words, string Letter)[] Ratings =
        [.. Enum.GetValues<Brag>().Select(brag => (brag, word: brag.ToString().ToLowerInvariant())).Select(rating => (rating.brag, rating.word, $"{rating.word}s", rating.word[..1].ToUpperInvariant()))];

    public static string? TakeRecommendation(Reading reading)
    {
        foreach (var word in Recommendations)
        {
            if (reading.Find(word) is { } at && reading.At(at + 1) is { } number && char.IsAsciiDigit(number[0]))
            {
                reading.Place(at, 2);
                return number;
            }
        }

        return null;
    }

    public static StateAsked TakeState(Reading reading) =>
        reading.Take("to be done", "to be completed", "to be finished", "to be closed", "to get done", "to complete", "to finish", "to close", "to do", "not complete", "not completed", "not done", "not finished", "not closed", "incomplete", "unfinished", "open", "outstanding") ? StateAsked.Open
        : reading.Take("not started", "not begun", "unstarted") ? StateAsked.NotStarted
        : reading.Take("in progress", "under way", "underway") ? StateAsked.InProgress
        : reading.Take("complete", "completed", "done", "closed", "finished") ? StateAsked.Complete
        : StateAsked.Any;

    public static (IReadOnlyList<Brag> Brags, string Words) TakeBrags(Reading reading)
    {
        if (reading.Take("at risk"))
        {
            return ([Brag.Red, Brag.Amber], "at risk (red or amber)");
        }

        if (reading.Take("off track"))
        {
            return ([Brag.Red], "off track (red)");
        }

        var brags = new List<Brag>();
        foreach (var (brag, word, words, letter) in Ratings)
        {
            if (reading.Take(word, words) || TakeLetter(reading, letter))
            {
                brags.Add(brag);
            }
        }

        return (brags, brags.Count == 0 ? "" : string.Join(" or ", brags).ToLowerInvariant());
    }

    // R, A, G or B; an A is a rating only where it cannot be an article.
    private static bool TakeLetter(Reading reading, string letter)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (reading.IsFree(at) && reading.Words[at].Typed == letter
                && (letter != "A" || at + 1 == reading.Words.Length || reading.Words[at + 1].Plain is "actions" or "ones" or "rated" or "or" or "and" or "for" or "in"))
            {
                reading.Place(at);
                return true;
            }
        }

        return false;
    }

    public static int? TakeStale(Reading reading)
    {
        if (!reading.Take("stale", "no update", "no updates", "no progress", "not updated", "not been updated", "without an update", "without update", "without updates", "not been touched"))
        {
            return null;
        }

        reading.Take("in the last", "for the last", "over the last", "in the past", "for the past");
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (Dates.Number(reading.At(at)) is { } number && reading.At(at + 1)?.TrimEnd('s') is { } unit && unit is "day" or "week" or "month")
            {
                reading.Place(at, 2);
                return number * (unit == "day" ? 1 : unit == "week" ? 7 : 30);
            }
        }

        return StaleDays;
    }
}
