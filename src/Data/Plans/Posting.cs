namespace TeamsPlanBot.Data.Plans;

/// <summary>What is to be put on an action's record; what is left empty changes nothing.</summary>
public sealed record Posting
{
    public required Origin Origin { get; init; }

    /// <summary>When it is recorded, in UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The day it is about, where that is known.</summary>
    public required DateOnly? On { get; init; }

    public string? By { get; init; }

    public string? PersonKey { get; init; }

    public string? ConversationKey { get; init; }

    public string? MessageId { get; init; }

    public string? Text { get; init; }

    /// <summary>Where the words come from, if from another message.</summary>
    public string? Link { get; init; }

    public ActionState? State { get; init; }

    public Brag? Brag { get; init; }

    public NewDue? Due { get; init; }

    /// <summary>Who leads it from now on, in order; null leaves it as it is.</summary>
    public IReadOnlyList<Lead>? Leads { get; init; }

    /// <summary>The words say themselves that nothing has begun.</summary>
    public bool DeniesStart { get; init; }

    /// <summary>The leads of the plan, where an undo may have to bring some back.</summary>
    public IReadOnlyList<Lead> Known { get; init; } = [];

    internal bool BeginsWork => Origin == Origin.Person && Text is not null && !DeniesStart;

    internal Progress ToProgress(bool isUndo = false) => new()
    {
        Origin = Origin,
        At = At,
        On = On,
        By = By,
        PersonKey = PersonKey,
        ConversationKey = ConversationKey,
        MessageId = MessageId,
        Text = isUndo ? null : Text,
        Link = isUndo ? null : Link,
        IsUndo = isUndo,
    };
}

/// <summary>A date to be set, or taken away, and why.</summary>
public sealed record NewDue(DateOnly? Date, string? Reason = null);

/// <summary>What took something back, and the changes that something later stands over.</summary>
public sealed record Undoing(Progress Progress, IReadOnlyList<Change> NotTakenBack);
