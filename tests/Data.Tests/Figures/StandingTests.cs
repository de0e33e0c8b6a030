using System.Globalization;
using TeamsPlanBot.Data.Figures;

namespace TeamsPlanBot.Data.Tests.Figures;

public sealed class StandingTests
{
    [Theory]
    [InlineData("80", Polarity.Higher, "80", TargetStatus.OnTarget)]
    [InlineData("80", Polarity.Higher, "79.9", TargetStatus.OffTarget)]
    [InlineData("11", Polarity.Lower, "11", TargetStatus.OnTarget)]
    [InlineData("11", Polarity.Lower, "11.1", TargetStatus.OffTarget)]
    [InlineData("80", Polarity.None, "90", TargetStatus.NoTarget)]
    [InlineData("below 14", Polarity.Lower, "13.9", TargetStatus.OnTarget)]
    [InlineData("below 14", Polarity.Lower, "14", TargetStatus.OffTarget)]
    [InlineData("above 14", Polarity.Higher, "14.1", TargetStatus.OnTarget)]
    [InlineData("above 14", Polarity.Higher, "14", TargetStatus.OffTarget)]
    [InlineData("lower than the year before", Polarity.Lower, "17.9", TargetStatus.OnTarget)]
    [InlineData("lower than the year before", Polarity.Lower, "18", TargetStatus.OffTarget)]
    [InlineData("higher than the year before", Polarity.Higher, "18.1", TargetStatus.OnTarget)]
    [InlineData("higher than the year before", Polarity.Higher, "18", TargetStatus.OffTarget)]
    [InlineData("at most England", Polarity.Lower, "14", TargetStatus.OnTarget)]
    [InlineData("at most England", Polarity.Lower, "14.1", TargetStatus.OffTarget)]
    [InlineData("at least England", Polarity.Higher, "14", TargetStatus.OnTarget)]
    [InlineData("at least England", Polarity.Higher, "13.9", TargetStatus.OffTarget)]
    [InlineData("below England", Polarity.Lower, "14", TargetStatus.OffTarget)]
    [InlineData("above England", Polarity.Higher, "14", TargetStatus.OffTarget)]
    [InlineData("in line with England", Polarity.Lower, "12", TargetStatus.OnTarget)]
    [InlineData("in line with England", Polarity.Lower, "14.1", TargetStatus.OffTarget)]
    [InlineData("in line with England", Polarity.Higher, "15", TargetStatus.OnTarget)]
    [InlineData("in line with England", Polarity.Higher, "13", TargetStatus.OffTarget)]
    [InlineData("in line with England", Polarity.None, "14", TargetStatus.OnTarget)]
    [InlineData("in line with England", Polarity.None, "15", TargetStatus.OffTarget)]
    [InlineData("in line with Neighbours", Polarity.Lower, "1", TargetStatus.NoTarget)]
    [InlineData("to be confirmed", Polarity.Higher, "100", TargetStatus.NoTarget)]
    public void A_value_stands_against_its_target(string target, Polarity polarity, string value, TargetStatus status) =>
        Assert.Equal(status, Standing.Against(TargetWords.Read(target, polarity), Figure(value), polarity, yearBefore: 18, name => name == "England" ? 14 : null));

    [Fact]
    public void Without_a_target_or_without_the_figure_it_is_measured_against_nothing_is_healthy()
    {
        Assert.Equal(TargetStatus.NoTarget, Standing.Against(null, 100, Polarity.Higher, null, _ => null));
        Assert.Equal(TargetStatus.NoTarget, Standing.Against(TargetWords.Read("lower than last year", Polarity.Lower), 1, Polarity.Lower, yearBefore: null, _ => null));
    }

    [Theory]
    [InlineData("15.1", "18", Polarity.Lower, DirectionOfTravel.Improving)]
    [InlineData("19", "18", Polarity.Lower, DirectionOfTravel.Worsening)]
    [InlineData("19", "18", Polarity.Higher, DirectionOfTravel.Improving)]
    [InlineData("17", "18", Polarity.Higher, DirectionOfTravel.Worsening)]
    [InlineData("18.0", "18", Polarity.Higher, DirectionOfTravel.Steady)]
    [InlineData("18", "18", Polarity.None, DirectionOfTravel.Steady)]
    [InlineData("371", "386", Polarity.None, DirectionOfTravel.Falling)]
    [InlineData("6859", "6091", Polarity.None, DirectionOfTravel.Rising)]
    [InlineData("15.1", null, Polarity.Lower, null)]
    public void A_value_moves_for_better_or_worse_only_where_one_way_is_better(string latest, string? before, Polarity polarity, DirectionOfTravel? direction) =>
        Assert.Equal(direction, Standing.Direction(Figure(latest), before is null ? null : Figure(before), polarity));

    [Theory]
    [InlineData("181", "6859", "5.0", "%", "2.6")]
    [InlineData("3651", "6859", "53.2", "%", null)]
    [InlineData("943", "2201", "42.8", "%", null)]
    [InlineData("676", "1247", "54.2", "%", null)]
    [InlineData("353", "2336", "15.1", "%", null)]
    [InlineData("24", "404", "5.9", "%", null)]
    [InlineData("9", "306", "2.9", "%", null)]
    [InlineData("29", "31", "93.5", "%", null)]
    [InlineData("28", "129", "21.7", "%", null)]
    [InlineData("353", "2336", "15", "per cent", null)]
    [InlineData("353", "2336", "16", "%", "15.1")]
    [InlineData("353", "2336", "15.10", "%", "15.11")]
    [InlineData("1", "8", "12.5", "%", null)]
    [InlineData("1", "8", "12", "%", null)]
    [InlineData("1", "8", "13", "%", null)]
    [InlineData("25", "10000", "24.8", "per 10,000", "25.0")]
    [InlineData("104", "41900", "24.8", "per 10,000", null)]
    [InlineData("104", "41900", "24.8", "per 10,000 children", null)]
    [InlineData("1370", "42", "32.6", "ratio", null)]
    [InlineData("1370", "42", "25", "ratio", "32.6")]
    [InlineData("5", "0", "5", "%", null)]
    [InlineData(null, "6859", "5.0", "%", null)]
    [InlineData("181", null, "5.0", "%", null)]
    [InlineData("181", "6859", null, "%", null)]
    [InlineData("181", "6859", "5.0", "days", null)]
    [InlineData("181", "6859", "5.0", "per child", null)]
    [InlineData("181", "6859", "5.0", "per ", null)]
    [InlineData("181", "6859", "5.0", null, null)]
    [InlineData("79228162514264337593543950335", "1", "5.0", "%", null)]
    [InlineData("1", "0.0000000000000000000000000001", "5.0", "%", null)]
    [InlineData("1", "2", "-79228162514264337593543950335", "%", null)]
    public void A_value_that_its_own_numerator_and_denominator_contradict_is_found_with_the_value_they_give(
        string? numerator, string? denominator, string? value, string? unit, string? computed) =>
        Assert.Equal(computed, Standing.Contradiction(Maybe(numerator), Maybe(denominator), Maybe(value), unit)?.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void The_decimals_that_were_printed_count_also_where_a_store_added_some() =>
        Assert.Equal((null, 42.8442m), (Standing.Contradiction(943, 2201, 42.8000m, "%", decimals: 1), Standing.Contradiction(943, 2201, 42.8000m, "%")));

    [Fact]
    public void A_value_rounded_as_printed_never_contradicts_and_one_that_is_off_by_a_last_digit_always_does()
    {
        var random = new Random(181);
        for (var round = 0; round < 5_000; round++)
        {
            var (denominator, places) = (random.Next(1, 10_000), random.Next(0, 3));
            var numerator = random.Next(0, denominator + 1);
            var value = Math.Round(100m * numerator / denominator, places, MidpointRounding.AwayFromZero);
            var digit = new decimal(1, 0, 0, false, (byte)places);

            Assert.Null(Standing.Contradiction(numerator, denominator, value, "%", places));
            Assert.NotNull(Standing.Contradiction(numerator, denominator, value + (2 * digit), "%", places));
        }
    }

    // Targets, in the order in which they were stated: "words", "words for period", "words by day".
    [Theory]
    [InlineData("80 by 2018-06-30; 90 by 2018-12-31; 95 by 2019-03-31", "Q1 2018/19", "80")]
    [InlineData("80 by 2018-06-30; 90 by 2018-12-31; 95 by 2019-03-31", "Q2 2018/19", "80")]
    [InlineData("80 by 2018-06-30; 90 by 2018-12-31; 95 by 2019-03-31", "Q3 2018/19", "90")]
    [InlineData("80 by 2018-06-30; 90 by 2018-12-31; 95 by 2019-03-31", "2018/19", "95")]
    [InlineData("80 by 2018-06-30; 90 by 2018-12-31; 95 by 2019-03-31", "2020/21", "95")]
    [InlineData("95 by 2019-03-31; 80 by 2018-06-30; 90 by 2018-12-31", "May 2018", "80")]
    [InlineData("80 by 2018-06-30; 85 by 2018-06-30", "Q1 2018/19", "85")]
    [InlineData("80 for 2017/18; 85 for 2018/19", "2018/19", "85")]
    [InlineData("80 for 2017/18; 85 for 2018/19", "2017/18", "80")]
    [InlineData("80 for 2017/18; 85 for 2018/19", "2019/20", "85")]
    [InlineData("80 for 2017/18; 85 for 2018/19", "Q1 2018/19", "80")]
    [InlineData("80 for 2017/18; 85 for 2018/19", "2016/17", null)]
    [InlineData("70 for 2018/19; 80 by 2018-06-30", "2018/19", "70")]
    [InlineData("70 for 2016/17; 80 by 2018-06-30", "2018/19", "80")]
    [InlineData("70 for 2016/17; 80 by 2018-06-30", "2017/18", "70")]
    [InlineData("70 for 2016/17; 60", "2017/18", "70")]
    [InlineData("60; 80 by 2018-06-30", "2017/18", "60")]
    [InlineData("60; 80 by 2018-06-30", "2018/19", "80")]
    [InlineData("60", "2018/19", "60")]
    [InlineData("60; 65", "2018/19", "65")]
    [InlineData("70 for 2020/21", "2018/19", null)]
    [InlineData("", "2018/19", null)]
    public void The_target_in_force_in_a_period(string stated, string period, string? inForce)
    {
        var targets = stated.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(Stated).ToList();

        Assert.Equal(inForce, Standing.TargetInForce(targets, Period.Read(period)!)?.Target.Words);
    }

    private static StatedTarget Stated(string words)
    {
        var (period, by) = (words.Split(" for "), words.Split(" by "));
        return period.Length == 2 ? new(TargetWords.Read(period[0], Polarity.Higher), Period.Read(period[1]))
            : by.Length == 2 ? new(TargetWords.Read(by[0], Polarity.Higher), By: DateOnly.ParseExact(by[1], "yyyy-MM-dd"))
            : new(TargetWords.Read(words, Polarity.Higher));
    }

    private static decimal? Maybe(string? figure) => figure is null ? null : Figure(figure);

    private static decimal Figure(string figure) => decimal.Parse(figure, CultureInfo.InvariantCulture);
}
