using System.Globalization;

namespace TeamsPlanBot.Data.Questions;

/// <summary>The order of numbers as plans print them: 2 before 5, 5a, 5b and 10.</summary>
internal sealed class Numbering : IComparer<string>
{
    public static Numbering Order { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (one, other) = (Figures(x), Figures(y));
        return one.Number != other.Number ? one.Number.CompareTo(other.Number) : string.Compare(one.Letters, other.Letters, StringComparison.OrdinalIgnoreCase);
    }

    // What begins with no figure comes after all that do.
    private static (long Number, string Letters) Figures(string? text)
    {
        var digits = (text ?? "").TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 18 ? (long.Parse(text.AsSpan(0, digits), CultureInfo.InvariantCulture), text![digits..]) : (long.MaxValue, text ?? "");
    }
}
