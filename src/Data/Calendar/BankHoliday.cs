namespace TeamsPlanBot.Data.Calendar;

/// <summary>A day on which councils in England and Wales do not work, and why.</summary>
public sealed record BankHoliday(DateOnly On, string Name);
