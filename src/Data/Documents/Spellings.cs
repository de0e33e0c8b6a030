namespace TeamsPlanBot.Data.Documents;

/// <summary>Knows the usual one of spellings that differ by no letter, only by marks or capitals.</summary>
internal sealed class Spellings
{
    private readonly Dictionary<string, Dictionary<string, int>> counts = new(StringComparer.Ordinal);

    public void Count(string name)
    {
        var plain = HeadingWords.Plain(name);
        counts.TryAdd(plain, new Dictionary<string, int>(StringComparer.Ordinal));
        counts[plain][name] = counts[plain].GetValueOrDefault(name) + 1;
    }

    public string Usual(string name) => counts[HeadingWords.Plain(name)].MaxBy(spelling => spelling.Value).Key;
}
