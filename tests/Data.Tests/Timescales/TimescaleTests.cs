using System.Globalization;
using System.Text;
using TeamsPlanBot.Data.Timescales;

namespace TeamsPlanBot.Data.Tests.Timescales;

public sealed class TimescaleTests
{
    private static readonly DateOnly Base = new(2017, 2, 13);

    // due: a day, or the kind of timescale that has none. milestones: as in the canonical CSV, "date words; date words".
    [Theory]
    [InlineData("31st May 2018", "2018-05-31")]
    [InlineData("31.03.13", "2013-03-31")]
    [InlineData("01/06/2018", "2018-06-01")]
    [InlineData("March 2017", "2017-03-31")]
    [InlineData("end of March 2017", "2017-03-31")]
    [InlineData("by March 17", "2017-03-31")]
    [InlineData("March/April 2017", "2017-04-30", "2017-03-31 March; 2017-04-30 April 2017")]
    [InlineData("Dec → March/April 2017", "2017-04-30", "2016-12-31 Dec; 2017-03-31 March; 2017-04-30 April 2017")]
    [InlineData("Feb 2017 April 2017", "2017-04-30", "2017-02-28 Feb 2017; 2017-04-30 April 2017")]
    [InlineData("mid November 2012", "2012-11-15")]
    [InlineData("Spring 2013", "2013-05-31")]
    [InlineData("Summer 2013", "2013-08-31")]
    [InlineData("Autumn 2013", "2013-11-30")]
    [InlineData("Winter 2013", "2014-02-28")]
    [InlineData("Winter 2015", "2016-02-29")]
    [InlineData("early 2013", "2013-03-31")]
    [InlineData("sometime in 2012", "2012-12-31")]
    [InlineData("late 2013", "2013-12-31")]
    [InlineData("2013", "2013-12-31")]
    [InlineData("Q3 2013/14", "2013-12-31")]
    [InlineData("within 3 months", "2017-05-13")]
    [InlineData("within 6 months", "2017-08-13")]
    [InlineData("immediate", "2017-02-13")]
    [InlineData("immediate action", "2017-02-13")]
    [InlineData("ongoing", "OpenEnded")]
    [InlineData("from April 2017 and ongoing", "OpenEnded")]
    [InlineData("established now", "Done")]
    [InlineData("completed", "Done")]
    [InlineData("TBA", "None")]
    [InlineData("TBC", "None")]
    [InlineData("n/a", "None")]
    [InlineData("", "None")]
    [InlineData(null, "None")]
    public void Every_timescale_that_is_promised_to_be_read(string? words, string due, string milestones = "") => Reads(words, Base, due, milestones);

    [Theory]
    [InlineData("31 June 2018")]
    [InlineData("30/2/2017")]
    [InlineData("29/02/2017")]
    [InlineData("29 February 2017")]
    [InlineData("31.02.13")]
    [InlineData("12/31/2018")]
    [InlineData("00/00/0000")]
    [InlineData("99/99/99")]
    [InlineData("32 March 2018")]
    [InlineData("0 March 2018")]
    [InlineData("13/2017")]
    [InlineData("31 June 2018 1 July 2018")]
    public void A_day_that_no_calendar_has_needs_a_date(string words) => Reads(words, Base, "NeedsDate");

    [Theory]
    [InlineData("31 March 3017")]
    [InlineData("31 March 1066")]
    [InlineData("31 March 0017")]
    [InlineData("31 March 20178")]
    [InlineData("March 9999")]
    [InlineData("31/12/99")]
    [InlineData("March 99")]
    [InlineData("Spring 2500")]
    [InlineData("Q3 9999/00")]
    [InlineData("1 January 2100")]
    [InlineData("31/03/1975")]
    [InlineData("within 999 years")]
    [InlineData("within 99999999 months")]
    public void A_year_that_no_plan_can_mean_needs_a_date(string words) => Reads(words, Base, "NeedsDate");

    [Theory]
    [InlineData("half term")]
    [InlineData("February half term 2017")]
    [InlineData("half-term October 2017")]
    [InlineData("Summer term 2017")]
    [InlineData("by Easter 2017")]
    [InlineData("academic year 2017/18")]
    [InlineData("first half of 2013")]
    [InlineData("financial year 2018")]
    [InlineData("2017/20")]
    [InlineData("Dec 16/17")]
    [InlineData("Q4 2013")]
    [InlineData("after May 2017")]
    [InlineData("not before May 2017")]
    [InlineData("no earlier than May 2017")]
    [InlineData("within 10 working days")]
    [InlineData("within 3 months of referral")]
    [InlineData("6 month review")]
    [InlineData("24/7")]
    [InlineData("31/03")]
    [InlineData("3.5")]
    [InlineData("0116 305 6098")]
    [InlineData("1.10.3")]
    [InlineData("ASAP")]
    [InlineData("June Smith to lead")]
    [InlineData("we may need more time")]
    [InlineData("children at immediate risk")]
    [InlineData("a) 31 May 2018 b) TBC")]
    [InlineData("as agreed")]
    [InlineData("30th Septemeber 2018")]
    [InlineData("Febuary 2017 April 2017")]
    [InlineData("31/Septemeber/2018")]
    [InlineData("agree it at the monthly meeting")]
    [InlineData("November 2012 to go live date")]
    [InlineData("November 2016 to launch")]
    [InlineData("November 2016 until completion")]
    [InlineData("First Monday in June 2013")]
    [InlineData("last Friday of March 2017")]
    [InlineData("first day of April 2017")]
    [InlineData("Easter 2013")]
    [InlineData("Spring term 2013")]
    [InlineData("next financial year")]
    [InlineData("end of year")]
    [InlineData("as soon as possible")]
    [InlineData("3 months after launch")]
    [InlineData("next month")]
    [InlineData("8.5 days")]
    [InlineData("by the 5th")]
    [InlineData("As above")]
    [InlineData("see 4.2")]
    [InlineData("31032017")]
    [InlineData("Working Together 2015")]
    [InlineData("Period 3 2017/18")]
    [InlineData("3 4 2017")]
    [InlineData("2017 March")]
    [InlineData("1st week of March 2017")]
    [InlineData("First draft by 3rd March 2017; final by 31st")]
    [InlineData("Complete")]
    public void What_no_fair_reader_can_date_needs_a_date(string words) => Reads(words, Base, "NeedsDate");

    [Theory]
    [InlineData("within 3 months")]
    [InlineData("immediate")]
    [InlineData("Q3")]
    [InlineData("by Jul")]
    [InlineData("Dec")]
    [InlineData("30 Nov")]
    [InlineData("Dec → New systems to be fully operational end of March.")]
    public void What_counts_from_a_base_date_needs_one(string words) => Reads(words, null, "NeedsDate");

    [Theory]
    [InlineData("April 2013?")]
    [InlineData("? April 2013")]
    [InlineData("April 2013 (TBC)")]
    [InlineData("TBC - April 2013")]
    [InlineData("March 2013, June 2013?")]
    public void A_date_that_the_plan_itself_puts_a_question_mark_to_is_not_yet_promised_so_it_needs_a_date(string words) => Reads(words, null, "NeedsDate");

    [Fact]
    public void A_doubted_date_before_the_last_moves_nothing_so_the_firm_ones_stand() => Reads(
        "Research project complete, proposals agreed by April 2013? Pilot completed by Mar 13 New model adopted citywide from April 2014",
        null,
        "2014-04-30",
        "2013-03-31 Pilot completed by Mar 13; 2014-04-30 New model adopted citywide from April 2014");

    [Theory]
    [InlineData("31/3/17", "2017-03-31")]
    [InlineData("31-03-2017", "2017-03-31")]
    [InlineData("31.3.2017", "2017-03-31")]
    [InlineData("2017-03-31", "2017-03-31")]
    [InlineData("first of June 2017", "2017-06-01")]
    [InlineData("the thirty-first of May", "2017-05-31")]
    [InlineData("Twenty-first March 2017", "2017-03-21")]
    [InlineData("w/c 3 June 2017", "2017-06-03")]
    [InlineData("by the end of Q2 2013/14", "2013-09-30")]
    [InlineData("Q2 2013~14", "2013-09-30")]
    [InlineData("Q4", "2017-03-31")]
    [InlineData("beginning of Q2 2017/18", "2017-07-01")]
    [InlineData("start of 2018", "2018-03-31")]
    [InlineData("end of financial year 2013/14", "2014-03-31")]
    [InlineData("by the end of the 2013/14 financial year", "2014-03-31")]
    [InlineData("by the end of the financial year", "2017-03-31")]
    [InlineData("within 6 weeks", "2017-03-27")]
    [InlineData("within one month", "2017-03-13")]
    [InlineData("6 months", "2017-08-13")]
    [InlineData("immediately", "2017-02-13")]
    [InlineData("annual review March 2018", "2018-03-31")]
    [InlineData("Sept 2012 - Feb 2013", "2013-02-28", "2012-09-30 Sept 2012; 2013-02-28 Feb 2013")]
    [InlineData("July to September 2013", "2013-09-30", "2013-07-31 July; 2013-09-30 September 2013")]
    [InlineData("mid-May 2018", "2018-05-15")]
    [InlineData("mid-2013", "2013-06-30")]
    [InlineData("late summer 2013", "2013-08-31")]
    [InlineData("during 2018/2019", "2019-03-31")]
    [InlineData("end 2018", "2018-12-31")]
    [InlineData("2012/13", "2013-03-31")]
    [InlineData("2012-13", "2013-03-31")]
    [InlineData("2012~13", "2013-03-31")]
    [InlineData("for 2017/18", "2018-03-31")]
    [InlineData("Plan for 2017/18 - June 2017", "2017-06-30")]
    [InlineData("Live from 2017 after a test in May 2018", "2018-05-31")]
    [InlineData("31 March 2017 (revised from 31 January 2017)", "2017-03-31")]
    [InlineData("Was March 2017, now June 2017", "2017-06-30")]
    [InlineData("March 2017 slipped to June 2017", "2017-06-30")]
    [InlineData("from day 1 June 2017", "2017-06-30")]
    [InlineData("March 165 staff; April 2017 all", "2017-04-30", "2017-03-31 March 165 staff; 2017-04-30 April 2017 all")]
    [InlineData("monthly", "OpenEnded")]
    [InlineData("reported quarterly", "OpenEnded")]
    [InlineData("every 3 months", "OpenEnded")]
    [InlineData("6-monthly", "OpenEnded")]
    [InlineData("Monthly from April 2017", "OpenEnded")]
    [InlineData("From April 2017 then quarterly", "OpenEnded")]
    [InlineData("June 2017 and annually thereafter", "2017-06-30")]
    [InlineData("Continuous", "OpenEnded")]
    [InlineData("October 2016 (completed)", "Done")]
    [InlineData("To be agreed", "None")]
    [InlineData("1/6/18", "2018-06-01")]
    [InlineData("01-06-2018", "2018-06-01")]
    [InlineData("2018-06-01", "2018-06-01")]
    [InlineData("1-Jun-18", "2018-06-01")]
    [InlineData("Mar-17", "2017-03-31")]
    [InlineData("06/2018", "2018-06-30")]
    [InlineData("Monday 6 March 2017", "2017-03-06")]
    [InlineData("6th of March, 2017", "2017-03-06")]
    [InlineData("March 6, 2017", "2017-03-06")]
    [InlineData("May 17th 2018", "2018-05-17")]
    [InlineData("Sept. 2017", "2017-09-30")]
    [InlineData("March '17", "2017-03-31")]
    [InlineData("MARCH 2017", "2017-03-31")]
    [InlineData("29 Feb 2016", "2016-02-29")]
    [InlineData("Feb 2016", "2016-02-29")]
    [InlineData("10-12 March 2018", "2018-03-12", "2018-03-10 10; 2018-03-12 12 March 2018")]
    [InlineData("Jan 17 March 17", "2017-03-31", "2017-01-31 Jan 17; 2017-03-31 March 17")]
    [InlineData("early March 2017", "2017-03-10")]
    [InlineData("start of April 2017", "2017-04-01")]
    [InlineData("late March 2017", "2017-03-31")]
    [InlineData("mid 2013", "2013-06-30")]
    [InlineData("before April 2017", "2017-03-31")]
    [InlineData("before the end of April 2017", "2017-04-30")]
    [InlineData("no later than April 2017", "2017-04-30")]
    [InlineData("March 2013/14", "2014-03-31")]
    [InlineData("2017-2020", "2020-12-31", "2017-12-31 2017; 2020-12-31 2020")]
    [InlineData("Q1 2013/14", "2013-06-30")]
    [InlineData("Q4 2013/14", "2014-03-31")]
    [InlineData("Q3 13/14", "2013-12-31")]
    [InlineData("2013/14 Q2", "2013-09-30")]
    [InlineData("third quarter of 2013/14", "2013-12-31")]
    [InlineData("Q3 and Q4 2013/14", "2014-03-31", "2013-12-31 Q3; 2014-03-31 Q4 2013/14")]
    [InlineData("Qtr 3 2017/18", "2017-12-31")]
    [InlineData("Stage 1 April 2017, Stage 2 June 2017", "2017-06-30", "2017-04-30 Stage 1 April 2017; 2017-06-30 Stage 2 June 2017")]
    [InlineData("a. 31 May 2018 b. 1 June 2018", "2018-06-01", "2018-05-31 a. 31 May 2018; 2018-06-01 b. 1 June 2018")]
    [InlineData("(a) 31 May 2018 (b) 1 June 2018", "2018-06-01", "2018-05-31 (a) 31 May 2018; 2018-06-01 (b) 1 June 2018")]
    [InlineData("Week commencing 06.03.17", "2017-03-06")]
    [InlineData("Immediate and ongoing", "OpenEnded")]
    [InlineData("Immediate; then March 2017", "2017-03-31")]
    [InlineData("Spring/Summer 2013", "2013-08-31", "2013-05-31 Spring; 2013-08-31 Summer 2013")]
    [InlineData("Winter 2013/14", "2014-02-28")]
    [InlineData("Q3", "2017-12-31")]
    [InlineData("by Spring", "2017-05-31")]
    [InlineData("Jan", "2018-01-31")]
    [InlineData("28 Feb", "2017-02-28")]
    [InlineData("12 Feb", "2018-02-12")]
    [InlineData("in May", "2017-05-31")]
    [InlineData("within a month", "2017-03-13")]
    [InlineData("within the next twelve months", "2018-02-13")]
    [InlineData("3 months", "2017-05-13")]
    [InlineData("3-6 months", "2017-08-13", "2017-05-13 3; 2017-08-13 6 months")]
    [InlineData("within 2 weeks", "2017-02-27")]
    [InlineData("with immediate effect", "2017-02-13")]
    [InlineData("Ongoing until March 2018", "2018-03-31")]
    [InlineData("ongoing since April 2016", "OpenEnded")]
    [InlineData("on-going", "OpenEnded")]
    [InlineData("Completed, ongoing review", "OpenEnded")]
    [InlineData("In place", "Done")]
    [InlineData("N/A", "None")]
    [InlineData("–", "None")]
    [InlineData(" \0\t ", "None")]
    [InlineData("To be confirmed", "None")]
    [InlineData("Review Working Together 2015 by March 2018", "2018-03-31")]
    [InlineData("AD to sign off; draft 1 March 2017; final 1 May 2017", "2017-05-01", "2017-03-01 draft 1 March 2017; 2017-05-01 final 1 May 2017")]
    public void Other_ways_of_writing_the_same(string words, string due, string milestones = "") => Reads(words, Base, due, milestones);

    [Theory]
    [InlineData("completed", true)]
    [InlineData("Completed.", true)]
    [InlineData("Completed October 2012", true)]
    [InlineData("Now completed", true)]
    [InlineData("October 2012 (completed)", true)]
    [InlineData("Oct 2012 - completed", true)]
    [InlineData("a) Oct 2012 completed b) Nov 2012 completed", true)]
    [InlineData("Oct 2012 completed survey", false)]
    [InlineData("Oct 2012 (completed); May 2013", false)]
    [InlineData("a) completed b) completed", true)]
    [InlineData("a) completed b) in progress", false)]
    [InlineData("Completed October 2012; evaluation outstanding", false)]
    [InlineData("First draft: completed", false)]
    [InlineData("Established now", false)]
    [InlineData("Completed by March17", false)]
    [InlineData("Survey completed - end March 2019", false)]
    [InlineData("To be completed", false)]
    [InlineData("Not completed", false)]
    [InlineData("Partly completed", false)]
    [InlineData("Completed October 2012, not embedded", false)]
    [InlineData("90% completed", false)]
    [InlineData("Completed when the team is full", false)]
    [InlineData("Completed September 2012 Referral pathway in place October 2012.", false)]
    [InlineData("ongoing", false)]
    [InlineData("", false)]
    public void Only_what_the_plan_calls_completed_is_complete(string words, bool isComplete) =>
        Assert.Equal(isComplete, Timescale.Read(words, Base).IsComplete);

    [Theory]
    [InlineData("31st May 2018", TimescaleKind.Day)]
    [InlineData("May 17", TimescaleKind.Month)]
    [InlineData("March/April 17", TimescaleKind.Range)]
    [InlineData("a) 30th June 2018 b) 30th June 2018", TimescaleKind.Day)]
    [InlineData("Autumn 2012", TimescaleKind.Season)]
    [InlineData("Q3 2013~14", TimescaleKind.Quarter)]
    [InlineData("during 2018/2019", TimescaleKind.Year)]
    [InlineData("within 3 months", TimescaleKind.Relative)]
    [InlineData("immediate", TimescaleKind.Relative)]
    [InlineData("Autumn 2012 onwards", TimescaleKind.OpenEnded)]
    [InlineData("completed", TimescaleKind.Done)]
    [InlineData("half term", TimescaleKind.NeedsDate)]
    [InlineData("TBC", TimescaleKind.None)]
    public void Kinds(string words, TimescaleKind kind) => Assert.Equal(kind, Timescale.Read(words, Base).Kind);

    [Fact]
    public void Random_words_never_throw_and_due_is_the_last_of_several_milestones()
    {
        string[] pieces =
        [
            "31st", "1", "12", "30", "31", "99", "2017", "2018/19", "17", "May", "march", "Dec", "Feb", "Sept.", "Spring", "winter", "Q3", "quarter", "two",
            "→", "/", "-", "–", "~", ".", ",", ";", "?", "(", ")", "a)", "b)", "\n", "•", "\0", "mid", "early", "end of", "before", "after", "from", "by", "ongoing",
            "onwards", "completed", "established now", "TBC", "n/a", "immediate", "within", "months", "days", "half term", "01/06/2018", "31.03.13",
            "2018-06-01", "9999", "1900", "first", "twenty-", "monthly", "every", "was", "slipped to", "for", "financial year", "day", "to go live", "٣", "𝟚𝟘𝟙𝟟", "\uD800", "\u200B", "ſt", "İ", "the review", "not",
        ];
        var random = new Random(20170213);
        DateOnly?[] bases = [null, Base, DateOnly.MinValue, DateOnly.MaxValue];
        for (var round = 0; round < 20_000; round++)
        {
            var words = round % 4 == 0 ? Noise(random) : string.Join(random.Next(3) == 0 ? "" : " ", random.GetItems(pieces, random.Next(1, 12)));
            var read = Timescale.Read(words, bases[random.Next(bases.Length)]);
            Assert.Equal(words, read.Words);
            Assert.True(read.Milestones.Count == 0 || (read.Milestones.Count > 1 && read.Milestones[^1].On == read.Due), words);
            Assert.Equal(read.Milestones.Select(milestone => milestone.On).Order(), read.Milestones.Select(milestone => milestone.On));
            Assert.All(read.Milestones, milestone => Assert.Contains(milestone.Words, words, StringComparison.Ordinal));
            Assert.True(read.Kind is TimescaleKind.None or TimescaleKind.OpenEnded or TimescaleKind.Done or TimescaleKind.NeedsDate == read.Due is null, words);
            Assert.False(read.IsComplete && read.Kind != TimescaleKind.Done, words);
        }
    }

    private static string Noise(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 128 : 65_536)));

    [Theory]
    [InlineData("1")]
    [InlineData("1/")]
    [InlineData("1.1.")]
    [InlineData("17 ")]
    [InlineData("1 and ")]
    [InlineData("May ")]
    [InlineData("May 17 ")]
    [InlineData("Dec, ")]
    [InlineData("by the end of ")]
    [InlineData("after May 17 ")]
    [InlineData("a) May 17 ")]
    [InlineData("was completed ")]
    [InlineData("(((((")]
    [InlineData(")")]
    [InlineData("TBC ")]
    [InlineData("? ")]
    [InlineData("\0")]
    [InlineData("\uD83D\uDE00")]
    [InlineData("e\u0301\u0301")]
    [InlineData("Ab")]
    [InlineData("Q3/")]
    [InlineData("every ")]
    [InlineData("from Dec monthly ")]
    [InlineData("Dec completed ")]
    [InlineData("Dec. was ")]
    [InlineData("Dec was ")]
    [InlineData("twenty-")]
    [InlineData("first of ")]
    [InlineData("for 2017 ")]
    [InlineData("Jan 3000 ")]
    [InlineData("9")]
    [InlineData("2017/")]
    [InlineData("\n")]
    public void Long_hostile_words_are_read_to_their_end(string piece)
    {
        // Far longer than a plan's cell: a reader that went back over the words at every word would never come to the end.
        var words = Repeated(piece, 200_000);
        Assert.Equal(words, Timescale.Read(words, Base).Words);
    }

    private static string Repeated(string piece, int length) => new StringBuilder().Insert(0, piece, length / piece.Length).ToString();

    private static void Reads(string? words, DateOnly? baseDate, string due, string milestones = "")
    {
        var read = Timescale.Read(words, baseDate);
        Assert.Equal(
            (due, milestones),
            (read.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? read.Kind.ToString(),
                string.Join("; ", read.Milestones.Select(milestone => $"{milestone.On:yyyy-MM-dd} {milestone.Words}"))));
        Assert.Equal(words ?? "", read.Words);
    }
}
