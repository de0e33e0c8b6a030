using System.Globalization;
using System.Text;
using System.Xml;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Documents;

/// <summary>Reads the body of a Word document from its start to its end, once.</summary>
internal sealed class DocxReader(OfficePackage package, string main, List<DocumentRemark> remarks)
{
    private const int DeepestTable = 20;
    private readonly List<DocumentBlock> blocks = [];
    private readonly Queue<DocumentTable> inner = new();
    private DocxStyles styles = new(null);
    private DocxNumbering numbering = new(null);
    private string? title;
    private int tables;
    private int rows;
    private int lines;
    private long letters;

    public Document Read()
    {
        var relations = package.Relations(main);
        styles = new DocxStyles(Part("styles"));
        numbering = new DocxNumbering(Part("numbering"));
        using var xml = package.Open(main) ?? throw OfficePackage.Damaged();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (Skips(xml.LocalName))
            {
                Skip(xml);
            }
            else if (xml.LocalName == "p")
            {
                AddLine(Paragraph(xml));
            }
            else if (xml.LocalName == "tbl")
            {
                Add(Table(xml, 1));
            }
        }

        return blocks.Count > 0 ? new Document(blocks, title ?? CoreTitle(), remarks) : throw new UnreadableDocumentException("It holds no words. Check that it is the right file.");

        XmlReader? Part(string type) => relations.Values.FirstOrDefault(relation => relation.Type == type).Part is { } part ? package.Open(part) : null;
    }

    private static bool Skips(string name) => name is "Fallback" or "del" or "moveFrom" or "instrText" or "delText" or "sectPr" or "rPrChange" or "pPrChange" or "tcPrChange" or "trPrChange" or "tblPrChange" or "pict" or "object";

    // The reader stands on the end of what was skipped, as after any other element.
    private static void Skip(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
        }
    }

    private void Add(DocumentTable table)
    {
        if (table.Rows.Count > 0)
        {
            blocks.Add(table);
        }

        while (inner.TryDequeue(out var nested))
        {
            blocks.Add(nested);
        }
    }

    private void AddLine(Words words)
    {
        if (words.Text.Length == 0 || words.IsContents)
        {
            return;
        }

        if (words.IsTitle)
        {
            title ??= words.Text;
        }

        var place = $"paragraph {++lines}";
        blocks.Add(words.Heading > 0 ? new DocumentLine(place, words.Text, LineLook.Heading, words.Heading, words.Label ?? "", words.IsBold)
            : words.Label is { Length: > 0 } label ? new DocumentLine(place, words.Text, LineLook.Numbered, words.Level + 1, label, words.IsBold)
            : words.Label is not null ? new DocumentLine(place, words.Text, LineLook.Bullet, words.Level + 1, "", words.IsBold)
            : Lines.Of(words.Text, place, words.IsBold));
    }

    private string? CoreTitle()
    {
        using var core = package.Open("docProps/core.xml");
        while (core is not null && core.Read())
        {
            if (core.NodeType == XmlNodeType.Element && core.LocalName == "title")
            {
                return core.ReadElementContentAsString().Trim() is { Length: > 0 } text ? text : null;
            }
        }

        return null;
    }

    /// <summary>The words of a paragraph, and what it looks like.</summary>
    private sealed record Words(string Text, int Heading, string? Label, int Level, bool IsBold, bool IsStruck, bool IsTitle, bool IsContents);

    private Words Paragraph(XmlReader xml)
    {
        var kept = new StringBuilder();
        var struck = new StringBuilder();
        var (style, number, level) = ("", (string?)null, 0);
        var (isBold, hasPlain, runIsStruck, runIsBold, runIsHidden, inRun) = (false, false, false, false, false, false);
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            {
                if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "r")
                {
                    inRun = false;
                }

                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (xml.LocalName)
                {
                    case var name when Skips(name):
                        Skip(xml);
                        break;
                    case "pStyle":
                        style = DocxNumbering.Value(xml, "val");
                        break;
                    case "numId" when !inRun:
                        number = DocxNumbering.Value(xml, "val");
                        break;
                    case "ilvl" when !inRun:
                        level = int.TryParse(DocxNumbering.Value(xml, "val"), CultureInfo.InvariantCulture, out var deep) ? deep : 0;
                        break;
                    case "r":
                        (runIsStruck, runIsBold, runIsHidden, inRun) = (false, false, false, !xml.IsEmptyElement);
                        break;
                    case "strike" or "dstrike" when inRun:
                        runIsStruck |= IsOn(xml);
                        break;
                    case "b" when inRun:
                        runIsBold = IsOn(xml);
                        break;
                    case "vanish" when inRun:
                        runIsHidden = IsOn(xml);
                        break;
                    case "t" when !runIsHidden:
                        var text = Text(xml);
                        (runIsStruck ? struck : kept).Append(text);
                        if (!string.IsNullOrWhiteSpace(text))
                        {
                            isBold |= runIsBold;
                            hasPlain |= !runIsBold;
                        }

                        break;
                    case "tab" when inRun:
                        (runIsStruck ? struck : kept).Append(' ');
                        break;
                    case "br" or "cr" when inRun:
                        (runIsStruck ? struck : kept).Append('\n');
                        break;
                    case "p" when kept.Length > 0:
                        kept.Append('\n');
                        break;
                    case "noBreakHyphen":
                        kept.Append('-');
                        break;
                    default:
                        break;
                }
            }
        }

        var isStruck = string.IsNullOrWhiteSpace(kept.ToString()) && struck.Length > 0;
        var words = Lines.Clean((isStruck ? struck : kept).ToString());
        letters += words.Length;
        if (letters > DocumentLimits.MostLettersKept)
        {
            throw DocumentLimits.TooLarge;
        }

        var list = number is null ? styles.List(style) : (number, level);
        var label = words.Length == 0 ? null : list is var (counted, depthOfList) && numbering.Next(counted, depthOfList) is { } next ? next : styles.IsBulletByName(style) ? "" : null;
        return new Words(words, styles.HeadingLevel(style), label, list?.Item2 ?? 0, isBold && !hasPlain, isStruck, styles.IsTitle(style), styles.IsContents(style));
    }

    private static bool IsOn(XmlReader xml) => DocxNumbering.Value(xml, "val") is not ("0" or "false" or "off");

    private static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                text.Append(xml.Value);
            }
        }

        return text.ToString();
    }

    private DocumentTable Table(XmlReader xml, int deep)
    {
        if (deep > DeepestTable)
        {
            throw DocumentLimits.TooLarge;
        }

        var name = (++tables).ToString(CultureInfo.InvariantCulture);
        var found = new List<DocumentRow>();
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            {
                if (xml.NodeType == XmlNodeType.Element && Skips(xml.LocalName))
                {
                    Skip(xml);
                }
                else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "tr")
                {
                    if (Row(xml, found.Count + 1, deep) is { } row)
                    {
                        found.Add(row);
                    }

                    if (++rows > DocumentLimits.MostRows)
                    {
                        throw DocumentLimits.TooManyRows;
                    }
                }
            }
        }

        return new DocumentTable(TableKind.InWord, name, found);
    }

    private DocumentRow? Row(XmlReader xml, int number, int deep)
    {
        var cells = new List<DocumentCell>();
        var (isHeading, isDeleted) = (false, false);
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (xml.LocalName)
                {
                    case "del" when xml.Depth == depth + 2:
                        isDeleted = true;
                        break;
                    case "tblHeader":
                        isHeading = IsOn(xml);
                        break;
                    case "gridBefore":
                        for (var blank = Span(xml); blank > 0; blank--)
                        {
                            cells.Add(DocumentCell.Blank);
                        }

                        break;
                    case "tc":
                        Cell(xml, cells, deep);
                        break;
                    case var name when Skips(name):
                        Skip(xml);
                        break;
                    default:
                        break;
                }

                if (cells.Count > DocumentLimits.MostColumns)
                {
                    throw DocumentLimits.TooManyColumns;
                }
            }
        }

        return isDeleted ? null : new DocumentRow(number, [.. cells], IsHeading: isHeading);
    }

    private static int Span(XmlReader xml) => int.TryParse(DocxNumbering.Value(xml, "val"), CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 0, DocumentLimits.MostColumns + 1) : 1;

    private void Cell(XmlReader xml, List<DocumentCell> cells, int deep)
    {
        var text = new StringBuilder();
        var (span, marks, fill) = (1, CellMarks.None, (Brag?)null);
        var (isStruck, isBold, hasKept, hasPlain) = (false, false, false, false);
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (xml.LocalName)
                {
                    case var name when Skips(name):
                        Skip(xml);
                        break;
                    case "gridSpan":
                        span = Math.Max(1, Span(xml));
                        break;
                    case "vMerge" when DocxNumbering.Value(xml, "val") != "restart":
                        marks |= CellMarks.OfAbove;
                        break;
                    case "hMerge" when DocxNumbering.Value(xml, "val") != "restart":
                        marks |= CellMarks.OfLeft;
                        break;
                    case "shd":
                        fill ??= FillColour.Rating(DocxNumbering.Value(xml, "fill"));
                        break;
                    case "p":
                        var words = Paragraph(xml);
                        if (words.Text.Length > 0)
                        {
                            text.Append(text.Length > 0 ? "\n" : "").Append(words.Label is { Length: > 0 } label ? label + " " : words.Label is not null ? "• " : "").Append(words.Text);
                            isStruck |= words.IsStruck;
                            hasKept |= !words.IsStruck;
                            isBold |= words.IsBold;
                            hasPlain |= !words.IsBold;
                        }

                        break;
                    case "tbl":
                        Nested(Table(xml, deep + 1), text);
                        break;
                    default:
                        break;
                }
            }
        }

        marks |= (isStruck && !hasKept ? CellMarks.Struck : 0) | (isBold && !hasPlain ? CellMarks.Bold : 0);
        cells.Add(new DocumentCell(text.ToString(), marks, fill));
        for (; span > 1 && cells.Count <= DocumentLimits.MostColumns; span--)
        {
            cells.Add(new DocumentCell("", CellMarks.OfLeft | (marks & CellMarks.OfAbove)));
        }
    }

    // A table that only lays out a page holds the plan in one inside it; a small one is part of its cell's words.
    private void Nested(DocumentTable table, StringBuilder text)
    {
        if (table.Rows.Count >= 2 && table.Rows.Any(row => row.Cells.Length >= 3))
        {
            inner.Enqueue(table);
            return;
        }

        foreach (var row in table.Rows)
        {
            text.Append(text.Length > 0 ? "\n" : "").AppendJoin(" – ", row.Cells.Where(cell => !cell.IsBlank).Select(cell => cell.Text));
        }
    }
}
