using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>Takes the rows of one file into the store, some hundred at a time, inside a transaction that somebody else ends.</summary>
internal sealed class ActionsImport(PlanStore store, IReadOnlyDictionary<string, PlanOutline> outlines, CsvTable columns, Posting said, bool retire)
{
    // SQL Server takes 2,100 values in a statement at most.
    private const int BatchSize = 500;

    private readonly ActionUpdate update = new(columns, said);
    private readonly List<PlanWork> plans = [];
    private readonly List<ImportProblem> problems = [];

    /// <summary>Something was written.</summary>
    public bool ChangedAnything { get; private set; }

    /// <summary>Finds the action of each row, and what does not fit together; nothing is written yet.</summary>
    public async Task<IReadOnlyList<ImportProblem>> SettleAsync(CancellationToken cancelled)
    {
        foreach (var outline in outlines.Values)
        {
            var plan = await store.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Key == outline.Key, cancelled);
            outline.Settle(plan is null ? [] : await KnownAsync(plan.Id, outline, cancelled), problems);
            plans.Add(new PlanWork(outline, plan));
        }

        return [.. problems.OrderBy(problem => problem.Row)];
    }

    /// <summary>Writes the rows, which come in the order in which the outlines saw them.</summary>
    public async Task<IReadOnlyList<ImportedPlan>> WriteAsync(IEnumerable<ActionRow> rows, Action<int> done, CancellationToken cancelled)
    {
        var byKey = plans.ToDictionary(plan => plan.Outline.Key, StringComparer.Ordinal);
        var written = 0;
        foreach (var batch in rows.Chunk(BatchSize))
        {
            // A plan's names are kept from its first row to its last, and no longer: there may be many plans.
            PlanWork[] here = [.. batch.Select(row => byKey[row.Plan]).Distinct()];
            foreach (var plan in here.Where(plan => !plan.HasBegun))
            {
                await BeginAsync(plan, cancelled);
            }

            await WriteAsync([.. batch.Select(row => byKey[row.Plan].Take(row))], cancelled);
            foreach (var plan in here.Where(plan => plan.IsThrough))
            {
                await EndAsync(plan, cancelled);
            }

            done(written += batch.Length);
        }

        return [.. plans.Select(plan => plan.Outcome(retire))];
    }

    private async Task<List<KnownAction>> KnownAsync(int plan, PlanOutline outline, CancellationToken cancelled)
    {
        var isWorded = outline.HasBlankReferences;
        var actions = store.Actions.AsNoTracking()
            .Where(a => a.PlanId == plan)
            .OrderBy(a => a.Position).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Ref, a.ParentId, a.RetiredOn, Section = a.Section.Label, Parent = a.Parent!.Ref, Title = isWorded ? a.Title : null });
        var known = new List<KnownAction>();
        await foreach (var a in actions.AsAsyncEnumerable().WithCancellation(cancelled))
        {
            known.Add(new KnownAction(a.Id, a.Ref, a.ParentId, a.RetiredOn, a.Title is null ? default : outline.Says(a.Section, a.Parent, a.Title)));
        }

        return known;
    }

    private async Task BeginAsync(PlanWork work, CancellationToken cancelled)
    {
        var outline = work.Outline;
        var plan = work.Known ?? new Plan { Key = outline.Key, Name = outline.Name ?? outline.Key };
        store.Entry(plan).State = work.Known is null ? EntityState.Added : EntityState.Unchanged;
        work.BaseDateMoved = outline.BaseDate is not null && outline.BaseDate != plan.BaseDate;
        plan.Name = outline.Name ?? plan.Name;
        plan.BaseDate = outline.BaseDate ?? plan.BaseDate;
        await SaveAsync(cancelled);

        // Forgotten by the store before anything of it is read, or each action would hang on to it.
        store.ChangeTracker.Clear();
        work.Begin(await PlanNames.LoadAsync(store, plan, cancelled));
        if (work.Known is not null && !columns.Has(ActionColumns.Section))
        {
            return;
        }

        var others = work.Names.Sections.Known.Select(section => section.Thing).Where(section => !outline.Sections.Exists(s => s.Label == section.Label)).ToList();
        foreach (var (at, said) in outline.Sections.Index())
        {
            var section = work.Names.Sections.Named(said.Label);
            section.Position = at + 1;
            section.Lead = columns.Has(ActionColumns.SectionLead) ? said.Lead : section.Lead;
            section.Outcomes = columns.Has(ActionColumns.SectionOutcomes) ? said.Outcomes : section.Outcomes;
        }

        foreach (var (at, section) in others.Index())
        {
            work.Names.Sections.Tracked(section).Position = outline.Sections.Count + at + 1;
        }

        await SaveAsync(cancelled);
        work.Names.Saved();
        store.ChangeTracker.Clear();
    }

    private async Task WriteAsync(List<RowWork> batch, CancellationToken cancelled)
    {
        var known = await LoadAsync([.. batch.Where(row => row.Id > 0).Select(row => row.Id)], cancelled);
        foreach (var row in batch)
        {
            if (row.Id > 0)
            {
                row.Action = known[row.Id];
                Track(row);
                update.Update(row.Action, row.Row, row.Plan.Names, row.Plan.BaseDateMoved, ByWords(row));
            }
            else
            {
                row.Action = update.Begin(row.Row, row.Plan.Outline.Reference(row.At), row.Plan.Names, ByWords(row));
                store.Add(row.Action);
            }

            row.Action.Position = row.At + 1;
        }

        var inBatch = batch.ToDictionary(row => (row.Plan, row.At), row => row.Action);
        foreach (var row in batch)
        {
            Attach(row, inBatch);
        }

        store.ChangeTracker.DetectChanges();
        var changed = ChangedActions();
        await SaveAsync(cancelled);
        foreach (var row in batch)
        {
            row.Plan.Count(row, row.Moved || changed.Contains(row.Action.Id));
        }

        foreach (var plan in batch.Select(row => row.Plan).Distinct())
        {
            plan.Names.Saved();
        }

        store.ChangeTracker.Clear();
    }

    private static bool ByWords(RowWork row) => !row.Plan.Outline.NamesServices;

    private async Task<Dictionary<int, PlanAction>> LoadAsync(int[] ids, CancellationToken cancelled) => ids.Length == 0 ? [] : await store.Actions
        .Where(a => ids.Contains(a.Id))
        .Include(a => a.Leads)
        .Include(a => a.Services)
        .Include(a => a.Recommendations)
        .Include(a => a.Milestones)
        .Include(a => a.Progress).ThenInclude(p => p.Changes)
        .AsSplitQuery()
        .ToDictionaryAsync(a => a.Id, cancelled);

    private static void Track(RowWork row)
    {
        row.Plan.Names.Sections.Track([row.Action.SectionId]);
        row.Plan.Names.Leads.Track(row.Action.Leads.Select(link => link.LeadId));
        row.Plan.Names.Services.Track(row.Action.Services.Select(link => link.ServiceId));
        row.Plan.Names.Recommendations.Track(row.Action.Recommendations.Select(link => link.RecommendationId));
    }

    // A parent that comes later in the file has no number yet: such links are made at the end.
    private void Attach(RowWork row, Dictionary<(PlanWork Plan, int At), PlanAction> inBatch)
    {
        if (!columns.Has(ActionColumns.Parent))
        {
            return;
        }

        var (parentRow, parentId) = row.Plan.Outline.Parent(row.At);
        parentId ??= parentRow is { } at && row.Plan.Outline.Ids[at] is > 0 and var id ? id : null;
        if (parentId is null && parentRow is { } above)
        {
            row.Moved = true;
            if (inBatch.TryGetValue((row.Plan, above), out var parent))
            {
                row.Action.Parent = parent;
            }
            else
            {
                row.Plan.Orphans.Add((row.At, above));
            }
        }
        else if (row.Action.ParentId != parentId)
        {
            row.Moved = true;
            store.Entry(row.Action).Property(a => a.ParentId).CurrentValue = parentId;
        }
    }

    // That an action stands a few rows further down is no change of it.
    private HashSet<int> ChangedActions()
    {
        var changed = new HashSet<int>();
        foreach (var entry in store.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            _ = entry.Entity switch
            {
                PlanAction action => entry.State == EntityState.Modified && entry.Properties.Any(p => p.IsModified && p.Metadata.Name != nameof(PlanAction.Position)) && changed.Add(action.Id),
                ActionLead or ActionService or ActionRecommendation or Milestone or Progress => changed.Add((int)entry.Property("ActionId").CurrentValue!),
                _ => false,
            };
        }

        return changed;
    }

    private async Task EndAsync(PlanWork work, CancellationToken cancelled)
    {
        foreach (var children in work.Orphans.GroupBy(link => work.Outline.Ids[link.Parent]).SelectMany(group => group.Chunk(BatchSize)))
        {
            int[] ids = [.. children.Select(link => work.Outline.Ids[link.Row])];
            var parent = (int?)work.Outline.Ids[children[0].Parent];
            Wrote(await store.Actions.Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(action => action.ParentId, parent), cancelled));
        }

        if (retire)
        {
            await RetireAsync(work.LeftOut, cancelled);
        }

        await DropUnusedAsync(work.Names.Plan.Id, cancelled);
        work.End();
    }

    private async Task RetireAsync(IEnumerable<KnownAction> leftOut, CancellationToken cancelled)
    {
        foreach (var batch in leftOut.Chunk(BatchSize))
        {
            int[] ids = [.. batch.Select(action => action.Id)];
            foreach (var action in await store.Actions.Where(a => ids.Contains(a.Id)).OrderBy(a => a.Position).ToListAsync(cancelled))
            {
                action.Retire(said with { Text = "The new version of the plan leaves this action out, so it was closed." });
            }

            await SaveAsync(cancelled);
            store.ChangeTracker.Clear();
        }
    }

    // A name that no action bears any more would be offered as a choice and lead nowhere; what somebody told us about it is kept.
    private async Task DropUnusedAsync(int plan, CancellationToken cancelled)
    {
        Wrote(await store.Leads
            .Where(l => l.PlanId == plan && l.Kind == LeadKind.Unknown && l.SignIn == null && !l.Aliases.Any() && !l.Holders.Any() && !store.Set<ActionLead>().Any(link => link.LeadId == l.Id))
            .ExecuteDeleteAsync(cancelled));
        Wrote(await store.Services
            .Where(s => s.PlanId == plan && !s.Aliases.Any() && !store.Set<ActionService>().Any(link => link.ServiceId == s.Id))
            .ExecuteDeleteAsync(cancelled));
        Wrote(await store.Sections.Where(s => s.PlanId == plan && !store.Actions.Any(a => a.SectionId == s.Id)).ExecuteDeleteAsync(cancelled));
    }

    private async Task SaveAsync(CancellationToken cancelled)
    {
        store.ChangeTracker.DetectChanges();
        Wrote(await store.SaveChangesAsync(cancelled));
    }

    private void Wrote(int rows) => ChangedAnything |= rows > 0;

    /// <summary>One plan on its way into the store.</summary>
    private sealed class PlanWork(PlanOutline outline, Plan? known)
    {
        private string name = outline.Key;
        private int next;
        private int added;
        private int changed;
        private int unchanged;

        public PlanOutline Outline => outline;

        public Plan? Known => known;

        public PlanNames Names { get; private set; } = null!;

        public bool HasBegun { get; private set; }

        /// <summary>Its last row was taken.</summary>
        public bool IsThrough => next == outline.Count;

        public bool BaseDateMoved { get; set; }

        public List<(int Row, int Parent)> Orphans { get; } = [];

        public IEnumerable<KnownAction> LeftOut => outline.LeftOut.Where(action => action.RetiredOn is null);

        public void Begin(PlanNames names)
        {
            Names = names;
            name = names.Plan.Name;
            HasBegun = true;
        }

        public void End() => Names = null!;

        public RowWork Take(ActionRow row)
        {
            var at = next++;
            return at < outline.Count && outline.RowNumber(at) == row.Row
                ? new RowWork(this, row, at, outline.Ids[at])
                : throw new IOException("The file was changed while it was being read. Import it again.");
        }

        public void Count(RowWork row, bool hasChanged)
        {
            outline.Ids[row.At] = row.Action.Id;
            (added, changed, unchanged) = row.Id == 0 ? (added + 1, changed, unchanged) : hasChanged ? (added, changed + 1, unchanged) : (added, changed, unchanged + 1);
        }

        public ImportedPlan Outcome(bool retired)
        {
            string[] left = [.. LeftOut.Select(action => action.Ref)];
            return new ImportedPlan(outline.Key, name, known is null, added, changed, unchanged, retired ? [] : left, retired ? left : []);
        }
    }

    /// <summary>One row on its way into the store, with the number of the action it is for; 0 where that is new.</summary>
    private sealed class RowWork(PlanWork plan, ActionRow row, int at, int id)
    {
        public PlanWork Plan => plan;

        public ActionRow Row => row;

        public int At => at;

        public int Id => id;

        public PlanAction Action { get; set; } = null!;

        /// <summary>It belongs to another action than before.</summary>
        public bool Moved { get; set; }
    }
}
