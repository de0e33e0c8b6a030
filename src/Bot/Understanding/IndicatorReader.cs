using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>The indicator that a message names, or why that cannot be told.</summary>
internal sealed record IndicatorRead(IReadOnlyList<int> Ids, string? Name, Understood? Refused);

/// <summary>Finds the indicator that a message names, and the plan it is wanted of.</summary>
internal static class IndicatorReader
{
    private const int LongestName = 12;

    private static readonly HashSet<string> Around = ["the", "our", "a", "of", "for", "in", "on", "with", "at", "to", "is", "are", "we", "me", "please", "rate", "and", "now", "doing", "us", "indicator", "measure", "s", "what", "how", "show", "kpi", "any", "was", "it", "its", "this", "that",
        "percentage", "proportion", "number", "percent", "per", "cent", "level", "levels", "about", "plan", "plans", "as", "been", "has", "have", "so", "far", "current", "by", "from", "hi", "hello", "hey", "could", "can", "you", "tell", "thanks", "thank", "there", "like", "see", "moment", "todays",
        "still", "year", "quarter", "month", "last", "team", "many", "much", "get", "i", "list", "give", "pls", "cheers", "good", "morning", "compared", "did", "do", "does", "who", "when", "would"];

    private static readonly Func<string, bool> Little = Around.Contains;

    // "is it 16%?" asks for the figure all the same.
    private static readonly Func<string, bool> LittleOrFigure = word => Around.Contains(word) || char.IsAsciiDigit(word[0]);

    /// <param name="from">Where the name may begin.</param>
    /// <param name="isClear">An indicator is meant, even if none is called so.</param>
    public static IndicatorRead? Read(Reading reading, Names names, Speaker speaker, Core core, int from, bool isClear)
    {
        var isLittle = core.Asks ? LittleOrFigure : Little;
        var (start, count) = Run(reading, from, core.End);
        if (Exact(reading, names, from, core.End) is var (exact, at) && !(count > exact.Words.Length && names.Indicators(reading.Plain(start, count)).Names.Count > 0))
        {
            reading.Place(at, exact.Words.Length);
            return OfPlan(reading, names, speaker, exact.Ids, exact.Text, isLittle);
        }

        if (count is 0 or > LongestName || names.StartingAt(reading, start) is { } other && other.Words.Length >= count)
        {
            return null;
        }

        // "re-referrals in Stockton": the longest beginning that is part of an indicator's name, the rest a plan.
        for (var length = count; length > 0; length--)
        {
            if (length < count && reading.At(start + length) is not ("in" or "for" or "at" or "of" or "from" or "on"))
            {
                continue;
            }

            var meaning = names.Indicators(reading.Plain(start, length));
            if (meaning.Names.Count == 0 || !IsTelling(reading, start, length))
            {
                continue;
            }

            if (names.Of(reading.Plain(start, length), marked: false).Names.Count > 0)
            {
                return null;
            }

            reading.Place(start, length);
            return Several(reading, names, speaker, meaning, reading.Typed(start, length), isLittle);
        }

        if (!isClear)
        {
            return null;
        }

        var typed = reading.Typed(start, count);
        return names.Of(reading.Plain(start, count)).Names.Count > 0 ? null
            : new IndicatorRead([], null, new Understood(new Request.NoSuchName(typed, reading.Choices(typed, names.Indicators(reading.Plain(start, count)).Nearest), "indicator"), "", reading.Rules));
    }

    /// <summary>The longest indicator's name that stands in the message, and where.</summary>
    public static (Name Name, int At)? Exact(Reading reading, Names names, int from, int end)
    {
        (Name Name, int At)? longest = null;
        for (var at = from; at < end; at++)
        {
            if (names.IndicatorAt(reading, at) is { } name && (longest is null || name.Words.Length > longest.Value.Name.Words.Length) && !(names.StartingAt(reading, at) is { } other && other.Words.Length >= name.Words.Length))
            {
                longest = (name, at);
            }
        }

        return longest;
    }

    /// <summary>Several names of one indicator are one; of several indicators, the one of the plan that is meant.</summary>
    public static IndicatorRead Several(Reading reading, Names names, Speaker speaker, Meaning meaning, string typed, Func<string, bool> isLittle)
    {
        var texts = meaning.Names.Select(name => name.Text).Distinct().ToList();
        return texts is [var only]
            ? OfPlan(reading, names, speaker, [.. meaning.Names.SelectMany(name => name.Ids).Distinct()], only, isLittle)
            : new IndicatorRead([], null, new Understood(new Request.Torn(typed, reading.Choices(typed, texts), "indicator"), "", reading.Rules));
    }

    private static IndicatorRead OfPlan(Reading reading, Names names, Speaker speaker, IReadOnlyList<int> ids, string name, Func<string, bool> isLittle)
    {
        if (PeriodFinder.Find(reading) is var (_, periodAt, words))
        {
            reading.Place(periodAt, words);
        }

        var all = names.IndicatorsCalled(name).Concat(ids).Distinct().ToList();
        var isNamed = false;
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (names.StartingAt(reading, at) is { Kind: NameKind.Plan } plan)
            {
                reading.Place(at, plan.Words.Length);
                all = Within(names, all, plan.Ids);
                isNamed = true;
            }
        }

        foreach (var (start, count) in reading.FreeRuns(isLittle))
        {
            var named = names.PlanOf([.. reading.Plain(start, count).Where(word => word is not "plan")]);
            if (named.Names.Count == 0)
            {
                return new IndicatorRead([], null, null);
            }

            all = Within(names, all, [.. named.Names.SelectMany(one => one.Ids)]);
            isNamed = true;
        }

        if (isNamed && all.Count == 0)
        {
            return new IndicatorRead([], null, new Understood(new Request.NoSuchName(name, [], "indicator"), "", reading.Rules));
        }

        return !isNamed && speaker.PlanMeant is { } meant && Within(names, all, [meant]) is { Count: > 0 } ofTheirs
            ? new IndicatorRead(ofTheirs, name, null)
            : new IndicatorRead(all, name, null);
    }

    private static List<int> Within(Names names, List<int> indicators, IReadOnlyList<int> plans) =>
        [.. indicators.Where(id => names.IsOf(NameKind.Indicator, id, plans))];

    private static (int Start, int Count) Run(Reading reading, int from, int end)
    {
        var start = from;
        while (start < end && (!reading.IsFree(start) || Around.Contains(reading.Words[start].Plain) || LittleWords.Hold(reading.Words[start].Plain)))
        {
            start++;
        }

        var count = 0;
        while (start + count < end && reading.IsFree(start + count))
        {
            count++;
        }

        while (count > 0 && (reading.Words[start + count - 1].Plain is "rate" ? false : Around.Contains(reading.Words[start + count - 1].Plain)))
        {
            count--;
        }

        return (start, count);
    }

    // "care" alone is part of many names and tells none.
    private static bool IsTelling(Reading reading, int start, int length)
    {
        for (var at = start; at < start + length; at++)
        {
            if (reading.Words[at].Plain.Length >= 4 && reading.Words[at].Plain is not ("care" or "children" or "plan" or "plans" or "months" or "years" or "rate" or "over" or "with" or "more" or "service" or "support" or "work" or "average" or "time" or "child" or "weather" or "like" or "good"))
            {
                return true;
            }
        }

        return false;
    }
}
