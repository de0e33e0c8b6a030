namespace TeamsPlanBot.Data.Sqlite;

/// <summary>SQL as SQLite 3.35 understands it.</summary>
internal sealed class SqliteDialect : Dialect
{
    // Its group_concat takes no order, and keeps that of what it is given.
    public override string Joined(string name, string from, string order) =>
        $"(SELECT group_concat(n.\"Name\", char(31)) FROM (SELECT {name} AS \"Name\" FROM {from} ORDER BY {order}) n)";

    public override string Like(string column, string pattern) => $"{column} LIKE {pattern} ESCAPE '\\'";
}
