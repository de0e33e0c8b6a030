using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>A form to put something on the record of an action, with what it holds now, or what was typed into it before.</summary>
/// <param name="Action">Null where the form asks which one it is for.</param>
/// <param name="Faults">What is wrong with which field, and what to do about it; what is wrong with none of them stands under an empty name.</param>
public sealed record UpdateForm(ListedAction? Action, DrawnAction Drawn, Filled Filled, IReadOnlyDictionary<string, string> Faults) : Answer
{
    [JsonIgnore]
    public override string Basis => Action is null ? "It goes on the record of an action in your name, with the way back to the message." : $"{Wording.Cut(Action.Action.Title, LongestTitle)} ({Action.Action.PlanName}).";

    [JsonIgnore]
    public override IReadOnlyList<Passage> Body =>
    [
        new Passage.Rows("", Action is null ? [] : [new Row("", "", Action.Standing, [Action.When])]),
        new Passage.Lines("", [.. new[] { Invitation, Fault("") }.OfType<string>()]),
        new Passage.Form("",
        [
            .. Action is null ? [new Blank.Line(Filled.WhichId, "Which action?", Filled.Which, Fault(Filled.WhichId), "4.3, or 4.3 in Leeds")] : Array.Empty<Blank>(),
            new Blank.Words(Filled.TextId, "What happened?", Filled.Text, Fault(Filled.TextId), "Two agency workers started."),
            new Blank.OneOf(Filled.RatingId, "Rating", Filled.Rating, Fault(Filled.RatingId), [.. Ratings]),
            new Blank.OneOf(Filled.StateId, "State", Filled.State, Fault(Filled.StateId), [.. Action is null ? [AsItIs] : Array.Empty<Option>(), .. Enum.GetValues<ActionState>().Select(state => new Option(Wording.Sentence(Wording.State(state)), Wording.State(state)))]),
            new Blank.Day(Filled.DueId, Action is null ? "A new date, if it moves" : "Due", Filled.Due, Fault(Filled.DueId)),
            new Blank.Words(Filled.ReasonId, "If the date moves: why?", Filled.Reason, Fault(Filled.ReasonId), "Recruitment took longer than planned."),
        ]),
    ];

    [JsonIgnore]
    public override IReadOnlyList<Button> Buttons =>
    [
        new Button("Save", Saves: Drawn),
        .. Action is null ? Array.Empty<Button>() : [new Button("Cancel", Asks: new Request.ShowAction(Action.Named))],
    ];

    private const int LongestTitle = 240;

    /// <summary>What is said above the form.</summary>
    public string? Invitation { get; init; }

    /// <summary>The form for an action, as it is now or as somebody filled it in.</summary>
    public static UpdateForm For(ActionLine action, Request.FillIn form, DateOnly today) => new(
        Wording.Listed(action, today), DrawnAction.Of(action), form.Filled ?? DrawnAction.Of(action).Untouched, form.Faults ?? new Dictionary<string, string>())
    {
        Intent = "action",
        Understood = $"A form to update {action.Ref} of {action.PlanName}",
        Headline = form.Faults is { Count: > 0 } ? $"Not saved yet: {action.Ref}" : $"Update {action.Ref}",
    };

    private static Option AsItIs { get; } = new("As it is", "");

    // A rating can be changed for another one; nobody takes it away.
    private IEnumerable<Option> Ratings =>
    [
        .. Action is null ? [AsItIs] : Action.Action.Brag is null ? [new Option("Not rated", Filled.NotRated)] : Array.Empty<Option>(),
        .. Enum.GetValues<Brag>().Select(brag => new Option(brag == Brag.Blue ? "Blue (complete)" : brag.ToString(), brag.Word())),
    ];

    private string? Fault(string field) => Faults.GetValueOrDefault(field);
}
