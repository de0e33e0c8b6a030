namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What the words of a message are in one vocabulary, found once for all rules that ask.</summary>
/// <param name="next">The same in another vocabulary.</param>
internal sealed class Recognised(Vocabulary vocabulary, Word[] words, Recognised? next)
{
    // Two more than the meaning; 0 where nobody has asked yet.
    private readonly int[] meanings = new int[words.Length];
    private (int Meaning, int Slips)[]?[]? slips;

    public Recognised? Next => next;

    public bool IsIn(Vocabulary other) => ReferenceEquals(vocabulary, other);

    /// <summary>The number of this word, or -1.</summary>
    public int MeaningAt(int at) => (meanings[at] != 0 ? meanings[at] : meanings[at] = vocabulary.MeaningOf(words[at].Plain) + 2) - 2;

    /// <summary>What this word may be a slip of.</summary>
    public ReadOnlySpan<(int Meaning, int Slips)> SlipsAt(int at) => (slips ??= new (int, int)[]?[words.Length])[at] ??= vocabulary.SlipsOf(words[at].Plain);

    /// <summary>Another word stands here now.</summary>
    public void Forget(int at) => meanings[at] = 0;
}
