using System.Collections.Concurrent;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A phrase with a little play in it, cut into its words once: "what ~ changed/moved" is "what changed", "whats moved", "what has been changed".</summary>
/// <remarks>A slash parts words of which any will do, ~ stands for any number of small verbs and articles, a word that ends in ? may be missing.</remarks>
internal sealed class Saying
{
    private const int ShortestWithSlip = 6;

    // They are written in the rules: each stands there once, and that place tells it from all others.
    private static readonly ConcurrentDictionary<string, Saying> All = new(ReferenceEqualityComparer.Instance);

    private readonly Part[] parts;

    // What a message must begin a word with to hold this at all: its first letters, or the first letter of a word that may have a slip in it.
    private readonly UInt128 beginnings;
    private readonly ulong longBeginnings;

    private Saying(string written)
    {
        parts = Array.ConvertAll(written.Split(' '), Part.Of);
        foreach (var word in parts[0].Words)
        {
            beginnings |= Reading.Beginning(word);
            longBeginnings |= word.Length >= ShortestWithSlip ? Reading.FirstLetter(word) : 0;
        }

        if (parts[0].IsPlay || parts[0].MayMiss)
        {
            beginnings = UInt128.MaxValue;
        }
    }

    public static implicit operator Saying(string written) => All.GetOrAdd(written, static written => new Saying(written));

    /// <summary>Whether this may stand in the message; mostly it does not, and that is told at once.</summary>
    public bool MayStand(Reading reading) => (beginnings & reading.Beginnings) != 0 || (longBeginnings & reading.LongBeginnings) != 0;

    /// <summary>The place after it, if it stands just here; else 0.</summary>
    public int EndAt(Reading reading, int first)
    {
        if (first < 0 || first >= reading.Words.Length || !MayBegin(reading.Words[first].Plain))
        {
            return 0;
        }

        var at = first;
        var plays = false;
        foreach (var part in parts)
        {
            if (part.IsPlay)
            {
                plays = true;
                continue;
            }

            var here = at;
            while (plays && reading.At(here) is { } small && !part.IsOne(small) && IsSmall(small))
            {
                here++;
            }

            if (reading.At(here) is { } word && part.IsOne(word))
            {
                at = here + 1;
                plays = false;
            }
            else if (!part.MayMiss)
            {
                return 0;
            }
        }

        return at > first ? at : 0;
    }

    private bool MayBegin(string word) => (beginnings & Reading.Beginning(word)) != 0 || (word.Length >= ShortestWithSlip - 1 && (longBeginnings & Reading.FirstLetter(word)) != 0);

    // "whats" is "what is"; a longer word may be a slip of the one that is wanted, but nobody slips on its first letter.
    private static bool Is(string word, string wanted) =>
        word[0] == wanted[0] && Math.Abs(word.Length - wanted.Length) <= 1
        && (word == wanted
            || (word.Length == wanted.Length + 1 && word[^1] == 's' && wanted is "what" or "how" or "who" or "where" or "when" && word.StartsWith(wanted, StringComparison.Ordinal))
            || (wanted.Length >= ShortestWithSlip && (word[1] == wanted[1] || (word[^1] == wanted[^1] && word[^2] == wanted[^2])) && Spelling.Distance(word, wanted) == 1 && !IsOtherForm(word, wanted)));

    // "update" is no slip of "updates", nor "merged" of "merge": another form says another thing.
    private static bool IsOtherForm(string word, string wanted) =>
        word.Length == wanted.Length ? word[^1] != wanted[^1] && word.AsSpan(0, word.Length - 1).SequenceEqual(wanted.AsSpan(0, wanted.Length - 1))
        : word.Length > wanted.Length ? word[^1] is 's' or 'd' && word.StartsWith(wanted, StringComparison.Ordinal)
        : wanted[^1] is 's' or 'd' && wanted.StartsWith(word, StringComparison.Ordinal);

    private static bool IsSmall(string word) => word is "is" or "are" or "was" or "were" or "has" or "have" or "had" or "been" or "being" or "be" or "got" or "the" or "a" or "an" or "any" or "all" or "our" or "do" or "does" or "did"
        or "we" or "you" or "there" or "just" or "of" or "to" or "please" or "it" or "its" or "recently" or "currently" or "so" or "far";

    private readonly record struct Part(string[] Words, bool MayMiss, bool IsPlay)
    {
        public static Part Of(string written) => written is "~" ? new Part([], false, true) : new Part(written.TrimEnd('?').Split('/'), written[^1] == '?', false);

        public bool IsOne(string word)
        {
            foreach (var wanted in Words)
            {
                if (Is(word, wanted))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
