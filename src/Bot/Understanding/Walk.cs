namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What stands between two words.</summary>
internal enum Gap
{
    /// <summary>Nothing that parts them: blanks, emoji, a hyphen.</summary>
    Joined,

    /// <summary>A comma, dash, colon, full stop or line end.</summary>
    Break,

    /// <summary>A question mark.</summary>
    Asked,

    /// <summary>Quotation marks or markup: what follows may be somebody else's words.</summary>
    Foreign,
}

/// <summary>A place in a message while it is read from left to right. A copy is a place to come back to.</summary>
internal struct Walk(Reading reading, int at, int until)
{
    public Reading Reading { get; } = reading;

    /// <summary>The word that comes next.</summary>
    public int At { get; private set; } = at;

    /// <summary>Where in the text the words read so far end.</summary>
    public int Until { get; private set; } = until;

    public readonly string Text => Reading.Text;

    public readonly bool IsAtEnd => At >= Reading.Words.Length;

    public readonly string Plain => PlainAt(0);

    /// <summary>Where the next word begins.</summary>
    public readonly int Start => IsAtEnd ? Text.Length : Reading.Words[At].Start;

    public readonly Gap Gap => GapIn(Text.AsSpan(Until, Math.Max(0, Start - Until)));

    /// <summary>All that is still to be read, as typed.</summary>
    public readonly string Rest => Text[Until..];

    public readonly string PlainAt(int ahead) => At + ahead < Reading.Words.Length ? Reading.Words[At + ahead].Plain : "";

    public void Step(int count = 1)
    {
        At += count;
        Until = Math.Max(Until, Reading.Words[At - 1].End);
    }

    /// <summary>Goes on to a place in the text.</summary>
    public void GoTo(int until)
    {
        Until = until;
        while (At < Reading.Words.Length && Reading.Words[At].Start < until)
        {
            At++;
        }
    }

    /// <summary>Takes this phrase if it comes next and nothing parts it from what was read, nor its words.</summary>
    public bool Take(string phrase)
    {
        if (!StartsWith(phrase, Plain))
        {
            return false;
        }

        var ahead = this;
        for (var rest = phrase.AsSpan(); ;)
        {
            if (ahead.IsAtEnd || !StartsWith(rest, ahead.Plain) || ahead.Gap != Gap.Joined)
            {
                return false;
            }

            var length = ahead.Plain.Length;
            ahead.Step();
            if (length == rest.Length)
            {
                this = ahead;
                return true;
            }

            rest = rest[(length + 1)..];
        }
    }

    public bool TakeOne(params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Take(phrase))
            {
                return true;
            }
        }

        return false;
    }

    // A whole word of the phrase.
    private static bool StartsWith(ReadOnlySpan<char> phrase, string word) =>
        word.Length > 0 && word.Length <= phrase.Length && phrase[0] == word[0] && phrase.StartsWith(word) && (phrase.Length == word.Length || phrase[word.Length] == ' ');

    private static Gap GapIn(ReadOnlySpan<char> between)
    {
        if (between is " " or "" or "-" || between.Trim() is "->" or "=>" or "→" or "=")
        {
            return Gap.Joined;
        }

        var gap = Gap.Joined;
        foreach (var mark in between)
        {
            var found = mark switch
            {
                '?' => Gap.Asked,
                ',' or ';' or ':' or '.' or '!' or '-' or '–' or '—' or '…' or '(' or ')' or '[' or ']' or '•' or '·' or '\n' or '\r' => Gap.Break,
                '"' or '“' or '”' or '„' or '«' or '»' or '<' or '>' or '`' or '{' or '}' or '|' or '\\' or '\'' or '’' or '‘' or '/' or '%' or '£' or '$' or '€' or '+' or '^' or '=' => Gap.Foreign,
                _ => Gap.Joined,
            };
            gap = found > gap ? found : gap;
        }

        return gap;
    }
}
