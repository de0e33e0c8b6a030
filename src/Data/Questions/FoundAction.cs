using System.Data.Common;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Questions;

/// <summary>An action while it is being read: its leads and services follow from a question of their own.</summary>
internal sealed class FoundAction
{
    /// <summary>What is read of the tables Actions (a) and Plans (p).</summary>
    public const string Columns = """a."Id", p."Key", p."Name", a."Ref", a."Title", a."Due", a."Timescale", a."State", a."Brag", a."UpdatedOn" """;

    /// <summary>How many columns that is.</summary>
    public const int Width = 10;

    private FoundAction(int id, ActionLine line, List<string> leads, List<string> services)
    {
        Id = id;
        Line = line;
        Leads = leads;
        Services = services;
    }

    public int Id { get; }

    public ActionLine Line { get; }

    public List<string> Leads { get; }

    public List<string> Services { get; }

    public static FoundAction Read(DbDataReader row)
    {
        var leads = new List<string>();
        var services = new List<string>();
        var line = new ActionLine(
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.Day(5),
            row.Text(6),
            (ActionState)row.GetInt32(7),
            row.IsDBNull(8) ? null : (Brag)row.GetInt32(8),
            row.Day(9),
            leads,
            services);
        return new FoundAction(row.GetInt32(0), line, leads, services);
    }
}
