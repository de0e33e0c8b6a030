namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A word as typed, and as it is compared.</summary>
public readonly record struct Word(string Plain, string Typed);

/// <summary>Cuts a message into words.</summary>
public static class Words
{
    /// <summary>A message of more words is no question.</summary>
    public const int Most = 400;

    private const string Apostrophes = "'’‘`";

    /// <summary>The words of a text; punctuation, possessive endings and letter case are gone, references such as 4.3 stay whole.</summary>
    public static Word[] Of(string text)
    {
        var words = new List<Word>();
        for (var i = 0; i < text.Length && words.Count < Most;)
        {
            if (text[i] == '&')
            {
                words.Add(new Word("and", "&"));
                i++;
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                var start = i;
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInside(text, i)))
                {
                    i++;
                }

                Add(words, text[start..i]);
            }
            else
            {
                i++;
            }
        }

        return [.. words];
    }

    // 31.05.2018 is a date of three words, and no reference.
    private static void Add(List<Word> words, string typed)
    {
        if (typed.Contains('.') && typed.Split('.') is [{ Length: <= 2 }, { Length: <= 2 }, { Length: 4 }] date && date.All(part => part.All(char.IsAsciiDigit)))
        {
            words.AddRange(date.Select(part => new Word(part, part)));
        }
        else
        {
            words.Add(new Word(Plain(typed), typed));
        }
    }

    // An apostrophe between letters, a full stop between digits, belong to the word.
    private static bool IsInside(string text, int at) =>
        at > 0 && at + 1 < text.Length && (IsApostrophe(text[at])
            ? char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1])
            : text[at] == '.' && char.IsLetterOrDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));

    private static string Plain(string typed)
    {
        var word = (typed.AsSpan().ContainsAny(Apostrophes) ? WithoutApostrophes(typed) : typed).ToLowerInvariant();

        // One word for all ways of denying, so that a rule has to know one.
        return word is "isnt" or "arent" or "wasnt" or "werent" or "hasnt" or "havent" ? "not" : word;
    }

    private static string WithoutApostrophes(string typed)
    {
        var end = typed.Length > 2 && IsApostrophe(typed[^2]) && typed[^1] is 's' or 'S' ? typed.Length - 2 : typed.Length;
        return string.Concat(typed[..end].Where(letter => !IsApostrophe(letter)));
    }

    private static bool IsApostrophe(char letter) => Apostrophes.Contains(letter);
}
