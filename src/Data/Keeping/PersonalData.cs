using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Conversations;

namespace TeamsPlanBot.Data.Keeping;

/// <summary>Everything the store holds about one person, but for what plans say of their leads.</summary>
public sealed record HeldData(
    Person Person,
    IReadOnlyList<HeldRight> Rights,
    IReadOnlyList<HeldPost> Posts,
    IReadOnlyList<HeldFigure> Figures,
    IReadOnlyList<HeldMessage> Messages,
    IReadOnlyList<HeldQuestion> Questions,
    IReadOnlyList<HeldDigest> Digests);

/// <summary>A right of theirs to a plan.</summary>
public sealed record HeldRight(string Plan, string Kind);

/// <summary>What they put on the record of an action.</summary>
public sealed record HeldPost(string Plan, string Ref, DateTime At, string? Text, IReadOnlyList<string> Changes, bool IsTakenBack);

/// <summary>A figure they recorded.</summary>
public sealed record HeldFigure(string Plan, string Indicator, DateTime At, decimal? Value);

/// <summary>That a message of theirs was handled, so that a repeat is not.</summary>
public sealed record HeldMessage(string Conversation, DateTime At);

/// <summary>That they were asked for an update, or asked for one.</summary>
public sealed record HeldQuestion(string Plan, string Ref, DateTime At, bool WereAsked);

/// <summary>A digest they arranged.</summary>
public sealed record HeldDigest(string Conversation, string Question, DateTime MadeAt, bool IsStopped);

/// <summary>Shows and erases what is kept about one person.</summary>
public sealed class PersonalData(PlanStores stores)
{
    /// <summary>What stands in the place of the name of somebody who was erased.</summary>
    public const string Nameless = "A former colleague";

    public async Task<HeldData> OfAsync(Person person, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var key = person.Key;
        var rights = await store.Rights.AsNoTracking().Where(one => one.Holder == key)
            .Join(store.Plans, one => one.PlanId, plan => plan.Id, (one, plan) => new { plan.Key, one.Kind }).ToListAsync(cancelled);
        var posts = await store.Progress.AsNoTracking().Where(one => one.PersonKey == key).Include(one => one.Changes)
            .Join(store.Actions, one => one.ActionId, action => action.Id, (one, action) => new { Post = one, action.Plan.Key, action.Ref })
            .OrderBy(one => one.Post.Id).ToListAsync(cancelled);
        var changes = (await store.Changes.AsNoTracking().Where(one => one.Progress.PersonKey == key).ToListAsync(cancelled)).ToLookup(one => one.ProgressId);
        var figures = await store.Indicators.AsNoTracking()
            .SelectMany(indicator => indicator.Measurements.Where(one => one.PersonKey == key), (indicator, one) => new { indicator.PlanId, indicator.Name, one.At, one.Value })
            .Join(store.Plans, one => one.PlanId, plan => plan.Id, (one, plan) => new HeldFigure(plan.Key, one.Name, one.At, one.Value)).ToListAsync(cancelled);
        var questions = await store.UpdatesAsked.AsNoTracking().Where(one => one.PersonKey == key || one.AskedBy == key)
            .Join(store.Actions, one => one.ActionId, action => action.Id, (one, action) => new HeldQuestion(action.Plan.Key, action.Ref, one.At, one.PersonKey == key)).ToListAsync(cancelled);
        return new HeldData(
            person,
            [.. rights.Select(one => new HeldRight(one.Key, one.Kind.ToString().ToLowerInvariant()))],
            [.. posts.Select(one => new HeldPost(one.Key, one.Ref, one.Post.At, one.Post.Text, [.. changes[one.Post.Id].Select(change => $"{change.Field}: {change.From} → {change.To}")], one.Post.IsUndone))],
            figures,
            await store.Receipts.AsNoTracking().Where(one => one.PersonKey == key).OrderBy(one => one.At).Select(one => new HeldMessage(one.ConversationKey, one.At)).ToListAsync(cancelled),
            questions,
            await store.Digests.AsNoTracking().Where(one => one.PersonKey == key).Select(one => new HeldDigest(one.ConversationKey, one.Question, one.MadeAt, one.StoppedAt != null)).ToListAsync(cancelled));
    }

    /// <summary>Erases them: what they did for a plan stays on its record, and says no longer who it was. Names that plans give their leads are the plans' own.</summary>
    public async Task EraseAsync(Person person, CancellationToken cancelled)
    {
        await using var store = stores.Open();
        await using var transaction = await store.Database.BeginTransactionAsync(cancelled);
        var key = person.Key;
        await store.Progress.Where(one => one.PersonKey == key).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.By, Nameless).SetProperty(one => one.PersonKey, (string?)null).SetProperty(one => one.ConversationKey, (string?)null).SetProperty(one => one.MessageId, (string?)null).SetProperty(one => one.Link, (string?)null),
            cancelled);
        await store.Set<Indicators.Measurement>().Where(one => one.PersonKey == key).ExecuteUpdateAsync(set => set.SetProperty(one => one.By, Nameless).SetProperty(one => one.PersonKey, (string?)null), cancelled);
        await store.Receipts.Where(one => one.PersonKey == key).ExecuteDeleteAsync(cancelled);
        await store.Memories.Where(one => one.PersonKey == key).ExecuteDeleteAsync(cancelled);
        await store.UpdatesAsked.Where(one => one.PersonKey == key || one.AskedBy == key).ExecuteDeleteAsync(cancelled);
        var signIn = person.SignIn is { } name ? PeopleMet.HolderBySignIn(name) : null;
        await store.Rights.Where(one => one.Holder == key || one.Holder == signIn).ExecuteDeleteAsync(cancelled);

        // What comes to them alone ends; what others get too goes on, arranged by nobody.
        var chat = person.Chat ?? "";
        await store.Deliveries.Where(one => one.ConversationKey == chat || one.PersonKey == key).ExecuteDeleteAsync(cancelled);
        await store.Digests.Where(one => one.ConversationKey == chat).ExecuteDeleteAsync(cancelled);
        await store.Digests.Where(one => one.PersonKey == key).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.PersonKey, "erased").SetProperty(one => one.PersonName, Nameless).SetProperty(one => one.SignIn, (string?)null), cancelled);
        await store.Conversations.Where(one => one.Key == chat).ExecuteDeleteAsync(cancelled);
        await store.People.Where(one => one.Key == key).ExecuteDeleteAsync(cancelled);
        await store.ReviseAsync(Revision.OfNames, cancelled);
        await store.ReviseAsync(Revision.OfConversations, cancelled);
        await transaction.CommitAsync(cancelled);
    }
}
