namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What is left of a word without none, one or two of its letters, as numbers. Two words that are a slip apart have one of these in common.</summary>
internal ref struct Remains
{
    private const int Longest = 24;
    private const ulong Factor = 0x9E3779B97F4A7C15;

    private static readonly ulong[] Powers = [.. Enumerable.Range(0, Longest + 1).Select(Power)];

    private readonly Head before;
    private readonly int length;
    private readonly int most;
    private int first;
    private int second;

    private Remains(string word, int most)
    {
        length = Math.Min(word.Length, Longest);
        this.most = word.Length > Longest ? 0 : most;
        for (var i = 0; i < length; i++)
        {
            before[i + 1] = (before[i] * Factor) + word[i] + 1;
        }

        first = -1;
        second = -1;
    }

    public ulong Current { get; private set; }

    public static Remains Of(string word, int most) => new(word, most);

    public readonly Remains GetEnumerator() => this;

    public bool MoveNext()
    {
        if (first < 0)
        {
            first = 0;
            Current = Mixed(before[length]);
            return true;
        }

        // Without the letter at first, and then the one at second too.
        while (first < length && most > 0)
        {
            if (second < 0)
            {
                second = first;
                Current = Mixed((before[first] * Powers[length - first - 1]) + Between(first + 1, length));
                return true;
            }

            second++;
            if (most > 1 && second < length)
            {
                var middle = (before[first] * Powers[second - first - 1]) + Between(first + 1, second);
                Current = Mixed((middle * Powers[length - second - 1]) + Between(second + 1, length));
                return true;
            }

            first++;
            second = -1;
        }

        return false;
    }

    private readonly ulong Between(int from, int to) => before[to] - (before[from] * Powers[to - from]);

    private static ulong Power(int exponent)
    {
        var power = 1UL;
        for (var i = 0; i < exponent; i++)
        {
            power *= Factor;
        }

        return power;
    }

    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 31)) * 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }

    [System.Runtime.CompilerServices.InlineArray(Longest + 1)]
    private struct Head
    {
        private ulong first;
    }
}
