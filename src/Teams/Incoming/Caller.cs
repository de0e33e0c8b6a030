using System.Security.Claims;

namespace TeamsPlanBot.Teams.Incoming;

/// <summary>Who handed over an activity.</summary>
public abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>The channel service: it may speak for the channels its key is endorsed for, from the service URL its token names.</summary>
    public sealed record Channel(string? ServiceUrl, IReadOnlySet<string> Endorsements) : Caller;

    /// <summary>An application on our list, with a token from Entra.</summary>
    public sealed record Application(string? ServiceUrl) : Caller;

    /// <summary>A person who opened a page of the bot in Teams.</summary>
    public sealed record Person(string TenantId, string ObjectId, string? Name, bool IsGuest) : Caller;

    /// <summary>A program on this computer, in the mode that asks nobody who they are.</summary>
    public sealed record OnThisComputer : Caller;
}

/// <summary>A caller as the web framework knows it.</summary>
public sealed class CallerPrincipal(Caller caller) : ClaimsPrincipal(new ClaimsIdentity(nameof(Caller)))
{
    public Caller Caller => caller;
}
