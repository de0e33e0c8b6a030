namespace TeamsPlanBot.Data.Naming;

/// <summary>A name or sign-in name that a lead goes by: its own, another spelling, or that of the holder of the role between two days.</summary>
public sealed record LeadName(int LeadId, int PlanId, string Name, DateOnly? From = null, DateOnly? To = null);

/// <summary>Which leads a person is, so that "my actions" follows the holder of a role.</summary>
public sealed class People(IEnumerable<LeadName> names)
{
    private readonly ILookup<string, LeadName> byName = names.ToLookup(name => name.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The leads that a person with this name and sign-in name is on a day.</summary>
    public IReadOnlyList<int> LeadsOf(string? name, string? signIn, DateOnly day) =>
        [.. Called(name).Concat(Called(signIn)).Where(lead => (lead.From is null || lead.From <= day) && (lead.To is null || day <= lead.To)).Select(lead => lead.LeadId).Distinct().Order()];

    /// <summary>The names that a lead goes by on a day.</summary>
    public IReadOnlyList<string> NamesOf(int lead, DateOnly day) =>
        [.. byName.SelectMany(names => names).Where(name => name.LeadId == lead && (name.From is null || name.From <= day) && (name.To is null || day <= name.To)).Select(name => name.Name).Distinct(StringComparer.OrdinalIgnoreCase)];

    private IEnumerable<LeadName> Called(string? name) => string.IsNullOrWhiteSpace(name) ? [] : byName[name.Trim()];
}
