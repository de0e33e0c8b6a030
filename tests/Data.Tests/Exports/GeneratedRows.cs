using System.Globalization;

namespace TeamsPlanBot.Data.Tests.Exports;

/// <summary>Indicators, progress and details as nobody would write them, the same for the same seed.</summary>
internal sealed class GeneratedRows(int seed, string plan, IReadOnlyList<string> references)
{
    private static readonly string[] Pieces =
    [
        "Calls", "café", "日本語", "👩‍👧", "مرحبا", "\u202E", "\u200F", "£5", "“so”", "'", "\"", "\"\"", ",", ";", "\n", "\r\n", "\t", "  ", "%", "=cmd|'/c calc'!A0", "=1+1", "@x", "+", "-", "\u0001", "\u001F", "\u007F",
        "<b>", "{0}", "null", "#", "2012-03-31",
    ];

    private static readonly string[] Periods =
        ["2011/12", "2012-13", "Q1 2012/13", "Q2 2012/13", "March 2013", "2013", "31 March 2012", "1 September 2012 to 30 June 2013", "29 February 2012", "4 May 2018"];

    private readonly Random random = new(seed);

    public string Indicators()
    {
        var rows = new List<string[]>
        {
            "plan|section|indicator|unit|polarity|period|numerator|denominator|value|target|target by|source|commentary|aliases|definition|frequency|breakdown|comparator|actions|recorded on|recorded by".Split('|'),
        };
        for (var number = 1; number <= random.Next(1, 6); number++)
        {
            string[] facts = [plan, Text(0), $"{number} {Text(1)}", Text(0), Pick("higher", "lower", "none", "")];
            string[] more = [List("a", "B", "ć, d"), Text(0), Text(0)];
            var actions = List([.. references]);
            foreach (var period in Periods.Where(_ => random.Next(3) == 0))
            {
                foreach (var (breakdown, comparator) in new[] { ("", ""), ("North 1", ""), ("", "England"), ("North 1", "England") }.Where(_ => random.Next(2) == 0))
                {
                    var aims = comparator.Length == 0 && random.Next(3) == 0;
                    rows.Add(
                    [
                        .. facts, period, Number(), Number(), Number(), aims ? Pick("80", "at most 11", "fewer") : "", aims ? Day() : "", Text(0), Text(0), .. more,
                        breakdown, comparator, actions, Day(), Text(0),
                    ]);
                }
            }

            for (var step = random.Next(4); step > 0; step--)
            {
                rows.Add([.. facts, "", "", "", "", Pick("80", "at least 65", "below 14", "to be confirmed"), Day(), "", Text(0), .. more, Pick("", "North 1"), "", actions, "", ""]);
            }

            if (random.Next(2) == 0)
            {
                rows.Add([.. facts, "", "", "", "", "", "", Text(0), Text(0), .. more, "", "", actions, "", ""]);
            }
        }

        return Csv(rows);
    }

    public string Progress()
    {
        var rows = new List<string[]> { "plan ref on by text field from to reason".Split(' ') };
        foreach (var reference in references)
        {
            for (var post = random.Next(5); post > 0; post--)
            {
                string[] said = [plan, reference, Pick("2012-03-31", "2012-03-31", "2012-04-30", "", Day()), Pick("", "Jo Hill", "Roe, Pat"), Text(0)];
                string[][] changes =
                [
                    ["state", Pick("not started", "in progress"), Pick("in progress", "complete"), ""],
                    ["brag", Pick("", "red"), Pick("", "Amber", "green"), ""],
                    ["due", Day(), "2013-01-31", Text(0)],
                    ["leads", List("Jo Hill", "Siân"), List("Sam", "Roe, Pat"), ""],
                ];
                string[][] made = [.. changes.Where(_ => random.Next(4) == 0)];
                var of = made.Length == 0 ? [[.. said[..4], $"Said {said[4]}", "", "", "", ""]] : made.Select(change => (string[])[.. said, .. change]).ToList();
                for (var times = random.Next(4) == 0 ? 2 : 1; times > 0; times--)
                {
                    rows.AddRange(of);
                }
            }
        }

        return Csv(rows);
    }

    public string Details()
    {
        var rows = new List<string[]> { "plan about name fact value".Split(' ') };
        Add("plan", "", ("organisation", Text(1)), ("from", "2012-04-01"), ("to", "2013-03-31"), ("version", Text(1)));
        Add("brag", "amber", ("meaning", Text(1)));
        Add("brag", "blue", ("meaning", Text(1)));
        foreach (var number in new[] { "10", "2", "5a", "R, 4" })
        {
            Add("recommendation", number, ("text", Text(1)), ("source", Text(1)), ("priority", Text(1)));
            rows.Add([plan, "recommendation", number, "", ""]);
        }

        foreach (var thing in new[] { "Zeta", "alpha, \"beta\"", "=cmd" })
        {
            Add("board", thing, ("rhythm", Text(1)), ("date", "2012-04-30"), ("date", "2012-03-31"));
            Add("issue", thing, ("title", Text(1)), ("found", Text(1)), ("planned", Text(1)), ("recommendation", "10"), ("recommendation", "2"), ("progress", Text(1)));
            Add("service", thing, ("alias", $"{thing} A"), ("alias", $"{thing} B"), ("tagged by words", Pick([.. references])));
            Add("lead", thing, ("kind", Pick("person", "Role", "board")), ("alias", $"{thing} C"), ("holder", "Hill, Jo, from 2012-04-01"), ("holder", "Roe, from 2011-04-01 to 2012-03-31, signs in as r@x.example"), ("sign-in", "a@b.example"));
        }

        rows.Add([plan, "lead", "Nobody's", "", ""]);
        rows.Add([plan, "board", "Nobody's", "", ""]);
        return Csv(rows);

        void Add(string about, string name, params (string Fact, string Value)[] facts) =>
            rows.AddRange(facts.Where(_ => random.Next(3) > 0).Select(fact => (string[])[plan, about, name, fact.Fact, fact.Value]));
    }

    private string Text(int least) => least == 0 && random.Next(2) == 0 ? "" : $"So {string.Concat(random.GetItems(Pieces, random.Next(6)))}";

    private string Number() => random.Next(3) == 0 ? "" : Pick("0", "1474", "15.10", "-0.5", "353", "9999999999999.999999", "0.000001", ".5");

    private string List(params string[] names) => string.Join("; ", names.Where(_ => random.Next(3) == 0));

    private string Day() => random.Next(3) == 0 ? "" : new DateOnly(2010, 1, 1).AddDays(random.Next(5_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private static string Csv(IEnumerable<string[]> rows) =>
        string.Concat(rows.Select(row => $"{string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\n"));
}
