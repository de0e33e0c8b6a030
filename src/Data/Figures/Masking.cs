using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Figures;

/// <summary>Keeps numbers of people from being shown that are so small that somebody could be recognised: one up to, but not including, <paramref name="Below"/>.</summary>
public sealed record Masking(int Below)
{
    private static readonly string[] UnitsOfPeople = ["child", "young", "people", "person", "famil", "pupil", "leaver", "case", "referral", "contact", "plan", "number", "count"];

    /// <summary>Everything is shown.</summary>
    public static Masking None { get; } = new(0);

    /// <summary>The figures of one indicator, without those that say too much.</summary>
    internal IReadOnlyList<FigureRow> Apply(IEnumerable<FigureRow> figures, string? unit)
    {
        var rows = figures.ToList();
        if (Below <= 1)
        {
            return rows;
        }

        var hidden = rows.Where(row => Hides(row.Value, row.Numerator, row.Denominator, unit)).ToHashSet();
        if (Counts(unit))
        {
            hidden.UnionWith(rows.GroupBy(row => (row.Comparator, row.Period)).SelectMany(parts => GivenAway([.. parts], hidden)).ToList());
        }

        return [.. rows.Select(row => hidden.Contains(row) ? row with { Value = null, Numerator = null, IsMasked = true } : row)];
    }

    /// <summary>A figure that must not be shown: a small count, or a rate that rests on one, on either side of it.</summary>
    public bool Hides(decimal? value, decimal? numerator, decimal? denominator, string? unit)
    {
        var implied = numerator ?? (unit == "%" && value is { } rate && denominator is { } of ? Math.Round(rate * of / 100) : null);
        return (Counts(unit) && denominator is null && IsSmall(value)) || IsSmall(implied) || IsSmall(denominator) || IsSmall(denominator - implied);
    }

    // One part that is hidden could be reckoned from the whole and the others: then the smallest of these is hidden, too.
    private static IEnumerable<FigureRow> GivenAway(IReadOnlyList<FigureRow> parts, HashSet<FigureRow> hidden)
    {
        var whole = parts.FirstOrDefault(row => row.Breakdown.Length == 0);
        var others = parts.Where(row => row.Breakdown.Length > 0).ToList();
        return whole is { Value: not null } && !hidden.Contains(whole) && others.Count(hidden.Contains) == 1
            ? others.Where(row => !hidden.Contains(row) && row.Value > 0).OrderBy(row => row.Value).Take(1)
            : [];
    }

    private static bool Counts(string? unit) =>
        string.IsNullOrWhiteSpace(unit) || Array.Exists(UnitsOfPeople, people => unit.Contains(people, StringComparison.OrdinalIgnoreCase) && !unit.StartsWith("per ", StringComparison.OrdinalIgnoreCase));

    private bool IsSmall(decimal? count) => count > 0 && count < Below;
}
