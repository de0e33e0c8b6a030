using System.Globalization;

namespace TeamsPlanBot.Data.Figures;

/// <summary>Reads what a plan wants of a figure. Words that are not understood to their end set no target.</summary>
internal sealed class TargetReader
{
    private const int LongestWords = 500;
    private const int LongestNumber = 16;

    private static readonly (string Words, Comparison Comparison)[] Openings =
    [
        ("at least", Comparison.AtLeast), ("no less than", Comparison.AtLeast), ("not less than", Comparison.AtLeast), ("no fewer than", Comparison.AtLeast),
        ("no lower than", Comparison.AtLeast), ("not below", Comparison.AtLeast), ("minimum of", Comparison.AtLeast), ("minimum", Comparison.AtLeast),
        ("increase to", Comparison.AtLeast), ("increased to", Comparison.AtLeast), ("increases to", Comparison.AtLeast), ("rise to", Comparison.AtLeast),
        (">=", Comparison.AtLeast), ("≥", Comparison.AtLeast),
        ("at most", Comparison.AtMost), ("no more than", Comparison.AtMost), ("not more than", Comparison.AtMost), ("no higher than", Comparison.AtMost),
        ("not above", Comparison.AtMost), ("maximum of", Comparison.AtMost), ("maximum", Comparison.AtMost), ("up to", Comparison.AtMost),
        ("reduce to", Comparison.AtMost), ("reduced to", Comparison.AtMost), ("reduces to", Comparison.AtMost), ("fall to", Comparison.AtMost),
        ("<=", Comparison.AtMost), ("≤", Comparison.AtMost),
        ("above", Comparison.Above), ("more than", Comparison.Above), ("higher than", Comparison.Above), ("greater than", Comparison.Above),
        ("over", Comparison.Above), (">", Comparison.Above),
        ("below", Comparison.Below), ("less than", Comparison.Below), ("lower than", Comparison.Below), ("fewer than", Comparison.Below),
        ("under", Comparison.Below), ("<", Comparison.Below),
        ("in line with", Comparison.InLine), ("the same as", Comparison.InLine), ("same as", Comparison.InLine),
    ];

    private static readonly (string Words, Comparison Comparison)[] Closings =
    [
        ("+", Comparison.AtLeast), ("or above", Comparison.AtLeast), ("or more", Comparison.AtLeast), ("or over", Comparison.AtLeast), ("or higher", Comparison.AtLeast),
        ("or better", Comparison.InLine),
        ("or below", Comparison.AtMost), ("or less", Comparison.AtMost), ("or under", Comparison.AtMost), ("or fewer", Comparison.AtMost), ("or lower", Comparison.AtMost),
    ];

    private static readonly string[] Fillers = ["a target of", "target of", "target", "to be", "is", "a", "of", ":"];
    private static readonly string[] Units = ["%", "per cent", "percent"];
    private static readonly string[] Ups = ["increases", "increase", "increasing", "increased", "rises", "rising", "higher", "more"];
    private static readonly string[] Downs = ["reduces", "reduce", "reducing", "reduced", "reduction", "decreases", "decrease", "decreasing", "falls", "falling", "lower", "fewer", "less"];
    private static readonly string[] Betters = ["improves", "improve", "improving", "improvement", "better"];
    private static readonly string[] YearsBefore = ["the year before", "year before", "last year", "the previous year", "previous year", "the last year", "the year before it"];
    private static readonly string[] EachYear = ["", "year-on-year", "year on year", "each year", "every year"];
    private static readonly string[] NotSet = ["tbc", "tba", "tbd", "n/a", "to be"];

    private static readonly string[] Doubts = ["tbc", "to be confirmed", "?"];

    private readonly string words;
    private readonly string plain;
    private readonly Polarity polarity;

    private TargetReader(string words, Polarity polarity)
    {
        (this.words, this.polarity) = (words, polarity);
        plain = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
    }

    public static TargetWords Read(string? words, Polarity polarity) => words is null or { Length: > LongestWords }
        ? new TargetWords.Unset(words ?? "")
        : new TargetReader(words, polarity).Whole();

    private TargetWords Whole()
    {
        var at = 0;
        while (Array.Find(Fillers, filler => Stands(filler, at)) is { } filler)
        {
            at = After(filler, at);
        }

        if (Array.Find(Openings, opening => Stands(opening.Words, at)) is { Words: not null } opened)
        {
            return Compared(opened.Comparison, After(opened.Words, at));
        }

        return Number(at) is ({ } value, var end) ? Bare(value, end) : OfTheYearBefore(at);
    }

    private TargetWords Compared(Comparison comparison, int at)
    {
        var start = Stands("the", at) ? After("the", at) : at;
        var rest = plain[start..];
        if (Number(start) is ({ } value, var end))
        {
            return HasDigits(AfterUnit(end)) ? Unset : Asks(comparison, value);
        }

        // "Below the national average of 14%" says itself how much that is.
        var valueAt = rest.LastIndexOf(" of ", StringComparison.OrdinalIgnoreCase);
        if (valueAt > 0 && Number(start + valueAt + 4) is ({ } theirs, var close) && AfterUnit(close) >= plain.Length)
        {
            return Asks(comparison, theirs);
        }

        return Is(rest, YearsBefore) || Is(plain[at..], YearsBefore) ? Better(comparison)
            : rest.Length == 0 || HasDigits(start) || Array.Exists(NotSet, word => Stands(word, start)) ? Unset
            : new TargetWords.ComparedWith(words, rest, comparison);
    }

    private TargetWords Better(Comparison comparison) => comparison is Comparison.Above or Comparison.Below
        ? new TargetWords.BetterThanTheYearBefore(words, comparison == Comparison.Above)
        : Unset;

    private TargetWords Bare(decimal value, int at)
    {
        at = AfterUnit(at);
        var closing = Array.Find(Closings, closing => Stands(closing.Words, at));
        var isDoubted = Array.Exists(Doubts, doubt => plain.Contains(doubt, StringComparison.OrdinalIgnoreCase));
        return HasDigits(at) || isDoubted ? Unset
            : closing.Words is not null && closing.Comparison != Comparison.InLine ? Asks(closing.Comparison, value)
            : polarity switch
            {
                Polarity.Higher => Asks(Comparison.AtLeast, value),
                Polarity.Lower => Asks(Comparison.AtMost, value),
                _ => Unset,
            };
    }

    private TargetWords OfTheYearBefore(int at)
    {
        var space = plain.IndexOf(' ', at);
        var (verb, rest) = space < 0 ? (plain[at..], "") : (plain[at..space], plain[(space + 1)..]);
        var joined = Array.Find(["than", "on", "from", "over"], word => rest.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase));
        var isOfYear = joined is null ? Is(rest, EachYear) : Is(rest[(joined.Length + 1)..], YearsBefore);
        return !isOfYear ? Unset
            : Is(verb, Ups) || (Is(verb, Betters) && polarity == Polarity.Higher) ? new TargetWords.BetterThanTheYearBefore(words, IsUp: true)
            : Is(verb, Downs) || (Is(verb, Betters) && polarity == Polarity.Lower) ? new TargetWords.BetterThanTheYearBefore(words, IsUp: false)
            : Unset;
    }

    private TargetWords Unset => new TargetWords.Unset(words);

    private TargetWords Asks(Comparison comparison, decimal value) => comparison switch
    {
        Comparison.AtLeast => new TargetWords.AtLeast(words, value),
        Comparison.AtMost => new TargetWords.AtMost(words, value),
        Comparison.Above => new TargetWords.Above(words, value),
        Comparison.Below => new TargetWords.Below(words, value),
        _ => Bare(value, plain.Length),
    };

    private (decimal? Value, int End) Number(int at)
    {
        if (Stands("zero", at) || Stands("nil", at))
        {
            return (0, After(Stands("zero", at) ? "zero" : "nil", at));
        }

        var end = at;
        while (end < plain.Length && end - at <= LongestNumber && (char.IsAsciiDigit(plain[end]) || plain[end] is '.' or ','))
        {
            end++;
        }

        var written = plain[at..end].TrimEnd(',', '.');
        // "14,6" are two numbers, "1,474" is one.
        var groups = written.Split('.')[0].Split(',');
        var isOne = groups[0].Length > 0 && groups.Skip(1).All(group => group.Length == 3) && (groups.Length == 1 || groups[0].Length <= 3);
        return isOne && written.Length <= LongestNumber
            && decimal.TryParse(written, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            ? (value, Spaced(at + written.Length))
            : (null, at);
    }

    private int AfterUnit(int at) => Array.Find(Units, unit => Stands(unit, at)) is { } unit ? After(unit, at) : at;

    // A word stands only whole; a mark stands anywhere.
    private bool Stands(string phrase, int at) => at < plain.Length && string.Compare(plain, at, phrase, 0, phrase.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (!char.IsLetter(phrase[^1]) || at + phrase.Length == plain.Length || !char.IsLetterOrDigit(plain[at + phrase.Length]));

    private int After(string phrase, int at) => Spaced(at + phrase.Length);

    private int Spaced(int at) => at < plain.Length && plain[at] == ' ' ? at + 1 : at;

    private bool HasDigits(int at) => plain.AsSpan(Math.Min(at, plain.Length)).ContainsAnyInRange('0', '9');

    private static bool Is(string said, string[] phrases) => Array.Exists(phrases, phrase => phrase.Equals(said, StringComparison.OrdinalIgnoreCase));
}
