using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Documents;

/// <summary>What a file holds before anybody asks what it means: lines and tables in their order.</summary>
/// <param name="Title">The title that the file itself names.</param>
/// <param name="Remarks">What was passed over in reading, for whoever brought the file.</param>
public sealed record Document(IReadOnlyList<DocumentBlock> Blocks, string? Title, IReadOnlyList<DocumentRemark> Remarks);

/// <summary>Something that was read otherwise than it stands, or not at all, and where.</summary>
public sealed record DocumentRemark(string Place, string Sentence)
{
    public override string ToString() => Place.Length == 0 ? Sentence : $"{char.ToUpperInvariant(Place[0])}{Place[1..]}: {Sentence}";
}

/// <summary>A line or a table of a document.</summary>
public abstract record DocumentBlock
{
    private protected DocumentBlock()
    {
    }
}

/// <summary>What a line looks like.</summary>
public enum LineLook
{
    Plain,
    Heading,
    Bullet,
    Numbered,
}

/// <summary>A paragraph outside the tables.</summary>
/// <param name="Level">How deep a heading or a list item stands, from 1.</param>
/// <param name="Label">What a numbered line is numbered with, such as “4” or “a”.</param>
public sealed record DocumentLine(string Place, string Text, LineLook Look, int Level = 1, string Label = "", bool IsBold = false) : DocumentBlock;

/// <summary>How the cells of a table are found again by a person.</summary>
public enum TableKind
{
    InText,
    InWord,
    Sheet,
}

/// <summary>A table of a document, or a sheet of a workbook.</summary>
public sealed record DocumentTable(TableKind Kind, string Name, IReadOnlyList<DocumentRow> Rows) : DocumentBlock
{
    public string Place(DocumentRow row, int? column = null) => Kind switch
    {
        TableKind.Sheet => column is { } at ? $"sheet {Name}, cell {ColumnLetters(at)}{row.Number}" : $"sheet {Name}, row {row.Number}",
        TableKind.InWord => column is { } at ? $"table {Name}, row {row.Number}, column {at + 1}" : $"table {Name}, row {row.Number}",
        _ => column is { } at ? $"line {row.Number}, column {at + 1}" : $"line {row.Number}",
    };

    internal static string ColumnLetters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : $"{ColumnLetters(column / 26 - 1)}{(char)('A' + column % 26)}";
}

/// <summary>A row of a table; its cells stand at the columns of the table's grid.</summary>
public sealed record DocumentRow(int Number, DocumentCell[] Cells, bool IsHidden = false, bool IsHeading = false);

/// <summary>How a cell hangs together with others.</summary>
[Flags]
public enum CellMarks
{
    None = 0,

    /// <summary>Part of the cell to its left.</summary>
    OfLeft = 1,

    /// <summary>Part of the cell above it.</summary>
    OfAbove = 2,

    /// <summary>All of its words are struck through.</summary>
    Struck = 4,

    /// <summary>A real date of a workbook.</summary>
    IsDate = 8,

    Bold = 16,
}

/// <summary>A cell: its words with their line breaks, and the rating that its fill colour would be.</summary>
public readonly record struct DocumentCell(string Text, CellMarks Marks = CellMarks.None, Brag? Fill = null)
{
    public static DocumentCell Blank { get; } = new("");

    public bool IsBlank => Text is null or "";

    public bool Is(CellMarks mark) => (Marks & mark) != 0;
}
