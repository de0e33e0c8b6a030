namespace TeamsPlanBot.Data.Plans;

/// <summary>A team that actions of a plan speak about.</summary>
public sealed class Service
{
    public const int LongestName = 200;

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public required string Name { get; init; }

    /// <summary>What else people call it.</summary>
    public List<ServiceAlias> Aliases { get; } = [];
}

/// <summary>Another name of a service.</summary>
public sealed class ServiceAlias
{
    public int ServiceId { get; private set; }

    public required string Name { get; init; }
}

/// <summary>That an action speaks about a service.</summary>
public sealed class ActionService
{
    public int ActionId { get; private set; }

    public int ServiceId { get; private set; }

    public required Service Service { get; init; }

    public required int Position { get; set; }

    /// <summary>Found in the action's words; otherwise somebody, or a column of the plan, said so.</summary>
    public bool ByWords { get; set; }
}
