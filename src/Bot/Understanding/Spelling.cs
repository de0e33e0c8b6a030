namespace TeamsPlanBot.Bot.Understanding;

/// <summary>How far apart two spellings are.</summary>
public static class Spelling
{
    /// <summary>A slip changes no more letters than this.</summary>
    public const int MostSlips = 2;

    private const int LongestCompared = 60;

    /// <summary>Whether one word is the other, but for a slip of one letter, or two in a long word.</summary>
    public static bool IsSlipOf(string typed, string meant) =>
        typed == meant || Distance(typed, meant) <= (meant.Length >= 8 ? MostSlips : meant.Length >= 4 ? 1 : 0);

    /// <summary>How many letters must be changed, put in, left out or swapped with their neighbour.</summary>
    public static int Distance(string one, string other)
    {
        if (one.Length > LongestCompared || other.Length > LongestCompared)
        {
            return Math.Max(one.Length, other.Length);
        }

        // What begins and ends alike need not be looked at, and of two spellings of a word that is nearly all.
        var same = one.AsSpan().CommonPrefixLength(other);
        var a = one.AsSpan(same);
        var b = other.AsSpan(same);
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        return a.Length == 0 || b.Length == 0 ? Math.Max(a.Length, b.Length)
            : a.Length == 1 && b.Length == 1 ? 1
            : Changes(a, b);
    }

    private static int Changes(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                }
            }

            // The rows take turns.
            var oldest = before;
            before = last;
            last = now;
            now = oldest;
        }

        return last[b.Length];
    }
}
