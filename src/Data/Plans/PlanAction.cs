namespace TeamsPlanBot.Data.Plans;

/// <summary>Something a plan says will be done; a sub-action is one too, with a parent.</summary>
public sealed class PlanAction
{
    public const int LongestRef = 40;

    public int Id { get; private set; }

    public int PlanId { get; init; }

    public Plan Plan { get; private set; } = null!;

    public int SectionId { get; private set; }

    public required Section Section { get; set; }

    /// <summary>Where it stands in the document.</summary>
    public int Position { get; set; }

    public required string Ref
    {
        get;
        init
        {
            field = value;
            RefKey = value.ToLowerInvariant();
        }
    }

    /// <summary>The reference as it is compared: people write it in either letter case.</summary>
    public string RefKey { get; private set; } = "";

    public PlanAction? Parent { get; set; }

    public int? ParentId { get; private set; }

    public required string Title { get; set; }

    /// <summary>The plan's own words about time, kept as they are.</summary>
    public string? Timescale { get; set; }

    /// <summary>The last of the action's dates; null where the plan's words give none.</summary>
    public DateOnly? Due { get; private set; }

    public ActionState State { get; private set; }

    public Brag? Brag { get; private set; }

    public string? Outcome { get; set; }

    public string? Measures { get; set; }

    /// <summary>What the plan says under headings that nobody here knows, as <see cref="Plans.Notes"/> writes it.</summary>
    public string? Notes { get; set; }

    /// <summary>The day of the latest progress, kept here too for fast questions.</summary>
    public DateOnly? UpdatedOn { get; private set; }

    /// <summary>The day a new version of the plan left it out and that was confirmed; it counts as complete since.</summary>
    public DateOnly? RetiredOn { get; private set; }

    /// <summary>Grows with every change, so that two at the same moment notice each other.</summary>
    public int Version { get; private set; }

    public List<Milestone> Milestones { get; } = [];

    public List<ActionLead> Leads { get; } = [];

    public List<ActionService> Services { get; } = [];

    public List<ActionRecommendation> Recommendations { get; } = [];

    public List<Progress> Progress { get; } = [];

    /// <summary>Gives a new action what its plan says of it; that is how it begins, and no change.</summary>
    public void Begin(ActionState? state, Brag? brag, DateOnly? due, IReadOnlyList<Lead> leads)
    {
        (State, Brag) = Together(state ?? (brag == Plans.Brag.Blue ? ActionState.Complete : ActionState.NotStarted), brag);
        Due = due;
        LeadBy(leads);
    }

    /// <summary>Puts something on the record, with what it changes.</summary>
    public Progress Put(Posting said)
    {
        var progress = said.ToProgress();
        var (state, brag) = After(said);
        ChangeTo(progress, state, brag);
        if (said.Due is { } due && due.Date != Due)
        {
            progress.Changes.Add(Changed(progress, Field.Due, Due?.Word(), due.Date?.Word(), due.Reason));
            Due = due.Date;
        }

        if (said.Leads is { } leads && !leads.SequenceEqual(InOrder()))
        {
            progress.Changes.Add(Changed(progress, Field.Leads, Written(InOrder()), Written(leads)));
            LeadBy(leads);
        }

        if (RetiredOn is not null && State != ActionState.Complete)
        {
            RetiredOn = null;
        }

        Progress.Add(progress);
        Version++;
        if (progress.IsNews && (UpdatedOn is null || progress.On > UpdatedOn))
        {
            UpdatedOn = progress.On;
        }

        return progress;
    }

    /// <summary>Takes back what was put on the record, as far as nothing later changed the same; that is appended, too.</summary>
    /// <remarks>Of the action's record, it and all that came later must be loaded, and the news before it with the latest day.</remarks>
    public Undoing Undo(Progress undone, Posting said)
    {
        if (undone.IsUndone || undone.IsUndo)
        {
            throw new InvalidOperationException("What is taken back already, or takes something back, cannot be taken back.");
        }

        var undo = said.ToProgress(isUndo: true);
        var later = InTime().SkipWhile(p => p != undone).Skip(1).Where(p => !p.IsUndone && !p.IsUndo && p.Origin != Origin.File).SelectMany(p => p.Changes).Select(change => change.Field).ToHashSet();
        var back = undone.Changes.Where(change => !later.Contains(change.Field) && Now(change.Field) == change.To).ToList();
        var state = back.Find(change => change.Field == Field.State) is { } s ? Spelt.State(s.From)!.Value : State;
        var brag = back.Find(change => change.Field == Field.Brag) is { } b ? Spelt.Rating(b.From) : Brag;
        if ((state == ActionState.Complete) != (brag == Plans.Brag.Blue))
        {
            // One of the two was changed since, and blue and complete never part.
            back.RemoveAll(change => change.Field is Field.State or Field.Brag);
            (state, brag) = (State, Brag);
        }

        ChangeTo(undo, state, brag);
        if (back.Find(change => change.Field == Field.Due) is { } due)
        {
            undo.Changes.Add(Changed(undo, Field.Due, due.To, due.From));
            Due = Spelt.Day(due.From);
        }

        if (back.Find(change => change.Field == Field.Leads) is { } leads)
        {
            undo.Changes.Add(Changed(undo, Field.Leads, leads.To, leads.From));
            LeadBy([.. Spelt.Names(leads.From).Select(name => said.Known.First(lead => lead.Name == name || lead.Aliases.Any(alias => alias.Name == name)))]);
        }

        undone.UndoneBy = undo;
        Progress.Add(undo);
        Version++;
        UpdatedOn = Progress.Where(p => p is { IsUndone: false, IsNews: true }).Max(p => p.On);
        return new Undoing(undo, [.. undone.Changes.Except(back)]);
    }

    /// <summary>Adds to the record what was said before, as a file tells it; how the action stands is not changed by it.</summary>
    public void Recall(Progress said)
    {
        Progress.Add(said);
        Version++;
        if (said.IsNews && (UpdatedOn is null || said.On > UpdatedOn))
        {
            UpdatedOn = said.On;
        }
    }

    /// <summary>Closes what a new version of the plan leaves out.</summary>
    public Progress Retire(Posting said)
    {
        var progress = Put(said with { State = ActionState.Complete });
        RetiredOn = said.On;
        return progress;
    }

    /// <summary>A newer version of the plan has it again.</summary>
    public void Return()
    {
        RetiredOn = null;
        Version++;
    }

    /// <summary>Two of its leads, or of its plan's, are one: that one takes the other's place.</summary>
    internal void Join(Lead kept, Lead gone)
    {
        var link = Leads.Single(link => link.Lead == gone);
        Leads.Remove(link);
        if (!Leads.Exists(other => other.Lead == kept))
        {
            Leads.Add(new ActionLead { Lead = kept, Position = link.Position });
        }

        Version++;
    }

    /// <summary>Gives a lead that was merged into another its place again.</summary>
    /// <param name="both">The other one stays.</param>
    internal void Part(Lead kept, Lead gone, int position, bool both)
    {
        if (Leads.Find(link => link.Lead == kept) is { } link)
        {
            Leads.Add(new ActionLead { Lead = gone, Position = position });
            Version++;
            if (!both)
            {
                Leads.Remove(link);
            }
        }
    }

    /// <summary>Those who lead it, in the plan's order.</summary>
    public IEnumerable<Lead> InOrder() => Leads.OrderBy(link => link.Position).Select(link => link.Lead);

    private (ActionState State, Brag? Brag) After(Posting said)
    {
        // Words about an action that was not begun mean that it is; and who rates a complete one anything but blue opens it again.
        var state = said.State
            ?? (said.Brag == Plans.Brag.Blue ? ActionState.Complete
            : said.Brag is not null && State == ActionState.Complete ? ActionState.InProgress
            : said.BeginsWork && State == ActionState.NotStarted ? ActionState.InProgress
            : State);
        return Together(state, said.Brag ?? Brag);
    }

    private static (ActionState State, Brag? Brag) Together(ActionState state, Brag? brag) =>
        state == ActionState.Complete ? (state, Plans.Brag.Blue) : (state, brag == Plans.Brag.Blue ? null : brag);

    private void ChangeTo(Progress progress, ActionState state, Brag? brag)
    {
        if (state != State)
        {
            progress.Changes.Add(Changed(progress, Field.State, State.Word(), state.Word()));
            State = state;
        }

        if (brag != Brag)
        {
            progress.Changes.Add(Changed(progress, Field.Brag, Brag?.Word(), brag?.Word()));
            Brag = brag;
        }
    }

    private Change Changed(Progress progress, Field field, string? from, string? to, string? reason = null) => new()
    {
        PlanId = PlanId,
        ActionId = Id,
        On = progress.On ?? DateOnly.FromDateTime(progress.At),
        Field = field,
        From = from,
        To = to,
        Reason = reason,
    };

    private void LeadBy(IReadOnlyList<Lead> leads)
    {
        Leads.RemoveAll(link => !leads.Contains(link.Lead));
        for (var at = 0; at < leads.Count; at++)
        {
            if (Leads.Find(link => link.Lead == leads[at]) is { } link)
            {
                link.Position = at + 1;
            }
            else
            {
                Leads.Add(new ActionLead { Lead = leads[at], Position = at + 1 });
            }
        }
    }

    /// <summary>How a field stands, as the record spells it.</summary>
    public string? Now(Field field) => field switch
    {
        Field.State => State.Word(),
        Field.Brag => Brag?.Word(),
        Field.Due => Due?.Word(),
        _ => Written(InOrder()),
    };

    private static string? Written(IEnumerable<Lead> leads) => Spelt.Names(leads.Select(lead => lead.Name)) is { Length: > 0 } names ? names : null;

    // What is not saved yet has no number and is the newest.
    private IEnumerable<Progress> InTime() => Progress.OrderBy(p => p.Id == 0 ? int.MaxValue : p.Id);
}

/// <summary>How far an action is.</summary>
public enum ActionState
{
    NotStarted,
    InProgress,
    Complete,
}

/// <summary>A plan's rating, the worst first.</summary>
public enum Brag
{
    Red,
    Amber,
    Green,
    Blue,
}
