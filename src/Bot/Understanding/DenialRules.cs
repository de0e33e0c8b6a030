using System.Collections.Frozen;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What people say that a list is to leave out. Only ratings can be left out; any other denial has to be noticed, for a list that ignores it would be wrong.</summary>
internal static class DenialRules
{
    private static readonly FrozenSet<string> Denying = FrozenSet.Create(StringComparer.Ordinal,
        "not", "nor", "neither", "never", "none", "nobody", "noone", "nothing", "except", "excepting", "excluding", "exclude", "excludes", "excluded", "excl", "without", "minus", "barring", "unless", "besides", "omit", "omitting", "ignoring", "lacking",
        "dont", "doesnt", "didnt", "cant", "cannot", "wont", "shouldnt", "unrated");

    // Of words that nobody knows they are a part: "drop-in sessions", "non-attendance".
    private static readonly FrozenSet<string> DenyingWhatIsKnown = FrozenSet.Create(StringComparer.Ordinal, "no", "non", "drop", "dropping", "skip", "skipping", "hide", "hiding", "ignore", "remove", "removing", "lose", "bar", "leave", "leaving");

    private static readonly Phrases DenyingPhrases = new(Traits.Denies,"apart from", "aside from", "other than", "rather than", "instead of", "anything but", "everything but", "all but", "everyone but", "all bar", "everything bar", "anything bar", "leave out", "leaving out", "leave off", "take out", "taking out", "left out", "filter out");

    private static readonly Phrases LeavingOut = new(
        Traits.LeavesOut,
        "but not", "not including", "dont include", "do not include", "dont show", "do not show", "not", "non", "neither", "except for", "except", "excepting", "with the exception of", "excluding", "exclude", "excl", "apart from", "aside from", "other than", "anything but", "everything but", "all but", "all bar", "everything bar",
        "barring", "minus", "without", "leaving out", "leave out", "leave off", "omitting", "omit", "ignoring");

    // Said of a list that was just shown; of nothing shown, they may be orders.
    private static readonly Phrases TakingAway = new(Traits.LeavesOut, "drop", "dropping", "take out", "taking out", "remove", "removing", "hide", "hiding", "skip", "skipping", "ignore", "filter out", "get rid of", "lose");

    private static readonly FrozenSet<string> BeforeRating = FrozenSet.Create(StringComparer.Ordinal,
        "the", "a", "rated", "as", "at", "on", "brag", "rag", "marked", "flagged", "showing", "currently", "yet", "already", "now", "still", "those", "ones", "that", "are", "which", "is", "been", "being", "gone", "turned", "graded", "coloured", "of", "all");

    private static readonly Phrases Unrated = new(
        Traits.Unrated,
        "unrated", "un rated", "not yet been rated", "not been rated yet", "not been rated", "not being rated", "not yet rated", "not rated yet", "not rag rated", "not brag rated", "not rated", "not been given a rating", "not been given a colour", "not got a brag rating", "not got a rag rating", "not got a rating", "not got a brag", "not got a rag", "not got a colour",
        "not have a brag rating", "not have a rag rating", "not have a rating", "not have a brag", "not have a rag", "not have a colour", "dont have a brag rating", "dont have a rag rating", "dont have a rating", "dont have ratings", "dont have a brag", "dont have a rag", "dont have a colour", "doesnt have a brag rating", "doesnt have a rag rating", "doesnt have a rating", "doesnt have a brag", "doesnt have a rag",
        "without a brag rating", "without a rag rating", "without any rating", "without a rating", "without a brag", "without a rag", "without a colour", "without brag ratings", "without rag ratings", "without brag rating", "without rag rating", "without ratings", "without rating", "without brag", "without rag",
        "no brag ratings", "no rag ratings", "no brag rating", "no rag rating", "no brag status", "no rag status", "no ratings", "no rating", "no brag", "no rag", "no colour", "missing a brag rating", "missing a rag rating", "missing a rating", "missing a brag", "missing a rag", "missing brag", "missing rag", "missing ratings", "missing rating");

    /// <summary>The words that give a denial away.</summary>
    public static (Traits Traits, IEnumerable<string> Words)[] Telling { get; } =
    [
        (Traits.Denies, [.. Denying, .. DenyingWhatIsKnown, .. DenyingPhrases.Telling, "out", "aside"]), (Traits.LeavesOut, [.. LeavingOut.Telling, .. TakingAway.Telling, "no"]), (Traits.Unrated, Unrated.Telling),
    ];

    /// <summary>Ratings that are not asked for: "not red", "excluding the greens", "unrated".</summary>
    /// <param name="goesOn">A list was just shown: "drop the reds" is said of it.</param>
    public static (IReadOnlyList<Brag> Brags, string Words) TakeNotBrags(Reading reading, bool goesOn)
    {
        if (!reading.Has(Traits.LeavesOut | Traits.Unrated))
        {
            return ([], "");
        }

        TakeAsking(reading);
        var brags = new List<Brag>();
        for (var at = 0; at < reading.Words.Length; at++)
        {
            var length = LeavingOut.LengthAt(reading, at);
            length = length == 0 && goesOn ? TakingAway.LengthAt(reading, at) : length;
            if (length > 0 && !IsSaidOfOne(reading, at))
            {
                TakeRatings(reading, at, at + length, brags);
            }
        }

        if (brags.Count > 0)
        {
            Brag[] all = [.. brags.Distinct().Order()];
            return (all, InWords(all));
        }

        for (var at = Unrated.MayStand(reading) ? 0 : reading.Words.Length; at < reading.Words.Length; at++)
        {
            if (Unrated.LengthAt(reading, at) is > 0 and var length && !IsSaidOfOne(reading, at))
            {
                reading.Place(at, length);
                var all = Enum.GetValues<Brag>();
                return (all, InWords(all));
            }
        }

        return ([], "");
    }

    /// <summary>"not rated red or amber", "without a rating"</summary>
    public static string InWords(IReadOnlyList<Brag> leftOut) => IsUnrated(leftOut) ? "without a rating" : $"not rated {StateRules.InWords(leftOut)}";

    /// <summary>None of all ratings is left but to have no rating.</summary>
    public static bool IsUnrated(IReadOnlyList<Brag> leftOut) => leftOut.Count == Enum.GetValues<Brag>().Length;

    /// <summary>Whether something is denied that no rule has taken up.</summary>
    public static bool Remain(Reading reading)
    {
        for (var at = reading.Has(Traits.Denies) ? 0 : reading.Words.Length; at < reading.Words.Length; at++)
        {
            if (reading.At(at) is { } word && (Denying.Contains(word) || DenyingPhrases.LengthAt(reading, at) > 0 || (DenyingWhatIsKnown.Contains(word) && IsKnownAfter(reading, at)) || (word is "out" or "aside" && reading.KindAt(at - 1) == "rating")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKnownAfter(Reading reading, int at)
    {
        do
        {
            at++;
        }
        while (reading.At(at) is "the" or "a" or "all" or "any");

        return reading.KindAt(at) is not null;
    }

    // "No reds?", "are there no reds in Leeds" ask for them.
    private static void TakeAsking(Reading reading)
    {
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (reading.At(at) == "no" && StateRules.RatingAt(reading, at + 1) is { Length: > 0 } && (at == reading.Core.First || reading.At(at - 1) is "there" or "theres" || (reading.At(at - 1) is "have" or "got" && reading.At(at - 2) is "we" or "i")))
            {
                reading.Place(at);
            }
        }
    }

    // "red", "the reds or ambers", "red ones"
    private static void TakeRatings(Reading reading, int from, int at, List<Brag> brags)
    {
        var isFirst = true;
        while (true)
        {
            var next = at;
            while (next < reading.Words.Length && reading.At(next) is { } word && StateRules.RatingAt(reading, next).Length == 0 && (BeforeRating.Contains(word) || (!isFirst && word is "or" or "and" or "nor" or "not")))
            {
                next++;
            }

            var rating = StateRules.RatingAt(reading, next);
            if (rating.Length == 0 || (!isFirst && !IsJoined(reading, at, next)))
            {
                return;
            }

            brags.AddRange(rating.Brags);
            reading.Place(from, next + rating.Length - from);
            isFirst = false;
            at = next + rating.Length;
        }
    }

    private static bool IsJoined(Reading reading, int from, int to) => from < to && reading.At(from) is "or" or "and" or "nor" or "ones";

    // "It's not red", "Leeds isn't green" tell something of one thing, and ask for no list.
    private static bool IsSaidOfOne(Reading reading, int at)
    {
        if (reading.Words[at].Plain != "not")
        {
            return false;
        }

        var verb = at > 0 && reading.Words[at - 1].Plain is "is" or "was" or "has" or "are" or "were" or "have" ? at - 1 : at;
        if (verb > 0 && reading.Words[verb - 1].Plain is var said && (said is "it" or "its" or "they" or "theyre" or "this" || (said is "that" or "thats" && verb - 1 == reading.Core.First)))
        {
            return true;
        }

        if (reading.Words[verb].Typed.ToLowerInvariant() is not (['i', 's', ..] or ['w', 'a', ..] or ['h', 'a', 's', ..]))
        {
            return false;
        }

        for (var before = 0; before < at; before++)
        {
            if (reading.Words[before].Plain is "what" or "whats" or "which" or "who" or "whos" or "that" or "thats" or "anything" or "everything" or "whatever" or "all")
            {
                return false;
            }
        }

        return true;
    }
}
