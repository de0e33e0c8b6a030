namespace TeamsPlanBot.Data.Postgres;

/// <summary>SQL as PostgreSQL understands it.</summary>
internal sealed class PostgresDialect : Dialect
{
    public override string Joined(string name, string from, string order) =>
        $"(SELECT string_agg({name}, chr(31) ORDER BY {order}) FROM {from})";

    // The columns compare by code point, which knows only the letters a to z in two cases; the database's own order knows é too.
    public override string Like(string column, string pattern) => $"{column} COLLATE \"default\" ILIKE {pattern} ESCAPE '\\'";
}
