using System.Globalization;
using System.Text.RegularExpressions;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed partial class SampleIndicatorsTests
{
    private static readonly string[] Columns =
        ["plan", "plan name", "section", "indicator", "unit", "polarity", "period", "numerator", "denominator", "value", "target", "target by", "source", "commentary", "aliases"];

    private static readonly string[] FurtherColumns =
        ["definition", "frequency", "numerator label", "denominator label", "breakdown", "comparator", "recorded on", "recorded by", "actions"];

    private static readonly string[] Polarities = ["higher", "lower", "none"];

    private static readonly string[] SaidOnce =
        ["section", "unit", "polarity", "aliases", "definition", "frequency", "numerator label", "denominator label", "actions"];

    public static TheoryData<string> Plans => ["stockton-2013", "leicestershire-2017", "somerset-2018"];

    [Theory]
    [MemberData(nameof(Plans))]
    public void The_headings_are_those_of_the_canonical_file(string plan)
    {
        var rows = Rows(plan);

        Assert.Equal(Columns, rows[0].Keys.Take(Columns.Length));
        Assert.Equal(FurtherColumns.Where(column => rows.Exists(row => Cell(row, column).Length > 0)), rows[0].Keys.Skip(Columns.Length));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Each_cell_is_of_its_kind(string plan)
    {
        Assert.All(Rows(plan), row =>
        {
            Assert.Equal((plan, Samples.Rows(plan, "actions")[0]["plan name"]), (row["plan"], row["plan name"]));
            Assert.NotEqual("", row["section"]);
            Assert.NotEqual("", row["indicator"]);
            Assert.Contains(row["polarity"], Polarities);
            Assert.Matches(Period(), row["period"]);
            Assert.Matches(Number(), row["numerator"]);
            Assert.Matches(Number(), row["denominator"]);
            Assert.Matches(Number(), row["value"]);
            Assert.Matches(Target(), row["target"]);
            Assert.Matches(Day(), row["target by"]);
            Assert.Equal(row["period"].Length > 0, row["value"].Length > 0);
            Assert.True(row["value"].Length > 0 || row["commentary"].Length == 0, $"{row["indicator"]} has a commentary, but no figure that it is about.");
            Assert.True(row["value"].Length == 0 || row["target"].Length == 0, $"{row["indicator"]} has a target beside a value.");
        });
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void What_is_said_of_an_indicator_is_the_same_in_all_its_rows(string plan) => Assert.All(
        Rows(plan).GroupBy(row => row["indicator"]),
        indicator => Assert.Single(indicator.Select(row => string.Join('|', SaidOnce.Select(column => Cell(row, column)))).Distinct()));

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_period_of_an_indicator_stands_once(string plan) => Assert.All(
        Rows(plan).Where(row => row["value"].Length > 0).GroupBy(row => (row["indicator"], row["period"], Cell(row, "breakdown"), Cell(row, "comparator"))),
        period => Assert.Single(period));

    [Theory]
    [MemberData(nameof(Plans))]
    public void Indicators_measure_actions_that_are_in_the_plan(string plan) => Assert.Subset(
        Samples.Rows(plan, "actions").Select(row => row["ref"]).ToHashSet(),
        Rows(plan).SelectMany(row => Cell(row, "actions").Split("; ", StringSplitOptions.RemoveEmptyEntries)).ToHashSet());

    [Theory]
    [InlineData("leicestershire-2017", "Time in care before a permanency decision", "2.5; 3.1; 3.7")]
    [InlineData("somerset-2018", "Children over 2.5 years in care in long term placements", "2.2; 2.4; 2.5; 4.1")]
    [InlineData("stockton-2013", "Timeliness of core assessments", "2.1; 2.2; 2.3; 2.4")]
    public void An_indicator_names_the_actions_it_measures(string plan, string indicator, string actions) =>
        Assert.All(Rows(plan).Where(row => row["indicator"] == indicator), row => Assert.Equal(actions, row["actions"]));

    [Theory]
    [InlineData("Contacts", "6859")]
    [InlineData("Contacts that become referrals", "2336")]
    [InlineData("Contacts with an active CAF", "181 of 6859: 5.0%")]
    [InlineData("Closed and logged contacts", "3651 of 6859: 53.2%")]
    [InlineData("Timeliness of initial assessments", "943 of 2201: 42.8%")]
    [InlineData("Timeliness of core assessments", "676 of 1247: 54.2%")]
    [InlineData("Timeliness of initial child protection conferences", "58.2%")]
    [InlineData("Care applications per 10,000 children", "24.8")]
    [InlineData("Children in need", "1617")]
    [InlineData("Children on child protection plans", "359")]
    [InlineData("Looked-after children", "371")]
    [InlineData("Re-referral rate", "353 of 2336: 15.1%")]
    [InlineData("Second or subsequent child protection plans", "24 of 404: 5.9%")]
    [InlineData("Child protection plans of two years or more", "9 of 306: 2.9%")]
    [InlineData("Care leavers in suitable accommodation", "29 of 31: 93.5%")]
    public void Stockton_2012_13(string indicator, string figure)
    {
        var row = Assert.Single(Rows("stockton-2013"), row => row["indicator"] == indicator && row["period"] == "2012/13");

        Assert.Equal(figure, Figure(row));
        Assert.NotEqual("", row["source"]);
    }

    [Theory]
    [InlineData("Re-referral rate", "18%")]
    [InlineData("Child protection plans of two years or more", "4.2%")]
    [InlineData("Care applications per 10,000 children", "21.5")]
    [InlineData("Permanency when care has ceased", "59%")]
    public void Stockton_the_year_before(string indicator, string figure) =>
        Assert.Equal(figure, Figure(Assert.Single(Rows("stockton-2013"), row => row["indicator"] == indicator && row["period"] == "2011/12")));

    [Fact]
    public void Stockton_says_how_children_left_care() => Assert.Equal(
        ["Adoption: 16: 12.4%", "Residence Order: 28: 21.7%", "Special Guardianship: 21: 16.3%", "Returned Home: 64: 49.6%"],
        Rows("stockton-2013").Where(row => row["indicator"] == "Permanency when care has ceased" && row["period"] == "2012/13").Select(row => $"{row["breakdown"]}: {Figure(row)}"));

    [Theory]
    [InlineData("3 September 2012", "North 1 19.9, North 2 31.1, North 3 31.1, South 1 26.3, South 2 29.3, South 3 23.1")]
    [InlineData("20 February 2013", "North 1 24.9, North 2 33.2, North 3 33.2, South 1 35.7, South 2 33.6, South 3 32.3, North East lowest 21, North East highest 32, Optimum 25")]
    public void Stockton_caseloads(string day, string caseloads) => Assert.Equal(
        caseloads,
        string.Join(", ", Rows("stockton-2013").Where(row => row["indicator"] == "Average social worker caseload" && row["period"] == day).Select(row => $"{row["breakdown"]}{row["comparator"]} {row["value"]}")));

    [Theory]
    [InlineData("higher", "Care leavers in suitable accommodation")]
    [InlineData("higher", "Timeliness of initial child protection conferences")]
    [InlineData("lower", "Re-referral rate")]
    [InlineData("lower", "Average social worker caseload")]
    [InlineData("none", "Contacts")]
    [InlineData("none", "Looked-after children")]
    [InlineData("none", "Care applications per 10,000 children")]
    public void Stockton_polarity(string polarity, string indicator) =>
        Assert.Equal(polarity, Rows("stockton-2013").First(row => row["indicator"] == indicator)["polarity"]);

    [Fact]
    public void Stockton_has_targets_only_where_the_plan_gives_any() => Assert.Equal(
        [
            "Timeliness of initial assessments: to be confirmed",
            "Timeliness of core assessments: to be confirmed",
            "Care leavers in suitable accommodation: 100",
            "Children not seen in their assessment: 0",
            "Domestic abuse referrals with no further action: fewer",
        ],
        Targets("stockton-2013"));

    [Fact]
    public void Leicestershire_has_13_success_measures()
    {
        var measures = Rows("leicestershire-2017");

        Assert.Equal(13, measures.Select(row => row["indicator"]).Distinct().Count());
        Assert.Equal(
            [
                "School age children with specialist emotional wellbeing support: increased",
                "Repeat child protection plans: lower than the year before",
                "Time on a child protection plan: lower than the year before",
                "Time in care before a permanency decision: lower than the year before",
                "Post adoption support packages: higher than the year before",
                "Support packages offered to birth parents: higher than the year before",
                "Care leavers and children in care in education, employment or training: higher than the year before",
                "Timeliness from contact to completed assessment: improved",
            ],
            Targets("leicestershire-2017"));
        Assert.All(measures, row => Assert.Equal(row["target"].StartsWith("lower", StringComparison.Ordinal) ? "lower" : "higher", row["polarity"]));
    }

    [Fact]
    public void Somerset_has_targets_in_steps_and_relative_ones()
    {
        var targets = Targets("somerset-2018");

        Assert.Equal(
            ["80 by 2018-06-30", "90 by 2018-12-31", "95 by 2019-03-31"],
            targets.Where(target => target.StartsWith("Initial health", StringComparison.Ordinal)).Select(target => target.Split(": ")[1]));
        Assert.Contains("Permanent social work staff: 90 by 2019-04-30", targets);
        Assert.Contains("Children with more than 3 placements in 12: at most 11 by 2019-03-31", targets);
        Assert.Contains("Children over 2.5 years in care in long term placements: at least 65", targets);
        Assert.Contains("Social worker turnover: below 14", targets);
        Assert.Contains("Children who go missing more than once: fewer", targets);
        Assert.Contains("Families of children over 4 offered advocacy in child protection: 100", targets);
        Assert.Contains("Placements more than 20 miles outside Somerset: at most 12", targets);
        Assert.Contains("Children in residential care: in line with Good authorities", targets);
    }

    [Fact]
    public void Somerset_compares_only_with_names_that_have_a_figure()
    {
        var rows = Rows("somerset-2018");

        Assert.Equal(
            ["National average 14", "Good authorities 11", "Statistical neighbours 12"],
            rows.Where(row => row["comparator"].Length > 0).Select(row => $"{row["comparator"]} {row["value"]}"));
        Assert.All(
            rows.Where(row => row["target"].StartsWith("in line with ", StringComparison.Ordinal)),
            target => Assert.Contains(rows, row => row["indicator"] == target["indicator"] && row["comparator"] == target["target"]["in line with ".Length..]));
    }

    [Fact]
    public void Somerset_files_each_indicator_under_a_section_of_the_plan() => Assert.Subset(
        Samples.Rows("somerset-2018", "actions").Select(row => row["section"]).ToHashSet(),
        Rows("somerset-2018").Select(row => row["section"]).ToHashSet());

    private static List<Dictionary<string, string>> Rows(string plan) => Samples.Rows(plan, "indicators");

    private static List<string> Targets(string plan) =>
        [.. Rows(plan).Where(row => row["target"].Length > 0).Select(row => $"{row["indicator"]}: {row["target"]}{(row["target by"].Length > 0 ? " by " : "")}{row["target by"]}")];

    private static string Cell(Dictionary<string, string> row, string column) => row.GetValueOrDefault(column, "");

    private static string Figure(Dictionary<string, string> row)
    {
        var unit = row["unit"] == "%" ? "%" : "";
        var count = row["denominator"].Length > 0 ? $"{row["numerator"]} of {row["denominator"]}: " : row["numerator"].Length > 0 ? $"{row["numerator"]}: " : "";
        return string.Create(CultureInfo.InvariantCulture, $"{count}{row["value"]}{unit}");
    }

    [GeneratedRegex(@"^$|^\d{4}/\d{2}$|^Q[1-4] \d{4}/\d{2}$|^(\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}$|^\d{4}$")]
    private static partial Regex Period();

    [GeneratedRegex(@"^(\d+(\.\d+)?)?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^$|^\d+$|^(at most|at least|below|above) \d+$|^(lower|higher) than the year before$|^in line with \S|^to be confirmed$|^(fewer|increased|improved)$")]
    private static partial Regex Target();

    [GeneratedRegex(@"^$|^\d{4}-\d{2}-\d{2}$")]
    private static partial Regex Day();
}
