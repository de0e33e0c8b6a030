using Microsoft.EntityFrameworkCore;

namespace TeamsPlanBot.Data.Conversations;

/// <summary>An action that somebody was asked about and has not answered.</summary>
public sealed record OpenQuestion(int PlanId, string Plan, string Ref, DateTime At);

/// <summary>Keeps which updates were asked for, so that the answer finds its action and whoever asked.</summary>
public sealed class UpdatesAsked(PlanStores stores)
{
    /// <summary>So long nobody is asked again about the same action.</summary>
    public static readonly TimeSpan NotAgainWithin = TimeSpan.FromHours(24);

    // What was asked longer ago is not what somebody answers out of the blue.
    private static readonly TimeSpan StaysOpen = TimeSpan.FromDays(14);

    /// <summary>Notes that somebody is asked now.</summary>
    /// <returns>Null; or how they were asked before, where that is so short a time ago that they are not asked again.</returns>
    public async Task<UpdateAsked?> AskAsync(UpdateAsked asked, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var before = await store.UpdatesAsked.SingleOrDefaultAsync(a => a.ActionId == asked.ActionId && a.PersonKey == asked.PersonKey, cancelled);
        if (before is { AnsweredAt: null, AskedBy: not UpdateAsked.ByNobody } && asked.AskedBy == UpdateAsked.ByNobody && asked.At - before.At < StaysOpen)
        {
            // A reminder comes on top: who asked goes on waiting for the answer.
            before.At = asked.At;
        }
        else if (before is { AnsweredAt: null, AskedBy: not UpdateAsked.ByNobody } && asked.At - before.At < NotAgainWithin)
        {
            return before;
        }
        else if (before is null)
        {
            store.UpdatesAsked.Add(asked);
        }
        else
        {
            (before.AskedBy, before.AskedByName, before.At, before.AnsweredAt) = (asked.AskedBy, asked.AskedByName, asked.At, null);
        }

        try
        {
            await store.SaveChangesAsync(cancelled);
            return null;
        }
        catch (Exception reason) when (reason is DbUpdateConcurrencyException || StoreProblem.Of(reason) is { Kind: StoreProblemKind.Conflict })
        {
            // Somebody else asked them in the same moment.
            return await store.UpdatesAsked.AsNoTracking().SingleAsync(a => a.ActionId == asked.ActionId && a.PersonKey == asked.PersonKey, cancelled);
        }
    }

    /// <summary>They could not be written to: nothing was asked.</summary>
    public async Task TakeBackAsync(UpdateAsked asked, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        await store.UpdatesAsked.Where(a => a.ActionId == asked.ActionId && a.PersonKey == asked.PersonKey).ExecuteDeleteAsync(cancelled);
    }

    /// <summary>What this person was asked and has not answered, the latest first; of what they may see.</summary>
    public async Task<IReadOnlyList<OpenQuestion>> OpenAsync(Viewer person, DateTime now, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var since = now - StaysOpen;
        return await store.UpdatesAsked.AsNoTracking()
            .Where(a => a.PersonKey == person.Key && a.AnsweredAt == null && a.At > since)
            .Join(store.Actions.VisibleTo(person, store), a => a.ActionId, action => action.Id, (a, action) => new { action.PlanId, action.Plan.Key, action.Ref, a.At })
            .OrderByDescending(open => open.At).ThenBy(open => open.Ref)
            .Select(open => new OpenQuestion(open.PlanId, open.Key, open.Ref, open.At))
            .ToListAsync(cancelled);
    }
}
