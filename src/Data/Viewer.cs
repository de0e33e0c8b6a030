using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data;

/// <summary>Who will see the answer: a person, or everyone in a shared conversation. Every question to the store takes one.</summary>
/// <param name="Name">The display name of who asks; it decides who "me" is, never what may be seen.</param>
/// <param name="SignIn">Their sign-in name, where known.</param>
/// <param name="IsGuest">Someone of another tenant, who sees nothing unless named.</param>
public sealed record Viewer(string? Name, string? SignIn, bool IsGuest)
{
    /// <summary>The operator at the keyboard of the bot's own computer.</summary>
    public static Viewer Operator { get; } = new(null, null, IsGuest: false);

    /// <summary>No plan at all is to be seen: no question need be asked.</summary>
    public bool SeesNothing => IsGuest;
}

/// <summary>The one place that decides which plans a viewer may see.</summary>
public static class Sight
{
    public static IQueryable<Plan> VisibleTo(this IQueryable<Plan> plans, Viewer viewer) =>
        viewer.SeesNothing ? plans.Where(_ => false) : plans;

    public static IQueryable<PlanAction> VisibleTo(this IQueryable<PlanAction> actions, Viewer viewer) =>
        viewer.SeesNothing ? actions.Where(_ => false) : actions;
}
