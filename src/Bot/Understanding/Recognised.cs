namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What the words of a message are in one vocabulary, found once for all rules that ask.</summary>
internal sealed class Recognised(Vocabulary vocabulary, Word[] words)
{
    private readonly int?[] meanings = new int?[words.Length];
    private readonly (int Meaning, int Slips)[]?[] slips = new (int, int)[]?[words.Length];
    private readonly List<(int Meaning, int Slips)> found = [];

    public bool IsIn(Vocabulary other) => ReferenceEquals(vocabulary, other);

    /// <summary>The number of this word, or -1.</summary>
    public int MeaningAt(int at) => meanings[at] ??= vocabulary.MeaningOf(words[at].Plain);

    /// <summary>What this word may be a slip of.</summary>
    public ReadOnlySpan<(int Meaning, int Slips)> SlipsAt(int at) => slips[at] ??= SlipsOf(words[at].Plain);

    private (int Meaning, int Slips)[] SlipsOf(string word)
    {
        found.Clear();
        vocabulary.AddSlips(word, found);
        return found.Count == 0 ? [] : [.. found];
    }
}
