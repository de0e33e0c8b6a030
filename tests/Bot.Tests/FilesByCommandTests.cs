using DocumentFormat.OpenXml.Packaging;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Reports and workbooks, written as an operator has them written.</summary>
public sealed class FilesByCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("teamsplanbot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_terminal_tells_the_command_that_writes_a_report_and_the_command_writes_it()
    {
        var told = await RunAsync("ask", "board report for Leicestershire Q4 2016/17", "--on", "2017-04-20");
        const string Command = "report --plan leicestershire-2017 --period \"Q4 2016/17\" --out\n  leicestershire-2017-board-report-q4-2016-17.docx";
        Assert.Contains(Command, told.Output, StringComparison.Ordinal);

        var file = Path.Combine(folder, "report.docx");
        var run = await RunAsync("report", "--plan", "leicestershire-2017", "--period", "Q4 2016/17", "--out", file);

        Assert.Equal((0, "Wrote the board report for Q4 2016/17 of Leicestershire children's services action plan 2017-2020 to report.docx.\n", ""), run);
        using var report = WordprocessingDocument.Open(file, isEditable: false);
        Assert.Contains("Board report: Q4 2016/17 (1 January 2017 to 31 March 2017)", report.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_written_on_a_page_and_as_a_workbook()
    {
        var page = await RunAsync("report", "--plan", "leeds-2012", "--on-a-page", "--out", Path.Combine(folder, "page.docx"));
        var sheet = await RunAsync("export", "--plan", "leeds-2012", "--out", Path.Combine(folder, "leeds.xlsx"));
        var nothing = await RunAsync("export", "--plan", "nobody", "--out", Path.Combine(folder, "nobody.xlsx"));

        Assert.Equal((0, "Wrote the plan on a page of Leeds 9 Point Plan for children and families, 2012 to page.docx.\n"), (page.Code, page.Output));
        Assert.Equal((0, "Wrote 98 actions to leeds.xlsx.\n"), (sheet.Code, sheet.Output));
        using var workbook = SpreadsheetDocument.Open(Path.Combine(folder, "leeds.xlsx"), isEditable: false);
        Assert.Single(workbook.WorkbookPart!.WorksheetParts);
        Assert.Equal((1, "There is no plan nobody. Run ask plans to see the plans' short names.\n"), (nothing.Code, nothing.Error));
        Assert.Equal(["leeds.xlsx", "page.docx"], Directory.GetFiles(folder, "*.*x").Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("leeds-2012", "Q2 2012/13", "report.pdf", "report.pdf does not end in .docx")]
    [InlineData("nobody", "Q2 2012/13", "report.docx", "There is no plan nobody.")]
    [InlineData("leeds-2012", "soon", "report.docx", "“soon” is no period. Write a period as 2012/13, Q2 2013/14,")]
    [InlineData("leeds-2012", "2098/99", "report.docx", "2098/99 has not begun")]
    public async Task A_report_that_cannot_be_is_refused_with_a_sentence(string plan, string period, string file, string sentence)
    {
        var run = await RunAsync("report", "--plan", plan, "--period", period, "--out", Path.Combine(folder, file));

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.StartsWith(sentence, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, file)));
    }

    [Fact]
    public async Task Other_files_than_csv_and_xlsx_are_not_written()
    {
        var run = await RunAsync("export", "--out", Path.Combine(folder, "plans.ods"));

        Assert.Equal((1, "plans.ods ends in neither .csv nor .xlsx, and no other files can be written. Name one of these.\n"), (run.Code, run.Error));
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => CommandRun.EndedAsync(folder, args);
}
