using System.Globalization;

namespace TeamsPlanBot.Data.Imports;

/// <summary>One row of a file, asked by heading; what is wrong with a cell goes to the table's problems.</summary>
public sealed class CsvRow(CsvTable table, int number, string[] cells)
{
    private const int MostDecimals = 6;
    private const decimal LargestFigure = 10_000_000_000_000m;

    /// <summary>The row as a spreadsheet counts: the headings are row 1.</summary>
    public int Number => number;

    /// <summary>What stands in the cell; null where nothing does, or there is no such column.</summary>
    public string? Text(string column) => table.At(column) is >= 0 and var at && at < cells.Length && cells[at].Length > 0 ? cells[at] : null;

    public string? Text(string column, int longest)
    {
        var text = Text(column);
        if (text?.Length > longest)
        {
            Wrong(column, $"The text has {text.Length} characters; {longest} is the most.");
        }

        return text;
    }

    /// <summary>What stands in a cell that must say something.</summary>
    public string Required(string column, int longest, string otherwise)
    {
        if (Text(column, longest) is { } text)
        {
            return text;
        }

        Wrong(column, $"The cell is blank; {otherwise}");
        return "";
    }

    /// <summary>The plan's short name: the cell's, or the one named with the command.</summary>
    public string Plan(ImportDefaults defaults) =>
        Text(ActionColumns.Plan) is null && defaults.Plan is { } named
            ? named
            : Required(ActionColumns.Plan, Plans.Plan.LongestKey, "write the plan's short name, or name the plan with --plan.");

    public string[] List(string column, int longest)
    {
        var names = (Text(column) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(names, name => name.Length > longest) is { } tooLong)
        {
            Wrong(column, $"One entry has {tooLong.Length} characters; {longest} is the most. Put a semicolon between entries.");
        }

        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    public DateOnly? Date(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Wrong(column, $"“{InShort(text)}” is no date; write it like 2017-03-31.");
        return null;
    }

    /// <summary>A number as files write it: 1474, or 15.1.</summary>
    public decimal? Figure(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            Wrong(column, $"“{InShort(text)}” is no number; write it like 1474 or 15.1, without its unit, or leave the cell blank.");
            return null;
        }

        if (Math.Abs(number) >= LargestFigure || number != decimal.Round(number, MostDecimals))
        {
            Wrong(column, $"“{InShort(text)}” is too long a number; 13 digits before the point and {MostDecimals} after it are the most.");
            return null;
        }

        return number;
    }

    /// <summary>One of a few words.</summary>
    public T? Choice<T>(string column, Func<string?, T?> read, string choices)
        where T : struct
    {
        if (Text(column) is not { } word)
        {
            return null;
        }

        if (read(word) is { } choice)
        {
            return choice;
        }

        Wrong(column, $"“{InShort(word)}” is not known here; write {choices}, or leave the cell blank.");
        return null;
    }

    /// <summary>The cells under headings other than these.</summary>
    public Dictionary<string, string> Beside(IReadOnlyCollection<string> known)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < cells.Length; at++)
        {
            if (cells[at].Length > 0 && table.Headings[at].Length > 0 && !known.Contains(table.Headings[at]))
            {
                notes[table.Headings[at]] = cells[at];
            }
        }

        return notes;
    }

    public void Wrong(string? column, string sentence) => table.Wrong(number, column, sentence);

    /// <summary>A cell's words as a sentence can quote them.</summary>
    public static string InShort(string text, int most = 40) => text.Length <= most ? text : $"{text[..most]}…";
}
