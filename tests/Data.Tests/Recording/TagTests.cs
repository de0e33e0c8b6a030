using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Data.Tests.Recording;

public sealed class TagTests
{
    private const string Csv = "plan,ref,action,services\nleeds-2011,1.1,Answer calls,First Response\nleeds-2011,1.2,Write letters,";

    [StoreFact]
    public async Task A_tag_is_found_by_the_service_whatever_the_letter_case_and_can_be_taken_back()
    {
        await using var store = await StoreFile.HoldingAsync(Csv);
        var (before, plan) = (await store.NamesRevisionAsync(), await store.ExportAsync());

        var tagged = Assert.IsType<Entry.Tagged>(await TagAsync(store, "1.2", "first response"));

        Assert.Equal(("First Response", true), (tagged.Service, tagged.IsChanged));
        Assert.Equal("1.1 1.2", await store.RefsAsync(new ActionQuestion { Services = [await store.IdOfAsync(NameKind.Service, "First Response")] }));
        Assert.True(await store.NamesRevisionAsync() > before);

        Assert.IsType<Entry.Undone>(await store.SayAsync(ledger => ledger.UndoAsync(anyway: false)));
        Assert.Equal(plan, await store.ExportAsync());
    }

    [StoreFact]
    public async Task A_tag_that_is_there_changes_nothing()
    {
        await using var store = await StoreFile.HoldingAsync(Csv);
        var before = await store.NamesRevisionAsync();

        Assert.False(Assert.IsType<Entry.Tagged>(await TagAsync(store, "1.1", "First Response")).IsChanged);

        Assert.Equal(before, await store.NamesRevisionAsync());
        Assert.IsType<Entry.NothingToUndo>(await store.SayAsync(ledger => ledger.UndoAsync(anyway: false)));
    }

    [StoreFact]
    public async Task A_tag_found_by_words_is_kept_for_good_once_somebody_says_it()
    {
        await using var store = await StoreFile.HoldingAsync(Csv);
        await using (var open = store.Stores.Open())
        {
            await open.Set<ActionService>().ExecuteUpdateAsync(tag => tag.SetProperty(t => t.ByWords, true));
        }

        Assert.True(Assert.IsType<Entry.Tagged>(await TagAsync(store, "1.1", "First Response")).IsChanged);

        await using var after = store.Stores.Open();
        Assert.False((await after.Set<ActionService>().SingleAsync()).ByWords);
    }

    [StoreFact]
    public async Task A_tag_that_was_taken_off_comes_back_with_undo()
    {
        await using var store = await StoreFile.HoldingAsync(Csv);
        var before = await store.ExportAsync();
        Assert.True(Assert.IsType<Entry.Tagged>(await TagAsync(store, "1.1", "first response", takesAway: true)).IsChanged);
        Assert.Empty((await store.FindAsync("1.1")).Line.Services);
        Assert.False(Assert.IsType<Entry.Tagged>(await TagAsync(store, "1.2", "First Response", takesAway: true)).IsChanged);

        await store.SayAsync(ledger => ledger.UndoAsync(anyway: false));
        Assert.Equal(before, await store.ExportAsync());
    }

    private static async Task<Entry> TagAsync(StoreFile store, string reference, string service, bool takesAway = false)
    {
        var id = (await store.FindAsync(reference)).Line.Id;
        return await store.SayAsync(ledger => ledger.TagAsync(id, service, takesAway));
    }
}
