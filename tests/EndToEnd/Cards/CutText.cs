namespace EndToEnd.Cards;

/// <summary>A text that cannot be read in full where it was drawn.</summary>
/// <param name="Text">The text in full.</param>
/// <param name="Where">How it is cut.</param>
public sealed record CutText(string Text, string Where)
{
    /// <summary>One line for a failed test.</summary>
    public override string ToString() => $"'{Text}' {Where}";
}
