namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What a phrase may mean, of one kind: one name, several, or none.</summary>
public sealed class Meaning
{
    private readonly NameIndex? index;
    private readonly string[] phrase = [];
    private IReadOnlyList<string>? nearest;

    internal Meaning(IReadOnlyList<Name> names) => Names = names;

    internal Meaning(NameIndex index, string[] phrase)
        : this([]) => (this.index, this.phrase) = (index, phrase);

    public static Meaning None { get; } = new([]);

    public IReadOnlyList<Name> Names { get; }

    /// <summary>Where there is no such name, those that are most like it. They are looked for only when somebody is to choose.</summary>
    public IReadOnlyList<string> Nearest => nearest ??= index?.Nearest(phrase) ?? [];
}
