namespace TeamsPlanBot.Data.Conversations;

/// <summary>Somebody the bot has met: what a right can be given to by name.</summary>
public sealed class Person
{
    public const int LongestKey = 200;
    public const int LongestName = 200;

    /// <summary>Tenant and object id, or what stands in for them: who it is, whatever they are called.</summary>
    public required string Key { get; init; }

    public string? Name { get; set; }

    public string? SignIn { get; set; }
}
