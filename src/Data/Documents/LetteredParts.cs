using System.Text.RegularExpressions;

namespace TeamsPlanBot.Data.Documents;

/// <summary>One lettered or numbered part of a cell, such as “b) 1st June 2018”.</summary>
internal sealed record LetteredPart(string Label, string Text);

/// <summary>A cell's words cut at “a)”, “b)” and so on; the words before the first stand by themselves.</summary>
internal sealed partial record LetteredParts(string Before, IReadOnlyList<LetteredPart> Parts)
{
    public static LetteredParts Of(string cell)
    {
        var parts = new List<LetteredPart>();
        var (before, start, next) = (cell, -1, "");
        foreach (Match label in Label().Matches(cell))
        {
            var name = label.Groups["label"].Value.ToLowerInvariant();
            if (parts.Count == 0 && start < 0 ? name is not ("a" or "1" or "i") : name != next)
            {
                continue;
            }

            if (start < 0)
            {
                before = cell[..label.Index];
            }
            else
            {
                parts.Add(new LetteredPart(Preceding(next), cell[start..label.Index].Trim()));
            }

            (start, next) = (label.Index + label.Length, After(name));
        }

        if (start >= 0)
        {
            parts.Add(new LetteredPart(Preceding(next), cell[start..].Trim()));
        }

        return new LetteredParts(before.Trim(), parts);
    }

    private static string After(string label) => label switch
    {
        "i" => "ii",
        "ii" => "iii",
        "iii" => "iv",
        "iv" => "v",
        [var digit] when char.IsAsciiDigit(digit) => digit == '9' ? "10" : $"{(char)(digit + 1)}",
        [var letter] => $"{(char)(letter + 1)}",
        _ => "",
    };

    private static string Preceding(string label) => label switch
    {
        "ii" => "i",
        "iii" => "ii",
        "iv" => "iii",
        "v" => "iv",
        "10" => "9",
        [var sign] => $"{(char)(sign - 1)}",
        _ => "",
    };

    [GeneratedRegex(@"(?<![\w(])\(?(?<label>[a-zA-Z]|[1-9]|i{2,3}|iv)\)\s*|(?:^|(?<=\n))(?<label>[a-z]|[1-9])\.\s+")]
    private static partial Regex Label();
}
