using System.Globalization;
using System.Text;
using System.Xml;

namespace TeamsPlanBot.Data.Documents;

/// <summary>Reads the sheets of a workbook as tables; formulas give the value they were saved with.</summary>
internal sealed class XlsxReader(OfficePackage package, string main, List<DocumentRemark> remarks)
{
    private const int MostRemarksOfAKind = 20;
    private const int MostMerges = 100_000;
    private readonly List<DocumentBlock> sheets = [];
    private readonly List<(string Text, bool IsStruck)> shared = [];
    private XlsxStyles styles = new(null, []);
    private bool countsFrom1904;
    private int rows;
    private int cells;
    private long letters;

    public Document Read()
    {
        var relations = package.Relations(main);
        styles = new XlsxStyles(Part("styles"), XlsxStyles.Theme(Part("theme")));
        using (var strings = Part("sharedStrings"))
        {
            ReadShared(strings);
        }

        var found = new List<(string Name, string Part)>();
        using (var workbook = package.Open(main) ?? throw OfficePackage.Damaged())
        {
            while (workbook.Read())
            {
                if (workbook.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (workbook.LocalName == "workbookPr")
                {
                    countsFrom1904 = workbook.GetAttribute("date1904") is "1" or "true";
                }
                else if (workbook.LocalName == "externalReference")
                {
                    remarks.Add(new DocumentRemark("", "The workbook refers to another one, which was not opened; the values it last had stand."));
                }
                else if (workbook.LocalName == "sheet" && relations.TryGetValue(DocxNumbering.Value(workbook, "id"), out var relation) && relation.Type == "worksheet")
                {
                    var name = workbook.GetAttribute("name") ?? "";
                    if (workbook.GetAttribute("state") is "hidden" or "veryHidden")
                    {
                        remarks.Add(new DocumentRemark($"sheet {name}", "This sheet is hidden and was passed over; show it and bring the file again if it belongs to the plan."));
                    }
                    else
                    {
                        found.Add((name, relation.Part));
                    }
                }
            }
        }

        foreach (var (name, part) in found)
        {
            if (Sheet(name, part) is { Rows.Count: > 0 } sheet)
            {
                sheets.Add(sheet);
            }
        }

        return sheets.Count > 0 ? new Document(sheets, Title(), remarks) : throw new UnreadableDocumentException("Its sheets are blank. Check that it is the right file.");

        XmlReader? Part(string type) => relations.Values.FirstOrDefault(relation => relation.Type == type).Part is { } part ? package.Open(part) : null;
    }

    private string? Title()
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

    private void ReadShared(XmlReader? xml)
    {
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                shared.Add(Rich(xml));
            }
        }
    }

    // Words with runs of their own looks; struck ones are left out where others stand beside them.
    private (string Text, bool IsStruck) Rich(XmlReader xml)
    {
        var kept = new StringBuilder();
        var struck = new StringBuilder();
        var isStruck = false;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            {
                switch (xml.NodeType)
                {
                    case XmlNodeType.Element when xml.LocalName == "r":
                        isStruck = false;
                        break;
                    case XmlNodeType.Element when xml.LocalName == "rPh":
                        Skip(xml);
                        break;
                    case XmlNodeType.Element when xml.LocalName == "strike":
                        isStruck = xml.GetAttribute("val") is not ("0" or "false");
                        break;
                    case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA:
                        (isStruck ? struck : kept).Append(xml.Value);
                        break;
                    default:
                        break;
                }
            }
        }

        var isAll = string.IsNullOrWhiteSpace(kept.ToString()) && struck.Length > 0;
        var text = Lines.Clean((isAll ? struck : kept).ToString());
        Keep(text);
        return (text, isAll);
    }

    private static void Skip(XmlReader xml)
    {
        var depth = xml.Depth;
        while (!xml.IsEmptyElement && xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
        }
    }

    private void Keep(string text)
    {
        letters += text.Length;
        if (letters > DocumentLimits.MostLettersKept)
        {
            throw DocumentLimits.TooLarge;
        }
    }

    private DocumentTable? Sheet(string name, string part)
    {
        using var xml = package.Open(part);
        var found = new List<DocumentRow>();
        var merges = new List<(int Top, int Left, int Bottom, int Right)>();
        var (hiddenColumns, hiddenRows, formulas, errors) = (0, 0, 0, 0);
        var number = 0;
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "col" && xml.GetAttribute("hidden") is "1" or "true")
            {
                hiddenColumns++;
            }
            else if (xml.LocalName == "row")
            {
                number = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var at) ? at : number + 1;
                var isHidden = xml.GetAttribute("hidden") is "1" or "true";
                if (Cells(xml, name, number, ref formulas, ref errors) is { Length: > 0 } inRow)
                {
                    hiddenRows += isHidden ? 1 : 0;
                    found.Add(new DocumentRow(number, inRow, isHidden));
                    if (++rows > DocumentLimits.MostRows)
                    {
                        throw DocumentLimits.TooManyRows;
                    }
                }
            }
            else if (xml.LocalName == "mergeCell" && merges.Count < MostMerges && Area(xml.GetAttribute("ref")) is { } area)
            {
                merges.Add(area);
            }
        }

        if (hiddenRows > 0)
        {
            remarks.Add(new DocumentRemark($"sheet {name}", $"{hiddenRows:N0} hidden {(hiddenRows == 1 ? "row is" : "rows are")} read like the others; delete what does not belong to the plan."));
        }

        if (hiddenColumns > 0)
        {
            remarks.Add(new DocumentRemark($"sheet {name}", "Hidden columns are read like the others."));
        }

        return found.Count == 0 ? null : new DocumentTable(TableKind.Sheet, name, Merged(found, merges));
    }

    private DocumentCell[] Cells(XmlReader xml, string sheet, int row, ref int formulas, ref int errors)
    {
        var inRow = new List<DocumentCell>();
        var last = -1;
        if (!xml.IsEmptyElement)
        {
            var (depth, next) = (xml.Depth, 0);
            while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                {
                    continue;
                }

                var column = Column(xml.GetAttribute("r")) ?? next;
                next = column + 1;
                var cell = Cell(xml, sheet, row, column, ref formulas, ref errors);
                if (cell.IsBlank && cell.Fill is null)
                {
                    continue;
                }

                if (!cell.IsBlank)
                {
                    if (column >= DocumentLimits.MostColumns)
                    {
                        throw DocumentLimits.TooManyColumns;
                    }

                    last = Math.Max(last, column);
                }

                if (column >= DocumentLimits.MostColumns)
                {
                    continue;
                }

                while (inRow.Count <= column)
                {
                    inRow.Add(DocumentCell.Blank);
                }

                inRow[column] = cell;
                if (++cells > DocumentLimits.MostCells)
                {
                    throw DocumentLimits.TooLarge;
                }
            }
        }

        return last < 0 ? [] : [.. inRow];
    }

    private DocumentCell Cell(XmlReader xml, string sheet, int row, int column, ref int formulas, ref int errors)
    {
        var type = xml.GetAttribute("t");
        var (look, fill, isStruck, isBold) = styles.Of(xml.GetAttribute("s"));
        var (value, hasFormula) = ("", false);
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (xml.LocalName == "f")
                {
                    hasFormula = true;
                    Skip(xml);
                }
                else if (xml.LocalName == "is")
                {
                    (value, var all) = Rich(xml);
                    isStruck |= all;
                }
                else if (xml.LocalName == "v")
                {
                    value = Value(xml);
                }
            }
        }

        var place = $"sheet {sheet}, cell {DocumentTable.ColumnLetters(column)}{row}";
        if (hasFormula && value.Length == 0 && type != "str" && ++formulas <= MostRemarksOfAKind)
        {
            remarks.Add(new DocumentRemark(place, "This formula was saved without its value, so the cell counts as blank. Open the file in Excel, save it and bring it again."));
        }

        if (type == "e")
        {
            if (++errors <= MostRemarksOfAKind)
            {
                remarks.Add(new DocumentRemark(place, $"The cell shows the error {value}, so it counts as blank."));
            }

            value = "";
        }

        var isDate = false;
        if (type == "s")
        {
            var (text, all) = int.TryParse(value, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < shared.Count ? shared[at] : throw OfficePackage.Damaged();
            (value, isStruck) = (text, isStruck || all);
        }
        else if (type == "b")
        {
            value = value == "1" ? "Yes" : "No";
        }
        else if (type == "d" && DateTime.TryParse(value, CultureInfo.InvariantCulture, out var day))
        {
            (value, isDate) = (Day(day), true);
        }
        else if (type is null or "n" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var figure))
        {
            (value, isDate) = Shown(figure, look);
        }
        else if (type is "str")
        {
            value = Lines.Clean(value);
        }

        var marks = (isStruck ? CellMarks.Struck : 0) | (isDate ? CellMarks.IsDate : 0) | (isBold ? CellMarks.Bold : 0);
        return new DocumentCell(value, marks, fill);
    }

    private string Value(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                text.Append(xml.Value);
            }
        }

        var value = text.ToString();
        Keep(value);
        return value;
    }

    private (string Text, bool IsDate) Shown(double figure, NumberLook look)
    {
        const double LastDay = 2958465;
        if (look is NumberLook.Day or NumberLook.Month && figure is >= 1 and <= LastDay)
        {
            var day = DateTime.FromOADate(Math.Floor(figure) + (countsFrom1904 ? 1462 : 0));
            return look == NumberLook.Month ? (day.ToString("MMMM yyyy", CultureInfo.InvariantCulture), false) : (Day(day), true);
        }

        return look == NumberLook.Percent
            ? (Math.Round((decimal)Math.Clamp(figure, -1e9, 1e9) * 100, 2).ToString("0.##", CultureInfo.InvariantCulture) + "%", false)
            : (figure.ToString("0.##########", CultureInfo.InvariantCulture), false);
    }

    private static string Day(DateTime day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static int? Column(string? reference)
    {
        var column = 0;
        var at = 0;
        for (; reference is not null && at < reference.Length && char.IsAsciiLetter(reference[at]) && at < 4; at++)
        {
            column = column * 26 + char.ToUpperInvariant(reference[at]) - 'A' + 1;
        }

        return at == 0 ? null : column - 1;
    }

    private static (int Top, int Left, int Bottom, int Right)? Area(string? reference)
    {
        var corners = (reference ?? "").Split(':');
        return corners.Length == 2 && Corner(corners[0]) is var (top, left) && Corner(corners[1]) is var (bottom, right) ? (top, left, bottom, right) : null;

        static (int Row, int Column)? Corner(string corner) =>
            Column(corner) is { } column && int.TryParse(corner.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$"]), CultureInfo.InvariantCulture, out var row) ? (row, column) : null;
    }

    // A row that a merged cell reaches into may hold nothing else; its own cells then hang on what is above.
    private static List<DocumentRow> Merged(List<DocumentRow> found, List<(int Top, int Left, int Bottom, int Right)> merges)
    {
        var byNumber = new Dictionary<int, DocumentRow>();
        for (var at = 0; merges.Count > 0 && at < found.Count; at++)
        {
            byNumber[found[at].Number] = found[at];
        }

        foreach (var (top, left, bottom, right) in merges)
        {
            for (var row = top; row <= Math.Min(bottom, top + 5_000); row++)
            {
                if (!byNumber.TryGetValue(row, out var of))
                {
                    continue;
                }

                for (var column = left; column <= Math.Min(right, of.Cells.Length - 1); column++)
                {
                    of.Cells[column] = of.Cells[column] with
                    {
                        Marks = of.Cells[column].Marks | (row > top ? CellMarks.OfAbove : 0) | (column > left ? CellMarks.OfLeft : 0),
                    };
                }

                if (row > top && of.Cells.Length <= left)
                {
                    var cells = of.Cells;
                    Array.Resize(ref cells, left + 1);
                    Array.Fill(cells, DocumentCell.Blank, of.Cells.Length, left - of.Cells.Length);
                    cells[left] = new DocumentCell("", CellMarks.OfAbove);
                    byNumber[row] = of with { Cells = cells };
                }
            }
        }

        return merges.Count == 0 ? found : [.. found.Select(row => byNumber[row.Number])];
    }
}
