namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A word as it is compared, as typed, and where it begins in the text.</summary>
public readonly record struct Word(string Plain, string Typed, int Start)
{
    /// <summary>Where it ends: the place after its last letter.</summary>
    public int End => Start + Typed.Length;
}

/// <summary>Cuts a message into words.</summary>
public static class Words
{
    /// <summary>A message of more words is no question.</summary>
    public const int Most = 400;

    private const int UsualLength = 5;

    private const string Apostrophes = "'’‘`";

    /// <summary>The words of a text; punctuation, possessive endings and letter case are gone, references such as 4.3 stay whole.</summary>
    public static Word[] Of(string text)
    {
        var words = new List<Word>(Math.Min(Most, (text.Length / UsualLength) + 2));
        for (var i = 0; i < text.Length && words.Count < Most;)
        {
            if (text[i] == '&')
            {
                words.Add(new Word("and", "&", i));
                i++;
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                var start = i;
                var isPlain = true;
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInside(text, i)))
                {
                    isPlain &= char.IsAsciiLetterLower(text[i]) || char.IsAsciiDigit(text[i]);
                    i++;
                }

                Add(words, text[start..i], start, isPlain);
            }
            else
            {
                i++;
            }
        }

        return [.. words];
    }

    // 31.05.2018 is a date of three words, and no reference.
    private static void Add(List<Word> words, string typed, int start, bool isPlain)
    {
        if (!isPlain && typed.Contains('.') && typed.Split('.') is [{ Length: <= 2 }, { Length: <= 2 }, { Length: 4 }] date && date.All(part => part.All(char.IsAsciiDigit)))
        {
            foreach (var part in date)
            {
                words.Add(new Word(part, part, start));
                start += part.Length + 1;
            }
        }
        else
        {
            words.Add(new Word(Plain(typed, isPlain), typed, start));
        }
    }

    // An apostrophe between letters, a full stop between digits, belong to the word.
    private static bool IsInside(string text, int at) =>
        at > 0 && at + 1 < text.Length && (IsApostrophe(text[at])
            ? char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1])
            : text[at] == '.' && char.IsLetterOrDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));

    private static string Plain(string typed, bool isPlain)
    {
        var word = isPlain ? typed : (typed.AsSpan().ContainsAny(Apostrophes) ? WithoutApostrophes(typed) : typed).ToLowerInvariant();

        // One word for all ways of denying, so that a rule has to know one.
        // And what people write for short.
        return word is "nxt" ? "next" : word is "wots" ? "whats" : word is "wot" ? "what" : word is "isnt" or "arent" or "wasnt" or "werent" or "hasnt" or "havent" ? "not" : word;
    }

    private static string WithoutApostrophes(string typed)
    {
        var end = typed.Length > 2 && IsApostrophe(typed[^2]) && typed[^1] is 's' or 'S' ? typed.Length - 2 : typed.Length;
        return string.Concat(typed[..end].Where(letter => !IsApostrophe(letter)));
    }

    private static bool IsApostrophe(char letter) => Apostrophes.Contains(letter);
}
