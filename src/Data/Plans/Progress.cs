namespace TeamsPlanBot.Data.Plans;

/// <summary>One thing put on the record about an action, with what it changed; appended, and only ever marked as undone.</summary>
public sealed class Progress
{
    public int Id { get; private set; }

    public int ActionId { get; private set; }

    /// <summary>When it was recorded, in UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The day it is about, where that is known.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Who said it; null where the plan itself did.</summary>
    public string? By { get; set; }

    /// <summary>Which person that is; the name alone proves nothing.</summary>
    public string? PersonKey { get; init; }

    public string? Text { get; init; }

    public required Origin Origin { get; init; }

    /// <summary>The conversation it was said in.</summary>
    public string? ConversationKey { get; init; }

    /// <summary>The message that said it.</summary>
    public string? MessageId { get; init; }

    /// <summary>Where the words come from, if from another message.</summary>
    public string? Link { get; init; }

    /// <summary>It takes back something said before.</summary>
    public bool IsUndo { get; init; }

    /// <summary>What took it back.</summary>
    public int? UndoneById { get; private set; }

    public Progress? UndoneBy { get; set; }

    public bool IsUndone => UndoneById is not null || UndoneBy is not null;

    /// <summary>Somebody reported on the action, as against a plan's own figures being brought up to date.</summary>
    public bool IsNews => !IsUndo && (Text is not null || Origin != Origin.Plan);

    public List<Change> Changes { get; } = [];
}

/// <summary>Where something on the record comes from.</summary>
public enum Origin
{
    /// <summary>A person said so.</summary>
    Person,

    /// <summary>The plan as it was first imported, or an update of it.</summary>
    Plan,

    /// <summary>A file of progress.</summary>
    File,
}

/// <summary>That one field of an action changed, from what and to what.</summary>
public sealed class Change
{
    public int Id { get; private set; }

    public int ProgressId { get; private set; }

    public Progress Progress { get; private set; } = null!;

    public required int PlanId { get; init; }

    public required int ActionId { get; init; }

    /// <summary>The day of the change, kept here too so that "since Friday" is one look-up.</summary>
    public required DateOnly On { get; init; }

    public required Field Field { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>Why a date was moved; it may come later than the date.</summary>
    public string? Reason { get; set; }
}

/// <summary>What of an action can change on the record.</summary>
public enum Field
{
    State,
    Brag,
    Due,
    Leads,
}
