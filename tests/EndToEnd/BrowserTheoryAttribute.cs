namespace EndToEnd;

/// <summary>A theory that needs a browser and the npm packages, skipped with the reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    /// <summary>Decides whether the theory can run here.</summary>
    public BrowserTheoryAttribute() => Skip = Requirements.SkipReason(Requirements.Missing, Requirements.All);
}
