using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class DefaultsTests
{
    private static readonly ImportDefaults Leeds = new("leeds-2011", "Leeds plan", new DateOnly(2012, 2, 15));

    [Theory]
    [InlineData("ref,action,timescale\n1.1,Answer calls,within 3 months")]
    [InlineData("plan,plan name,base date,ref,action,timescale\n,,,1.1,Answer calls,within 3 months")]
    public async Task Where_the_file_is_silent_the_defaults_speak(string csv)
    {
        await using var store = await StoreFile.CreateAsync();

        var plan = Assert.Single((await store.ImportAsync(csv, Leeds)).Plans);

        Assert.Equal(("leeds-2011", "Leeds plan"), (plan.Key, plan.Name));
        Assert.Equal(new DateOnly(2012, 5, 15), (await store.FindAsync("1.1")).Line.Due);
        Assert.Contains("leeds-2011,Leeds plan,2012-02-15,", await store.ExportAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_file_says_beats_the_defaults()
    {
        await using var store = await StoreFile.CreateAsync();

        var plan = Assert.Single((await store.ImportAsync(
            "plan,plan name,base date,ref,action,timescale\nyork-2012,York plan,2012-06-01,1.1,Answer calls,within 3 months", Leeds)).Plans);

        Assert.Equal(("york-2012", "York plan"), (plan.Key, plan.Name));
        Assert.Equal(new DateOnly(2012, 9, 1), (await store.FindAsync("1.1")).Line.Due);
    }

    [Fact]
    public async Task A_plan_without_a_name_is_called_by_its_key()
    {
        await using var store = await StoreFile.CreateAsync();

        Assert.Equal("leeds-2011", Assert.Single((await store.ImportAsync("action\nAnswer calls", new ImportDefaults("leeds-2011"))).Plans).Name);
    }
}
