namespace TeamsPlanBot.Data;

/// <summary>The few words in which the engines' SQL differs; what stands here suits most of them.</summary>
internal abstract class Dialect
{
    /// <summary>Cuts a page out of what was put in order.</summary>
    public virtual string Page(string most, string skip) => $"LIMIT {most} OFFSET {skip}";

    /// <summary>All of these names in one piece and in this order, as a column; none are null. The separator is the character 31.</summary>
    public abstract string Joined(string name, string from, string order);

    /// <summary>That a text holds a pattern of <see cref="Containing"/>, in any letter case.</summary>
    public abstract string Like(string column, string pattern);

    /// <summary>The pattern for texts that hold these words.</summary>
    public static string Containing(string words) =>
        $"%{words.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_").Replace("[", "\\[")}%";

    /// <summary>Writes a row, whether it is there or not. The values follow the columns; in a row that is there, those of <paramref name="kept"/> stay as they are.</summary>
    public virtual string Upsert(string table, IReadOnlyList<string> keys, IReadOnlyList<string> columns, params IReadOnlyList<string> kept) =>
        $"""
        INSERT INTO "{table}" ({Names(columns)}) VALUES ({Values(columns)})
        ON CONFLICT ({Names(keys)}) DO UPDATE SET {string.Join(", ", columns.Except(keys).Except(kept).Select(column => $"\"{column}\" = excluded.\"{column}\""))}
        """;

    protected static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    protected static string Values(IReadOnlyList<string> columns) => string.Join(", ", columns.Select((_, i) => $"@{i}"));
}
