namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A message being read: which words it has, and which of them found their meaning already.</summary>
internal sealed class Reading
{
    private readonly Word[] words;
    private readonly string?[] placed;

    public Reading(string text, Names names, DateOnly today)
    {
        Text = text;
        Today = today;
        words = names.Expand(Understanding.Words.Of(text));
        placed = new string?[words.Length];
    }

    public string Text { get; }

    public Word[] Words => words;

    public DateOnly Today { get; }

    /// <summary>The rules that matched, in order, for whoever wants to know why.</summary>
    public List<string> Rules { get; } = [];

    public bool IsFree(int at) => at >= 0 && at < words.Length && placed[at] is null;

    /// <summary>What kind of thing is being looked for; words that are placed meanwhile are of this kind.</summary>
    public string Kind { get; set; } = "";

    /// <summary>What kind of thing this word was found to be.</summary>
    public string? KindAt(int at) => at >= 0 && at < words.Length ? placed[at] : null;

    public string? At(int at) => IsFree(at) ? words[at].Plain : null;

    public void Place(int at, int count = 1) => Array.Fill(placed, Kind, at, count);

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

    /// <summary>Where this phrase stands in the message, if it does.</summary>
    public int? Find(string phrase)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (StandsAt(phrase, at))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>The free words that stand next to each other, as they were typed; <paramref name="little"/> words end a run unless they are inside it.</summary>
    public IEnumerable<(int Start, int Count)> FreeRuns(Func<string, bool> little)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (!IsFree(at) || little(words[at].Plain))
            {
                continue;
            }

            var end = at;
            for (var next = at + 1; IsFree(next); next++)
            {
                if (!little(words[next].Plain))
                {
                    end = next;
                }
            }

            yield return (at, end - at + 1);
            at = end;
        }
    }

    /// <summary>These words as they were typed.</summary>
    public string Typed(int start, int count) => string.Join(' ', new ArraySegment<Word>(words, start, count).Select(word => word.Typed).Where(typed => typed.Length > 0));

    /// <summary>These words as they are compared.</summary>
    public string[] Plain(int start, int count) => Array.ConvertAll(words[start..(start + count)], word => word.Plain);

    /// <summary>The message again, with each of the names that may be meant in the place of the one that was typed.</summary>
    public Choice[] Choices(string typed, IEnumerable<string> names) =>
        [.. names.Select(name => new Choice(name, Text.Contains(typed, StringComparison.Ordinal) ? Text.Replace(typed, name, StringComparison.Ordinal) : name))];

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

    // A phrase is compared as it is written: cutting every phrase into words costs more than all the rest of the reading.
    private bool StandsAt(ReadOnlySpan<char> phrase, int at)
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
}
