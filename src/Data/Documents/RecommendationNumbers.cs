using System.Globalization;
using System.Text.RegularExpressions;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Documents;

/// <summary>Reads which recommendations a cell names: “1 - 17” is all of them, “14,6, 13,” three.</summary>
/// <param name="Doubt">What of it was guessed, or could not be read; null where all is plain.</param>
internal sealed partial record RecommendationNumbers(IReadOnlyList<string> Numbers, string? Doubt)
{
    private const int LongestRange = 100;
    private const int LongestList = 400;

    /// <summary>The cell holds numbers and hardly anything else.</summary>
    public static bool Looks(string cell) => cell.Length <= LongestList && cell.Any(char.IsAsciiDigit) && !Unread().IsMatch(Words().Replace(cell.Replace('\n', ' '), " "));

    public static RecommendationNumbers In(string cell)
    {
        var numbers = new List<string>();
        string? doubt = null;
        var plain = Words().Replace(cell.Replace('\n', ' '), " ");
        if (Unread().IsMatch(plain))
        {
            return cell.Length <= Recommendation.LongestNumber && !cell.Contains(';', StringComparison.Ordinal)
                ? new RecommendationNumbers([cell.Replace('\n', ' ')], null)
                : new RecommendationNumbers([], $"“{Short(cell)}” names no recommendation by its number.");
        }

        foreach (var part in plain.Split(',', ';', '/').Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            if (Range().Match(part) is { Success: true } range)
            {
                var (from, to) = (int.Parse(range.Groups["from"].Value, CultureInfo.InvariantCulture), int.Parse(range.Groups["to"].Value, CultureInfo.InvariantCulture));
                if (to >= from && to - from < LongestRange)
                {
                    numbers.AddRange(Enumerable.Range(from, to - from + 1).Select(number => number.ToString(CultureInfo.InvariantCulture)));
                }
                else
                {
                    doubt = $"“{part}” is no span of recommendations that can be read.";
                }

                continue;
            }

            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 2 && plain.Contains(',', StringComparison.Ordinal) && IsBroken(words, numbers))
            {
                doubt = $"“{part}” was read as {words[0]}{words[1]}, a number broken in two; correct the document if that is not meant.";
                numbers.Add(words[0] + words[1]);
            }
            else
            {
                numbers.AddRange(words);
            }
        }

        return new RecommendationNumbers([.. numbers.Distinct(StringComparer.OrdinalIgnoreCase)], doubt);
    }

    // In "12,1 3,14" the 1 cannot follow the 12, and 13 does.
    private static bool IsBroken(string[] words, List<string> before) =>
        before.Count > 0 && int.TryParse(before[^1], CultureInfo.InvariantCulture, out var last) && int.TryParse(words[0] + words[1], CultureInfo.InvariantCulture, out var whole)
        && int.TryParse(words[0], CultureInfo.InvariantCulture, out var first) && first < last && whole > last && whole - last <= 5;

    private static string Short(string words) => words.Length <= 60 ? words : $"{words[..60]}…";

    [GeneratedRegex(@"\b(?:[Rr]ec(?:ommendation)?s?\.?|[Nn]os?\.?|[Oo]fsted)\s*(?=[0-9])|\bR(?=[0-9])|\band\b|&|[()\[\]]|\.(?=\s|$)|•")]
    private static partial Regex Words();

    [GeneratedRegex(@"[^\s,;/0-9.a-zA-Z–—-]|[a-zA-Z]{2,}(?<!\bto)")]
    private static partial Regex Unread();

    [GeneratedRegex(@"^(?<from>[0-9]{1,3})\s*(?:-|–|—|to)\s*(?<to>[0-9]{1,3})$")]
    private static partial Regex Range();
}
