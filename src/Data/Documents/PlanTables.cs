using System.Text.RegularExpressions;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Documents;

/// <summary>How a column was understood.</summary>
public sealed record ColumnUse(string Heading, ColumnMeaning Meaning);

/// <summary>Goes through a document and takes the actions out of its tables.</summary>
internal sealed partial class PlanTables(Document document, IReadOnlyDictionary<string, ColumnMeaning> asked, List<DocumentRemark> remarks)
{
    private const int MostRemarks = 50;
    private const int WrappedLine = 60;
    private const int LongestSectionInRow = 80;
    private const int MostLinesBetweenPages = 12;

    private static readonly ColumnMeaning[] HangingTogether =
    [
        ColumnMeaning.Recommendations, ColumnMeaning.Leads, ColumnMeaning.Timescale, ColumnMeaning.Milestones, ColumnMeaning.Brag, ColumnMeaning.State, ColumnMeaning.Outcome,
        ColumnMeaning.Measures, ColumnMeaning.Progress, ColumnMeaning.Section, ColumnMeaning.SectionLead, ColumnMeaning.SectionOutcomes, ColumnMeaning.Services,
    ];

    private readonly SectionTrail trail = new(document.Title);
    private readonly List<DraftAction> actions = [];
    private readonly Dictionary<string, ColumnMeaning> columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DraftSection> named = new(StringComparer.Ordinal);
    private readonly SortedSet<string> headingsSeen = new(StringComparer.OrdinalIgnoreCase);
    private TableLayout? layout;
    private TableLayout? plan;
    private string sectionCell = "";
    private bool rowsAreHeadings;
    private Dictionary<ColumnMeaning, string>? waiting;
    private int skipped;

    public IReadOnlyList<DraftAction> Actions => actions;

    /// <summary>All the headings of the document, whatever their tables hold.</summary>
    public IReadOnlyCollection<string> Headings => headingsSeen;

    public IReadOnlyList<ColumnUse> Columns => [.. columns.Select(column => new ColumnUse(column.Key, column.Value))];

    public IReadOnlySet<ColumnMeaning> Meanings => columns.Values.ToHashSet();

    public void Read()
    {
        trail.Prepare(document.Blocks.OfType<DocumentLine>());
        var sheets = document.Blocks.OfType<DocumentTable>().Count(table => table.Kind == TableKind.Sheet);
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case DocumentLine line:
                    foreach (var part in line.Look == LineLook.Bullet ? [line.Text] : SectionTrail.AtLead(line.Text))
                    {
                        trail.Pass(line with { Text = part });
                    }

                    break;
                case DocumentTable table:
                    if (table.Kind == TableKind.Sheet)
                    {
                        (layout, sectionCell) = (null, "");
                        if (sheets > 1 && !OrdinarySheet().IsMatch(table.Name))
                        {
                            trail.Pass(new DocumentLine(table.Name, table.Name, LineLook.Heading));
                        }
                    }

                    Read(table);
                    break;
                default:
                    throw new InvalidOperationException("A block is a line or a table.");
            }
        }
    }

    private void Read(DocumentTable table)
    {
        IReadOnlyList<DocumentRow> rows = [.. table.Rows.Where(row => row.Cells.Any(cell => !cell.IsBlank) && !IsScrap(table, row))];
        var hasHeadings = false;
        skipped = 0;
        waiting = null;
        for (var at = 0; at < rows.Count; at++)
        {
            var row = rows[at];
            if (HeadingRows.Is(row, asked))
            {
                at = Begin(rows, at);
                hasHeadings = true;
                rows = Unwrapped(table, rows, at + 1);
            }
            else if (IsHeading(table, row, out var text))
            {
                foreach (var part in SectionTrail.AtLead(text))
                {
                    trail.Pass(Lines.Of(part, table.Place(row), isBold: true));
                }
            }
            else if (layout is { HoldsActions: true } && (hasHeadings || (trail.Passed <= MostLinesBetweenPages && Fits(table, row, layout))))
            {
                if (!hasHeadings && at == 0)
                {
                    rows = Unwrapped(table, rows, 0);
                    row = rows[0];
                    if (IsPageHead(table, rows))
                    {
                        continue;
                    }
                }

                Take(table, row, layout);
            }
            else
            {
                skipped++;
            }
        }

        if (skipped > 1)
        {
            var headings = hasHeadings ? layout!.Headings : [.. rows[0].Cells.Select(cell => cell.Text ?? "")];
            Remark(table.Place(rows[0]), $"This table ({CsvRow.InShort(string.Join(", ", headings.Where(heading => heading.Length > 0).Select(heading => heading.Replace('\n', ' '))), 120)}) holds no column of actions that can be told, so its {skipped:N0} rows were passed over. If one of its columns is the action, name it with --map.");
        }
    }

    // Reads the headings, which may take two rows, and what stands below them; says on which row they end.
    private int Begin(IReadOnlyList<DocumentRow> rows, int at)
    {
        var (headings, before) = HeadingRows.Of(rows[at]);
        if (before.Length > 0)
        {
            trail.Pass(Lines.Of(before, "", isBold: true));
        }

        for (; at + 1 < rows.Count; at++)
        {
            if (HeadingRows.Is(rows[at + 1], asked) && rows[at + 1].Cells.Length == headings.Length && !IsRepeat(headings, rows[at + 1]))
            {
                // A second line of headings, better readable than the first or under a heading that spans several.
                headings = [.. rows[at + 1].Cells.Select((cell, column) => cell.IsBlank ? headings[column] : cell.Text.Replace('\n', ' '))];
            }
            else if (HeadingRows.GoesOn(headings, rows[at + 1]))
            {
                headings = HeadingRows.Joined(headings, rows[at + 1]);
            }
            else
            {
                break;
            }
        }

        List<DocumentRow> body = [.. rows.Skip(at + 1).TakeWhile(row => !HeadingRows.Is(row, asked)).Where(row => row.Cells.Count(cell => !cell.IsBlank) > 1)];
        var width = Math.Max(headings.Length, body.Select(row => row.Cells.Length).DefaultIfEmpty().Max());
        if (width > headings.Length && rows[at].Cells.Length == headings.Length && body.Count(row => row.Cells.Length > headings.Length) * 2 > body.Count)
        {
            headings = [.. headings, .. Enumerable.Repeat("", width - headings.Length)];
        }

        layout = body.Count == 0 && plan is not null && SameHeadings(plan.Headings, headings) ? plan : TableLayout.Of(headings, body, plan, asked);
        headingsSeen.UnionWith(headings.Where(heading => heading.Length > 0).Select(heading => heading.Replace('\n', ' ')));
        if (layout.HoldsActions)
        {
            plan = layout;
            rowsAreHeadings = at + 2 < rows.Count && StandsAlone(rows[at + 1], layout) && rows[at + 2].Cells.Count(cell => !cell.IsBlank) >= 3;
            for (var column = 0; column < headings.Length; column++)
            {
                var heading = headings[column].Replace('\n', ' ');
                if (heading.Length > 0 || layout.Meanings[column] != ColumnMeaning.Note)
                {
                    columns.TryAdd(heading.Length > 0 ? heading : $"(column {column + 1}, without heading)", layout.Meanings[column]);
                }
            }
        }

        return at;
    }

    private static bool SameHeadings(string[] one, string[] other) => one.Select(HeadingWords.Plain).SequenceEqual(other.Select(HeadingWords.Plain));

    private static bool IsRepeat(string[] headings, DocumentRow row) => SameHeadings(headings, [.. row.Cells.Select(cell => cell.Text ?? "")]);

    // A table that goes on upon a new page without its headings has the same columns, or nearly.
    private static bool Fits(DocumentTable table, DocumentRow row, TableLayout layout) =>
        row.Cells.Length == layout.Headings.Length || (table.Kind == TableKind.InText && row.Cells.Length < layout.Headings.Length && row.Cells.Length * 2 >= layout.Headings.Length) || table.Kind == TableKind.Sheet
        || (table.Kind == TableKind.InText && layout.At(ColumnMeaning.Ref) is >= 0 and var at && at < row.Cells.Length && !row.Cells[at].IsBlank && TableLayout.IsReference(row.Cells[at].Text));

    private static bool IsScrap(DocumentTable table, DocumentRow row) =>
        (table.Kind == TableKind.InText && Array.TrueForAll(row.Cells, cell => cell.Text.Length <= 1)) || Array.TrueForAll(row.Cells, cell => cell.IsBlank || Tag().Replace(cell.Text, "").Trim().Length == 0);

    private static bool IsTotal(string text) => Total().IsMatch(text);

    // Where the first row below the headings holds nothing but a few words, such rows name what comes below them.
    private static bool StandsAlone(DocumentRow row, TableLayout by) =>
        by.At(ColumnMeaning.Action) is >= 0 and var action && action < row.Cells.Length && !row.Cells[action].IsBlank && row.Cells.Count(cell => !cell.IsBlank) == 1
        && row.Cells[action].Text.Length <= LongestSectionInRow && row.Cells[action].Text[^1] is not ('.' or ';' or ',');

    // One cell across the table, or a numbered or bold one with nothing beside it, names what comes below.
    private bool IsHeading(DocumentTable table, DocumentRow row, out string text)
    {
        var filled = Enumerable.Range(0, row.Cells.Length).Where(at => !row.Cells[at].IsBlank && !row.Cells[at].Is(CellMarks.OfAbove)).ToList();
        text = filled.Count > 0 ? row.Cells[filled[0]].Text : "";
        if (filled.Count == 0)
        {
            return false;
        }

        if (filled.Count > 1)
        {
            // A heading that a page's edge cut into cells.
            var isCut = table.Kind == TableKind.InText && SectionTrail.IsNamed($"{text} {row.Cells[filled[1]].Text}".Replace("' ", " ", StringComparison.Ordinal)) && row.Cells.All(cell => cell.Text.Length <= 45) && row.Cells.Length != (layout?.Headings.Length ?? 0);
            text = isCut ? string.Join(' ', filled.Select(at => row.Cells[at].Text)).Replace("' ", " ", StringComparison.Ordinal) : text;
            return isCut;
        }

        var spans = row.Cells.Skip(filled[0] + 1).TakeWhile(cell => cell.Is(CellMarks.OfLeft)).Count() + 1;
        var isAcross = row.Cells.Length > 2 && spans * 2 > row.Cells.Length && !row.Cells.Any(cell => cell.Is(CellMarks.OfAbove) && !cell.Is(CellMarks.OfLeft));
        var cell = row.Cells[filled[0]];
        if (isAcross || layout is not { HoldsActions: true } || row.Cells.Length == 1 || (rowsAreHeadings && StandsAlone(row, layout)))
        {
            return true;
        }

        var reference = layout.At(ColumnMeaning.Ref);
        var isOnlyColumn = filled[0] < layout.Meanings.Length && layout.Meanings[filled[0]] is ColumnMeaning.Progress or ColumnMeaning.Timescale or ColumnMeaning.Measures or ColumnMeaning.Outcome or ColumnMeaning.Steps or ColumnMeaning.Leads;
        return !isOnlyColumn && (filled[0] == reference ? !TableLayout.IsReference(text) && text.Length > 5
            : filled[0] == 0 && (table.Kind != TableKind.InWord || layout.Meanings[0] != ColumnMeaning.Action) && (cell.Is(CellMarks.Bold) || SectionTrail.LooksLikeHeading(text)));
    }

    // The head of a page, taken for the first row of the table that goes on below it.
    private static bool IsPageHead(DocumentTable table, IReadOnlyList<DocumentRow> rows) =>
        table.Kind == TableKind.InText && rows.Count > 1 && rows[0].Cells.All(cell => cell.Text.Length <= 45) && rows[0].Cells[^1].IsBlank
        && (rows[1].Cells[0].IsBlank || (rows[0].Cells[0].Text.Length > 8 && !rows[0].Cells[0].Text.Any(char.IsLower)));

    // Where a table was saved line by line, all of its rows are one.
    private static IReadOnlyList<DocumentRow> Unwrapped(DocumentTable table, IReadOnlyList<DocumentRow> rows, int from)
    {
        if (table.Kind != TableKind.InText || rows.Count - from < 5)
        {
            return rows;
        }

        var first = from + (rows[from].Cells[^1].IsBlank && rows[from + 1].Cells[0].IsBlank ? 1 : 0);
        var cells = rows.Skip(first).SelectMany(row => row.Cells).Where(cell => !cell.IsBlank).ToList();
        if (cells.Exists(cell => cell.Text.Length > WrappedLine) || cells.Count(cell => char.IsLower(cell.Text[0])) * 10 < cells.Count * 3)
        {
            return rows;
        }

        var width = rows.Skip(first).Max(row => row.Cells.Length);
        var joined = Enumerable.Range(0, width).Select(at => new DocumentCell(string.Join(' ', rows.Skip(first).Where(row => at < row.Cells.Length && !row.Cells[at].IsBlank).Select(row => row.Cells[at].Text)))).ToArray();
        return [.. rows.Take(from), new DocumentRow(rows[first].Number, joined)];
    }

    private void Take(DocumentTable table, DocumentRow row, TableLayout by)
    {
        var cells = Aligned(row.Cells, by);
        var (title, reference) = (Words(cells, by, ColumnMeaning.Action), Words(cells, by, ColumnMeaning.Ref));
        if (IsTotal(title) || IsTotal(reference) || IsTotal(cells.FirstOrDefault(cell => !cell.IsBlank).Text ?? ""))
        {
            return;
        }

        if (by.Has(ColumnMeaning.Section) && Words(cells, by, ColumnMeaning.Section) is { Length: > 0 } group)
        {
            sectionCell = group;
        }

        var last = actions.Count > 0 ? actions[^1] : null;
        var section = SectionOf(by);
        var goesOn = GoesOn(table, cells, by, title, reference, last);
        if (goesOn && last is not null && (section == last.Section || waiting is not null || title.Length == 0 && cells.Any(cell => cell.Is(CellMarks.OfAbove))))
        {
            Continue(last, table, row, cells, by);
            return;
        }

        if (title.Length == 0 && reference.Length == 0)
        {
            // Above the action that it belongs to: the page was cut between the two.
            waiting ??= [];
            foreach (var (at, cell) in cells.Index().Where(cell => !cell.Item.IsBlank && cell.Index < by.Meanings.Length))
            {
                waiting[by.Meanings[at]] = cell.Text;
            }

            return;
        }

        if (title.Length == 0)
        {
            if (cells.Count(cell => !cell.IsBlank) > 1)
            {
                Remark(table.Place(row, by.At(ColumnMeaning.Action)), $"The row {reference} does not say what is to be done, so it was passed over.");
            }

            return;
        }

        var action = new DraftAction(table.Place(row), section);
        Fill(action, table, cells, by, last);
        foreach (var (meaning, words) in waiting ?? [])
        {
            action[meaning] = action[meaning].Length == 0 ? words : $"{words}\n{action[meaning]}";
        }

        waiting = null;
        actions.Add(action);
        if (actions.Count > DocumentLimits.MostActions)
        {
            throw DocumentLimits.TooManyActions;
        }

        if (action.IsStruck)
        {
            Remark(action.Place, "All of this action is struck through in the document, and was taken as it stands. Delete the row if it no longer holds.");
        }
    }

    // A longer row than its headings has blank or bullet cells between the others.
    private static DocumentCell[] Aligned(DocumentCell[] cells, TableLayout by)
    {
        if (cells.Length <= by.Headings.Length)
        {
            return cells;
        }

        var kept = cells.ToList();
        for (var at = kept.Count - 1; at > 0 && kept.Count > by.Headings.Length; at--)
        {
            if (kept[at].IsBlank || kept[at].Text is "•" or "-" or "·")
            {
                kept.RemoveAt(at);
            }
        }

        return [.. kept];
    }

    private DraftSection? SectionOf(TableLayout by)
    {
        var above = trail.Here();
        if (!by.Has(ColumnMeaning.Section) || sectionCell.Length == 0)
        {
            return above;
        }

        var label = sectionCell.Replace('\n', ' ').Trim();
        label = label.Length <= Section.LongestLabel ? label : $"{label[..(Section.LongestLabel - 1)]}…";
        if (!named.TryGetValue(label, out var section))
        {
            named[label] = section = new DraftSection(label) { Lead = above?.Lead };
        }

        return section;
    }

    private static bool GoesOn(DocumentTable table, DocumentCell[] cells, TableLayout by, string title, string reference, DraftAction? last)
    {
        if (last is null || reference.Length > 0)
        {
            return false;
        }

        var action = by.At(ColumnMeaning.Action);
        if (title.Length == 0)
        {
            return true;
        }

        if (action < cells.Length && cells[action].Is(CellMarks.OfAbove))
        {
            return true;
        }

        var stands = Words(cells, by, ColumnMeaning.Leads).Length > 0 && Words(cells, by, ColumnMeaning.Timescale).Length > 0;
        var isNumbered = by.Has(ColumnMeaning.Ref) && last[ColumnMeaning.Ref].Length > 0;
        return isNumbered ? !stands && (char.IsLower(title[0]) || table.Kind == TableKind.InText || cells.Count(cell => !cell.IsBlank) == 1)
            : char.IsLower(title[0]) && last[ColumnMeaning.Action].Length < WrappedLine && !Ended().IsMatch(last[ColumnMeaning.Action]);
    }

    private static void Continue(DraftAction last, DocumentTable table, DocumentRow row, DocumentCell[] cells, TableLayout by)
    {
        // Cells that a page's edge tore off have no columns any more: dates among them are the action's dates.
        if (table.Kind == TableKind.InText && row.Cells.Length < by.Headings.Length - 1)
        {
            foreach (var cell in cells.Where(cell => !cell.IsBlank && Tag().Replace(cell.Text, "").Trim().Length > 0))
            {
                last.Append(PlanDocument.SpeaksOfTime(cell.Text) ? ColumnMeaning.Timescale : ColumnMeaning.Steps, cell.Text);
            }

            return;
        }

        foreach (var (at, cell) in cells.Index())
        {
            if (cell.IsBlank || at >= by.Meanings.Length || (cell.Text.Length == 1 && table.Kind == TableKind.InText))
            {
                continue;
            }

            if (by.Meanings[at] == ColumnMeaning.Note)
            {
                last.AppendNote(by.Headings[at], cell.Text);
            }
            else
            {
                last.Append(by.Meanings[at], cell.Text);
            }
        }
    }

    private static void Fill(DraftAction action, DocumentTable table, DocumentCell[] cells, TableLayout by, DraftAction? last)
    {
        for (var at = 0; at < Math.Min(cells.Length, by.Meanings.Length); at++)
        {
            var (cell, meaning) = (cells[at], by.Meanings[at]);
            if (cell.IsBlank && cell.Is(CellMarks.OfAbove) && last is not null && HangingTogether.Contains(meaning))
            {
                action[meaning] = last[meaning];
                action.Fill = meaning == ColumnMeaning.Brag ? last.Fill : action.Fill;
                continue;
            }

            if (meaning is ColumnMeaning.Brag or ColumnMeaning.State && cell.Fill is { } fill)
            {
                action.Fill = fill;
            }

            if (cell.IsBlank)
            {
                continue;
            }

            switch (meaning)
            {
                case ColumnMeaning.Note when by.Headings[at].Length > 0:
                    action.AppendNote(by.Headings[at], cell.Text);
                    break;
                case ColumnMeaning.Note:
                    break;
                case ColumnMeaning.Timescale:
                    action.IsRealDate = cell.Is(CellMarks.IsDate);
                    action[meaning] = cell.Text;
                    break;
                case ColumnMeaning.Action:
                    action.IsStruck = cell.Is(CellMarks.Struck);
                    action[meaning] = cell.Text;
                    break;
                default:
                    action.Append(meaning, cell.Text);
                    break;
            }
        }

        // The cells of the last columns may have run into one, where the text was made from pages.
        action.LostTimes = (table.Kind == TableKind.InText || by.At(ColumnMeaning.Timescale) is >= 0 and var times && HeadingWords.Roughly(by.Headings[times]) == Promise.Milestones) && by.Has(ColumnMeaning.Timescale) && by.Has(ColumnMeaning.Steps) && action[ColumnMeaning.Timescale].Length == 0;
    }

    private static string Words(DocumentCell[] cells, TableLayout by, ColumnMeaning meaning) =>
        by.At(meaning) is >= 0 and var at && at < cells.Length && !cells[at].IsBlank ? Tag().Replace(cells[at].Text, "").Trim() : "";

    private void Remark(string place, string sentence)
    {
        if (remarks.Count < MostRemarks)
        {
            remarks.Add(new DocumentRemark(place, sentence));
        }
    }

    [GeneratedRegex(@"</?[a-z]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?:sub-?\s?|grand |overall )?totals?\b.{0,30}$", RegexOptions.IgnoreCase)]
    private static partial Regex Total();

    [GeneratedRegex(@"[.?!]\s*$")]
    private static partial Regex Ended();

    [GeneratedRegex(@"^(?:sheet ?\d*|plan|action plan|actions|improvement plan|data|table ?\d*)$", RegexOptions.IgnoreCase)]
    private static partial Regex OrdinarySheet();
}
