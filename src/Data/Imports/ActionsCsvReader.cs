using System.Globalization;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>What to take where the file itself is silent.</summary>
public sealed record ImportDefaults(string? Plan = null, string? PlanName = null, DateOnly? BaseDate = null);

/// <summary>The rows of a file, or everything that is wrong with it.</summary>
public sealed record ReadActions(IReadOnlyList<ActionRow> Rows, IReadOnlyList<ImportProblem> Problems);

/// <summary>Reads the canonical actions file.</summary>
public static class ActionsCsvReader
{
    /// <summary>All rows at once; none where anything is wrong.</summary>
    public static ReadActions Read(Stream file, ImportDefaults defaults)
    {
        using var table = new CsvTable(file);
        List<ActionRow> rows = [.. Rows(table, defaults)];
        return new ReadActions(table.Problems.Count == 0 ? rows : [], table.Problems);
    }

    /// <summary>The rows, one at a time as they are asked for; none is to be kept when the table names problems at the end.</summary>
    public static IEnumerable<ActionRow> Rows(CsvTable table, ImportDefaults defaults)
    {
        table.Needs(ActionColumns.Action, ", and it says what is to be done; add it.");
        if (defaults.Plan is null)
        {
            table.Needs(ActionColumns.Plan, "; add it, or name the plan with --plan.");
        }

        return table.Rows().Select(row => Read(row, defaults));
    }

    private static ActionRow Read(CsvRow row, ImportDefaults defaults) => new()
    {
        Row = row.Number,
        Plan = row.Plan(defaults),
        PlanName = row.Text(ActionColumns.PlanName) ?? defaults.PlanName,
        BaseDate = row.Date(ActionColumns.BaseDate) ?? defaults.BaseDate,
        Section = row.Text(ActionColumns.Section, Section.LongestLabel) ?? "1",
        SectionLead = row.Text(ActionColumns.SectionLead),
        SectionOutcomes = row.Text(ActionColumns.SectionOutcomes),
        Ref = row.Text(ActionColumns.Ref, PlanAction.LongestRef),
        Parent = row.Text(ActionColumns.Parent, PlanAction.LongestRef),
        Recommendations = row.List(ActionColumns.Recommendations, Recommendation.LongestNumber),
        Title = row.Required(ActionColumns.Action, int.MaxValue, "write in a few words what is to be done."),
        Leads = row.List(ActionColumns.Leads, Lead.LongestName),
        Services = row.List(ActionColumns.Services, Service.LongestName),
        Timescale = row.Text(ActionColumns.Timescale),
        Due = row.Date(ActionColumns.Due),
        Milestones = Milestones(row),
        State = row.Choice(ActionColumns.State, Spelt.State, "not started, in progress or complete"),
        Brag = row.Choice(ActionColumns.Brag, Spelt.Rating, "red, amber, green or blue"),
        Outcome = row.Text(ActionColumns.Outcome),
        Measures = row.Text(ActionColumns.Measures),
        Progress = row.Text(ActionColumns.Progress),
        ProgressOn = row.Date(ActionColumns.ProgressOn),
        Notes = row.Beside(ActionColumns.All),
    };

    private static List<Milestone>? Milestones(CsvRow row)
    {
        if (row.Text(ActionColumns.Milestones) is not { } text)
        {
            return null;
        }

        var milestones = new List<Milestone>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.Length > 10 ? part[10..].Trim() : "";
            if (part.Length < 10 || !DateOnly.TryParseExact(part[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
            {
                row.Wrong(ActionColumns.Milestones, $"“{CsvRow.InShort(part)}” does not begin with a date; write milestones like 2017-03-31 first draft; 2017-06-30 in use.");
                continue;
            }

            milestones.Add(new Milestone { On = on, Words = words });
        }

        return milestones;
    }
}
