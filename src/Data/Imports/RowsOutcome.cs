namespace TeamsPlanBot.Data.Imports;

/// <summary>What an import did to one plan, counted in rows of the file: new ones, those that changed something, those that were there already.</summary>
/// <param name="StandOtherwise">The actions that stand otherwise than the last progress of the file says.</param>
public sealed record ImportedRows(string Key, string Name, int Added, int Changed, int Unchanged, IReadOnlyList<string> StandOtherwise);

/// <summary>What an import of indicators, progress or details did, or everything that kept it from doing anything.</summary>
/// <param name="UnknownHeadings">The headings of columns that were passed over.</param>
public sealed record RowsOutcome(IReadOnlyList<ImportedRows> Plans, IReadOnlyList<string> UnknownHeadings, IReadOnlyList<ImportProblem> Problems);

/// <summary>What one row of a file came to.</summary>
internal enum Effect
{
    None,
    Changed,
    Added,
}
