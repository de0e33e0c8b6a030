namespace TeamsPlanBot.Data;

/// <summary>Who will see the answer: a person, or everyone in a shared conversation. Every question to the store takes one.</summary>
/// <param name="Name">The display name of who asks; it decides who "me" is, never what may be seen.</param>
/// <param name="SignIn">Their sign-in name, where known.</param>
/// <param name="IsGuest">Someone of another tenant, who sees nothing unless named.</param>
/// <param name="Key">The person's key, or that of the shared conversation they ask in: what rights are given to. Nobody is given a right without one.</param>
public sealed record Viewer(string? Name, string? SignIn, bool IsGuest, string? Key = null)
{
    /// <summary>The operator at the keyboard of the bot's own computer.</summary>
    public static Viewer Operator { get; } = new(null, null, IsGuest: false) { SeesAll = true };

    /// <summary>Every plan is to be seen, those for a few named people, too.</summary>
    public bool SeesAll { get; private init; }
}
