using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Naming;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Naming;

public sealed class TaggingTests
{
    private const string Csv = "plan,ref,action,services\nleeds-2011,1.1,Answer calls,First Response\nleeds-2011,1.2,Write letters,";

    [StoreFact]
    public async Task A_tag_is_found_by_the_service_whatever_the_letter_case()
    {
        await using var store = await StoreFile.HoldingAsync(Csv);
        var before = await store.NamesRevisionAsync();

        var tagged = await new Tagging(store.Stores).TagAsync(Viewer.Operator, await ActionAsync(store, "1.2"), "first response", default);

        Assert.Equal(new Tagged("leeds-2011", "1.2", "First Response", true), tagged);
        Assert.Equal("1.1 1.2", await store.RefsAsync(new ActionQuestion { Services = [await store.IdOfAsync(NameKind.Service, "First Response")] }));
        Assert.True(await store.NamesRevisionAsync() > before);
    }

    [StoreFact]
    public async Task A_tag_that_is_there_changes_nothing()
    {
        await using var store = await StoreFile.HoldingAsync(Csv);
        var before = await store.NamesRevisionAsync();

        Assert.False((await new Tagging(store.Stores).TagAsync(Viewer.Operator, await ActionAsync(store, "1.1"), "First Response", default))!.Changed);
        Assert.Equal(before, await store.NamesRevisionAsync());
    }

    [StoreFact]
    public async Task A_tag_found_by_words_is_kept_for_good_once_somebody_says_it()
    {
        await using var store = await StoreFile.HoldingAsync(Csv);
        await using (var open = store.Stores.Open())
        {
            await open.Set<ActionService>().ExecuteUpdateAsync(tag => tag.SetProperty(t => t.ByWords, true));
        }

        Assert.True((await new Tagging(store.Stores).TagAsync(Viewer.Operator, await ActionAsync(store, "1.1"), "First Response", default))!.Changed);

        await using var after = store.Stores.Open();
        Assert.False((await after.Set<ActionService>().SingleAsync()).ByWords);
    }

    [StoreFact]
    public async Task A_service_that_nothing_speaks_about_any_more_goes()
    {
        await using var store = await StoreFile.HoldingAsync(Csv);
        var tagging = new Tagging(store.Stores);
        await tagging.TagAsync(Viewer.Operator, await ActionAsync(store, "1.2"), "Early Help", default);
        Assert.Equal(["Early Help", "First Response"], await store.NamesAsync(NameKind.Service));

        Assert.True((await tagging.UntagAsync(Viewer.Operator, await ActionAsync(store, "1.2"), "early help", default))!.Changed);

        Assert.Equal(["First Response"], await store.NamesAsync(NameKind.Service));
        Assert.False((await tagging.UntagAsync(Viewer.Operator, await ActionAsync(store, "1.2"), "First Response", default))!.Changed);
        Assert.Null(await tagging.UntagAsync(Viewer.Operator, await ActionAsync(store, "1.1"), "Fostering", default));
        Assert.Null(await tagging.TagAsync(Viewer.Operator, 999, "Fostering", default));
    }

    private static async Task<int> ActionAsync(StoreFile store, string reference)
    {
        await using var open = store.Stores.Open();
        return await open.Actions.Where(action => action.Ref == reference).Select(action => action.Id).SingleAsync();
    }
}
