namespace EndToEnd.Client;

/// <summary>The made-up council that the Playground plays: its tenant, its people and the team the bot was added to.</summary>
public static class Council
{
    /// <summary>The tenant's id.</summary>
    public static readonly Guid TenantId = new("5f2a9c70-0c1e-4f7e-9a55-3f1f6f1c0001");

    /// <summary>The bot's id.</summary>
    public const string BotId = "28:5f2a9c70-0c1e-4f7e-9a55-3f1f6f1c0002";

    /// <summary>The name that the bot is mentioned by.</summary>
    public const string BotName = "Plan Bot";

    /// <summary>The team's id, and that of its General channel.</summary>
    public const string TeamId = "19:improvementboard@thread.tacv2";

    /// <summary>The group chat's name.</summary>
    public const string GroupChat = "Improvement leads";

    /// <summary>The channel every team has.</summary>
    public const string GeneralChannel = "General";

    /// <summary>The team's other channel.</summary>
    public const string FirstResponseChannel = "First Response";

    /// <summary>Who sits at the keyboard unless a test says otherwise.</summary>
    public static readonly Person TeamManager = new("Ruth Adeyemi", new("5f2a9c70-0c1e-4f7e-9a55-3f1f6f1c0010"));

    /// <summary>The others in the group chat and the team; the Playground insists on five.</summary>
    public static readonly IReadOnlyList<Person> Colleagues =
    [
        new("Sarah Moss", new("5f2a9c70-0c1e-4f7e-9a55-3f1f6f1c0011")),
        new("Imran Patel", new("5f2a9c70-0c1e-4f7e-9a55-3f1f6f1c0012")),
        new("Helen Carr", new("5f2a9c70-0c1e-4f7e-9a55-3f1f6f1c0013")),
        new("David Okoro", new("5f2a9c70-0c1e-4f7e-9a55-3f1f6f1c0014")),
        new("Margaret Lyle", new("5f2a9c70-0c1e-4f7e-9a55-3f1f6f1c0015")),
    ];
}
