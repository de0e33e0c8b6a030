using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Data.Conversations;

/// <summary>That a message was handled and how it was answered; saved together with what it changed.</summary>
public sealed class Receipt
{
    public const int LongestActivityId = 200;
    public const int LongestImprint = 64;

    public required string ConversationKey { get; init; }

    public required string ActivityId { get; init; }

    public required string PersonKey { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The answer, to be given again to a repeat.</summary>
    public required string Answer { get; init; }

    /// <summary>Its place among what this person changed in this conversation.</summary>
    public int Number { get; init; }

    /// <summary>Tells whether the same is said again; null once something else was said, or where that does not matter.</summary>
    public string? Imprint { get; set; }

    /// <summary>What it changed besides the record of actions, as the recorder writes it.</summary>
    public string? Deeds { get; init; }

    /// <summary>It changed something that can be taken back, and was not.</summary>
    public bool CanBeUndone { get; set; }

    /// <summary>Whether saying this so soon again only repeats it.</summary>
    public bool Repeats(string? imprint, DateTime at) => imprint is not null && Imprint == imprint && at - At < Recorder.RepeatedWithin && at >= At;
}
