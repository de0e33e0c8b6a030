using Microsoft.EntityFrameworkCore;

namespace TeamsPlanBot.Data.Digests;

/// <summary>A run of a digest that is due: which, and what comes after it.</summary>
/// <param name="Due">When it was due.</param>
/// <param name="Told">The latest run that is due by now; those between the two are older than their own interval.</param>
/// <param name="Next">When the one after that is; null where that is not known yet.</param>
/// <param name="GoodUntil">From then on this one is too old.</param>
public sealed record DueRun(Digest Digest, DateTime Due, DateTime Told, DateTime? Next, DateTime GoodUntil, string? Skipped);

/// <summary>A digest, and what became of its latest delivery.</summary>
public sealed record DigestStanding(Digest Digest, Delivery? Last);

/// <summary>How far the deliveries are behind.</summary>
/// <param name="Oldest">When the oldest that waits was due; null where none does.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="Unknown">Of how many in the last day nobody knows whether they arrived.</param>
/// <param name="Refused">How many in the last day were refused.</param>
public sealed record DeliveryLag(DateTime? Oldest, int Waiting, int Unknown, int Refused);

/// <summary>Keeps digests and their deliveries. Of several bots on one store, each delivery is one's at a time.</summary>
public sealed class DigestStore(PlanStores stores)
{
    /// <summary>The digests that are told in a conversation, and those that a person asked for elsewhere; for everybody's, null.</summary>
    public async Task<IReadOnlyList<DigestStanding>> ListAsync(string? conversation, string? person, DateTime stoppedSince, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var asked = store.Digests.AsNoTracking().Where(digest => digest.StoppedAt == null || (digest.StoppedAt >= stoppedSince && digest.StoppedBecause != null));
        if (conversation is not null)
        {
            asked = asked.Where(digest => digest.ConversationKey == conversation || digest.PersonKey == person);
        }

        var digests = await asked.OrderBy(digest => digest.Id).ToListAsync(cancelled);
        var ids = digests.Select(digest => (int?)digest.Id).ToList();
        var last = await store.Deliveries.AsNoTracking()
            .Where(delivery => store.Deliveries.Where(other => ids.Contains(other.DigestId)).GroupBy(other => other.DigestId).Select(of => of.Max(other => other.Id)).Contains(delivery.Id))
            .ToListAsync(cancelled);
        var lastOf = last.ToDictionary(delivery => delivery.DigestId!.Value);
        return [.. digests.Select(digest => new DigestStanding(digest, lastOf.GetValueOrDefault(digest.Id)))];
    }

    /// <summary>The digests of a conversation that will come.</summary>
    public async Task<IReadOnlyList<Digest>> ComingAsync(string conversation, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        return await store.Digests.AsNoTracking().Where(digest => digest.ConversationKey == conversation && digest.NextAt != null).ToListAsync(cancelled);
    }

    /// <summary>The digests that are due, the longest waiting first.</summary>
    public async Task<IReadOnlyList<Digest>> DueAsync(DateTime now, int most, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        return await store.Digests.AsNoTracking().Where(digest => digest.NextAt <= now).OrderBy(digest => digest.NextAt).ThenBy(digest => digest.Id).Take(most).ToListAsync(cancelled);
    }

    /// <summary>Those that wait for a board to say when it meets.</summary>
    public async Task<IReadOnlyList<Digest>> OfBoardsAsync(CancellationToken cancelled)
    {
        await using var store = stores.Open();
        return await store.Digests.AsNoTracking().Where(digest => digest.StoppedAt == null && digest.PausedAt == null && digest.Rhythm.Contains("\"board\"")).ToListAsync(cancelled);
    }

    /// <summary>A board's days have changed: when a digest is next due is another day now.</summary>
    public async Task RescheduleAsync(Digest digest, DateTime? next, CancellationToken cancelled)
    {
        using var turn = await stores.TurnToWriteAsync(cancelled);
        await using var store = stores.Open();
        await store.Digests
            .Where(d => d.Id == digest.Id && d.NextAt == digest.NextAt && d.StoppedAt == null && d.PausedAt == null)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.NextAt, next), cancelled);
    }

    /// <summary>Writes down the deliveries of runs that are due, as this instance's to send. Runs that somebody else took in the same moment are left to them.</summary>
    public async Task<IReadOnlyList<Delivery>> TakeAsync(IReadOnlyList<DueRun> runs, string instance, DateTime now, DateTime until, CancellationToken cancelled)
    {
        using var turn = await stores.TurnToWriteAsync(cancelled);
        await using var store = stores.Open();
        await using var transaction = await store.Database.BeginTransactionAsync(cancelled);
        var taken = new List<Delivery>();

        // Always in the same order, so that two who take the same ones wait for each other in a row and not in a ring.
        foreach (var run in runs.OrderBy(run => run.Digest.Id))
        {
            var won = await store.Digests
                .Where(digest => digest.Id == run.Digest.Id && digest.NextAt == run.Due && digest.StoppedAt == null && digest.PausedAt == null)
                .ExecuteUpdateAsync(digest => digest.SetProperty(d => d.NextAt, run.Next), cancelled);
            if (won == 0)
            {
                continue;
            }

            if (run.Skipped is not null)
            {
                store.Deliveries.Add(new Delivery
                {
                    DigestId = run.Digest.Id,
                    ConversationKey = run.Digest.ConversationKey,
                    DueAt = run.Due,
                    GoodUntil = run.Told,
                    State = DeliveryState.Skipped,
                    SettledAt = now,
                    Problem = run.Skipped,
                });
            }

            var delivery = new Delivery
            {
                DigestId = run.Digest.Id,
                ConversationKey = run.Digest.ConversationKey,
                DueAt = run.Told,
                GoodUntil = run.GoodUntil,
                ClaimedBy = instance,
                ClaimedUntil = until,
                Attempts = 1,
            };
            store.Deliveries.Add(delivery);
            taken.Add(delivery);
        }

        await store.SaveChangesAsync(cancelled);
        await transaction.CommitAsync(cancelled);
        return taken;
    }

    /// <summary>Writes down a nudge, for whoever is free to send it; what was written down before is left as it is.</summary>
    public async Task WriteDownAsync(Delivery nudge, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        if (await store.Deliveries.AnyAsync(other => other.PersonKey == nudge.PersonKey && other.DueAt == nudge.DueAt, cancelled))
        {
            return;
        }

        using var turn = await stores.TurnToWriteAsync(cancelled);
        try
        {
            store.Deliveries.Add(nudge);
            await store.SaveChangesAsync(cancelled);
        }
        catch (DbUpdateException problem) when (StoreProblem.Of(problem) is { Kind: StoreProblemKind.Conflict })
        {
            // Another instance wrote it down in the same moment.
        }
    }

    /// <summary>Deliveries that wait for another try, or whose sender is gone: they are this instance's now.</summary>
    public async Task<IReadOnlyList<Delivery>> TakeUpAsync(string instance, DateTime now, DateTime until, int most, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var left = await store.Deliveries.AsNoTracking()
            .Where(delivery => delivery.State == DeliveryState.Waiting && (delivery.ClaimedUntil == null || delivery.ClaimedUntil <= now))
            .OrderBy(delivery => delivery.DueAt).ThenBy(delivery => delivery.Id)
            .Take(most)
            .ToListAsync(cancelled);
        if (left.Count == 0)
        {
            return [];
        }

        var taken = new List<Delivery>();
        using var turn = await stores.TurnToWriteAsync(cancelled);
        await using var transaction = await store.Database.BeginTransactionAsync(cancelled);
        foreach (var delivery in left.OrderBy(delivery => delivery.Id))
        {
            var won = await store.Deliveries
                .Where(d => d.Id == delivery.Id && d.State == DeliveryState.Waiting && d.Attempts == delivery.Attempts && d.ClaimedUntil == delivery.ClaimedUntil)
                .ExecuteUpdateAsync(
                    d => d.SetProperty(x => x.ClaimedBy, instance).SetProperty(x => x.ClaimedUntil, until).SetProperty(x => x.Attempts, x => x.Attempts + 1),
                    cancelled);
            if (won == 1)
            {
                taken.Add(delivery);
            }
        }

        await transaction.CommitAsync(cancelled);
        return taken;
    }

    /// <summary>Notes that it is being sent from now on; false where it is somebody else's, or settled.</summary>
    /// <param name="doubts">How often it may stand there already.</param>
    public async Task<bool> BeginAsync(int delivery, string instance, DateTime now, DateTime until, int doubts, CancellationToken cancelled)
    {
        using var turn = await stores.TurnToWriteAsync(cancelled);
        await using var store = stores.Open();
        return await store.Deliveries
            .Where(d => d.Id == delivery && d.State == DeliveryState.Waiting && d.ClaimedBy == instance && d.ClaimedUntil > now)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.SendingAt, now).SetProperty(x => x.ClaimedUntil, until).SetProperty(x => x.Doubts, doubts), cancelled) == 1;
    }

    /// <summary>It is to be tried again later.</summary>
    public async Task PutOffAsync(int delivery, string instance, DateTime until, int doubts, string problem, CancellationToken cancelled)
    {
        using var turn = await stores.TurnToWriteAsync(cancelled);
        await using var store = stores.Open();
        await store.Deliveries
            .Where(d => d.Id == delivery && d.State == DeliveryState.Waiting && d.ClaimedBy == instance)
            .ExecuteUpdateAsync(
                d => d.SetProperty(x => x.ClaimedBy, (string?)null).SetProperty(x => x.ClaimedUntil, until).SetProperty(x => x.SendingAt, (DateTime?)null)
                    .SetProperty(x => x.Doubts, doubts).SetProperty(x => x.Problem, problem),
                cancelled);
    }

    /// <summary>It arrived, or never will. What a digest has told, the next one does not tell again.</summary>
    public async Task SettleAsync(Delivery delivery, DeliveryState state, DateTime now, string? activity, string? problem, DateTime? toldUpTo, CancellationToken cancelled)
    {
        using var turn = await stores.TurnToWriteAsync(cancelled);
        await using var store = stores.Open();
        await using var transaction = toldUpTo is null ? null : await store.Database.BeginTransactionAsync(cancelled);
        await store.Deliveries
            .Where(d => d.Id == delivery.Id && d.State == DeliveryState.Waiting)
            .ExecuteUpdateAsync(
                d => d.SetProperty(x => x.State, state).SetProperty(x => x.SettledAt, now).SetProperty(x => x.ActivityId, activity).SetProperty(x => x.Problem, problem),
                cancelled);
        if (transaction is not null)
        {
            await store.Digests.Where(d => d.Id == delivery.DigestId).ExecuteUpdateAsync(d => d.SetProperty(x => x.ToldUpTo, toldUpTo), cancelled);
            await transaction.CommitAsync(cancelled);
        }
    }

    /// <summary>Nothing can be told in this conversation any more: its digests are stopped, and what waits for it is not sent.</summary>
    public async Task StopAsync(string conversation, int? only, DateTime now, string because, CancellationToken cancelled)
    {
        using var turn = await stores.TurnToWriteAsync(cancelled);
        await using var store = stores.Open();
        await store.Digests
            .Where(digest => digest.ConversationKey == conversation && (only == null || digest.Id == only) && digest.StoppedAt == null)
            .ExecuteUpdateAsync(
                digest => digest.SetProperty(d => d.StoppedAt, now).SetProperty(d => d.StoppedBecause, because).SetProperty(d => d.NextAt, (DateTime?)null),
                cancelled);
    }

    /// <summary>One digest; null where there is none.</summary>
    public async Task<Digest?> FindAsync(int id, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        return await store.Digests.AsNoTracking().SingleOrDefaultAsync(digest => digest.Id == id, cancelled);
    }

    /// <summary>How far the deliveries are behind.</summary>
    public async Task<DeliveryLag> LagAsync(DateTime now, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var due = await store.Digests.Where(digest => digest.NextAt <= now).MinAsync(digest => digest.NextAt, cancelled);
        var waits = await store.Deliveries.Where(delivery => delivery.State == DeliveryState.Waiting).MinAsync(delivery => (DateTime?)delivery.DueAt, cancelled);
        var waiting = await store.Digests.CountAsync(digest => digest.NextAt <= now, cancelled) + await store.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Waiting, cancelled);
        var yesterday = now.AddDays(-1);
        var unknown = await store.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Unknown && delivery.DueAt >= yesterday, cancelled);
        var refused = await store.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Refused && delivery.DueAt >= yesterday, cancelled);
        return new DeliveryLag(due is null || waits < due ? waits ?? due : due, waiting, unknown, refused);
    }
}
