namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A length of time as somebody says it: "3 weeks", "a fortnight", "a couple of months".</summary>
/// <param name="Length">How many words it took.</param>
internal readonly record struct Stretch(int Number, TimeUnit Unit, int Length)
{
    // Nobody plans further, and no calendar has to reach there.
    private const int MostYears = 50;

    /// <summary>"2 weeks", "a month".</summary>
    public string Words => Number == 1 ? $"a {Name}" : $"{Number} {Name}s";

    /// <summary>"2 weeks", "month": what follows "in the next".</summary>
    public string WordsAfterThe => Number == 1 ? Name : $"{Number} {Name}s";

    private string Name => Unit switch
    {
        TimeUnit.Day => "day",
        TimeUnit.Week => "week",
        TimeUnit.Fortnight => "fortnight",
        TimeUnit.Month => "month",
        TimeUnit.Quarter => "quarter",
        _ => "year",
    };

    /// <summary>The length of time that begins at this word, if one does.</summary>
    public static Stretch? At(Reading reading, int at)
    {
        if (reading.At(at) is not { Length: > 0 } first)
        {
            return null;
        }

        if (InOneWord(first) is { } glued)
        {
            return glued;
        }

        var after = at;
        if (TimeWords.NumberOf(first) is not { } number)
        {
            return null;
        }

        after++;
        if (first is "a" && reading.At(after) == "couple")
        {
            number = 2;
            after++;
        }

        after += number == 2 && reading.At(after) == "of" ? 1 : 0;
        return TimeWords.UnitOf(reading.At(after)) is { } unit && IsSensible(number, unit) ? new Stretch(number, unit, after + 1 - at) : null;
    }

    public DateOnly After(DateOnly day) => Move(day, Number);

    public DateOnly Before(DateOnly day) => Move(day, -Number);

    // "6w", "10days"
    private static Stretch? InOneWord(string word)
    {
        var letters = word.AsSpan().TrimStart("0123456789");
        if (letters.Length is 0 || letters.Length == word.Length || letters.Length > 6 || !int.TryParse(word.AsSpan(0, word.Length - letters.Length), out var number) || number == 0)
        {
            return null;
        }

        TimeUnit? unit = letters switch
        {
            "d" or "day" or "days" => TimeUnit.Day,
            "w" or "wk" or "wks" or "week" or "weeks" => TimeUnit.Week,
            "mth" or "mths" or "month" or "months" => TimeUnit.Month,
            _ => null,
        };
        return unit is { } counted && IsSensible(number, counted) ? new Stretch(number, counted, 1) : null;
    }

    private static bool IsSensible(int number, TimeUnit unit) => number <= MostYears * (unit switch
    {
        TimeUnit.Day => 366,
        TimeUnit.Week => 52,
        TimeUnit.Fortnight => 26,
        TimeUnit.Month => 12,
        TimeUnit.Quarter => 4,
        _ => 1,
    });

    // A month on from 31 January is the last of February.
    private DateOnly Move(DateOnly day, int number) => Unit switch
    {
        TimeUnit.Day => day.AddDays(number),
        TimeUnit.Week => day.AddDays(7 * number),
        TimeUnit.Fortnight => day.AddDays(14 * number),
        TimeUnit.Month => day.AddMonths(number),
        TimeUnit.Quarter => day.AddMonths(3 * number),
        _ => day.AddYears(number),
    };
}
