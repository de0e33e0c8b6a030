using System.Text.RegularExpressions;

namespace TeamsPlanBot.Data.Documents;

/// <summary>Finds the rows of a table that hold its headings.</summary>
internal static partial class HeadingRows
{
    private const int LongestHeading = 90;
    private const int LongestContinued = 40;

    /// <summary>The row holds headings rather than anything of the plan.</summary>
    public static bool Is(DocumentRow row, IReadOnlyDictionary<string, ColumnMeaning> asked)
    {
        var (filled, exact, rough) = (0, 0, 0);
        foreach (var cell in row.Cells)
        {
            if (cell.IsBlank)
            {
                continue;
            }

            filled++;
            if (cell.Text.Length > LongestHeading || Data().IsMatch(cell.Text))
            {
                return false;
            }

            if (HeadingWords.Exactly(cell.Text) != Promise.None || asked.ContainsKey(HeadingWords.Plain(cell.Text)))
            {
                exact++;
            }
            else if (HeadingWords.Roughly(cell.Text) != Promise.None || HeadingWords.Ending(cell.Text) > 0)
            {
                rough++;
            }
        }

        return filled >= 2 && exact >= 1 && (row.IsHeading ? exact + rough >= 2 : exact + rough >= 2 && (exact + rough) * 2 >= filled && (exact >= 2 || filled <= 3 || rough >= 2));
    }

    /// <summary>The row goes on with the headings above it: “Links to Ofsted” / “Recommendations”.</summary>
    public static bool GoesOn(string[] headings, DocumentRow row)
    {
        var filled = 0;
        for (var at = 0; at < row.Cells.Length; at++)
        {
            var cell = row.Cells[at];
            if (cell.IsBlank)
            {
                continue;
            }

            filled++;
            if (cell.Text.Length > LongestContinued || Data().IsMatch(cell.Text) || at >= headings.Length
                || (headings[at].Length > 0 && HeadingWords.Roughly($"{headings[at]} {cell.Text}") == Promise.None && HeadingWords.Roughly(cell.Text) == Promise.None && headings[at][^1] is not ('/' or '-')))
            {
                return false;
            }
        }

        return filled > 0 && (row.Cells.Length == 0 || row.Cells[0].IsBlank || row.Cells[0].Is(CellMarks.OfAbove)) && filled < headings.Count(heading => heading.Length > 0);
    }

    /// <summary>The headings, with what the row below adds to them.</summary>
    public static string[] Joined(string[] headings, DocumentRow row) =>
        [.. headings.Select((heading, at) => at < row.Cells.Length && !row.Cells[at].IsBlank ? $"{heading} {row.Cells[at].Text}".Trim() : heading)];

    /// <summary>The headings of a row as single lines; words that were run into one of them are told apart.</summary>
    public static (string[] Headings, string Before) Of(DocumentRow row)
    {
        var before = new List<string>();
        var headings = row.Cells.Select(cell =>
        {
            var text = (cell.Text ?? "").Replace('\n', ' ');
            if (HeadingWords.Exactly(text) == Promise.None && SectionTrail.IsNamed(text.Split(' ')[0]) is false && HeadingWords.Ending(text) is > 0 and var part && before.Count > 0)
            {
                before.Add(text[..part].Trim());
                return text[part..];
            }

            if (SectionTrail.IsNamed(text) && HeadingWords.Ending(text) is > 0 and var cut)
            {
                before.Add(text[..cut].Trim());
                return text[cut..];
            }

            return text;
        }).ToArray();
        return (headings, string.Join(' ', before));
    }

    [GeneratedRegex(@"^\W*[0-9]+(?:\.[0-9]+)*\W*$|\b[0-9]{1,2}(?:st|nd|rd|th)\b|^[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}$")]
    private static partial Regex Data();
}
