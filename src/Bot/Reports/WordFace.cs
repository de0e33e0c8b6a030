using TeamsPlanBot.Bot.Answers;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>Draws a report as a Word document. It only draws: whatever is said was worked out before.</summary>
public static class WordFace
{
    private static readonly int[] ThreeColumns = [34, 22, 44];
    private static readonly int[] TwoColumns = [40, 60];

    /// <summary>Writes a report of several pages.</summary>
    public static void Write(BoardReport report, Stream file) => Draw(report, new WordPaper(WordPage.Portrait)).Save(file, report);

    /// <summary>Writes what is meant for one page: small, across, in two columns.</summary>
    public static void WriteOnAPage(BoardReport page, Stream file) => Draw(page, new WordPaper(WordPage.OnePage)).Save(file, page);

    private static WordPaper Draw(BoardReport report, WordPaper paper)
    {
        paper.Say("Title", report.Plan);
        paper.Say("Subtitle", $"{report.Kind}: {report.When}");
        foreach (var sentence in report.Opening)
        {
            paper.Say(null, sentence);
        }

        paper.BeginColumns();
        foreach (var chapter in report.Chapters)
        {
            if (chapter.BeginsColumn)
            {
                paper.NextColumn();
            }

            paper.Say("Heading1", chapter.Heading);
            foreach (var passage in chapter.Said)
            {
                Draw(paper, passage, chapter);
            }
        }

        return paper;
    }

    private static void Draw(WordPaper paper, Passage passage, Chapter chapter)
    {
        switch (passage)
        {
            case Passage.Lines { Said.Count: > 0 } lines:
                Title(paper, lines.Title);
                foreach (var line in lines.Said)
                {
                    paper.Say(lines.Said.Count > 1 ? "ListBullet" : null, line);
                }

                break;
            case Passage.Facts { Said.Count: > 0 } facts:
                Title(paper, facts.Title);
                foreach (var fact in facts.Said)
                {
                    paper.Say("ListBullet", new Phrase($"{fact.Name}: ", Tone.Strong), new Phrase(fact.Text));
                }

                break;
            case Passage.Rows { Said.Count: > 0 } rows:
                Title(paper, rows.Title);
                Rows(paper, rows, chapter);
                break;
            case Passage.Table { Said.Count: > 0 } table:
                Title(paper, table.Title);
                Table(paper, table.Title.Length > 0 ? table.Title : chapter.Heading, table);
                break;
            case Passage.Bars { Said.Count: > 0 } bars:
                Title(paper, bars.Title);
                paper.Chart(bars);
                paper.Table(bars.Title, ["Rating", "Actions"], [.. bars.Said.Select(bar => new WordCell[] { new([new Phrase(bar.Name, bar.Tone)]), WordCell.Of($"{bar.Number:N0}") })]);
                break;
            case Passage.Trend { Figures.Said.Count: > 0 } trend:
                Title(paper, trend.Title);
                paper.Say(null, trend.Sentence);
                Table(paper, trend.Title, trend.Figures);
                break;
        }
    }

    private static void Title(WordPaper paper, string title)
    {
        if (title.Length > 0)
        {
            paper.Say("Heading2", title);
        }
    }

    private static void Table(WordPaper paper, string description, Passage.Table table) =>
        paper.Table(description, table.Headings, [.. table.Said.Select(row => (IReadOnlyList<WordCell>)[.. row.Select(WordCell.Of)])]);

    private static void Rows(WordPaper paper, Passage.Rows rows, Chapter chapter)
    {
        var headings = chapter.Columns ?? new RowHeadings("What", "How it stands", "Details");
        var (hasStanding, hasDetails) = (rows.Said.Any(row => row.Standing.Count > 0), rows.Said.Any(row => row.Details.Count > 0));
        paper.Table(
            rows.Title,
            [headings.What, .. hasStanding ? [headings.Standing] : Array.Empty<string>(), .. hasDetails ? [headings.Details] : Array.Empty<string>()],
            [.. rows.Said.Select(row => (IReadOnlyList<WordCell>)[
                new([.. row.Mark.Length > 0 ? [new Phrase($"{row.Mark} ", Tone.Strong)] : Array.Empty<Phrase>(), new Phrase(row.Title)]),
                .. hasStanding ? [new WordCell(row.Standing)] : Array.Empty<WordCell>(),
                .. hasDetails ? [new WordCell([.. row.Details.Select((line, at) => new Phrase(at == 0 ? line : $"\n{line}"))])] : Array.Empty<WordCell>(),
            ])],
            hasStanding && hasDetails ? ThreeColumns : TwoColumns);
    }
}
