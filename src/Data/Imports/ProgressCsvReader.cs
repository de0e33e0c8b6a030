using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>One row of the canonical progress file, read and checked, not yet stored.</summary>
/// <param name="Row">The row in the file as a spreadsheet counts: the headings are row 1.</param>
/// <param name="Field">What changed; null for words alone.</param>
public sealed record ProgressRow(int Row, string Plan, string Ref, DateOnly? On, string? By, string? Text, Field? Field, string? From, string? To, string? Reason)
{
    /// <summary>They are of one post: nothing but what changed is different.</summary>
    internal bool IsOnePostWith(ProgressRow other) =>
        (Plan, On, By, Text) == (other.Plan, other.On, other.By, other.Text) && string.Equals(Ref, other.Ref, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Reads the canonical progress file.</summary>
public static class ProgressCsvReader
{
    /// <summary>The rows, one at a time as they are asked for; none is to be kept when the table names problems at the end.</summary>
    public static IEnumerable<ProgressRow> Rows(CsvTable table, ImportDefaults defaults)
    {
        table.Needs(ProgressColumns.Ref, ", and it names the action; add it.");
        if (defaults.Plan is null)
        {
            table.Needs(ProgressColumns.Plan, "; add it, or name the plan with --plan.");
        }

        return table.Rows().Select(row => Read(row, defaults));
    }

    private static ProgressRow Read(CsvRow row, ImportDefaults defaults)
    {
        var field = row.Choice(ProgressColumns.Field, Spelt.OfField, "state, brag, due or leads");
        var read = new ProgressRow(
            row.Number,
            row.Plan(defaults),
            row.Required(ProgressColumns.Ref, PlanAction.LongestRef, "write the reference of the action."),
            row.Date(ProgressColumns.On),
            row.Text(ProgressColumns.By, IndicatorsCsvReader.LongestAuthor),
            row.Text(ProgressColumns.Text),
            field,
            Value(row, ProgressColumns.From, field),
            Value(row, ProgressColumns.To, field),
            row.Text(ProgressColumns.Reason));
        if (row.Text(ProgressColumns.Field) is null)
        {
            if (read.Text is null)
            {
                row.Wrong(ProgressColumns.Text, "The row says nothing; write what was reported, or which field changed from what and to what.");
            }

            if (read.From is not null || read.To is not null)
            {
                row.Wrong(ProgressColumns.Field, "The cell is blank beside a change; write state, brag, due or leads.");
            }
        }

        return read;
    }

    // As the record spells it, so that the same change is known again whatever its letter case.
    private static string? Value(CsvRow row, string column, Field? field)
    {
        var text = row.Text(column);
        switch (field)
        {
            case Field.State:
                if (text is null)
                {
                    row.Wrong(column, "The cell is blank, and an action always has a state; write not started, in progress or complete.");
                }

                return row.Choice(column, Spelt.State, "not started, in progress or complete")?.Word();
            case Field.Brag:
                return row.Choice(column, Spelt.Rating, "red, amber, green or blue")?.Word();
            case Field.Due:
                return row.Date(column)?.Word();
            case Field.Leads:
                return Spelt.Names(row.List(column, Lead.LongestName)) is { Length: > 0 } names ? names : null;
            default:
                return text;
        }
    }
}
