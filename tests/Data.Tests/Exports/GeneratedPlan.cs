using System.Globalization;

namespace TeamsPlanBot.Data.Tests.Exports;

/// <summary>A plan as nobody would write it, the same for the same seed.</summary>
internal sealed class GeneratedPlan
{
    private static readonly string[] Pieces =
    [
        "Answer calls", "café", "ŵyl", "Straße", "日本語", "👩‍👧", "مرحبا", "e\u0301", "\u00A0", "\u200B", "£5", "–", "“so”", "'", "\"", "\"\"", ",", ",,", ";", ";;", "\n", "\r\n", "\n\n",
        "\t", "  ", "%", "_", "\\", "\\n", "=1+1", "@x", "+", "-", "<b>", "&amp;", "{0}", "null", "#", "|", "2012-03-31", "0", "1.10",
    ];

    private static readonly string[] Names =
    [
        "Jo Hill", "Roe, Pat", "Head of Service, Children in Care", "AD (children's social care)", "Siân \"Sid\" O'Neill", "王小明", "L&D/CSC", "Board\nof governors", "100%", "_", "Zoë",
    ];

    private static readonly string[] Timescales =
    [
        "", "", "March 2012", "March/April 2012", "a) 31st May 2018 b) 1st June 2018", "within 3 months", "ongoing", "as agreed", "Completed October 2012", "TBC", "Dec → March/April 2017",
        "Jan 2012; then, \"late\" 2012", "Phase one\nMarch 2012\nPhase two May 2012", "95% trained by April 2013 (to date 165)", "Immediate action", "Winter 2013/14",
    ];

    private static readonly string[] NoteHeadings = ["Risk", "cost (£)", "Größe", "a,b", "say \"what\"", "two\nlines", "日本", "{\"x\"}", "Evidence; of"];

    private readonly Random random;
    private readonly List<string[]> rows = [];
    private readonly string key;
    private readonly string name;
    private readonly string baseDate;
    private readonly bool printsReferences;
    private readonly string[] noteHeadings;

    private GeneratedPlan(int seed)
    {
        random = new Random(seed);
        key = $"plan-{seed}{(random.Next(2) == 0 ? " é,\"" : "")}";
        name = Text(1);
        baseDate = random.Next(2) == 0 ? Day() : "";
        printsReferences = random.Next(2) == 0;
        noteHeadings = [.. NoteHeadings.Where(_ => random.Next(3) == 0)];
    }

    public static string Csv(int seed)
    {
        var plan = new GeneratedPlan(seed);
        plan.rows.Add(
        [
            "plan", "plan name", "base date", "section", "section lead", "section outcomes", "ref", "parent", "recommendations", "action", "leads", "services",
            "timescale", "due", "milestones", "state", "brag", "outcome", "measures", "progress", "progress on", .. plan.noteHeadings,
        ]);
        for (var section = 1; section <= plan.random.Next(1, 5); section++)
        {
            plan.AddSection(section);
        }

        return string.Concat(plan.rows.Select(row => $"{string.Join(',', row.Select(Quoted))}\n"));
    }

    private void AddSection(int number)
    {
        string[] section = [$"{number}. {Text(1)}", random.Next(2) == 0 ? Text(0) : "", random.Next(2) == 0 ? Text(0) : ""];
        for (var row = 1; row <= random.Next(1, 6); row++)
        {
            var reference = printsReferences ? $"{number}-{row}é" : $"{number}.{row}";
            AddRow(section, printsReferences ? reference : "", "");
            for (var sub = 1; sub <= random.Next(4) - 1; sub++)
            {
                AddRow(section, printsReferences ? $"{reference}({sub})" : "", reference);
            }
        }
    }

    private void AddRow(string[] section, string reference, string parent) => rows.Add(
    [
        key, name, baseDate, .. section, reference, parent, List(["1", "2", "5a", "17", "R, 4"]), Text(1), List(Names), List(["First Response", "Early Help", "Größe, 1", "16+"]),
        Pick(Timescales), random.Next(2) == 0 ? Day() : "", Milestones(),
        Pick(["", "not started", "in progress", "complete"]), Pick(["", "red", "amber", "green", "blue"]),
        Text(0), Text(0), Text(0), random.Next(2) == 0 ? Day() : "", .. noteHeadings.Select(_ => random.Next(2) == 0 ? Text(0) : ""),
    ]);

    private string Milestones() => random.Next(3) > 0 ? "" : string.Join(
        ';',
        Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"{Day()} {Text(0).Replace(";", "", StringComparison.Ordinal)}"));

    // A cell that must say something begins with a letter, for one of spaces alone says nothing.
    private string Text(int least) =>
        (least > 0 ? "Do " : "") + string.Join(random.Next(2) == 0 ? " " : "", random.GetItems(Pieces, random.Next(least, 8)));

    private string List(string[] names) => string.Join("; ", random.GetItems(names, random.Next(4)));

    private string Day() => new DateOnly(2010, 1, 1).AddDays(random.Next(5_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
