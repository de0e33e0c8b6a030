namespace TeamsPlanBot.Data.Conversations;

/// <summary>That somebody was asked how an action of theirs is going, the last time.</summary>
public sealed class UpdateAsked
{
    /// <summary>Stands for whoever wants to know, where the bot itself reminded of it.</summary>
    public const string ByNobody = "";

    public required int ActionId { get; init; }

    /// <summary>Who was asked.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Who wants to know.</summary>
    public required string AskedBy { get; set; }

    public string? AskedByName { get; set; }

    public required DateTime At { get; set; }

    /// <summary>When they put something on its record.</summary>
    public DateTime? AnsweredAt { get; set; }
}
