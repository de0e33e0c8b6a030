using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;
using TeamsPlanBot.Bot.Reports;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>What a board reads, as it reads it.</summary>
public sealed class BoardReportTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2017, 7, 20);

    private LocalTeams teams = null!;
    private RunningBot bot = null!;
    private Chat chat = null!;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        bot = await RunningBot.StartAsync(new DateOnly(2017, 5, 10), null, "--Samples:Load=false");
        chat = Chat.Personal(teams);
        await bot.ImportAsync("""
            plan,plan name,section,ref,recommendations,action,leads,due,milestones,state,brag,progress,progress on
            york-2017,York plan,1. Help,1.1,1,Answer calls,Pat Roe,2017-06-30,2017-03-31 first draft; 2017-08-31 second draft; 2017-06-30 in use,in progress,amber,Phones were bought.,2017-02-01
            york-2017,York plan,1. Help,1.2,1; 2,Answer letters,Sam Lee,2017-10-01,,in progress,green,,
            york-2017,York plan,2. Care,2.1,3,Visit homes,,2018-10-01,,not started,,,
            """);
        await bot.ImportAsync("plan,about,name,fact,value\nyork-2017,plan,,organisation,York Council\nyork-2017,brag,amber,meaning,late but with a way back\nyork-2017,recommendation,4,text,Listen to children\nyork-2017,board,Improvement Board,rhythm,quarterly\nyork-2017,board,Improvement Board,date,2017-09-12");
        await bot.ImportAsync("""
            plan,section,indicator,unit,polarity,period,numerator,denominator,value,target,commentary
            york-2017,Inputs,Contacts,contacts,none,Q1 2017/18,,,120,,Busier than before.
            york-2017,Inputs,Contacts,contacts,none,Q4 2016/17,,,100,,
            york-2017,Outputs,Re-referral rate,%,lower,Q4 2016/17,20,100,20,15,
            york-2017,Outputs,Re-referral rate,%,lower,Q1 2017/18,18,120,15,15,Fewer come back.
            york-2017,Outputs,Re-referral rate,%,lower,Q2 2017/18,5,50,10,15,Not of this period.
            york-2017,Outputs,Placement moves,moves,lower,,,,,,
            """);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task A_report_has_its_chapters_in_the_order_a_board_reads_them()
    {
        using var report = await ReportAsync();

        Assert.Equal(["York plan"], report.Styled("Title"));
        Assert.Equal(["Board report: Q1 2017/18 (1 April 2017 to 30 June 2017) · as of 20 July 2017"], report.Styled("Subtitle"));
        Assert.Equal(
            ["Summary", "What needs attention", "Progress in Q1 2017/18", "Milestones ahead", "Dates moved in Q1 2017/18", "Recommendations", "Indicators", "How to read this report"],
            report.Headings(1));
        Assert.Contains("This report tells what changed from 1 April 2017 to 30 June 2017. How things stand is as of 20 July 2017, the day it was made, which is after that period.", report.Text, StringComparison.Ordinal);
        Assert.Contains("Improvement Board: quarterly; next on 12 September 2017", report.Text, StringComparison.Ordinal);
        Assert.Contains("Amber: late but with a way back", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ratings_are_counted_in_a_table_and_in_a_chart_of_words_own_with_its_workbook()
    {
        using var report = await ReportAsync();

        Assert.Equal([["Rating", "Actions"], ["Red", "0"], ["Amber", "1"], ["Green", "1"], ["Blue", "0"], ["Not rated", "1"]], report.Under("Ratings"));
        var chart = Assert.Single(report.Main.ChartParts);
        Assert.Contains("Not rated", chart.ChartSpace.InnerText, StringComparison.Ordinal);
        using var workbook = SpreadsheetDocument.Open(chart.EmbeddedPackagePart!.GetStream(), isEditable: false);
        Assert.Equal("Chart", workbook.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name);
        Assert.Equal("Bar chart, Ratings: Red 0, amber 1, green 1, blue (complete) 0, not rated 1.", Assert.Single(report.Pictures).Description!.Value);
    }

    [Fact]
    public async Task An_exception_says_why_it_is_one_and_what_is_being_done()
    {
        await SayAsync("2.1 is red because nobody was hired");

        using var report = await ReportAsync();

        var rows = report.Under("Red, overdue or amber").Skip(1).ToList();
        Assert.Equal(["2.1 Visit homes", "1.1 Answer calls"], rows.Select(row => row[0]));
        Assert.StartsWith("Red: ", rows[0][1], StringComparison.Ordinal);
        Assert.EndsWith("\n10 May 2017: nobody was hired (Jo Bloggs)", rows[0][2], StringComparison.Ordinal);
        Assert.StartsWith("Amber: 20 days overdue", rows[1][1], StringComparison.Ordinal);
        Assert.Equal("Due 30 June 2017. Lead: Pat Roe.\n1 February 2017: Phones were bought.", rows[1][2]);
    }

    [Fact]
    public async Task Progress_is_what_was_recorded_in_the_period_and_nothing_else()
    {
        await SayAsync("mark 1.2 complete");
        await SayAsync("1.1: two workers started");

        using var report = await ReportAsync();
        using var before = await ReportAsync(Period.Quarter(2016, 3));

        Assert.Contains("Something was recorded on 2 actions: 1 completed, 1 rated anew, 0 with another date.", report.Text, StringComparison.Ordinal);
        Assert.Equal(
            [["Action", "What was recorded"], ["1.1 Answer calls", "10 May 2017, Jo Bloggs: two workers started"], ["1.2 Answer letters", "10 May 2017: State: in progress → complete\n10 May 2017: Rating: green → blue"]],
            report.Under("What was recorded"));
        Assert.Contains("Nothing was put on the record from 1 October 2016 to 31 December 2016.", before.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_was_put_off_is_told_with_its_reason()
    {
        await SayAsync("1.2 slipped to 1 December 2017 because of staffing");

        using var report = await ReportAsync();

        var row = report.Under("Put off, the furthest first")[1];
        Assert.Equal("1.2 Answer letters", row[0]);
        Assert.Contains("Slipped once, 61 days in all", row[2], StringComparison.Ordinal);
        Assert.Contains("because staffing", row[2].Replace("because of ", "because ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_due_next_stands_beside_the_dates_that_have_passed()
    {
        using var report = await ReportAsync();

        Assert.Equal([["Date", "Action", "What is due"], ["31 August 2017", "1.1", "second draft (on the way: Answer calls)"], ["1 October 2017", "1.2", "Answer letters"]], report.Under("Due by 20 October 2017"));
        Assert.Equal([["Date", "Action", "What is due"], ["31 March 2017", "1.1", "first draft (on the way: Answer calls)"]], report.Under("Dates on the way that have passed, of actions that are not complete"));
    }

    [Fact]
    public async Task Recommendations_tell_which_actions_answer_them_and_how_these_stand()
    {
        using var report = await ReportAsync();

        Assert.Equal(
            [["Recommendation", "Actions", "How they stand"], ["1", "1.1, 1.2", "Under way, 1 amber, 1 green"], ["2", "1.2", "No progress yet, 1 green"], ["3", "2.1", "No progress yet"], ["4: Listen to children", "none", "No action answers it"]],
            report.Under("Which actions answer which recommendation"));
    }

    [Fact]
    public async Task Indicators_stand_by_heading_quarter_beside_quarter_up_to_the_period_with_direction_and_commentary()
    {
        using var report = await ReportAsync();

        Assert.Equal([["Indicator", "Q4 2016/17", "Q1 2017/18", "Target", "Standing and direction"], ["Contacts", "100 contacts", "120 contacts", "–", "Rising"]], report.Under("Inputs"));
        Assert.Equal(["Re-referral rate", "20% (20 of 100)", "15% (18 of 120)", "15", "On target, improving"], report.Under("Outputs")[1]);
        Assert.Contains("Re-referral rate, Q1 2017/18: Fewer come back.", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not of this period", report.Text, StringComparison.Ordinal);
        Assert.Contains("Outputs: not measured yet\nPlacement moves", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Small_numbers_are_hidden_in_a_report_too()
    {
        await bot.ImportAsync("plan,section,indicator,unit,polarity,period,numerator,denominator,value\nyork-2017,Outputs,Children missing,children,lower,Q1 2017/18,,,3");
        bot.Stores.Masking = new Masking(5);

        using var report = await ReportAsync();

        Assert.Contains(report.Under("Outputs"), row => row[0] == "Children missing" && row.Contains("hidden, small numbers") && !row.Contains("3 children"));
    }

    [Fact]
    public async Task A_report_can_be_read_without_seeing_it()
    {
        using var report = await ReportAsync();

        Assert.Equal("Board report: York plan, Q1 2017/18 (1 April 2017 to 30 June 2017) · as of 20 July 2017", report.Title);
        Assert.Equal("en-GB", report.Language);
        Assert.Equal("en-GB", report.Main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val);
        Assert.All(report.Tables, table =>
        {
            Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.False(string.IsNullOrEmpty(table.GetFirstChild<TableProperties>()!.GetFirstChild<TableCaption>()?.Val?.Value));
        });
        Assert.All(report.Pictures, picture => Assert.False(string.IsNullOrEmpty(picture.Description?.Value)));

        // A colour stands behind a word only, never alone.
        Assert.All(report.Body.Descendants<TableCell>().Where(cell => cell.TableCellProperties?.Shading is not null), cell => Assert.True(cell.InnerText is "Red" or "Amber" or "Green" or "Blue", cell.InnerText));
        Assert.Contains("Page", Assert.Single(report.Main.FooterParts).Footer.InnerText, StringComparison.Ordinal);
        Assert.Contains("York plan", Assert.Single(report.Main.HeaderParts).Header.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_a_plan_says_stays_its_words()
    {
        const string Hostile = "<w:p/> &amp; ]]> \u0007\u001b[31m {{7*7}} =cmd|' /C calc'!A0 _x0041_ \u202Eback 😀";
        await bot.ImportAsync($"plan,plan name,section,ref,action,brag,due\nodd,\"Odd {Hostile}\",1. Help,9.1,\"Do {Hostile}\",red,2017-03-31");

        using var report = await ReportAsync(plan: "odd");
        using var page = new WordReader((await bot.Parts.GetRequiredService<PlanOnAPage>().OfAsync(Viewer.Operator, await IdAsync("odd"), Today, default))!, onAPage: true);

        Assert.Equal([], report.Errors);
        Assert.Equal([], page.Errors);
        Assert.Contains("9.1 Do <w:p/> &amp; ]]> [31m {{7*7}} =cmd|' /C calc'!A0 _x0041_ \u202Eback 😀", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_on_a_page_shows_the_worst_what_comes_next_and_what_is_measured()
    {
        using var page = new WordReader((await bot.Parts.GetRequiredService<PlanOnAPage>().OfAsync(Viewer.Operator, await IdAsync("york-2017"), Today, default))!, onAPage: true);

        Assert.Equal([], page.Errors);
        Assert.Equal(["Where it stands", "By section", "What needs attention", "Due next", "Indicators"], page.Headings(1));
        Assert.Equal(["1.1 Answer calls", "Amber: 20 days overdue, last update 5 months ago · in progress"], page.Under("What needs attention")[1]);
        Assert.Equal(PageOrientationValues.Landscape, page.Body.Descendants<PageSize>().Last().Orient!.Value);
    }

    [Fact]
    public async Task Nobody_gets_a_report_of_a_plan_they_may_not_see() =>
        Assert.Null(await bot.Parts.GetRequiredService<BoardReports>().OfAsync(new Viewer("Guest", null, IsGuest: true, "guest"), await IdAsync("york-2017"), Period.Quarter(2017, 1), Today, default));

    [Theory]
    [InlineData(2017, 4, 1, "Q4 2016/17")]
    [InlineData(2017, 6, 30, "Q4 2016/17")]
    [InlineData(2017, 7, 1, "Q1 2017/18")]
    [InlineData(2018, 1, 1, "Q3 2017/18")]
    [InlineData(2018, 3, 31, "Q3 2017/18")]
    public void A_report_is_of_the_last_quarter_that_ended(int year, int month, int day, string quarter) => Assert.Equal(quarter, Quarters.LastBefore(new DateOnly(year, month, day)).Words);

    private async Task<WordReader> ReportAsync(Period? period = null, string plan = "york-2017")
    {
        var report = await bot.Parts.GetRequiredService<BoardReports>().OfAsync(Viewer.Operator, await IdAsync(plan), period ?? Period.Quarter(2017, 1), Today, default);
        return new WordReader(report!);
    }

    private async Task<int> IdAsync(string plan) => (await bot.Parts.GetRequiredService<PlanQuestions>().ListAsync(Viewer.Operator, Today, default)).Single(known => known.Key == plan).Id;

    private async Task SayAsync(string said)
    {
        using var response = await teams.PostAsync(bot.Url, chat.Say(said));
        response.EnsureSuccessStatusCode();
    }
}
