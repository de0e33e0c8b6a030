using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>How dates, states and ratings are said.</summary>
internal static class Wording
{
    public static ListedAction Listed(ActionLine action, DateOnly today)
    {
        var late = action is { State: not ActionState.Complete, Due: { } due } ? Math.Max(0, today.DayNumber - due.DayNumber) : 0;
        return new ListedAction(action, State(action.State), Rating(action.Brag), When(action, late, today), late, action.Leads.Count == 0 ? "No lead" : string.Join("; ", action.Leads));
    }

    public static string State(ActionState state) => state switch
    {
        ActionState.NotStarted => "not started",
        ActionState.InProgress => "in progress",
        _ => "complete",
    };

    /// <summary>Nothing is healthy that nobody rated.</summary>
    public static string Rating(Brag? brag) => brag is { } rated ? rated.ToString() : "Not rated";

    public static string Count(int number, string one, string? many = null) => number == 1 ? $"1 {one}" : $"{number:N0} {many ?? $"{one}s"}";

    private static string When(ActionLine action, int late, DateOnly today)
    {
        var words = action.Timescale is { } timescale ? $" (plan: “{timescale}”)" : "";
        return action.Due is not { } due ? $"No due date{words}"
            : action.State == ActionState.Complete ? $"Was due {Dates.InWords(due)}{words}"
            : late > 0 ? $"Due {Dates.InWords(due)}{words}, {Length(late)} overdue"
            : due == today ? $"Due today, {Dates.InWords(due)}{words}"
            : $"Due {Dates.InWords(due)}{words}";
    }

    // Days while one can count them, then weeks, then months and years: nobody reads 3,145 days.
    private static string Length(int days) => days switch
    {
        < 21 => Count(days, "day"),
        < 120 => Count(days / 7, "week"),
        < 730 => Count(days / 30, "month"),
        _ => Count(days / 365, "year"),
    };
}
