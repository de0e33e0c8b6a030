using System.Collections.Frozen;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A day since which nothing was heard of an action.</summary>
/// <param name="Words">"not updated for 28 days".</param>
/// <param name="Asks">A day was named that nobody can be sure of.</param>
internal sealed record StaleSpan(string Words, DateOnly Since, SaidDay? Asks = null);

/// <summary>What people say about actions that nobody has updated.</summary>
internal static class StaleRules
{
    private const int Usual = 28;

    public static string[] Opening { get; } =
    [
        "stale", "stael", "satle", "stlae", "gone", "silent", "quiet", "dormant", "no", "not", "without", "nobody", "noone", "never", "nothing", "need", "needs", "needing", "due", "last", "unupdated", "didnt", "lacking", "missing", "awaiting",
    ];

    private static readonly string[] Never =
    [
        "never been updated", "never been touched", "never updated", "never had an update", "never had any update", "never had any updates", "never had any progress", "never reported on", "never been reported on", "never touched",
        "no update ever", "no updates ever", "no updates at all", "no update at all", "no progress at all", "not been updated at all", "not updated at all", "not had a single update", "not yet been updated", "not yet updated", "not been updated yet", "not updated yet", "no updates yet", "no update yet", "no progress yet",
    ];

    private static readonly string[] Phrases =
    [
        "gone stale", "gone quiet", "gone silent", "gone cold", "gone without an update", "gone without update", "gone without updates", "stale", "dormant", "silent", "quiet",
        "no recent update", "no recent updates", "no recent progress", "no progress update", "no progress updates", "no update", "no updates", "no progress", "no news", "no movement", "no activity", "no one has touched", "no one has updated", "no one has posted on", "no one has said anything about", "no one updated",
        "not been updated recently", "not been updated", "not recently updated", "not updated", "not been touched", "not touched", "not been any updates", "not been any update", "not been any progress", "not been an update", "not been reported on",
        "not had an update", "not had any update", "not had any updates", "not had any progress", "not had any news", "not had a progress update", "not had progress", "not had update", "not had updates", "not seen an update", "not seen any update", "not seen any updates", "not seen any progress", "not seen any movement",
        "not i updated", "not we updated", "not i posted on", "not i reported on", "not we heard anything about", "not we heard about", "not we heard from", "not we heard", "not anyone updated", "not anybody updated", "not anyone touched", "not anybody touched", "not there been any updates", "not there been an update", "not there been any update", "not there been any progress", "not heard anything about", "not heard anything on", "not heard anything from", "not heard anything", "not heard about", "not heard from", "not heard of", "not heard back on", "not heard back", "not heard", "not moved", "not progressed", "not got an update", "not got any update", "not got updates",
        "without an update", "without any update", "without any updates", "without update", "without updates", "without any progress", "without progress", "without news", "without any news", "without a progress update", "without being updated",
        "nobody has touched", "nobody touched", "nobody has updated", "nobody updated", "nobody has posted on", "nobody has said anything about", "nobody has reported on", "noone has touched", "noone has updated", "noone updated",
        "nothing heard on", "nothing heard about", "nothing heard", "nothing has been posted on", "nothing has been said about", "nothing has been heard about", "nothing has been heard of", "nothing has happened on", "nothing posted on", "nothing posted for", "nothing posted", "nothing has been posted", "no progress posted", "no update posted", "no updates posted", "no progress reported", "no progress recorded", "nothing has been recorded", "nothing has been reported on",
        "need updating", "needs updating", "needing updating", "need an update", "needs an update", "needing an update", "due an update", "due for an update", "unupdated", "lacking an update", "lacking updates", "missing an update", "missing updates", "awaiting an update", "awaiting updates",
    ];

    private static readonly string[] LastUpdate = ["last updated", "last update was", "last update", "last touched", "last heard of", "last progress was", "last progress"];

    private static readonly string[] Vaguely = ["in the longest time", "in a long time", "for a long time", "in a long while", "for a long while", "for a while", "in a while", "in ages", "for ages", "recently", "lately", "of late", "in recent weeks"];

    private static readonly FrozenSet<string> Leading = FrozenSet.Create(StringComparer.Ordinal, "in", "for", "over", "the", "last", "past", "within", "more", "than", "at", "least", "during", "previous", "about", "longer", "these", "nearly", "almost", "older");

    /// <summary>Finds since when nothing was heard, if the message asks for such actions.</summary>
    public static StaleSpan? Read(Reading reading)
    {
        for (var at = reading.Has(Traits.Stale) ? 0 : reading.Words.Length; at < reading.Words.Length; at++)
        {
            if (reading.At(at) is not { Length: > 0 } word || !reading.Words[at].Is(Traits.Stale))
            {
                continue;
            }

            if (LengthAt(reading, Never, at) is > 0 and var never)
            {
                reading.Place(at, never);
                return Told(reading, At(reading, at + never) is { } dated ? dated : new StaleSpan("never updated", DateOnly.MinValue));
            }

            var length = LengthAt(reading, Phrases, at);
            if (length > 0 || IsStale(word))
            {
                reading.Place(at, Math.Max(1, length));
                return Told(reading, At(reading, at + Math.Max(1, length)) ?? new StaleSpan($"not updated for {Usual} days", reading.Today.AddDays(-Usual)));
            }

            if (LengthAt(reading, LastUpdate, at) is > 0 and var last && LongAgo(reading, at, last) is { } ago)
            {
                return Told(reading, ago);
            }
        }

        return null;
    }

    /// <summary>"And for 4 weeks?", after a question about what was not updated in six.</summary>
    public static StaleSpan? Further(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (Stretch.At(reading, at) is { } stretch)
            {
                return Told(reading, For(reading, at, stretch));
            }
        }

        return null;
    }

    private static StaleSpan Told(Reading reading, StaleSpan stale)
    {
        reading.Rules.Add(stale.Words);
        return stale;
    }

    private static bool IsStale(string word) => word is "stale" or "stael" or "satle" or "stlae";

    private static int LengthAt(Reading reading, string[] phrases, int at)
    {
        var longest = 0;
        foreach (var phrase in phrases)
        {
            if (phrase[0] == reading.Words[at].Plain[0] && Stands(reading, phrase, at))
            {
                longest = Math.Max(longest, Reading.Length(phrase));
            }
        }

        return longest;
    }

    // "Updatd" is updated; the little words before it are what they are.
    private static bool Stands(Reading reading, string phrase, int at)
    {
        foreach (var range in phrase.AsSpan().Split(' '))
        {
            var meant = phrase.AsSpan(range);
            if (reading.At(at++) is not { } word || (!meant.SequenceEqual(word) && !(meant.Length >= 6 && meant[0] is 'u' or 'p' or 't' && word.Length >= 5 && Spelling.Distance(word, meant.ToString()) == 1)))
            {
                return false;
            }
        }

        return true;
    }

    // Since when may stand anywhere: "what for First Response has not been updated, in the last 6 weeks".
    private static StaleSpan? At(Reading reading, int after)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (reading.At(at) == "since" && Days.At(reading, at + 1, Toward.Past) is { } since)
            {
                reading.Place(at, since.End - at);
                return since.Problem is not null ? new StaleSpan("", default, since) : new StaleSpan($"not updated since {Dates.InWords(since.First)}", since.First);
            }

            if (Stretch.At(reading, at) is { } stretch && (at == after || reading.At(at - 1) is { } before && Leading.Contains(before) || reading.IsFree(at + stretch.Length) is false))
            {
                return For(reading, at, stretch);
            }

            if (IsSpan(reading, at) && Days.At(reading, at, Toward.Past) is { Problem: null } span)
            {
                var from = reading.At(at - 1) is "the" && reading.At(at - 2) is { } the && Leading.Contains(the) ? at - 2 : reading.At(at - 1) is { } one && Leading.Contains(one) ? at - 1 : at;
                reading.Place(from, span.End - from);
                return new StaleSpan($"not updated since {Dates.InWords(span.First)}", span.First);
            }
        }

        reading.Take(Vaguely);
        return null;
    }

    private static bool IsSpan(Reading reading, int at) => reading.At(at) is "this" or "last" or "past" or "today" && (reading.At(at) == "today" || TimeWords.At(reading, at + 1) is { Kind: TimeKind.Unit, Unit: not TimeUnit.Day });

    private static StaleSpan For(Reading reading, int at, Stretch stretch)
    {
        var (from, to) = (at, at + stretch.Length);
        while (reading.At(from - 1) is { } before && Leading.Contains(before))
        {
            from--;
        }

        to += reading.At(to) == "or" && reading.At(to + 1) is "more" or "longer" ? 2 : reading.At(to) is "now" or "plus" or "ago" ? 1 : 0;
        reading.Place(from, to - from);
        var words = stretch.Unit switch
        {
            TimeUnit.Day or TimeUnit.Week or TimeUnit.Fortnight => $"{reading.Today.DayNumber - stretch.Before(reading.Today).DayNumber} days",
            _ => stretch.Words,
        };
        return new StaleSpan($"not updated for {words}", stretch.Before(reading.Today));
    }

    // "last updated more than 6 weeks ago", "last updated before March"
    private static StaleSpan? LongAgo(Reading reading, int at, int length)
    {
        var start = at + length;
        if (reading.At(start) is "before" or "prior" && Days.At(reading, start + (reading.At(start + 1) == "to" ? 2 : 1), Toward.Past) is { } day)
        {
            reading.Place(at, day.End - at);
            return day.Problem is not null ? new StaleSpan("", default, day) : new StaleSpan($"not updated since {Dates.InWords(day.First)}", day.First);
        }

        var counted = start;
        while (reading.At(counted) is { } word && Leading.Contains(word))
        {
            counted++;
        }

        if (Stretch.At(reading, counted) is not { } stretch || reading.At(counted + stretch.Length) is not ("ago" or "or") || counted == start)
        {
            return null;
        }

        var span = For(reading, counted, stretch);
        reading.Place(at, length);
        return span;
    }
}
