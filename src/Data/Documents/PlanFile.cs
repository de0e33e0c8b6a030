using CsvHelper;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Data.Documents;

/// <summary>A file that somebody brings, read as far as the store's import needs it.</summary>
public sealed class PlanFile : IDisposable
{
    private readonly Stream? own;

    private PlanFile(Stream canonical, Stream? own, PlanDocument? plan)
    {
        (Canonical, this.own, Plan) = (canonical, own, plan);
    }

    /// <summary>The file as canonical CSV, from its beginning.</summary>
    public Stream Canonical { get; }

    /// <summary>How the document was understood; null for what was canonical already.</summary>
    public PlanDocument? Plan { get; }

    /// <summary>Reads a file of any kind; the sentence says why it could not be read.</summary>
    /// <param name="key">What to call the plan for short, where the file does not say it.</param>
    public static (PlanFile? File, string? Problem) Open(Stream file, string name, ColumnMap map, string? key, string? planName, DateOnly? baseDate)
    {
        if (map.Entries.Count == 0 && IsCanonicalCsv(file, name, key))
        {
            file.Position = 0;
            return (new PlanFile(file, null, null), null);
        }

        var read = DocumentReader.Read(file, name);
        if (read.Document is not { } document)
        {
            return (null, read.Problem);
        }

        if (map.Entries.Count == 0 && CanonicalRows(document) is { } rows)
        {
            var copy = Spool();
            Write(copy, rows);
            copy.Position = 0;
            return (new PlanFile(copy, copy, null), null);
        }

        var understood = PlanDocumentReader.Read(document, map.ByHeading);
        if (understood.Plan is not { } plan)
        {
            return (null, understood.Problem);
        }

        var canonical = Spool();
        plan.Write(canonical, key ?? KeyOf(name), planName ?? plan.Name ?? Path.GetFileNameWithoutExtension(name), baseDate ?? plan.BaseDate);
        canonical.Position = 0;
        return (new PlanFile(canonical, canonical, plan), null);
    }

    /// <summary>A plan's short name made of a file's name.</summary>
    public static string KeyOf(string fileName)
    {
        var words = HeadingWords.Plain(Path.GetFileNameWithoutExtension(fileName)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var key = string.Join('-', words).Trim('-');
        return key.Length == 0 ? "plan" : key.Length <= 60 ? key : key[..60].TrimEnd('-');
    }

    public void Dispose() => own?.Dispose();

    // A problem's row is one of the canonical file, which nobody has seen; its place in the document is what helps.
    public string Say(ImportProblem problem)
    {
        if (Plan is null || problem.Row is not { } row)
        {
            return problem.ToString();
        }

        var place = Plan.PlaceOf(row);
        return $"{char.ToUpperInvariant(place[0])}{place[1..]}{(problem.Column is { } column ? $", {column}" : "")}: {problem.Sentence}";
    }

    private static FileStream Spool() =>
        new(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    private static bool IsCanonicalCsv(Stream file, string name, string? key)
    {
        if (!Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase) || file.Length == 0)
        {
            return false;
        }

        Span<byte> start = stackalloc byte[4];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (start[..length] is [(byte)'P', (byte)'K', ..] or [0xD0, 0xCF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'%', (byte)'P', ..])
        {
            return false;
        }

        using var table = new CsvTable(file);
        return table.Problems.Count == 0 && FileKinds.Of(table.Headings) is { } kind && (kind != FileKind.Actions || table.Has(ActionColumns.Plan) || !IsOwnLayout(table.Headings))
            || (table.Problems.Count > 0 && table.Has(ActionColumns.Plan));
    }

    // A council's own table may have an action column, too; its other headings tell it from ours.
    private static bool IsOwnLayout(IReadOnlyList<string> headings) => headings.Any(heading => !ActionColumns.All.Contains(heading)
        && HeadingWords.Exactly(heading) is Promise.Leads or Promise.Timescale or Promise.RevisedDate or Promise.Brag or Promise.Status or Promise.Ref or Promise.Recommendations);

    private static IReadOnlyList<DocumentRow>? CanonicalRows(Document document)
    {
        if (document.Blocks.OfType<DocumentTable>().FirstOrDefault() is not { } table)
        {
            return null;
        }

        string[] headings = [.. table.Rows[0].Cells.Select(cell => (cell.Text ?? "").Trim().ToLowerInvariant())];
        return FileKinds.Of(headings) is { } kind && headings.Contains(ActionColumns.Plan) && (kind != FileKind.Actions || headings.Count(ActionColumns.All.Contains) >= 4) ? table.Rows : null;
    }

    private static void Write(Stream to, IReadOnlyList<DocumentRow> rows)
    {
        var width = rows[0].Cells.Length;
        using var csv = CsvWriter.Create(to, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        foreach (var row in rows)
        {
            csv.WriteRecord([.. Enumerable.Range(0, width).Select(at => at < row.Cells.Length ? Cell(row.Cells[at]) : "")]);
        }

        csv.Flush();

        static string Cell(DocumentCell cell) =>
            cell.Is(CellMarks.IsDate) && DateOnly.TryParseExact(cell.Text, "d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
                ? $"{day:yyyy-MM-dd}" : cell.Text ?? "";
    }
}
