namespace TeamsPlanBot.Data.Plans;

/// <summary>One of several dates of an action, with the words it stands for.</summary>
public sealed class Milestone
{
    public int Id { get; private set; }

    public int ActionId { get; private set; }

    public required DateOnly On { get; init; }

    public required string Words { get; init; }

    /// <summary>The day somebody said that it was reached.</summary>
    public DateOnly? MetOn { get; set; }
}
