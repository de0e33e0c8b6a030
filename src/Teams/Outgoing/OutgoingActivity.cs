using TeamsPlanBot.Teams.Cards;

namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>What goes out; made new each time, so that nothing that came in can leak.</summary>
public sealed record OutgoingActivity
{
    public required string Type { get; init; }

    public AccountId? From { get; init; }

    public AccountId? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    /// <summary>What a notification shows and a screen reader says first.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>A message that is one card.</summary>
    public static OutgoingActivity Message(AdaptiveCard card, string summary) =>
        new() { Type = "message", Summary = summary, Attachments = [new CardAttachment(card)] };

    /// <summary>A message that offers, or tells of, a file.</summary>
    public static OutgoingActivity Message(Attachment attachment, string summary) => new() { Type = "message", Summary = summary, Attachments = [attachment] };

    /// <summary>A message of our own words alone.</summary>
    public static OutgoingActivity Plain(string text) => new() { Type = "message", Text = text, TextFormat = "plain" };

    /// <summary>The sign that an answer is on its way.</summary>
    public static OutgoingActivity Typing { get; } = new() { Type = "typing" };
}

/// <summary>An account by its id alone.</summary>
public sealed record AccountId(string Id);
