namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class AllOrNothingTests
{
    private const string TwoPlans = """
        plan,plan name,ref,action,leads,due
        leeds-2011,Leeds plan,1.1,Answer calls,Jo Hill,2012-03-31
        leeds-2011,Leeds plan,1.2,Write letters,Jo Hill,2012-04-30
        york-2012,York plan,1.1,Train staff,Sam Lee,2012-05-31
        """;

    [StoreFact]
    public async Task One_file_may_hold_several_plans_in_rows_that_mix()
    {
        await using var store = await StoreFile.CreateAsync();

        var outcome = await store.ImportAsync("plan,action\nyork-2012,Train staff\nleeds-2011,Answer calls\nyork-2012,Test staff");

        Assert.Equal([("york-2012", 2), ("leeds-2011", 1)], outcome.Plans.Select(plan => (plan.Key, plan.Added)));
        Assert.Equal("Test staff", (await store.FindAsync("1.2")).Line.Title);
    }

    [StoreTheory]
    [InlineData("york-2012,York plan,1.1,Test staff,Sam Lee,2012-05-31")]
    [InlineData("york-2012,York plan,1.2,,Sam Lee,2012-05-31")]
    [InlineData("york-2012,York plan,1.2,Test staff,Sam Lee,soon")]
    public async Task A_problem_in_one_plan_keeps_all_plans_out(string wrong)
    {
        await using var store = await StoreFile.CreateAsync();

        var outcome = await store.ImportAsync($"{TwoPlans}\n{wrong}");

        Assert.NotEmpty(outcome.Problems);
        Assert.Empty(outcome.Plans);
        Assert.True(await store.Schema.IsEmptyAsync(default));
        Assert.Equal(0, await store.NamesRevisionAsync());
    }

    [StoreFact]
    public async Task A_problem_in_one_plan_leaves_the_others_as_they_were()
    {
        await using var store = await StoreFile.HoldingAsync(TwoPlans);
        var before = await store.ExportAsync();

        await store.ImportAsync($"{TwoPlans.Replace("Answer calls", "Answer all calls", StringComparison.Ordinal)}\nyork-2012,York plan,1.1,Test staff,Sam Lee,2012-05-31");

        Assert.Equal(before, await store.ExportAsync());
    }

    [StoreFact]
    public async Task A_dry_run_says_what_an_import_would_do_and_stores_nothing()
    {
        await using var store = await StoreFile.CreateAsync();

        var outcome = await store.ImportAsync(TwoPlans, dryRun: true);

        Assert.Equal([("Leeds plan", true, 2), ("York plan", true, 1)], outcome.Plans.Select(plan => (plan.Name, plan.IsNew, plan.Added)));
        Assert.True(await store.Schema.IsEmptyAsync(default));
        Assert.Equal(0, await store.NamesRevisionAsync());
    }

    [StoreFact]
    public async Task A_dry_run_of_a_newer_version_changes_nothing()
    {
        await using var store = await StoreFile.HoldingAsync(TwoPlans);
        var (before, revision) = (await store.ExportAsync(), await store.NamesRevisionAsync());

        var outcome = await store.ImportAsync("plan,plan name,ref,action\nleeds-2011,Leeds,1.1,Answer all calls\nleeds-2011,Leeds,1.3,Open the door", dryRun: true);

        var plan = Assert.Single(outcome.Plans);
        Assert.Equal((1, 1, 0), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Equal(["1.2"], plan.LeftOut);
        Assert.Equal(before, await store.ExportAsync());
        Assert.Equal(revision, await store.NamesRevisionAsync());
    }

    [StoreFact]
    public async Task A_dry_run_names_the_problems_too()
    {
        await using var store = await StoreFile.CreateAsync();

        Assert.NotEmpty((await store.ImportAsync("plan,ref,action\np,1.1,A\np,1.1,B", dryRun: true)).Problems);
    }
}
