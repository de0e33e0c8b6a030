namespace TeamsPlanBot.Data.Tests.Exports;

public sealed class RoundTripTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 50)];

    [StoreTheory]
    [InlineData("leeds-2012")]
    [InlineData("leicester-2012")]
    [InlineData("leicestershire-2017")]
    [InlineData("somerset-2018")]
    public async Task A_sample_comes_back_from_an_empty_store_byte_by_byte(string sample) => await ComesBackAsync(Samples.Read(sample));

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_generated_plan_comes_back_from_an_empty_store_byte_by_byte(int seed) => await ComesBackAsync(GeneratedPlan.Csv(seed));

    [StoreFact]
    public async Task Many_plans_come_back_from_an_empty_store_byte_by_byte()
    {
        await using var first = await StoreFile.HoldingAsync([Samples.Somerset, .. Enumerable.Range(51, 20).Select(GeneratedPlan.Csv), Samples.Leicestershire]);
        await ExportedAgainAsync(first);
    }

    [StoreFact]
    public async Task What_a_newer_version_left_out_comes_back_too()
    {
        await using var first = await StoreFile.HoldingAsync(
            "plan,section,ref,action\np,1. One,1.1,A\np,1. One,1.2,B\np,2. Two,2.1,C",
            "plan,section,ref,action\np,2. Two,2.2,D\np,1. One,1.2,B");
        await ExportedAgainAsync(first);
    }

    [StoreFact]
    public async Task A_base_date_that_only_one_row_says_comes_back_too()
    {
        await using var first = await StoreFile.HoldingAsync(
            "plan,base date,ref,action,timescale\np,,1.1,A,within 3 months\np,2012-02-15,1.2,B,within 3 months");
        await ExportedAgainAsync(first);
    }

    [StoreTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_generated_plan_imported_again_from_its_export_changes_nothing(int seed)
    {
        await using var store = await StoreFile.HoldingAsync(GeneratedPlan.Csv(seed));
        var export = await store.ExportAsync();

        var plan = Assert.Single((await store.ImportAsync(export)).Plans);

        Assert.Equal((0, 0), (plan.Added, plan.Changed));
        Assert.Equal(export, await store.ExportAsync());
    }

    private static async Task ComesBackAsync(string csv)
    {
        await using var first = await StoreFile.HoldingAsync(csv);
        await ExportedAgainAsync(first);
    }

    private static async Task ExportedAgainAsync(StoreFile first)
    {
        var export = await first.ExportAsync();
        await using var second = await StoreFile.HoldingAsync(export);
        Assert.Equal(export, await second.ExportAsync());
    }
}
