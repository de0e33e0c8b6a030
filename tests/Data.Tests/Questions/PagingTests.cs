using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

public sealed class PagingTests
{
    [StoreTheory]
    [InlineData(0, 3, "1.1 3.1 1.2")]
    [InlineData(3, 3, "1.2a 2.1 2.2")]
    [InlineData(6, 3, "2.3")]
    [InlineData(0, 7, "1.1 3.1 1.2 1.2a 2.1 2.2 2.3")]
    [InlineData(0, 100, "1.1 3.1 1.2 1.2a 2.1 2.2 2.3")]
    [InlineData(7, 3, "")]
    [InlineData(100, 3, "")]
    [InlineData(0, 0, "")]
    public async Task A_page_says_how_many_there_are_in_all(int skip, int most, string refs)
    {
        await using var store = await SmallPlan.StoreAsync();

        var page = await store.ListAsync(new ActionQuestion(), skip, most);

        Assert.Equal(refs, string.Join(' ', page.Items.Select(action => action.Ref)));
        Assert.Equal(7, page.Total);
    }

    [StoreFact]
    public async Task Of_a_narrower_question_only_the_matches_are_counted()
    {
        await using var store = await SmallPlan.StoreAsync();

        var page = await store.ListAsync(new ActionQuestion { Brags = SmallPlan.AtRisk }, skip: 1, most: 1);

        Assert.Equal(("3.1", 3), (Assert.Single(page.Items).Ref, page.Total));
    }

    [StoreFact]
    public async Task The_pages_together_are_the_whole_list()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Somerset, Samples.Leicestershire);
        var whole = (await store.ListAsync(new ActionQuestion())).Items.Select(action => (action.Plan, action.Ref)).ToList();

        var pages = new List<(string Plan, string Ref)>();
        for (var skip = 0; skip < whole.Count; skip += 10)
        {
            pages.AddRange((await store.ListAsync(new ActionQuestion(), skip, most: 10)).Items.Select(action => (action.Plan, action.Ref)));
        }

        Assert.Equal(67, whole.Count);
        Assert.Equal(whole, pages);
    }
}
