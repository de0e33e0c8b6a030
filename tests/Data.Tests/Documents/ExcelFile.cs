using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TeamsPlanBot.Data.Tests.Documents;

/// <summary>A workbook built for a test; its cells are texts, numbers, real dates, fills or formulas.</summary>
internal sealed class ExcelFile
{
    private static readonly string[] Colours = ["FFFF0000", "FFFFC000", "FF00B050", "FF0070C0"];

    private readonly List<(string Name, List<(int Row, object?[] Cells, bool IsHidden)> Rows, List<string> Merges, bool IsHidden)> sheets = [];

    /// <summary>What is to be done to the finished workbook, such as adding a part.</summary>
    public Action<WorkbookPart>? Then { get; init; }

    public ExcelFile Sheet(string name, bool isHidden = false)
    {
        sheets.Add((name, [], [], isHidden));
        return this;
    }

    public ExcelFile Row(int number, params object?[] cells)
    {
        sheets[^1].Rows.Add((number, cells, false));
        return this;
    }

    public ExcelFile Hidden(int number, params object?[] cells)
    {
        sheets[^1].Rows.Add((number, cells, true));
        return this;
    }

    public ExcelFile Merge(params string[] areas)
    {
        sheets[^1].Merges.AddRange(areas);
        return this;
    }

    public MemoryStream Save()
    {
        var file = new MemoryStream();
        using (var excel = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = excel.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()),
                new Fills(
                [
                    new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                    .. Colours.Select(colour => new Fill(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid })),
                ]),
                new Borders(new Border()),
                new CellFormats([new CellFormat(), new CellFormat { NumberFormatId = 14 }, .. Enumerable.Range(2, 4).Select(fill => new CellFormat { FillId = (uint)fill })]));
            foreach (var (at, sheet) in sheets.Index())
            {
                var part = book.AddNewPart<WorksheetPart>();
                var data = new SheetData(sheet.Rows.Select(row => new Row([.. row.Cells.Select((cell, column) => (cell, column)).Where(cell => cell.cell is not null).Select(cell => Cell(cell.cell!, row.Row, cell.column))]) { RowIndex = (uint)row.Row, Hidden = row.IsHidden ? true : null }));
                part.Worksheet = sheet.Merges.Count == 0 ? new Worksheet(data) : new Worksheet(data, new MergeCells(sheet.Merges.Select(area => new MergeCell { Reference = area })));
                book.Workbook.Sheets!.Append(new Sheet { Name = sheet.Name, SheetId = (uint)at + 1, Id = book.GetIdOfPart(part), State = sheet.IsHidden ? SheetStateValues.Hidden : null });
            }

            Then?.Invoke(book);
        }

        file.Position = 0;
        return file;
    }

    private static Cell Cell(object value, int row, int column)
    {
        var cell = new Cell { CellReference = $"{(char)('A' + column)}{row}" };
        switch (value)
        {
            case DateOnly day:
                (cell.CellValue, cell.StyleIndex) = (new CellValue(day.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture)), 1);
                break;
            case Filled fill:
                cell.StyleIndex = (uint)fill;
                break;
            case Formula formula:
                cell.CellFormula = new CellFormula(formula.Words);
                cell.CellValue = formula.Value is { } saved ? new CellValue(saved) : null;
                cell.DataType = formula.Value is null ? null : CellValues.String;
                break;
            case string text:
                (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
                break;
            default:
                cell.CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
        }

        return cell;
    }
}

/// <summary>A cell that says its rating by its colour alone.</summary>
internal enum Filled
{
    Red = 2,
    Amber,
    Green,
    Blue,
}

/// <summary>A formula, with the value that it was saved with.</summary>
internal sealed record Formula(string Words, string? Value);
