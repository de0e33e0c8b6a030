using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>Adds to the record of actions what the rows of a file tell; how the actions stand now is for the actions file to say.</summary>
internal sealed class ProgressImport(PlanStore store, CsvTable file, PlansOfFile plans, DateTime now)
{
    private const int ActionsAtOnce = 500;

    /// <summary>Says whether anything was put down.</summary>
    public async Task<bool> ApplyAsync(ImportDefaults defaults, CancellationToken cancelled)
    {
        var references = new Dictionary<PlanOfFile, Dictionary<string, int>>();
        var rows = new Dictionary<int, (PlanOfFile Plan, List<ProgressRow> Rows)>();
        foreach (var row in ProgressCsvReader.Rows(file, defaults))
        {
            if (await plans.OfAsync(row.Plan, row.Row, cancelled) is not { } plan)
            {
                continue;
            }

            if (!references.TryGetValue(plan, out var known))
            {
                references[plan] = known = await store.Actions.Where(a => a.PlanId == plan.Id).ToDictionaryAsync(a => a.RefKey, a => a.Id, cancelled);
                store.ChangeTracker.Clear();
            }

            if (known.TryGetValue(row.Ref.ToLowerInvariant(), out var action))
            {
                rows.TryAdd(action, (plan, []));
                rows[action].Rows.Add(row);
            }
            else if (row.Ref.Length > 0)
            {
                file.Wrong(row.Row, ProgressColumns.Ref, $"The plan {plan.Key} has no action {CsvRow.InShort(row.Ref)}; check the reference, or import the plan's actions first.");
            }
        }

        if (file.Problems.Count > 0)
        {
            return false;
        }

        var changes = false;
        foreach (var some in rows.Chunk(ActionsAtOnce))
        {
            changes |= await ApplyAsync([.. some], cancelled);
        }

        return changes;
    }

    private async Task<bool> ApplyAsync(IReadOnlyList<KeyValuePair<int, (PlanOfFile Plan, List<ProgressRow> Rows)>> some, CancellationToken cancelled)
    {
        var ids = some.Select(one => one.Key).ToArray();
        var actions = await store.Actions.Where(a => ids.Contains(a.Id))
            .Include(a => a.Leads).ThenInclude(link => link.Lead)
            .Include(a => a.Progress).ThenInclude(p => p.Changes)
            .AsSplitQuery()
            .ToDictionaryAsync(a => a.Id, cancelled);
        foreach (var (id, (plan, rows)) in some)
        {
            new RecordOfAction(actions[id], plan, now).Recall(rows);
        }

        var changes = store.ChangeTracker.HasChanges();
        await store.SaveChangesAsync(cancelled);
        store.ChangeTracker.Clear();
        return changes;
    }
}

/// <summary>The record of one action while the rows of a file are put into it.</summary>
internal sealed class RecordOfAction(PlanAction action, PlanOfFile plan, DateTime now)
{
    private readonly List<Progress> there = [.. action.Progress.Where(p => !p.IsUndo).OrderBy(p => p.Id)];

    // Each thing that is there stands for one row only: somebody may have said the same twice.
    private readonly HashSet<object> found = [];
    private readonly HashSet<DateOnly?> daysAddedTo = [];

    public void Recall(IReadOnlyList<ProgressRow> rows)
    {
        ProgressRow? before = null;
        Progress? open = null;
        foreach (var row in rows)
        {
            // A field changes once in a post, and words alone are a post of their own.
            if (before is null || !row.IsOnePostWith(before) || before.Field is null || row.Field is null || (open is not null && open.Changes.Exists(change => change.Field == row.Field)))
            {
                open = null;
            }

            plan.Count(Put(row, ref open));
            before = row;
        }

        foreach (var last in rows.Where(row => row.Field is not null).GroupBy(row => row.Field).Select(field => field.MaxBy(row => row.On ?? DateOnly.MinValue)!))
        {
            var latest = rows.Last(row => row.Field == last.Field && row.On == last.On);
            var wasChangedSince = there.Exists(p => !p.IsUndone && p.On > latest.On && p.Changes.Exists(change => change.Field == latest.Field));
            if (!wasChangedSince && action.Now(latest.Field!.Value) != latest.To && !plan.StandOtherwise.Contains(action.Ref))
            {
                plan.StandOtherwise.Add(action.Ref);
            }
        }
    }

    private Effect Put(ProgressRow row, ref Progress? open)
    {
        if (open is null && IsThere(row))
        {
            return Effect.None;
        }

        if (open is not null)
        {
            Add(open, row);
            return Effect.Added;
        }

        // The plan's own words, which came with the actions file, learn who said them and what that changed.
        if (row.Text is not null && there.Find(p => IsPlansOwn(p, row) && !found.Contains(p)) is { } plansOwn)
        {
            found.Add(plansOwn);
            there.Remove(plansOwn);
            open = Behind(plansOwn, row.By);
            open.By ??= row.By;
            Add(open, row);
            return Effect.Changed;
        }

        open = new Progress { Origin = row.By is null ? Origin.Plan : Origin.File, At = now, On = row.On, By = row.By, Text = row.Text };
        action.Recall(open);
        daysAddedTo.Add(row.On);
        Add(open, row);
        return Effect.Added;
    }

    private bool IsThere(ProgressRow row)
    {
        foreach (var said in there.Where(p => (p.On, p.By, p.Text?.Trim()) == (row.On, row.By, row.Text)))
        {
            if (row.Field is null)
            {
                if (found.Add(said))
                {
                    if (IsPlansOwn(said, row))
                    {
                        Behind(said, null);
                    }

                    return true;
                }
            }
            else if (said.Changes.Find(change => (change.Field, change.From, change.To) == (row.Field, row.From, row.To) && !found.Contains(change)) is { } change)
            {
                found.Add(change);
                return true;
            }
        }

        return false;
    }

    // Where older words of that day have just been added behind it, it is put down anew behind them: the last words of a day are the latest.
    private Progress Behind(Progress plansOwn, string? by)
    {
        if (!daysAddedTo.Contains(plansOwn.On))
        {
            return plansOwn;
        }

        action.Progress.Remove(plansOwn);
        var anew = new Progress { Origin = by is null ? Origin.Plan : Origin.File, At = now, On = plansOwn.On, By = by, Text = plansOwn.Text };
        action.Recall(anew);
        return anew;
    }

    private static bool IsPlansOwn(Progress p, ProgressRow row) =>
        p is { Origin: Origin.Plan, By: null, PersonKey: null, IsUndone: false, Changes.Count: 0 } && p.Text?.Trim() == row.Text && p.On == row.On;

    private void Add(Progress post, ProgressRow row)
    {
        if (row.Field is { } field)
        {
            post.Changes.Add(new Change
            {
                PlanId = plan.Id,
                ActionId = action.Id,
                On = row.On ?? DateOnly.FromDateTime(now),
                Field = field,
                From = row.From,
                To = row.To,
                Reason = row.Reason,
            });
        }
    }
}
