namespace TeamsPlanBot.Data.Plans;

/// <summary>A person, role or board that leads actions of a plan.</summary>
public sealed class Lead
{
    public const int LongestName = 200;

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public required string Name { get; init; }
}

/// <summary>That someone leads an action, in the plan's order.</summary>
public sealed class ActionLead
{
    public int ActionId { get; private set; }

    public int LeadId { get; private set; }

    public required Lead Lead { get; init; }

    public required int Position { get; set; }
}
