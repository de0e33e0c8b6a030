using TeamsPlanBot.Data.Conversations;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Which plans are for named people only, and who is named in which plan: what <see cref="Sight"/> decides, for copies of the store.</summary>
public sealed class WhoSees(IEnumerable<int> restricted, IEnumerable<(string Holder, int Plan)> rights)
{
    private readonly HashSet<int> restricted = [.. restricted];
    private readonly ILookup<string, int> named = rights.ToLookup(right => right.Holder, right => right.Plan, StringComparer.Ordinal);

    /// <summary>Somebody holds a right who is known by the sign-in name alone.</summary>
    public bool WaitsForSignIns => named.Any(holder => PeopleMet.IsBySignIn(holder.Key));

    /// <summary>Every plan is for everyone but guests.</summary>
    public bool HasNoSecrets => restricted.Count == 0;

    /// <summary>A plan that all may see who are no guests.</summary>
    public bool IsForEveryone(int plan) => !restricted.Contains(plan);

    /// <summary>The plans that a viewer sees beyond what everyone may see, in order.</summary>
    public IReadOnlyList<int> MoreFor(Viewer viewer) =>
        viewer.Key is { Length: > 0 } key ? [.. named[key].Where(plan => viewer.IsGuest || restricted.Contains(plan)).Order()] : [];
}
