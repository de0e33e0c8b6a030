using System.Numerics;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>The words that names consist of. Singular and plural are one word here; words that are spelt nearly so are found without looking at all of them.</summary>
internal sealed class Vocabulary
{
    // Longer words are compared by their first letters only where something has to be offered, and never taken for slips.
    private const int LongestSlip = 24;

    private const int LongWord = 8;
    private const int Beginning = 3;
    private const int MostAlike = 8;

    // A word that stands in a name is that word; thousands of others a slip away would only take long.
    private const int MostSlipsKnown = 16;

    private readonly Dictionary<string, int> ids;
    private readonly string[] words;
    private readonly ulong[] letters;
    private readonly int[] meanings;
    private readonly Dictionary<string, int> bySingular;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byStem;
    private readonly int[] places;
    private readonly int[] neighbours;
    private readonly ulong[] filter;
    private readonly int mask;
    private readonly string[] sorted;
    private readonly (int Meaning, int Slips)[][] slips;

    public Vocabulary(IEnumerable<string> all)
    {
        words = [.. all.Distinct()];
        ids = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        letters = new ulong[words.Length];
        meanings = new int[words.Length];
        bySingular = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        var entries = 0;
        for (var i = 0; i < words.Length; i++)
        {
            ids[words[i]] = i;
            letters[i] = LettersOf(words[i]);
            var singular = Singular(words[i]);
            if (!bySingular.TryGetValue(singular, out meanings[i]))
            {
                bySingular[singular] = meanings[i] = bySingular.Count;
            }

            entries += Ways(words[i]);
        }

        byStem = bySingular.GetAlternateLookup<ReadOnlySpan<char>>();

        // Each word stands under itself and all that is left of it without one letter, in long words two; a slip leaves the same behind as what was meant.
        mask = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, entries)) - 1;
        filter = new ulong[(mask + 1) / 8];
        places = new int[mask + 2];
        foreach (var word in words)
        {
            foreach (var hash in Remains.Of(word, Slips(word)))
            {
                filter[FilterAt(hash)] |= 1UL << (int)(hash >> 58);
                places[(int)(hash & (uint)mask) + 1]++;
            }
        }

        for (var i = 1; i < places.Length; i++)
        {
            places[i] += places[i - 1];
        }

        neighbours = new int[places[^1]];
        var filled = new int[mask + 1];
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var hash in Remains.Of(words[i], Slips(words[i])))
            {
                var place = (int)(hash & (uint)mask);
                neighbours[places[place] + filled[place]++] = i;
            }
        }

        sorted = [.. words.Order(StringComparer.Ordinal)];
        slips = [.. words.Select(word => Found(word, MostSlipsKnown))];
    }

    /// <summary>How many different words there are, singular and plural being one.</summary>
    public int Count => bySingular.Count;

    public bool Holds(string word) => ids.ContainsKey(word);

    /// <summary>The number of this word, which is that of its plural too; -1 for a word of no name.</summary>
    public int MeaningOf(string word)
    {
        var stem = Stem(word, out var ending);
        return ending.Length > 0 ? bySingular.GetValueOrDefault(string.Concat(stem, ending), -1) : byStem.TryGetValue(stem, out var meaning) ? meaning : -1;
    }

    /// <summary>The words that this one may be a slip of, itself among them, with the number of slips. Of the words of names these are known.</summary>
    public (int Meaning, int Slips)[] SlipsOf(string typed) => ids.TryGetValue(typed, out var id) ? slips[id] : Found(typed, int.MaxValue);

    /// <summary>Adds the words that this one may be a slip of.</summary>
    /// <param name="isSure">The first letter is right, as it mostly is.</param>
    /// <param name="most">So many are enough.</param>
    public void AddSlips(string typed, List<(int Meaning, int Slips)> found, bool isSure = false, int most = int.MaxValue)
    {
        if (MeaningOf(typed) is >= 0 and var known)
        {
            found.Add((known, 0));
        }

        if (typed.Length is < 3 or > LongestSlip || typed.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return;
        }

        var signature = LettersOf(typed);

        // A longer word that was meant has lost the letters that this one has not; only of one that is no longer, and may have two slips, two letters here are wrong.
        foreach (var hash in Remains.Of(typed, typed.Length >= LongWord ? Spelling.MostSlips : 1))
        {
            if ((filter[FilterAt(hash)] & (1UL << (int)(hash >> 58))) == 0)
            {
                continue;
            }

            var place = (int)(hash & (uint)mask);
            for (var i = places[place]; i < places[place + 1]; i++)
            {
                var id = neighbours[i];
                var missing = BitOperations.PopCount(letters[id] & ~signature);
                var more = BitOperations.PopCount(signature & ~letters[id]);
                var bearable = Slips(words[id]);
                if ((!isSure || words[id][0] == typed[0]) && Math.Max(missing, more) <= bearable && Math.Abs(words[id].Length - typed.Length) <= bearable && !Contains(found, meanings[id]) && Spelling.Distance(typed, words[id]) is var slips && slips <= bearable)
                {
                    found.Add((meanings[id], slips));
                    if (found.Count >= most)
                    {
                        return;
                    }
                }
            }
        }
    }

    /// <summary>Some words that begin as this one does.</summary>
    public ReadOnlySpan<string> Alike(string typed)
    {
        if (typed.Length < Beginning)
        {
            return [];
        }

        // From where the word itself would stand, to either side.
        var place = Array.BinarySearch(sorted, typed, StringComparer.Ordinal);
        var (from, to) = place < 0 ? (~place, ~place) : (place, place + 1);
        while (from > 0 && to - from < MostAlike / 2 && IsAlike(sorted[from - 1], typed))
        {
            from--;
        }

        while (to < sorted.Length && to - from < MostAlike && IsAlike(sorted[to], typed))
        {
            to++;
        }

        return sorted.AsSpan(from..to);
    }

    private static bool IsAlike(string word, string typed) => word.Length >= Beginning && word.AsSpan(0, Beginning).SequenceEqual(typed.AsSpan(0, Beginning));

    /// <summary>How many letters of this word may be wrong.</summary>
    public static int Slips(string meant) => meant.Length >= LongWord ? Spelling.MostSlips : meant.Length >= 4 ? 1 : 0;

    /// <summary>A word without the ending of its plural.</summary>
    public static string Singular(string word)
    {
        var stem = Stem(word, out var ending);
        return ending.Length > 0 ? string.Concat(stem, ending) : stem.Length == word.Length ? word : stem.ToString();
    }

    private static ReadOnlySpan<char> Stem(string word, out string ending)
    {
        ending = "";
        if (word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i')
        {
            return word;
        }

        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
        {
            ending = "y";
            return word.AsSpan(..^3);
        }

        return word.AsSpan(..^(word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) ? 2 : 1));
    }

    private static bool Contains(List<(int Meaning, int Slips)> found, int meaning)
    {
        foreach (var other in found)
        {
            if (other.Meaning == meaning)
            {
                return true;
            }
        }

        return false;
    }

    private static int Ways(string word) => Slips(word) switch
    {
        0 => 1,
        1 => 1 + word.Length,
        _ => 1 + word.Length + (word.Length * (word.Length - 1) / 2),
    };

    private (int Meaning, int Slips)[] Found(string typed, int most)
    {
        var found = new List<(int Meaning, int Slips)>();
        AddSlips(typed, found, most: most);
        return found.Count == 0 ? [] : [.. found];
    }

    private int FilterAt(ulong hash) => (int)(hash >> 20) & (filter.Length - 1);

    private static ulong LettersOf(string text)
    {
        var letters = 0UL;
        foreach (var letter in text)
        {
            letters |= 1UL << (letter % 64);
        }

        return letters;
    }
}
