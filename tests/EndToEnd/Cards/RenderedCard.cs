namespace EndToEnd.Cards;

/// <summary>A card as Microsoft's renderer drew it.</summary>
/// <param name="Problems">All that the renderer complained about, Teams' own elements included.</param>
/// <param name="Text">What a person sees, top to bottom, buttons included.</param>
/// <param name="Cut">Texts that are cut off or run out of the card.</param>
/// <param name="Width">The drawn width in pixels.</param>
/// <param name="Height">The drawn height in pixels.</param>
/// <param name="Png">The picture at twice that size, cropped to the card; empty when nothing was drawn.</param>
public sealed record RenderedCard(
    IReadOnlyList<CardProblem> Problems,
    string Text,
    IReadOnlyList<CutText> Cut,
    double Width,
    double Height,
    byte[] Png)
{
    /// <summary>The problems that are ones in Teams too: without its own elements that bring a fallback.</summary>
    public IReadOnlyList<CardProblem> ProblemsInTeams => [.. Problems.Where(problem => !problem.IsTeamsOwnWithFallback)];

    /// <summary>Writes the picture, creating its folder.</summary>
    public async Task SavePicture(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await File.WriteAllBytesAsync(path, Png);
    }
}
