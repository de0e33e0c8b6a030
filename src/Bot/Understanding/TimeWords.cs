using System.Collections.Frozen;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What a word says about time.</summary>
internal enum TimeKind { None, Weekday, Month, Unit, Season, Part, Relative }

/// <summary>A length that time is counted in.</summary>
internal enum TimeUnit { Day, Week, Fortnight, Month, Quarter, Year }

/// <summary>The part of a span that is meant: "end of June".</summary>
internal enum SpanPart { Start, Early, Mid, Late, End }

/// <summary>A word that speaks of time; the value is the weekday from Sunday on, the month, the unit, the month a season ends in, the part, or how many days from today.</summary>
internal readonly record struct TimeWord(TimeKind Kind, int Value)
{
    public TimeUnit Unit => (TimeUnit)Value;

    public SpanPart Part => (SpanPart)Value;
}

/// <summary>The words of time, as people shorten and misspell them.</summary>
internal static class TimeWords
{
    // Shorter words are too near to others: a marsh is no March, a sprint no spring.
    private const int ShortestSlip = 6;

    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] MonthNames = Array.ConvertAll(Months, month => char.ToUpperInvariant(month[0]) + month[1..]);

    private static readonly string[] Numbers =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"];

    private static readonly FrozenDictionary<string, TimeWord> Known = AllKnown().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Counts = AllCounts().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Spelt[] Long = [.. Known.Keys.Where(word => word.Length >= ShortestSlip && Known[word].Kind != TimeKind.Season).Select(word => new Spelt(word))];

    private static readonly string[] Whiches = ["this", "next", "last"];

    private static readonly string[] Swapped = ["march", "april"];

    private static readonly Spelt[] CountedIn = [.. new[] { "days", "week", "weeks", "month", "months", "quarters", "fortnights", "years" }.Select(word => new Spelt(word))];

    public static string MonthName(int month) => MonthNames[month - 1];

    public static string WeekdayName(DayOfWeek day) => char.ToUpperInvariant(Weekdays[(int)day][0]) + Weekdays[(int)day][1..];

    public static IEnumerable<string> All => Known.Keys;

    /// <summary>What this word of a message says about time, if it is free; slips of the pen included.</summary>
    public static TimeWord At(Reading reading, int at) =>
        !reading.IsFree(at) ? default
        : reading.Words[at].Is(Traits.Lexical) ? reading.Words[at].Time
        : reading.Words[at].Plain.Length < ShortestSlip - 1 ? default
        : Nearly(reading.Words[at].Plain);

    /// <summary>What a word says about time, slips of the pen included.</summary>
    public static TimeWord Of(string? word) =>
        word is null ? default
        : Known.TryGetValue(word, out var known) ? known
        : word.Length < 5 || LittleWords.All.Contains(word) ? default
        : Nearly(word);

    /// <summary>The unit this word is: after a number, any slip of "weeks" means weeks.</summary>
    public static TimeUnit? UnitOf(string? word)
    {
        if (word is null)
        {
            return null;
        }

        if (Known.TryGetValue(word, out var known))
        {
            return known.Kind == TimeKind.Unit ? known.Unit : null;
        }

        if (word.Length < 4 || !char.IsAsciiLetter(word[0]))
        {
            return null;
        }

        var typed = new Spelt(word);
        foreach (var unit in CountedIn)
        {
            if (typed.IsSlipOf(unit))
            {
                return Known[unit.Text].Unit;
            }
        }

        return null;
    }

    /// <summary>The word here, and "this" for "ths", "next" for "nxt", where a week, month, quarter or year follows.</summary>
    public static string? Which(Reading reading, int at)
    {
        var word = reading.At(at);
        return word is not { Length: >= 3 and <= 5 } || LittleWords.All.Contains(word) || Array.IndexOf(Whiches, word) >= 0 || At(reading, at + 1) is not { Kind: TimeKind.Unit, Unit: not TimeUnit.Day } ? word
            : Array.Find(Whiches, which => which[0] == word[0] && Spelling.Distance(word, which) == 1) ?? word;
    }

    /// <summary>A number in figures or in words: "3", "three", "a", "couple".</summary>
    public static int? NumberOf(string? word) =>
        word is null || word.Length == 0 ? null
        : char.IsAsciiDigit(word[0]) ? Dates.Number(word)
        : Counts.TryGetValue(word, out var count) ? count
        : null;

    /// <summary>A day of a month: "31", "31st", "first".</summary>
    public static int? DayOfMonth(string? word) =>
        word is null || word.Length == 0 ? null
        : char.IsAsciiDigit(word[0]) ? Dates.DayOfMonth(word)
        : Array.IndexOf(Ordinals, word) is >= 0 and var at ? at + 1
        : null;

    /// <summary>Whether a day of a month is written so that it is no count: "31st", "first".</summary>
    public static bool IsOrdinal(string word) => !char.IsAsciiDigit(word[^1]);

    private static TimeWord Nearly(string word)
    {
        var typed = new Spelt(word);
        foreach (var month in Swapped)
        {
            if (word.Length == month.Length && typed.Letters == LettersOf(month) && Spelling.Distance(word, month) == 1)
            {
                return Known[month];
            }
        }

        // "Mondays" are many, and no slip for one.
        if (word.Length < ShortestSlip - 1 || word[^1] == 's')
        {
            return default;
        }

        var (nearest, least) = (default(TimeWord), int.MaxValue);
        foreach (var candidate in Long)
        {
            if (typed.IsSlipOf(candidate) && Spelling.Distance(word, candidate.Text) is var distance && distance < least)
            {
                (nearest, least) = (Known[candidate.Text], distance);
            }
        }

        return nearest;
    }

    private static ulong LettersOf(string word) => new Spelt(word).Letters;

    private static Dictionary<string, TimeWord> AllKnown()
    {
        var all = new Dictionary<string, TimeWord>();
        Add(TimeKind.Weekday, 0, "sunday sun");
        Add(TimeKind.Weekday, 1, "monday mon");
        Add(TimeKind.Weekday, 2, "tuesday tue tues");
        Add(TimeKind.Weekday, 3, "wednesday wed weds");
        Add(TimeKind.Weekday, 4, "thursday thu thur thurs");
        Add(TimeKind.Weekday, 5, "friday fri");
        Add(TimeKind.Weekday, 6, "saturday sat");
        for (var month = 1; month <= 12; month++)
        {
            Add(TimeKind.Month, month, $"{Months[month - 1]} {Months[month - 1][..3]}");
        }

        Add(TimeKind.Month, 9, "sept");
        Add(TimeKind.Unit, (int)TimeUnit.Day, "day days");
        Add(TimeKind.Unit, (int)TimeUnit.Week, "week weeks wk wks");
        Add(TimeKind.Unit, (int)TimeUnit.Fortnight, "fortnight fortnights");
        Add(TimeKind.Unit, (int)TimeUnit.Month, "month months mth mths");
        Add(TimeKind.Unit, (int)TimeUnit.Quarter, "quarter quarters qtr qtrs");
        Add(TimeKind.Unit, (int)TimeUnit.Year, "year years yr yrs");
        Add(TimeKind.Season, 5, "spring");
        Add(TimeKind.Season, 8, "summer");
        Add(TimeKind.Season, 11, "autumn");
        Add(TimeKind.Season, 2, "winter");
        Add(TimeKind.Part, (int)SpanPart.Start, "start beginning");
        Add(TimeKind.Part, (int)SpanPart.Early, "early");
        Add(TimeKind.Part, (int)SpanPart.Mid, "mid middle");
        Add(TimeKind.Part, (int)SpanPart.Late, "late");
        Add(TimeKind.Part, (int)SpanPart.End, "end");
        Add(TimeKind.Relative, 0, "today todays eod cop");
        Add(TimeKind.Relative, 1, "tomorrow tomorrows tmrw tmw tmrrw tomoz");
        Add(TimeKind.Relative, -1, "yesterday yesterdays");
        return all;

        void Add(TimeKind kind, int value, string words)
        {
            foreach (var word in words.Split(' '))
            {
                all.TryAdd(word, new TimeWord(kind, value));
            }
        }
    }

    private static Dictionary<string, int> AllCounts()
    {
        var all = Numbers.Select((word, i) => (word, i)).ToDictionary(counted => counted.word, counted => counted.i + 1);
        (all["a"], all["an"], all["couple"], all["thirty"], all["forty"], all["sixty"], all["ninety"]) = (1, 1, 2, 30, 40, 60, 90);
        return all;
    }
}
