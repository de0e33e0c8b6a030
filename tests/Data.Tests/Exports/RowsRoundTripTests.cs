using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Data.Tests.Exports;

public sealed class RowsRoundTripTests
{
    private static readonly FileKind[] All = [FileKind.Actions, .. RowsOfStore.Kinds];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [StoreTheory]
    [InlineData("leicestershire-2017")]
    [InlineData("somerset-2018")]
    [InlineData("stockton-2013")]
    [InlineData("leeds-2012")]
    [InlineData("leicester-2012")]
    public async Task All_that_a_sample_says_comes_back_from_an_empty_store_byte_by_byte(string sample)
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Read(sample));
        foreach (var kind in RowsOfStore.Kinds.Where(kind => Samples.Has(sample, kind)))
        {
            var text = Samples.Read(sample, kind);
            Assert.True((await store.TakeAsync(text)).Added > 0);
            var (added, changed, unchanged) = await store.TakeAsync(text);
            Assert.Equal((0, 0, Samples.Rows(sample, kind.ToString().ToLowerInvariant()).Count), (added, changed, unchanged));
        }

        await ComesBackAsync(store);
    }

    [StoreTheory]
    [MemberData(nameof(Seeds))]
    public async Task All_that_is_generated_comes_back_from_an_empty_store_byte_by_byte(int seed)
    {
        await using var store = await StoreFile.HoldingAsync(GeneratedPlan.Csv(seed));
        var rows = await GeneratedAsync(store, seed);
        await store.TakeAsync(rows.Details());
        await store.TakeAsync(rows.Indicators());
        await store.TakeAsync(rows.Progress());

        await ComesBackAsync(store);
    }

    [StoreTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task What_was_exported_changes_nothing_when_it_is_imported_again(int seed)
    {
        await using var store = await StoreFile.HoldingAsync(GeneratedPlan.Csv(seed));
        var rows = await GeneratedAsync(store, seed);
        await store.TakeAsync(rows.Details());
        await store.TakeAsync(rows.Indicators());
        await store.TakeAsync(rows.Progress());
        var revision = await store.NamesRevisionAsync();

        foreach (var kind in RowsOfStore.Kinds)
        {
            var before = await store.ExportAsync(kind);
            var (added, changed, unchanged) = await store.TakeAsync(before);
            Assert.Equal((kind, 0, 0), (kind, added, changed));
            Assert.True(unchanged > 0);
            Assert.Equal(before, await store.ExportAsync(kind));
        }

        Assert.Equal(revision, await store.NamesRevisionAsync());
    }

    [StoreFact]
    public async Task A_guest_gets_headings_and_nothing_else()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,progress\np,1.1,A,Begun.");
        await store.TakeAsync("plan,indicator,period,value\np,Visits,2012/13,5");
        await store.TakeAsync("plan,about,name,fact,value\np,plan,,organisation,Leeds");

        foreach (var kind in RowsOfStore.Kinds)
        {
            Assert.Equal(2, (await store.ExportAsync(kind)).Count(letter => letter == '\n'));
            Assert.Equal(1, (await store.ExportAsync(kind, viewer: new Viewer("Jo", null, IsGuest: true))).Count(letter => letter == '\n'));
        }
    }

    private static async Task<GeneratedRows> GeneratedAsync(StoreFile store, int seed)
    {
        await using var opened = store.Stores.Open();
        var plan = await opened.Plans.SingleAsync();
        return new GeneratedRows(seed, plan.Key, await opened.Actions.OrderBy(action => action.Position).Select(action => action.Ref).ToListAsync());
    }

    private static async Task ComesBackAsync(StoreFile first)
    {
        var files = new Dictionary<FileKind, string>();
        foreach (var kind in All)
        {
            files[kind] = await first.ExportAsync(kind);
        }

        await using var second = await StoreFile.HoldingAsync(files[FileKind.Actions]);
        foreach (var kind in RowsOfStore.Kinds.Where(kind => files[kind].Count(letter => letter == '\n') > 1))
        {
            await second.TakeAsync(files[kind]);
        }

        foreach (var kind in All)
        {
            Assert.Equal(files[kind], await second.ExportAsync(kind));
        }
    }
}
