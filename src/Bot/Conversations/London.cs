namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Tells the day and the time for the councils.</summary>
public static class London
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime);

    /// <summary>What the clocks in London show at a moment in UTC.</summary>
    public static DateTime Shown(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The moment in UTC when the clocks in London show this: the first of two such, and the next minute there is where they skip it.</summary>
    public static DateTime Moment(DateOnly day, TimeOnly at)
    {
        var shown = day.ToDateTime(at);
        while (Zone.IsInvalidTime(shown))
        {
            shown = shown.AddMinutes(1);
        }

        var ahead = Zone.IsAmbiguousTime(shown) ? Zone.GetAmbiguousTimeOffsets(shown).Max() : Zone.GetUtcOffset(shown);
        return DateTime.SpecifyKind(shown - ahead, DateTimeKind.Utc);
    }
}
