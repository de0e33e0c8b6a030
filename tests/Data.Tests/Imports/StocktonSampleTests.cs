using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class StocktonSampleTests
{
    private static readonly int[] ActionsOfEachRecommendation = [7, 4, 4, 2, 5, 4, 5, 5, 4, 4, 5, 3, 2, 4];

    [StoreFact]
    public async Task It_has_14_recommendations_with_58_actions()
    {
        await using var store = await StoreFile.CreateAsync();

        var plan = Assert.Single((await store.ImportAsync(Samples.Stockton)).Plans);

        Assert.Equal("Stockton-on-Tees child protection action plan 2013", plan.Name);
        Assert.Equal((58, 0, 0), (plan.Added, plan.Changed, plan.Unchanged));
        for (var recommendation = 1; recommendation <= 14; recommendation++)
        {
            var actions = await store.ListAsync(new ActionQuestion { Recommendation = $"{recommendation}" });
            var refs = Enumerable.Range(1, ActionsOfEachRecommendation[recommendation - 1]).Select(number => $"{recommendation}.{number}");
            Assert.Equal(refs, actions.Items.Select(action => action.Ref));
        }
    }

    [StoreFact]
    public async Task Its_recommendations_are_its_sections()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Stockton);

        var sections = await store.NamesAsync(NameKind.Section);

        Assert.Equal(
            Enumerable.Range(1, 14).Select(number => $"section {number}").Order(StringComparer.Ordinal),
            sections.Where(name => name.StartsWith("section ", StringComparison.Ordinal)));
        Assert.Equal("8. Case recording and chronologies", (await store.FindAsync("8.5")).Section);
        Assert.All(Samples.Rows("stockton-2013", "actions"), row => Assert.NotEqual("", row["section outcomes"]));
        Assert.All(Samples.Rows("stockton-2013", "actions"), row => Assert.NotEqual("", row["measures"]));
    }

    [StoreTheory]
    [InlineData("5a", "5.1 5.2 5.3")]
    [InlineData("5b", "5.4 5.5")]
    [InlineData("8a", "8.1 8.2 8.3")]
    [InlineData("8b", "8.4 8.5")]
    public async Task A_part_of_a_recommendation_can_be_asked_for(string part, string refs)
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Stockton);

        Assert.Equal(refs, await store.RefsAsync(new ActionQuestion { Recommendation = part }));
    }

    [StoreFact]
    public async Task Its_dates_count_from_the_day_the_inspectors_report_came_out()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Stockton);

        var actions = await store.ListAsync(new ActionQuestion());

        Assert.Equal(
            [
                ("for immediate improvement", new DateOnly(2013, 2, 15), 15),
                ("for improvement within 3 months", new DateOnly(2013, 5, 15), 16),
                ("for improvement within 6 months", new DateOnly(2013, 8, 15), 27),
            ],
            actions.Items.GroupBy(action => (action.Timescale!, action.Due!.Value)).Select(band => (band.Key.Item1, band.Key.Value, band.Count())).OrderBy(band => band.Value));
    }

    [StoreFact]
    public async Task It_names_nobody()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Stockton);

        Assert.Equal(58, (await store.ListAsync(new ActionQuestion { NoLead = true })).Total);
        Assert.Empty(await store.NamesAsync(NameKind.Lead));
    }

    [StoreFact]
    public async Task Importing_it_a_second_time_changes_nothing()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Stockton);
        var before = await store.ExportAsync();

        var plan = Assert.Single((await store.ImportAsync(Samples.Stockton)).Plans);

        Assert.Equal((0, 0, 58), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Equal(before, await store.ExportAsync());
    }

    [StoreFact]
    public async Task It_comes_back_from_an_empty_store_byte_by_byte()
    {
        await using var first = await StoreFile.HoldingAsync(Samples.Stockton);
        var export = await first.ExportAsync();

        await using var second = await StoreFile.HoldingAsync(export);

        Assert.Equal(export, await second.ExportAsync());
    }
}
