using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TeamsPlanBot.SqlServerSyntax;

/// <summary>Reads SQL as SQL Server 2019 would.</summary>
internal static class TSql
{
    /// <summary>Fails with what the parser has against this text.</summary>
    public static void AssertReads(string sql)
    {
        using var text = new StringReader(sql);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(text, out var errors);
        Assert.True(errors.Count == 0, $"{string.Join('\n', errors.Select(error => $"line {error.Line}: {error.Message}"))}\n{sql}");
    }
}
