namespace TeamsPlanBot.Data.Files;

/// <summary>A link to a file that somebody asked for in a shared conversation; it works once, and is forgotten then.</summary>
/// <remarks>The file itself is made when the link is followed, and not kept. Neither is what the link ends with: only its fingerprint.</remarks>
public sealed class FileLink
{
    public const int LongestFingerprint = 64;

    /// <summary>So long a link works.</summary>
    public static readonly TimeSpan WorksFor = TimeSpan.FromMinutes(15);

    public required string Fingerprint { get; init; }

    /// <summary>The conversation it was asked in: what everyone there may see, the file may tell.</summary>
    public required string ConversationKey { get; init; }

    /// <summary>A guest asked for it.</summary>
    public bool IsGuest { get; init; }

    /// <summary>What is in the file, as whoever asked writes it.</summary>
    public required string Wanted { get; init; }

    /// <summary>When it stops working, in UTC.</summary>
    public required DateTime Until { get; init; }

    /// <summary>Who will see what is in the file.</summary>
    public Viewer Viewer => new(null, null, IsGuest, ConversationKey);
}
