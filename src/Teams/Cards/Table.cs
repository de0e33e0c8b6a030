using System.Text.Json.Serialization;

namespace TeamsPlanBot.Teams.Cards;

/// <summary>Cells in rows; the first row names the columns.</summary>
public sealed record Table : CardElement
{
    public override string Type => "Table";

    public bool FirstRowAsHeaders => true;

    public bool ShowGridLines => false;

    public required IReadOnlyList<TableColumn> Columns { get; init; }

    public required IReadOnlyList<TableRow> Rows { get; init; }
}

/// <summary>A column, as wide as it is among the others.</summary>
public sealed record TableColumn(int Width);

/// <summary>A row of a table.</summary>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    [JsonPropertyOrder(-1)]
    public string Type => "TableRow";
}

/// <summary>A cell of a table.</summary>
public sealed record TableCell(IReadOnlyList<CardElement> Items)
{
    [JsonPropertyOrder(-1)]
    public string Type => "TableCell";
}
