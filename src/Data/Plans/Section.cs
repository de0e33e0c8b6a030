using System.Text.RegularExpressions;

namespace TeamsPlanBot.Data.Plans;

/// <summary>A theme, point or priority of a plan, as the plan prints it: "4. Policy and Performance".</summary>
public sealed partial class Section
{
    public const int LongestLabel = 400;

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public int Position { get; set; }

    public required string Label { get; init; }

    public string? Lead { get; set; }

    public string? Outcomes { get; set; }

    /// <summary>The number in front of the label, if there is one.</summary>
    public string? Number => Leading().Match(Label) is { Success: true } number ? number.Value : null;

    /// <summary>The label without its number.</summary>
    public string Title => Number is { } number ? Label[number.Length..].TrimStart('.', ' ', ':', ')', '-') : Label;

    // "24/7 support" and "3rd party reviews" have none.
    [GeneratedRegex(@"^[0-9]{1,4}[A-Za-z]?(?=[.: )-]|$)")]
    private static partial Regex Leading();
}
