using System.Globalization;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Days as people here speak of them.</summary>
internal static class Dates
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Numbers =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static IEnumerable<string> NumbersInWords => Numbers;

    /// <summary>"31 March 2017".</summary>
    public static string InWords(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {TimeWords.MonthName(date.Month)} {date.Year:0000}");

    public static int? Month(string? word) => word is { Length: >= 3 }
        && Array.FindIndex(Months, month => month == word || (word.Length <= 4 && month.StartsWith(word == "sept" ? "sep" : word, StringComparison.Ordinal))) is >= 0 and var at ? at + 1 : null;

    public static int? Year(string? word) =>
        word is { Length: 4 } && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? Year(year) : null;

    public static int? Year(int number) => number is >= 1990 and <= 2100 ? number : null;

    public static int? Number(string? word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 5000 ? number
        : Array.IndexOf(Numbers, word) is >= 0 and var at ? at + 1
        : null;

    /// <summary>A day of a month: "31", "31st".</summary>
    public static int? DayOfMonth(string? word)
    {
        var digits = word?.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
        return digits is { Length: 1 or 2 } && Number(digits) is <= 31 and var day ? day : null;
    }

    public static DateOnly LastOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    public static DateOnly StartOfWeek(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static DateOnly StartOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    public static DateOnly StartOfQuarter(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
}
