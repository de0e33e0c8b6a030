using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>What an import did to one plan, or would do.</summary>
/// <param name="LeftOut">What the file does not have any more and is kept open.</param>
/// <param name="Retired">What the file does not have any more and was closed for that.</param>
public sealed record ImportedPlan(string Key, string Name, bool IsNew, int Added, int Changed, int Unchanged, IReadOnlyList<string> LeftOut, IReadOnlyList<string> Retired);

/// <summary>What an import did, or everything that kept it from doing anything.</summary>
public sealed record ImportOutcome(IReadOnlyList<ImportedPlan> Plans, IReadOnlyList<ImportProblem> Problems);

/// <summary>How far an import is: rows that were checked, or written of all there are.</summary>
public readonly record struct ImportProgress(int Rows, int? Of);

/// <summary>Takes the actions of a file into the store: all of them in one transaction, or none.</summary>
public sealed class PlanImporter(PlanStores stores, TimeProvider clock)
{
    private const int RowsBetweenReports = 10_000;
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Reads the file twice, first to find everything that is wrong and then to write, so that its rows need never be in memory together.</summary>
    /// <param name="dryRun">Says what would happen: it happens, and is taken back.</param>
    /// <param name="retire">Closes what the file leaves out of its plans.</param>
    /// <param name="by">Who brought the file, for the record.</param>
    public async Task<ImportOutcome> ImportAsync(
        Stream file, ImportDefaults defaults, bool dryRun, bool retire, Action<ImportProgress>? report, CancellationToken cancelled, string? by = null)
    {
        await using var spool = file.CanSeek ? null : await SpoolAsync(file, cancelled);
        var source = spool ?? file;
        var start = source.Position;
        var (outlines, problems) = Outline(source, defaults, report, cancelled);
        if (problems.Count > 0)
        {
            return new ImportOutcome([], problems);
        }

        source.Position = start;
        using var table = new CsvTable(source);
        try
        {
            return await WriteAsync(table, outlines, defaults, dryRun, retire, by, report, cancelled);
        }
        catch (Exception reason) when (reason is DbUpdateConcurrencyException || StoreProblem.Of(reason) is { Kind: StoreProblemKind.Conflict })
        {
            return new ImportOutcome([], [new ImportProblem(null, null, "Somebody else changed the plan in the same moment. Import it again.")]);
        }
    }

    private static (Dictionary<string, PlanOutline> Outlines, IReadOnlyList<ImportProblem> Problems) Outline(
        Stream file, ImportDefaults defaults, Action<ImportProgress>? report, CancellationToken cancelled)
    {
        using var table = new CsvTable(file);
        var outlines = new Dictionary<string, PlanOutline>(StringComparer.Ordinal);
        var rows = 0;
        foreach (var row in Rows(table, defaults, cancelled))
        {
            if (!outlines.TryGetValue(row.Plan, out var outline))
            {
                outlines.Add(row.Plan, outline = new PlanOutline(row.Plan, table));
            }

            outline.Add(row);
            if (++rows % RowsBetweenReports == 0)
            {
                report?.Invoke(new ImportProgress(rows, null));
            }
        }

        return (outlines, table.Problems.Count > 0 || rows > 0 ? table.Problems : [new ImportProblem(null, null, "The file has headings, but no actions below them.")]);
    }

    private async Task<ImportOutcome> WriteAsync(
        CsvTable table, Dictionary<string, PlanOutline> outlines, ImportDefaults defaults, bool dryRun, bool retire, string? by, Action<ImportProgress>? report, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        store.ChangeTracker.AutoDetectChangesEnabled = false;

        // Begun before anything is read: two imports at once would otherwise count as one change of names.
        await using var transaction = await store.Database.BeginTransactionAsync(cancelled);
        await store.BeTheOnlyWriterAsync(cancelled);
        var now = clock.GetUtcNow();
        var said = new Posting { Origin = Origin.Plan, By = by, At = now.UtcDateTime, On = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, London).DateTime) };
        var import = new ActionsImport(store, outlines, table, said, retire);
        if (await import.SettleAsync(cancelled) is { Count: > 0 } problems)
        {
            return new ImportOutcome([], problems);
        }

        var (all, reported) = (outlines.Values.Sum(outline => outline.Count), 0);
        var plans = await import.WriteAsync(Rows(table, defaults, cancelled), Report, cancelled);
        if (outlines.Values.Sum(outline => outline.Count) != plans.Sum(plan => plan.Added + plan.Changed + plan.Unchanged))
        {
            throw new IOException("The file was changed while it was being read. Import it again.");
        }

        if (!dryRun && import.ChangedAnything)
        {
            await store.ReviseAsync(Revision.OfNames, cancelled);
            await transaction.CommitAsync(cancelled);
        }

        return new ImportOutcome(plans, []);

        void Report(int rows)
        {
            if (rows / RowsBetweenReports > reported / RowsBetweenReports)
            {
                report?.Invoke(new ImportProgress(rows, all));
            }

            reported = rows;
        }
    }

    private static IEnumerable<ActionRow> Rows(CsvTable table, ImportDefaults defaults, CancellationToken cancelled)
    {
        foreach (var row in ActionsCsvReader.Rows(table, defaults))
        {
            cancelled.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    // What cannot be read twice is kept in a file while it is needed, so that it takes no memory.
    private static async Task<FileStream> SpoolAsync(Stream file, CancellationToken cancelled)
    {
        const long Most = 1L << 30;
        var spool = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var buffer = new byte[1 << 16];
            for (int read; (read = await file.ReadAsync(buffer, cancelled)) > 0;)
            {
                await spool.WriteAsync(buffer.AsMemory(0, read), cancelled);
                if (spool.Length > Most)
                {
                    throw new IOException("The file is larger than a gigabyte, which no plan is. Split it.");
                }
            }

            spool.Position = 0;
            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }
}
