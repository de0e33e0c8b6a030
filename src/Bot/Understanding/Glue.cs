using System.Buffers;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What stands between two words, where that decides whether they are one date.</summary>
internal static class Glue
{
    private const int Nearby = 12;

    private static readonly SearchValues<char> Parting = SearchValues.Create(",;:()\n");

    /// <summary>The one mark between this word and the next, a dash for any dash; a space where they are apart.</summary>
    public static char Between(Reading reading, int at)
    {
        if (at < 0 || at + 1 >= reading.Words.Length || reading.Words[at + 1].Start - reading.Words[at].End != 1)
        {
            return ' ';
        }

        return reading.Text[reading.Words[at].End] switch
        {
            '-' or '–' or '—' or '‑' or '−' => '-',
            '/' or '.' or '~' or ':' or ',' => reading.Text[reading.Words[at].End],
            _ => ' ',
        };
    }

    /// <summary>Whether an apostrophe stands before this word: "'17".</summary>
    public static bool Apostrophe(Reading reading, int at) =>
        at >= 0 && at < reading.Words.Length && reading.Words[at].Start > 0 && reading.Text[reading.Words[at].Start - 1] is '\'' or '’' or '‘' or '`';

    /// <summary>The year behind a date, in four figures or in two: "30 June 17", "Jun '17".</summary>
    public static int? YearBehind(Reading reading, int at)
    {
        if (reading.At(at + 1) is not { } word)
        {
            return null;
        }

        if (Dates.Year(word) is { } year)
        {
            return year;
        }

        // A comma parts what is no year: "30 June, 17 workers".
        var between = reading.Text.AsSpan(reading.Words[at].End, reading.Words[at + 1].Start - reading.Words[at].End);
        return word is [>= '0' and <= '9', >= '0' and <= '9'] && !between.ContainsAny(Parting)
            && int.Parse(word, System.Globalization.CultureInfo.InvariantCulture) is var two && Math.Abs(2000 + two - reading.Today.Year) <= Nearby
            ? 2000 + two
            : null;
    }
}
