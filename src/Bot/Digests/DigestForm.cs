using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;

namespace TeamsPlanBot.Bot.Digests;

/// <summary>A form for a digest, with what was typed into it before; what it asks for is read like the message that would say the same.</summary>
/// <param name="Fault">What is wrong with it, and what to do about it.</param>
public sealed record DigestForm(ArrangedDigest Filled, string? Fault) : Answer
{
    private static readonly string[] Rhythms = ["every day", "every weekday", "every week", "every fortnight", "every month", "every quarter"];

    [JsonIgnore]
    public override string Basis => "It tells exceptions first: newly overdue, red and amber, what changed, what is due soon.";

    [JsonIgnore]
    public override IReadOnlyList<Passage> Body =>
    [
        new Passage.Lines("", Fault is { } fault ? [fault] : []),
        new Passage.Form("",
        [
            new Blank.Line(ArrangedDigest.OfId, "About which plan, team, section or lead? Leave it empty for all.", Filled.Of, null, "First Response"),
            new Blank.OneOf(ArrangedDigest.OftenId, "How often?", Filled.Often, null, [.. Rhythms.Select(rhythm => new Option(Wording.Sentence(rhythm), rhythm))]),
            new Blank.Line(ArrangedDigest.OnId, "On which day?", Filled.On, null, "Monday, the 1st, or the first Monday"),
            new Blank.Line(ArrangedDigest.AtId, "At what time?", Filled.At, null, "9am"),
        ]),
    ];

    [JsonIgnore]
    public override IReadOnlyList<Button> Buttons => [new Button("Arrange it", Arranges: true)];
}
