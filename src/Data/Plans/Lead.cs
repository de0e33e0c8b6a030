namespace TeamsPlanBot.Data.Plans;

/// <summary>A person, role or board that leads actions of a plan.</summary>
public sealed class Lead
{
    public const int LongestName = 200;

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public required string Name { get; init; }

    public LeadKind Kind { get; set; }

    /// <summary>The name the person signs in with, where it is known.</summary>
    public string? SignIn { get; set; }

    /// <summary>Other ways this plan or its people write the name.</summary>
    public List<LeadAlias> Aliases { get; } = [];

    /// <summary>Who held the role, and when; empty for people and boards.</summary>
    public List<Holder> Holders { get; } = [];

    /// <summary>Who holds the role on a day.</summary>
    public Holder? HeldBy(DateOnly day) => Holders.Where(holder => holder.Holds(day)).MaxBy(holder => holder.From);

    /// <summary>Gives the role to somebody from a day on; whoever held it until then held it to the day before.</summary>
    public void HandTo(string name, string? signIn, DateOnly from)
    {
        foreach (var holder in Holders.Where(holder => holder.Holds(from)))
        {
            holder.To = from.AddDays(-1);
        }

        Holders.RemoveAll(holder => holder.To < holder.From);
        Holders.Add(new Holder { Name = name, SignIn = signIn, From = from });
    }

    /// <summary>Takes over what is known of a lead that turned out to be the same; its name becomes another spelling.</summary>
    internal void Absorb(Lead other)
    {
        var spellings = other.Aliases.Select(alias => alias.Name).Prepend(other.Name).Where(name => name != Name && !Aliases.Exists(alias => alias.Name == name)).ToList();
        Aliases.AddRange(spellings.Select(name => new LeadAlias { Name = name }));
        Holders.AddRange(other.Holders.Select(holder => new Holder { Name = holder.Name, SignIn = holder.SignIn, From = holder.From, To = holder.To }));
        SignIn ??= other.SignIn;
        Kind = Kind == LeadKind.Unknown ? other.Kind : Kind;
    }
}

/// <summary>Another way to write a lead's name.</summary>
public sealed class LeadAlias
{
    public int LeadId { get; private set; }

    public required string Name { get; init; }
}

/// <summary>That a person holds a role from a day on, to another where it has ended.</summary>
public sealed class Holder
{
    public int Id { get; private set; }

    public int LeadId { get; private set; }

    public required string Name { get; init; }

    public string? SignIn { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; set; }

    public bool Holds(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>What sort of lead it is.</summary>
public enum LeadKind
{
    Unknown,
    Person,
    Role,
    Board,
}

/// <summary>That someone leads an action, in the plan's order.</summary>
public sealed class ActionLead
{
    public int ActionId { get; private set; }

    public int LeadId { get; private set; }

    public required Lead Lead { get; init; }

    public required int Position { get; set; }
}
