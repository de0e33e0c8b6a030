using System.Globalization;
using System.Text.Json.Serialization;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>An action as it stood when a form was drawn from it: what is still so in the form was not changed by whoever sent it.</summary>
/// <param name="Link">The message whose words go on the record, where the form was opened from one; then the form asks which action it is for.</param>
public sealed record DrawnAction(int Plan, string Ref, string Rating, string State, string Due, string? Link = null)
{
    /// <summary>A form that was drawn from a message, and from no action yet.</summary>
    public static DrawnAction OfMessage(string? link) => new(0, "", "", "", "", link ?? "");

    /// <summary>The form asks which action it is for.</summary>
    [JsonIgnore]
    public bool IsOpen => Ref.Length == 0;

    public static DrawnAction Of(ActionLine action) => new(action.PlanId, action.Ref, action.Brag?.Word() ?? Filled.NotRated, action.State.Word(), action.Due?.Word() ?? "");

    /// <summary>The form as it is drawn at first.</summary>
    [JsonIgnore]
    public Filled Untouched => new("", Rating, State, Due, "");
}

/// <summary>What stands in the fields of a form, as it was typed.</summary>
/// <param name="Which">The action it is for, as it was typed.</param>
public sealed record Filled(string Text, string Rating, string State, string Due, string Reason, string Which = "")
{
    public const string WhichId = "which";
    public const string TextId = "text";
    public const string RatingId = "rating";
    public const string StateId = "state";
    public const string DueId = "due";
    public const string ReasonId = "reason";

    /// <summary>How the form says that there is no rating.</summary>
    public const string NotRated = "none";

    private const int LongestWords = 4000;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>What a filled-in form asks for; or what is wrong with which field of it.</summary>
    /// <param name="named">The action it is for; null where that cannot be told from what was typed.</param>
    public (Understood? Wanted, IReadOnlyDictionary<string, string> Faults) Read(DrawnAction drawn, ActionNamed? named)
    {
        var faults = new Dictionary<string, string>();
        if (named?.Ref is null)
        {
            faults[WhichId] = Which.Trim().Length == 0 ? "Say which action this is for: its number, such as 4.3." : "I cannot tell which action this is. Write its number, such as 4.3, or “4.3 in” and the name of its plan.";
        }

        var (text, reason) = (Text.Trim(), Reason.Trim());
        Brag? rating = Rating == drawn.Rating ? null : Enum.GetValues<Brag>().Cast<Brag?>().FirstOrDefault(brag => brag!.Value.Word() == Rating);
        ActionState? state = State == drawn.State ? null : Enum.GetValues<ActionState>().Cast<ActionState?>().FirstOrDefault(known => known!.Value.Word() == State);
        var moves = Due.Length > 0 && Due != drawn.Due;
        var day = default(DateOnly);
        if (moves && !(DateOnly.TryParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= FirstYear and <= LastYear))
        {
            faults[DueId] = $"This is no day between {FirstYear} and {LastYear}. Pick one, or write it like 2018-06-30.";
        }

        if (rating is null && Rating != drawn.Rating)
        {
            faults[RatingId] = "Choose red, amber, green or blue.";
        }

        if (state is null && State != drawn.State)
        {
            faults[StateId] = "Choose not started, in progress or complete.";
        }

        if ((state == ActionState.Complete && rating is not (null or Brag.Blue)) || (rating == Brag.Blue && state is not (null or ActionState.Complete)))
        {
            faults[RatingId] = "Blue and complete go together: change the rating or the state.";
        }

        if (text.Length > LongestWords || reason.Length > LongestWords)
        {
            faults[text.Length > LongestWords ? TextId : ReasonId] = $"Please keep it under {LongestWords:N0} letters; this is {Math.Max(text.Length, reason.Length):N0}.";
        }

        if (reason.Length > 0 && !moves)
        {
            faults.TryAdd(DueId, "You gave a reason for a new date, but the date is the same. Change it, or clear the reason.");
        }

        if (faults.Count == 0 && text.Length == 0 && rating is null && state is null && !moves)
        {
            faults[TextId] = "There is nothing to save yet. Write what happened, or change the rating, the state or the date.";
        }

        return faults.Count > 0 ? (null, faults) : (Wanted(named!, drawn.Link, text, rating, state, moves ? day : null, reason), faults);
    }

    private static Understood Wanted(ActionNamed action, string? link, string text, Brag? rating, ActionState? state, DateOnly? due, string reason)
    {
        var parts = new List<Understood>();
        if (text.Length > 0 || rating is not null || state is not null)
        {
            parts.Add(new Understood(new Request.Post(action, text.Length > 0 ? text : null, rating, state, link is { Length: > 0 } ? link : null), $"Progress on {action.Ref}", ["a form"]));
        }

        if (due is { } day)
        {
            parts.Add(new Understood(new Request.Reschedule(action, day, reason.Length > 0 ? reason : null), $"A new date for {action.Ref}: {Dates.InWords(day)}", ["a form"]));
        }

        return parts is [var only] ? only : new Understood(new Request.Several(parts), string.Join("; ", parts.Select(part => part.Words)), ["a form"]);
    }
}
