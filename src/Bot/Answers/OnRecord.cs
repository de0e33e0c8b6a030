using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Understanding;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>What was put on the record, or taken back from it.</summary>
/// <param name="Sentences">What there is to say of it besides the headline.</param>
/// <param name="MayUndo">It can be taken back.</param>
public sealed record OnRecord(IReadOnlyList<string> Sentences, bool MayUndo) : Answer
{
    /// <summary>The actions concerned, as they are now.</summary>
    public IReadOnlyList<ListedAction> Actions { get; init; } = [];

    public IReadOnlyList<ListedFigure> Figures { get; init; } = [];

    public IReadOnlyList<ListedChange> Changes { get; init; } = [];

    [JsonIgnore]
    public override IReadOnlyList<Passage> Body =>
    [
        new Passage.Lines("", Sentences),
        new Passage.Rows("", [.. Actions.Select(item => item.Row(namesPlan: true))]),
    ];

    [JsonIgnore]
    public override IReadOnlyList<Button> Buttons => MayUndo && Message is { } message ? [Button.Undo(message)] : [];

    /// <summary>The message that said it.</summary>
    public string? Message { get; init; }

    /// <summary>The plan concerned, where no action is.</summary>
    public int? Plan { get; init; }

    /// <summary>The message that moved a date without saying why.</summary>
    public string? Unexplained { get; init; }

    // "It" is the action that was just changed; what was asked last is still what "and the red ones?" goes on from.
    internal Remembered? Remembered(Remembered? before) => Actions.Count == 0
        ? Plan is not null ? new Remembered(before?.Asked, before?.Shown ?? [], Plan) : before is { Unexplained: not null } ? before with { Unexplained = null } : null
        : new Remembered(
            before?.Asked,
            [.. Actions.Select(action => new ShownAction(action.Action.PlanId, action.Action.Ref))],
            Actions.Select(action => (int?)action.Action.PlanId).Distinct().ToList() is [var only] ? only : before?.Plan,
            Unexplained: Unexplained);
}
