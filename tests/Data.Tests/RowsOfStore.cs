using System.Text;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Data.Tests;

/// <summary>Indicators, progress and details, taken into a store and written out of it.</summary>
internal static class RowsOfStore
{
    public static IReadOnlyList<FileKind> Kinds { get; } = [FileKind.Details, FileKind.Indicators, FileKind.Progress];

    public static Task<RowsOutcome> ImportRowsAsync(this StoreFile store, string csv, bool dryRun = false) => ImportRowsAsync(store.Stores, csv, dryRun);

    public static async Task<RowsOutcome> ImportRowsAsync(this PlanStores stores, string csv, bool dryRun = false)
    {
        using var table = new CsvTable(new MemoryStream(Encoding.UTF8.GetBytes(csv)));
        var kind = FileKinds.Of(table.Headings);
        Assert.True(kind is not null and not FileKind.Actions, $"{kind}");
        return await new RowsImporter(stores, TimeProvider.System).ImportAsync(kind.Value, table, new ImportDefaults(), dryRun, default);
    }

    /// <summary>Imports what is expected to be right, and says what became of its rows.</summary>
    public static async Task<(int Added, int Changed, int Unchanged)> TakeAsync(this StoreFile store, string csv, bool dryRun = false)
    {
        var outcome = await store.ImportRowsAsync(csv, dryRun);
        Assert.Equal([], outcome.Problems.Select(problem => $"{problem}"));
        return (outcome.Plans.Sum(plan => plan.Added), outcome.Plans.Sum(plan => plan.Changed), outcome.Plans.Sum(plan => plan.Unchanged));
    }

    public static async Task<string> ExportAsync(this StoreFile store, FileKind kind, string? plan = null, Viewer? viewer = null)
    {
        using var file = new MemoryStream();
        viewer ??= Viewer.Operator;
        _ = kind switch
        {
            FileKind.Actions => await new ActionsCsvWriter(store.Stores).WriteAsync(file, viewer, plan, default),
            FileKind.Indicators => await new IndicatorsCsvWriter(store.Stores).WriteAsync(file, viewer, plan, default),
            FileKind.Progress => await new ProgressCsvWriter(store.Stores).WriteAsync(file, viewer, plan, default),
            _ => await new DetailsCsvWriter(store.Stores).WriteAsync(file, viewer, plan, default),
        };
        return Encoding.UTF8.GetString(file.ToArray());
    }

    /// <summary>The exported rows below the headings.</summary>
    public static async Task<string> RowsAsync(this StoreFile store, FileKind kind) => (await store.ExportAsync(kind)).Split('\n', 2)[1];
}
