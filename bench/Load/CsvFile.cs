using System.Text;

namespace TeamsPlanBot.Load;

/// <summary>Reads what the bot exported.</summary>
internal static class CsvFile
{
    /// <summary>The rows, each by the headings of its cells.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string csv)
    {
        var lines = Lines(csv).ToList();
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static IEnumerable<List<string>> Lines(string csv)
    {
        var (line, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < csv.Length; at++)
        {
            switch (csv[at])
            {
                case '"' when isQuoted && at + 1 < csv.Length && csv[at + 1] == '"':
                    cell.Append('"');
                    at++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    Next();
                    break;
                case '\n' when !isQuoted:
                    Next();
                    yield return line;
                    line = [];
                    break;
                case '\r' when !isQuoted:
                    break;
                case var letter:
                    cell.Append(letter);
                    break;
            }
        }

        void Next()
        {
            line.Add(cell.ToString().TrimStart('\uFEFF'));
            cell.Clear();
        }
    }
}
