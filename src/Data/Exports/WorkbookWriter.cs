using CsvHelper;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Exports;

/// <summary>Writes plans as an Excel workbook, a sheet a plan: all that the canonical file holds, dressed for people.</summary>
public sealed class WorkbookWriter(PlanQuestions plans, ActionsCsvWriter actions, IndicatorsCsvWriter indicators, ProgressCsvWriter progress, DetailsCsvWriter details)
{
    private const int LargestRecord = 1 << 24;

    private static readonly CsvReaderOptions Format = new() { Separator = ',', HasHeader = false, MaxRecordSize = LargestRecord, SkipEmptyLines = false };

    /// <summary>Writes the plans this viewer may see, as far as they are wanted; says how many rows were written. Without any the file is no workbook.</summary>
    public async Task<int> WriteAsync(Stream file, FileKind what, Viewer viewer, Func<PlanLine, bool> isWanted, CancellationToken cancelled)
    {
        using var workbook = new Workbook(file);
        var written = 0;
        foreach (var plan in (await plans.ListAsync(viewer, default, cancelled)).Where(isWanted))
        {
            written += await AddAsync(workbook, plan.Name, canonical => CanonicalAsync(canonical, what, viewer, plan.Key, cancelled), cancelled);
        }

        Finish(workbook, written);
        return written;
    }

    /// <summary>Writes these actions in this order, as far as the viewer may see them, on one sheet.</summary>
    public async Task<int> WriteAsync(Stream file, string title, Viewer viewer, IReadOnlyList<int> ids, CancellationToken cancelled)
    {
        using var workbook = new Workbook(file);
        var written = await AddAsync(workbook, title, canonical => actions.WriteAsync(canonical, viewer, ids, cancelled), cancelled);
        Finish(workbook, written);
        return written;
    }

    private static void Finish(Workbook workbook, int written)
    {
        if (written > 0)
        {
            workbook.Finish();
        }
    }

    private Task<int> CanonicalAsync(Stream canonical, FileKind what, Viewer viewer, string key, CancellationToken cancelled) => what switch
    {
        FileKind.Indicators => indicators.WriteAsync(canonical, viewer, key, cancelled),
        FileKind.Progress => progress.WriteAsync(canonical, viewer, key, cancelled),
        FileKind.Details => details.WriteAsync(canonical, viewer, key, cancelled),
        _ => actions.WriteAsync(canonical, viewer, key, cancelled),
    };

    // The canonical file is written first and read back, so that both hold the same, and what is masked in one is in the other.
    private static async Task<int> AddAsync(Workbook workbook, string name, Func<Stream, Task<int>> write, CancellationToken cancelled)
    {
        await using var canonical = Unnamed.File();
        if (await write(canonical) == 0)
        {
            return 0;
        }

        var (headings, isUsed) = Used(canonical);
        cancelled.ThrowIfCancellationRequested();
        var columns = SheetLayout.Of(headings, isUsed);
        return workbook.Add(name, [.. columns.Select(column => column.Column)], Rows(canonical).Skip(1).Select(row =>
        {
            cancelled.ThrowIfCancellationRequested();
            return (IReadOnlyList<string>)[.. columns.Select(column => row[column.At])];
        }));
    }

    private static (IReadOnlyList<string> Headings, bool[] IsUsed) Used(Stream canonical)
    {
        string[] headings = [];
        bool[] isUsed = [];
        foreach (var row in Rows(canonical))
        {
            if (headings.Length == 0)
            {
                headings = row;
                isUsed = new bool[row.Length];
                continue;
            }

            for (var at = 0; at < row.Length; at++)
            {
                isUsed[at] |= row[at].Length > 0;
            }
        }

        return (headings, isUsed);
    }

    private static IEnumerable<string[]> Rows(Stream canonical)
    {
        canonical.Position = 0;
        using var csv = CsvReader.Create(canonical, Format, leaveOpen: true);
        while (csv.Read())
        {
            yield return [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
        }
    }
}
