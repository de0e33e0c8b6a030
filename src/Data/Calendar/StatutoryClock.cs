namespace TeamsPlanBot.Data.Calendar;

/// <summary>The time that the law gives a council to answer an inspection with a written statement of action.</summary>
public static class StatutoryClock
{
    /// <summary>How many working days after the report is received the statement is due. Joint and area inspections give the same time.</summary>
    public const int WorkingDaysToAnswer = 70;

    /// <summary>The last day for the written statement of action on a report received on the given day.</summary>
    public static WorkingDay WrittenStatementDue(DateOnly received) => WorkingDays.After(received, WorkingDaysToAnswer);
}
