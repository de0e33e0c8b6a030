using System.Globalization;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A figure as somebody gives it, or what is wrong with it.</summary>
internal sealed record FigureRead(decimal? Value, decimal? Numerator, decimal? Denominator, string Words, string? Problem = null);

/// <summary>Reads "16.2%", "1,117", "£2,400", "181 of 1117" and "16.2% (181/1117)" out of the words that nothing else placed.</summary>
internal static class FigureReader
{
    public static FigureRead? Read(Reading reading)
    {
        reading.Kind = "figure";
        decimal? value = null, numerator = null, denominator = null;
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (Number(reading, at) is not var (number, length))
            {
                continue;
            }

            var next = at + length;
            var isPart = reading.At(next) is "of" or "out" || IsSlash(reading, next);
            var after = reading.At(next) is "of" ? next + 1 : reading.At(next) is "out" && reading.At(next + 1) is "of" ? next + 2 : next;
            if (isPart && Number(reading, after) is var (whole, more))
            {
                if (numerator is not null)
                {
                    return Two;
                }

                (numerator, denominator) = (number, whole);
                reading.Place(at, after + more - at);
                at = after + more - 1;
            }
            else
            {
                if (value is not null)
                {
                    return Two;
                }

                value = number;
                reading.Place(at, length);
                at = next - 1;
            }
        }

        if (value is null && numerator is null)
        {
            return null;
        }

        if (denominator == 0)
        {
            return new FigureRead(null, null, null, "", "A part of nought is no figure. Say how many there are in all, such as 181 of 1117.");
        }

        return new FigureRead(value, numerator, denominator, Words(reading, value, numerator, denominator));
    }

    private static FigureRead Two => new(null, null, null, "", "There are two figures in that. Say one at a time.");

    private static string Words(Reading reading, decimal? value, decimal? numerator, decimal? denominator)
    {
        var isMoney = reading.Text.Contains('£');
        var isPercent = reading.Text.Contains('%') || reading.Find("percent") is not null || reading.Find("per cent") is not null;
        var whole = value is { } single ? $"{(isMoney ? "£" : "")}{single.ToString(CultureInfo.InvariantCulture)}{(isPercent ? "%" : "")}" : "";
        var part = numerator is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{numerator} of {denominator}");
        return whole.Length > 0 && part.Length > 0 ? $"{whole} ({part})" : whole + part;
    }

    // The comma of 6,859 parts two words; one between two figures is none.
    private static (decimal Number, int Length)? Number(Reading reading, int at)
    {
        if (reading.At(at) is not { } word || !char.IsAsciiDigit(word[0]))
        {
            return null;
        }

        var digits = word.EndsWith('k') ? word[..^1] : word;
        var length = 1;
        while (digits.Length is > 0 and <= 12 && !digits.Contains('.') && reading.At(at + length) is { Length: >= 3 } thousand && thousand.Split('.')[0].Length == 3 && char.IsAsciiDigit(thousand[0])
            && reading.Words[at + length].Start == reading.Words[at + length - 1].End + 1 && reading.Text[reading.Words[at + length - 1].End] == ',')
        {
            digits += thousand;
            length++;
        }

        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || digits.Length > 15)
        {
            return null;
        }

        var isBelow = reading.Words[at].Start > 0 && reading.Text[reading.Words[at].Start - 1] is '-' or '−' && (reading.Words[at].Start == 1 || reading.Text[reading.Words[at].Start - 2] == ' ') && reading.Text.Length > reading.Words[at].Start && !char.IsWhiteSpace(reading.Text[reading.Words[at].Start]);
        return (isBelow && IsNegative(reading, at) ? -number : word.EndsWith('k') ? number * 1000 : number, length);
    }

    // "rate - 16.2" is a dash, "at -5" a figure below nought.
    private static bool IsNegative(Reading reading, int at) => reading.At(at - 1) is "is" or "was" or "at" or "to" or "of";

    private static bool IsSlash(Reading reading, int at) => reading.IsFree(at) && at > 0 && reading.Text.AsSpan(reading.Words[at - 1].End, Math.Max(0, reading.Words[at].Start - reading.Words[at - 1].End)).Trim() is "/";
}
