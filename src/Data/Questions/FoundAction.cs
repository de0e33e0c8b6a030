using System.Data.Common;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>How an action is read: from the tables Actions (a) and Plans (p), with its leads and services in the plan's order.</summary>
internal sealed class FoundAction(Dialect dialect)
{
    /// <summary>What is read; the names of several leads or services come in one piece. One that held the separator, a control character, would be shown as two.</summary>
    public string Columns { get; } = $"""
        a."Id", a."PlanId", p."Key", p."Name", a."Ref", a."Title", a."Due", a."Timescale", a."State", a."Brag", a."UpdatedOn",
        {dialect.Joined("l.\"Name\"", "\"ActionLeads\" x JOIN \"Leads\" l ON l.\"Id\" = x.\"LeadId\" WHERE x.\"ActionId\" = a.\"Id\"", "x.\"Position\"")},
        {dialect.Joined("s.\"Name\"", "\"ActionServices\" x JOIN \"Services\" s ON s.\"Id\" = x.\"ServiceId\" WHERE x.\"ActionId\" = a.\"Id\"", "x.\"Position\"")}
        """;

    /// <summary>How many columns that is.</summary>
    public const int Width = 13;

    private const char Separator = '\u001f';

    public static ActionLine Read(DbDataReader row) => new(
        row.GetInt32(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.Day(6),
        row.Text(7),
        (ActionState)row.GetInt32(8),
        row.IsDBNull(9) ? null : (Brag)row.GetInt32(9),
        row.Day(10),
        Names(row, 11),
        Names(row, 12));

    private static string[] Names(DbDataReader row, int column) => row.Text(column)?.Split(Separator) ?? [];
}
