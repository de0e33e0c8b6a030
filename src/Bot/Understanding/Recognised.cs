namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What the words of a message are in one vocabulary, found once for all rules that ask.</summary>
internal sealed class Recognised(Vocabulary vocabulary, Word[] words)
{
    // Two more than the meaning; 0 where nobody has asked yet.
    private readonly int[] meanings = new int[words.Length];
    private (int Meaning, int Slips)[]?[]? slips;

    public bool IsIn(Vocabulary other) => ReferenceEquals(vocabulary, other);

    /// <summary>The number of this word, or -1.</summary>
    public int MeaningAt(int at) => (meanings[at] != 0 ? meanings[at] : meanings[at] = vocabulary.MeaningOf(words[at].Plain) + 2) - 2;

    /// <summary>What this word may be a slip of.</summary>
    public ReadOnlySpan<(int Meaning, int Slips)> SlipsAt(int at) => (slips ??= new (int, int)[]?[words.Length])[at] ??= SlipsOf(words[at].Plain);

    private (int Meaning, int Slips)[] SlipsOf(string word)
    {
        var found = new List<(int Meaning, int Slips)>();
        vocabulary.AddSlips(word, found);
        return found.Count == 0 ? [] : [.. found];
    }
}
