using System.Globalization;
using TeamsPlanBot.Data.Figures;

namespace TeamsPlanBot.Data.Tests.Figures;

public sealed class TargetWordsTests
{
    [Theory]
    [InlineData("80", Polarity.Higher, "at least 80")]
    [InlineData("80%", Polarity.Higher, "at least 80")]
    [InlineData("80", Polarity.Lower, "at most 80")]
    [InlineData("15.1 %", Polarity.Lower, "at most 15.1")]
    [InlineData("80", Polarity.None, "unset")]
    [InlineData("1,474", Polarity.Lower, "at most 1474")]
    [InlineData("100% target", Polarity.Higher, "at least 100")]
    [InlineData("target of 90%", Polarity.Higher, "at least 90")]
    [InlineData("90% of audits", Polarity.Higher, "at least 90")]
    [InlineData("zero", Polarity.Lower, "at most 0")]
    [InlineData("0", Polarity.Lower, "at most 0")]
    [InlineData("at least 65", Polarity.None, "at least 65")]
    [InlineData("At least 65%", Polarity.Higher, "at least 65")]
    [InlineData("no less than 65", Polarity.Higher, "at least 65")]
    [InlineData("65% or above", Polarity.Lower, "at least 65")]
    [InlineData("65 or more children", Polarity.Lower, "at least 65")]
    [InlineData("65+", Polarity.None, "at least 65")]
    [InlineData("≥ 65", Polarity.None, "at least 65")]
    [InlineData(">=65", Polarity.None, "at least 65")]
    [InlineData("at most 11", Polarity.None, "at most 11")]
    [InlineData("no more than 11%", Polarity.Higher, "at most 11")]
    [InlineData("reduced to 11%", Polarity.Lower, "at most 11")]
    [InlineData("is reduced to 11% by year end", Polarity.Lower, "at most 11")]
    [InlineData("increased to 75", Polarity.Higher, "at least 75")]
    [InlineData("11 or fewer", Polarity.Higher, "at most 11")]
    [InlineData("11 or better", Polarity.Lower, "at most 11")]
    [InlineData("below 14", Polarity.Lower, "below 14")]
    [InlineData("under 14%.", Polarity.Lower, "below 14")]
    [InlineData("< 14", Polarity.Lower, "below 14")]
    [InlineData("below the national average of 14%", Polarity.Lower, "below 14")]
    [InlineData("above 14", Polarity.Higher, "above 14")]
    [InlineData("more than 14", Polarity.Higher, "above 14")]
    [InlineData("lower than the year before", Polarity.Lower, "down")]
    [InlineData("lower than last year", Polarity.Lower, "down")]
    [InlineData("reduces year-on-year", Polarity.Lower, "down")]
    [InlineData("fewer", Polarity.Lower, "down")]
    [InlineData("fewer than last year", Polarity.Lower, "down")]
    [InlineData("reduction on the previous year", Polarity.Lower, "down")]
    [InlineData("higher than the year before", Polarity.Higher, "up")]
    [InlineData("increases year-on-year", Polarity.Higher, "up")]
    [InlineData("improves each year", Polarity.Higher, "up")]
    [InlineData("improves each year", Polarity.Lower, "down")]
    [InlineData("improves each year", Polarity.None, "unset")]
    [InlineData("in line with Neighbours", Polarity.Lower, "InLine Neighbours")]
    [InlineData("in line with the statistical neighbours", Polarity.Lower, "InLine statistical neighbours")]
    [InlineData("at most England", Polarity.Lower, "AtMost England")]
    [InlineData("at least North East highest", Polarity.Higher, "AtLeast North East highest")]
    [InlineData("below the national average", Polarity.Lower, "Below national average")]
    [InlineData("above England", Polarity.Higher, "Above England")]
    [InlineData("to be confirmed", Polarity.Higher, "unset")]
    [InlineData("target to be confirmed", Polarity.Higher, "unset")]
    [InlineData("at least TBC", Polarity.Higher, "unset")]
    [InlineData("80% (to be confirmed)", Polarity.Higher, "unset")]
    [InlineData("80?", Polarity.Higher, "unset")]
    [InlineData("TBC", Polarity.Higher, "unset")]
    [InlineData("n/a", Polarity.Higher, "unset")]
    [InlineData("", Polarity.Higher, "unset")]
    [InlineData(null, Polarity.Higher, "unset")]
    [InlineData("80% June 2018", Polarity.Higher, "unset")]
    [InlineData("80% by June, 90% by December", Polarity.Higher, "unset")]
    [InlineData("14,6", Polarity.Higher, "unset")]
    [InlineData("1.2.3", Polarity.Higher, "unset")]
    [InlineData("10-12", Polarity.Higher, "unset")]
    [InlineData("-5", Polarity.Higher, "unset")]
    [InlineData("at least", Polarity.Higher, "unset")]
    [InlineData("at most the year before", Polarity.Lower, "unset")]
    [InlineData("fewer children go missing", Polarity.Lower, "unset")]
    [InlineData("٨٠", Polarity.Higher, "unset")]
    [InlineData("99999999999999999999999999999999", Polarity.Higher, "unset")]
    public void Words_of_a_target_ask_for(string? words, Polarity polarity, string asked)
    {
        var target = TargetWords.Read(words, polarity);

        Assert.Equal(asked, Asked(target));
        Assert.Equal(words ?? "", target.Words);
    }

    [Fact]
    public void A_target_is_the_same_in_every_letter_case_and_with_any_number_of_spaces()
    {
        string[] targets = ["at least 65", "at most 11%", "below 14", "lower than the year before", "in line with neighbours", "to be confirmed"];

        Assert.All(targets, words => Assert.Equal(
            Asked(TargetWords.Read(words, Polarity.Lower)),
            Asked(TargetWords.Read(words.ToUpperInvariant().Replace(" ", "  ", StringComparison.Ordinal), Polarity.Lower)),
            ignoreCase: true));
    }

    [Fact]
    public void Hostile_words_set_no_target_and_throw_nothing()
    {
        string[] pieces = ["at least", "at most", "the", "of", "a", "80", "%", ",", ".", "+", "or more", "year", "last year", "zero", "than", "reduced to", "\0", "\uD800", "<", "≥", "target"];
        var random = new Random(80);
        for (var round = 0; round < 20_000; round++)
        {
            var words = string.Join(random.Next(2) == 0 ? " " : "", random.GetItems(pieces, random.Next(0, 8)));
            Assert.Equal(words, TargetWords.Read(words, Polarity.Higher).Words);
        }

        Assert.IsType<TargetWords.Unset>(TargetWords.Read(new string('9', 1_000_000), Polarity.Higher));
    }

    private static string Asked(TargetWords target) => target switch
    {
        TargetWords.AtLeast(_, var value) => string.Create(CultureInfo.InvariantCulture, $"at least {value}"),
        TargetWords.AtMost(_, var value) => string.Create(CultureInfo.InvariantCulture, $"at most {value}"),
        TargetWords.Below(_, var value) => string.Create(CultureInfo.InvariantCulture, $"below {value}"),
        TargetWords.Above(_, var value) => string.Create(CultureInfo.InvariantCulture, $"above {value}"),
        TargetWords.BetterThanTheYearBefore(_, var isUp) => isUp ? "up" : "down",
        TargetWords.ComparedWith(_, var comparator, var comparison) => $"{comparison} {comparator}",
        _ => "unset",
    };
}
