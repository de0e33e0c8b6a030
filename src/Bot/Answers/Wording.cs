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
        return new ListedAction(
            action,
            Urgency(action, late, today),
            late > 0,
            Rating(action.Brag),
            State(action.State),
            When(action),
            action.Leads.Count == 0 ? "No lead" : string.Join("; ", action.Leads));
    }

    public static string State(ActionState state) => state switch
    {
        ActionState.NotStarted => "not started",
        ActionState.InProgress => "in progress",
        _ => "complete",
    };

    /// <summary>Nothing is healthy that nobody rated.</summary>
    public static string Rating(Brag? brag) => brag is { } rated ? rated.ToString() : "Not rated";

    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    public static string Count(int number, string one, string? many = null) => number == 1 ? $"1 {one}" : $"{number:N0} {many ?? $"{one}s"}";

    private static string Urgency(ActionLine action, int late, DateOnly today) => action switch
    {
        { State: ActionState.Complete } => "Complete",
        { Due: null } => "No due date",
        _ when late > 0 => $"{Length(late)} overdue",
        { Due: { } due } when due == today => "Due today",
        { Due: { } due } => $"Due in {Length(due.DayNumber - today.DayNumber)}",
    };

    private static string When(ActionLine action)
    {
        var date = action.Due is { } due ? $"{(action.State == ActionState.Complete ? "Was due" : "Due")} {Dates.InWords(due)}" : "No due date";
        return action.Timescale is { } words ? $"{date}; in the plan’s words: “{words}”" : date;
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
