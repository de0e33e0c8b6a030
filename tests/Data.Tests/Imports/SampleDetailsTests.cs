using System.Globalization;

namespace TeamsPlanBot.Data.Tests.Imports;

/// <summary>What the plans say that has no column in their actions file.</summary>
public sealed class SampleDetailsTests
{
    private static readonly Dictionary<string, string[]> Facts = new()
    {
        ["plan"] = ["organisation", "from", "to", "version"],
        ["brag"] = ["meaning"],
        ["board"] = ["rhythm", "date"],
        ["recommendation"] = ["text", "source", "priority"],
        ["issue"] = ["title", "found", "planned", "recommendation", "progress"],
        ["service"] = ["alias", "tagged by words"],
        ["lead"] = ["kind", "alias", "holder", "sign-in"],
    };

    public static TheoryData<string> Plans => ["stockton-2013", "leicestershire-2017", "somerset-2018"];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Each_row_is_one_fact_of_a_kind_that_is_known(string plan)
    {
        var rows = Samples.Rows(plan, "details");

        Assert.All(rows, row => Assert.Equal(["plan", "about", "name", "fact", "value"], row.Keys));
        Assert.All(rows, row => Assert.Equal(plan, row["plan"]));
        Assert.All(rows, row => Assert.Contains(row["fact"], Facts[row["about"]]));
        Assert.All(rows, row => Assert.Equal(row["about"] == "plan", row["name"].Length == 0));
        Assert.All(rows, row => Assert.NotEqual("", row["value"]));
        Assert.Equal(rows.Count, rows.Select(row => string.Join('|', row.Values)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Dates_are_dates(string plan) => Assert.All(
        Samples.Rows(plan, "details").Where(row => row["fact"] is "from" or "to" or "date"),
        row => DateOnly.ParseExact(row["value"], "yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [MemberData(nameof(Plans))]
    public void The_services_and_their_tags_are_those_of_the_actions(string plan)
    {
        var tagged = Samples.Rows(plan, "actions")
            .SelectMany(row => row["services"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(service => (service, row["ref"])));

        Assert.Equal(tagged.Order(), Of(plan, "service", "tagged by words").Order());
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_recommendation_that_an_action_answers_is_there(string plan)
    {
        var answered = Samples.Rows(plan, "actions")
            .SelectMany(row => row["recommendations"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

        Assert.Subset(Of(plan, "recommendation", "source").Select(row => row.Name).ToHashSet(), answered.ToHashSet());
    }

    [Fact]
    public void Stockton_has_14_recommendations_in_three_bands_and_four_parts()
    {
        var bands = Of("stockton-2013", "recommendation", "priority");

        Assert.Equal("1 2 3", Numbers("for immediate improvement"));
        Assert.Equal("4 5 5a 5b 6 7", Numbers("for improvement within 3 months"));
        Assert.Equal("8 8a 8b 9 10 11 12 13 14", Numbers("for improvement within 6 months"));
        Assert.Equal(bands.Select(band => band.Name), Of("stockton-2013", "recommendation", "text").Select(text => text.Name));

        string Numbers(string band) => string.Join(' ', bands.Where(row => row.Value == band).Select(row => row.Name));
    }

    [Fact]
    public void Stockton_reports_to_every_alternate_cabinet()
    {
        Assert.Contains(("Cabinet", "2013-06-13"), Of("stockton-2013", "board", "date"));
        Assert.Contains(Of("stockton-2013", "board", "rhythm"), board => board.Name == "Cabinet" && board.Value.StartsWith("every alternate", StringComparison.Ordinal));
    }

    [Fact]
    public void Leicestershire_runs_from_2017_to_2020_and_answers_17_recommendations()
    {
        Assert.Equal([("", "2017-01-01")], Of("leicestershire-2017", "plan", "from"));
        Assert.Equal([("", "2020-12-31")], Of("leicestershire-2017", "plan", "to"));
        Assert.Equal(
            Enumerable.Range(1, 17).Select(number => ($"{number}", "Ofsted 2017")),
            Of("leicestershire-2017", "recommendation", "source"));
    }

    [Fact]
    public void Leicestershire_has_18_issues_each_tied_to_its_recommendations()
    {
        Assert.Equal(Enumerable.Range(1, 18).Select(number => $"{number}"), Of("leicestershire-2017", "issue", "title").Select(issue => issue.Name));
        Assert.Equal(18, Of("leicestershire-2017", "issue", "found").Count);
        Assert.Equal(18, Of("leicestershire-2017", "issue", "progress").Count);
        // Of the six that came up at the inspection, only one had work under way.
        Assert.Equal(13, Of("leicestershire-2017", "issue", "planned").Count);
        Assert.Equal(
            "1: 1 2 4, 2: 1, 3: 2, 4: 3, 5: 6, 6: 6, 7: 7, 8: 8, 9: 9, 10: 10, 11: 10 11 14, 12: 12, 13: 13, 14: 5, 15: 12, 16: 15, 17: 16, 18: 17",
            string.Join(", ", Of("leicestershire-2017", "issue", "recommendation").GroupBy(row => row.Name).Select(issue => $"{issue.Key}: {string.Join(' ', issue.Select(row => row.Value))}")));
    }

    [Fact]
    public void First_Response_is_a_service_with_other_names()
    {
        Assert.Equal(["FR", "front door"], Of("leicestershire-2017", "service", "alias").Where(row => row.Name == "First Response").Select(row => row.Value));
        Assert.DoesNotContain(Of("leicestershire-2017", "lead", "kind"), lead => lead.Name == "First Response");
    }

    [Fact]
    public void Somerset_is_the_final_version_of_May_2018()
    {
        Assert.Equal([("", "Somerset County Council")], Of("somerset-2018", "plan", "organisation"));
        Assert.Equal([("", "final, May 2018 (4.5.18)")], Of("somerset-2018", "plan", "version"));
        Assert.Equal([("", "2018-04-01"), ("", "2019-03-31")], [.. Of("somerset-2018", "plan", "from"), .. Of("somerset-2018", "plan", "to")]);
        Assert.Equal(13, Of("somerset-2018", "recommendation", "source").Count);
    }

    private static List<(string Name, string Value)> Of(string plan, string about, string fact) =>
        [.. Samples.Rows(plan, "details").Where(row => row["about"] == about && row["fact"] == fact).Select(row => (row["name"], row["value"]))];
}
