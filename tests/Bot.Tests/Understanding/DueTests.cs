using System.Globalization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>When things are due, and how long nobody has said anything of them. Unless said otherwise today is Thursday, 20 April 2017.</summary>
public sealed class DueTests
{
    private static readonly DateOnly Thursday = new(2017, 4, 20);

    private static readonly Names Names = new(
    [
        new(NameKind.Service, 10, 1, "First Response"),
        new(NameKind.Lead, 22, 1, "May Collins"),
    ]);

    [Theory]
    [InlineData("what's overdue")]
    [InlineData("ovredue actions")]
    [InlineData("over-due")]
    [InlineData("overdu")]
    [InlineData("what's late?")]
    [InlineData("whats behind schedule")]
    [InlineData("anything running late")]
    [InlineData("what is past due")]
    [InlineData("anything past its date")]
    [InlineData("which are past their due date")]
    [InlineData("which actions are past deadline")]
    [InlineData("which have missed their deadline")]
    [InlineData("what should have been done by now")]
    [InlineData("which should've been completed already")]
    [InlineData("what's slipped")]
    [InlineData("overrun actions")]
    [InlineData("which were missed")]
    [InlineData("what is overdue and late")]
    public void Overdue_is_said_in_many_ways(string said) => Assert.Equal(("Overdue actions", "..2017-04-19"), Due(said));

    [Theory]
    [InlineData("more than 3 weeks overdue", "Actions more than 3 weeks overdue", "..2017-03-29")]
    [InlineData("over a month late", "Actions more than a month overdue", "..2017-03-19")]
    [InlineData("overdue by more than 2 weeks", "Actions more than 2 weeks overdue", "..2017-04-05")]
    [InlineData("what is overdue by over six months", "Actions more than 6 months overdue", "..2016-10-19")]
    [InlineData("overdue by 2 weeks or more", "Actions overdue by 2 weeks or more", "..2017-04-06")]
    [InlineData("2 weeks or more overdue", "Actions overdue by 2 weeks or more", "..2017-04-06")]
    [InlineData("at least 10 days overdue", "Actions overdue by 10 days or more", "..2017-04-10")]
    [InlineData("actions 3 weeks overdue", "Actions overdue by 3 weeks or more", "..2017-03-30")]
    [InlineData("less than a week late", "Actions less than a week overdue", "2017-04-14..2017-04-19")]
    [InlineData("overdue since March", "Actions overdue since 1 March 2017", "2017-03-01..2017-04-19")]
    [InlineData("slipped last month", "Actions overdue, due last month", "2017-03-01..2017-03-31")]
    [InlineData("overdue or due this week", "Actions overdue or due this week", "..2017-04-23")]
    [InlineData("due this week or overdue", "Actions overdue or due this week", "..2017-04-23")]
    [InlineData("overdue and due soon", "Actions overdue or due in the next 14 days", "..2017-05-04")]
    public void How_late_can_be_said(string said, string heading, string span) => Assert.Equal((heading, span), Due(said));

    [Theory]
    [InlineData("due today", "Actions due today", "2017-04-20..2017-04-20")]
    [InlineData("due tomorow", "Actions due tomorrow", "2017-04-21..2017-04-21")]
    [InlineData("due this week", "Actions due this week", "2017-04-17..2017-04-23")]
    [InlineData("whats due ths week", "Actions due this week", "2017-04-17..2017-04-23")]
    [InlineData("due nxt month", "Actions due next month", "2017-05-01..2017-05-31")]
    [InlineData("complete actions due in March 2017", "Complete actions due in March 2017", "2017-03-01..2017-03-31")]
    [InlineData("this weeks actions", "Actions due this week", "2017-04-17..2017-04-23")]
    [InlineData("what's next week?", "Actions due next week", "2017-04-24..2017-04-30")]
    [InlineData("tomorrow?", "Actions due tomorrow", "2017-04-21..2017-04-21")]
    [InlineData("Friday?", "Actions due on 21 April 2017", "2017-04-21..2017-04-21")]
    [InlineData("due this month", "Actions due this month", "2017-04-01..2017-04-30")]
    [InlineData("deadlines next month", "Actions due next month", "2017-05-01..2017-05-31")]
    [InlineData("what needs doing this month", "Actions due this month", "2017-04-01..2017-04-30")]
    [InlineData("due this quarter", "Actions due this quarter", "2017-04-01..2017-06-30")]
    [InlineData("due this year", "Actions due this year", "2017-01-01..2017-12-31")]
    [InlineData("due in 2018", "Actions due in 2018", "2018-01-01..2018-12-31")]
    [InlineData("due this financial year", "Actions due in 2017/18", "2017-04-01..2018-03-31")]
    [InlineData("due in 2012/13", "Actions due in 2012/13", "2012-04-01..2013-03-31")]
    [InlineData("due in Q1", "Actions due in Q1 2017/18", "2017-04-01..2017-06-30")]
    [InlineData("due Q3 2013/14", "Actions due in Q3 2013/14", "2013-10-01..2013-12-31")]
    [InlineData("due in March", "Actions due in March 2018", "2018-03-01..2018-03-31")]
    [InlineData("due in April", "Actions due in April 2017", "2017-04-01..2017-04-30")]
    [InlineData("due in March 2018", "Actions due in March 2018", "2018-03-01..2018-03-31")]
    [InlineData("due may", "Actions due in May 2017", "2017-05-01..2017-05-31")]
    [InlineData("May actions", "Actions due in May 2017", "2017-05-01..2017-05-31")]
    [InlineData("actions with deadlines in June", "Actions due in June 2017", "2017-06-01..2017-06-30")]
    [InlineData("due late May", "Actions due in late May 2017", "2017-05-21..2017-05-31")]
    [InlineData("due in early June", "Actions due in early June 2017", "2017-06-01..2017-06-10")]
    [InlineData("due w/c 5 June", "Actions due in the week of 5 June 2017", "2017-06-05..2017-06-11")]
    [InlineData("due on 1 June", "Actions due on 1 June 2017", "2017-06-01..2017-06-01")]
    [InlineData("due 30/6", "Actions due on 30 June 2017", "2017-06-30..2017-06-30")]
    [InlineData("due 30.6", "Actions due on 30 June 2017", "2017-06-30..2017-06-30")]
    [InlineData("due Friday", "Actions due on 21 April 2017", "2017-04-21..2017-04-21")]
    [InlineData("due a week on Monday", "Actions due on 1 May 2017", "2017-05-01..2017-05-01")]
    [InlineData("due 2 weeks on Monday", "Actions due on 8 May 2017", "2017-05-08..2017-05-08")]
    [InlineData("due Monday week", "Actions due on 1 May 2017", "2017-05-01..2017-05-01")]
    [InlineData("due the 30th", "Actions due on 30 April 2017", "2017-04-30..2017-04-30")]
    [InlineData("due next Friday", "Actions due on 28 April 2017", "2017-04-28..2017-04-28")]
    public void Due_in_a_span(string said, string heading, string span) => Assert.Equal((heading, span), Due(said));

    [Theory]
    [InlineData("due in the next 3 weeks", "Actions due in the next 3 weeks", "2017-04-20..2017-05-11")]
    [InlineData("due in the next week", "Actions due in the next week", "2017-04-20..2017-04-27")]
    [InlineData("due within 10 days", "Actions due in the next 10 days", "2017-04-20..2017-04-30")]
    [InlineData("due within a month", "Actions due in the next month", "2017-04-20..2017-05-20")]
    [InlineData("due in 2 weeks", "Actions due in the next 2 weeks", "2017-04-20..2017-05-04")]
    [InlineData("due in two weeks' time", "Actions due in the next 2 weeks", "2017-04-20..2017-05-04")]
    [InlineData("due in the next fortnight", "Actions due in the next fortnight", "2017-04-20..2017-05-04")]
    [InlineData("due over the next two months", "Actions due in the next 2 months", "2017-04-20..2017-06-20")]
    [InlineData("the next 3 weeks", "Actions due in the next 3 weeks", "2017-04-20..2017-05-11")]
    [InlineData("due soon", "Actions due in the next 14 days", "2017-04-20..2017-05-04")]
    [InlineData("upcoming actions", "Actions due in the next 14 days", "2017-04-20..2017-05-04")]
    [InlineData("what's coming up", "Actions due in the next 14 days", "2017-04-20..2017-05-04")]
    [InlineData("due shortly", "Actions due in the next 14 days", "2017-04-20..2017-05-04")]
    [InlineData("what's due for First Response", "Actions due in the next 14 days for First Response", "2017-04-20..2017-05-04")]
    public void Due_in_so_long(string said, string heading, string span) => Assert.Equal((heading, span), Due(said));

    [Theory]
    [InlineData("due by 31 May", "Actions due by 31 May 2017", "..2017-05-31")]
    [InlineData("due by 30.6", "Actions due by 30 June 2017", "..2017-06-30")]
    [InlineData("due by end of May", "Actions due by 31 May 2017", "..2017-05-31")]
    [InlineData("due before 1 June", "Actions due before 1 June 2017", "..2017-05-31")]
    [InlineData("due before the end of May", "Actions due by 31 May 2017", "..2017-05-31")]
    [InlineData("due by the end of next week", "Actions due by 30 April 2017", "..2017-04-30")]
    [InlineData("due by month end", "Actions due by 30 April 2017", "..2017-04-30")]
    [InlineData("by Friday", "Actions due by 21 April 2017", "..2017-04-21")]
    [InlineData("due no later than 1 June", "Actions due by 1 June 2017", "..2017-06-01")]
    [InlineData("due on or before 1 June", "Actions due by 1 June 2017", "..2017-06-01")]
    [InlineData("what needs to be done by Friday", "Actions due by 21 April 2017", "..2017-04-21")]
    [InlineData("what must be completed by 30 June", "Actions due by 30 June 2017", "..2017-06-30")]
    [InlineData("what do we have to finish by the end of June", "Actions due by 30 June 2017", "..2017-06-30")]
    [InlineData("what should have been completed by 31 March", "Actions due by 31 March 2017", "..2017-03-31")]
    [InlineData("due now", "Actions due by 20 April 2017", "..2017-04-20")]
    [InlineData("due between 1 and 30 June", "Actions due between 1 June 2017 and 30 June 2017", "2017-06-01..2017-06-30")]
    [InlineData("due 1-30 June", "Actions due between 1 June 2017 and 30 June 2017", "2017-06-01..2017-06-30")]
    [InlineData("due between 1st June and 15 July", "Actions due between 1 June 2017 and 15 July 2017", "2017-06-01..2017-07-15")]
    [InlineData("due between June and August 2018", "Actions due between 1 June 2018 and 31 August 2018", "2018-06-01..2018-08-31")]
    [InlineData("due between December and February", "Actions due between 1 December 2017 and 28 February 2018", "2017-12-01..2018-02-28")]
    [InlineData("due from May to July", "Actions due between 1 May 2017 and 31 July 2017", "2017-05-01..2017-07-31")]
    [InlineData("due after 1 June", "Actions due after 1 June 2017", "2017-06-02..")]
    [InlineData("due from June onwards", "Actions due from 1 June 2017 on", "2017-06-01..")]
    [InlineData("due since April", "Actions due since 1 April 2017", "2017-04-01..2017-04-20")]
    [InlineData("not due until June", "Actions due from 1 June 2017 on", "2017-06-01..")]
    [InlineData("not due yet", "Actions not due yet", "2017-04-20..")]
    public void Due_up_to_a_day_or_from_one_on(string said, string heading, string span) => Assert.Equal((heading, span), Due(said));

    [Theory]
    [InlineData("what was due in March", "Actions due in March 2017", "2017-03-01..2017-03-31")]
    [InlineData("what was due in May", "Actions due in May 2016", "2016-05-01..2016-05-31")]
    [InlineData("which were due last month", "Actions due last month", "2017-03-01..2017-03-31")]
    [InlineData("what was due last quarter", "Actions due last quarter", "2017-01-01..2017-03-31")]
    [InlineData("due last week", "Actions due last week", "2017-04-10..2017-04-16")]
    [InlineData("what was due yesterday", "Actions due on 19 April 2017", "2017-04-19..2017-04-19")]
    [InlineData("what was due on Friday", "Actions due on 14 April 2017", "2017-04-14..2017-04-14")]
    public void What_was_due_and_is_not_done(string said, string heading, string span) => Assert.Equal((heading, span), Due(said));

    [Theory]
    [InlineData("due by Easter", "“Easter” is no date that I can be sure of: please give the day, for example “30 April 2017”.", "")]
    [InlineData("what is due by half term", "“half term” is no date that I can be sure of: please give the day, for example “30 April 2017”.", "")]
    [InlineData("due 31 June", "There is no 31 June: June has 30 days.", "due 30 June 2017")]
    [InlineData("not updated since Easter", "“Easter” is no date that I can be sure of: please give the day, for example “30 April 2017”.", "")]
    public void A_day_that_cannot_be_known_is_asked_about(string said, string sentence, string choices)
    {
        var asked = Assert.IsType<Request.Impossible>(Read(said, Thursday).Request);
        Assert.Equal(("actions", sentence, choices), (asked.Wanted, asked.Sentence, string.Join("|", asked.Choices.Select(choice => choice.Ask))));
    }

    [Theory]
    [InlineData("due by May 17", "“May 17” can be a day or a month of a year: 17 May, or May 2017?", "due by 17 May|due by May 2017")]
    [InlineData("due by Monday 30 June", "30 June 2017 is a Friday, not a Monday: which day is meant?", "due by 30 June 2017|due by 26 June 2017")]
    [InlineData("due by year end", "Which year end is meant: the financial year’s or the calendar year’s?", "due by 31 March 2018|due by 31 December 2017")]
    public void A_day_that_can_be_two_is_asked_about_with_both(string said, string sentence, string choices)
    {
        var torn = Assert.IsType<Request.Torn>(Read(said, Thursday).Request);
        Assert.Equal(("actions", sentence, choices), (torn.Wanted, torn.Sentence, string.Join("|", torn.Choices.Select(choice => choice.Ask))));
    }

    [Theory]
    [InlineData("2017-12-31", "due this week", "2017-12-25..2017-12-31")]
    [InlineData("2017-12-31", "due next week", "2018-01-01..2018-01-07")]
    [InlineData("2018-01-01", "due this week", "2018-01-01..2018-01-07")]
    [InlineData("2017-12-31", "due next month", "2018-01-01..2018-01-31")]
    [InlineData("2017-12-31", "due next quarter", "2018-01-01..2018-03-31")]
    [InlineData("2017-12-31", "due this quarter", "2017-10-01..2017-12-31")]
    [InlineData("2018-01-31", "due in the next month", "2018-01-31..2018-02-28")]
    [InlineData("2018-01-31", "due next month", "2018-02-01..2018-02-28")]
    [InlineData("2016-02-29", "due today", "2016-02-29..2016-02-29")]
    [InlineData("2016-02-29", "due in February", "2016-02-01..2016-02-29")]
    [InlineData("2016-02-29", "due in the next year", "2016-02-29..2017-02-28")]
    [InlineData("2017-03-26", "due tomorrow", "2017-03-27..2017-03-27")]
    [InlineData("2017-10-28", "due within 2 days", "2017-10-28..2017-10-30")]
    [InlineData("2017-03-31", "due this financial year", "2016-04-01..2017-03-31")]
    [InlineData("2017-04-01", "due this financial year", "2017-04-01..2018-03-31")]
    [InlineData("2017-03-31", "overdue by more than a month", "..2017-02-27")]
    [InlineData("2017-06-10", "due from May to July", "2017-05-01..2017-07-31")]
    public void Today_decides(string today, string said, string span) => Assert.Equal(span, Due(said, DateOnly.Parse(today, CultureInfo.InvariantCulture)).Span);

    [Theory]
    [InlineData("stale actions", "2017-03-23", "Actions not updated for 28 days")]
    [InlineData("gone quiet", "2017-03-23", "Actions not updated for 28 days")]
    [InlineData("what's gone silent", "2017-03-23", "Actions not updated for 28 days")]
    [InlineData("not updated lately", "2017-03-23", "Actions not updated for 28 days")]
    [InlineData("which actions need updating", "2017-03-23", "Actions not updated for 28 days")]
    [InlineData("not updated in 6 weeks", "2017-03-09", "Actions not updated for 42 days")]
    [InlineData("havent been updated in the last six weeks", "2017-03-09", "Actions not updated for 42 days")]
    [InlineData("not updatd in 6 weeks", "2017-03-09", "Actions not updated for 42 days")]
    [InlineData("overdue and not updated in 4 weeks", "2017-03-23", "Overdue actions not updated for 28 days")]
    [InlineData("not updated this month", "2017-04-01", "Actions not updated since 1 April 2017")]
    [InlineData("6 weeks without an update", "2017-03-09", "Actions not updated for 42 days")]
    [InlineData("last updated more than 6 weeks ago", "2017-03-09", "Actions not updated for 42 days")]
    [InlineData("stale for a fortnight", "2017-04-06", "Actions not updated for 14 days")]
    [InlineData("no update for a month", "2017-03-20", "Actions not updated for a month")]
    [InlineData("no progress in the last 2 months", "2017-02-20", "Actions not updated for 2 months")]
    [InlineData("no update since March", "2017-03-01", "Actions not updated since 1 March 2017")]
    [InlineData("no update since 1 April for First Response", "2017-04-01", "Actions not updated since 1 April 2017 for First Response")]
    [InlineData("nobody has touched since february", "2017-02-01", "Actions not updated since 1 February 2017")]
    [InlineData("not updated since last week", "2017-04-10", "Actions not updated since 10 April 2017")]
    [InlineData("what hasn't been updated this month", "2017-04-01", "Actions not updated since 1 April 2017")]
    [InlineData("what haven't we heard anything about in 3 weeks", "2017-03-30", "Actions not updated for 21 days")]
    [InlineData("never updated", "0001-01-01", "Actions never updated")]
    [InlineData("which have never been updated", "0001-01-01", "Actions never updated")]
    public void Nobody_has_said_anything(string said, string since, string heading)
    {
        var list = Assert.IsType<Request.ListActions>(Read(said, Thursday).Request);
        Assert.Equal((heading, since, StateAsked.Open), (list.Heading, Iso(list.Question.NoProgressSince), list.Question.State));
    }

    [Theory]
    [InlineData("not overdue")]
    [InlineData("nothing is due when it should be")]
    [InlineData("actions completed last month")]
    [InlineData("actions completed in March")]
    [InlineData("complete overdue actions")]
    [InlineData("when is it due")]
    [InlineData("Monday meetings")]
    public void What_asks_for_something_else_is_not_guessed_at(string said) => Assert.IsType<Request.Unclear>(Read(said, Thursday).Request);

    [Fact]
    public void A_name_wins_over_the_month_in_it()
    {
        var list = Assert.IsType<Request.ListActions>(Read("what is due for May Collins in June", Thursday).Request);
        Assert.Equal("Actions due in June 2017 for May Collins", list.Heading);
        Assert.Equal([22], list.Question.Leads);
    }

    [Theory]
    [InlineData("actions about day care", "Actions that mention “day care”")]
    [InlineData("no due date", "Actions without a due date")]
    public void Words_of_time_that_name_no_time_narrow_nothing(string said, string heading) => Assert.Equal((heading, ".."), Due(said));

    private static Understood Read(string said, DateOnly today) => Reader.Read(said, Names, today, new Speaker(null, null, null));

    private static (string Heading, string Span) Due(string said) => Due(said, Thursday);

    private static (string Heading, string Span) Due(string said, DateOnly today)
    {
        var list = Assert.IsType<Request.ListActions>(Read(said, today).Request);
        return (list.Heading, $"{Iso(list.Question.DueFrom)}..{Iso(list.Question.DueTo)}");
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
