using CsvHelper;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>Writes the canonical actions file.</summary>
public sealed class ActionsCsvWriter(PlanStores stores)
{
    private const int BatchSize = 500;

    /// <summary>Writes the plans this viewer may see, or the one with this key; says how many actions were written.</summary>
    public async Task<int> WriteAsync(Stream file, Viewer viewer, string? key, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var actions = store.Actions.AsNoTracking().VisibleTo(viewer, store);
        if (key is not null)
        {
            actions = actions.Where(action => action.Plan.Key == key);
        }

        var unknown = await UnknownHeadingsAsync(actions, cancelled);
        var ids = await actions.OrderBy(a => a.Plan.Key).ThenBy(a => a.Position).ThenBy(a => a.Id).Select(a => a.Id).ToListAsync(cancelled);
        return await WriteAsync(file, actions, ids, unknown, cancelled);
    }

    /// <summary>Writes these actions in this order, as far as the viewer may see them.</summary>
    public async Task<int> WriteAsync(Stream file, Viewer viewer, IReadOnlyList<int> ids, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var actions = store.Actions.AsNoTracking().VisibleTo(viewer, store);
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var batch in ids.Chunk(BatchSize))
        {
            unknown.UnionWith(await UnknownHeadingsAsync(actions.Where(a => batch.Contains(a.Id)), cancelled));
        }

        return await WriteAsync(file, actions, ids, [.. unknown], cancelled);
    }

    // Some hundred at a time, so that a large store needs no more memory than a small one.
    private static async Task<int> WriteAsync(Stream file, IQueryable<PlanAction> actions, IReadOnlyList<int> ids, List<string> unknown, CancellationToken cancelled)
    {
        var written = 0;
        await using var csv = CsvWriter.Create(file, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord([.. ActionColumns.All, .. unknown]);
        foreach (var batch in ids.Chunk(BatchSize))
        {
            var found = await LoadAsync(actions.Where(a => batch.Contains(a.Id)), cancelled);
            foreach (var action in batch.Where(found.ContainsKey).Select(id => found[id]))
            {
                var notes = Notes.Read(action.Notes);
                csv.WriteRecord([.. Cells(action), .. unknown.Select(heading => notes.GetValueOrDefault(heading, ""))]);
                written++;
            }
        }

        await csv.FlushAsync(cancelled);
        return written;
    }

    private static Task<Dictionary<int, PlanAction>> LoadAsync(IQueryable<PlanAction> actions, CancellationToken cancelled) => actions
        .Include(a => a.Plan)
        .Include(a => a.Section)
        .Include(a => a.Parent)
        .Include(a => a.Leads).ThenInclude(l => l.Lead)
        .Include(a => a.Services).ThenInclude(s => s.Service)
        .Include(a => a.Recommendations).ThenInclude(r => r.Recommendation)
        .Include(a => a.Milestones)
        .Include(a => a.Progress)
        .AsSplitQuery()
        .ToDictionaryAsync(a => a.Id, cancelled);

    // The headings of the file must be known before its first row.
    private static async Task<List<string>> UnknownHeadingsAsync(IQueryable<PlanAction> actions, CancellationToken cancelled)
    {
        var headings = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var notes in actions.Where(a => a.Notes != null).Select(a => a.Notes).AsAsyncEnumerable().WithCancellation(cancelled))
        {
            headings.UnionWith(Notes.Read(notes).Keys);
        }

        return [.. headings];
    }

    private static string[] Cells(PlanAction action)
    {
        var latest = action.Progress.Where(p => p.Text is not null && !p.IsUndone).OrderBy(p => p.On ?? DateOnly.MinValue).ThenBy(p => p.Id).LastOrDefault();
        return
        [
            action.Plan.Key,
            action.Plan.Name,
            $"{action.Plan.BaseDate:yyyy-MM-dd}",
            action.Section.Label,
            action.Section.Lead ?? "",
            action.Section.Outcomes ?? "",
            action.Ref,
            action.Parent?.Ref ?? "",
            string.Join("; ", action.Recommendations.OrderBy(r => r.Position).Select(r => r.Recommendation.Number)),
            action.Title,
            string.Join("; ", action.Leads.OrderBy(l => l.Position).Select(l => l.Lead.Name)),
            string.Join("; ", action.Services.OrderBy(s => s.Position).Select(s => s.Service.Name)),
            action.Timescale ?? "",
            $"{action.Due:yyyy-MM-dd}",
            string.Join("; ", action.Milestones.OrderBy(m => m.Id).Select(m => $"{m.On:yyyy-MM-dd} {m.Words}".TrimEnd())),
            action.State.Word(),
            action.Brag?.Word() ?? "",
            action.Outcome ?? "",
            action.Measures ?? "",
            latest?.Text ?? "",
            $"{latest?.On:yyyy-MM-dd}",
        ];
    }
}
