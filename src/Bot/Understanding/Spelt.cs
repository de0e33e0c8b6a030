using System.Numerics;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>A spelling, and which letters it holds: most pairs are told apart by these, without counting changes.</summary>
internal readonly record struct Spelt(string Text, ulong Letters)
{
    public Spelt(string text)
        : this(text, LettersOf(text))
    {
    }

    /// <summary>No fewer changes than this lead to the other: each puts right one missing letter at most.</summary>
    public int AtLeastFrom(in Spelt other) => Math.Max(
        Math.Abs(Text.Length - other.Text.Length),
        Math.Max(BitOperations.PopCount(Letters & ~other.Letters), BitOperations.PopCount(other.Letters & ~Letters)));

    /// <summary>Whether this is the other, but for a slip.</summary>
    public bool IsSlipOf(in Spelt meant) => AtLeastFrom(meant) <= Spelling.MostSlips && Spelling.IsSlipOf(Text, meant.Text);

    private static ulong LettersOf(string text)
    {
        var letters = 0UL;
        foreach (var letter in text)
        {
            letters |= 1UL << (letter % 64);
        }

        return letters;
    }
}
