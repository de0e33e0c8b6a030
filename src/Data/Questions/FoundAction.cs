using System.Data.Common;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>How an action is read: from the tables Actions (a) and Plans (p), with its leads and services in the plan's order.</summary>
internal sealed class FoundAction(Dialect dialect)
{
    /// <summary>What is read; the names of several leads or services come in one piece. One that held the separator, a control character, would be shown as two.</summary>
    public string Columns { get; } = $"""
        p."Key", p."Name", a."Ref", a."Title", a."Due", a."Timescale", a."State", a."Brag", a."UpdatedOn",
        {dialect.Joined("l.\"Name\"", "\"ActionLeads\" x JOIN \"Leads\" l ON l.\"Id\" = x.\"LeadId\" WHERE x.\"ActionId\" = a.\"Id\"", "x.\"Position\"")},
        {dialect.Joined("s.\"Name\"", "\"ActionServices\" x JOIN \"Services\" s ON s.\"Id\" = x.\"ServiceId\" WHERE x.\"ActionId\" = a.\"Id\"", "x.\"Position\"")}
        """;

    /// <summary>How many columns that is.</summary>
    public const int Width = 11;

    private const char Separator = '\u001f';

    public static ActionLine Read(DbDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.Day(4),
        row.Text(5),
        (ActionState)row.GetInt32(6),
        row.IsDBNull(7) ? null : (Brag)row.GetInt32(7),
        row.Day(8),
        Names(row, 9),
        Names(row, 10));

    private static string[] Names(DbDataReader row, int column) => row.Text(column)?.Split(Separator) ?? [];
}
