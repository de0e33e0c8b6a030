using CsvHelper;
using TeamsPlanBot.Data.Privacy;

namespace TeamsPlanBot.Data.Imports;

/// <summary>The rows of a file with headings, read one at a time, and everything found wrong with them.</summary>
public sealed class CsvTable : IDisposable
{
    internal const int MostProblems = 50;
    private const int ShortestIdentifying = 9;
    private const int MostOfADate = 10;
    private const int LargestRecord = 1 << 20;

    // Left to itself, the reader guesses the separator from the cells, and lets an open quotation mark swallow the rest of the file.
    private static readonly CsvReaderOptions Format = new()
    {
        Separator = ',',
        HasHeader = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = LargestRecord,
        SkipEmptyLines = false,
    };

    private readonly CsvReader csv;
    private readonly List<ImportProblem> problems = [];
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private int row = 1;

    /// <summary>Reads the headings; the file stays open, and is its owner's to close.</summary>
    public CsvTable(Stream file)
    {
        csv = CsvReader.Create(file, Format, leaveOpen: true);
        if (Next())
        {
            Headings = [.. Cells().Select(cell => cell.Trim('\uFEFF', ' ').ToLowerInvariant())];
            CheckHeadings();
        }
        else if (problems.Count == 0)
        {
            problems.Add(new ImportProblem(null, null, "The file is empty. Its first row must hold the headings, such as plan, section, ref and action."));
        }
    }

    /// <summary>The headings in lower case, in their order.</summary>
    public IReadOnlyList<string> Headings { get; private set; } = [];

    /// <summary>What is wrong so far; no row of a file is to be kept when there is anything.</summary>
    public IReadOnlyList<ImportProblem> Problems => problems;

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>Says that a column must be there.</summary>
    public void Needs(string column, string why)
    {
        if (Headings.Count > 0 && !Has(column))
        {
            Wrong(1, column, $"There is no column with this heading{why}");
        }
    }

    /// <summary>The rows that say something, once; none where the headings are wrong, and no more after many problems.</summary>
    public IEnumerable<CsvRow> Rows()
    {
        if (problems.Count > 0)
        {
            yield break;
        }

        // Counted before it is read, so that a row that cannot be read is named too.
        for (row++; problems.Count < MostProblems && Next(); row++)
        {
            string[] cells = [.. Cells().Select(cell => cell.Trim())];
            if (Array.TrueForAll(cells, cell => cell.Length == 0))
            {
                continue;
            }

            if (cells.Length > Headings.Count)
            {
                Wrong(row, null, $"It has {cells.Length} cells, but there are {Headings.Count} headings; put quotation marks around cells that hold commas.");
                continue;
            }

            if (Array.FindIndex(cells, cell => cell.AsSpan().ContainsAny('\uFFFD', '\0')) is >= 0 and var garbled)
            {
                Wrong(row, Headings[garbled], "Letters of this cell cannot be read; save the file as CSV UTF-8.");
                continue;
            }

            if (Array.FindIndex(cells, MayIdentify) is >= 0 and var first && Identified(cells, first) is var (told, found))
            {
                Wrong(row, Headings[told], $"It holds {ChildData.InWords(found)}, which a plan must not tell of one child or family. Leave it out and import the file again.");
                continue;
            }

            yield return new CsvRow(this, row, cells);
        }
    }

    private static (int Cell, IReadOnlyList<Identifying> Found)? Identified(string[] cells, int first)
    {
        for (var at = first; at < cells.Length; at++)
        {
            if (MayIdentify(cells[at]) && ChildData.In(cells[at]) is { Count: > 0 } found)
            {
                return (at, found);
            }
        }

        return null;
    }

    // References, dates and figures do not: too short, or without a letter and with too few figures.
    private static bool MayIdentify(string cell) =>
        cell.Length >= ShortestIdentifying && (cell.AsSpan().ContainsAnyInRange('0', '9') || cell.Any(char.IsDigit)) && (cell.Length > MostOfADate || cell.Any(char.IsLetter) || cell.All(char.IsDigit));

    public void Wrong(int? inRow, string? column, string sentence) => problems.Add(new ImportProblem(inRow, column, sentence));

    public void Dispose() => csv.Dispose();

    internal int At(string column) => columns.GetValueOrDefault(column, -1);

    private bool Next()
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException malformed)
        {
            Wrong(row, null, $"This row is not readable as CSV ({malformed.Message.Split('.', '\n')[0]}); check its quotation marks.");
            return false;
        }
    }

    private IEnumerable<string> Cells() => Enumerable.Range(0, csv.FieldCount).Select(csv.GetString);

    private void CheckHeadings()
    {
        if (Headings is [var only] && only.AsSpan().ContainsAny(';', '\t'))
        {
            Wrong(1, null, "The cells are not separated by commas; save the file as CSV with commas.");
            Headings = [];
            return;
        }

        for (var at = 0; at < Headings.Count; at++)
        {
            if (Headings[at].Length > 0 && !columns.TryAdd(Headings[at], at) && !problems.Exists(problem => problem.Column == Headings[at]))
            {
                Wrong(1, Headings[at], "This heading stands twice; keep one of the two columns.");
            }
        }
    }
}
