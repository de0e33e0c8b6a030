namespace TeamsPlanBot.Data.Exports;

/// <summary>Names of sheets, as Excel takes them.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    private static readonly char[] Forbidden = [':', '\\', '/', '?', '*', '[', ']'];

    /// <summary>The name without what a sheet's name may not hold, cut at a word, and unlike those that are there.</summary>
    public static string Fitting(string name, IReadOnlyCollection<string> taken)
    {
        var clean = string.Concat(name.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) || Forbidden.Contains(letter) ? ' ' : letter)).Trim(' ', '\'');
        var own = Cut(clean.Length == 0 || clean.Equals("History", StringComparison.OrdinalIgnoreCase) ? "Plan" : clean, Longest);
        var fitting = own;
        for (var number = 2; taken.Contains(fitting, StringComparer.OrdinalIgnoreCase); number++)
        {
            var end = $" ({number})";
            fitting = Cut(own, Longest - end.Length) + end;
        }

        return fitting;
    }

    private static string Cut(string name, int longest)
    {
        if (name.Length <= longest)
        {
            return name;
        }

        var space = name.LastIndexOf(' ', longest, longest / 2);
        return name[..(space > 0 ? space : longest)].TrimEnd(' ', '\'');
    }
}
