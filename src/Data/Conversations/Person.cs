namespace TeamsPlanBot.Data.Conversations;

/// <summary>Somebody the bot has met: what a right can be given to by name, and who can be written to.</summary>
public sealed class Person
{
    public const int LongestKey = 200;
    public const int LongestName = 200;
    public const int LongestTeamsId = 200;

    /// <summary>Tenant and object id, or what stands in for them: who it is, whatever they are called.</summary>
    public required string Key { get; init; }

    public string? Name { get; set; }

    public string? SignIn { get; set; }

    /// <summary>What Teams calls them where a chat with them is to be opened.</summary>
    public string? TeamsId { get; set; }

    /// <summary>Their personal chat with the bot, once there is one.</summary>
    public string? Chat { get; set; }

    public bool IsGuest { get; set; }

    /// <summary>Since when they want no nudges; null where they want them.</summary>
    public DateTime? NudgesOffAt { get; set; }

    /// <summary>The first day they want nudges again.</summary>
    public DateOnly? SnoozedUntil { get; set; }

    /// <summary>They, where nobody else listens.</summary>
    public Viewer Alone => new(Name, SignIn, IsGuest, Key);
}
