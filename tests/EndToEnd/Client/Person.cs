namespace EndToEnd.Client;

/// <summary>Somebody in the Playground's tenant.</summary>
/// <param name="Name">The display name.</param>
/// <param name="ObjectId">The directory's id for them.</param>
public sealed record Person(string Name, Guid ObjectId)
{
    /// <summary>The id Teams gives them.</summary>
    public string Id => $"29:{ObjectId:N}";

    /// <summary>The name they sign in with.</summary>
    public string SignInName => Name.ToLowerInvariant().Replace(' ', '.') + "@council.example";

    /// <summary>The first name.</summary>
    public string GivenName => Name.Split(' ')[0];

    /// <summary>The last name.</summary>
    public string Surname => Name.Split(' ')[^1];
}
