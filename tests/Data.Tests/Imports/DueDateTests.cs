using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class DueDateTests
{
    [StoreFact]
    public async Task A_blank_due_is_read_from_the_timescale_beside_it_whose_words_are_kept()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,timescale,due\nleeds-2011,1.1,Answer calls,end of March 2012,");

        var calls = (await store.FindAsync("1.1")).Line;

        Assert.Equal((new DateOnly(2012, 3, 31), "end of March 2012"), (calls.Due, calls.Timescale));
    }

    [StoreFact]
    public async Task A_due_that_the_file_gives_beats_its_timescale()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,timescale,due\nleeds-2011,1.1,Answer calls,end of March 2012,2012-06-30");

        Assert.Equal(new DateOnly(2012, 6, 30), (await store.FindAsync("1.1")).Line.Due);
    }

    [StoreFact]
    public async Task A_timescale_of_several_dates_gives_milestones_where_the_file_gives_none()
    {
        await using var store = await StoreFile.HoldingAsync("""
            plan,ref,action,timescale,milestones
            leeds-2011,1.1,Answer calls,March/April 2012,
            leeds-2011,1.2,Write letters,March/April 2012,2012-02-29 first letter
            """);

        Assert.Equal(new DateOnly(2012, 4, 30), (await store.FindAsync("1.1")).Line.Due);
        Assert.Equal(["March", "April 2012"], (await store.FindAsync("1.1")).Milestones.Select(milestone => milestone.Words));
        Assert.Equal(["first letter"], (await store.FindAsync("1.2")).Milestones.Select(milestone => milestone.Words));
    }

    [StoreFact]
    public async Task What_cannot_be_read_has_no_date_and_is_never_a_guess()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,timescale\nleeds-2011,1.1,Answer calls,as agreed\nleeds-2011,1.2,Write letters,within 3 months");

        Assert.Equal("1.1 1.2", await store.RefsAsync(new ActionQuestion { NoDate = true }));
    }

    [StoreFact]
    public async Task Within_3_months_counts_from_the_base_date()
    {
        await using var store = await StoreFile.HoldingAsync("plan,base date,ref,action,timescale\nleeds-2011,2012-02-15,1.1,Answer calls,within 3 months");

        Assert.Equal(new DateOnly(2012, 5, 15), (await store.FindAsync("1.1")).Line.Due);
    }

    [StoreFact]
    public async Task A_base_date_in_one_row_is_that_of_the_whole_plan()
    {
        await using var store = await StoreFile.HoldingAsync("""
            plan,base date,ref,action,timescale
            leeds-2011,,1.1,Answer calls,within 3 months
            leeds-2011,2012-02-15,1.2,Write letters,within 3 months
            leeds-2011,,1.3,Open the door,within 3 months
            """);

        Assert.Equal("1.1 1.2 1.3", await store.RefsAsync(new ActionQuestion { DueFrom = new DateOnly(2012, 5, 15), DueTo = new DateOnly(2012, 5, 15) }));
    }

    [StoreFact]
    public async Task The_base_date_that_the_store_knows_counts_for_a_newer_version_without_one()
    {
        await using var store = await StoreFile.HoldingAsync("plan,base date,ref,action,timescale\nleeds-2011,2012-02-15,1.1,Answer calls,within 3 months");

        await store.ImportAsync("plan,ref,action,timescale\nleeds-2011,1.1,Answer calls,within 3 months");

        Assert.Equal(new DateOnly(2012, 5, 15), (await store.FindAsync("1.1")).Line.Due);
    }

    [StoreFact]
    public async Task Only_the_word_completed_in_a_timescale_makes_an_action_complete()
    {
        await using var store = await StoreFile.HoldingAsync("""
            plan,ref,action,timescale,state
            leeds-2011,1.1,Answer calls,Completed October 2012,
            leeds-2011,1.2,Write letters,Established now,
            leeds-2011,1.3,Open the door,Completed October 2012,in progress
            """);

        Assert.Equal("1.1", await store.RefsAsync(new ActionQuestion { State = StateAsked.Complete }));
    }
}
