using System.Globalization;
using TeamsPlanBot.Bot.Understanding;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>Days as people say them. Unless said otherwise today is Thursday, 20 April 2017.</summary>
public sealed class DaysTests
{
    private static readonly DateOnly Thursday = new(2017, 4, 20);

    [Theory]
    [InlineData("30/6", "2017-06-30")]
    [InlineData("30/06/17", "2017-06-30")]
    [InlineData("30/06/2017", "2017-06-30")]
    [InlineData("30.6", "2017-06-30")]
    [InlineData("30.6.2017", "2017-06-30")]
    [InlineData("30.06.17", "2017-06-30")]
    [InlineData("30-06-2017", "2017-06-30")]
    [InlineData("30–06–2017", "2017-06-30")]
    [InlineData("2017-06-30", "2017-06-30")]
    [InlineData("12/5", "2017-05-12")]
    [InlineData("30 June", "2017-06-30")]
    [InlineData("June 30", "2017-06-30")]
    [InlineData("30th of June 2017", "2017-06-30")]
    [InlineData("the 30th of June", "2017-06-30")]
    [InlineData("Fri 30 June", "2017-06-30")]
    [InlineData("Friday the 30th of June 2017", "2017-06-30")]
    [InlineData("30 Jun '17", "2017-06-30")]
    [InlineData("30 Jun ’17", "2017-06-30")]
    [InlineData("30-Jun-17", "2017-06-30")]
    [InlineData("30/Jun/2017", "2017-06-30")]
    [InlineData("30june", "2017-06-30")]
    [InlineData("May 17th", "2017-05-17")]
    [InlineData("May 17, 2018", "2018-05-17")]
    [InlineData("May 17 2018", "2018-05-17")]
    [InlineData("1st of May next year", "2018-05-01")]
    [InlineData("first of June", "2017-06-01")]
    [InlineData("19 April", "2018-04-19")]
    [InlineData("20 April", "2017-04-20")]
    [InlineData("29 Feb 2020", "2020-02-29")]
    [InlineData("the 30th", "2017-04-30")]
    [InlineData("the 19th", "2017-05-19")]
    [InlineData("1st of next month", "2017-05-01")]
    [InlineData("Septmber 3rd", "2017-09-03")]
    [InlineData("3 Febuary", "2018-02-03")]
    [InlineData("12 mrach", "2018-03-12")]
    [InlineData("today", "2017-04-20")]
    [InlineData("tomorrow", "2017-04-21")]
    [InlineData("tommorow", "2017-04-21")]
    [InlineData("the day after tomorrow", "2017-04-22")]
    [InlineData("Friday", "2017-04-21")]
    [InlineData("Thursday", "2017-04-27")]
    [InlineData("Wendesday", "2017-04-26")]
    [InlineData("this Friday", "2017-04-21")]
    [InlineData("next Friday", "2017-04-28")]
    [InlineData("Friday week", "2017-04-28")]
    [InlineData("Monday next week", "2017-04-24")]
    [InlineData("a week on Monday", "2017-05-01")]
    [InlineData("a fortnight on Friday", "2017-05-05")]
    [InlineData("a week today", "2017-04-27")]
    [InlineData("a week tomorrow", "2017-04-28")]
    [InlineData("in 2 weeks", "2017-05-04")]
    [InlineData("in two weeks' time", "2017-05-04")]
    [InlineData("2 weeks from now", "2017-05-04")]
    [InlineData("in 6w", "2017-06-01")]
    [InlineData("in a couple of months", "2017-06-20")]
    [InlineData("end of the week", "2017-04-23")]
    [InlineData("end of next week", "2017-04-30")]
    [InlineData("month end", "2017-04-30")]
    [InlineData("end of month", "2017-04-30")]
    [InlineData("the end of next month", "2017-05-31")]
    [InlineData("end June", "2017-06-30")]
    [InlineData("last day of May", "2017-05-31")]
    [InlineData("start of June", "2017-06-01")]
    [InlineData("end of the year", "2017-12-31")]
    [InlineData("end of the financial year", "2018-03-31")]
    [InlineData("end of Q2", "2017-09-30")]
    [InlineData("end of 2018", "2018-12-31")]
    [InlineData("close of play Friday", "2017-04-21")]
    [InlineData("cop Friday", "2017-04-21")]
    public void One_day_is_read(string said, string day)
    {
        var read = Read(said);
        Assert.Null(read.Problem);
        Assert.Equal((day, day, day), (Iso(read.First), Iso(read.Last), Iso(read.Due)));
    }

    [Theory]
    [InlineData("March", "2018-03-01", "2018-03-31", "2018-03-31", "March 2018")]
    [InlineData("April", "2017-04-01", "2017-04-30", "2017-04-30", "April 2017")]
    [InlineData("March 2017", "2017-03-01", "2017-03-31", "2017-03-31", "March 2017")]
    [InlineData("May '18", "2018-05-01", "2018-05-31", "2018-05-31", "May 2018")]
    [InlineData("06/2017", "2017-06-01", "2017-06-30", "2017-06-30", "June 2017")]
    [InlineData("mid May", "2017-05-11", "2017-05-20", "2017-05-15", "mid May 2017")]
    [InlineData("mid-May 2018", "2018-05-11", "2018-05-20", "2018-05-15", "mid May 2018")]
    [InlineData("early May", "2017-05-01", "2017-05-10", "2017-05-10", "early May 2017")]
    [InlineData("late May", "2017-05-21", "2017-05-31", "2017-05-31", "late May 2017")]
    [InlineData("early 2018", "2018-01-01", "2018-03-31", "2018-03-31", "early 2018")]
    [InlineData("late 2018", "2018-10-01", "2018-12-31", "2018-12-31", "late 2018")]
    [InlineData("2018", "2018-01-01", "2018-12-31", "2018-12-31", "2018")]
    [InlineData("this week", "2017-04-17", "2017-04-23", "2017-04-23", "this week")]
    [InlineData("next week", "2017-04-24", "2017-04-30", "2017-04-30", "next week")]
    [InlineData("next month", "2017-05-01", "2017-05-31", "2017-05-31", "next month")]
    [InlineData("next quarter", "2017-07-01", "2017-09-30", "2017-09-30", "next quarter")]
    [InlineData("Q1", "2017-04-01", "2017-06-30", "2017-06-30", "Q1 2017/18")]
    [InlineData("Q4", "2018-01-01", "2018-03-31", "2018-03-31", "Q4 2017/18")]
    [InlineData("Q3 2013/14", "2013-10-01", "2013-12-31", "2013-12-31", "Q3 2013/14")]
    [InlineData("Q3 2013~14", "2013-10-01", "2013-12-31", "2013-12-31", "Q3 2013/14")]
    [InlineData("Q2 of 2017", "2017-07-01", "2017-09-30", "2017-09-30", "Q2 2017/18")]
    [InlineData("2nd quarter", "2017-07-01", "2017-09-30", "2017-09-30", "Q2 2017/18")]
    [InlineData("the third quarter of 2013/14", "2013-10-01", "2013-12-31", "2013-12-31", "Q3 2013/14")]
    [InlineData("2012/13", "2012-04-01", "2013-03-31", "2013-03-31", "2012/13")]
    [InlineData("2012-13", "2012-04-01", "2013-03-31", "2013-03-31", "2012/13")]
    [InlineData("this financial year", "2017-04-01", "2018-03-31", "2018-03-31", "2017/18")]
    [InlineData("March/April", "2017-03-01", "2017-04-30", "2017-04-30", "March to April 2017")]
    [InlineData("spring 2018", "2018-03-01", "2018-05-31", "2018-05-31", "spring 2018")]
    [InlineData("winter 2017", "2017-12-01", "2018-02-28", "2018-02-28", "winter 2017")]
    [InlineData("w/c 5 June", "2017-06-05", "2017-06-11", "2017-06-11", "the week of 5 June 2017")]
    [InlineData("week ending 9 June", "2017-06-03", "2017-06-09", "2017-06-09", "the week ending 9 June 2017")]
    public void A_span_has_its_first_day_its_last_and_the_day_that_is_meant_by_a_new_date(string said, string first, string last, string due, string words)
    {
        var read = Read(said);
        Assert.Null(read.Problem);
        Assert.Equal((first, last, due, words), (Iso(read.First), Iso(read.Last), Iso(read.Due), read.Words));
    }

    [Theory]
    [InlineData("31 June", "There is no 31 June: June has 30 days.", "30 June 2017")]
    [InlineData("31/6", "There is no 31 June: June has 30 days.", "30 June 2017")]
    [InlineData("29 February", "There is no 29 February 2018: February 2018 has 28 days.", "28 February 2018")]
    [InlineData("30/13", "There is no month 13: please give the day again, for example “30 June”.", "")]
    [InlineData("6/30/2017", "There is no month 30. Days come first here: did you mean 30 June?", "30 June 2017")]
    [InlineData("May 17", "“May 17” can be a day or a month of a year: 17 May, or May 2017?", "17 May, May 2017")]
    [InlineData("Monday 30 June", "30 June 2017 is a Friday, not a Monday: which day is meant?", "30 June 2017, 26 June 2017")]
    [InlineData("Q4 2013", "“Q4 2013” can end in March 2013 or in March 2014: which is meant?", "Q4 2012/13, Q4 2013/14")]
    [InlineData("year end", "Which year end is meant: the financial year’s or the calendar year’s?", "31 March 2018, 31 December 2017")]
    [InlineData("half term", "“half term” is no date that I can be sure of: please give the day, for example “30 April 2017”.", "")]
    [InlineData("end of term", "“end of term” is no date that I can be sure of: please give the day, for example “30 April 2017”.", "")]
    [InlineData("Easter", "“Easter” is no date that I can be sure of: please give the day, for example “30 April 2017”.", "")]
    [InlineData("the next board", "“next board” is no date that I can be sure of: please give the day, for example “30 April 2017”.", "")]
    [InlineData("Spring", "“Spring” is no date that I can be sure of: please give the day, for example “30 April 2017”.", "31 May 2017")]
    [InlineData("the 31st", "There is no 31 April: April has 30 days.", "30 April 2017, 31 May 2017")]
    public void What_is_no_day_or_two_days_is_asked_about(string said, string sentence, string instead)
    {
        var problem = Read(said).Problem;
        Assert.NotNull(problem);
        Assert.Equal((sentence, instead), (problem.Sentence, string.Join(", ", problem.Instead)));
    }

    [Fact]
    public void A_choice_is_the_whole_message_with_the_day_put_right()
    {
        var reading = new Reading("4.3 slipped to May 17, sorry", Names.None, Thursday);
        var asked = Assert.IsType<Request.Torn>(Days.At(reading, 3)!.Asks(reading, "reschedule"));
        Assert.Equal(["4.3 slipped to 17 May, sorry", "4.3 slipped to May 2017, sorry"], asked.Choices.Select(choice => choice.Ask));
    }

    [Theory]
    [InlineData("two workers")]
    [InlineData("4.3.1.2")]
    [InlineData("the team")]
    [InlineData("a sprint")]
    [InlineData("Marsh")]
    [InlineData("Mondays")]
    [InlineData("30")]
    [InlineData("4th manager")]
    [InlineData("next steps")]
    [InlineData("17.2%")]
    [InlineData("last but not least")]
    [InlineData("week")]
    [InlineData("5 new posts")]
    [InlineData("17.2 per cent.")]
    [InlineData("stringent")]
    public void What_is_no_day_is_not_taken_for_one(string said) => Assert.Null(Days.At(new Reading(said, Names.None, Thursday), 0));

    [Theory]
    [InlineData("30 June, 17 workers started", 2)]
    [InlineData("30 June because of leave", 2)]
    [InlineData("end of next month as agreed", 4)]
    [InlineData("May because of leave", 1)]
    [InlineData("Friday 30/6 at the latest", 3)]
    [InlineData("30.6 not 4.7", 1)]
    [InlineData("a week on Monday please", 4)]
    [InlineData("30 June 9am", 2)]
    public void A_day_takes_no_more_words_than_are_its_own(string said, int words) => Assert.Equal(words, Read(said).Length);

    [Theory]
    [InlineData("what changed since Friday", "2017-04-14", "since Friday")]
    [InlineData("since thursday", "2017-04-13", "since thursday")]
    [InlineData("since last Monday", "2017-04-17", "since last Monday")]
    [InlineData("what changed since last week", "2017-04-10", "since last week")]
    [InlineData("changes in the last fortnight", "2017-04-06", "in the last fortnight")]
    [InlineData("changes yesterday", "2017-04-19", "yesterday")]
    [InlineData("changed since 1 March", "2017-03-01", "since 1 March")]
    [InlineData("since 1/3", "2017-03-01", "since 1/3")]
    [InlineData("since 1 May", "2016-05-01", "since 1 May")]
    [InlineData("since March please", "2017-03-01", "since March")]
    [InlineData("since April", "2017-04-01", "since April")]
    [InlineData("since May", "2016-05-01", "since May")]
    [InlineData("what changed this week", "2017-04-17", "this week")]
    [InlineData("what changed last month for FR", "2017-03-01", "last month")]
    [InlineData("over the last 10 days", "2017-04-10", "over the last 10 days")]
    [InlineData("in the past month", "2017-03-20", "in the past month")]
    [InlineData("what happened 3 days ago", "2017-04-17", "3 days ago")]
    [InlineData("since the start of the month", "2017-04-01", "since the start of the month")]
    [InlineData("since the 3rd", "2017-04-03", "since the 3rd")]
    [InlineData("since the 25th", "2017-03-25", "since the 25th")]
    [InlineData("since Q4", "2017-01-01", "since Q4")]
    public void A_day_past_is_the_last_one(string said, string first, string words)
    {
        var reading = new Reading(said, Names.None, Thursday);
        var since = Days.Since(reading)!;
        Assert.Null(since.Problem);
        Assert.Equal((first, words), (Iso(since.First), said[reading.Words[since.At].Start..reading.Words[since.End - 1].End]));
    }

    [Theory]
    [InlineData("what changed since the last board")]
    [InlineData("what changed since the audit")]
    [InlineData("since Christmas")]
    [InlineData("since 31 June")]
    public void Since_a_day_that_nobody_can_know_is_asked_about(string said) => Assert.NotNull(Days.Since(new Reading(said, Names.None, Thursday))?.Problem);

    [Theory]
    [InlineData("what changed")]
    [InlineData("what changed for First Response")]
    [InlineData("what is next")]
    public void Without_a_day_there_is_no_since(string said) => Assert.Null(Days.Since(new Reading(said, Names.None, Thursday)));

    [Theory]
    [InlineData("2017-12-31", "tomorrow", "2018-01-01")]
    [InlineData("2017-12-31", "1 January", "2018-01-01")]
    [InlineData("2017-12-31", "31/12", "2017-12-31")]
    [InlineData("2017-12-31", "end of next month", "2018-01-31")]
    [InlineData("2017-12-31", "Monday", "2018-01-01")]
    [InlineData("2017-12-31", "next Monday", "2018-01-01")]
    [InlineData("2017-12-31", "Sunday", "2018-01-07")]
    [InlineData("2017-12-31", "the end of the week", "2017-12-31")]
    [InlineData("2018-01-01", "Sunday", "2018-01-07")]
    [InlineData("2018-01-01", "next Sunday", "2018-01-14")]
    [InlineData("2018-01-01", "the end of the week", "2018-01-07")]
    [InlineData("2018-01-31", "in a month", "2018-02-28")]
    [InlineData("2018-01-31", "in 2 months", "2018-03-31")]
    [InlineData("2016-01-31", "in a month", "2016-02-29")]
    [InlineData("2016-02-29", "29 February", "2016-02-29")]
    [InlineData("2016-02-29", "in a year", "2017-02-28")]
    [InlineData("2016-02-28", "tomorrow", "2016-02-29")]
    [InlineData("2017-03-25", "tomorrow", "2017-03-26")]
    [InlineData("2017-03-26", "tomorrow", "2017-03-27")]
    [InlineData("2017-10-28", "in 2 days", "2017-10-30")]
    [InlineData("2017-10-29", "Monday", "2017-10-30")]
    [InlineData("2017-03-31", "end of Q4", "2017-03-31")]
    [InlineData("2017-04-01", "end of Q4", "2018-03-31")]
    [InlineData("2017-04-23", "the end of next week", "2017-04-30")]
    [InlineData("2017-04-24", "the end of next week", "2017-05-07")]
    public void Today_decides(string today, string said, string day) => Assert.Equal(day, Iso(Days.At(new Reading(said, Names.None, DateOnly.Parse(today, CultureInfo.InvariantCulture)), 0)!.Due));

    [Theory]
    [InlineData("due by 30.6", 2, true)]
    [InlineData("due 30.6", 1, true)]
    [InlineData("4.3 slipped to 30.6", 3, true)]
    [InlineData("4.3 slipped to 30.6", 0, false)]
    [InlineData("progress on 4.3", 2, false)]
    [InlineData("assign 4.3 to Jo", 1, false)]
    [InlineData("4.3 by 4.13", 2, false)]
    [InlineData("due by 45.6", 2, false)]
    public void A_day_and_a_reference_are_told_apart_by_what_stands_before(string said, int at, bool isDay) => Assert.Equal(isDay, Days.IsDay(new Reading(said, Names.None, Thursday), at));

    [Fact]
    public void Every_day_of_five_years_written_in_many_ways_is_read_as_itself()
    {
        string[] ways =
        [
            "d/M/yyyy", "dd/MM/yyyy", "dd/MM/yy", "d.M.yyyy", "dd.MM.yy", "d-M-yyyy", "yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "d MMM \\'yy", "d-MMM-yyyy", "MMMM d, yyyy", "MMMM d yyyy", "ddd d MMM yyyy", "dddd d MMMM yyyy", "dddd, d MMMM yyyy", "ddd dd/MM/yyyy",
        ];
        for (var day = new DateOnly(2016, 1, 1); day < new DateOnly(2021, 1, 1); day = day.AddDays(1))
        {
            foreach (var way in ways)
            {
                var said = day.ToString(way, CultureInfo.InvariantCulture);
                var reading = new Reading($"{said} it is", Names.None, Thursday);
                var read = Days.At(reading, 0);
                Assert.True(read is { Problem: null, IsOneDay: true } && read.First == day && read.End == reading.Words.Length - 2, $"{said}: {read}");
            }
        }
    }

    [Fact]
    public void A_day_of_the_next_year_needs_no_year_and_neither_does_one_of_the_last()
    {
        string[] ways = ["d/M", "d MMMM", "d MMM", "MMMM d\\t\\h", "d\\t\\h \\o\\f MMMM"];
        for (var on = new DateOnly(2016, 12, 1); on < new DateOnly(2018, 3, 1); on = on.AddDays(17))
        {
            for (var days = 0; days < 365; days++)
            {
                foreach (var way in ways)
                {
                    Assert.Equal(on.AddDays(days), Days.At(new Reading(on.AddDays(days).ToString(way, CultureInfo.InvariantCulture), Names.None, on), 0)?.First);
                    Assert.Equal(on.AddDays(-days), Days.At(new Reading(on.AddDays(-days).ToString(way, CultureInfo.InvariantCulture), Names.None, on), 0, Toward.Past)?.First);
                }
            }
        }
    }

    [Fact]
    public void No_words_of_time_in_any_order_break_the_reading()
    {
        string[] words =
        [
            "due", "overdue", "late", "by", "before", "the", "end", "of", "next", "last", "this", "week", "month", "quarter", "year", "financial", "Friday", "May", "17", "'17", "2017", "2017/18", "30/6", "31/6", "30.6", "99", "1st", "the 31st", "29 Feb",
            "between", "and", "to", "-", "from", "since", "in", "within", "3", "a", "couple", "fortnight", "ago", "time", "on", "or", "more", "than", "not", "until", "Q4", "spring", "half term", "w/c", "mid", "early", "no update", "never updated", "was", "should have been done", "5000", "years", "first", "day", "\n", "%", "’",
        ];
        var random = new Random(5);
        for (var i = 0; i < 30_000; i++)
        {
            var said = string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => words[random.Next(words.Length)]));
            var read = Reader.Read(said, Names.None, Thursday, new Speaker(null, null, null));
            Assert.False(read.Request.MayChange, said);
            var reading = new Reading(said, Names.None, Thursday);
            for (var at = 0; at < reading.Words.Length; at++)
            {
                foreach (var toward in (ReadOnlySpan<Toward>)[Toward.Coming, Toward.Past])
                {
                    var day = Days.At(reading, at, toward);
                    Assert.True(day is null || (day.Length > 0 && day.End <= reading.Words.Length && day.First <= day.Last && (day.Problem is not null || (day.First <= day.Due && day.Due <= day.Last))), $"{said}: {day}");
                    day?.Problem?.Instead.ToList().ForEach(instead => Assert.NotNull(Days.At(new Reading(instead, Names.None, Thursday), 0)));
                }
            }
        }
    }

    private static SaidDay Read(string said)
    {
        var read = Days.At(new Reading(said, Names.None, Thursday), 0);
        Assert.NotNull(read);
        return read;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
