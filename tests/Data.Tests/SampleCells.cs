using System.Text;
using CsvHelper;

namespace TeamsPlanBot.Data.Tests;

/// <summary>The cells of a sample file, one column of them left out.</summary>
internal static class SampleCells
{
    private static readonly CsvReaderOptions Format = new() { Separator = ',', HasHeader = false };

    /// <summary>The same file with one column left blank.</summary>
    public static string Without(string csv, string heading)
    {
        var records = Records(csv);
        var blank = Array.IndexOf(records[0], heading);
        foreach (var cells in records.Skip(1))
        {
            cells[blank] = "";
        }

        return string.Concat(records.Select(cells => string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));
    }

    public static string[] List(string cell) => cell.Split("; ", StringSplitOptions.RemoveEmptyEntries);

    private static List<string[]> Records(string csv)
    {
        var records = new List<string[]>();
        using var reader = CsvReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(csv)), Format, leaveOpen: false);
        while (reader.Read())
        {
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return records;
    }
}
