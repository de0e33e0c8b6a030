using System.Text;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class ReadingTests
{
    [Fact]
    public async Task Columns_may_stand_in_any_order_and_letter_case()
    {
        await using var store = await StoreFile.HoldingAsync("""
            BRAG,Leads,Action,REF,Section, Due ,Plan
            Amber,Jo Hill,Answer calls,1.1,1. Front door,2012-03-31,leeds-2011
            """);

        var calls = await store.FindAsync("1.1");

        Assert.Equal(("leeds-2011", "Answer calls"), (calls.Line.Plan, calls.Line.Title));
        Assert.Equal("1. Front door", calls.Section);
        Assert.Equal((Brag.Amber, new DateOnly(2012, 3, 31)), (calls.Line.Brag, calls.Line.Due));
        Assert.Equal(["Jo Hill"], calls.Line.Leads);
    }

    [Fact]
    public async Task Words_for_state_and_rating_may_stand_in_any_letter_case()
    {
        await using var store = await StoreFile.HoldingAsync("""
            plan,ref,action,state,brag
            leeds-2011,1,Not begun,Not Started,RED
            leeds-2011,2,Under way,IN PROGRESS,Green
            leeds-2011,3,Finished,Complete,Blue
            """);

        Assert.Equal("1", await store.RefsAsync(new ActionQuestion { State = StateAsked.NotStarted, Brags = [Brag.Red] }));
        Assert.Equal("2", await store.RefsAsync(new ActionQuestion { State = StateAsked.InProgress, Brags = [Brag.Green] }));
        Assert.Equal("3", await store.RefsAsync(new ActionQuestion { State = StateAsked.Complete, Brags = [Brag.Blue] }));
    }

    [Fact]
    public async Task Blue_without_a_state_is_complete_and_complete_without_a_rating_is_blue()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,state,brag\nleeds-2011,1,Embedded,,blue\nleeds-2011,2,Finished,complete,");

        Assert.Equal("1 2", await store.RefsAsync(new ActionQuestion { State = StateAsked.Complete, Brags = [Brag.Blue] }));
    }

    [Fact]
    public async Task Unknown_columns_are_kept_as_notes_and_exported_again()
    {
        await using var store = await StoreFile.HoldingAsync("""
            plan,ref,Risk,action,Cost (£)
            leeds-2011,1.1,"high; see ""A"" first",Answer calls,"1,200"
            leeds-2011,1.2,,Write letters,
            """);

        var lines = (await store.ExportAsync()).Split('\n');

        Assert.EndsWith(",progress,progress on,cost (£),risk", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",\"1,200\",\"high; see \"\"A\"\" first\"", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",,", lines[2], StringComparison.Ordinal);
        Assert.Equal("1.1", await store.RefsAsync(new ActionQuestion { Words = "1,200" }));
    }

    [Fact]
    public async Task Lists_are_split_at_semicolons_and_keep_their_order()
    {
        await using var store = await StoreFile.HoldingAsync("""
            plan,ref,action,leads,services,recommendations
            leeds-2011,1.1,Answer calls,"Roe, Pat ;Jo Hill;; Jo Hill; ",First Response;Early Help,17; 4;6
            """);

        var calls = await store.FindAsync("1.1");

        Assert.Equal(["Roe, Pat", "Jo Hill"], calls.Line.Leads);
        Assert.Equal(["First Response", "Early Help"], calls.Line.Services);
        Assert.Equal(["17", "4", "6"], calls.Recommendations);
    }

    [Theory]
    [InlineData("plan,action,leads\nleeds-2011,Answer calls,A; B; C; D; E; F; G; H")]
    [InlineData("plan,action,leads\nleeds-2011,Answer calls,A; B; C\nleeds-2011,Write letters,A; B; C")]
    [InlineData("plan,action,outcome\nleeds-2011,Answer calls,a | b | c | d\nleeds-2011,Write letters,a | b | c | d")]
    [InlineData("plan,action,outcome\nleeds-2011,Answer calls,\"a\tb\tc\td\te\"")]
    public async Task What_stands_in_the_cells_never_changes_that_commas_separate_them(string csv)
    {
        await using var store = await StoreFile.HoldingAsync(csv);

        Assert.Equal("Answer calls", (await store.FindAsync("1.1")).Line.Title);
    }

    [Fact]
    public async Task A_file_of_one_column_may_hold_semicolons()
    {
        await using var store = await StoreFile.CreateAsync();

        var outcome = await store.ImportAsync("action\nReview; revise; renew\nRead; learn; teach\n", new("leeds-2011"));

        Assert.Empty(outcome.Problems);
        Assert.Equal("Review; revise; renew", (await store.FindAsync("1.1")).Line.Title);
    }

    [Theory]
    [InlineData("plan;ref;action\nleeds-2011;1.1;Answer calls\n")]
    [InlineData("plan\tref\taction\nleeds-2011\t1.1\tAnswer calls\n")]
    public async Task A_file_without_commas_is_told_that_it_needs_them(string text)
    {
        await using var store = await StoreFile.CreateAsync();
        var problem = Assert.Single((await store.ImportAsync(text)).Problems);
        Assert.Equal("Row 1: The cells are not separated by commas; save the file as CSV with commas.", problem.ToString());
    }

    [Fact]
    public async Task Milestones_are_dates_with_words()
    {
        await using var store = await StoreFile.HoldingAsync("""
            plan,ref,action,due,milestones
            leeds-2011,1.1,Answer calls,2012-06-30,"2012-06-30 in use, everywhere;2012-03-31 first draft; 2012-04-30"
            """);

        Assert.Equal(
            [(new DateOnly(2012, 3, 31), "first draft"), (new DateOnly(2012, 4, 30), ""), (new DateOnly(2012, 6, 30), "in use, everywhere")],
            (await store.FindAsync("1.1")).Milestones.Select(milestone => (milestone.On, milestone.Words)));
    }

    [Fact]
    public async Task Line_breaks_inside_quotation_marks_belong_to_the_cell()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,outcome\r\nleeds-2011,1.1,\"Answer\ncalls\",\"First.\r\n\r\nSecond.\"\r\nleeds-2011,1.2,Write letters,\r\n");

        var calls = await store.FindAsync("1.1");

        Assert.Equal(("Answer\ncalls", "First.\r\n\r\nSecond."), (calls.Line.Title, calls.Outcome));
        Assert.Equal("Write letters", (await store.FindAsync("1.2")).Line.Title);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_heading()
    {
        await using var store = await StoreFile.CreateAsync();

        var outcome = await store.ImportAsync([.. Encoding.UTF8.Preamble, .. "plan,action\nleeds-2011,Answer calls"u8]);

        Assert.Empty(outcome.Problems);
        Assert.Equal("leeds-2011", Assert.Single(outcome.Plans).Key);
    }

    [Fact]
    public async Task Empty_lines_and_lines_of_commas_are_passed_over()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\n\nleeds-2011,1.1,Answer calls\n,,\n  , ,\n\nleeds-2011,1.2,Write letters\n\n\n");

        Assert.Equal("1.1 1.2", await store.RefsAsync(new ActionQuestion()));
    }

    [Fact]
    public async Task A_row_may_have_fewer_cells_than_there_are_headings()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,leads,due\nleeds-2011,1.1,Answer calls");

        Assert.Equal("1.1", await store.RefsAsync(new ActionQuestion { NoLead = true, NoDate = true }));
    }

    [Fact]
    public async Task Spaces_around_a_cell_are_no_part_of_it()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,state\n leeds-2011 , 1.1 ,\"  Answer calls \", complete ");

        Assert.Equal("Answer calls", (await store.FindAsync("1.1")).Line.Title);
    }

    [Fact]
    public async Task Letters_of_every_script_stay_as_they_are()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\nleeds-2011,1.1,Gwasanaeth ŵyl – “naïve” £5 日本語 👩‍👧");

        Assert.Equal("Gwasanaeth ŵyl – “naïve” £5 日本語 👩‍👧", (await store.FindAsync("1.1")).Line.Title);
    }
}
