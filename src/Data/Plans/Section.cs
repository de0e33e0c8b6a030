namespace TeamsPlanBot.Data.Plans;

/// <summary>A theme, point or priority of a plan, as the plan prints it: "4. Policy and Performance".</summary>
public sealed class Section
{
    public const int LongestLabel = 400;

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public int Position { get; set; }

    public required string Label { get; init; }

    public string? Lead { get; set; }

    public string? Outcomes { get; set; }

    /// <summary>The number in front of the label, if there is one.</summary>
    public string? Number => Label.Split('.', ' ') is [{ Length: > 0 and <= 4 } first, ..] && char.IsAsciiDigit(first[0]) ? first : null;

    /// <summary>The label without its number.</summary>
    public string Title => Number is { } number ? Label[number.Length..].TrimStart('.', ' ', ':', '-') : Label;
}
