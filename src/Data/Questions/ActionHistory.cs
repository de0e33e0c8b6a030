using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>Everything on the record of one action, the newest first.</summary>
public sealed record ActionHistory(int PlanId, string Plan, string PlanName, string Ref, string Title, DateOnly? Due, Slips Slips, IReadOnlyList<HistoryLine> Lines);

/// <summary>One thing put on the record, with what it changed.</summary>
/// <param name="On">The day it is about, where that is known.</param>
/// <param name="By">Who said it; null where the plan itself did.</param>
/// <param name="IsUndo">It takes back something said before.</param>
/// <param name="IsUndone">It was taken back.</param>
/// <param name="UndoneBy">Who took it back.</param>
public sealed record HistoryLine(
    DateTime At,
    DateOnly? On,
    string? By,
    Origin Origin,
    string? Text,
    bool IsUndo,
    bool IsUndone,
    string? UndoneBy,
    IReadOnlyList<FieldChange> Changes);

/// <summary>From what to what one field changed.</summary>
public sealed record FieldChange(Field Field, string? From, string? To, string? Reason);
