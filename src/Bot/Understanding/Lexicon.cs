using System.Numerics;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A word that some rule knows: how it is compared, and what it may be.</summary>
internal readonly record struct Lexeme(string Text, Traits Traits, Topic Topics, TimeWord Time)
{
    /// <summary>Of a word that no rule knows, no more is told than whether it is in figures.</summary>
    public static Lexeme Of(ReadOnlySpan<char> word) => Lexicon.Find(word) is { Text: not null } known ? known : new Lexeme(word.ToString(), Lexicon.OfFigures(word), default, default);
}

/// <summary>All words that rules know by themselves. Each word of a message is looked up here, once for all rules.</summary>
internal static class Lexicon
{
    // One word for all ways of denying, so that a rule has to know one. And what people write for short.
    private static readonly (string Written, string Meant)[] OtherWays =
        [("nxt", "next"), ("wots", "whats"), ("wot", "what"), ("isnt", "not"), ("arent", "not"), ("wasnt", "not"), ("werent", "not"), ("hasnt", "not"), ("havent", "not")];

    private static readonly (Traits Traits, IEnumerable<string> Words)[] Telling =
    [
        (Traits.Little, LittleWords.All),
        (Traits.Ordinary, OrdinaryWords.All),
        (Traits.Generic, OrdinaryWords.Generic),
        (Traits.Joining, OrdinaryWords.Joining),
        (Traits.Loose, OrdinaryWords.Loose),
        (Traits.Month, OrdinaryWords.Months),
        (Traits.Known, Keywords.Known),
        (Traits.Abbreviation, Abbreviations.All.Select(known => known.Key)),
        (Traits.Points, PostRules.Pointing),
        (Traits.ForLists, IndicatorRules.OfLists),
        (Traits.Due, DueRules.Opening),
        (Traits.Opens, DueRules.Opens),
        (Traits.Stale, StaleRules.Opening),
        .. WholeMessageRules.Telling,
        .. ActionListRules.Telling,
        .. StateRules.Telling,
        .. DenialRules.Telling,
        .. FollowUpRules.Telling,
        (Traits.Wraps, Courtesy.Telling),
        (Traits.Not, Core.Denying),
    ];

    private static readonly string[] Written;
    private static readonly Lexeme[] Lexemes;

    // Where a word stands in those, one more than its number; 0 is no word. Half of the places are empty.
    private static readonly short[] Places;

    static Lexicon()
    {
        var traits = new Dictionary<string, Traits>(StringComparer.Ordinal);
        foreach (var (trait, words) in Telling)
        {
            foreach (var word in words)
            {
                traits[word] = traits.GetValueOrDefault(word) | trait | Traits.Lexical | OfFigures(word);
            }
        }

        foreach (var word in TopicWords.All.Concat(TimeWords.All))
        {
            traits[word] = traits.GetValueOrDefault(word) | Traits.Lexical;
        }

        foreach (var (written, _) in OtherWays)
        {
            traits.Remove(written);
        }

        Written = [.. traits.Keys, .. OtherWays.Select(way => way.Written)];
        Lexemes = [.. traits.Keys.Concat(OtherWays.Select(way => way.Meant)).Select(word => new Lexeme(word, traits[word], TopicWords.Of(word), TimeWords.Of(word)))];
        Places = new short[BitOperations.RoundUpToPowerOf2((uint)Written.Length * 2)];
        for (short i = 0; i < Written.Length; i++)
        {
            var place = PlaceOf(Written[i]);
            while (Places[place] > 0)
            {
                place = (place + 1) & (Places.Length - 1);
            }

            Places[place] = (short)(i + 1);
        }
    }

    /// <summary>What is known of this word; it has no text if nothing is.</summary>
    public static Lexeme Find(ReadOnlySpan<char> word)
    {
        for (var place = PlaceOf(word); Places[place] is > 0 and var next; place = (place + 1) & (Places.Length - 1))
        {
            if (word.SequenceEqual(Written[next - 1]))
            {
                return Lexemes[next - 1];
            }
        }

        return default;
    }

    public static Traits OfFigures(ReadOnlySpan<char> word) => word.Length > 0 && char.IsAsciiDigit(word[0]) ? Traits.Figure : Traits.None;

    private static int PlaceOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261U;
        foreach (var letter in word)
        {
            hash = (hash ^ letter) * 16777619U;
        }

        return (int)(hash ^ (hash >> 15)) & (Places.Length - 1);
    }
}
