using System.CommandLine.Parsing;
using System.Globalization;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Reads a day given on the command line.</summary>
internal static class DayOption
{
    public static DateOnly? Parse(ArgumentResult given)
    {
        var text = given.Tokens.Count == 1 ? given.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy", "d MMMM yyyy", "d MMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        given.AddError($"“{text}” is no date; write it like 2017-03-31.");
        return null;
    }
}
