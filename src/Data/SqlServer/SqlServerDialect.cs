namespace TeamsPlanBot.Data.SqlServer;

/// <summary>SQL as SQL Server 2017 and newer understand it. Names stand in double quotes, as its client library has it by default.</summary>
internal sealed class SqlServerDialect : Dialect
{
    public override string Page(string most, string skip) => $"OFFSET {skip} ROWS FETCH NEXT {most} ROWS ONLY";

    // Without the cast, more than 8,000 bytes would be an error.
    public override string Joined(string name, string from, string order) =>
        $"(SELECT STRING_AGG(CAST({name} AS nvarchar(max)), NCHAR(31)) WITHIN GROUP (ORDER BY {order}) FROM {from})";

    public override string Like(string column, string pattern) => $"{column} COLLATE {SqlServerPlanStore.AnyCase} LIKE {pattern} ESCAPE N'\\'";

    // MERGE would need the same hints, and is known for more surprises. The hints keep the place of a row that is not there yet until the transaction ends.
    public override string Upsert(string table, IReadOnlyList<string> keys, IReadOnlyList<string> columns, params IReadOnlyList<string> kept) =>
        $"""
        UPDATE "{table}" WITH (UPDLOCK, HOLDLOCK) SET {Assignments(columns, [.. columns.Except(keys).Except(kept)], ", ")} WHERE {Assignments(columns, keys, " AND ")};
        IF @@ROWCOUNT = 0 INSERT INTO "{table}" ({Names(columns)}) VALUES ({Values(columns)});
        """;

    private static string Assignments(IReadOnlyList<string> columns, IReadOnlyList<string> some, string between) =>
        string.Join(between, columns.Index().Where(column => some.Contains(column.Item)).Select(column => $"\"{column.Item}\" = @{column.Index}"));
}
