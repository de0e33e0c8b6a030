using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Recording;

/// <summary>Who wants to change something, and what they may.</summary>
/// <param name="Viewer">What is seen where they say it.</param>
/// <param name="Key">Their own key, in a shared conversation too.</param>
/// <param name="Name">How they are called on the record.</param>
/// <param name="Leads">The leads they are today.</param>
/// <param name="IsAdministrator">The settings name them: they may appoint owners and do what owners do.</param>
public sealed record Actor(Viewer Viewer, string Key, string? Name, IReadOnlyList<int> Leads, bool IsAdministrator = false)
{
    /// <summary>Whoever sees a plan may post to it; a guest only where they are named themselves, and not only the conversation they are in.</summary>
    public bool MayPost(IEnumerable<Right> rights) => Viewer.SeesAll || !Viewer.IsGuest || rights.Any(right => right.Holder == Key);

    /// <summary>Dates and leads are everybody's who may post, until the plan has an owner; then they are the owners', and those of the action's leads.</summary>
    /// <param name="leads">The leads of the action; none where it is about the whole plan.</param>
    public bool MayPlan(IReadOnlyCollection<Right> rights, IEnumerable<int> leads) =>
        MayPost(rights) && (OwnsAsItWere(rights) || rights.All(right => right.Kind != RightKind.Own) || leads.Any(Leads.Contains));

    /// <summary>Rights are given by owners; the first owner is appointed by an administrator.</summary>
    public bool MayGive(IReadOnlyCollection<Right> rights) => OwnsAsItWere(rights);

    private bool OwnsAsItWere(IEnumerable<Right> rights) =>
        Viewer.SeesAll || IsAdministrator || rights.Any(right => right.Kind == RightKind.Own && right.Holder == Key);
}
