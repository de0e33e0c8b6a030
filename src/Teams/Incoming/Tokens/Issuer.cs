namespace TeamsPlanBot.Teams.Incoming.Tokens;

/// <summary>Who issued a token.</summary>
public abstract record Issuer
{
    private Issuer()
    {
    }

    /// <summary>The Bot Framework's channel service.</summary>
    public sealed record Channel : Issuer;

    /// <summary>Entra, for one tenant on our list.</summary>
    public sealed record Entra(string TenantId, EntraVersion Version) : Issuer;

    /// <summary>Entra, for the people of a tenant that may call.</summary>
    public sealed record People(string TenantId) : Issuer;
}

/// <summary>The two forms of Entra's tokens.</summary>
public enum EntraVersion
{
    One,
    Two,
}
