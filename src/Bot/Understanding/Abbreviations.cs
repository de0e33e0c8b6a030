using System.Collections.Frozen;

namespace TeamsPlanBot.Bot.Understanding;

/// <summary>What every council abbreviates, besides a plan's own names.</summary>
internal static class Abbreviations
{
    // A name with more of them is not written in every possible way.
    private const int MostWays = 8;

    private static readonly FrozenDictionary<string, string[]> Known = new Dictionary<string, string[]>
    {
        ["fr"] = ["first", "response"],
        ["cp"] = ["child", "protection"],
        ["cic"] = ["children", "in", "care"],
        ["lac"] = ["looked", "after", "children"],
        ["cl"] = ["care", "leavers"],
        ["cin"] = ["children", "in", "need"],
        ["eh"] = ["early", "help"],
        ["ooh"] = ["out", "of", "hours"],
        ["psw"] = ["principal", "social", "worker"],
        ["tm"] = ["team", "manager"],
        ["sm"] = ["service", "manager"],
        ["hos"] = ["head", "of", "service"],
        ["ad"] = ["assistant", "director"],
        ["dcs"] = ["director", "of", "children", "services"],
        ["iro"] = ["independent", "reviewing", "officer"],
        ["vsh"] = ["virtual", "school", "head"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<KeyValuePair<string, string[]>> All => Known;

    /// <summary>The other ways of writing a name: with what it says in full abbreviated, and the other way round.</summary>
    public static IEnumerable<string[]> OtherWays(string[] name)
    {
        var ways = new List<string[]> { name };
        for (var i = 0; i < ways.Count && ways.Count < MostWays; i++)
        {
            foreach (var (letters, words) in Known)
            {
                if (ways[i].AsSpan().IndexOf(words) is >= 0 and var at)
                {
                    Add(ways, [.. ways[i][..at], letters, .. ways[i][(at + words.Length)..]]);
                }

                // A name that is only the abbreviation is somebody's own.
                if (ways[i].Length > 1 && Array.IndexOf(ways[i], letters) is >= 0 and var inside)
                {
                    Add(ways, [.. ways[i][..inside], .. words, .. ways[i][(inside + 1)..]]);
                }
            }
        }

        return ways.Skip(1);
    }

    private static void Add(List<string[]> ways, string[] way)
    {
        if (!ways.Exists(other => other.AsSpan().SequenceEqual(way)))
        {
            ways.Add(way);
        }
    }
}
