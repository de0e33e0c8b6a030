namespace TeamsPlanBot.Bot.Answers;

/// <summary>The settings under <c>Rights</c>.</summary>
public sealed class RightsOptions
{
    public const string Section = "Rights";

    /// <summary>The sign-in names, or object ids, of those who may appoint the first owner of a plan and do what owners do.</summary>
    public IList<string> Administrators { get; init; } = [];

    /// <summary>Whether this person is one of them.</summary>
    public bool Name(string? signIn, string? objectId) => Administrators.Any(named =>
        string.Equals(named.Trim(), signIn, StringComparison.OrdinalIgnoreCase) || (objectId is { Length: > 0 } && string.Equals(named.Trim(), objectId, StringComparison.OrdinalIgnoreCase)));
}
