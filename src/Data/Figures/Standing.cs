namespace TeamsPlanBot.Data.Figures;

/// <summary>What can be said of a figure: how it stands against its target, how it moved, and whether its own arithmetic holds.</summary>
public static class Standing
{
    // Counts of people and rates of them are far smaller; beyond this nothing is checked, so that no figure can overflow.
    private const decimal LargestCount = 1_000_000_000_000m;

    /// <summary>How a value stands against a target. Where what it is compared with is not known, there is no target to speak of.</summary>
    public static TargetStatus Against(TargetWords? target, decimal value, Polarity polarity, decimal? yearBefore, Func<string, decimal?> comparator) => target switch
    {
        TargetWords.AtLeast least => Met(value >= least.Value),
        TargetWords.AtMost most => Met(value <= most.Value),
        TargetWords.Below below => Met(value < below.Value),
        TargetWords.Above above => Met(value > above.Value),
        TargetWords.BetterThanTheYearBefore better when yearBefore is { } before => Met(better.IsUp ? value > before : value < before),
        TargetWords.ComparedWith compared when comparator(compared.Comparator) is { } theirs => Met(compared.Comparison switch
        {
            Comparison.AtLeast => value >= theirs,
            Comparison.AtMost => value <= theirs,
            Comparison.Above => value > theirs,
            Comparison.Below => value < theirs,
            _ => IsInLine(value, theirs, polarity),
        }),
        _ => TargetStatus.NoTarget,
    };

    /// <summary>How a value moved from the one before it, if there is one.</summary>
    public static DirectionOfTravel? Direction(decimal latest, decimal? before, Polarity polarity) => (latest.CompareTo(before ?? latest), polarity) switch
    {
        _ when before is null => null,
        (0, _) => DirectionOfTravel.Steady,
        ( > 0, Polarity.None) => DirectionOfTravel.Rising,
        ( < 0, Polarity.None) => DirectionOfTravel.Falling,
        ( > 0, Polarity.Higher) or ( < 0, Polarity.Lower) => DirectionOfTravel.Improving,
        _ => DirectionOfTravel.Worsening,
    };

    /// <summary>
    /// The value that numerator and denominator give, where they contradict the printed one by more than rounding explains; none where they agree or nothing can be said.
    /// The decimals are those that the plan printed: of 5.0 one, also where a store made it 5.0000.
    /// </summary>
    public static decimal? Contradiction(decimal? numerator, decimal? denominator, decimal? value, string? unit, int? decimals = null)
    {
        if (numerator is not (>= 0 and <= LargestCount) || denominator is not (> 0.0001m and <= LargestCount) || value is not (>= -LargestCount and <= LargestCount) || Factor(unit) is not { } factor)
        {
            return null;
        }

        var (printed, places) = (value.Value, Math.Clamp(decimals ?? value.Value.Scale, 0, 10));
        var computed = numerator.Value / denominator.Value * factor;
        var rounding = 0.5m * new decimal(1, 0, 0, false, (byte)places);
        return computed - printed <= rounding && printed - computed <= rounding ? null
            : Math.Round(computed, Math.Max(places, 1), MidpointRounding.AwayFromZero);
    }

    /// <summary>The value that numerator and denominator make in a unit, to so many decimals and at least one; none where the unit says nothing of its arithmetic.</summary>
    public static decimal? Value(decimal? numerator, decimal? denominator, string? unit, int decimals) =>
        numerator is >= 0 and <= LargestCount && denominator is > 0.0001m and <= LargestCount && Factor(unit ?? "%") is { } factor
            ? Math.Round(numerator.Value / denominator.Value * factor, Math.Clamp(decimals, 1, 10), MidpointRounding.AwayFromZero)
            : null;

    /// <summary>
    /// The target that counts in a period: the one stated for it, else the latest step due by its end, else the one of the latest period before it,
    /// else one for all time, else the first step to come.
    /// </summary>
    public static StatedTarget? TargetInForce(IReadOnlyList<StatedTarget> targets, Period period) =>
        targets.LastOrDefault(target => target.Period == period)
        ?? targets.Where(target => target.By <= period.End).OrderBy(target => target.By).LastOrDefault()
        ?? targets.Where(target => target.Period is { } earlier && earlier.End < period.End).OrderBy(target => target.Period).LastOrDefault()
        ?? targets.LastOrDefault(target => target is { Period: null, By: null })
        ?? targets.Where(target => target.By > period.End).MinBy(target => target.By);

    private static TargetStatus Met(bool isMet) => isMet ? TargetStatus.OnTarget : TargetStatus.OffTarget;

    // Nobody misses "in line with neighbours" by doing better than they do.
    private static bool IsInLine(decimal value, decimal theirs, Polarity polarity) => polarity switch
    {
        Polarity.Higher => value >= theirs,
        Polarity.Lower => value <= theirs,
        _ => value == theirs,
    };

    // Of how many a rate is: 100 for "%", 10,000 for "per 10,000". A unit such as "days" says nothing of its arithmetic.
    private static decimal? Factor(string? unit)
    {
        var words = (unit ?? "").Trim().Replace(",", "", StringComparison.Ordinal).ToUpperInvariant();
        return words switch
        {
            "%" or "PERCENT" or "PER CENT" => 100,
            "RATIO" => 1,
            _ when words.StartsWith("PER ", StringComparison.Ordinal) && words.Split(' ')[1] is { Length: <= 6 } count
                && count.All(char.IsAsciiDigit) && count != "" => decimal.Parse(count, System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}
