using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Reports;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>A file that somebody asked for. How they get it depends on where they asked.</summary>
/// <param name="Size">How large it is, in bytes, as it would be made now.</param>
/// <param name="Command">What an operator types to have it written.</param>
/// <param name="Way">How it reaches them.</param>
/// <param name="Link">Where it can be fetched, once.</param>
public sealed record FileOffer(FileWanted Wanted, string Name, long Size, string Command, FileWay Way = FileWay.Command, string? Link = null) : Answer
{
    [JsonIgnore]
    public override string Basis => Understood.Length == 0 ? "" : $"{Understood}.";

    [JsonIgnore]
    public override IReadOnlyList<Passage> Body => [new Passage.Lines("", Way switch
    {
        FileWay.Consent => [$"Below I ask whether I may put {Name} into your OneDrive."],
        FileWay.Link => [$"{Name} can be downloaded once, within 15 minutes, by whoever presses first. Ask again for another link."],
        FileWay.None => ["I can give no file in a shared conversation, since nobody told me where links to me lead. Ask me in our personal chat; or have whoever looks after me set Teams__PublicUrl."],
        _ => ["Files are written by a command of their own. Type:", Command, .. Wanted is FileWanted.Actions ? ["It writes plans as a whole; the filters of the sheet leave only what you asked for."] : Array.Empty<string>()],
    })];

    [JsonIgnore]
    public override IReadOnlyList<Button> Buttons => Link is { } link ? [new Button($"Download {Name}", Leads: link)] : [];
}

/// <summary>How a file reaches whoever asked for it.</summary>
public enum FileWay
{
    /// <summary>The operator has it written.</summary>
    Command,

    /// <summary>It is put into their own store, once they agree.</summary>
    Consent,

    /// <summary>By a link that works once.</summary>
    Link,

    /// <summary>Not at all: links cannot be made.</summary>
    None,
}
