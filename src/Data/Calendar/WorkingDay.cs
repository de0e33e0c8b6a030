namespace TeamsPlanBot.Data.Calendar;

/// <summary>A working day that was counted to, or a sentence that says why it cannot be counted.</summary>
public abstract record WorkingDay
{
    private WorkingDay()
    {
    }

    /// <summary>The day.</summary>
    public sealed record Found(DateOnly On) : WorkingDay;

    /// <summary>The count leaves the years whose bank holidays are known.</summary>
    public sealed record BeyondTable : WorkingDay
    {
        /// <summary>What is wrong and what to do, for the person who asked.</summary>
        public string Sentence { get; } =
            $"Bank holidays are known here from {BankHolidays.FirstYear} to {BankHolidays.LastYear} only, and this count leaves those years. Count the working days with the bank holidays on GOV.UK.";
    }
}

/// <summary>Whether people work on a day, as far as it is known.</summary>
public enum DayKind { Working, Weekend, BankHoliday, NotKnown }
