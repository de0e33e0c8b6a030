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
    public static int Distance(string a, string b)
    {
        if (a.Length > LongestCompared || b.Length > LongestCompared)
        {
            return Math.Max(a.Length, b.Length);
        }

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

            last.CopyTo(before);
            now.CopyTo(last);
        }

        return last[b.Length];
    }
}
