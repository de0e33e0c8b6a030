using System.Text.RegularExpressions;
using CsvHelper;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Timescales;

namespace TeamsPlanBot.Data.Documents;

/// <summary>One action of a document as it would be stored.</summary>
/// <param name="IsPart">It is a lettered part of the action above it.</param>
public sealed record PlanRow(string Place, string? Section, string? SectionLead, string? SectionOutcomes, string? Ref, bool IsPart, string Title)
{
    public IReadOnlyList<string> Recommendations { get; init; } = [];

    public IReadOnlyList<string> Leads { get; init; } = [];

    public string? Services { get; init; }

    public string? Parent { get; init; }

    public string? Timescale { get; init; }

    public DateOnly? Due { get; init; }

    public string? Milestones { get; init; }

    public ActionState? State { get; init; }

    public Brag? Brag { get; init; }

    public string? Outcome { get; init; }

    public string? Measures { get; init; }

    public string? Progress { get; init; }

    public DateOnly? ProgressOn { get; init; }

    public IReadOnlyDictionary<string, string> Notes { get; init; } = new Dictionary<string, string>();
}

/// <summary>A plan as a document tells it: its actions, how its columns were understood and what was not.</summary>
public sealed partial record PlanDocument(string? Name, DateOnly? BaseDate, IReadOnlyList<PlanRow> Rows, IReadOnlyList<ColumnUse> Columns, IReadOnlyList<DocumentRemark> Remarks, IReadOnlySet<string> Spoken)
{
    /// <summary>Writes the canonical actions file; its rows stand in the order of <see cref="Rows"/>, from row 2 on.</summary>
    public void Write(Stream to, string key, string? name, DateOnly? baseDate)
    {
        string[] notes = [.. Rows.SelectMany(row => row.Notes.Keys).Distinct(StringComparer.Ordinal)];
        string[] columns = [.. ActionColumns.All.Where(column => column is ActionColumns.Plan or ActionColumns.PlanName or ActionColumns.BaseDate or ActionColumns.Action || Spoken.Contains(column))];
        using var csv = CsvWriter.Create(to, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord([.. columns, .. notes]);
        foreach (var row in Rows)
        {
            csv.WriteRecord([.. columns.Select(column => Cell(row, column, key, name, baseDate)), .. notes.Select(note => row.Notes.GetValueOrDefault(note, ""))]);
        }

        csv.Flush();
    }

    /// <summary>Where the document holds a row of the canonical file.</summary>
    public string PlaceOf(int canonicalRow) => canonicalRow >= 2 && canonicalRow - 2 < Rows.Count ? Rows[canonicalRow - 2].Place : "the document";

    internal static bool SpeaksOfTime(string words) => Time().IsMatch(words);

    /// <summary>The items of some words that speak of time.</summary>
    internal static string TimesWithin(string words) =>
        string.Join('\n', Item().Split(words).Select(item => item.Trim()).Where(item => item.Length > 0 && Time().IsMatch(item)));

    private static string Cell(PlanRow row, string column, string key, string? name, DateOnly? baseDate) => column switch
    {
        ActionColumns.Plan => key,
        ActionColumns.PlanName => name ?? "",
        ActionColumns.BaseDate => baseDate?.Word() ?? "",
        ActionColumns.Section => row.Section ?? "",
        ActionColumns.SectionLead => row.SectionLead ?? "",
        ActionColumns.SectionOutcomes => row.SectionOutcomes ?? "",
        ActionColumns.Ref => row.Ref ?? "",
        ActionColumns.Parent => row.IsPart ? ActionColumns.Above : row.Parent ?? "",
        ActionColumns.Recommendations => Spelt.Names(row.Recommendations),
        ActionColumns.Action => row.Title,
        ActionColumns.Leads => Spelt.Names(row.Leads.Select(lead => lead.Replace(';', ','))),
        ActionColumns.Services => row.Services ?? "",
        ActionColumns.Timescale => row.Timescale ?? "",
        ActionColumns.Due => row.Due?.Word() ?? "",
        ActionColumns.Milestones => row.Milestones ?? "",
        ActionColumns.State => row.State?.Word() ?? "",
        ActionColumns.Brag => row.Brag?.Word() ?? "",
        ActionColumns.Outcome => row.Outcome ?? "",
        ActionColumns.Measures => row.Measures ?? "",
        ActionColumns.Progress => row.Progress ?? "",
        ActionColumns.ProgressOn => row.ProgressOn?.Word() ?? "",
        _ => "",
    };

    /// <summary>The day that the plan's times count from: when what it answers was published, or the version's own date.</summary>
    internal static DateOnly? BaseDateIn(Document document)
    {
        foreach (var pattern in new[] { Published(), Versioned() })
        {
            foreach (var text in LinesOf(document))
            {
                if (pattern.Match(text) is { Success: true } match && Timescales.Timescale.Read(match.Groups["date"].Value, null) is { Due: { } on, Kind: TimescaleKind.Day or TimescaleKind.Month } read)
                {
                    return read.Kind == TimescaleKind.Month ? new DateOnly(on.Year, on.Month, 1) : on;
                }
            }
        }

        return null;
    }

    // A sheet tells its title and date in cells of their own, above its headings.
    private static IEnumerable<string> LinesOf(Document document) => document.Blocks.SelectMany(block => block switch
    {
        DocumentLine line => [line.Text],
        DocumentTable { Kind: TableKind.Sheet } sheet => sheet.Rows.Take(15).Where(row => row.Cells.Count(cell => !cell.IsBlank) == 1).Select(row => row.Cells.First(cell => !cell.IsBlank).Text),
        _ => Enumerable.Empty<string>(),
    });

    private const string Months = "January|February|March|April|May|June|July|August|September|October|November|December";

    [GeneratedRegex(@"\b[Pp]ublished\b[^.]{0,60}?(?<date>[0-9]{1,2}(?:st|nd|rd|th)? (?:" + Months + @") [0-9]{4})")]
    private static partial Regex Published();

    [GeneratedRegex(@"(?:\b[Vv]ersion\b|\bFINAL\b|\b[Ff]inal version\b|\b[Ss]igned off\b|\b[Aa]s at\b|\b[Dd]ated?\b:?)[^.]{0,40}?(?<date>[0-9]{1,2}(?:st|nd|rd|th)? (?:" + Months + @") [0-9]{4}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2,4}|(?:" + Months + @") [0-9]{4})")]
    private static partial Regex Versioned();

    [GeneratedRegex(@"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s*,?\s*(?:[0-9]{2}|[0-9]{4})\b|\b[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}\b|\b20[0-9]{2}\b|\b(?:ongoing|monthly|quarterly|immediate)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(@"[•●▪]|\n|(?<=[a-z0-9]\.)\s+(?=[A-Z0-9])")]
    private static partial Regex Item();
}
