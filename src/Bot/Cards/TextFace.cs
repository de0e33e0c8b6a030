using System.Text;
using TeamsPlanBot.Bot.Answers;

namespace TeamsPlanBot.Bot.Cards;

/// <summary>Says an answer in plain text.</summary>
public static class TextFace
{
    private const int Width = 80;

    public static string Say(Answer answer) => string.Join('\n', Lines(answer));

    /// <summary>The same in lines that fit a terminal; lines that go on are set in.</summary>
    public static string Wrapped(string text)
    {
        var wrapped = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var indent = line.Length - line.TrimStart().Length;
            var column = 0;
            foreach (var word in line.TrimStart().Split(' '))
            {
                if (column == 0)
                {
                    wrapped.Append(' ', indent);
                    column = indent;
                }
                else if (column + 1 + word.Length > Width)
                {
                    wrapped.Append('\n').Append(' ', Math.Max(indent, 2));
                    column = Math.Max(indent, 2);
                }
                else
                {
                    wrapped.Append(' ');
                    column++;
                }

                wrapped.Append(word);
                column += word.Length;
            }

            wrapped.Append('\n');
        }

        return wrapped.ToString().TrimEnd('\n');
    }

    private static IEnumerable<string> Lines(Answer answer) => answer is Series series
        ? series.Parts.SelectMany((part, at) => at == 0 ? Lines(part.Answer) : Lines(part.Answer).Prepend(""))
        : [
            answer.Headline,
            .. answer.Basis.Length > 0 ? [answer.Basis] : Array.Empty<string>(),
            .. answer.Body.SelectMany((passage, at) => passage is Passage.Lines { Title.Length: 0, Said.Count: > 0 } && at > 0 && answer.Body[at - 1] is Passage.Rows { Said.Count: > 0 } ? Say(passage).Prepend("") : Say(passage)),
            .. answer is Advice ? answer.Buttons.Select(button => $"  - {button.Title}") : [],
        ];

    private static IEnumerable<string> Say(Passage passage)
    {
        IReadOnlyList<string> said = passage switch
        {
            Passage.Lines lines => lines.Said,
            Passage.Facts facts => [.. facts.Said.Select(fact => $"{fact.Name}: {fact.Text}")],
            Passage.Rows rows => [.. rows.Said.SelectMany((row, at) => rows.Title.Length > 0 && at == 0 ? Say(row).Skip(1) : Say(row))],
            Passage.Table table => [.. Say(table)],
            Passage.Bars { Said.Count: > 0 } bars => [bars.Sentence],
            Passage.Form form => [.. form.Blanks.SelectMany(Say)],
            Passage.Trend trend => [.. trend.Sentence.Length > 0 ? [trend.Sentence] : Array.Empty<string>(), .. Say(trend.Figures)],
            _ => [],
        };
        return said.Count == 0 || passage.Title.Length == 0 ? said : ["", passage.Title, .. said.Select(line => line.Length == 0 ? line : $"  {line}")];
    }

    private static IEnumerable<string> Say(Blank blank) =>
        [$"{blank.Label} {(blank.Value.Length == 0 ? "…" : blank.Value)}", .. blank.Fault is { } fault ? [$"  {fault}"] : Array.Empty<string>()];

    private static IEnumerable<string> Say(Row row)
    {
        var standing = string.Concat(row.Standing.Select(phrase => phrase.Text));
        if (row.Title.Length == 0)
        {
            return [standing, .. row.Details];
        }

        return ["", $"{row.Mark} {row.Title}".TrimStart(), .. (standing.Length > 0 ? row.Details.Prepend(standing) : row.Details).Select(line => $"  {line}")];
    }

    // In columns where these fit a terminal, else each cell under its heading.
    private static IEnumerable<string> Say(Passage.Table table)
    {
        if (table.Said.Count == 0)
        {
            return [];
        }

        IReadOnlyList<IReadOnlyList<string>> all = [table.Headings, .. table.Said];
        var widths = table.Headings.Select((_, at) => all.Max(row => row[at].Length)).ToList();
        return widths.Sum() + (2 * widths.Count) <= Width - 2
            ? all.Select(row => string.Join("  ", row.Select((cell, at) => cell.PadRight(widths[at]))).TrimEnd())
            : table.Said.Select(row => string.Join("; ", row.Select((cell, at) => at == 0 ? cell : $"{table.Headings[at]}: {cell}")));
    }
}
