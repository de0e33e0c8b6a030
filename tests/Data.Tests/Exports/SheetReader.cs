using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace TeamsPlanBot.Data.Tests.Exports;

/// <summary>Reads a workbook as a spreadsheet program does, by Microsoft's own library.</summary>
internal sealed class SheetReader : IDisposable
{
    private readonly SpreadsheetDocument document;

    public SheetReader(Stream file)
    {
        file.Position = 0;
        document = SpreadsheetDocument.Open(file, isEditable: false);
        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ToList();
        Assert.Equal([], errors);
    }

    public IReadOnlyList<string> Names => [.. Sheets.Select(sheet => sheet.Name!.Value!)];

    private IEnumerable<Sheet> Sheets => document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>();

    public Worksheet Sheet(string? name = null) =>
        ((WorksheetPart)document.WorkbookPart!.GetPartById(Sheets.First(sheet => name is null || sheet.Name == name).Id!)).Worksheet;

    public IReadOnlyList<string> Named(string kind) =>
        [.. document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Where(name => name.Name == kind).Select(name => name.Text)];

    /// <summary>The rows, each cell under its heading.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, Cell>> Rows(string? name = null)
    {
        var rows = Sheet(name).Descendants<Row>().ToList();
        var headings = rows[0].Elements<Cell>().Select(cell => cell.InnerText).ToList();
        return [.. rows.Skip(1).Select(row => headings.Zip(row.Elements<Cell>()).ToDictionary(both => both.First, both => both.Second))];
    }

    /// <summary>The colour a cell is filled with.</summary>
    public string? Fill(Cell cell) => Styles.Fills!.Elements<Fill>().ElementAt((int)FormatOf(cell).FillId!.Value).PatternFill!.ForegroundColor?.Rgb?.Value;

    public CellFormat FormatOf(Cell cell) => Styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    /// <summary>The day that a cell shows.</summary>
    public static DateOnly Day(Cell cell)
    {
        Assert.Null(cell.DataType);
        return DateOnly.FromDateTime(DateTime.FromOADate(double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)));
    }

    public void Dispose() => document.Dispose();

    private Stylesheet Styles => document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
}
