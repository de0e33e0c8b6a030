namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A word as it is compared, as typed, and where it begins in the text.</summary>
public readonly record struct Word(string Plain, string Typed, int Start)
{
    internal Word(Lexeme lexeme, string typed, int start)
        : this(lexeme.Text, typed, start) => (Traits, Topics, Time) = (lexeme.Traits, lexeme.Topics, lexeme.Time);

    internal Traits Traits { get; init; }

    internal Topic Topics { get; init; }

    internal TimeWord Time { get; init; }

    /// <summary>Where it ends: the place after its last letter.</summary>
    public int End => Start + Typed.Length;

    internal bool Is(Traits trait) => (Traits & trait) != 0;
}

/// <summary>Cuts a message into words.</summary>
public static class Words
{
    /// <summary>A message of more words is no question.</summary>
    public const int Most = 400;

    // Longer ones are no words that any rule knows.
    private const int LongestKnown = 40;

    private const string Apostrophes = "'’‘`";

    /// <summary>The words of a text; punctuation, possessive endings and letter case are gone, references such as 4.3 stay whole.</summary>
    public static Word[] Of(string text, int most = Most)
    {
        // Mostly there are as many words as blanks, and one.
        var words = new Word[Math.Min(most, text.AsSpan().Count(' ') + 1)];
        var count = 0;
        for (var i = 0; i < text.Length && count < most;)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                var start = i;
                var isPlain = true;
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInside(text, i)))
                {
                    isPlain &= char.IsAsciiLetterLower(text[i]) || char.IsAsciiDigit(text[i]);
                    i++;
                }

                if (isPlain || !TakeDate(text.AsSpan(start..i), start, ref words, ref count))
                {
                    Add(ref words, ref count, One(text.AsSpan(start..i), start, isPlain));
                }
            }
            else
            {
                if (text[i] == '&')
                {
                    Add(ref words, ref count, new Word(Lexeme.Of("and"), "&", i));
                }

                i++;
            }
        }

        return count == words.Length ? words : words[..count];
    }

    private static void Add(ref Word[] words, ref int count, in Word word)
    {
        if (count == words.Length)
        {
            Array.Resize(ref words, (2 * count) + 1);
        }

        words[count++] = word;
    }

    // A word that is known needs no text of its own.
    private static Word One(ReadOnlySpan<char> typed, int start, bool isPlain)
    {
        Span<char> letters = stackalloc char[LongestKnown];
        letters = typed.Length > LongestKnown ? new char[typed.Length] : letters;
        var plain = isPlain ? typed : letters[..Plain(typed, letters)];
        var lexeme = Lexeme.Of(plain);
        return new Word(lexeme, typed.SequenceEqual(lexeme.Text) ? lexeme.Text : typed.ToString(), start);
    }

    // 31.05.2018 is a date of three words, and no reference.
    private static bool TakeDate(ReadOnlySpan<char> typed, int start, ref Word[] words, ref int count)
    {
        if (!typed.Contains('.') || typed.ToString().Split('.') is not [{ Length: <= 2 }, { Length: <= 2 }, { Length: 4 }] date || !date.All(part => part.All(char.IsAsciiDigit)))
        {
            return false;
        }

        foreach (var part in date)
        {
            Add(ref words, ref count, new Word(Lexeme.Of(part), part, start));
            start += part.Length + 1;
        }

        return true;
    }

    // An apostrophe between letters, a full stop between digits, belong to the word.
    private static bool IsInside(string text, int at) =>
        at > 0 && at + 1 < text.Length && (IsApostrophe(text[at])
            ? char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1])
            : text[at] == '.' && char.IsLetterOrDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));

    // In small letters, without apostrophes and the ending of a possessive.
    private static int Plain(ReadOnlySpan<char> typed, Span<char> plain)
    {
        var end = typed.Length > 2 && IsApostrophe(typed[^2]) && typed[^1] is 's' or 'S' ? typed.Length - 2 : typed.Length;
        var count = 0;
        foreach (var letter in typed[..end])
        {
            if (!IsApostrophe(letter))
            {
                plain[count++] = char.ToLowerInvariant(letter);
            }
        }

        return count;
    }

    private static bool IsApostrophe(char letter) => Apostrophes.Contains(letter);
}
