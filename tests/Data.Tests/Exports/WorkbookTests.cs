using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using TeamsPlanBot.Data.Exports;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Questions;
using Workbook = TeamsPlanBot.Data.Exports.Workbook;

namespace TeamsPlanBot.Data.Tests.Exports;

public sealed class WorkbookTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 15)];

    [StoreFact]
    public async Task A_plan_is_a_sheet_of_its_own_with_the_columns_it_uses_and_what_says_which_plan_it_is_last()
    {
        await using var store = await StoreFile.HoldingAsync(
            "plan,plan name,section,ref,action,due,brag,risk\nleeds-2011,Leeds plan,1. Front door,1.1,Answer calls,2012-04-30,amber,high",
            "plan,action\nyork-2012,Write letters");

        using var sheets = await ExportedAsync(store);

        Assert.Equal(["Leeds plan", "york-2012"], sheets.Names);
        Assert.Equal(["Section", "Ref", "Action", "Due", "State", "BRAG", "Risk", "Plan", "Plan name"], Assert.Single(sheets.Rows("Leeds plan")).Keys);
        Assert.Equal(["'Leeds plan'!$A$1:$G$2", "'york-2012'!$A$1:$D$2"], sheets.Named("_xlnm.Print_Area"));
        Assert.Equal(["'Leeds plan'!$1:$1", "'york-2012'!$1:$1"], sheets.Named("_xlnm.Print_Titles"));
    }

    [StoreFact]
    public async Task A_sheet_can_be_filtered_keeps_its_headings_in_sight_and_is_printed_across_the_page()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,A\np,1.2,B");

        using var sheets = await ExportedAsync(store);

        var sheet = sheets.Sheet();
        Assert.StartsWith("A1:", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value, StringComparison.Ordinal);
        Assert.Equal((PaneStateValues.Frozen, 1d), (sheet.Descendants<Pane>().Single().State!.Value, sheet.Descendants<Pane>().Single().VerticalSplit!.Value));
        Assert.Equal(OrientationValues.Landscape, sheet.GetFirstChild<PageSetup>()!.Orientation!.Value);
        Assert.All(sheet.Descendants<Cell>(), cell => Assert.True(sheets.FormatOf(cell).Alignment!.WrapText!.Value));
        Assert.All(sheet.Descendants<Column>(), column => Assert.True(column.Width!.Value >= 7));
    }

    [StoreFact]
    public async Task Dates_are_days_a_spreadsheet_can_reckon_with()
    {
        await using var store = await StoreFile.HoldingAsync("plan,base date,ref,action,due,progress,progress on\np,2011-06-01,1.1,A,2012-02-29,Begun.,2012-01-31");

        using var sheets = await ExportedAsync(store);

        var row = Assert.Single(sheets.Rows());
        Assert.Equal((new(2012, 2, 29), new(2012, 1, 31), new(2011, 6, 1)), (SheetReader.Day(row["Due"]), SheetReader.Day(row["Progress on"]), SheetReader.Day(row["Base date"])));
    }

    [StoreFact]
    public async Task A_rating_is_a_word_on_its_colour()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,brag\np,1,A,red\np,2,B,amber\np,3,C,green\np,4,D,blue\np,5,E,");

        using var sheets = await ExportedAsync(store);

        var ratings = sheets.Rows().Select(row => row["BRAG"]).ToList();
        Assert.Equal(["Red", "Amber", "Green", "Blue", ""], ratings.Select(cell => cell.InnerText));
        Assert.Equal(["FFFFC7CE", "FFFFE699", "FFC6E0B4", "FFBDD7EE", null], ratings.Select(sheets.Fill));
    }

    [StoreTheory]
    [InlineData("=HYPERLINK(\"http://x.example\",\"press me\")", "=HYPERLINK(\"http://x.example\",\"press me\")", true)]
    [InlineData("+44 1234 is called", "+44 1234 is called", true)]
    [InlineData("-1 is what it says", "-1 is what it says", true)]
    [InlineData("@SUM(A1)", "@SUM(A1)", true)]
    [InlineData("<b>&amp; \"quotes\" ]]></b>", "<b>&amp; \"quotes\" ]]></b>", false)]
    [InlineData("bell\u0007 and escape\u001b[31m", "bell and escape[31m", false)]
    [InlineData("_x0041_ is no letter", "_x005F_x0041_ is no letter", false)]
    public async Task Whatever_is_written_in_a_plan_stays_a_text(string written, string shown, bool isQuoted)
    {
        await using var file = new MemoryStream();
        using (var workbook = new Workbook(file))
        {
            workbook.Add("Plan", [new SheetColumn("Action", CellKind.Words, 40)], [[written]]);
            workbook.Finish();
        }

        using var sheets = new SheetReader(file);

        var cell = Assert.Single(sheets.Rows())["Action"];
        Assert.Equal((CellValues.InlineString, shown, null), (cell.DataType!.Value, cell.InnerText, cell.CellFormula));
        Assert.Equal(isQuoted, sheets.FormatOf(cell).QuotePrefix?.Value ?? false);
    }

    [Fact]
    public async Task Half_a_letter_is_left_out_and_a_whole_one_of_two_halves_is_not()
    {
        await using var file = new MemoryStream();
        using (var workbook = new Workbook(file))
        {
            workbook.Add("Plan", [new SheetColumn("Action", CellKind.Words, 40)], [["half \ud800 a pair, \U0001F600 a whole one"]]);
            workbook.Finish();
        }

        using var sheets = new SheetReader(file);

        Assert.Equal("half  a pair, \U0001F600 a whole one", Assert.Single(sheets.Rows())["Action"].InnerText);
    }

    [Fact]
    public async Task A_cell_holds_no_more_than_a_spreadsheet_can_and_says_so()
    {
        await using var file = new MemoryStream();
        using (var workbook = new Workbook(file))
        {
            workbook.Add("Plan", [new SheetColumn("Action", CellKind.Words, 40)], [[new string('x', 40_000)]]);
            workbook.Finish();
        }

        using var sheets = new SheetReader(file);

        var text = Assert.Single(sheets.Rows())["Action"].InnerText;
        Assert.True(text.Length <= 32_767);
        Assert.EndsWith("… (cut: a cell holds no more)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheets_get_names_that_a_spreadsheet_takes()
    {
        using var file = new MemoryStream();
        using (var workbook = new Workbook(file))
        {
            foreach (var name in new[] { "[Plan]: 2012/13?", "History", "'", "Stockton-on-Tees child protection action plan 2013", "Stockton-on-Tees child protection action plan 2014", "plan" })
            {
                workbook.Add(name, [new SheetColumn("Action", CellKind.Words, 40)], [["A"]]);
            }

            workbook.Finish();
        }

        using var sheets = new SheetReader(file);

        Assert.Equal(["Plan   2012 13", "Plan", "Plan (2)", "Stockton-on-Tees child", "Stockton-on-Tees child (2)", "plan (3)"], sheets.Names);
    }

    [StoreTheory]
    [InlineData("leeds-2012")]
    [InlineData("leicester-2012")]
    [InlineData("leicestershire-2017")]
    [InlineData("somerset-2018")]
    [InlineData("stockton-2013")]
    public async Task A_sample_comes_back_from_its_workbook(string sample) => await ComesBackAsync(Samples.Read(sample));

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_generated_plan_comes_back_from_its_workbook(int seed) => await ComesBackAsync(GeneratedPlan.Csv(seed));

    [StoreFact]
    public async Task Indicators_have_numbers_and_what_is_masked_is_left_out()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,Answer calls");
        await store.TakeAsync("plan,indicator,unit,polarity,period,numerator,denominator,value\np,Children missing,children,lower,2012/13,,,3\np,Re-referrals,%,lower,2012/13,353,2336,15.1");
        store.Stores.Masking = new Masking(5);

        using var sheets = await ExportedAsync(store, FileKind.Indicators);

        var rows = sheets.Rows();
        Assert.Equal(["Children missing", "Re-referrals"], rows.Select(row => row["Indicator"].InnerText));
        Assert.Equal("", rows[0]["Value"].InnerText);
        Assert.Equal(("353", "2336", "15.1"), (rows[1]["Numerator"].CellValue!.Text, rows[1]["Denominator"].CellValue!.Text, rows[1]["Value"].CellValue!.Text));
    }

    [StoreFact]
    public async Task Progress_is_written_with_its_days()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,progress,progress on\np,1.1,A,Begun.,2012-01-31");

        using var sheets = await ExportedAsync(store, FileKind.Progress);

        var row = Assert.Single(sheets.Rows());
        Assert.Equal(("1.1", "Begun.", new DateOnly(2012, 1, 31)), (row["Ref"].InnerText, row["Text"].InnerText, SheetReader.Day(row["On"])));
    }

    [StoreFact]
    public async Task Some_actions_are_written_in_the_order_of_their_list_and_none_that_the_viewer_may_not_see()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,A\np,1.2,B\np,1.3,C");
        var ids = (await new ActionQuestions(store.Stores).ListAsync(Viewer.Operator, new ActionQuestion(), 0, 10, default)).Items.ToDictionary(item => item.Ref, item => item.Id);
        await using var file = new MemoryStream();
        await using var none = new MemoryStream();

        Assert.Equal(2, await Writer(store).WriteAsync(file, "Overdue actions: all", Viewer.Operator, [ids["1.3"], ids["1.1"], -7], default));
        Assert.Equal(0, await Writer(store).WriteAsync(none, "Overdue", new Viewer("Sam", null, IsGuest: true, "guest"), [ids["1.3"]], default));

        using var sheets = new SheetReader(file);
        Assert.Equal(["Overdue actions  all"], sheets.Names);
        Assert.Equal(["1.3", "1.1"], sheets.Rows().Select(row => row["Ref"].InnerText));
    }

    [Fact]
    public void A_hundred_thousand_rows_take_little_memory()
    {
        using var file = new CountingStream();
        SheetColumn[] columns = [.. Enumerable.Range(1, 20).Select(n => new SheetColumn($"Column {n}", CellKind.Words, 20))];
        string[] row = [.. Enumerable.Range(1, 20).Select(n => $"Some words about {n}, as long as those of plans often are")];
        GC.Collect();
        var (before, most) = (GC.GetTotalMemory(forceFullCollection: true), 0L);

        using (var workbook = new Workbook(file))
        {
            workbook.Add("Plan", columns, Enumerable.Range(0, 100_000).Select(n =>
            {
                most = n % 10_000 == 9_999 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)) : most;
                return row;
            }));
            workbook.Finish();
        }

        Assert.True(file.Length > 1_000_000);
        Assert.True(most - before < 30_000_000, $"It held {most - before:N0} bytes.");
    }

    private static WorkbookWriter Writer(StoreFile store) => new(
        new PlanQuestions(store.Stores), new ActionsCsvWriter(store.Stores), new IndicatorsCsvWriter(store.Stores), new ProgressCsvWriter(store.Stores), new DetailsCsvWriter(store.Stores));

    private static async Task<SheetReader> ExportedAsync(StoreFile store, FileKind what = FileKind.Actions)
    {
        var file = new MemoryStream();
        Assert.True(await Writer(store).WriteAsync(file, what, Viewer.Operator, _ => true, default) > 0);
        return new SheetReader(file);
    }

    // The sheets are read as somebody would who types them off into the canonical file.
    private static async Task ComesBackAsync(string plan)
    {
        await using var first = await StoreFile.HoldingAsync(plan);
        using var sheets = await ExportedAsync(first);
        var versions = sheets.Names.Select(name => sheets.Rows(name)).Select(rows => string.Join('\n', rows.Select(row => row.Values.Select(Typed)).Prepend(rows[0].Keys).Select(cells => string.Join(',', cells.Select(Csv)))));

        await using var second = await StoreFile.HoldingAsync([.. versions]);

        Assert.Equal(OneBreak(await first.ExportAsync()), OneBreak(await second.ExportAsync()));
    }

    // A cell of a workbook knows one kind of line break.
    private static string OneBreak(string csv) => csv.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string Typed(Cell cell) => cell.DataType is null && cell.CellValue is not null ? SheetReader.Day(cell).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell.InnerText;

    private static string Csv(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed class CountingStream : Stream
    {
        private long length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => length;

        public override long Position { get => length; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => length += count;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
