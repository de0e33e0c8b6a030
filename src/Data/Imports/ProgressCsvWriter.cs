using CsvHelper;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>Writes the canonical progress file, without what was taken back.</summary>
public sealed class ProgressCsvWriter(PlanStores stores)
{
    /// <summary>Writes the plans this viewer may see, or the one with this key; says how many rows were written.</summary>
    public async Task<int> WriteAsync(Stream file, Viewer viewer, string? key, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var actions = store.Actions.AsNoTracking().VisibleTo(viewer, store).Where(action => key == null || action.Plan.Key == key);
        var hasReasons = await actions.SelectMany(a => a.Progress).Where(p => !p.IsUndo && p.UndoneById == null).SelectMany(p => p.Changes).AnyAsync(c => c.Reason != null, cancelled);
        var headings = hasReasons ? ProgressColumns.All : ProgressColumns.Always;

        var written = 0;
        await using var csv = CsvWriter.Create(file, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord([.. headings]);
        await foreach (var action in actions
            .Where(a => a.Progress.Any(p => !p.IsUndo && p.UndoneById == null))
            .Include(a => a.Plan)
            .Include(a => a.Progress.Where(p => !p.IsUndo && p.UndoneById == null)).ThenInclude(p => p.Changes)
            .OrderBy(a => a.Plan.Key).ThenBy(a => a.Position).ThenBy(a => a.Id)
            .AsSplitQuery()
            .AsAsyncEnumerable()
            .WithCancellation(cancelled))
        {
            foreach (var cells in action.Progress.OrderBy(p => p.On ?? DateOnly.MinValue).ThenBy(p => p.Id).SelectMany(said => Rows(action, said)))
            {
                csv.WriteRecord([.. cells.Take(headings.Count)]);
                written++;
            }
        }

        await csv.FlushAsync(cancelled);
        return written;
    }

    private static IEnumerable<string[]> Rows(PlanAction action, Progress said)
    {
        string[] post = [action.Plan.Key, action.Ref, $"{said.On:yyyy-MM-dd}", said.By ?? "", said.Text?.Trim() ?? ""];
        if (said.Changes.Count == 0 && said.Text is not null)
        {
            yield return [.. post, "", "", "", ""];
        }

        foreach (var change in said.Changes.OrderBy(change => change.Id))
        {
            yield return [.. post, change.Field.Word(), change.From ?? "", change.To ?? "", change.Reason ?? ""];
        }
    }
}
