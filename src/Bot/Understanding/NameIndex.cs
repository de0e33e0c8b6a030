using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Finds names by what people type of them: as it is, in another order, a part of it, its initials, or spelt nearly so.</summary>
internal sealed class NameIndex
{
    // More would help nobody to choose.
    private const int MostParts = 20;
    private const int MostChoices = 3;
    private const int MostCompared = 8;

    // So that one message with common words costs no more than others.
    private const int MostLookedAt = 5_000;
    private const int MostWays = 64;
    private const int MostPaths = 16;

    private readonly Name[] all;
    private readonly Vocabulary vocabulary;
    private readonly Dictionary<long, int> next;

    // Where a name goes on from its first word, by that word's number; most words begin none.
    private readonly int[] first;
    private readonly Dictionary<int, Name[]> ends;
    private readonly int[] starts;
    private readonly int[] holders;
    private readonly Dictionary<ulong, Name[]> byWords;
    private readonly Dictionary<ulong, Name[]> byLooseWords;
    private readonly Dictionary<ulong, Name[]> byLetters;
    private readonly Dictionary<string, Name[]> byInitials;

    /// <param name="all">Names in the order of their kinds.</param>
    public NameIndex(Name[] all)
    {
        this.all = all;
        vocabulary = new Vocabulary(all.SelectMany(name => name.Words));
        foreach (var name in all)
        {
            name.Meanings = Array.ConvertAll(name.Words, vocabulary.MeaningOf);
            name.IsOrdinary = Array.TrueForAll(name.Words, OrdinaryWords.Hold);
        }

        (next, ends) = Trie(all);
        first = [.. Enumerable.Range(0, vocabulary.Count).Select(meaning => next.GetValueOrDefault(Edge(0, meaning)))];
        (starts, holders) = Holders(all, vocabulary.Count);
        byWords = Grouped(all, name => Sum(name, withLoose: true));
        byLooseWords = Grouped(all, name => Sum(name, withLoose: false));
        byLetters = Grouped(all.Where(name => name.Words.Length > 1), name => Letters(name.Words));
        byInitials = all.Where(name => !name.IsOtherWay && name.Words.Length > 1)
            .SelectMany(name => Initials(name.Words).Distinct().Select(initials => (initials, name)))
            .GroupBy(found => found.initials, found => found.name)
            .ToDictionary(same => same.Key, same => same.ToArray(), StringComparer.Ordinal);
    }

    public bool Holds(string word) => vocabulary.MeaningOf(word) >= 0;

    public Recognised Recognise(Word[] words) => new(vocabulary, words, null);

    /// <summary>Whether this word of the message stands in some name.</summary>
    public bool Holds(Reading reading, int at) => reading.In(vocabulary).MeaningAt(at) >= 0;

    /// <summary>Whether some name has these words in it.</summary>
    public bool HoldsInARow(string[] words) => Holding(vocabulary.MeaningOf(words[0])) is var among && Array.Exists(among.ToArray(), at => all[at].Words.AsSpan().IndexOf(words) >= 0);

    /// <summary>The longest name that begins at this word; of one length, the kind that comes first.</summary>
    public Name? StartingAt(Reading reading, int at)
    {
        if (!reading.IsFree(at))
        {
            return null;
        }

        Name[]? longest = null;
        var said = reading.In(vocabulary);
        var node = said.MeaningAt(at) is >= 0 and var begun ? first[begun] : 0;
        for (var i = at; node > 0; node = Next(reading, said, node, i))
        {
            if (ends.TryGetValue(node, out var names) && (i > at || !reading.Words[at].Is(Traits.Ordinary) || IsMeant(reading, at)))
            {
                longest = names;
            }

            i++;
        }

        return longest is not null ? TheOne(longest, reading, at) : NearlyAt(reading, said, at);
    }

    /// <summary>Whether a longer name begins with just this word and the next.</summary>
    public bool MayBegin(Reading reading, int at)
    {
        var said = reading.In(vocabulary);
        return said.MeaningAt(at) is >= 0 and var begun && first[begun] is > 0 and var node && Next(reading, said, node, at + 1) > 0;
    }

    private int Next(Reading reading, Recognised said, int node, int at) =>
        reading.IsFree(at) && said.MeaningAt(at) is >= 0 and var meaning && next.TryGetValue(Edge(node, meaning), out var child) ? child : 0;

    // A name of several words with slips in them has to be known before its words are taken for something else: "open dors".
    private Name? NearlyAt(Reading reading, Recognised said, int at)
    {
        // Ordinary words are no slips.
        if (!reading.IsFree(at + 1) || (reading.Words[at + 1].Is(Traits.Ordinary) && said.MeaningAt(at + 1) < 0) || (reading.Words[at].Is(Traits.Ordinary) && !vocabulary.Holds(reading.Words[at].Plain)))
        {
            return null;
        }

        Name? nearest = null;
        Span<(int Node, int Slips)> paths = stackalloc (int, int)[MostPaths];
        Span<(int Node, int Slips)> further = stackalloc (int, int)[MostPaths];
        var count = 1;
        paths[0] = (0, 0);
        for (var i = at; count > 0 && reading.IsFree(i); i++)
        {
            ReadOnlySpan<(int Meaning, int Slips)> slips = reading.Words[i].Is(Traits.Ordinary) ? [(said.MeaningAt(i), 0)] : said.SlipsAt(i);
            var reached = 0;
            foreach (var (node, before) in paths[..count])
            {
                foreach (var (meaning, more) in slips)
                {
                    if (reached < MostPaths && next.TryGetValue(Edge(node, meaning), out var child))
                    {
                        further[reached++] = (child, before + more);
                    }
                }
            }

            further[..reached].CopyTo(paths);
            count = reached;
            var least = int.MaxValue;
            foreach (var (node, wrong) in paths[..count])
            {
                if (i > at && wrong <= least && ends.TryGetValue(node, out var names))
                {
                    nearest = wrong < least && Best(names, null) is [var only] ? only : null;
                    least = wrong;
                }
            }
        }

        return nearest;
    }

    /// <summary>The same name, borne by things of another kind.</summary>
    public Name? OfKind(Name name, NameKind kind)
    {
        var node = 0;
        foreach (var meaning in name.Meanings)
        {
            if (!next.TryGetValue(Edge(node, meaning), out node))
            {
                return null;
            }
        }

        return ends.TryGetValue(node, out var same)
            ? Array.Find(same, other => other.Kind == kind && other.Words.AsSpan().SequenceEqual(name.Words)) ?? Array.Find(same, other => other.Kind == kind)
            : null;
    }

    /// <summary>The only name with these initials, of the kind that comes first.</summary>
    public Name? WithInitials(string letters) =>
        byInitials.TryGetValue(letters, out var found) && Best(found, null) is [var only] ? only : null;

    /// <summary>What these words may mean, all of one kind, from the surest reading to the least sure.</summary>
    public Name[] Find(string[] phrase, NameKind? kind, bool marked)
    {
        var words = Telling(phrase);
        if (words.Length == 0)
        {
            return [];
        }

        Span<int> meanings = words.Length <= 64 ? stackalloc int[words.Length] : new int[words.Length];
        var areKnown = true;
        for (var i = 0; i < words.Length; i++)
        {
            meanings[i] = vocabulary.MeaningOf(words[i]);
            areKnown &= meanings[i] >= 0;
        }

        var isTelling = IsTelling(words, 4);
        if (areKnown && (marked || isTelling || words.Length > 1) && AsItIs(phrase, words, meanings, kind) is { Length: > 0 } same)
        {
            return same;
        }

        if (phrase.Length is > 1 and <= 6 || (phrase.Length == 1 && phrase[0].Length >= 6))
        {
            if (byLetters.TryGetValue(Letters(phrase), out var letters) && Best(letters, kind) is { Length: > 0 } spelt)
            {
                return spelt;
            }
        }

        var looked = 0;
        if (areKnown && (isTelling || (marked && (words.Length > 1 || IsTelling(words, 1)))) && Parts(meanings, kind, ref looked) is { Length: > 0 } parts)
        {
            return parts;
        }

        if (marked && OnlyUnloose(words) is { Length: >= 2 and <= 6 } one && byInitials.TryGetValue(one, out var initials) && Best(initials, kind) is { Length: > 0 } abbreviated)
        {
            return abbreviated;
        }

        return marked || IsTelling(words, 6) ? Slipped(words, meanings, kind, marked) : [];
    }

    /// <summary>Whether these words may mean any name: mostly one of them stands in none, nor is a slip of one that does.</summary>
    public bool MayMean(Reading reading, int start, int count)
    {
        var said = reading.In(vocabulary);
        var isStrange = false;
        var telling = 0;
        for (var at = start; at < start + count; at++)
        {
            // What is left out, or begins a word that was written as two.
            ref readonly var word = ref reading.Words[at];
            if (word.Is(Traits.Generic) || Names.IsPrefix(word.Plain))
            {
                return true;
            }

            telling += word.Is(Traits.Joining) ? 0 : 1;
            isStrange |= !word.Is(Traits.Joining) && said.MeaningAt(at) < 0 && said.SlipsAt(at).Length == 0;
        }

        // Initials stand in no name, nor do all words where a name is written as fewer or more.
        return !isStrange || telling == 1 || byLetters.ContainsKey(Letters(reading.Plain(start, count)));
    }

    /// <summary>The names that these words are, in whatever order.</summary>
    public Name[] Whole(string[] phrase)
    {
        var words = Telling(phrase);
        var meanings = new int[words.Length];
        for (var i = 0; i < meanings.Length; i++)
        {
            meanings[i] = vocabulary.MeaningOf(words[i]);
        }

        return words.Length == 0 || meanings.AsSpan().Contains(-1) ? [] : AsItIs(phrase, words, meanings, kind: null);
    }

    /// <summary>The names with the words that are most like these, as choices for a person.</summary>
    public IReadOnlyList<string> Nearest(string[] phrase)
    {
        var near = new List<(Name Name, int Likeness)>();
        var slips = new List<(int Meaning, int Slips)>();
        for (var i = 0; i < Math.Min(phrase.Length, MostCompared); i++)
        {
            var word = phrase[i];
            if (OrdinaryWords.IsJoining(word) || (phrase.Length > 1 && OrdinaryWords.IsGeneric(word)))
            {
                continue;
            }

            slips.Clear();
            vocabulary.AddSlips(word, slips);
            foreach (var alike in vocabulary.Alike(word))
            {
                if (slips.Count < MostCompared)
                {
                    slips.Add((vocabulary.MeaningOf(alike), Spelling.Distance(word, alike)));
                }
            }

            foreach (var (meaning, wrong) in slips)
            {
                Like(near, Holding(meaning), Math.Max(1, word.Length - (2 * wrong)));
            }
        }

        near.Sort((one, other) => other.Likeness.CompareTo(one.Likeness));
        var texts = new List<string>(MostChoices);
        for (var i = 0; i < near.Count && texts.Count < MostChoices; i++)
        {
            if (!texts.Contains(near[i].Name.Text))
            {
                texts.Add(near[i].Name.Text);
            }
        }

        return texts;
    }

    // Of those that hold a word, the shorter are liker.
    private void Like(List<(Name Name, int Likeness)> near, ReadOnlySpan<int> holding, int likeness)
    {
        foreach (var at in holding[..Math.Min(MostCompared, holding.Length)])
        {
            var name = all[at];
            var known = near.Count - 1;
            while (known >= 0 && !ReferenceEquals(near[known].Name, name))
            {
                known--;
            }

            if (known >= 0)
            {
                near[known] = (name, near[known].Likeness + (8 * likeness));
            }
            else
            {
                near.Add((name, (8 * likeness) - name.Words.Length));
            }
        }
    }

    // "for May", "May's", "section Red": where a name is expected, and nothing else can be meant.
    private static bool IsMeant(Reading reading, int at)
    {
        var word = reading.Words[at];
        var isLittle = LittleWords.All.Contains(word.Plain) && word.Plain is not ("may" or "will");
        var isCapital = word.Typed.Length > 1 && char.IsUpper(word.Typed[0]) && (!isLittle || char.IsUpper(word.Typed[1]));
        // SEND, among words that are no capitals, is a name; "SEND ME THE REDS" shouts.
        if (word.Typed.Length > 1 && !word.Typed.AsSpan().ContainsAnyInRange('a', 'z') && word.Typed.AsSpan().ContainsAnyInRange('A', 'Z') && reading.Text.AsSpan().ContainsAnyInRange('a', 'z') && reading.At(at + 1) is not ("me" or "us"))
        {
            return true;
        }

        if (!isCapital && (isLittle || OrdinaryWords.IsGeneric(word.Plain)))
        {
            return false;
        }

        if (word.Typed.Length > word.Plain.Length)
        {
            return true;
        }

        if (at == 0)
        {
            return false;
        }

        // "for 5 May" and "for May 2018" are days.
        if (OrdinaryWords.IsTime(word.Plain) && at + 1 < reading.Words.Length && Dates.Number(reading.Words[at + 1].Plain) is not null)
        {
            return false;
        }

        return reading.Words[at - 1].Plain switch
        {
            "for" or "about" or "with" => true,
            "in" or "from" or "of" => !OrdinaryWords.IsTime(word.Plain),
            "by" => at > 1 && reading.Words[at - 2].Plain is "led" or "owned" or "held",
            "to" => at > 1 && reading.Words[at - 2].Plain is "assigned" or "belong" or "belonging",
            "section" or "service" or "team" or "lead" => isCapital,
            _ => false,
        };
    }

    // One word may be typed as the plural of another: what is written exactly so comes first. Of several that are not, none is the one.
    private static Name? TheOne(Name[] names, Reading reading, int at)
    {
        var found = names.Length == 1 ? names[0] : Best(names, null, reading.Plain(at, names[0].Words.Length)) is [var only] ? only : null;

        // "The next step" is none of the Next Steps; "may greens reds" are May Green's.
        return found is null || !found.IsOrdinary || reading.StandsAt(found.Words, at) || (found.Kind == NameKind.Lead && at == 0) ? found : null;
    }

    private Name[] AsItIs(string[] phrase, string[] words, ReadOnlySpan<int> meanings, NameKind? kind)
    {
        var node = 0;
        var isWhole = true;
        var typed = phrase.AsSpan(phrase[0] == "the" && phrase.Length > 1 ? 1 : 0);
        for (var i = 0; i < typed.Length && isWhole; i++)
        {
            isWhole = (typed.Length == meanings.Length ? meanings[i] : vocabulary.MeaningOf(typed[i])) is >= 0 and var meaning && next.TryGetValue(Edge(node, meaning), out node);
        }

        if (isWhole && ends.TryGetValue(node, out var here) && Best(here, kind, typed) is { Length: > 0 } exact)
        {
            return exact;
        }

        var (full, loose) = (0UL, 0UL);
        for (var i = 0; i < meanings.Length; i++)
        {
            full += Mixed(meanings[i]);
            loose += OrdinaryWords.IsLoose(words[i]) ? 0 : Mixed(meanings[i]);
        }

        return byWords.TryGetValue(full, out var turned) && Best(turned, kind) is { Length: > 0 } inOrder ? inOrder
            : byLooseWords.TryGetValue(loose, out var shortened) && Best(shortened, kind) is { Length: > 0 } less ? less
            : [];
    }

    private Name[] Parts(ReadOnlySpan<int> meanings, NameKind? kind, ref int looked)
    {
        var fewest = Holding(meanings[0]);
        foreach (var meaning in meanings)
        {
            fewest = Holding(meaning) is var others && others.Length < fewest.Length ? others : fewest;
        }

        List<Name>? found = null;
        foreach (var at in fewest)
        {
            var name = all[at];
            if (++looked > MostLookedAt || (found is not null && (name.Kind != found[0].Kind || found.Count >= MostParts)))
            {
                break;
            }

            if ((kind is null || name.Kind == kind) && HoldsAll(name.Meanings, meanings))
            {
                (found ??= []).Add(name);
            }
        }

        return found is null ? [] : Merged(found);
    }

    private static bool HoldsAll(int[] name, ReadOnlySpan<int> meanings)
    {
        foreach (var meaning in meanings)
        {
            if (!name.AsSpan().Contains(meaning))
            {
                return false;
            }
        }

        return true;
    }

    // The whole name with slips comes before a part of one; fewer slips before more.
    private Name[] Slipped(string[] words, ReadOnlySpan<int> meanings, NameKind? kind, bool marked)
    {
        var ways = new List<(int Meaning, int Slips)>[words.Length];
        var count = 1;

        // Those that no name holds come first, for mostly they are no slips, and nothing is meant.
        foreach (var isKnown in (ReadOnlySpan<bool>)[false, true])
        {
            for (var i = 0; i < ways.Length; i++)
            {
                if (meanings[i] >= 0 != isKnown)
                {
                    continue;
                }

                // "What's the weather like" does not ask for Heather.
                ways[i] = [];
                vocabulary.AddSlips(words[i], ways[i], isSure: !marked && words.Length == 1);
                if (ways[i].Count == 0)
                {
                    return [];
                }

                ways[i].Sort((one, other) => one.Slips.CompareTo(other.Slips));
            }
        }

        foreach (var way in ways)
        {
            count = Math.Min(MostWays, count * way.Count);
        }

        var isLikelyPart = (marked || words.Length > 1) && IsTelling(words, 1);
        Name[]? whole = null;
        Name[]? part = null;
        var (least, leastOfPart, looked) = (int.MaxValue, int.MaxValue, 0);
        Span<int> meant = words.Length <= 64 ? stackalloc int[words.Length] : new int[words.Length];
        for (var way = 0; way < count; way++)
        {
            var (left, slips, full, loose) = (way, 0, 0UL, 0UL);
            for (var i = 0; i < ways.Length; i++)
            {
                (meant[i], var wrong) = ways[i][left % ways[i].Count];
                left /= ways[i].Count;
                slips += wrong;
                full += Mixed(meant[i]);
                loose += OrdinaryWords.IsLoose(words[i]) ? 0 : Mixed(meant[i]);
            }

            if (slips <= least && (byWords.TryGetValue(full, out var names) || byLooseWords.TryGetValue(loose, out names)) && Best(names, kind) is { Length: > 0 } same)
            {
                whole = slips < least || whole is null ? same : [.. whole, .. same];
                least = slips;
            }

            if (whole is null && slips <= leastOfPart && isLikelyPart && Parts(meant, kind, ref looked) is { Length: > 0 } parts)
            {
                part = slips < leastOfPart || part is null ? parts : [.. part, .. parts];
                leastOfPart = slips;
            }
        }

        return (whole ?? part) is { } found ? Best(found, kind) : [];
    }

    private ReadOnlySpan<int> Holding(int meaning) => meaning < 0 ? [] : holders.AsSpan(starts[meaning]..starts[meaning + 1]);

    // Written exactly so before singular for plural; written at all before another way of writing it; then the kind that is meant, or that comes first.
    private static Name[] Best(ReadOnlySpan<Name> names, NameKind? kind, ReadOnlySpan<string> exact = default)
    {
        if (names.Length == 1)
        {
            return kind is null || names[0].Kind == kind ? [names[0]] : [];
        }

        var found = new List<Name>();
        var best = (0, 0, int.MaxValue);
        foreach (var name in names)
        {
            if (kind is not null && name.Kind != kind)
            {
                continue;
            }

            var rank = (exact.IsEmpty || name.Words.AsSpan().SequenceEqual(exact) ? 0 : 1, name.IsOtherWay ? 1 : 0, (int)name.Kind);
            var order = found.Count == 0 ? -1 : rank.CompareTo(best);
            if (order < 0)
            {
                found.Clear();
                best = rank;
            }

            if (order <= 0 && found.Count < MostParts)
            {
                found.Add(name);
            }
        }

        return Merged(found);
    }

    // A thing has several names; it is one thing all the same.
    private static Name[] Merged(List<Name> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            for (var j = found.Count - 1; j > i; j--)
            {
                if (found[j].Text == found[i].Text)
                {
                    found[i] = found[i] with { Ids = [.. found[i].Ids.Union(found[j].Ids)] };
                    found.RemoveAt(j);
                }
            }
        }

        return [.. found];
    }

    private static string[] Telling(string[] phrase) => Array.Exists(phrase, OrdinaryWords.IsJoining) ? Array.FindAll(phrase, word => !OrdinaryWords.IsJoining(word)) : phrase;

    private static bool IsTelling(string[] words, int length)
    {
        foreach (var word in words)
        {
            if (word.Length >= length && !OrdinaryWords.IsGeneric(word) && !word.AsSpan().ContainsAnyInRange('0', '9'))
            {
                return true;
            }
        }

        return false;
    }

    private static string? OnlyUnloose(string[] words)
    {
        string? only = null;
        foreach (var word in words)
        {
            if (!OrdinaryWords.IsLoose(word))
            {
                if (only is not null)
                {
                    return null;
                }

                only = word;
            }
        }

        return only;
    }

    // "foc" for Friends of Carers, "fc" too; "ep" for the Edge Placements Team.
    private static IEnumerable<string> Initials(string[] words)
    {
        string Of(Func<string, bool> isLeftOut) => string.Concat(words.Where(word => !isLeftOut(word)).Select(word => word[0]));
        return new[] { Of(_ => false), Of(OrdinaryWords.IsJoining), Of(word => OrdinaryWords.IsJoining(word) || OrdinaryWords.IsLoose(word)) }.Where(letters => letters.Length is >= 2 and <= 6);
    }

    private static (Dictionary<long, int> Next, Dictionary<int, Name[]> Ends) Trie(Name[] all)
    {
        var next = new Dictionary<long, int>(all.Length * 3);
        var ends = new Dictionary<int, Name[]>(all.Length);
        foreach (var name in all)
        {
            var node = 0;
            foreach (var meaning in name.Meanings)
            {
                ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(next, Edge(node, meaning), out var exists);
                child = exists ? child : next.Count;
                node = child;
            }

            ref var here = ref CollectionsMarshal.GetValueRefOrAddDefault(ends, node, out _);
            here = here is null ? [name] : [.. here, name];
        }

        return (next, ends);
    }

    private static (int[] Starts, int[] Holders) Holders(Name[] all, int words)
    {
        var starts = new int[words + 1];
        foreach (var name in all)
        {
            foreach (var meaning in name.Meanings)
            {
                starts[meaning + 1]++;
            }
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var holders = new int[starts[^1]];
        var filled = starts[..^1];
        for (var at = 0; at < all.Length; at++)
        {
            foreach (var meaning in all[at].Meanings)
            {
                holders[filled[meaning]++] = at;
            }
        }

        return (starts, holders);
    }

    private static Dictionary<ulong, Name[]> Grouped(IEnumerable<Name> names, Func<Name, ulong> by)
    {
        var groups = new Dictionary<ulong, Name[]>();
        foreach (var name in names)
        {
            if (by(name) is not 0 and var key)
            {
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
                group = group is null ? [name] : [.. group, name];
            }
        }

        return groups;
    }

    // Words in whatever order have one sum; that two different sets of words have the same does not happen among so few.
    private static ulong Sum(Name name, bool withLoose)
    {
        var sum = 0UL;
        for (var i = 0; i < name.Words.Length; i++)
        {
            sum += OrdinaryWords.IsJoining(name.Words[i]) || (!withLoose && OrdinaryWords.IsLoose(name.Words[i])) ? 0 : Mixed(name.Meanings[i]);
        }

        return sum;
    }

    private static ulong Mixed(int meaning)
    {
        var hash = ((ulong)meaning + 1) * 0x9E3779B97F4A7C15;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }

    // "front door" and "frontdoor", "re-referrals" and "rereferrals"; the last s does not count.
    private static ulong Letters(string[] words)
    {
        var hash = 14695981039346656037UL;
        for (var i = 0; i < words.Length; i++)
        {
            var word = i == words.Length - 1 ? Vocabulary.Singular(words[i]) : words[i];
            foreach (var letter in word)
            {
                hash = (hash ^ letter) * 1099511628211UL;
            }
        }

        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Edge(int node, int meaning) => ((long)node << 32) | (uint)meaning;
}
