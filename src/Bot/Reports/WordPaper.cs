using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using TeamsPlanBot.Bot.Answers;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>A cell of a table in a document.</summary>
internal sealed record WordCell(IReadOnlyList<Phrase> Said)
{
    public static WordCell Of(string text) => new([new Phrase(text)]);
}

/// <summary>A Word document that is being written, with the styles of the template.</summary>
internal sealed class WordPaper(WordPage page)
{
    private const int LetterWidth = 110;
    private const int LongestWord = 16;
    private const int CellMargins = 200;
    private const int NarrowColumn = 4;
    private const int WideColumn = 52;

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly XElement body = new(W + "body");
    private readonly List<WordChart> charts = [];

    /// <summary>A paragraph in a style; in the usual one, where none is named.</summary>
    public void Say(string? style, params IReadOnlyList<Phrase> words) => body.Add(Paragraph(style, words));

    public void Say(string? style, string words) => Say(style, new Phrase(words));

    /// <summary>What follows stands in columns, where the page has any.</summary>
    public void BeginColumns()
    {
        if (page.Columns > 1)
        {
            body.Add(new XElement(W + "p", new XElement(W + "pPr", new XElement(W + "spacing", Value("after", 0)), Section(1))));
        }
    }

    /// <summary>What follows stands in the next column, where the page has any.</summary>
    public void NextColumn()
    {
        if (page.Columns > 1)
        {
            body.Add(new XElement(W + "p", new XElement(W + "pPr", new XElement(W + "spacing", Value("after", 0), Value("line", 20), Value("lineRule", "exact"))), new XElement(W + "r", new XElement(W + "br", Value("type", "column")))));
        }
    }

    /// <summary>A table; its headings are marked as such and come again on each page.</summary>
    /// <param name="description">What somebody hears who does not see it.</param>
    /// <param name="weights">How wide the columns are beside each other; by what stands in them, where none are given.</param>
    public void Table(string description, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<WordCell>> rows, IReadOnlyList<int>? weights = null)
    {
        var widths = Widths(headings, rows, weights);
        body.Add(new XElement(
            W + "tbl",
            new XElement(
                W + "tblPr",
                new XElement(W + "tblStyle", Value("val", "PlanTable")),
                new XElement(W + "tblW", Value("w", 5000), Value("type", "pct")),
                new XElement(W + "tblLayout", Value("type", "fixed")),
                new XElement(W + "tblLook", Value("val", "0020"), Value("firstRow", 1), Value("lastRow", 0), Value("firstColumn", 0), Value("lastColumn", 0), Value("noHBand", 1), Value("noVBand", 1)),
                new XElement(W + "tblCaption", Value("val", WordText.Clean(description))),
                new XElement(W + "tblDescription", Value("val", $"{description}: {string.Join(", ", headings)}"))),
            new XElement(W + "tblGrid", widths.Select(width => new XElement(W + "gridCol", Value("w", width)))),
            Row(headings.Select(WordCell.Of), widths, isHeading: true),
            rows.Select(row => Row(row, widths, isHeading: false))));

        // Two tables without a paragraph between them would become one.
        body.Add(new XElement(W + "p", new XElement(W + "pPr", new XElement(W + "spacing", Value("after", 0), Value("line", 160), Value("lineRule", "exact")))));
    }

    // Each column has room for its longest word; the rest is shared out by how much stands in it.
    private List<int> Widths(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<WordCell>> rows, IReadOnlyList<int>? weights)
    {
        var texts = headings.Select((heading, at) => rows.Select(row => string.Concat(row[at].Said.Select(phrase => phrase.Text))).Append(heading).ToList()).ToList();
        var shares = weights ?? texts.ConvertAll(column => Math.Clamp(column.Max(text => text.Length), NarrowColumn, WideColumn));
        var least = texts.ConvertAll(column => CellMargins + (LetterWidth * Math.Min(column.SelectMany(text => text.Split(' ', '\n')).Max(word => word.Length), LongestWord)));
        var rest = Math.Max(page.ColumnWidth - least.Sum(), 0);
        return [.. least.Select((width, at) => width + (rest * shares[at] / shares.Sum()))];
    }

    /// <summary>A chart that can be edited in Word, and its caption.</summary>
    public void Chart(Passage.Bars bars)
    {
        charts.Add(new WordChart(bars));
        body.Add(new XElement(
            W + "p",
            new XElement(W + "pPr", new XElement(W + "keepNext"), new XElement(W + "spacing", Value("after", 0), Value("line", 240), Value("lineRule", "auto"))),
            new XElement(W + "r", WordChart.Drawing(bars, charts.Count, IdOf(charts.Count), page.ColumnWidth, page.ChartHeight))));
        body.Add(new XElement(
            W + "p",
            new XElement(W + "pPr", new XElement(W + "pStyle", Value("val", "Caption"))),
            Run(new Phrase("Figure ")),
            new XElement(W + "fldSimple", Value("instr", @" SEQ Figure \* ARABIC "), Run(new Phrase($"{charts.Count}"))),
            Run(new Phrase($": {bars.Sentence}"))));
    }

    public void Save(Stream file, BoardReport report)
    {
        using var whole = new MemoryStream();
        using (var document = WordprocessingDocument.Create(whole, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var (header, footer) = (main.AddNewPart<HeaderPart>("header"), main.AddNewPart<FooterPart>("footer"));
            Feed(header, new XElement(W + "hdr", Names(), Paragraph("Header", [new Phrase($"{report.Kind}: {report.Plan}")])));
            Feed(footer, new XElement(W + "ftr", Names(), PageNumbers(report)));
            Feed(main.AddNewPart<StyleDefinitionsPart>("styles"), page.Fitting(WordTemplate.Read("styles")));
            Feed(main.AddNewPart<NumberingDefinitionsPart>("numbering"), WordTemplate.Read("numbering"));
            Feed(main.AddNewPart<DocumentSettingsPart>("settings"), WordTemplate.Read("settings"));
            Feed(main.AddNewPart<ThemePart>("theme"), WordTemplate.Read("theme"));
            for (var at = 0; at < charts.Count; at++)
            {
                charts[at].Write(main.AddNewPart<ChartPart>(IdOf(at + 1)), page.Size);
            }

            body.Add(Section(page.Columns));
            Feed(main, new XElement(W + "document", Names(), body));
            document.PackageProperties.Title = WordText.Clean($"{report.Kind}: {report.Plan}, {report.When}");
            document.PackageProperties.Subject = WordText.Clean(report.Plan);
            document.PackageProperties.Creator = "TeamsPlanBot";
            document.PackageProperties.Language = "en-GB";
        }

        whole.Position = 0;
        whole.CopyTo(file);
    }

    private static string IdOf(int chart) => $"chart{chart}";

    private static object[] Names() => [new XAttribute(XNamespace.Xmlns + "w", W), new XAttribute(XNamespace.Xmlns + "r", R)];

    private static void Feed(OpenXmlPart part, XElement content)
    {
        using var stream = part.GetStream(FileMode.Create);
        content.Save(stream, SaveOptions.DisableFormatting);
    }

    private static XElement Paragraph(string? style, IReadOnlyList<Phrase> words) => new(
        W + "p",
        style is null ? null : new XElement(W + "pPr", new XElement(W + "pStyle", Value("val", style))),
        words.Select(Run));

    private static XElement Row(IEnumerable<WordCell> cells, List<int> widths, bool isHeading) => new(
        W + "tr",
        new XElement(W + "trPr", new XElement(W + "cantSplit"), isHeading ? new XElement(W + "tblHeader") : null),
        cells.Select((cell, at) => new XElement(
            W + "tc",
            new XElement(W + "tcPr", new XElement(W + "tcW", Value("w", widths[at]), Value("type", "dxa")), cell.Said is [{ Tone: var tone }] ? Shade(tone) : null),
            Paragraph("TableText", cell.Said))));

    private static XElement? Shade(Tone tone) => Colours(tone) is var (_, fill) ? new XElement(W + "shd", Value("val", "clear"), Value("color", "auto"), Value("fill", fill)) : null;

    // The word is always there; the colour behind it only repeats it.
    private static XElement Run(Phrase phrase) => new(
        W + "r",
        phrase.Tone == Tone.Plain ? null : new XElement(
            W + "rPr",
            new XElement(W + "b"),
            Colours(phrase.Tone) is var (ink, _) ? new XElement(W + "color", Value("val", ink)) : null,
            Shade(phrase.Tone)),
        WordText.Clean(phrase.Text).Split('\n').SelectMany((line, at) => new[] { at == 0 ? null : new XElement(W + "br"), new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), line) }));

    private static (string Ink, string Fill)? Colours(Tone tone) => tone switch
    {
        Tone.Red => ("8B0000", "FFC7CE"),
        Tone.Amber => ("664B00", "FFE699"),
        Tone.Green => ("1E4620", "C6E0B4"),
        Tone.Blue => ("1F3864", "BDD7EE"),
        _ => null,
    };

    private static XElement PageNumbers(BoardReport report) => new(
        W + "p",
        new XElement(W + "pPr", new XElement(W + "pStyle", Value("val", "Footer"))),
        Run(new Phrase(report.When)),
        new XElement(W + "r", new XElement(W + "tab")),
        Run(new Phrase("Page ")),
        new XElement(W + "fldSimple", Value("instr", " PAGE "), Run(new Phrase("1"))),
        Run(new Phrase(" of ")),
        new XElement(W + "fldSimple", Value("instr", " NUMPAGES "), Run(new Phrase("1"))));

    private XElement Section(int columns) => new(
        W + "sectPr",
        new XElement(W + "headerReference", Value("type", "default"), new XAttribute(R + "id", "header")),
        new XElement(W + "footerReference", Value("type", "default"), new XAttribute(R + "id", "footer")),
        page.Columns > 1 && columns > 1 ? new XElement(W + "type", Value("val", "continuous")) : null,
        new XElement(W + "pgSz", Value("w", page.Width), Value("h", page.Height), page.Width > page.Height ? Value("orient", "landscape") : null),
        new XElement(
            W + "pgMar", Value("top", page.Margin), Value("right", page.Margin), Value("bottom", page.Margin), Value("left", page.Margin), Value("header", page.Margin / 2), Value("footer", page.Margin / 2), Value("gutter", 0)),
        columns > 1 ? new XElement(W + "cols", Value("num", columns), Value("space", page.Gap)) : null);

    private static XAttribute Value(string name, object value) => new(W + name, Convert.ToString(value, CultureInfo.InvariantCulture)!);
}
