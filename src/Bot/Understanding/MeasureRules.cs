using TeamsPlanBot.Data.Figures;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>"Re-referral rate Q2 2013/14 is 16.2%", "record 181 of 1117 for re-referrals in March 2013".</summary>
internal static class MeasureRules
{
    private static readonly Saying[] Orders = ["record/set/enter/add/log/report/update/correct/put/change/make in? down? the? value? figure? of? for?"];

    private static readonly HashSet<string> Around = ["the", "our", "a", "of", "for", "in", "on", "at", "to", "is", "was", "are", "were", "as", "value", "figure", "figures", "now", "rate", "please", "and", "percentage", "proportion", "number", "percent", "per", "cent", "pc", "days", "weeks", "months", "years",
        "children", "cases", "people", "pounds", "pound", "gbp", "stood", "stands", "reached", "hit", "came", "out", "ended", "by", "plan", "s", "be", "down", "up", "it", "from", "with", "indicator", "measure", "hi", "hello", "hey", "could", "can", "you", "would", "thanks", "thank", "cheers", "pls", "period",
        "during", "record", "set", "enter", "add", "log", "correct", "update", "change", "report", "put", "an", "good", "morning", "want", "like", "i", "id", "need", "we", "just", "quarter", "year", "month", "fell", "rose", "dropped", "increased", "ta", "ok", "contacts", "referrals", "or", "going", "down", "has", "have", "been", "finished", "has", "x", "that", "which", "actually", "latest", "final", "count", "total", "kpi", "so", "then", "afternoon", "everyone", "all", "team", "bot", "teamsplanbot", "workers"];

    public static Understood? Read(Reading reading, Names names, Speaker speaker)
    {
        if (!reading.HasFigures || !names.MayNameIndicator(reading))
        {
            return null;
        }

        var core = reading.Core;
        var isOrdered = Sayings.At(reading, core.First, Orders) > 0;
        if (core.Asks || core.Denies || (!isOrdered && !reading.Topics.HasFlag(Topic.Recording) && !reading.Text.AsSpan().ContainsAny(":=%£")) || Tells(reading, core))
        {
            return null;
        }

        reading.Kind = "measure";
        if (Indicator(reading, names, core) is not var (meaning, start, count))
        {
            reading.StartAfresh();
            return null;
        }

        reading.Place(start, count);
        var period = PeriodFinder.Find(reading);
        if (period is var (_, periodAt, words))
        {
            reading.Place(periodAt, words);
        }

        var bare = period is null ? PeriodFinder.WithoutYear(reading) : null;
        if (bare is { } place)
        {
            reading.Place(place);
        }

        var read = FigureReader.Read(reading);
        if (read is null && !isOrdered)
        {
            reading.StartAfresh();
            return null;
        }

        reading.Rules.Add("a figure of an indicator");
        var typed = reading.Typed(start, count);
        var found = IndicatorReader.Several(reading, names, speaker, meaning, typed, Around.Contains);
        if (found.Name is not { } name)
        {
            // Which of several indicators is meant is asked only where it is plain that a figure was told.
            return found.Refused is { } refused && (isOrdered || period is not null || reading.Text.Contains('%')) ? refused with { Request = Wanted(refused.Request) } : Afresh(reading);
        }

        if (FirstUnplaced(reading))
        {
            return Afresh(reading);
        }

        reading.Rules.Add($"indicator: {name}");
        if (read is null || read.Problem is not null)
        {
            return Impossible(reading, read?.Problem ?? $"Which figure is it? Say, for example: {name} Q2 2013/14 is 16.2%.", []);
        }

        return period is var (of, _, _)
            ? new Understood(new Request.Measure(found.Ids, name, of, read.Value, read.Numerator, read.Denominator), $"{name} for {of.Words}: {read.Words}", reading.Rules)
            : Impossible(reading, bare is null ? $"Which period is the figure of? {Period.HowToWrite}" : "Which year is that of? Say it with the period, such as Q2 2013/14 or March 2013.", Periods(reading, name, read, bare));
    }

    // The periods that may be meant, the latest that has ended first.
    private static Choice[] Periods(Reading reading, string name, FigureRead read, int? bare)
    {
        var year = reading.Today.Month >= 4 ? reading.Today.Year : reading.Today.Year - 1;
        Period[] periods = bare is not { } at ? [Period.Of(Dates.StartOfQuarter(reading.Today).AddMonths(-3), Dates.StartOfQuarter(reading.Today).AddDays(-1)), Period.FinancialYear(year - 1)]
            : PeriodFinder.IsQuarter(reading.Words[at].Plain) ? [Period.Quarter(year - 1, reading.Words[at].Plain[1] - '0'), Period.Quarter(year, reading.Words[at].Plain[1] - '0')]
            : Dates.Month(reading.Words[at].Plain) is { } month ? [Period.Month(reading.Today.Year, month), Period.Month(reading.Today.Year - 1, month)]
            : [];
        return [.. periods.Select(period => new Choice(period.Words, $"{name} {period.Words} is {read.Words}"))];
    }

    private static Understood Impossible(Reading reading, string sentence, Choice[] choices) => new(new Request.Impossible("measure", sentence, choices), "", reading.Rules);

    private static Request Wanted(Request request) => request switch
    {
        Request.Torn torn => torn with { Wanted = "measure" },
        Request.NoSuchName unknown => unknown with { Wanted = "measure" },
        _ => request,
    };

    // "4.3: NEET is 6%" posts words, and "I said NEET was 7% in 2012" tells a story.
    private static bool Tells(Reading reading, Core core)
    {
        if (reading.At(core.First) is "i" or "we" or "he" or "she" or "they" or "someone" or "somebody" or "remember" or "note" or "fyi" or "because" or "when" or "although" or "target" or "ignore" or "imagine" or "pretend" or "every" or "remind" or "send")
        {
            return true;
        }

        for (var at = core.First; at < core.End; at++)
        {
            if (reading.At(at) is "target" or "should" or "might" or "may" or "could" or "will" or "would" or "if" or "think" or "guess" or "maybe" or "probably" or "about" or "nearly" or "almost" or "roughly" or "around" or "approximately" or "expected" or "forecast" or "over" or "under" or "action" or "actions" or "overdue" or "due" or "since" && !(reading.At(at) is "may" && reading.At(at + 1) is { Length: 4 }) && !(reading.At(at) is "over" or "under"))
            {
                return true;
            }
        }

        return false;
    }

    private static (Meaning Meaning, int Start, int Count)? Indicator(Reading reading, Names names, Core core)
    {
        if (IndicatorReader.Exact(reading, names, core.First, core.End) is var (exact, place))
        {
            return (new Meaning([exact]), place, exact.Words.Length);
        }

        for (var start = core.First; start < core.End; start++)
        {
            if (reading.Words[start].Plain is not { } first || Around.Contains(first) || char.IsAsciiDigit(first[0]) || PeriodFinder.IsQuarter(first))
            {
                continue;
            }

            for (var count = Math.Min(8, core.End - start); count > 0; count--)
            {
                var last = reading.Words[start + count - 1].Plain;
                if (char.IsAsciiDigit(last[0]) || PeriodFinder.IsQuarter(last) || last is "is" or "was" or "for" or "in" or "of" or "the" or "to" or "at" or "are" or "were" || Dates.Month(last) is not null)
                {
                    continue;
                }

                var meaning = names.MayMeanIndicator(reading, start, count) ? names.Indicators(reading.Plain(start, count)) : Meaning.None;
                if (meaning.Names.Count > 0)
                {
                    return names.StartingAt(reading, start) is { } other && other.Words.Length >= count ? null : (meaning, start, count);
                }
            }
        }

        return null;
    }

    private static bool FirstUnplaced(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (reading.IsFree(at) && !Around.Contains(reading.Words[at].Plain))
            {
                return true;
            }
        }

        return false;
    }

    private static Understood? Afresh(Reading reading)
    {
        reading.StartAfresh();
        return null;
    }
}
