using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Recording;

/// <summary>The record, open for what one message has to enter.</summary>
public sealed class Ledger
{
    private const int MostMeanwhile = 5;

    // Who posts without having looked is told of what others did in the last minutes.
    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(10);

    private readonly Dictionary<int, PlanAction> actions = [];
    private readonly List<Deed> deeds = [];
    private readonly List<Func<Deed>> later = [];

    internal Ledger(PlanStore store, Message message, CancellationToken cancelled)
    {
        (Store, Message, Cancelled) = (store, message, cancelled);
    }

    internal PlanStore Store { get; }

    internal Message Message { get; }

    internal CancellationToken Cancelled { get; }

    internal bool HasEntries { get; private set; }

    internal bool CanBeUndone { get; private set; }

    internal bool ChangesNames { get; set; }

    /// <summary>What was done besides; complete once it is saved.</summary>
    internal IReadOnlyList<Deed> Deeds => [.. deeds, .. later.Select(deed => deed())];

    /// <summary>Puts words, a rating, a state, a date or leads on the record of an action.</summary>
    /// <param name="shownAt">When this person was last shown the action, as far as that is remembered.</param>
    /// <param name="leads">Who leads it from now on; names the plan does not know yet become known. Null leaves them as they are.</param>
    /// <param name="besides">They lead it besides those it has.</param>
    public async Task<Entry> PostAsync(int id, Func<Posting, Posting> say, DateTime? shownAt = null, IReadOnlyList<string>? leads = null, bool besides = false)
    {
        var said = say(Message.ToPosting());
        var (action, refused) = await MayAsync(id, isPlanning: said.Due is not null || leads is not null);
        if (action is null)
        {
            return refused!;
        }

        if (leads is not null)
        {
            var named = await NamedAsync(action.PlanId, leads);
            said = said with { Leads = besides ? [.. action.InOrder(), .. named.Where(lead => !action.InOrder().Contains(lead))] : named };
        }

        return IsSame(action, said) ? new Entry.Same(Line(action)) : await PutAsync(action, said, shownAt);
    }

    /// <summary>Says of a milestone of an action that it is reached, where that is said; gives it as it is now.</summary>
    /// <param name="pick">Which one of them, in the order of their dates.</param>
    public async Task<(Milestone? Meant, int Of)> MeetAsync(int action, Func<IReadOnlyList<Milestone>, Milestone?> pick, bool isMet)
    {
        var all = await Store.Set<Milestone>().Where(m => m.ActionId == action).OrderBy(m => m.On).ThenBy(m => m.Id).ToListAsync(Cancelled);
        var meant = pick(all);
        if (meant is { MetOn: null } && isMet)
        {
            meant.MetOn = Message.On;
            Did(new Deed.Met(action, meant.On, meant.Words));
        }

        return (meant, all.Count);
    }

    /// <summary>Gives the dates that an earlier message moved their reason.</summary>
    public async Task<Entry> ExplainAsync(string message, string reason)
    {
        var moved = await Store.Changes
            .Where(change => change.Field == Field.Due && change.Reason == null && change.Progress.MessageId == message && change.Progress.ConversationKey == Message.ConversationKey
                && change.Progress.PersonKey == Message.By.Key && change.Progress.UndoneById == null && !change.Progress.IsUndo)
            .ToListAsync(Cancelled);
        var lines = new List<ActionLine>();
        foreach (var change in moved)
        {
            if (await FindAsync(change.ActionId) is { } action)
            {
                change.Reason = reason;
                deeds.Add(new Deed.Explained(change.Id));
                lines.Add(Line(action));
                Entered(canBeUndone: true);
            }
        }

        return lines.Count == 0 ? new Entry.Unseen() : new Entry.Explained(lines);
    }

    /// <summary>Records a figure of an indicator for a period; one that stands for it already is kept as replaced.</summary>
    public Task<Entry> MeasureAsync(int indicator, Figures.Period period, decimal? value, decimal? numerator, decimal? denominator) =>
        new FigureEntries(this).RecordAsync(indicator, period, value, numerator, denominator);

    /// <summary>Says that an action is of a service, or no longer is.</summary>
    public Task<Entry> TagAsync(int action, string service, bool takesAway) => new NameEntries(this).TagAsync(action, service, takesAway);

    /// <summary>Makes two leads or two services one, in each plan that has both.</summary>
    public Task<Entry> MergeAsync(string kept, string gone) => new NameEntries(this).MergeAsync(kept, gone);

    /// <summary>Gives a role to somebody from a day on, in each plan that knows it.</summary>
    public Task<Entry> HandAsync(string role, string holder, DateOnly from) => new RoleEntries(this).HandAsync(role, holder, from);

    /// <summary>Gives somebody a right to a plan; null takes it away.</summary>
    public Task<Entry> GiveAsync(int plan, string holder, string name, RightKind? kind) => new RightEntries(this).GiveAsync(plan, holder, name, kind);

    /// <summary>Arranges a digest.</summary>
    /// <param name="made">Makes it; a new one each time this is begun anew.</param>
    public Task<Entry> SubscribeAsync(Func<Digest> made, Func<string, bool> isSameRhythm) => new DigestEntries(this).SubscribeAsync(made, isSameRhythm);

    /// <summary>Stops, pauses, resumes or changes digests.</summary>
    public Task<IReadOnlyList<Entry.Arranged>> ArrangeAsync(IReadOnlyList<int> digests, Func<Digest, bool> change) => new DigestEntries(this).ChangeAsync(digests, change);

    /// <summary>The person wants nudges from a day on, from now on, or not any more.</summary>
    public Task NudgesAsync(bool areWanted, DateOnly? from) => new DigestEntries(this).NudgesAsync(areWanted, from);

    /// <summary>Makes the conversation be about a plan.</summary>
    /// <param name="met">The conversation, where it is not kept yet.</param>
    public async Task<Entry> BindAsync(Conversation met, int id)
    {
        var plan = await Store.Plans.VisibleTo(Message.By.Viewer, Store).Where(p => p.Id == id).Select(p => new { p.Id, p.Name }).SingleOrDefaultAsync(Cancelled);
        if (plan is null)
        {
            return new Entry.Unseen();
        }

        var conversation = await Store.Conversations.SingleOrDefaultAsync(c => c.Key == met.Key, Cancelled) ?? Store.Conversations.Add(met).Entity;
        Did(new Deed.Bound(conversation.PlanId));
        conversation.PlanId = plan.Id;
        Entered(canBeUndone: true);
        await Store.ReviseAsync(Revision.OfConversations, Cancelled);
        return new Entry.Bound(plan.Id, plan.Name);
    }

    /// <summary>Takes back all that this person's last message in the conversation changed.</summary>
    /// <param name="anyway">Also where others have built upon it.</param>
    /// <param name="of">The message that is meant, where it need not be the last one.</param>
    public Task<Entry> UndoAsync(bool anyway, string? of = null) => new TakingBack(this).UndoAsync(anyway, of);

    internal void Entered(bool canBeUndone)
    {
        HasEntries = true;
        CanBeUndone |= canBeUndone;
    }

    internal void Did(Deed deed) => deeds.Add(deed);

    /// <summary>Notes a deed that can be told only once it is saved.</summary>
    internal void DidLater(Func<Deed> deed) => later.Add(deed);

    /// <summary>Forgets what was read: something was changed past it.</summary>
    internal void Reread()
    {
        Store.ChangeTracker.Clear();
        actions.Clear();
    }

    /// <summary>The action, as far as the viewer sees it, with its plan, leads and services.</summary>
    internal async Task<PlanAction?> FindAsync(int id)
    {
        if (actions.TryGetValue(id, out var known))
        {
            return known;
        }

        var found = await Store.Actions.VisibleTo(Message.By.Viewer, Store)
            .Include(a => a.Plan).ThenInclude(p => p.Rights)
            .Include(a => a.Leads).ThenInclude(link => link.Lead)
            .Include(a => a.Services).ThenInclude(link => link.Service)
            .AsSplitQuery()
            .SingleOrDefaultAsync(a => a.Id == id, Cancelled);
        return found is null ? null : actions[id] = found;
    }

    /// <summary>The leads of these names; names the plan does not know yet become known.</summary>
    internal async Task<IReadOnlyList<Lead>> NamedAsync(int plan, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var known = await Store.Leads.Where(lead => lead.PlanId == plan).Include(lead => lead.Aliases).ToListAsync(Cancelled);
        known.AddRange(Store.ChangeTracker.Entries<Lead>().Where(entry => entry.State == EntityState.Added && entry.Entity.PlanId == plan).Select(entry => entry.Entity));
        var leads = new List<Lead>(names.Count);
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            var lead = known.Find(lead => lead.Name == name) ?? known.Find(lead => lead.Aliases.Any(alias => alias.Name == name))
                ?? known.Find(lead => string.Equals(lead.Name, name, StringComparison.OrdinalIgnoreCase));
            if (lead is null)
            {
                lead = new Lead { Name = name };
                Store.Leads.Add(lead).Property(l => l.PlanId).CurrentValue = plan;
                known.Add(lead);
                ChangesNames = true;
            }

            if (!leads.Contains(lead))
            {
                leads.Add(lead);
            }
        }

        return leads;
    }

    internal static ActionLine Line(PlanAction action) => new(
        action.Id, action.PlanId, action.Plan.Key, action.Plan.Name, action.Ref, action.Title, action.Due, action.Timescale, action.State, action.Brag, action.UpdatedOn,
        [.. action.InOrder().Select(lead => lead.Name)],
        [.. action.Services.OrderBy(link => link.Position).Select(link => link.Service.Name)]);

    internal static Entry.Forbidden Forbidden(Plan plan) => new(plan.Name, [.. plan.Rights.Where(right => right.Kind == RightKind.Own).Select(right => right.Name)]);

    private async Task<(PlanAction? Action, Entry? Refused)> MayAsync(int id, bool isPlanning)
    {
        if (await FindAsync(id) is not { } action)
        {
            return (null, new Entry.Unseen());
        }

        var may = isPlanning ? Message.By.MayPlan(action.Plan.Rights, action.Leads.Select(link => link.Lead.Id)) : Message.By.MayPost(action.Plan.Rights);
        return may ? (action, null) : (null, Forbidden(action.Plan));
    }

    // A rating or state may be said again, which tells that it is still so; a date or lead may not.
    private static bool IsSame(PlanAction action, Posting said) =>
        said is { Text: null, State: null, Brag: null } && (said.Due is null || said.Due.Date == action.Due) && (said.Leads is null || said.Leads.SequenceEqual(action.InOrder()))
        && (said.Due is not null || said.Leads is not null);

    private async Task<Entry> PutAsync(PlanAction action, Posting said, DateTime? shownAt)
    {
        var meanwhile = await MeanwhileAsync(action.Id, shownAt);
        var moves = said.Due is null ? null : await MovesAsync(action);
        var progress = action.Put(said);
        Entered(canBeUndone: true);
        return new Entry.Put(Line(action), progress, moves is null ? null : Slips.Of([.. moves, .. Moves(progress)]), meanwhile, action.Plan.AsksEvidence && said.Text is null && progress.Changes.Exists(change => change.Field == Field.State && action.State == ActionState.Complete), await AnsweredAsync(action.Id));
    }

    // Whoever was asked about an action has answered with anything they put on its record.
    private async Task<UpdateAsked?> AnsweredAsync(int action)
    {
        var asked = await Store.UpdatesAsked.SingleOrDefaultAsync(a => a.ActionId == action && a.PersonKey == Message.By.Key && a.AnsweredAt == null, Cancelled);
        if (asked is not null)
        {
            asked.AnsweredAt = Message.At;
        }

        return asked;
    }

    // What was put there in the same message is not saved yet, and is of the same person.
    private async Task<IReadOnlyList<Progress>> MeanwhileAsync(int action, DateTime? shownAt)
    {
        var me = Message.By.Key;
        var own = await Store.Progress.Where(p => p.ActionId == action && p.PersonKey == me).MaxAsync(p => (int?)p.Id, Cancelled);
        var since = shownAt ?? (own is null ? Message.At - Recently : DateTime.MinValue);
        since = DateTime.SpecifyKind(since, DateTimeKind.Utc);
        var others = await Store.Progress.AsNoTracking()
            .Where(p => p.ActionId == action && p.Origin == Origin.Person && p.PersonKey != me && p.UndoneById == null && p.Id > (own ?? 0) && p.At > since)
            .Include(p => p.Changes)
            .OrderByDescending(p => p.Id)
            .Take(MostMeanwhile)
            .ToListAsync(Cancelled);
        others.Reverse();
        return others;
    }

    // As HistoryQuestions reads them: a date that was taken back was never moved, unless something later stands over it.
    private async Task<IReadOnlyList<DateChange>> MovesAsync(PlanAction action)
    {
        var changes = await Store.Changes.AsNoTracking()
            .Where(change => change.ActionId == action.Id && change.Field == Field.Due)
            .OrderBy(change => change.Id)
            .Select(change => new { change.ProgressId, change.Progress.IsUndo, change.Progress.UndoneById, Move = new DateChange(change.From, change.To, change.Reason, change.Progress.By, change.On) })
            .ToListAsync(Cancelled);
        return [
            .. changes.Where(change => !change.IsUndo && !changes.Exists(undo => undo.ProgressId == change.UndoneById)).Select(change => change.Move),
            .. action.Progress.Where(p => p.Id == 0).SelectMany(Moves),
        ];
    }

    private static IEnumerable<DateChange> Moves(Progress progress) =>
        progress.Changes.Where(change => change.Field == Field.Due).Select(change => new DateChange(change.From, change.To, change.Reason, progress.By, change.On));
}
