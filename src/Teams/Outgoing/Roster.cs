namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>Who is in a conversation, a page at a time.</summary>
public abstract record Roster
{
    private Roster()
    {
    }

    /// <summary>Some of the members; with a continuation there are more.</summary>
    public sealed record Page(IReadOnlyList<Member> Members, string? Continuation) : Roster;

    /// <summary>The members could not be read, and why.</summary>
    public sealed record Unread(Delivery Why) : Roster;
}

/// <summary>A member of a conversation.</summary>
public sealed record Member
{
    public string? Id { get; init; }

    public string? AadObjectId { get; init; }

    public string? Name { get; init; }

    public string? UserPrincipalName { get; init; }

    public string? UserRole { get; init; }

    public string? TenantId { get; init; }
}

/// <summary>A page of members as it is answered.</summary>
internal sealed record MembersAnswer(IReadOnlyList<Member?>? Members, string? ContinuationToken);
