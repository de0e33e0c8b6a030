using System.Globalization;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Says how often something comes: "every second Monday at 08:30".</summary>
internal static class RhythmWords
{
    private static readonly string[] Weeks = ["first", "second", "third", "fourth", "last"];

    public static string Of(Rhythm rhythm)
    {
        var days = string.Join(" and ", rhythm.Days);
        if (rhythm.Board is { } board)
        {
            return $"{(rhythm.Ahead == 1 ? "the working day" : $"{rhythm.Ahead} working days")} before each {board}, at {Time(rhythm.At)}";
        }

        var often = rhythm.Every switch
        {
            Every.Day => "every day",
            Every.Weekday => "every weekday",
            Every.Week => $"every {days}",
            Every.Fortnight => $"every second {days}",
            var monthly => $"{OnDay(rhythm, days)} of every {(monthly == Every.Month ? "month" : "quarter")}",
        };
        return $"{often} at {Time(rhythm.At)}";
    }

    public static string Time(TimeOnly at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string OnDay(Rhythm rhythm, string days) => rhythm switch
    {
        { Week: { } week } => $"on the {Weeks[week - 1]} {days}",
        { DayOfMonth: 31 } => "on the last day",
        { DayOfMonth: { } day } => $"on day {day}",
        _ => "on the first day",
    };
}
