namespace TeamsPlanBot.Bot.Digests;

/// <summary>The settings under <c>Digests</c>.</summary>
public sealed class DigestOptions
{
    public const string Section = "Digests";

    /// <summary>A digest with nothing to say is not sent; else it says so in one line.</summary>
    public bool SilentWhenNothingToSay { get; init; }

    /// <summary>A digest of which nobody can tell whether it arrived is sent again: twice is a nuisance, never is a loss. Else it is left, and the operator is told.</summary>
    public bool SendAgainWhenUnknown { get; init; } = true;

    /// <summary>Leads are reminded of what falls due, unless they say that they want no nudges.</summary>
    public bool Nudge { get; init; }
}
