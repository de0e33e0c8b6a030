using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class RetireTests
{
    private const string Both = "plan,ref,action,state,brag\nleeds-2011,1.1,Answer calls,in progress,amber\nleeds-2011,1.2,Write letters,in progress,red";
    private const string One = "plan,ref,action,state,brag\nleeds-2011,1.1,Answer calls,in progress,amber";

    [StoreFact]
    public async Task What_is_left_out_is_listed_each_time_and_kept_until_somebody_confirms_it()
    {
        await using var store = await StoreFile.HoldingAsync(Both);

        Assert.Equal(["1.2"], Assert.Single((await store.ImportAsync(One)).Plans).LeftOut);
        Assert.Equal(["1.2"], Assert.Single((await store.ImportAsync(One)).Plans).LeftOut);

        Assert.Equal((ActionState.InProgress, Brag.Red), await StandsAsync(store));
    }

    [StoreFact]
    public async Task Confirmed_it_is_complete_and_the_record_says_why()
    {
        await using var store = await StoreFile.HoldingAsync(Both);

        var plan = Assert.Single((await store.ImportAsync(One, retire: true)).Plans);

        Assert.Equal(["1.2"], plan.Retired);
        Assert.Empty(plan.LeftOut);
        Assert.Equal((ActionState.Complete, Brag.Blue), await StandsAsync(store));
        var why = Assert.Single((await store.FindAsync("1.2")).Progress);
        Assert.Equal((store.Today, null, "The new version of the plan leaves this action out, so it was closed."), (why.On, why.By, why.Text));
    }

    [StoreFact]
    public async Task Once_closed_it_is_not_listed_again()
    {
        await using var store = await StoreFile.HoldingAsync(Both);
        await store.ImportAsync(One, retire: true);
        var (export, revision) = (await store.ExportAsync(), await store.NamesRevisionAsync());

        var again = Assert.Single((await store.ImportAsync(One, retire: true)).Plans);

        Assert.Empty(again.Retired);
        Assert.Empty(Assert.Single((await store.ImportAsync(One)).Plans).LeftOut);
        Assert.Equal((export, revision), (await store.ExportAsync(), await store.NamesRevisionAsync()));
    }

    [StoreTheory]
    [InlineData("plan,ref,action,state,brag\nleeds-2011,1.1,Answer calls,in progress,amber\nleeds-2011,1.2,Write letters,not started,green", ActionState.NotStarted, Brag.Green)]
    [InlineData("plan,ref,action,state,brag\nleeds-2011,1.1,Answer calls,in progress,amber\nleeds-2011,1.2,Write letters,,", ActionState.InProgress, Brag.Red)]
    [InlineData("plan,ref,action\nleeds-2011,1.1,Answer calls\nleeds-2011,1.2,Write letters", ActionState.InProgress, Brag.Red)]
    [InlineData("plan,ref,action,state\nleeds-2011,1.1,Answer calls,in progress\nleeds-2011,1.2,Write letters,complete", ActionState.Complete, Brag.Blue)]
    public async Task What_comes_back_is_open_again_as_the_file_says_and_listed_when_it_goes_again(string back, ActionState state, Brag brag)
    {
        await using var store = await StoreFile.HoldingAsync(Both);
        await store.ImportAsync(One, retire: true);

        Assert.Equal(1, Assert.Single((await store.ImportAsync(back)).Plans).Changed);

        Assert.Equal((state, brag), await StandsAsync(store));
        Assert.Equal(["1.2"], Assert.Single((await store.ImportAsync(One)).Plans).LeftOut);
    }

    [StoreFact]
    public async Task A_dry_run_says_what_would_be_closed_and_closes_nothing()
    {
        await using var store = await StoreFile.HoldingAsync(Both);
        var before = await store.ExportAsync();

        var plan = Assert.Single((await store.ImportAsync(One.Replace("amber", "green", StringComparison.Ordinal), dryRun: true, retire: true)).Plans);

        Assert.Equal((0, 1, 0), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Equal(["1.2"], plan.Retired);
        Assert.Equal(before, await store.ExportAsync());
        Assert.Equal(1, await store.NamesRevisionAsync());
        await using var open = store.Stores.Open();
        Assert.False(await open.Actions.AnyAsync(a => a.RetiredOn != null));
    }

    private static async Task<(ActionState, Brag?)> StandsAsync(StoreFile store)
    {
        var line = (await store.FindAsync("1.2")).Line;
        return (line.State, line.Brag);
    }
}
