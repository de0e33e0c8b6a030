using System.Text;

namespace TeamsPlanBot.Data.Documents;

/// <summary>Reads tables and lines in text: cells separated by commas, semicolons, tabs or bars, whatever the letters were saved as.</summary>
internal static class PlainTextReader
{
    private const int LongestCell = 1 << 20;

    public static Document Read(Stream file, string name)
    {
        var text = Decode(file);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new UnreadableDocumentException("It holds no text that can be read. Save the plan as Word (.docx), Excel (.xlsx) or CSV UTF-8.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UnreadableDocumentException("It is empty. Check that it was saved.");
        }

        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<?xml", StringComparison.Ordinal))
        {
            throw new UnreadableDocumentException("It is a web page or XML, whatever its ending says. Save the plan as Word (.docx), Excel (.xlsx) or CSV UTF-8.");
        }

        var separator = Separator(text, Path.GetExtension(name).Equals(".txt", StringComparison.OrdinalIgnoreCase));
        return new Document(Blocks(text, separator), null, []);
    }

    private static string Decode(Stream file)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        return bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes.AsSpan(2)),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes.AsSpan(3)),
            _ when ZerosAt(bytes, 1) => Encoding.Unicode.GetString(bytes),
            _ when ZerosAt(bytes, 0) => Encoding.BigEndianUnicode.GetString(bytes),
            _ when IsUtf8(bytes) => Encoding.UTF8.GetString(bytes),
            _ => Windows1252(bytes),
        };
    }

    // Nearly every second byte of English text saved in two bytes a letter is nought.
    private static bool ZerosAt(byte[] bytes, int odd)
    {
        var (seen, zeros) = (0, 0);
        for (var at = odd; at < bytes.Length && seen < 2_000; at += 2, seen++)
        {
            zeros += bytes[at] == 0 ? 1 : 0;
        }

        return bytes.Length % 2 == 0 && seen > 4 && zeros > seen * 3 / 4;
    }

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string Windows1252(byte[] bytes)
    {
        const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
        return string.Create(bytes.Length, bytes, static (letters, from) =>
        {
            for (var at = 0; at < from.Length; at++)
            {
                letters[at] = from[at] is >= 0x80 and < 0xA0 ? High[from[at] - 0x80] : (char)from[at];
            }
        });
    }

    // In running text commas and semicolons separate nothing; a table there stands in tabs or bars.
    private static char Separator(string text, bool isProse)
    {
        var best = ('\0', 0);
        var sample = text[..Math.Min(text.Length, 200_000)].Split('\n');
        foreach (var separator in "\t|;,")
        {
            var alike = sample.Select(line => Count(line, separator)).Where(count => count > 0).GroupBy(count => count).Select(same => (same.Key, Lines: same.Count())).ToList();
            var lines = alike.Sum(same => same.Lines);
            var most = alike.Select(same => same.Lines).DefaultIfEmpty().Max();
            var isTable = separator == '\t' ? lines >= 1
                : separator == '|' ? lines >= 2
                : !isProse ? lines >= 1 : most >= 3 && most * 2 > sample.Count(line => line.Trim().Length > 0) && Count(sample.First(line => line.Trim().Length > 0), separator) >= 2;
            if (isTable && (separator is '\t' or '|' ? lines * 100 : most * 10 + lines) is var weight && weight > best.Item2)
            {
                best = (separator, weight);
            }
        }

        return best.Item1;
    }

    private static int Count(string line, char separator)
    {
        var (count, quoted) = (0, false);
        foreach (var letter in line)
        {
            quoted ^= letter == '"';
            count += !quoted && letter == separator ? 1 : 0;
        }

        return count;
    }

    private static List<DocumentBlock> Blocks(string text, char separator)
    {
        var blocks = new List<DocumentBlock>();
        var rows = new List<DocumentRow>();
        var count = 0;
        foreach (var (number, cells, indent) in Records(text, separator))
        {
            if (cells.Length > DocumentLimits.MostColumns)
            {
                throw DocumentLimits.TooManyColumns;
            }

            var isTable = cells.Length > 1;
            if (isTable && Array.TrueForAll(cells, cell => cell.Length == 0 || cell.Trim('-', ':', ' ').Length == 0))
            {
                continue;
            }

            if (isTable)
            {
                rows.Add(new DocumentRow(number, [.. cells.Select(cell => new DocumentCell(cell))]));
                if (++count > DocumentLimits.MostRows)
                {
                    throw DocumentLimits.TooManyRows;
                }

                continue;
            }

            Close();
            if (cells is [{ Length: > 0 } line])
            {
                blocks.Add(Lines.Of(line, $"line {number}", indent: indent));
            }
        }

        Close();
        return blocks;

        void Close()
        {
            if (rows.Count > 0)
            {
                blocks.Add(new DocumentTable(TableKind.InText, $"{blocks.Count + 1}", rows));
                rows = [];
            }
        }
    }

    // A quotation mark opens a cell only at its start, so that inches and quoted words inside do no harm; one that is never closed is a letter.
    private static IEnumerable<(int Number, string[] Cells, int Indent)> Records(string text, char separator)
    {
        var (line, at) = (1, 0);
        while (at < text.Length)
        {
            var (start, cells, firstLine) = (at, new List<string>(), line);
            while (true)
            {
                var cellStart = at;
                while (at < text.Length && text[at] == ' ')
                {
                    at++;
                }

                if (separator != '\0' && at < text.Length && text[at] == '"' && ClosingQuote(text, at, separator) is var close and > 0)
                {
                    var inside = text[(at + 1)..close].Replace("\"\"", "\"", StringComparison.Ordinal);
                    line += inside.Count(letter => letter == '\n');
                    cells.Add(Lines.Clean(inside));
                    at = close + 1;
                    while (at < text.Length && text[at] is ' ' or '\r')
                    {
                        at++;
                    }
                }
                else
                {
                    at = cellStart;
                    while (at < text.Length && text[at] != '\n' && (separator == '\0' || text[at] != separator))
                    {
                        at++;
                    }

                    cells.Add(Lines.Clean(text[cellStart..at]));
                }

                if (at >= text.Length || text[at] == '\n')
                {
                    break;
                }

                at++;
            }

            at++;
            line++;
            var indent = text.AsSpan(start).IndexOfAnyExcept(' ');
            if (separator == '|' && cells.Count > 2 && cells[0].Length == 0 && cells[^1].Length == 0)
            {
                cells.RemoveAt(cells.Count - 1);
                cells.RemoveAt(0);
            }

            yield return (firstLine, [.. cells], Math.Max(0, indent));
        }
    }

    private static int ClosingQuote(string text, int open, char separator)
    {
        for (var at = open + 1; at < text.Length && at - open < LongestCell; at++)
        {
            if (text[at] != '"')
            {
                continue;
            }

            if (at + 1 < text.Length && text[at + 1] == '"')
            {
                at++;
                continue;
            }

            var after = at + 1;
            while (after < text.Length && text[after] is ' ' or '\r')
            {
                after++;
            }

            return after >= text.Length || text[after] == '\n' || text[after] == separator ? at : -1;
        }

        return -1;
    }
}
