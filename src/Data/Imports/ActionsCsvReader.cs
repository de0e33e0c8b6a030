using System.Globalization;
using CsvHelper;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>What to take where the file itself is silent.</summary>
public sealed record ImportDefaults(string? Plan = null, string? PlanName = null, DateOnly? BaseDate = null);

/// <summary>The rows of a file, or everything that is wrong with it.</summary>
public sealed record ReadActions(IReadOnlyList<ActionRow> Rows, IReadOnlyList<ImportProblem> Problems);

/// <summary>Reads the canonical actions file.</summary>
public sealed class ActionsCsvReader
{
    private const int MostProblems = 50;
    private const int LargestRecord = 1 << 20;

    // Left to itself, the reader guesses the separator from the cells, and lets an open quotation mark swallow the rest of the file.
    private static readonly CsvReaderOptions Format = new()
    {
        Separator = ',',
        HasHeader = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = LargestRecord,
        SkipEmptyLines = false,
    };

    private readonly ImportDefaults defaults;
    private readonly List<ActionRow> rows = [];
    private readonly List<ImportProblem> problems = [];
    private IReadOnlyList<string> headings = [];
    private string[] cells = [];
    private int row = 1;

    private ActionsCsvReader(ImportDefaults defaults) => this.defaults = defaults;

    public static ReadActions Read(Stream file, ImportDefaults defaults)
    {
        var reader = new ActionsCsvReader(defaults);
        try
        {
            reader.ReadAll(file);
        }
        catch (CsvFormatException malformed)
        {
            reader.Wrong(null, $"This row is not readable as CSV ({FirstSentence(malformed.Message)}); check its quotation marks.");
        }

        return new ReadActions(reader.problems.Count == 0 ? reader.rows : [], reader.problems);
    }

    private void ReadAll(Stream file)
    {
        using var csv = CsvReader.Create(file, Format, leaveOpen: true);

        if (!csv.Read())
        {
            problems.Add(new ImportProblem(null, null, "The file is empty. Its first row must hold the headings, such as plan, section, ref and action."));
            return;
        }

        headings = [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim('\uFEFF', ' ').ToLowerInvariant())];
        CheckHeadings();
        if (problems.Count > 0)
        {
            return;
        }

        // Counted before it is read, so that a row that cannot be read is named too.
        for (row++; problems.Count < MostProblems && csv.Read(); row++)
        {
            cells = [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim())];
            if (cells.All(cell => cell.Length == 0))
            {
                continue;
            }

            if (cells.Length > headings.Count)
            {
                Wrong(null, $"It has {cells.Length} cells, but there are {headings.Count} headings; put quotation marks around cells that hold commas.");
                continue;
            }

            if (Array.FindIndex(cells, cell => cell.Contains('\uFFFD')) is >= 0 and var garbled)
            {
                Wrong(headings[garbled], "Letters of this cell cannot be read; save the file as CSV UTF-8.");
                continue;
            }

            ReadRow();
        }
    }

    private void CheckHeadings()
    {
        foreach (var twice in headings.Where(h => h.Length > 0).GroupBy(h => h).Where(g => g.Count() > 1))
        {
            Wrong(twice.Key, "This heading stands twice; keep one of the two columns.");
        }

        if (headings is [var only] && only.Split(';', '\t') is { Length: > 1 } split && split.Contains(ActionColumns.Action))
        {
            Wrong(null, "The cells are not separated by commas; save the file as CSV with commas.");
            return;
        }

        if (!headings.Contains(ActionColumns.Action))
        {
            Wrong(ActionColumns.Action, "There is no column with this heading, and it says what is to be done; add it.");
        }

        if (defaults.Plan is null && !headings.Contains(ActionColumns.Plan))
        {
            Wrong(ActionColumns.Plan, "There is no column with this heading; add it, or name the plan with --plan.");
        }
    }

    private void ReadRow()
    {
        rows.Add(new ActionRow
        {
            Row = row,
            Plan = Key(),
            PlanName = Cell(ActionColumns.PlanName) ?? defaults.PlanName,
            BaseDate = Date(ActionColumns.BaseDate) ?? defaults.BaseDate,
            Section = Limited(ActionColumns.Section, Section.LongestLabel) ?? "1",
            SectionLead = Cell(ActionColumns.SectionLead),
            SectionOutcomes = Cell(ActionColumns.SectionOutcomes),
            Ref = Limited(ActionColumns.Ref, PlanAction.LongestRef),
            Parent = Limited(ActionColumns.Parent, PlanAction.LongestRef),
            Recommendations = List(ActionColumns.Recommendations, Recommendation.LongestNumber),
            Title = Required(ActionColumns.Action),
            Leads = List(ActionColumns.Leads, Lead.LongestName),
            Services = List(ActionColumns.Services, Service.LongestName),
            Timescale = Cell(ActionColumns.Timescale),
            Due = Date(ActionColumns.Due),
            Milestones = Milestones(),
            State = State(),
            Brag = Rating(),
            Outcome = Cell(ActionColumns.Outcome),
            Measures = Cell(ActionColumns.Measures),
            Progress = Cell(ActionColumns.Progress),
            ProgressOn = Date(ActionColumns.ProgressOn),
            Notes = Notes(),
        });
    }

    private string Key()
    {
        var key = Limited(ActionColumns.Plan, Plan.LongestKey) ?? defaults.Plan;
        if (key is null)
        {
            Wrong(ActionColumns.Plan, "The cell is blank; write the plan's short name, or name the plan with --plan.");
        }

        return key ?? "";
    }

    private string? Cell(string column)
    {
        var at = IndexOf(column);
        return at >= 0 && at < cells.Length && cells[at].Length > 0 ? cells[at] : null;
    }

    private int IndexOf(string column)
    {
        for (var i = 0; i < headings.Count; i++)
        {
            if (headings[i] == column)
            {
                return i;
            }
        }

        return -1;
    }

    private string Required(string column)
    {
        if (Cell(column) is { } text)
        {
            return text;
        }

        Wrong(column, "The cell is blank; write in a few words what is to be done.");
        return "";
    }

    private string? Limited(string column, int longest)
    {
        var text = Cell(column);
        if (text?.Length > longest)
        {
            Wrong(column, $"The text has {text.Length} characters; {longest} is the most.");
        }

        return text;
    }

    private string[] List(string column, int longest)
    {
        var names = (Cell(column) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.FirstOrDefault(name => name.Length > longest) is { } tooLong)
        {
            Wrong(column, $"One entry has {tooLong.Length} characters; {longest} is the most. Put a semicolon between entries.");
        }

        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    private DateOnly? Date(string column)
    {
        if (Cell(column) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Wrong(column, $"“{Short(text)}” is no date; write it like 2017-03-31.");
        return null;
    }

    private List<Milestone>? Milestones()
    {
        if (Cell(ActionColumns.Milestones) is not { } text)
        {
            return null;
        }

        var milestones = new List<Milestone>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.Length > 10 ? part[10..].Trim() : "";
            if (part.Length < 10 || !DateOnly.TryParseExact(part[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
            {
                Wrong(ActionColumns.Milestones, $"“{Short(part)}” does not begin with a date; write milestones like 2017-03-31 first draft; 2017-06-30 in use.");
                continue;
            }

            milestones.Add(new Milestone { On = on, Words = words });
        }

        return milestones;
    }

    private ActionState? State() =>
        Cell(ActionColumns.State) is { } word ? Spelt.State(word) ?? Not<ActionState>(ActionColumns.State, word, "not started, in progress or complete") : null;

    private Brag? Rating() =>
        Cell(ActionColumns.Brag) is { } word ? Spelt.Rating(word) ?? Not<Brag>(ActionColumns.Brag, word, "red, amber, green or blue") : null;

    private T? Not<T>(string column, string text, string choices)
        where T : struct
    {
        Wrong(column, $"“{Short(text)}” is not known here; write {choices}, or leave the cell blank.");
        return null;
    }

    private Dictionary<string, string> Notes()
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < cells.Length; at++)
        {
            if (cells[at].Length > 0 && headings[at].Length > 0 && !ActionColumns.All.Contains(headings[at]))
            {
                notes[headings[at]] = cells[at];
            }
        }

        return notes;
    }

    private void Wrong(string? column, string sentence) => problems.Add(new ImportProblem(row, column, sentence));

    private static string Short(string text) => text.Length <= 40 ? text : $"{text[..40]}…";

    private static string FirstSentence(string text) => text.Split('.', '\n')[0];
}
