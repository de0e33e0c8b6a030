using System.Globalization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Keeping;

/// <summary>Writes the whole record of plans for an auditor: who put what on it, when and from which message, what it was before, and what was taken back.</summary>
public sealed class AuditCsvWriter(PlanStores stores)
{
    private static readonly string[] Headings = ["number", "at (utc)", "on", "plan", "ref", "by", "person", "origin", "conversation", "message", "text", "field", "from", "to", "reason", "takes back", "taken back by"];

    /// <summary>Writes the plans this viewer may see, or the one with this key; says how many rows were written.</summary>
    public async Task<int> WriteAsync(Stream file, Viewer viewer, string? key, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var written = 0;
        await using var csv = CsvWriter.Create(file, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(Headings);
        var entries = store.Progress.AsNoTracking()
            .Join(store.Actions.VisibleTo(viewer, store).Where(action => key == null || action.Plan.Key == key), progress => progress.ActionId, action => action.Id, (progress, action) => new
            {
                Entry = progress,
                Plan = action.Plan.Key,
                action.Ref,
                Changes = progress.Changes.OrderBy(change => change.Id).Select(change => new { change.Field, change.From, change.To, change.Reason }).ToList(),
                TakesBack = store.Progress.Where(other => other.UndoneById == progress.Id).Select(other => (int?)other.Id).FirstOrDefault(),
            })
            .OrderBy(one => one.Entry.Id);
        await foreach (var one in entries.AsAsyncEnumerable().WithCancellation(cancelled))
        {
            string[] who =
            [
                Number(one.Entry.Id), one.Entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), $"{one.Entry.On:yyyy-MM-dd}", one.Plan, one.Ref, one.Entry.By ?? "", one.Entry.PersonKey ?? "",
                one.Entry.Origin switch { Origin.Person => "person", Origin.Plan => "plan", _ => "file" }, one.Entry.ConversationKey ?? "", one.Entry.MessageId ?? "", one.Entry.Text ?? "",
            ];
            string[] back = [Number(one.TakesBack), Number(one.Entry.UndoneById)];
            if (one.Changes.Count == 0)
            {
                csv.WriteRecord([.. who, "", "", "", "", .. back]);
                written++;
            }

            foreach (var change in one.Changes)
            {
                csv.WriteRecord([.. who, change.Field.Word(), change.From ?? "", change.To ?? "", change.Reason ?? "", .. back]);
                written++;
            }
        }

        await csv.FlushAsync(cancelled);
        return written;
    }

    private static string Number(int? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";
}
