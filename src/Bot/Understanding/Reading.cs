using System.Text;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A message being read: which words it has, and which of them found their meaning already.</summary>
internal sealed class Reading
{
    // Of words of six letters, one may be missing.
    private const int ShortestWithSlip = 5;

    private readonly Word[] words;
    private readonly string?[] placed;
    private readonly Traits any;
    private readonly Traits shared;
    private Recognised? recognised;
    private Topic? topics;
    private Core? core;
    private List<string>? rules;
    private (int At, int Count, string Typed)? reference;
    private bool isReferenceKnown;

    public Reading(string text, Names names, DateOnly today)
    {
        Text = text;
        Today = today;
        HasFigures = text.AsSpan().ContainsAnyInRange('0', '9');
        words = names.Expand(Understanding.Words.Of(text));
        recognised = names.Recognise(words);
        Keywords.Correct(words, recognised);
        placed = new string?[words.Length];
        shared = words.Length > 0 ? (Traits)ulong.MaxValue : Traits.None;
        foreach (ref readonly var word in words.AsSpan())
        {
            any |= word.Traits;
            shared &= word.Traits;
            Beginnings |= Beginning(word.Plain);
            LongBeginnings |= word.Plain.Length >= ShortestWithSlip ? FirstLetter(word.Plain) : 0;
        }
    }

    public string Text { get; }

    public Word[] Words => words;

    public bool HasFigures { get; }

    public DateOnly Today { get; }

    /// <summary>The rules that matched, in order, for whoever wants to know why.</summary>
    public List<string> Rules => rules ??= [];

    /// <summary>Whether some word, free or not, may be such a one.</summary>
    public bool Has(Traits trait) => (any & trait) != 0;

    /// <summary>Whether every word may be such a one.</summary>
    public bool Consists(Traits trait) => (shared & trait) != 0;

    public bool IsFree(int at) => (uint)at < (uint)placed.Length && placed[at] is null;

    /// <summary>What kind of thing is being looked for; words that are placed meanwhile are of this kind.</summary>
    public string Kind { get; set; } = "";

    /// <summary>What kind of thing this word was found to be.</summary>
    public string? KindAt(int at) => (uint)at < (uint)placed.Length ? placed[at] : null;

    public string? At(int at) => IsFree(at) ? words[at].Plain : null;

    public void Place(int at, int count = 1) => Array.Fill(placed, Kind, at, count);

    /// <summary>Frees all words again: what looked like one kind of request turned out to be none.</summary>
    public void StartAfresh()
    {
        Array.Clear(placed);
        rules?.Clear();
        Kind = "";
    }

    /// <summary>Where the message begins to say something, and whether it asks or denies; told before any word is placed.</summary>
    public Core Core => core ??= Core.Of(this);

    /// <summary>The first reference that can be nothing else.</summary>
    public (int At, int Count, string Typed)? Reference
    {
        get
        {
            if (!isReferenceKnown && HasFigures)
            {
                reference = References.FirstIn(this, 0);
            }

            isReferenceKnown = true;
            return reference;
        }
    }

    /// <summary>What the words by themselves say the message may be about.</summary>
    public Topic Topics => topics ??= TopicWords.Of(words);

    /// <summary>Takes the first of these phrases that stands in the message.</summary>
    public bool Take(params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Find(phrase) is { } at)
            {
                Place(at, Length(phrase));
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes two words, the second at most so many after the first: "not … started".</summary>
    public bool TakeApart(string first, ReadOnlySpan<string> seconds, int most = 4)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (At(at) != first)
            {
                continue;
            }

            for (var next = at + 1; next <= at + most && next < words.Length; next++)
            {
                if (At(next) is { } word && seconds.Contains(word))
                {
                    Place(at);
                    Place(next);
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Where this phrase stands in the message, if it does.</summary>
    public int? Find(string phrase)
    {
        // Most phrases begin with letters that no word here begins with.
        if ((Beginnings & Beginning(phrase)) == 0)
        {
            return null;
        }

        for (var at = 0; at < words.Length; at++)
        {
            if (words[at].Plain is { Length: > 0 } word && word[0] == phrase[0] && StandsAt(phrase, at))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>The free words that stand next to each other, between little words.</summary>
    public FreeRuns FreeRuns(Func<string, bool>? isLittle = null) => new(this, isLittle);

    /// <summary>These words as they were typed.</summary>
    public string Typed(int start, int count)
    {
        if (count == 1 && words[start].Typed.Length > 0)
        {
            return words[start].Typed;
        }

        var typed = new StringBuilder();
        foreach (ref readonly var word in words.AsSpan(start, count))
        {
            typed.Append(typed.Length > 0 && word.Typed.Length > 0 ? " " : "").Append(word.Typed);
        }

        // The end of what an abbreviation stands for was not typed.
        return typed.Length > 0 ? typed.ToString() : string.Join(' ', Plain(start, count));
    }

    /// <summary>These words as they are compared.</summary>
    public string[] Plain(int start, int count)
    {
        var plain = new string[count];
        for (var i = 0; i < count; i++)
        {
            plain[i] = words[start + i].Plain;
        }

        return plain;
    }

    /// <summary>The message again, with each of the names that may be meant in the place of the one that was typed.</summary>
    public Choice[] Choices(string typed, IEnumerable<string> names) =>
        [.. names.Select(name => typed.Length > 0 ? new Choice(name, Text, typed) : new Choice(name, name))];

    /// <summary>The message again, with each of the names that the words may mean in the place of the one that was typed.</summary>
    public Choice[] Choices(string typed, Meaning meaning)
    {
        var choices = new Choice[meaning.Names.Count];
        for (var i = 0; i < choices.Length; i++)
        {
            choices[i] = new Choice(meaning.Names[i].Text, Text, typed);
        }

        return choices;
    }

    /// <summary>Whether these words stand here, free.</summary>
    public bool StandsAt(string[] wanted, int at)
    {
        for (var i = 0; i < wanted.Length; i++)
        {
            if (At(at + i) != wanted[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many words a phrase has.</summary>
    public static int Length(string phrase) => phrase.AsSpan().Count(' ') + 1;

    /// <summary>Whether this phrase stands here, free. It is compared as it is written: cutting every phrase into words costs more than all the rest of the reading.</summary>
    public bool StandsAt(ReadOnlySpan<char> phrase, int at)
    {
        while (IsFree(at) && phrase.StartsWith(words[at].Plain))
        {
            var end = words[at].Plain.Length;
            if (end == phrase.Length)
            {
                return true;
            }

            if (phrase[end] != ' ')
            {
                return false;
            }

            phrase = phrase[(end + 1)..];
            at++;
        }

        return false;
    }

    /// <summary>What the words begin with, a bit for the first two letters of each.</summary>
    public UInt128 Beginnings { get; }

    /// <summary>The first letters of those words in which a slip may be, a bit each.</summary>
    public ulong LongBeginnings { get; }

    public static UInt128 Beginning(ReadOnlySpan<char> word) => word.Length == 0 ? 0 : UInt128.One << ((word[0] + (word.Length > 1 && word[1] != ' ' ? 11 * word[1] : 0)) & 127);

    public static ulong FirstLetter(string word) => 1UL << (word[0] & 63);

    /// <summary>What the words are in this vocabulary.</summary>
    public Recognised In(Vocabulary vocabulary)
    {
        for (var known = recognised; known is not null; known = known.Next)
        {
            if (known.IsIn(vocabulary))
            {
                return known;
            }
        }

        return recognised = new Recognised(vocabulary, words, recognised);
    }
}
