namespace EndToEnd;

/// <summary>A fact that needs a browser and the npm packages, skipped with the reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Decides whether the fact can run here.</summary>
    public BrowserFactAttribute() => Skip = Requirements.SkipReason(Requirements.Missing, Requirements.All);
}
