namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class AbsentColumnTests
{
    private const string Plan = """
        plan,plan name,base date,section,section lead,section outcomes,ref,parent,recommendations,action,leads,services,timescale,due,milestones,state,brag,outcome,measures,progress,progress on,risk
        leeds-2011,Leeds plan,2011-06-01,1. Front door,Pat Roe,Calls are answered,1.1,,4; 17,Answer calls,Jo Hill; Sam Lee,First Response,March/April 2012,2012-05-31,2012-03-31 first draft,in progress,amber,Families are heard,90% answered,Calls counted.,2012-01-31,high
        leeds-2011,Leeds plan,2011-06-01,1. Front door,Pat Roe,Calls are answered,1.1a,1.1,,by night,,,,,,complete,blue,,,,,

        """;

    [StoreFact]
    public async Task What_a_file_has_no_column_for_stays_as_it_is()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var before = await store.ExportAsync();

        var plan = Assert.Single((await store.ImportAsync("plan,ref,action\nleeds-2011,1.1,Answer calls\nleeds-2011,1.1a,by night")).Plans);

        Assert.Equal((0, 0, 2), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Equal(before, await store.ExportAsync());
        Assert.Equal(1, await store.NamesRevisionAsync());
    }

    [StoreFact]
    public async Task What_stands_blank_under_its_heading_is_taken_away_but_for_state_rating_and_progress()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var headings = Plan.Split('\n')[0];

        await store.ImportAsync($"{headings}\nleeds-2011,,,1. Front door,,,1.1,,,Answer calls,,,,,,,,,,,,\nleeds-2011,,,1. Front door,,,1.1a,,,by night,,,,,,,,,,,,");

        // Nobody writes a service any more, so those that were tagged stay.
        Assert.Equal(
            """
            leeds-2011,Leeds plan,2011-06-01,1. Front door,,,1.1,,,Answer calls,,First Response,,,,in progress,amber,,,Calls counted.,2012-01-31
            leeds-2011,Leeds plan,2011-06-01,1. Front door,,,1.1a,,,by night,,,,,,complete,blue,,,,

            """,
            (await store.ExportAsync())[(ExportHeadings.Length + 1)..]);
    }

    [StoreFact]
    public async Task A_new_timescale_moves_the_date_even_where_no_column_gives_it()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);

        await store.ImportAsync("plan,ref,action,timescale\nleeds-2011,1.1,Answer calls,June/July 2012");

        var calls = await store.FindAsync("1.1");
        Assert.Equal(new DateOnly(2012, 7, 31), calls.Line.Due);
        Assert.Equal([new DateOnly(2012, 6, 30), new DateOnly(2012, 7, 31)], calls.Milestones.Select(m => m.On));
    }

    private static string ExportHeadings => string.Join(',', Data.Imports.ActionColumns.All);
}
