namespace EndToEnd.Cards;

/// <summary>Something the renderer could not take as written.</summary>
/// <param name="Event">The renderer's name for it, such as UnknownElementType, or one of ours: UnknownProperty, NotRendered, PictureNotShown, ScriptError.</param>
/// <param name="Element">The type of the element concerned, as the card writes it, when it is known.</param>
/// <param name="HasFallback">True when that element brings a fallback.</param>
/// <param name="Path">The way from the card to the element.</param>
/// <param name="Message">The renderer's sentence.</param>
public sealed record CardProblem(string Event, string? Element, bool HasFallback, string Path, string Message)
{
    private static readonly HashSet<string> TeamsOwn =
    [
        "Badge",
        "Carousel",
        "Chart.Donut",
        "Chart.Gauge",
        "Chart.HorizontalBar",
        "Chart.HorizontalBar.Stacked",
        "Chart.Line",
        "Chart.Pie",
        "Chart.VerticalBar",
        "Chart.VerticalBar.Grouped",
        "CodeBlock",
        "Icon",
        "ProgressBar",
        "ProgressRing",
    ];

    /// <summary>True for an element that Teams knows and this renderer does not, and that brings a fallback.</summary>
    public bool IsTeamsOwnWithFallback =>
        Event == "UnknownElementType" && HasFallback && Element is not null && TeamsOwn.Contains(Element);

    /// <summary>One line for a failed test.</summary>
    public override string ToString() => $"{Event} at {Path}: {Message}";
}
