using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>An action in full.</summary>
/// <param name="Message">Where the latest words that were logged from a message come from.</param>
/// <param name="Back">The list it was opened from.</param>
public sealed record OneAction(ListedAction Action, IReadOnlyList<Passage> Passages, bool HasMore, string? Message = null, Request.ListActions? Back = null) : Answer
{
    [JsonIgnore]
    public override string Basis => $"{Understood}.";

    [JsonIgnore]
    public override IReadOnlyList<Passage> Body => [new Passage.Rows("", [new Row("", "", Action.Standing, [Action.When])]), .. Passages];

    [JsonIgnore]
    public override IReadOnlyList<Button> Buttons =>
    [
        new Button("Update it", Asks: new Request.FillIn(Action.Named)),
        new Button("Update in a window", Asks: new Request.FillIn(Action.Named), OpensDialog: true),
        .. Action.Action is { Leads.Count: > 0, State: not ActionState.Complete } ? [new Button(Action.Action.Leads.Count == 1 ? "Ask the lead for an update" : "Ask the leads for an update", Asks: new Request.AskLeads(Action.Named))] : Array.Empty<Button>(),
        .. Message is not null ? [new Button("Open the message", Leads: Message)] : Array.Empty<Button>(),
        .. HasMore ? [new Button("Show its whole history", Asks: new Request.ShowHistory(Action.Named))] : Array.Empty<Button>(),
        .. Back is not null ? [new Button("Back to the list", Asks: Back)] : Array.Empty<Button>(),
    ];
}
