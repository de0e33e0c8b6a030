using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;

namespace TeamsPlanBot.Bot.Documents;

/// <summary>Some lines about a file under a title.</summary>
public sealed record FilePart(string Title, IReadOnlyList<string> Lines);

/// <summary>What a file would bring, or has brought.</summary>
public sealed record FileInHand(IReadOnlyList<FilePart> Parts, IReadOnlyList<Choice> Try) : Answer
{
    [JsonIgnore]
    public override IReadOnlyList<Passage> Body => [.. Parts.Select(part => new Passage.Lines(part.Title, part.Lines))];

    [JsonIgnore]
    public override IReadOnlyList<Button> Buttons => [.. Try.Select(choice => new Button(choice.Name, Says: choice.Ask))];
}
