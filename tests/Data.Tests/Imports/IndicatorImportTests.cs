using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Indicators;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class IndicatorImportTests
{
    private const string Plan = "plan,ref,action\np,1.1,Answer calls\np,1.2,Write letters";

    [StoreFact]
    public async Task A_row_a_period_makes_a_series_with_all_that_is_said_of_it()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);

        await store.TakeAsync("""
            plan,section,indicator,unit,polarity,period,numerator,denominator,value,target,target by,source,commentary,aliases,definition,breakdown,comparator,actions
            p,Outputs,Re-referral rate,%,lower,2011/12,,,18,,,Headlines,,re-referrals; rereferrals,Within a year,,,1.2; 1.1
            p,Outputs,Re-referral rate,%,lower,Q2 2013/14,181,1117,16.2,at most 15,2014-03-31,Workflow,Falling.,re-referrals; rereferrals,Within a year,,,1.2; 1.1
            p,Outputs,Re-referral rate,%,lower,2011/12,,,26,,,,,,,,England,
            p,Outputs,Re-referral rate,%,lower,31 March 2012,,,9,,,,,,,North 1,,
            """);

        var rate = Assert.Single(await IndicatorsAsync(store));
        Assert.Equal(("Re-referral rate", "Outputs", "%", Polarity.Lower, "Within a year"), (rate.Name, rate.Section, rate.Unit, rate.Polarity, rate.Definition));
        Assert.Equal(["re-referrals", "rereferrals"], rate.Aliases.Select(alias => alias.Name).Order());
        Assert.Equal(2, rate.Actions.Count);
        Assert.Equal(
            [("", "", 18m), ("", "", 16.2m), ("", "England", 26m), ("North 1", "", 9m)],
            rate.Measurements.OrderBy(m => m.Id).Select(m => (m.Breakdown, m.Comparator, m.Value!.Value)));
        var quarter = rate.Standing("", "", new DateOnly(2013, 7, 1), new DateOnly(2013, 9, 30))!;
        Assert.Equal((181m, 1117m, "Workflow", "Falling."), (quarter.Numerator, quarter.Denominator, quarter.Source, quarter.Commentary));
        var target = Assert.Single(rate.Targets);
        Assert.Equal(("at most 15", new DateOnly(2014, 3, 31), quarter.Start), (target.Words, target.By, target.Start));
    }

    [StoreFact]
    public async Task Stepped_targets_and_a_commentary_need_no_period()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);

        await store.TakeAsync("""
            plan,indicator,target,target by,commentary,breakdown
            p,Assessments,90,2018-12-31,,
            p,Assessments,80,2018-06-30,By summer.,
            p,Attendance,,,Better than England.,Primary
            p,Attendance,,,Much improved.,Secondary
            """);

        var indicators = await IndicatorsAsync(store);
        Assert.Equal(["80 by 2018-06-30", "90 by 2018-12-31"], indicators[0].Targets.OrderBy(t => t.By).Select(t => $"{t.Words} by {t.By:yyyy-MM-dd}"));
        Assert.Equal(["By summer.", "Primary: Better than England.\nSecondary: Much improved."], indicators.Select(i => i.Commentary));
    }

    [StoreFact]
    public async Task A_figure_that_differs_is_a_correction_and_the_old_one_is_kept()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        await store.TakeAsync("plan,indicator,period,value,commentary\np,Visits,2012/13,15.1,First.");

        Assert.Equal((0, 1, 0), await store.TakeAsync("plan,indicator,period,value\np,visits,2012-13,16"));

        var visits = Assert.Single(await IndicatorsAsync(store));
        Assert.Equal([(15.1m, true), (16m, false)], visits.Measurements.OrderBy(m => m.Id).Select(m => (m.Value!.Value, m.IsReplaced)));
        Assert.Contains("2012/13,,,16,,,,First.", await store.ExportAsync(FileKind.Indicators), StringComparison.Ordinal);
        Assert.DoesNotContain("15.1", await store.ExportAsync(FileKind.Indicators), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task What_a_person_recorded_stands_until_the_file_says_something_new()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        const string File = "plan,indicator,period,value\np,Visits,2012/13,15";
        await store.TakeAsync(File);
        await using (var opened = store.Stores.Open())
        {
            var visits = await opened.Indicators.Include(i => i.Measurements).SingleAsync();
            visits.Record(new Measurement { Start = new(2012, 4, 1), End = new(2013, 3, 31), Value = 12, At = DateTime.UtcNow, On = new(2013, 5, 1), By = "Jo Hill", PersonKey = "jo" });
            await opened.SaveChangesAsync();
        }

        Assert.Equal((0, 0, 1), await store.TakeAsync(File));
        Assert.Contains(",12,,,,,,2013-05-01,Jo Hill\n", await store.ExportAsync(FileKind.Indicators), StringComparison.Ordinal);

        Assert.Equal((0, 1, 0), await store.TakeAsync(File.Replace("15", "14", StringComparison.Ordinal)));
        var all = Assert.Single(await IndicatorsAsync(store)).Measurements.OrderBy(m => m.Id).ToList();
        Assert.Equal([15m, 12m, 14m], all.Select(m => m.Value!.Value));
        Assert.Equal("Jo Hill", all[1].By);
    }

    [StoreFact]
    public async Task What_the_file_leaves_blank_takes_nothing_back()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        await store.TakeAsync("plan,section,indicator,unit,polarity,period,value,target,aliases,actions\np,Inputs,Visits,%,lower,2012/13,15,20,calls,1.1");
        var before = await store.ExportAsync(FileKind.Indicators);

        Assert.Equal((0, 0, 1), await store.TakeAsync("plan,indicator,unit,polarity,period,value\np,Visits,,,,"));

        Assert.Equal(before, await store.ExportAsync(FileKind.Indicators));
    }

    [StoreFact]
    public async Task A_new_target_for_the_same_day_takes_the_place_of_the_old_one_and_others_stay()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        await store.TakeAsync("plan,indicator,target,target by\np,Visits,to be confirmed,\np,Visits,80,2018-06-30");

        Assert.Equal((0, 1, 0), await store.TakeAsync("plan,indicator,target\np,Visits,75"));

        Assert.Equal(["75", "80"], Assert.Single(await IndicatorsAsync(store)).Targets.Select(t => t.Words).Order());
    }

    [StoreFact]
    public async Task Numbers_come_back_as_they_are_read_and_not_as_an_engine_pads_them()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        await store.TakeAsync("plan,indicator,period,numerator,denominator,value\np,Visits,2012/13,9999999999999.999999,100,5.0\np,Visits,2013/14,-0.5,0,.25");

        var export = await store.RowsAsync(FileKind.Indicators);

        Assert.Contains(",9999999999999.999999,100,5,", export, StringComparison.Ordinal);
        Assert.Contains(",-0.5,0,0.25,", export, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_dry_run_counts_the_rows_and_stores_nothing()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);

        Assert.Equal((2, 0, 0), await store.TakeAsync("plan,indicator,period,value\np,Visits,2012/13,1\np,Visits,2013/14,2", dryRun: true));

        Assert.Empty(await IndicatorsAsync(store));
    }

    private static async Task<List<Indicator>> IndicatorsAsync(StoreFile store)
    {
        await using var opened = store.Stores.Open();
        return await opened.Indicators.Include(i => i.Aliases).Include(i => i.Actions).Include(i => i.Measurements).Include(i => i.Targets).OrderBy(i => i.Position).ToListAsync();
    }
}
