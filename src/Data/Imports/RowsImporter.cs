using Microsoft.EntityFrameworkCore;

namespace TeamsPlanBot.Data.Imports;

/// <summary>Takes files of indicators, progress and details into the store: all their rows in one transaction, or none.</summary>
public sealed class RowsImporter(PlanStores stores, TimeProvider time)
{
    public async Task<RowsOutcome> ImportAsync(FileKind kind, CsvTable file, ImportDefaults defaults, bool dryRun, CancellationToken cancelled)
    {
        try
        {
            return await WriteAsync(kind, file, defaults, dryRun, cancelled);
        }
        catch (Exception reason) when (reason is DbUpdateConcurrencyException || StoreProblem.Of(reason) is { Kind: StoreProblemKind.Conflict })
        {
            return new RowsOutcome([], [], [new ImportProblem(null, null, "Somebody else changed the plan in the same moment. Import it again.")]);
        }
    }

    private async Task<RowsOutcome> WriteAsync(FileKind kind, CsvTable file, ImportDefaults defaults, bool dryRun, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        await using var transaction = await store.Database.BeginTransactionAsync(cancelled);
        await store.BeTheOnlyWriterAsync(cancelled);

        var plans = new PlansOfFile(store, file);
        var now = time.GetUtcNow().UtcDateTime;
        var known = kind switch
        {
            FileKind.Indicators => IndicatorColumns.All,
            FileKind.Progress => ProgressColumns.All,
            FileKind.Details => DetailColumns.All,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Actions are imported by the plan importer."),
        };
        var changes = kind switch
        {
            FileKind.Indicators => await new IndicatorsImport(store, file, plans, now).ApplyAsync(defaults, cancelled),
            FileKind.Progress => await new ProgressImport(store, file, plans, now).ApplyAsync(defaults, cancelled),
            _ => await new DetailsImport(store, file, plans).ApplyAsync(defaults, cancelled),
        };

        if (file.Problems.Count == 0 && !plans.All.Any())
        {
            file.Wrong(null, null, "The file has headings, but no rows below them.");
        }

        if (file.Problems.Count > 0)
        {
            return new RowsOutcome([], [], file.Problems);
        }

        if (changes && !dryRun)
        {
            await store.SaveChangesAsync(cancelled);
            await store.ReviseAsync(Revision.OfNames, cancelled);
            await transaction.CommitAsync(cancelled);
        }

        return new RowsOutcome([.. plans.All.Select(plan => plan.Told())], [.. file.Headings.Where(heading => heading.Length > 0).Except(known)], []);
    }
}
