using System.Globalization;

namespace TeamsPlanBot.Data.Timescales;

internal enum WordKind { None, Word, Number, Mark }

internal readonly record struct PlanWord(WordKind Kind, string Text, int Start, int End)
{
    public bool IsCapital { get; init; }

    public bool IsOrdinal { get; init; }

    /// <summary>True for the a of "a)" and the 2 of "2)", which name a part of the action.</summary>
    public bool IsLabel { get; init; }

    public bool IsNumber => Kind == WordKind.Number && !IsLabel;

    public bool IsWord => Kind == WordKind.Word && !IsLabel;

    public bool IsMark => Kind == WordKind.Mark;

    public int Digits => IsNumber ? Text.Length : 0;

    public int Value => IsNumber && Text.Length <= 4 ? int.Parse(Text, CultureInfo.InvariantCulture) : -1;

    public bool Is(params ReadOnlySpan<string> words) => !IsLabel && words.Contains(Text);
}

/// <summary>What a plan wrote, cut into words, numbers and marks that remember where they stood.</summary>
internal sealed class PlanWords
{
    /// <summary>Words that lead up to a date and belong to it.</summary>
    public static readonly string[] LeadIns =
    [
        "by", "in", "on", "at", "from", "to", "during", "throughout", "through", "until", "till", "before", "after", "since",
        "of", "the", "end", "early", "mid", "middle", "late", "beginning", "start", "sometime", "within", "next",
    ];

    private static readonly string[] Counted =
    [
        "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];

    private static readonly string[] WrittenDays =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
        "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    private const string ItemMarks = "→•·●◦▪■*\uF0B7\uF0A7";
    private readonly string text;
    private readonly List<PlanWord> words = [];

    public PlanWords(string text)
    {
        this.text = text;
        for (var at = 0; at < text.Length; at = Next(at))
        {
        }

        MarkLabels();
    }

    public int Count => words.Count;

    public PlanWord this[int at] => at >= 0 && at < words.Count ? words[at] : new PlanWord(WordKind.None, "", 0, 0);

    public bool Touches(int at) => at >= 0 && at + 1 < words.Count && words[at].End == words[at + 1].Start;

    /// <summary>True for a mark with nothing between it and its neighbours.</summary>
    public bool IsGlued(int mark) => Touches(mark - 1) && Touches(mark);

    /// <summary>True where one item of the plan's words ends and the next begins.</summary>
    public bool IsBreak(int at) => this[at] is { IsMark: true } mark
        && (mark.Text is ";" or "\n" || ItemMarks.Contains(mark.Text, StringComparison.Ordinal)
            || (mark.Text is "." or "!" or "?" && !Touches(at) && !this[at - 1].IsLabel));

    /// <summary>True where a part such as "b)" opens, at its bracket if it has one.</summary>
    public bool OpensPart(int at) => (this[at].IsLabel && !this[at - 1].Is("(")) || (this[at].Is("(") && this[at + 1].IsLabel);

    public bool AreMarks(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (!words[at].IsMark || IsBreak(at))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when nothing but a joining word stands between two dates.</summary>
    public bool Joins(int first, int end)
    {
        while (first < end && (words[first].IsMark || words[first].Is("and", "or", "to", "then")))
        {
            first++;
        }

        return first >= end;
    }

    /// <summary>A small number in figures or letters, or -1.</summary>
    public int CountNamed(int at) => this[at].Digits is >= 1 and <= 3 ? this[at].Value
        : this[at].Is("a") && this[at - 1].Is("within") ? 1
        : this[at].IsWord ? Array.IndexOf(Counted, this[at].Text)
        : -1;

    /// <summary>The day of a month written in letters, such as "twenty-first", and the first word after it.</summary>
    public (int Day, int End) DayWritten(int at)
    {
        var tens = this[at].Is("twenty") ? 20 : this[at].Is("thirty") ? 30 : 0;
        var unitAt = tens == 0 ? at : this[at + 1].Is("-") ? at + 2 : at + 1;
        var unit = this[unitAt].IsWord ? Array.IndexOf(WrittenDays, this[unitAt].Text) : -1;
        return this[at].Is("thirtieth") ? (30, at + 1)
            : unit > 0 && (tens == 0 || unit < 10) ? (tens + unit, unitAt + 1)
            : (0, at);
    }

    /// <summary>The plan's own letters from one word to another, without the marks around them.</summary>
    public string Own(int first, int last)
    {
        while (first < last && this[first].IsMark && !this[first].Is("(", "\"", "“"))
        {
            first++;
        }

        while (last > first && this[last].IsMark && !this[last].Is(")", "?", "%", "\"", "”"))
        {
            last--;
        }

        var own = text[words[first].Start..words[last].End];
        return own switch
        {
            ['(', .. var rest] when !own.Contains(')') => rest.TrimStart(),
            [.. var rest, ')'] when !own.Contains('(') => rest.TrimEnd(),
            _ => own,
        };
    }

    private int Next(int at)
    {
        var letter = text[at];
        if (char.IsAsciiDigit(letter))
        {
            return Number(at);
        }

        if (char.IsLetter(letter))
        {
            return Word(at);
        }

        if (letter != '\n' && (char.IsWhiteSpace(letter) || char.IsControl(letter)
            || char.GetUnicodeCategory(letter) is UnicodeCategory.Format))
        {
            return at + 1;
        }

        // A character outside the basic plane is two chars, and half of one is no text.
        var end = char.IsSurrogatePair(text, at) ? at + 2 : at + 1;
        words.Add(new PlanWord(WordKind.Mark, MarkText(at, end), at, end));
        return end;
    }

    private int Number(int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        // "1 st Nov": the superscripts of a PDF come out with a space in front.
        var suffix = end < text.Length && text[end] == ' ' ? end + 1 : end;
        var isOrdinal = suffix + 2 <= text.Length
            && text[suffix..(suffix + 2)].ToLowerInvariant() is "st" or "nd" or "rd" or "th"
            && (suffix + 2 == text.Length || !char.IsLower(text[suffix + 2]));
        var close = isOrdinal ? suffix + 2 : end;
        words.Add(new PlanWord(WordKind.Number, text[at..end], at, close) { IsOrdinal = isOrdinal });
        return close;
    }

    private int Word(int at)
    {
        var end = at + 1;
        // A capital inside a word ("OngoingLive Jan 2012") is where a line break was lost.
        while (end < text.Length && char.IsLetter(text[end]) && !(char.IsUpper(text[end]) && char.IsLower(text[end - 1])))
        {
            end++;
        }

        words.Add(new PlanWord(WordKind.Word, text[at..end].ToLowerInvariant(), at, end) { IsCapital = char.IsUpper(text[at]) });
        return end;
    }

    private string MarkText(int at, int end) => text[at] switch
    {
        '‐' or '‑' or '‒' or '–' or '—' or '−' => "-",
        '‘' or '’' => "'",
        '\n' => "\n",
        _ => text[at..end],
    };

    private void MarkLabels()
    {
        var opened = -1;
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Text == "(")
            {
                opened = at;
            }
            else if (words[at].Text == ")")
            {
                // "(March 17)" closes what it opened; "b)" and "(b)" close nothing but the letter.
                if ((opened < 0 || opened == at - 2) && MayLabel(at - 1) && Touches(at - 1))
                {
                    words[at - 1] = words[at - 1] with { IsLabel = true };
                }

                opened = -1;
            }
            else if (words[at].Text is "." or ":" && !Touches(at) && Touches(at - 1) && IsListLetter(at - 1))
            {
                words[at - 1] = words[at - 1] with { IsLabel = true };
            }
        }
    }

    private bool MayLabel(int at) => this[at] switch
    {
        { Kind: WordKind.Word } word => word.Text.Length == 1 || word.Text is "ii" or "iii" or "iv" or "vi",
        { Kind: WordKind.Number } number => number.Digits <= 2 && !number.IsOrdinal,
        _ => false,
    };

    // "a. 31 May b. 1 June" and "1. 10 March 2018 2. 1 June", but not "Jan 17. March 17".
    private bool IsListLetter(int at) => MayLabel(at)
        && (at == 0 || IsBreak(at - 1) || this[at - 1].Digits == 4)
        && !this[at].IsCapital;
}
