using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Imports;

/// <summary>A section of a plan as the rows of a file say it.</summary>
internal sealed record SectionOutline(string Label)
{
    public string? Lead { get; set; }

    public string? Outcomes { get; set; }
}

/// <summary>An action that the store has, as far as it decides which row is meant for it.</summary>
internal sealed record KnownAction(int Id, string Ref, int? ParentId, DateOnly? RetiredOn, UInt128 Says);

/// <summary>What must be known of one plan all at once, while the rest of its rows streams by.</summary>
internal sealed class PlanOutline(string key, CsvTable columns)
{
    private readonly List<Row> rows = [];
    private readonly Dictionary<string, int> sections = new(StringComparer.Ordinal);
    private readonly bool saysSections = columns.Has(ActionColumns.Section);
    private readonly bool saysParents = columns.Has(ActionColumns.Parent);
    private string[] references = [];
    private int? lastOnItsOwn;

    public string Key => key;

    public string? Name { get; private set; }

    public DateOnly? BaseDate { get; private set; }

    public List<SectionOutline> Sections { get; } = [];

    /// <summary>Some row names a service, so the plan itself says what speaks about which.</summary>
    public bool NamesServices { get; private set; }

    public int Count => rows.Count;

    public bool HasBlankReferences { get; private set; }

    /// <summary>The store's actions that the rows are for, by row; 0 where the row is new.</summary>
    public int[] Ids { get; private set; } = [];

    /// <summary>The actions of the store that no row is for, in the plan's order.</summary>
    public IReadOnlyList<KnownAction> LeftOut { get; private set; } = [];

    public void Add(ActionRow row)
    {
        Name ??= row.PlanName;
        BaseDate ??= row.BaseDate;
        NamesServices |= row.Services.Count > 0;
        HasBlankReferences |= row.Ref is null;
        if (!sections.TryGetValue(row.Section, out var at))
        {
            sections.Add(row.Section, at = Sections.Count);
            Sections.Add(new SectionOutline(row.Section));
        }

        Sections[at].Lead = row.SectionLead ?? Sections[at].Lead;
        Sections[at].Outcomes = row.SectionOutcomes ?? Sections[at].Outcomes;
        if (row.Parent == ActionColumns.Above && lastOnItsOwn is { } above)
        {
            rows.Add(new Row(row.Row, at, row.Ref, null, default) { ParentRow = above, Title = row.Title });
            return;
        }

        if (row.Parent is null)
        {
            lastOnItsOwn = rows.Count;
        }

        rows.Add(new Row(row.Row, at, row.Ref, row.Parent, row.Ref is null ? Says(row.Section, row.Parent, row.Title) : default));
    }

    /// <summary>What an action without a printed reference is known by.</summary>
    public UInt128 Says(string section, string? parent, string title)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{(saysSections ? section : "")}\0{(saysParents && parent is not null ? KeyOf(parent) : "")}\0{title}"), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    public int RowNumber(int row) => rows[row].Number;

    public string Reference(int row) => references[row];

    /// <summary>The row of the action that this one belongs to, or the number of an action of the store; neither for none.</summary>
    public (int? Row, int? Id) Parent(int row) => (rows[row].ParentRow, rows[row].ParentId);

    /// <summary>Gives every row its reference and its action of the store, and says what does not fit.</summary>
    public void Settle(IReadOnlyList<KnownAction> known, List<ImportProblem> problems)
    {
        references = References(known);
        var ofRow = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            if (!ofRow.TryAdd(KeyOf(references[i]), i))
            {
                Add(problems, i, ActionColumns.Ref, $"The reference {references[i]} stands twice in the plan {key}; give each action its own.");
            }
        }

        var ofKey = known.ToDictionary(action => KeyOf(action.Ref), StringComparer.Ordinal);
        Ids = [.. references.Select(reference => ofKey.TryGetValue(KeyOf(reference), out var action) ? action.Id : 0)];
        LeftOut = [.. known.Where(action => !ofRow.ContainsKey(KeyOf(action.Ref)))];
        FindParents(ofRow, ofKey, problems);
        FindCircles(ofRow, ofKey, known, problems);
    }

    // A reference that the plan does not print is section.row in document order; its sub-actions are a, b, c…
    // An action that has one keeps it, whatever stands before it now.
    private string[] References(IReadOnlyList<KnownAction> known)
    {
        var kept = Kept(known);
        var given = new string[rows.Count];
        var taken = kept.Values.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        string[] numbers = [.. Sections.Select((section, at) => new Section { Label = section.Label }.Number ?? $"{at + 1}")];
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var number = numbers[row.Section];
            var parent = row.Parent ?? (row.ParentRow is { } above ? given[above] : null);
            var family = KeyOf(parent ?? number);
            var count = counts[family] = counts.GetValueOrDefault(family) + 1;
            given[i] ??= row.Ref ?? kept.GetValueOrDefault(i)!;
            for (; given[i] is null; count++)
            {
                var next = parent is null ? $"{number}.{count}" : $"{parent}{Letters(count)}";
                if (taken.Add(KeyOf(next)))
                {
                    given[i] = next;
                }
            }

            KeepParts(i, given, known, taken);
        }

        return given;
    }

    // The parts of an action whose reference is known only now: they keep theirs, where one row and one known action say the same.
    private void KeepParts(int above, string[] given, IReadOnlyList<KnownAction> known, HashSet<string> taken)
    {
        var end = above + 1;
        while (end < rows.Count && rows[end].ParentRow == above)
        {
            end++;
        }

        if (end == above + 1 || known.Count == 0)
        {
            return;
        }

        var parts = known.Where(action => action.ParentId is not null && !taken.Contains(KeyOf(action.Ref))).ToLookup(action => action.Says);
        foreach (var same in Enumerable.Range(above + 1, end - above - 1).Where(at => rows[at].Ref is null).GroupBy(at => Says(Sections[rows[at].Section].Label, given[above], rows[at].Title!)))
        {
            if (same.Count() == 1 && parts[same.Key].Count() == 1 && taken.Add(KeyOf(parts[same.Key].Single().Ref)))
            {
                given[same.Single()] = parts[same.Key].Single().Ref;
            }
        }
    }

    // The references of rows that print none, where one row and one known action say the same.
    private Dictionary<int, string> Kept(IReadOnlyList<KnownAction> known)
    {
        if (!HasBlankReferences)
        {
            return [];
        }

        var printed = rows.Where(row => row.Ref is not null).Select(row => KeyOf(row.Ref!)).ToHashSet(StringComparer.Ordinal);
        var bySays = known.Where(action => !printed.Contains(KeyOf(action.Ref))).ToLookup(action => action.Says);
        return rows.Index()
            .Where(row => row.Item.Ref is null && row.Item.ParentRow is null)
            .GroupBy(row => row.Item.Says)
            .Where(same => same.Count() == 1 && bySays[same.Key].Count() == 1)
            .ToDictionary(same => same.Single().Index, same => bySays[same.Key].Single().Ref);
    }

    private void FindParents(Dictionary<string, int> ofRow, Dictionary<string, KnownAction> ofKey, List<ImportProblem> problems)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Parent is not { } parent)
            {
                continue;
            }

            var isRow = ofRow.TryGetValue(KeyOf(parent), out var row);
            if (isRow && row != i)
            {
                rows[i] = rows[i] with { ParentRow = row };
            }
            else if (!isRow && ofKey.TryGetValue(KeyOf(parent), out var action))
            {
                rows[i] = rows[i] with { ParentId = action.Id };
            }
            else
            {
                Add(problems, i, ActionColumns.Parent, $"The plan {key} has no action {parent}; name the action that this one belongs to.");
            }
        }
    }

    // Each reference is gone through once, however long a chain is.
    private void FindCircles(Dictionary<string, int> ofRow, Dictionary<string, KnownAction> ofKey, IReadOnlyList<KnownAction> known, List<ImportProblem> problems)
    {
        if (!saysParents)
        {
            return;
        }

        var ofId = known.ToDictionary(action => action.Id, action => KeyOf(action.Ref));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            var above = KeyOf(references[i]);
            for (; above is not null && seen.TryAdd(above, i); above = Above(above))
            {
            }

            // Only a chain that meets itself goes round.
            var start = above is not null && seen[above] == i ? above : null;
            for (var at = start; at is not null; at = Above(at) is { } next && next != start ? next : null)
            {
                if (ofRow.TryGetValue(at, out var row))
                {
                    Add(problems, row, ActionColumns.Parent, $"The action {references[row]} belongs to itself by way of {rows[row].Parent}; name the action that this one belongs to.");
                }
            }
        }

        string? Above(string at) =>
            ofRow.TryGetValue(at, out var row) ? (rows[row].ParentRow is { } parent ? KeyOf(references[parent]) : rows[row].ParentId is { } id ? ofId[id] : null)
            : ofKey.TryGetValue(at, out var action) && action.ParentId is { } parentId ? ofId.GetValueOrDefault(parentId)
            : null;
    }

    private void Add(List<ImportProblem> problems, int row, string column, string sentence)
    {
        if (problems.Count < CsvTable.MostProblems)
        {
            problems.Add(new ImportProblem(rows[row].Number, column, sentence));
        }
    }

    private static string KeyOf(string reference) => reference.ToLowerInvariant();

    private static string Letters(int number) =>
        number <= 26 ? $"{(char)('a' + number - 1)}" : $"{Letters((number - 1) / 26)}{Letters((number - 1) % 26 + 1)}";

    private readonly record struct Row(int Number, int Section, string? Ref, string? Parent, UInt128 Says)
    {
        public int? ParentRow { get; init; }

        /// <summary>What a part is called, until the action that it belongs to has its reference.</summary>
        public string? Title { get; init; }

        public int? ParentId { get; init; }
    }
}
