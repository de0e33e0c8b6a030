using TeamsPlanBot.Data.Figures;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>The quarters that boards are told of.</summary>
internal static class Quarters
{
    private const int Months = 3;

    /// <summary>The last quarter that ended before a day.</summary>
    public static Period LastBefore(DateOnly day)
    {
        var start = new DateOnly(day.Year, ((day.Month - 1) / Months * Months) + 1, 1);
        return Period.Of(start.AddMonths(-Months), start.AddDays(-1));
    }
}
