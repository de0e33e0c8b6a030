namespace TeamsPlanBot.Data.Figures;

/// <summary>How a figure has to compare with somebody else's.</summary>
public enum Comparison { AtLeast, AtMost, Above, Below, InLine }

/// <summary>A target in the plan's own words, and what they ask of a figure.</summary>
public abstract record TargetWords
{
    private TargetWords(string words)
    {
        Words = words;
    }

    /// <summary>What the plan says.</summary>
    public string Words { get; }

    /// <summary>Reads a target. A bare number asks for at least that much where higher is better, at most where lower is; where neither is, nothing.</summary>
    public static TargetWords Read(string? words, Polarity polarity) => TargetReader.Read(words, polarity);

    public sealed record AtLeast(string Words, decimal Value) : TargetWords(Words);

    public sealed record AtMost(string Words, decimal Value) : TargetWords(Words);

    public sealed record Below(string Words, decimal Value) : TargetWords(Words);

    public sealed record Above(string Words, decimal Value) : TargetWords(Words);

    /// <summary>More than in the same period a year before, or less.</summary>
    public sealed record BetterThanTheYearBefore(string Words, bool IsUp) : TargetWords(Words);

    /// <summary>Measured against another's figure, such as England's.</summary>
    public sealed record ComparedWith(string Words, string Comparator, Comparison Comparison) : TargetWords(Words);

    /// <summary>Not set yet, or in words that nobody can hold a figure against.</summary>
    public sealed record Unset(string Words) : TargetWords(Words);
}
