using System.Globalization;
using TeamsPlanBot.Data.Figures;

namespace TeamsPlanBot.Data.Tests.Figures;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2012/13", PeriodKind.FinancialYear, "2012-04-01", "2013-03-31")]
    [InlineData("2099/00", PeriodKind.FinancialYear, "2099-04-01", "2100-03-31")]
    [InlineData("Q1 2013/14", PeriodKind.Quarter, "2013-04-01", "2013-06-30")]
    [InlineData("Q2 2013/14", PeriodKind.Quarter, "2013-07-01", "2013-09-30")]
    [InlineData("Q3 2013/14", PeriodKind.Quarter, "2013-10-01", "2013-12-31")]
    [InlineData("Q4 2013/14", PeriodKind.Quarter, "2014-01-01", "2014-03-31")]
    [InlineData("March 2013", PeriodKind.Month, "2013-03-01", "2013-03-31")]
    [InlineData("February 2012", PeriodKind.Month, "2012-02-01", "2012-02-29")]
    [InlineData("2013", PeriodKind.CalendarYear, "2013-01-01", "2013-12-31")]
    [InlineData("31 March 2012", PeriodKind.Day, "2012-03-31", "2012-03-31")]
    [InlineData("1 September 2012 to 30 June 2013", PeriodKind.Span, "2012-09-01", "2013-06-30")]
    public void Each_kind_of_period_has_its_one_way_of_writing(string words, PeriodKind kind, string start, string end)
    {
        var period = Read(words);

        Assert.Equal((kind, Day(start), Day(end), words), (period.Kind, period.Start, period.End, period.Words));
    }

    [Theory]
    [InlineData("2012-13", "2012/13")]
    [InlineData("2012~13", "2012/13")]
    [InlineData("2012–13", "2012/13")]
    [InlineData("2012/2013", "2012/13")]
    [InlineData("FY 2012/13", "2012/13")]
    [InlineData("financial year 2012/13", "2012/13")]
    [InlineData("the year 2012/13", "2012/13")]
    [InlineData("year ending 31 March 2013", "2012/13")]
    [InlineData("year ended March 2013", "2012/13")]
    [InlineData("1 April 2012 to 31 March 2013", "2012/13")]
    [InlineData("April 2012 to March 2013", "2012/13")]
    [InlineData("April 2012 - March 2013", "2012/13")]
    [InlineData("Q2 2013-14", "Q2 2013/14")]
    [InlineData("Q2 2013~14", "Q2 2013/14")]
    [InlineData("q2 2013/14", "Q2 2013/14")]
    [InlineData("Q2 13/14", "Q2 2013/14")]
    [InlineData("Q2, 2013/14", "Q2 2013/14")]
    [InlineData("2013/14 Q2", "Q2 2013/14")]
    [InlineData("quarter 2 of 2013/14", "Q2 2013/14")]
    [InlineData("quarter two 2013/14", "Q2 2013/14")]
    [InlineData("the second quarter of 2013/14", "Q2 2013/14")]
    [InlineData("2nd quarter 2013/14", "Q2 2013/14")]
    [InlineData("Qtr 2 2013/14", "Q2 2013/14")]
    [InlineData("Q2 2013", "Q2 2013/14")]
    [InlineData("July to September 2013", "Q2 2013/14")]
    [InlineData("Jul-Sep 2013", "Q2 2013/14")]
    [InlineData("Mar 2013", "March 2013")]
    [InlineData("Mar-13", "March 2013")]
    [InlineData("March '13", "March 2013")]
    [InlineData("2013-03", "March 2013")]
    [InlineData("03/2013", "March 2013")]
    [InlineData("May 17", "May 2017")]
    [InlineData("in March 2013", "March 2013")]
    [InlineData("1 to 31 March 2013", "March 2013")]
    [InlineData("calendar year 2013", "2013")]
    [InlineData("January to December 2013", "2013")]
    [InlineData("31/03/2012", "31 March 2012")]
    [InlineData("31.03.12", "31 March 2012")]
    [InlineData("2012-03-31", "31 March 2012")]
    [InlineData("31st March 2012", "31 March 2012")]
    [InlineData("31-Mar-2012", "31 March 2012")]
    [InlineData("as at 31 March 2012", "31 March 2012")]
    [InlineData("on the 31st of March 2012", "31 March 2012")]
    [InlineData("2012-09-01 to 2013-06-30", "1 September 2012 to 30 June 2013")]
    [InlineData("from 1 September 2012 to 30 June 2013", "1 September 2012 to 30 June 2013")]
    [InlineData("1 September 2012 – 30 June 2013", "1 September 2012 to 30 June 2013")]
    [InlineData("between 1 September 2012 and 30 June 2013", "1 September 2012 to 30 June 2013")]
    [InlineData("September 2012 to June 2013", "1 September 2012 to 30 June 2013")]
    [InlineData("2012/13 to 2014/15", "1 April 2012 to 31 March 2015")]
    [InlineData("Q1 2013/14 to Q2 2013/14", "1 April 2013 to 30 September 2013")]
    public void Other_ways_of_writing_a_period_mean_the_same(string words, string canonical) => Assert.Equal(canonical, Read(words).Words);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("soon")]
    [InlineData("Q2")]
    [InlineData("Q5 2013/14")]
    [InlineData("Q0 2013/14")]
    [InlineData("Q4 2013")]
    [InlineData("March")]
    [InlineData("31 March")]
    [InlineData("31 June 2013")]
    [InlineData("29/02/2013")]
    [InlineData("12/31/2013")]
    [InlineData("2012/14")]
    [InlineData("2012-05-32")]
    [InlineData("12/13")]
    [InlineData("9999")]
    [InlineData("0000")]
    [InlineData("March 3013")]
    [InlineData("31/12/99")]
    [InlineData("2012/13 or so")]
    [InlineData("2012/13, 2013/14")]
    [InlineData("about 2013")]
    [InlineData("June 2013 to March 2013")]
    [InlineData("September to June 2013")]
    [InlineData("to 30 June 2013")]
    [InlineData("1 June 2013 to")]
    [InlineData("10 2013")]
    [InlineData("Easter 2013")]
    [InlineData("a) 2013")]
    public void What_could_be_another_time_is_not_read(string? words) => Assert.Null(Period.Read(words));

    [Fact]
    public void Hostile_words_are_refused_quickly_and_never_thrown_at()
    {
        string[] pieces = ["2013", "/", "-", "14", "Q2", "quarter", "of", "to", "March", "31", "31st", ".", "~", "year", "ending", "between", "and", "\0", "٣", "\uD800", "9999", "'", "0"];
        var random = new Random(2013);
        for (var round = 0; round < 20_000; round++)
        {
            var words = string.Join(random.Next(2) == 0 ? " " : "", random.GetItems(pieces, random.Next(1, 9)));
            if (Period.Read(words) is { } period)
            {
                Assert.Equal(period, Period.Read(period.Words));
                Assert.True(period.Start <= period.End, words);
            }
        }

        Assert.Null(Period.Read(string.Concat(Enumerable.Repeat("year ending ", 100_000))));
        Assert.Null(Period.Read(string.Concat(Enumerable.Repeat("year to ", 24))));
    }

    [Theory]
    [InlineData("2012/13", "2011/12")]
    [InlineData("Q1 2013/14", "Q4 2012/13")]
    [InlineData("Q4 2013/14", "Q3 2013/14")]
    [InlineData("January 2013", "December 2012")]
    [InlineData("March 2013", "February 2013")]
    [InlineData("2013", "2012")]
    [InlineData("31 March 2012", "31 March 2011")]
    [InlineData("28 February 2013", "29 February 2012")]
    [InlineData("29 February 2012", "28 February 2011")]
    [InlineData("1 September 2012 to 30 June 2013", "1 September 2011 to 30 June 2012")]
    [InlineData("1 April 2012 to 31 March 2015", "1 April 2009 to 31 March 2012")]
    public void The_period_before_is_of_the_same_kind(string words, string before) => Assert.Equal(before, Read(words).Before.Words);

    [Theory]
    [InlineData("2012/13", "2011/12")]
    [InlineData("Q1 2013/14", "Q1 2012/13")]
    [InlineData("March 2013", "March 2012")]
    [InlineData("February 2013", "February 2012")]
    [InlineData("2013", "2012")]
    public void The_year_before_has_the_same_period(string words, string before) => Assert.Equal(before, Read(words).YearBefore.Words);

    [Fact]
    public void Periods_stand_in_the_order_in_which_they_end_and_the_shorter_one_first()
    {
        string[] ordered =
        [
            "2011/12", "Q3 2012/13", "2012", "31 March 2013", "March 2013", "Q4 2012/13", "1 September 2012 to 31 March 2013", "2012/13", "April 2013", "2013",
        ];
        var shuffled = ordered.Select(Read).ToArray();
        new Random(4).Shuffle(shuffled);

        Assert.Equal(ordered, shuffled.Order().Select(period => period.Words));
    }

    [Fact]
    public void Whatever_the_days_a_period_reads_back_as_itself_and_steps_back_without_overlap()
    {
        var random = new Random(5);
        for (var round = 0; round < 5_000; round++)
        {
            var start = new DateOnly(1950, 1, 1).AddDays(random.Next(50_000));
            Period[] periods =
            [
                Period.Of(start, start.AddDays(random.Next(1_500))), Period.Day(start), Period.Month(start.Year, start.Month), Period.CalendarYear(start.Year),
                Period.FinancialYear(start.Year), Period.Quarter(start.Year, random.Next(1, 5)),
            ];
            foreach (var period in periods)
            {
                Assert.Equal(period, Period.Read(period.Words));
                Assert.True(period.Before.End < period.Start, period.Words);
                Assert.True(period.Before < period, period.Words);
                Assert.Equal(period.CompareTo(periods[0]) == 0, period == periods[0]);
                Assert.Equal(period.CompareTo(periods[0]), -periods[0].CompareTo(period));
            }
        }
    }

    private static Period Read(string words) => Period.Read(words) ?? throw new InvalidOperationException($"“{words}” was not read.");

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
