namespace EndToEnd;

/// <summary>A fact that needs Node and the npm packages but no browser, skipped with the reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    /// <summary>Decides whether the fact can run here.</summary>
    public NodeFactAttribute() => Skip = Requirements.SkipReason(Requirements.MissingForNode, Requirements.All);
}
