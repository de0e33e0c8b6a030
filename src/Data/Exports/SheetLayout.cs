using System.Globalization;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Data.Exports;

/// <summary>How the columns of the canonical files stand in a sheet: what people read first, what says which plan it is last.</summary>
internal static class SheetLayout
{
    private const int UsualWidth = 18;

    private static readonly string[] Last =
    [
        IndicatorColumns.Aliases, IndicatorColumns.Definition, IndicatorColumns.Frequency, IndicatorColumns.NumeratorLabel, IndicatorColumns.DenominatorLabel,
        IndicatorColumns.Actions, IndicatorColumns.RecordedOn, IndicatorColumns.RecordedBy,
        ActionColumns.SectionOutcomes, ActionColumns.Parent, ActionColumns.Plan, ActionColumns.PlanName, ActionColumns.BaseDate,
    ];

    private static readonly string[] Always = [ActionColumns.Ref, ActionColumns.Action];

    private static readonly Dictionary<string, CellKind> Kinds = new(StringComparer.Ordinal)
    {
        [ActionColumns.BaseDate] = CellKind.Day,
        [ActionColumns.Due] = CellKind.Day,
        [ActionColumns.ProgressOn] = CellKind.Day,
        [ActionColumns.Brag] = CellKind.Rating,
        [ProgressColumns.On] = CellKind.Day,
        [IndicatorColumns.TargetBy] = CellKind.Day,
        [IndicatorColumns.RecordedOn] = CellKind.Day,
        [IndicatorColumns.Numerator] = CellKind.Number,
        [IndicatorColumns.Denominator] = CellKind.Number,
        [IndicatorColumns.Value] = CellKind.Number,
    };

    private static readonly Dictionary<string, int> Widths = new(StringComparer.Ordinal)
    {
        [ActionColumns.Ref] = 7,
        [ActionColumns.Parent] = 7,
        [ActionColumns.Action] = 46,
        [ActionColumns.Section] = 20,
        [ActionColumns.SectionOutcomes] = 30,
        [ActionColumns.Recommendations] = 18,
        [ActionColumns.Leads] = 22,
        [ActionColumns.Due] = 12,
        [ActionColumns.BaseDate] = 12,
        [ActionColumns.ProgressOn] = 14,
        [ActionColumns.State] = 12,
        [ActionColumns.Brag] = 9,
        [ActionColumns.Milestones] = 30,
        [ActionColumns.Outcome] = 30,
        [ActionColumns.Measures] = 30,
        [ActionColumns.Progress] = 46,
        [ActionColumns.PlanName] = 40,
        [IndicatorColumns.Indicator] = 40,
        [IndicatorColumns.Commentary] = 60,
        [IndicatorColumns.Definition] = 40,
        [IndicatorColumns.Numerator] = 12,
        [IndicatorColumns.Denominator] = 13,
        [IndicatorColumns.Value] = 12,
        [IndicatorColumns.TargetBy] = 12,
        [IndicatorColumns.RecordedOn] = 14,
        [ProgressColumns.On] = 12,
        [ProgressColumns.Text] = 60,
        [DetailColumns.Fact] = 26,
    };

    /// <summary>The columns in the order they are shown, each with its place in the canonical file; those in which nothing stands are left out.</summary>
    public static IReadOnlyList<(int At, SheetColumn Column)> Of(IReadOnlyList<string> headings, bool[] isUsed)
    {
        var shown = Enumerable.Range(0, headings.Count).Where(at => isUsed[at] || Always.Contains(headings[at])).ToList();

        return [.. shown.OrderBy(at => Array.IndexOf(Last, headings[at])).ThenBy(at => at).Select(at => (at, Column(headings[at])))];
    }

    private static SheetColumn Column(string heading) => new(Shown(heading), Kinds.GetValueOrDefault(heading), Widths.GetValueOrDefault(heading, UsualWidth), IsPrinted: !Last.Contains(heading));

    // Imports take headings in either letter case.
    private static string Shown(string heading) =>
        heading == ActionColumns.Brag ? "BRAG" : heading.Length == 0 ? heading : char.ToUpper(heading[0], CultureInfo.InvariantCulture) + heading[1..];
}
