using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class ReferenceTests
{
    [Fact]
    public async Task A_blank_reference_becomes_section_and_row()
    {
        await using var store = await StoreFile.HoldingAsync("""
            plan,section,action
            leeds-2011,1. Front door,Answer calls
            leeds-2011,1. Front door,Write letters
            leeds-2011,4. Training,Train staff
            leeds-2011,1. Front door,Open the door
            """);

        Assert.Equal(
            [("1.1", "Answer calls"), ("1.2", "Write letters"), ("4.1", "Train staff"), ("1.3", "Open the door")],
            (await store.ListAsync(new ActionQuestion())).Items.Select(action => (action.Ref, action.Title)));
    }

    [Fact]
    public async Task A_section_without_a_number_counts_by_its_place()
    {
        await using var store = await StoreFile.HoldingAsync("plan,section,action\nleeds-2011,Front door,Answer calls\nleeds-2011,Training,Train staff\nleeds-2011,Training,Test staff");

        Assert.Equal("1.1 2.1 2.2", await store.RefsAsync(new ActionQuestion()));
    }

    [Fact]
    public async Task Without_sections_all_actions_stand_in_section_1()
    {
        await using var store = await StoreFile.HoldingAsync("plan,action\nleeds-2011,Answer calls\nleeds-2011,Write letters");

        Assert.Equal("1.1 1.2", await store.RefsAsync(new ActionQuestion()));
    }

    [Fact]
    public async Task Blank_references_of_sub_actions_become_letters()
    {
        await using var store = await StoreFile.HoldingAsync("""
            plan,section,ref,parent,action
            leeds-2011,1. Front door,,,Answer calls
            leeds-2011,1. Front door,,1.1,by day
            leeds-2011,1. Front door,,1.1,by night
            leeds-2011,1. Front door,,,Write letters
            leeds-2011,1. Front door,,1.2,to schools
            leeds-2011,1. Front door,,1.1,at weekends
            """);

        Assert.Equal("1.1 1.1a 1.1b 1.2 1.2a 1.1c", await store.RefsAsync(new ActionQuestion()));
    }

    [Fact]
    public async Task After_z_come_aa_and_ab()
    {
        var rows = string.Concat(Enumerable.Range(1, 28).Select(number => $"leeds-2011,1.1,Call {number}\n"));
        await using var store = await StoreFile.HoldingAsync($"plan,parent,action\nleeds-2011,,Answer calls\n{rows}");

        Assert.EndsWith(" 1.1y 1.1z 1.1aa 1.1ab", await store.RefsAsync(new ActionQuestion()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sub_actions_and_their_parent_name_each_other()
    {
        await using var store = await StoreFile.HoldingAsync("""
            plan,ref,parent,action
            leeds-2011,1.1b,1.1,by night
            leeds-2011,1.1,,Answer calls
            leeds-2011,1.1a,1.1,by day
            """);

        Assert.Equal(["1.1b", "1.1a"], (await store.FindAsync("1.1")).SubActions);
        Assert.Null((await store.FindAsync("1.1")).Parent);
        Assert.Equal("1.1", (await store.FindAsync("1.1a")).Parent);
        Assert.Equal("1.1", (await store.FindAsync("1.1b")).Parent);
    }

    [Fact]
    public async Task A_parent_may_be_named_in_either_letter_case()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,parent,action\nleeds-2011,A1,,Answer calls\nleeds-2011,A1x,a1,by day");

        Assert.Equal("A1", (await store.FindAsync("A1x")).Parent);
    }

    [Fact]
    public async Task A_parent_may_stand_in_the_store_only()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\nleeds-2011,1.1,Answer calls");

        Assert.Empty((await store.ImportAsync("plan,ref,parent,action\nleeds-2011,1.1a,1.1,by day")).Problems);

        Assert.Equal(["1.1a"], (await store.FindAsync("1.1")).SubActions);
    }

    [Fact]
    public async Task A_given_reference_is_kept_when_a_newer_version_puts_another_row_before_it()
    {
        await using var store = await StoreFile.HoldingAsync("plan,section,action\nleeds-2011,1. Front door,Answer calls\nleeds-2011,1. Front door,Write letters");

        await store.ImportAsync("plan,section,action\nleeds-2011,1. Front door,Open the door\nleeds-2011,1. Front door,Answer calls\nleeds-2011,1. Front door,Write letters");

        Assert.Equal("Answer calls", (await store.FindAsync("1.1")).Line.Title);
        Assert.Equal("Write letters", (await store.FindAsync("1.2")).Line.Title);
    }
}
