namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class NamesRevisionTests
{
    private const string Plan = "plan,plan name,section,ref,action,leads\nleeds-2011,Leeds plan,1. Front door,1.1,Answer calls,Jo Hill";

    [StoreFact]
    public async Task A_new_store_has_had_no_change() =>
        Assert.Equal(0, await RevisionAfterAsync());

    [StoreFact]
    public async Task A_new_plan_is_a_change() =>
        Assert.Equal(1, await RevisionAfterAsync(Plan));

    [StoreFact]
    public async Task The_same_plan_again_is_none() =>
        Assert.Equal(1, await RevisionAfterAsync(Plan, Plan, Plan));

    [StoreTheory]
    [InlineData("Jo Hill", "Jo Hill; Sam Lee")]
    [InlineData("1. Front door", "1. First Response")]
    [InlineData("Leeds plan", "Leeds improvement plan")]
    public async Task Another_name_is_a_change(string old, string now) =>
        Assert.Equal(2, await RevisionAfterAsync(Plan, Plan.Replace(old, now, StringComparison.Ordinal)));

    [StoreFact]
    public async Task A_file_with_a_problem_is_none()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);

        await store.ImportAsync($"{Plan}\nleeds-2011,Leeds plan,1. Front door,1.1,Write letters,Sam Lee");

        Assert.Equal(1, await store.NamesRevisionAsync());
    }

    private static async Task<long> RevisionAfterAsync(params string[] plans)
    {
        await using var store = await StoreFile.HoldingAsync(plans);
        return await store.NamesRevisionAsync();
    }
}
