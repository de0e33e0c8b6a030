using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Exports;

/// <summary>An Excel workbook, written row by row, so that a large one needs no more memory than a small one.</summary>
/// <remarks>Not by the package that reads and checks such files: it keeps every part in memory until the end.</remarks>
public sealed class Workbook(Stream file) : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PaperA3 = "8";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private const int LineHeight = 15;
    private const int HighestRow = 405;

    // Excel counts days from here, and thinks that there was a 29 February 1900.
    private static readonly DateOnly DayNought = new(1899, 12, 30);
    private static readonly DateOnly FirstSureDay = new(1900, 3, 1);

    private readonly ZipArchive parts = new(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    private readonly List<WrittenSheet> sheets = [];
    private bool isFinished;

    /// <summary>Adds a sheet: its headings and its rows, the cells as the canonical file has them. Says how many rows there were.</summary>
    public int Add(string name, IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var stream = parts.CreateEntry($"xl/worksheets/sheet{sheets.Count + 1}.xml", CompressionLevel.Fastest).Open();
        using var xml = Xml(stream);
        xml.WriteStartElement("worksheet", Main);
        Empty(xml, "sheetPr", inside: () => Empty(xml, "pageSetUpPr", ("fitToPage", "1")));
        WriteView(xml, columns);
        xml.WriteStartElement("sheetData");
        WriteRow(xml, 1, columns, columns.Select(column => column.Heading).ToList(), isHeading: true);
        var last = 1;
        foreach (var row in rows)
        {
            WriteRow(xml, ++last, columns, row, isHeading: false);
        }

        xml.WriteEndElement();
        var end = $"{Letters(columns.Count - 1)}{last}";
        Empty(xml, "autoFilter", ("ref", $"A1:{end}"));
        Empty(xml, "pageMargins", ("left", "0.4"), ("right", "0.4"), ("top", "0.6"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        Empty(xml, "pageSetup", ("paperSize", PaperA3), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        xml.WriteStartElement("headerFooter");
        xml.WriteElementString("oddFooter", "&L&A&RPage &P of &N");
        xml.WriteEndElement();
        xml.WriteEndElement();
        var printed = columns.Count(column => column.IsPrinted);
        sheets.Add(new WrittenSheet(
            SheetNames.Fitting(name, sheets.ConvertAll(sheet => sheet.Name)), $"$A$1:${Letters(columns.Count - 1)}${last}", printed is 0 || printed == columns.Count ? null : $"$A$1:${Letters(printed - 1)}${last}"));
        return last - 1;
    }

    /// <summary>Writes what holds the sheets together; without it the file is none.</summary>
    public void Finish()
    {
        isFinished = true;
        Part("xl/styles.xml", WorkbookStyles.Write);
        Part("xl/workbook.xml", WriteSheets);
        Part("xl/_rels/workbook.xml.rels", xml => WriteLinks(xml, [
            .. sheets.Select((_, at) => ("worksheet", $"worksheets/sheet{at + 1}.xml")),
            ("styles", "styles.xml"),
        ]));
        Part("_rels/.rels", xml => WriteLinks(xml, [("officeDocument", "xl/workbook.xml")]));
        Part("[Content_Types].xml", WriteTypes);
    }

    public void Dispose()
    {
        // A workbook that was given up half way is left without its list of parts, so that nothing takes it for a whole one.
        if (isFinished)
        {
            parts.Dispose();
        }
    }

    private static void WriteView(XmlWriter xml, IReadOnlyList<SheetColumn> columns)
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        Empty(xml, "pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        Empty(xml, "selection", ("pane", "bottomLeft"), ("activeCell", "A2"), ("sqref", "A2"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Empty(xml, "sheetFormatPr", ("defaultRowHeight", "15"));
        xml.WriteStartElement("cols");
        for (var at = 0; at < columns.Count; at++)
        {
            Empty(xml, "col", ("min", $"{at + 1}"), ("max", $"{at + 1}"), ("width", $"{columns[at].Width}"), ("customWidth", "1"));
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int number, IReadOnlyList<SheetColumn> columns, IReadOnlyList<string> cells, bool isHeading)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", $"{number}");

        // Not every program works out by itself how high a row must be for its words.
        xml.WriteAttributeString("ht", $"{Math.Min(Enumerable.Range(0, columns.Count).Max(at => Lines(cells[at], columns[at].Width)) * LineHeight, HighestRow)}");
        for (var at = 0; at < columns.Count; at++)
        {
            WriteCell(xml, $"{Letters(at)}{number}", cells[at], isHeading ? null : columns[at].Holds);
        }

        xml.WriteEndElement();
    }

    private static int Lines(string cell, int width)
    {
        var lines = 0;
        foreach (var line in cell.AsSpan().EnumerateLines())
        {
            lines += 1 + (line.Length * 10 / (width * 11));
        }

        return lines;
    }

    private static void WriteCell(XmlWriter xml, string place, string cell, CellKind? kind)
    {
        if (cell.Length == 0)
        {
            Empty(xml, "c", ("r", place), ("s", $"{WorkbookStyles.Words}"));
            return;
        }

        switch (kind)
        {
            case CellKind.Day when DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstSureDay:
                WriteNumber(xml, place, $"{day.DayNumber - DayNought.DayNumber}", WorkbookStyles.Day);
                break;
            case CellKind.Number when decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out var number):
                WriteNumber(xml, place, number.ToString(CultureInfo.InvariantCulture), WorkbookStyles.Number);
                break;
            case CellKind.Rating when Enum.TryParse<Brag>(cell, ignoreCase: true, out var rating):
                WriteText(xml, place, $"{rating}", WorkbookStyles.Of(rating));
                break;
            default:
                WriteText(xml, place, cell, kind is null ? WorkbookStyles.Heading : SheetText.LooksLikeFormula(cell) ? WorkbookStyles.Quoted : WorkbookStyles.Words);
                break;
        }
    }

    private static void WriteNumber(XmlWriter xml, string place, string number, int style)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", place);
        xml.WriteAttributeString("s", $"{style}");
        xml.WriteElementString("v", number);
        xml.WriteEndElement();
    }

    // Texts stand in their cells: a list of them for the whole workbook would have to be kept until its end. A text can never be a formula.
    private static void WriteText(XmlWriter xml, string place, string text, int style)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", place);
        xml.WriteAttributeString("s", $"{style}");
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(SheetText.Written(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteSheets(XmlWriter xml)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Links);
        xml.WriteStartElement("bookViews");
        Empty(xml, "workbookView");
        xml.WriteEndElement();
        xml.WriteStartElement("sheets");
        foreach (var (at, sheet) in sheets.Index())
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", sheet.Name);
            xml.WriteAttributeString("sheetId", $"{at + 1}");
            xml.WriteAttributeString("id", Links, $"rId{at + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("definedNames");
        foreach (var (at, sheet) in sheets.Index())
        {
            var quoted = $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!";
            Name(xml, "_xlnm._FilterDatabase", at, $"{quoted}{sheet.Filtered}", isHidden: true);
            if (sheet.Printed is { } printed)
            {
                Name(xml, "_xlnm.Print_Area", at, $"{quoted}{printed}", isHidden: false);
            }

            Name(xml, "_xlnm.Print_Titles", at, $"{quoted}$1:$1", isHidden: false);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Name(XmlWriter xml, string name, int sheet, string refers, bool isHidden)
    {
        xml.WriteStartElement("definedName");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("localSheetId", $"{sheet}");
        if (isHidden)
        {
            xml.WriteAttributeString("hidden", "1");
        }

        xml.WriteString(refers);
        xml.WriteEndElement();
    }

    private static void WriteLinks(XmlWriter xml, IReadOnlyList<(string Kind, string Target)> links)
    {
        xml.WriteStartElement("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships");
        foreach (var (at, (kind, target)) in links.Index())
        {
            Empty(xml, "Relationship", ("Id", $"rId{at + 1}"), ("Type", $"{Links}/{kind}"), ("Target", target));
        }

        xml.WriteEndElement();
    }

    private void WriteTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        Empty(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Empty(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", $"{Types}.sheet.main+xml"));
        Empty(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", $"{Types}.styles+xml"));
        for (var at = 1; at <= sheets.Count; at++)
        {
            Empty(xml, "Override", ("PartName", $"/xl/worksheets/sheet{at}.xml"), ("ContentType", $"{Types}.worksheet+xml"));
        }

        xml.WriteEndElement();
    }

    private void Part(string name, Action<XmlWriter> write)
    {
        using var stream = parts.CreateEntry(name, CompressionLevel.Fastest).Open();
        using var xml = Xml(stream);
        write(xml);
    }

    private static XmlWriter Xml(Stream stream)
    {
        var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n" });
        xml.WriteStartDocument(standalone: true);
        return xml;
    }

    private static void Empty(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    private static void Empty(XmlWriter xml, string name, Action inside)
    {
        xml.WriteStartElement(name);
        inside();
        xml.WriteEndElement();
    }

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{Letters((column / 26) - 1)}{(char)('A' + (column % 26))}";

    private sealed record WrittenSheet(string Name, string Filtered, string? Printed);
}

/// <summary>A column of a sheet; those that are not printed come last.</summary>
public sealed record SheetColumn(string Heading, CellKind Holds, int Width, bool IsPrinted = true);

/// <summary>What the cells of a column hold; what does not fit is written as words.</summary>
public enum CellKind
{
    Words,
    Day,
    Number,
    Rating,
}
