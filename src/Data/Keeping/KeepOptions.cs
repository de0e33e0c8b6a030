namespace TeamsPlanBot.Data.Keeping;

/// <summary>The settings under <c>Keep</c>: how long is kept what no plan needs. What is on the record of a plan stays as long as the plan.</summary>
public sealed class KeepOptions
{
    public const string Section = "Keep";
    public const int Most = 3650;

    /// <summary>How long a message that changed something can still be recognised as a repeat, and taken back.</summary>
    public int ReceiptsForDays { get; set; } = 90;

    /// <summary>How long it is kept what the bot sent by itself, and what became of it.</summary>
    public int DeliveriesForDays { get; set; } = 180;

    /// <summary>How long a conversation is known that the bot was taken out of.</summary>
    public int ConversationsForDays { get; set; } = 365;

    /// <summary>What is wrong with them; nothing where they can be kept to.</summary>
    public IEnumerable<string> Wrong() =>
        new[] { (nameof(ReceiptsForDays), ReceiptsForDays), (nameof(DeliveriesForDays), DeliveriesForDays), (nameof(ConversationsForDays), ConversationsForDays) }
            .Where(one => one.Item2 is < 1 or > Most)
            .Select(one => $"The setting Keep__{one.Item1} is {one.Item2}; it has to be a number of days from 1 to {Most}.");
}
