using System.Globalization;
using System.Text;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Data.Documents;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Naming;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Timescales;

namespace TeamsPlanBot.Bot.Documents;

/// <summary>What a person should see of a document before its actions are stored.</summary>
internal sealed record ImportPreview(
    string Counts,
    IReadOnlyList<string> FirstRows,
    IReadOnlyDictionary<string, string> Columns,
    IReadOnlyList<string> NotUnderstood,
    IReadOnlyList<string> NeedDates,
    IReadOnlyList<string> Past,
    IReadOnlyList<string> Spellings,
    int WithoutRating)
{
    private const int MostShown = 5;
    private const int MostOfAKind = 15;
    private const int MostLeadsCompared = 400;
    private const int LongestTitle = 90;

    public static ImportPreview Of(PlanDocument plan, DateOnly? today = null)
    {
        var on = today ?? London.Today(TimeProvider.System);
        var (needDates, past) = (new List<string>(), new List<string>());
        var undated = 0;
        foreach (var row in plan.Rows)
        {
            var read = Timescale.Read(row.Timescale, plan.BaseDate);
            var due = row.Due ?? read.Due;
            if (due is { } day && day < on && row.State != ActionState.Complete && row.Brag != Brag.Blue)
            {
                past.Add($"{Called(row)}: {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}");
            }
            else if (due is null && read.Kind == TimescaleKind.NeedsDate)
            {
                needDates.Add($"{Sentence(row.Place)}: “{CsvRow.InShort(row.Timescale!.Replace('\n', ' '), 60)}”");
            }

            undated += row.Timescale is null && row.Due is null && !row.IsPart ? 1 : 0;
        }

        var parts = plan.Rows.Count(row => row.IsPart);
        var sections = plan.Rows.Select(row => row.Section).Where(section => section is not null).Distinct().Count();
        var leads = plan.Rows.SelectMany(row => row.Leads).Distinct(StringComparer.Ordinal).ToList();
        var counts = $"{Wording.Count(plan.Rows.Count - parts, "action")}{(parts > 0 ? $" and {Wording.Count(parts, "part")} of them" : "")} in {Wording.Count(Math.Max(1, sections), "section")}, "
            + $"{Wording.Count(leads.Count, "lead")}; {Wording.Count(plan.Rows.Count(row => row.Leads.Count == 0 && !row.IsPart), "action")} without a lead, {undated:N0} without a timescale."
            + (plan.BaseDate is { } counted ? $" Times such as “within 3 months” count from {counted.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}." : "");
        return new ImportPreview(
            counts,
            [.. plan.Rows.Take(MostShown).Select(row => Shown(row, plan.BaseDate))],
            plan.Columns.ToDictionary(column => column.Heading, column => Meaning(column.Meaning)),
            [.. plan.Remarks.Select(remark => remark.ToString())],
            needDates,
            past,
            Alike(leads),
            plan.Rows.Count(row => row.Brag is null && !row.IsPart));
    }

    /// <summary>All of it, for the terminal.</summary>
    public string InText()
    {
        var text = new StringBuilder();
        text.AppendLine(Counts);
        Add("As they would be stored", FirstRows, MostShown);
        Add("Columns (change one with --map \"Heading=column\")", [.. Columns.Select(column => $"{column.Key} → {column.Value}")], 40);
        Add("Not understood", NotUnderstood, 100);
        Add("Dates that need a person", NeedDates, MostOfAKind);
        Add("Due already", Past, MostOfAKind);
        Add("Perhaps one person, spelt in two ways", Spellings, MostOfAKind);
        if (WithoutRating > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Wording.Count(WithoutRating, "action")} without a rating.");
        }

        return text.ToString().TrimEnd();

        void Add(string heading, IReadOnlyList<string> lines, int most)
        {
            if (lines.Count == 0)
            {
                return;
            }

            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{heading}:");
            foreach (var line in lines.Take(most))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {line}");
            }

            if (lines.Count > most)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  and {lines.Count - most:N0} more");
            }
        }
    }

    /// <summary>What to look at, once it is stored.</summary>
    public string InShort() =>
        NotUnderstood.Count + NeedDates.Count + Spellings.Count == 0
            ? Counts
            : $"{Counts} To look at: {Wording.Count(NotUnderstood.Count, "remark")}, {Wording.Count(NeedDates.Count, "date")} that need a person, {Wording.Count(Spellings.Count, "spelling")} to compare; --dry-run shows them.";

    private static string Shown(PlanRow row, DateOnly? baseDate)
    {
        var due = row.Due ?? Timescale.Read(row.Timescale, baseDate).Due;
        var facts = new[]
        {
            row.Section,
            row.Leads.Count > 0 ? string.Join(" and ", row.Leads) : "no lead",
            due is { } on ? $"due {on.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : "no due date",
            row.Timescale is { } words ? $"“{CsvRow.InShort(words.Replace('\n', ' '), 60)}”" : null,
            row.Recommendations.Count > 0 ? $"recommendation {string.Join(", ", row.Recommendations)}" : null,
            row.Brag?.Word(),
        };
        return $"{Called(row)} — {string.Join("; ", facts.OfType<string>())}";
    }

    private static string Called(PlanRow row) => $"{(row.Ref is { } reference ? reference + " " : "")}{CsvRow.InShort(row.Title.Replace('\n', ' '), LongestTitle)}";

    private static string Sentence(string place) => $"{char.ToUpperInvariant(place[0])}{place[1..]}";

    private static string Meaning(ColumnMeaning meaning) => meaning switch
    {
        ColumnMeaning.Note => "note",
        ColumnMeaning.Steps => "steps",
        ColumnMeaning.ProgressOn => "progress on",
        ColumnMeaning.SectionLead => "section lead",
        ColumnMeaning.SectionOutcomes => "section outcomes",
        _ => meaning.ToString().ToLowerInvariant(),
    };

    private static List<string> Alike(List<string> leads)
    {
        var alike = new List<string>();
        var compared = leads.Take(MostLeadsCompared).ToList();
        for (var one = 0; one < compared.Count; one++)
        {
            for (var other = one + 1; other < compared.Count; other++)
            {
                if (NearNames.Of(compared[one], compared[other]) is not null)
                {
                    alike.Add($"{compared[one]} and {compared[other]}");
                }
            }
        }

        return alike;
    }
}
