namespace TeamsPlanBot.Data.Calendar;

/// <summary>Counts the days on which councils in England and Wales work: not at weekends and not on bank holidays.</summary>
public static class WorkingDays
{
    /// <summary>What kind of day it is. A weekend is known of any year.</summary>
    public static DayKind KindOf(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend
        : !BankHolidays.Know(day) ? DayKind.NotKnown
        : BankHolidays.On(day) is null ? DayKind.Working
        : DayKind.BankHoliday;

    /// <summary>True or false, or neither where the bank holidays of the day's year are not known.</summary>
    public static bool? IsWorkingDay(DateOnly day) => KindOf(day) switch
    {
        DayKind.Working => true,
        DayKind.NotKnown => null,
        _ => false,
    };

    /// <summary>The working day that is the given number of working days after a day, which is not counted itself.</summary>
    public static WorkingDay After(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        for (var left = workingDays; BankHolidays.Know(day);)
        {
            day = day.AddDays(1);
            left -= KindOf(day) == DayKind.Working ? 1 : 0;
            if (left == 0)
            {
                return new WorkingDay.Found(day);
            }
        }

        return new WorkingDay.BeyondTable();
    }

    /// <summary>The first working day after a day.</summary>
    public static WorkingDay Next(DateOnly day) => After(day, 1);

    /// <summary>The day itself if it is a working day, else the first one after it.</summary>
    public static WorkingDay OnOrAfter(DateOnly day) => KindOf(day) == DayKind.Working ? new WorkingDay.Found(day) : Next(day);
}
