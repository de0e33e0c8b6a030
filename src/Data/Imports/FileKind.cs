namespace TeamsPlanBot.Data.Imports;

/// <summary>What a file of a plan holds, told by its headings.</summary>
public enum FileKind
{
    Actions,
    Indicators,
    Progress,
    Details,
}

/// <summary>Tells the kinds of files apart.</summary>
public static class FileKinds
{
    /// <summary>What the headings of a file say it holds; null where they say nothing known.</summary>
    public static FileKind? Of(IReadOnlyList<string> headings) =>
        headings.Contains(ActionColumns.Action) ? FileKind.Actions
        : headings.Contains(IndicatorColumns.Indicator) ? FileKind.Indicators
        : headings.Contains(DetailColumns.About) && headings.Contains(DetailColumns.Fact) ? FileKind.Details
        : headings.Contains(ProgressColumns.Ref) && (headings.Contains(ProgressColumns.Text) || headings.Contains(ProgressColumns.Field)) ? FileKind.Progress
        : null;

    /// <summary>What to tell somebody whose file is of no kind.</summary>
    public static string Unknown(IReadOnlyList<string> headings) =>
        $"Its headings ({CsvRow.InShort(string.Join(", ", headings), 200)}) are those of no file that can be imported. "
        + "Actions need the heading action; indicators indicator; progress ref and text or field; details about, name, fact and value.";
}
