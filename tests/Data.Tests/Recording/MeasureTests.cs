using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Data.Tests.Recording;

public sealed class MeasureTests
{
    private const string Csv = """
        plan,indicator,unit,polarity,period,value
        leeds-2011,Re-referral rate,%,lower,2011/12,18.2
        leeds-2011,Caseload,days,lower,2011/12,4
        """;

    private static readonly Period Q2 = Period.Quarter(2013, 2);

    [StoreFact]
    public async Task A_value_is_recorded_with_its_direction_and_taken_back()
    {
        await using var store = await HoldingAsync();

        var entry = Assert.IsType<Entry.Measured>(await MeasureAsync(store, "Re-referral rate", 16.2m, null, null));

        Assert.Equal((16.2m, DirectionOfTravel.Improving, null), (entry.Now.Value, entry.Now.Direction, entry.Before?.Value));
        Assert.Equal([18.2m, 16.2m], await ValuesAsync(store));

        Assert.IsType<Entry.Undone>(await store.SayAsync(ledger => ledger.UndoAsync(anyway: false)));
        Assert.Equal([18.2m], await ValuesAsync(store));
    }

    [StoreFact]
    public async Task Numerator_and_denominator_make_the_value()
    {
        await using var store = await HoldingAsync();

        Assert.Equal(16.2m, Assert.IsType<Entry.Measured>(await MeasureAsync(store, "Re-referral rate", null, 181, 1117)).Now.Value);
        Assert.IsType<Entry.NoValue>(await MeasureAsync(store, "Caseload", null, 181, 1117));
    }

    [StoreFact]
    public async Task A_second_value_is_a_correction_and_the_old_one_stays_in_the_history()
    {
        await using var store = await HoldingAsync();
        await MeasureAsync(store, "Re-referral rate", 16.2m, null, null);

        var entry = Assert.IsType<Entry.Measured>(await MeasureAsync(store, "Re-referral rate", 20m, 181, 1117));

        Assert.Equal((16.2m, 20m, 16.2m), (entry.Before!.Value, entry.Now.Value, entry.Now.Computed));
        Assert.Equal([18.2m, 20m], await ValuesAsync(store));
        Assert.Equal([(16.2m, 20m)], (await FindAsync(store)).Corrections.Select(old => (old.Value!.Value, old.Instead!.Value)));

        // One undo after the other goes back to the beginning, and nothing is lost of it.
        await store.SayAsync(ledger => ledger.UndoAsync(anyway: false));
        Assert.Equal([18.2m, 16.2m], await ValuesAsync(store));
        await store.SayAsync(ledger => ledger.UndoAsync(anyway: false));
        Assert.Equal([18.2m], await ValuesAsync(store));
        Assert.Equal([16.2m, 20m, 16.2m], (await FindAsync(store)).Corrections.Select(old => old.Value!.Value));
        Assert.IsType<Entry.NothingToUndo>(await store.SayAsync(ledger => ledger.UndoAsync(anyway: false)));
    }

    [StoreFact]
    public async Task A_figure_that_was_taken_back_is_not_exported()
    {
        await using var store = await HoldingAsync();
        var before = await ExportAsync(store);
        await MeasureAsync(store, "Re-referral rate", 16.2m, null, null);
        Assert.NotEqual(before, await ExportAsync(store));
        await store.SayAsync(ledger => ledger.UndoAsync(anyway: false));

        Assert.DoesNotContain("Q2 2013/14", await ExportAsync(store), StringComparison.Ordinal);
    }

    private static async Task<StoreFile> HoldingAsync()
    {
        var store = await StoreFile.HoldingAsync("plan,ref,action\nleeds-2011,1.1,Answer calls");
        Assert.Empty((await store.ImportRowsAsync(Csv)).Problems);
        return store;
    }

    private static async Task<Entry> MeasureAsync(StoreFile store, string indicator, decimal? value, decimal? numerator, decimal? denominator)
    {
        var id = await store.IdOfAsync(NameKind.Indicator, indicator);
        return await store.SayAsync(ledger => ledger.MeasureAsync(id, Q2, value, numerator, denominator));
    }

    private static async Task<IndicatorInFull> FindAsync(StoreFile store) =>
        (await new IndicatorQuestions(store.Stores).FindAsync(Viewer.Operator, await store.IdOfAsync(NameKind.Indicator, "Re-referral rate"), new DateOnly(2017, 4, 20), default))!;

    private static async Task<IEnumerable<decimal>> ValuesAsync(StoreFile store) => (await FindAsync(store)).Series.Single().Figures.Select(figure => figure.Value!.Value);

    private static Task<string> ExportAsync(StoreFile store) => store.ExportAsync(FileKind.Indicators);
}
