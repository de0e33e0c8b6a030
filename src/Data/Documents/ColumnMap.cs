namespace TeamsPlanBot.Data.Documents;

/// <summary>What a person says that headings mean, as in “Key Lead=leads”.</summary>
public sealed record ColumnMap(IReadOnlyList<(string Heading, string Column)> Entries)
{
    public static ColumnMap Empty { get; } = new([]);

    internal IReadOnlyDictionary<string, ColumnMeaning> ByHeading =>
        Entries.GroupBy(entry => HeadingWords.Plain(entry.Heading), StringComparer.Ordinal).ToDictionary(same => same.Key, same => HeadingWords.Columns[same.Last().Column], StringComparer.Ordinal);

    /// <summary>Reads the entries; the sentence says what is wrong with one.</summary>
    public static (ColumnMap? Map, string? Problem) Read(IEnumerable<string> entries)
    {
        var read = new List<(string, string)>();
        foreach (var entry in entries)
        {
            var at = entry.LastIndexOf('=');
            var (heading, column) = at <= 0 ? ("", "") : (entry[..at].Trim(), entry[(at + 1)..].Trim().ToLowerInvariant());
            if (HeadingWords.Plain(heading).Length == 0 || column.Length == 0)
            {
                return (null, $"“{entry}” is no mapping; write the document's heading and the column, such as \"Key Lead=leads\".");
            }

            if (!HeadingWords.Columns.ContainsKey(column))
            {
                return (null, $"There is no column {column}; the columns are {string.Join(", ", HeadingWords.Columns.Keys)}.");
            }

            read.Add((heading, column));
        }

        return (new ColumnMap(read), null);
    }

    /// <summary>This map with a further entry, which wins over an older one of the same heading.</summary>
    public ColumnMap With(ColumnMap later) => new([.. Entries, .. later.Entries]);
}
