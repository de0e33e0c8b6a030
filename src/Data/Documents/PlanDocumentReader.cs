using System.Globalization;
using System.Text.RegularExpressions;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Documents;

/// <summary>A plan that was found in a document, or the sentence that says why there is none.</summary>
public sealed record ReadPlan(PlanDocument? Plan, string? Problem);

/// <summary>Understands a document as a plan.</summary>
public static partial class PlanDocumentReader
{
    private const int MostRemarks = 100;
    private const int LongestNote = 4_000;

    /// <param name="asked">What a person said headings mean, by the headings' plain words.</param>
    public static ReadPlan Read(Document document, IReadOnlyDictionary<string, ColumnMeaning> asked)
    {
        try
        {
            return Understand(document, asked);
        }
        catch (UnreadableDocumentException reason)
        {
            return new ReadPlan(null, reason.Message);
        }
    }

    private static ReadPlan Understand(Document document, IReadOnlyDictionary<string, ColumnMeaning> asked)
    {
        List<DocumentRemark> remarks = [.. document.Remarks];
        var tables = new PlanTables(document, asked, remarks);
        tables.Read();
        if (asked.Keys.FirstOrDefault(heading => !tables.Headings.Any(seen => HeadingWords.Plain(seen) == heading)) is { } unknown)
        {
            return new ReadPlan(null, tables.Headings.Count == 0
                ? $"It has no heading “{unknown}”, and no row of headings that could be read."
                : $"It has no heading “{unknown}”; its headings are {string.Join(", ", tables.Headings.Take(40))}.");
        }

        var (actions, columns, meanings) = (tables.Actions, tables.Columns, tables.Meanings);
        if (actions.Count == 0 && asked.Count == 0)
        {
            var numbered = new NumberedPlan(document);
            numbered.Read();
            if (numbered.Actions.Count > 0)
            {
                actions = numbered.Actions;
                meanings = Enum.GetValues<ColumnMeaning>().Where(meaning => actions.Any(action => action[meaning].Length > 0)).ToHashSet();
                columns = [];
                remarks.RemoveAll(remark => remark.Sentence.StartsWith("This table (", StringComparison.Ordinal));
            }
        }

        if (actions.Count == 0)
        {
            return new ReadPlan(null, document.Blocks is [DocumentTable { Kind: TableKind.InText } only] && tables.Headings.Count == 0
                ? FileKinds.Unknown([.. only.Rows[0].Cells.Select(cell => cell.Text)]) + " A plan in its own layout needs a row of headings such as action, lead and deadline; name them with --map."
                : document.Blocks.OfType<DocumentTable>().Any()
                ? "None of its tables has a column of actions that can be told. Name the column with --map, such as --map \"What to do=action\"."
                : "It holds neither a table nor headings with numbered lists, so no actions could be found.");
        }

        var references = References(actions, remarks);
        var spellings = new Spellings();
        var rows = new List<PlanRow>();
        foreach (var (at, action) in actions.Index())
        {
            rows.AddRange(Rows(action, references[at], remarks));
        }

        if (rows.Find(row => row.Timescale is { } words && MonthFirst().IsMatch(words)) is { } american)
        {
            remarks.Add(new DocumentRemark(american.Place, $"“{american.Timescale}” makes sense with the month first only, but all such dates are read with the day first. Write the months as words, or save them as real dates."));
        }

        foreach (var lead in rows.SelectMany(row => row.Leads))
        {
            spellings.Count(lead);
        }

        rows = [.. rows.Select(row => row with { Leads = [.. row.Leads.Select(spellings.Usual).Distinct(StringComparer.Ordinal)] })];
        var spoken = Spoken(meanings, rows);
        return new ReadPlan(new PlanDocument(document.Title ?? TitleIn(document), PlanDocument.BaseDateIn(document), rows, columns, remarks.Take(MostRemarks).ToList(), spoken), null);
    }

    // A column that the document does not have says nothing of what people put on the record.
    private static HashSet<string> Spoken(IReadOnlySet<ColumnMeaning> meanings, List<PlanRow> rows)
    {
        var spoken = HeadingWords.Columns.Where(column => meanings.Contains(column.Value) && column.Value is not ColumnMeaning.Note).Select(column => column.Key).ToHashSet(StringComparer.Ordinal);
        if (!rows.Exists(row => row.Due is not null))
        {
            spoken.Remove(ActionColumns.Due);
        }

        if (!rows.Exists(row => row.Milestones is not null))
        {
            spoken.Remove(ActionColumns.Milestones);
        }

        Add(ActionColumns.Timescale, row => row.Timescale is not null);
        Add(ActionColumns.Section, row => row.Section is not null);
        Add(ActionColumns.SectionLead, row => row.SectionLead is not null);
        Add(ActionColumns.SectionOutcomes, row => row.SectionOutcomes is not null);
        Add(ActionColumns.Ref, row => row.Ref is not null);
        Add(ActionColumns.Parent, row => row.IsPart);
        Add(ActionColumns.State, row => row.State is not null);
        Add(ActionColumns.Brag, row => row.Brag is not null);
        Add(ActionColumns.Leads, row => row.Leads.Count > 0);
        return spoken;

        void Add(string column, Predicate<PlanRow> says)
        {
            if (rows.Exists(says))
            {
                spoken.Add(column);
            }
        }
    }

    private static string? TitleIn(Document document) =>
        document.Blocks.OfType<DocumentLine>().Take(12).Where(line => line.Text.Length is > 8 and < 160 && TitleLike().IsMatch(line.Text)).Select(line => line.Text.Replace('\n', ' ')).FirstOrDefault();

    // References are the plan's own where they are its own: not where they begin anew in each section, nor where a spreadsheet took 1.10 for 1.1.
    private static string?[] References(IReadOnlyList<DraftAction> actions, List<DocumentRemark> remarks)
    {
        var references = actions.Select(action => Clean(action[ColumnMeaning.Ref])).ToArray();
        if (references.All(reference => reference.Length == 0))
        {
            var within = actions.Select(action => LeadingReference().Match(action[ColumnMeaning.Action])).ToArray();
            if (within.Count(match => match.Success) * 10 >= actions.Count * 8 && within.Where(match => match.Success).Select(match => match.Groups["ref"].Value).Distinct().Count() == within.Count(match => match.Success))
            {
                foreach (var (at, match) in within.Index().Where(match => match.Item.Success))
                {
                    references[at] = match.Groups["ref"].Value;
                    actions[at][ColumnMeaning.Action] = match.Groups["rest"].Value.Trim();
                }
            }
        }

        for (var at = 1; at < references.Length; at++)
        {
            if (Tenth(references[at - 1], references[at]) is { } tenth)
            {
                references[at] = tenth;
            }
        }

        var twice = references.Where(reference => reference.Length > 0).GroupBy(reference => reference, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (twice.Count > 0)
        {
            var startAnew = references.All(reference => reference.Length == 0 || int.TryParse(reference, CultureInfo.InvariantCulture, out _));
            if (!startAnew)
            {
                remarks.Add(new DocumentRemark("", $"These references stand more than once and were left out, so that the actions get references of their own: {string.Join(", ", twice.Take(20))}."));
            }

            references = [.. references.Select(reference => startAnew || twice.Contains(reference) ? "" : reference)];
        }

        return [.. references.Select((reference, at) => reference.Length is 0 or > PlanAction.LongestRef ? null : reference)];
    }

    private static string Clean(string reference) => Markup().Replace(reference, "").Replace('\n', ' ').Trim().TrimEnd('.', ')', ':').TrimStart('(').Trim();

    // 1.9 is followed by 1.10, which a number cell shows as 1.1; 1.19 by 1.20, shown as 1.2.
    private static string? Tenth(string before, string reference)
    {
        var (one, two) = (before.Split('.'), reference.Split('.'));
        return one.Length == 2 && two.Length == 2 && one[0] == two[0] && int.TryParse(one[1], CultureInfo.InvariantCulture, out var last) && int.TryParse(two[1], CultureInfo.InvariantCulture, out var shown) && last > shown && (last + 1) == shown * 10
            ? $"{two[0]}.{last + 1}"
            : null;
    }

    private static IEnumerable<PlanRow> Rows(DraftAction draft, string? reference, List<DocumentRemark> remarks)
    {
        var notes = draft.Notes.Where(note => note.Value.Length > 0).ToDictionary(note => NoteName(note.Key), note => Cut(note.Value), StringComparer.Ordinal);
        if (draft[ColumnMeaning.Steps] is { Length: > 0 } steps)
        {
            notes["steps"] = Cut(steps);
        }

        var recommendations = new RecommendationNumbers([], null);
        if (draft[ColumnMeaning.Recommendations] is { Length: > 0 } named)
        {
            recommendations = RecommendationNumbers.In(named);
            Doubt(recommendations.Doubt, "recommendations");
        }

        var leads = Leads(draft[ColumnMeaning.Leads], notes);
        var (brag, state) = Standing(draft, Doubt);
        if (draft.LostTimes && draft[ColumnMeaning.Timescale].Length == 0 && PlanDocument.TimesWithin(draft[ColumnMeaning.Steps]).Length > 0)
        {
            Doubt("The cell is blank, so the times were taken from the steps beside it; check them.", "timescale");
        }

        var timescale = Text(draft.LostTimes && draft[ColumnMeaning.Timescale].Length == 0 ? PlanDocument.TimesWithin(draft[ColumnMeaning.Steps]) : draft[ColumnMeaning.Timescale]);
        var due = draft.IsRealDate && timescale is not null && DateOnly.TryParseExact(timescale, "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var action = draft[ColumnMeaning.Action].Trim();
        var parts = LetteredParts.Of(action);
        var times = LetteredParts.Of(timescale ?? "");
        var isParted = times.Parts.Count > 1 && parts.Parts.Count >= times.Parts.Count && times.Before.Length == 0;
        var row = new PlanRow(
            draft.Place,
            Text(draft.Section?.Label ?? ""),
            Text(draft[ColumnMeaning.SectionLead]) ?? draft.Section?.Lead,
            Text(draft[ColumnMeaning.SectionOutcomes]) ?? draft.Section?.Outcomes,
            reference,
            IsPart: false,
            isParted && parts.Before.Length > 0 ? parts.Before.TrimEnd(':', '-', ' ') : action)
        {
            Recommendations = recommendations.Numbers,
            Leads = leads,
            Services = Text(string.Join("; ", draft[ColumnMeaning.Services].Split([';', '\n', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))),
            Parent = Text(Clean(draft[ColumnMeaning.Parent])),
            Timescale = timescale,
            Due = due,
            Milestones = Milestones(draft[ColumnMeaning.Milestones], notes),
            Brag = brag,
            State = state ?? (draft[ColumnMeaning.Progress].Length > 0 && brag != Brag.Blue ? ActionState.InProgress : null),
            Outcome = Text(draft[ColumnMeaning.Outcome]),
            Measures = Text(draft[ColumnMeaning.Measures]),
            Progress = Text(draft[ColumnMeaning.Progress]),
            ProgressOn = Text(draft[ColumnMeaning.ProgressOn]) is { } on ? Timescales.Timescale.Read(on, null).Due : null,
            Notes = notes,
        };
        yield return row;
        if (!isParted)
        {
            yield break;
        }

        var owners = LetteredParts.Of(draft[ColumnMeaning.Leads]);
        foreach (var part in times.Parts)
        {
            if (parts.Parts.FirstOrDefault(one => one.Label == part.Label) is { } what)
            {
                yield return new PlanRow(draft.Place, row.Section, row.SectionLead, row.SectionOutcomes, null, IsPart: true, what.Text.TrimEnd('.', ';', ' '))
                {
                    Timescale = Text(part.Text),
                    Leads = owners.Parts.FirstOrDefault(one => one.Label == part.Label) is { } owner ? LeadNames.In(owner.Text) : [],
                };
            }
        }

        void Doubt(string? sentence, string column)
        {
            if (sentence is not null && remarks.Count < MostRemarks)
            {
                remarks.Add(new DocumentRemark(draft.Place, $"{column}: {sentence}"));
            }
        }

        List<string> Leads(string cell, Dictionary<string, string> beside)
        {
            var all = LeadNames.In(cell);
            if (all.Any(lead => lead.Length > Lead.LongestName))
            {
                beside["leads in words"] = Cut(cell);
                Doubt("These words are too long to be names, so they are kept as a note.", "leads");
            }

            return [.. all.Where(lead => lead.Length <= Lead.LongestName)];
        }
    }

    private static (Brag? Brag, ActionState? State) Standing(DraftAction draft, Action<string?, string> doubt)
    {
        var (rating, status) = (draft[ColumnMeaning.Brag], draft[ColumnMeaning.State]);
        var colour = Ratings.Colour(rating) ?? Ratings.Colour(status);
        var state = status.Length > 0 ? Ratings.State(status) : rating.Length > 0 && colour is null ? Ratings.State(rating) : null;
        if (rating.Length > 0 && colour is null && state is null && !NoRating().IsMatch(rating))
        {
            doubt($"“{CsvRow.InShort(rating)}” is no one rating; write red, amber, green or blue.", "rating");
        }

        if (status.Length > 0 && state is null && colour is null && !NoRating().IsMatch(status))
        {
            draft.AppendNote("status", status);
            doubt($"“{CsvRow.InShort(status)}” is no state that is known, so it is kept as a note; write not started, in progress or complete.", "state");
        }

        if (colour is { } said && draft.Fill is { } filled && said != filled)
        {
            doubt($"The word says {said.Word()}, the colour of the cell {filled.Word()}; the word was taken.", "rating");
        }

        var brag = colour ?? draft.Fill;
        return (state == ActionState.Complete ? Brag.Blue : brag, brag == Brag.Blue ? ActionState.Complete : state);
    }

    // Milestones beside a timescale keep their dates; those without one are a note.
    private static string? Milestones(string cell, Dictionary<string, string> notes)
    {
        var dated = new List<string>();
        foreach (var item in PlanDocument.TimesWithin(cell).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Timescales.Timescale.Read(item, null).Due is { } on)
            {
                dated.Add($"{on.Word()} {item.Replace(';', ',').Trim()}");
            }
        }

        if (cell.Length > 0)
        {
            notes["milestones in words"] = Cut(cell);
        }

        return dated.Count > 0 ? string.Join("; ", dated) : null;
    }

    private static string NoteName(string heading)
    {
        var name = heading.Replace('\n', ' ').Trim().ToLowerInvariant();
        return ActionColumns.All.Contains(name) ? $"{name} (note)" : name.Length > 0 ? name : "note";
    }

    private static string Cut(string words) => words.Length <= LongestNote ? words : $"{words[..LongestNote]}…";

    private static string? Text(string words) => words.Trim() is { Length: > 0 } text ? text : null;

    [GeneratedRegex(@"^(?<ref>[0-9]{1,2}(?:\.[0-9]{1,3})+[a-z]?)[.):]?\s+(?<rest>\S.*)$", RegexOptions.Singleline)]
    private static partial Regex LeadingReference();

    [GeneratedRegex(@"^(?:0?[1-9]|1[0-2])/(?:1[3-9]|2[0-9]|3[01])/(?:[0-9]{2}|[0-9]{4})$")]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"</?[a-z]+>|\*\*")]
    private static partial Regex Markup();

    [GeneratedRegex(@"^(?:n/?a|tb[ac]|not rated|-+|–|none|\W*)$", RegexOptions.IgnoreCase)]
    private static partial Regex NoRating();

    [GeneratedRegex(@"\bplan\b|\bprogramme\b|\bimprov", RegexOptions.IgnoreCase)]
    private static partial Regex TitleLike();
}
