namespace TeamsPlanBot.Data.Tests.Exports;

public sealed class ExportTests
{
    [StoreFact]
    public async Task The_first_row_holds_the_headings_in_their_order()
    {
        await using var store = await StoreFile.HoldingAsync("action,plan\nAnswer calls,leeds-2011");

        Assert.StartsWith(
            "plan,plan name,base date,section,section lead,section outcomes,ref,parent,recommendations,action,leads,services,timescale,due,milestones,state,brag,outcome,measures,progress,progress on\n",
            await store.ExportAsync(),
            StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_row_holds_all_that_is_known_of_an_action()
    {
        const string Plan = """
            plan,plan name,base date,section,section lead,section outcomes,ref,parent,recommendations,action,leads,services,timescale,due,milestones,state,brag,outcome,measures,progress,progress on
            leeds-2011,Leeds plan,2011-06-01,1. Front door,Pat Roe,Calls are answered,1.1,,4; 17,Answer calls,"Hill, Jo; Sam Lee",First Response; Early Help,March/April 2012,2012-04-30,2012-03-31 first draft; 2012-04-30 in use,in progress,amber,Families are heard,90% answered,Calls counted.,2012-01-31
            leeds-2011,Leeds plan,2011-06-01,1. Front door,Pat Roe,Calls are answered,1.1a,1.1,,by night,,,,,,complete,blue,,,,

            """;
        await using var store = await StoreFile.HoldingAsync(Plan);

        Assert.Equal(Plan, await store.ExportAsync());
    }

    [StoreFact]
    public async Task The_latest_words_of_progress_are_written()
    {
        await using var store = await StoreFile.HoldingAsync(
            "plan,ref,action,progress,progress on\np,1.1,A,First.,2012-01-31",
            "plan,ref,action,progress,progress on\np,1.1,A,Second.,2012-02-29");

        Assert.EndsWith(",Second.,2012-02-29\n", await store.ExportAsync(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task One_plan_may_be_written_alone()
    {
        await using var store = await StoreFile.HoldingAsync("plan,action,risk\nleeds-2011,A,high", "plan,action\nyork-2012,B");

        var york = await store.ExportAsync("york-2012");

        Assert.DoesNotContain("leeds-2011", york, StringComparison.Ordinal);
        Assert.DoesNotContain("risk", york, StringComparison.Ordinal);
        Assert.Equal(await store.ExportAsync(), await ExportOfBothAsync());

        async Task<string> ExportOfBothAsync()
        {
            await using var other = await StoreFile.HoldingAsync(york, await store.ExportAsync("leeds-2011"));
            return await other.ExportAsync();
        }
    }

    [StoreFact]
    public async Task A_guest_gets_the_headings_that_everybody_knows_and_nothing_else()
    {
        await using var store = await StoreFile.HoldingAsync("plan,action,risk\nleeds-2011,A,high");

        var export = await store.ExportAsync(viewer: new Viewer("Jo Hill", "jo@elsewhere.example", IsGuest: true));

        Assert.EndsWith(",progress on\n", export, StringComparison.Ordinal);
        Assert.Single(export.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
