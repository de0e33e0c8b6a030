using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

/// <summary>Numbers of people that are too small are not given away, whichever way one asks.</summary>
public sealed class MaskingTests
{
    private const string Heading = "plan,indicator,unit,polarity,period,breakdown,numerator,denominator,value";

    [StoreTheory]
    [InlineData("children", "", "", "4", null)]
    [InlineData("children", "", "", "5", "5")]
    [InlineData("children", "", "", "0", "0")]
    [InlineData("", "", "", "3", null)]
    [InlineData("days", "", "", "3", "3")]
    [InlineData("%", "3", "60", "5", null)]
    [InlineData("%", "58", "60", "96.7", null)]
    [InlineData("%", "", "60", "5", null)]
    [InlineData("%", "30", "60", "50", "50")]
    [InlineData("%", "2", "4", "50", null)]
    [InlineData("%", "0", "60", "0", "0")]
    public async Task A_figure_that_rests_on_fewer_than_five_is_hidden(string unit, string numerator, string denominator, string value, string? shown)
    {
        await using var file = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,Answer calls");
        await file.TakeAsync($"{Heading}\np,Missing episodes,{unit},lower,2012/13,,{numerator},{denominator},{value}");
        file.Stores.Masking = new Masking(5);

        var line = Assert.Single(await new IndicatorQuestions(file.Stores).ListAsync(Viewer.Operator, Scope.Everything, new(2013, 6, 3), default));

        Assert.Equal(shown, line.Latest!.Value?.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(shown is null, line.Latest.IsMasked);
        Assert.Equal(shown is null ? null : value, Cell(await file.ExportAsync(FileKind.Indicators), "value"));
    }

    [StoreFact]
    public async Task One_hidden_part_cannot_be_reckoned_from_the_whole_and_the_others()
    {
        await using var file = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,Answer calls");
        await file.TakeAsync($"""
            {Heading}
            p,Children missing,children,lower,2012/13,,,,40
            p,Children missing,children,lower,2012/13,boys,,,29
            p,Children missing,children,lower,2012/13,girls,,,8
            p,Children missing,children,lower,2012/13,others,,,3
            """);
        file.Stores.Masking = new Masking(5);

        var whole = Assert.Single(await new IndicatorQuestions(file.Stores).NamedAsync(Viewer.Operator, "Children missing", [], new(2013, 6, 3), default));

        Assert.Equal([("", 40m), ("boys", 29m), ("girls", null), ("others", (decimal?)null)], whole.Series.Select(series => (series.Breakdown, series.Figures[0].Value)));
    }

    [StoreFact]
    public async Task A_correction_and_a_change_hide_them_too()
    {
        await using var file = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,Answer calls");
        await file.TakeAsync($"{Heading},recorded on,recorded by\np,Children missing,children,lower,2012/13,,,,3,2013-05-01,Jo Hill");
        await file.TakeAsync($"{Heading},recorded on,recorded by\np,Children missing,children,lower,2012/13,,,,12,2013-05-02,Jo Hill");
        file.Stores.Masking = new Masking(5);

        var whole = Assert.Single(await new IndicatorQuestions(file.Stores).NamedAsync(Viewer.Operator, "Children missing", [], new(2013, 6, 3), default));
        var changed = await new ChangeQuestions(file.Stores).SinceAsync(Viewer.Operator, Scope.Everything, new(2013, 4, 1), 10, default);

        Assert.Equal((null, 12m), (Assert.Single(whole.Corrections).Value, whole.Corrections[0].Instead));
        Assert.Equal([(null, 12m), (null, (decimal?)null)], changed.Figures.Select(figure => (figure.From, figure.To)));
    }

    private static string? Cell(string csv, string column)
    {
        var lines = csv.Split('\n');
        return lines[1].Split(',')[Array.IndexOf(lines[0].Split(','), column)] is { Length: > 0 } cell ? cell : null;
    }
}
