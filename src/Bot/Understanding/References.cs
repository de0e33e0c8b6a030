using System.Collections.Frozen;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>How surely something is a reference.</summary>
internal enum ReferenceKind
{
    /// <summary>A number, 7: only where one is expected.</summary>
    Number,

    /// <summary>Letters and figures, A1, CP-3, 12a, 2(a): where an action is spoken of.</summary>
    Lettered,

    /// <summary>With a full stop, 4.3: wherever it stands.</summary>
    Dotted,
}

/// <summary>References of actions as they stand in a message: 4.3, 1.2.3, 4.3a, P3.2, SEC 2.1, and without a dot A1, CP-3, 2(a), 12. They are never corrected.</summary>
internal static class References
{
    // No plan has so many sections, but months have so many days: 30.6 is a date.
    private const int MostSections = 20;
    private const int MostDays = 31;

    // What stands before a number without making a reference of it: "Q1", "May17", "wk3".
    private static readonly FrozenSet<string> BeforeNumbers = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "q", "h", "v", "fy", "jan", "feb", "mar", "apr", "may", "jun", "june", "jul", "july", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "fri", "sat", "sun",
        "wk", "week", "yr", "year", "day", "pg", "page", "pp", "para", "no", "rec", "ver", "age", "aged", "ages", "room", "rm", "term", "tel", "ext", "vol", "ch", "fig", "top", "under", "over", "plus", "pre", "post", "am", "pm", "at", "to", "by", "in", "of", "on", "x");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumbersAsTyped = BeforeNumbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where the reference ends that begins here; -1 if none does.</summary>
    public static int EndAt(string text, int start, out ReferenceKind kind)
    {
        kind = ReferenceKind.Number;
        var at = start;
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '-' or '/' or '£' or '$' or '€'))
        {
            return -1;
        }

        var letters = Letters(text, at, 4);
        at += letters;
        if (letters is 2 or 3 && at + 2 < text.Length && text[at] == ' ' && IsPrefix(text, start, letters) && EndAt(text, at + 1, out kind) is >= 0 and var end && kind == ReferenceKind.Dotted)
        {
            return end;
        }

        kind = ReferenceKind.Number;
        if (letters > 0 && at < text.Length && text[at] == '-')
        {
            // "CP-3", but not "post-16".
            if (letters > 2 && text.AsSpan(start, letters).ContainsAnyInRange('a', 'z'))
            {
                return -1;
            }

            at++;
        }

        var digits = Digits(text, at);
        if (digits is 0 or > 3)
        {
            return -1;
        }

        var first = int.Parse(text.AsSpan(at, digits), System.Globalization.CultureInfo.InvariantCulture);
        at += digits;
        var parts = 1;
        var last = first;
        var lastDigits = digits;
        while (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            lastDigits = Digits(text, at + 1);
            if (lastDigits > 3)
            {
                return -1;
            }

            last = int.Parse(text.AsSpan(at + 1, lastDigits), System.Globalization.CultureInfo.InvariantCulture);
            at += lastDigits + 1;
            parts++;
        }

        if (Letters(text, at, 3) == 1)
        {
            var suffix = char.ToLowerInvariant(text[at]);
            if (suffix is 'm' or 'k' or 'x' || (parts == 1 && suffix > 'g'))
            {
                return -1;
            }

            at++;
            kind = ReferenceKind.Lettered;
        }
        else if (at + 2 < text.Length && text[at] == '(' && char.IsAsciiLetter(text[at + 1]) && text[at + 2] == ')')
        {
            at += 3;
            kind = ReferenceKind.Lettered;
        }

        kind = parts > 1 ? ReferenceKind.Dotted : letters > 0 ? ReferenceKind.Lettered : kind;
        return first == 0 || parts > 4 || !EndsAt(text, at)
            || (letters == 0 && parts == 2 && first is > MostSections and <= MostDays && last is >= 1 and <= 12)
            || (letters == 0 && parts == 3 && first <= 31 && lastDigits == 2 && last >= 12)
            || ((parts == 1 || text[start] is 'v' or 'V') && BeforeNumbersAsTyped.Contains(text.AsSpan(start, letters))) ? -1 : at;
    }

    /// <summary>The first reference with a dot from here on, as it is typed.</summary>
    public static (int Start, int End)? FirstDotted(Reading reading, int from = 0)
    {
        for (var at = from; at < reading.Words.Length; at++)
        {
            var start = reading.Words[at].Start;
            if (EndAt(reading.Text, start, out var kind) is >= 0 and var end && kind == ReferenceKind.Dotted)
            {
                return (start, end);
            }
        }

        return null;
    }

    // "SEC 2.1", "QA 1.2"; where all is in capitals these say nothing.
    private static bool IsPrefix(string text, int start, int letters)
    {
        var prefix = text.AsSpan(start, letters);
        if (prefix.Equals("sec", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (prefix.IndexOfAnyExceptInRange('A', 'Z') >= 0 || !text.AsSpan().ContainsAnyInRange('a', 'z'))
        {
            return false;
        }

        var word = prefix.ToString().ToLowerInvariant();
        return !LittleWords.All.Contains(word) && !PostWords.Asks(word) && !PostWords.IsCourtesy(word) && !PostWords.Greets(word) && PostWords.DeedOf(word) == Deed.None && word is not ("re" or "ref" or "no" or "rec" or "if" or "v" or "as" or "by");
    }

    private static bool EndsAt(string text, int at) =>
        at >= text.Length
        || !(char.IsLetterOrDigit(text[at]) || text[at] is '%' or '/')
            && !(text[at] is '.' or '-' or '–' or ':' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]));

    private static int Letters(string text, int at, int most)
    {
        var count = 0;
        while (count <= most && at + count < text.Length && char.IsAsciiLetter(text[at + count]))
        {
            count++;
        }

        return count > most ? 0 : count;
    }

    private static int Digits(string text, int at)
    {
        var count = 0;
        while (at + count < text.Length && char.IsAsciiDigit(text[at + count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether the message speaks of an action by its reference.</summary>
    public static bool Stand(Reading reading) => First(reading) is not null;

    /// <summary>Where the first one stands that can be nothing else.</summary>
    public static int? First(Reading reading) => reading.Reference?.At;

    /// <summary>The first one that can be nothing else: the words it takes, and how it was typed.</summary>
    public static (int At, int Count, string Typed)? FirstIn(Reading reading, int from)
    {
        if (!reading.HasFigures)
        {
            return null;
        }

        for (var at = from; at < reading.Words.Length; at++)
        {
            var word = reading.Words[at];
            var end = EndAt(reading.Text, word.Start, out var kind);
            if (end > word.End && at + 1 < reading.Words.Length && reading.Words[at + 1].Typed.Length == 0)
            {
                // "FR 4.3" names a service before the reference.
                continue;
            }

            if (end >= word.End && (kind != ReferenceKind.Number || (at > 0 && reading.Words[at - 1].Plain is "action" or "ref" or "reference")))
            {
                var count = 1;
                while (at + count < reading.Words.Length && reading.Words[at + count].Start < end)
                {
                    count++;
                }

                return (at, count, reading.Text[word.Start..end]);
            }
        }

        return null;
    }
}
