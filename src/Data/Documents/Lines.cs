using System.Text;
using System.Text.RegularExpressions;

namespace TeamsPlanBot.Data.Documents;

/// <summary>Makes lines of a document out of plain words.</summary>
internal static partial class Lines
{
    /// <summary>A line with what its first signs say it is: “# ” a heading, “• ” a bullet, “1. ” a number.</summary>
    public static DocumentLine Of(string text, string place, bool isBold = false, int indent = 0)
    {
        if (Hashes().Match(text) is { Success: true } hashes)
        {
            return new DocumentLine(place, Unmarked(hashes.Groups["text"].Value), LineLook.Heading, hashes.Groups["marks"].Length, IsBold: true);
        }

        if (Bullet().Match(text) is { Success: true } bullet)
        {
            var rest = bullet.Groups["text"].Value;
            return Numbered().Match(rest) is { Success: true } both
                ? new DocumentLine(place, Unmarked(both.Groups["text"].Value), LineLook.Numbered, 1 + indent / 2, both.Groups["label"].Value, isBold)
                : new DocumentLine(place, Unmarked(rest), LineLook.Bullet, 1 + indent / 2, IsBold: isBold);
        }

        return Numbered().Match(text) is { Success: true } number
            ? new DocumentLine(place, Unmarked(number.Groups["text"].Value), LineLook.Numbered, 1 + indent / 2, number.Groups["label"].Value, isBold)
            : new DocumentLine(place, Unmarked(text), LineLook.Plain, 1, IsBold: isBold || (text.StartsWith("**", StringComparison.Ordinal) && text.EndsWith("**", StringComparison.Ordinal)));
    }

    /// <summary>Words without spaces at their ends and with one space, or line break, where there were several.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var (space, line) = (false, false);
        foreach (var letter in text)
        {
            if (letter is '\n' or '\v' or '\f' or '\r' or '\u2028' or '\u2029')
            {
                line = true;
            }
            else if (char.IsWhiteSpace(letter) || letter is '\uFEFF' or '\u200B')
            {
                space = true;
            }
            else if (letter is >= ' ' and not '\u00AD')
            {
                if (clean.Length > 0 && (line || space))
                {
                    clean.Append(line ? '\n' : ' ');
                }

                (space, line) = (false, false);
                clean.Append(letter is '\uF0B7' or '\uF0A7' or '\uF0D8' or '\uF0FC' ? '•' : letter);
            }
        }

        return clean.ToString();
    }

    // Bold and underlining of text that was made from a document.
    public static string Unmarked(string text) => Markup().Replace(text, "").Trim();

    [GeneratedRegex(@"^(?<marks>#{1,6})\s+(?<text>\S.*)$", RegexOptions.Singleline)]
    private static partial Regex Hashes();

    [GeneratedRegex(@"^(?:[•·●◦▪■*–-]|o(?=\s))\s+(?<text>\S.*)$", RegexOptions.Singleline)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?<label>\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}|[a-zA-Z]|[ivx]{2,4})[.):]|[0-9]{1,3}(?:\.[0-9]{1,3}){1,3})\s+(?<text>\S.*)$", RegexOptions.Singleline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\*\*|</?(?:u|b|i|sup|sub)>")]
    private static partial Regex Markup();
}
