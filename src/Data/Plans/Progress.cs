namespace TeamsPlanBot.Data.Plans;

/// <summary>Words on the record; appended, never changed.</summary>
public sealed class Progress
{
    public int Id { get; private set; }

    public int ActionId { get; private set; }

    /// <summary>The day, where the plan tells it.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Who said it; null where the plan itself did.</summary>
    public string? By { get; init; }

    public required string Text { get; init; }
}
