using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What people say about how an action stands.</summary>
internal static class StateRules
{
    private const int StaleDays = 28;

    public static string? TakeRecommendation(Reading reading)
    {
        foreach (var word in new[] { "recommendation", "rec" })
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
        reading.Take("not complete", "not completed", "not done", "not finished", "not closed", "incomplete", "unfinished", "open", "outstanding") ? StateAsked.Open
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
        foreach (var brag in Enum.GetValues<Brag>())
        {
            var word = brag.ToString().ToLowerInvariant();
            if (reading.Take(word, $"{word}s"))
            {
                brags.Add(brag);
            }
        }

        return (brags, string.Join(" or ", brags).ToLowerInvariant());
    }

    public static int? TakeStale(Reading reading)
    {
        if (!reading.Take("stale", "no update", "no updates", "no progress", "not updated", "not been updated", "without an update", "without update", "without updates", "havent been updated", "hasnt been updated"))
        {
            return null;
        }

        for (var at = 0; at < reading.Words.Count; at++)
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
