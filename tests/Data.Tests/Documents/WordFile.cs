using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TeamsPlanBot.Data.Tests.Documents;

/// <summary>A Word file built for a test: headings, lines, lists and tables with bullets, merged cells and fills.</summary>
internal sealed class WordFile
{
    private const int BulletList = 1;
    private readonly Body body = new();
    private readonly List<int> lists = [];

    /// <summary>What is to be done to the finished package, such as adding a part.</summary>
    public Action<MainDocumentPart>? Then { get; init; }

    public WordFile Heading(int level, string text) => Add(new Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = $"Heading{level}" }), .. InRuns(text)]));

    public WordFile Line(string text, bool isBold = false) => Add(new Paragraph((OpenXmlElement[])(isBold ? [new Run(new RunProperties(new Bold()), Words(text))] : InRuns(text))));

    public WordFile Bullets(params string[] items)
    {
        foreach (var item in items)
        {
            Add(Item(item, BulletList));
        }

        return this;
    }

    /// <summary>A list that Word numbers by itself, from 1 on.</summary>
    public WordFile Numbered(params string[] items)
    {
        lists.Add(lists.Count + 2);
        foreach (var item in items)
        {
            Add(Item(item, lists[^1]));
        }

        return this;
    }

    /// <summary>Rows of cells; “• ” begins a bullet, a line break a paragraph, “^” hangs a cell on the one above, “=” begins a cell across the table, “#” and six signs fill it.</summary>
    public WordFile Table(string[] headings, params string[][] rows) => Add(new Table([Row(headings, headings.Length, isHeading: true), .. rows.Select((row, at) => Row(row, headings.Length, false, at + 1 < rows.Length ? rows[at + 1] : []))]));

    public MemoryStream Save()
    {
        var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(body);
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles((IEnumerable<OpenXmlElement>)Enumerable.Range(1, 3).Select(level => new Style(new StyleName { Val = $"heading {level}" }) { Type = StyleValues.Paragraph, StyleId = $"Heading{level}" }));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
            [
                List(0, NumberFormatValues.Bullet, "·"), List(1, NumberFormatValues.Decimal, "%1."),
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = BulletList },
                .. lists.Select(list => new NumberingInstance(new AbstractNumId { Val = 1 }, new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 }) { NumberID = list }),
            ]);
            Then?.Invoke(main);
        }

        file.Position = 0;
        return file;
    }

    private static AbstractNum List(int id, NumberFormatValues format, string text) =>
        new(new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }) { LevelIndex = 0 }) { AbstractNumberId = id };

    private static TableRow Row(string[] cells, int width, bool isHeading, string[]? next = null)
    {
        var row = new TableRow();
        if (isHeading)
        {
            row.Append(new TableRowProperties(new TableHeader()));
        }

        if (cells is [['=', .. var across]])
        {
            row.Append(new TableCell([new TableCellProperties(new GridSpan { Val = width }), .. Paragraphs(across)]));
            return row;
        }

        foreach (var (at, cell) in cells.Index())
        {
            var properties = new TableCellProperties();
            var text = cell;
            if (cell == "^")
            {
                properties.Append(new VerticalMerge());
                text = "";
            }
            else if (next is not null && at < next.Length && next[at] == "^")
            {
                properties.Append(new VerticalMerge { Val = MergedCellValues.Restart });
            }

            if (cell.StartsWith('#'))
            {
                properties.Append(new Shading { Val = ShadingPatternValues.Clear, Fill = cell[1..7] });
                text = cell[7..];
            }

            row.Append(new TableCell([properties, .. Paragraphs(text)]));
        }

        return row;
    }

    private static IEnumerable<OpenXmlElement> Paragraphs(string text) =>
        text.Split('\n').Select(line => line.StartsWith("• ", StringComparison.Ordinal) ? Item(line[2..], BulletList) : new Paragraph(InRuns(line)));

    private static Paragraph Item(string text, int list) =>
        new([new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = list })), .. InRuns(text)]);

    // Word cuts words into runs wherever somebody once stopped typing.
    private static Run[] InRuns(string text) => [.. text.Chunk(13).Select(part => new Run(Words(new string(part))))];

    private static Text Words(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    private WordFile Add(OpenXmlElement element)
    {
        body.Append(element);
        return this;
    }
}
