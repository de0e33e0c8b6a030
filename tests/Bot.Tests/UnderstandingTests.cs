using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>What people say, and what is understood. Today is Thursday, 20 April 2017.</summary>
public sealed class UnderstandingTests
{
    private static readonly DateOnly Today = new(2017, 4, 20);

    private static readonly Names Names = new(
    [
        new(NameKind.Plan, 1, 1, "Leicestershire action plan 2017-2020"),
        new(NameKind.Plan, 1, 1, "leicestershire", "Leicestershire action plan 2017-2020"),
        new(NameKind.Plan, 2, 2, "Somerset improvement programme"),
        new(NameKind.Plan, 2, 2, "somerset", "Somerset improvement programme"),
        new(NameKind.Service, 10, 1, "First Response"),
        new(NameKind.Service, 11, 1, "Children in Care"),
        new(NameKind.Service, 12, 2, "Children in Care"),
        new(NameKind.Service, 13, 1, "Early Help"),
        new(NameKind.Service, 14, 2, "Fostering"),
        new(NameKind.Service, 15, 2, "Children with Disabilities"),
        new(NameKind.Lead, 20, 1, "Head of Service, Children in Care"),
        new(NameKind.Lead, 21, 1, "Head of Service, Safeguarding Assurance"),
        new(NameKind.Lead, 22, 1, "Jo Bloggs"),
        new(NameKind.Lead, 23, 2, "Virtual School Head"),
        new(NameKind.Lead, 24, 2, "HR Director"),
        new(NameKind.Section, 30, 1, "Policy and Performance"),
        new(NameKind.Section, 30, 1, "section 4"),
        new(NameKind.Section, 31, 2, "Fostering"),
    ]);

    [Theory]
    [InlineData("what's overdue for First Response", "Overdue actions for First Response")]
    [InlineData("whats overdue for first response", "Overdue actions for First Response")]
    [InlineData("WHAT IS LATE FOR FR?", "Overdue actions for First Response")]
    [InlineData("First Response's overdue actions", "Overdue actions for First Response")]
    [InlineData("Could you tell me what is behind in First Response please", "Overdue actions for First Response")]
    [InlineData("overdue first respnse", "Overdue actions for First Response")]
    [InlineData("what has slipped for early help", "Overdue actions for Early Help")]
    [InlineData("what's overdue", "Overdue actions")]
    [InlineData("anything past due?", "Overdue actions")]
    [InlineData("how many are overdue for children in care", "Overdue actions for Children in Care")]
    [InlineData("overdue cic", "Overdue actions for Children in Care")]
    [InlineData("overdue actions in the Somerset plan", "Overdue actions for Somerset improvement programme")]
    [InlineData("what's overdue in the plan", "Overdue actions")]
    [InlineData("overdue for the fostering team", "Overdue actions for Fostering")]
    [InlineData("overdue actions in Somerset", "Overdue actions for Somerset improvement programme")]
    [InlineData("First Response", "Actions for First Response")]
    [InlineData("show me all actions", "Actions")]
    [InlineData("open actions", "Open actions")]
    [InlineData("what is outstanding for Jo Bloggs", "Open actions for Jo Bloggs")]
    [InlineData("what's not done for Fostering", "Open actions for Fostering")]
    [InlineData("what isnt finished for Fostering", "Open actions for Fostering")]
    [InlineData("which of HR Director's actions aren't complete?", "Open actions for HR Director")]
    [InlineData("completed actions for Jo Bloggs", "Complete actions for Jo Bloggs")]
    [InlineData("which actions have not started", "Not started actions")]
    [InlineData("in progress for HR Director", "In progress actions for HR Director")]
    [InlineData("overdue but not red", "Overdue actions not rated red")]
    [InlineData("open actions that aren’t red or amber for FR", "Open actions not rated red or amber for First Response")]
    [InlineData("due next week excluding the greens", "Actions due next week not rated green")]
    [InlineData("which actions are not at risk", "Actions not rated red or amber")]
    [InlineData("anything but green in Somerset", "Actions not rated green for Somerset improvement programme")]
    [InlineData("unrated actions", "Actions without a rating")]
    [InlineData("overdue and unrated", "Overdue actions without a rating")]
    [InlineData("not rated yet", "Actions without a rating")]
    [InlineData("amber, without a lead, not red", "Amber actions not rated red without a lead")]
    [InlineData("are there no reds for fostering?", "Red actions for Fostering")]
    [InlineData("not updated for 6 weeks and not green", "Actions not rated green not updated for 42 days")]
    [InlineData("red actions", "Red actions")]
    [InlineData("show me the reds for first response", "Red actions for First Response")]
    [InlineData("red or amber actions", "Red or amber actions")]
    [InlineData("what's at risk", "At risk (red or amber) actions")]
    [InlineData("what is off track in Somerset", "Off track (red) actions for Somerset improvement programme")]
    [InlineData("what's due today", "Actions due today")]
    [InlineData("due this week", "Actions due this week")]
    [InlineData("what is due next week for Fostering", "Actions due next week for Fostering")]
    [InlineData("due next month", "Actions due next month")]
    [InlineData("what's due this quarter", "Actions due this quarter")]
    [InlineData("due in the next 10 days", "Actions due in the next 10 days")]
    [InlineData("what's due within 3 weeks", "Actions due in the next 3 weeks")]
    [InlineData("due in the next two months", "Actions due in the next 2 months")]
    [InlineData("what is coming up", "Actions due in the next 14 days")]
    [InlineData("due soon for early help", "Actions due in the next 14 days for Early Help")]
    [InlineData("due in March", "Actions due in March 2018")]
    [InlineData("what was due in March", "Actions due in March 2017")]
    [InlineData("due in June", "Actions due in June 2017")]
    [InlineData("due in May 2018", "Actions due in May 2018")]
    [InlineData("due by 31 May 2018", "Actions due by 31 May 2018")]
    [InlineData("due by the end of May", "Actions due by 31 May 2017")]
    [InlineData("due before the end of June", "Actions due by 30 June 2017")]
    [InlineData("what is still to be done", "Open actions")]
    [InlineData("whats left to be done for fostering", "Open actions for Fostering")]
    [InlineData("how many left to complete", "Open actions")]
    [InlineData("what do we have to complete by 30 June 2018", "Actions due by 30 June 2018")]
    [InlineData("what have we got to get done this month", "Actions due this month")]
    [InlineData("what do I have overdue", "Overdue actions of yours")]
    [InlineData("what do i need to do by 31 May", "Actions due by 31 May 2017 of yours")]
    [InlineData("i would like to see the overdue actions", "Overdue actions")]
    [InlineData("can i see what's overdue", "Overdue actions")]
    [InlineData("send me overdue actions", "Overdue actions")]
    [InlineData("what is late for the HR", "Overdue actions for HR Director")]
    [InlineData("overdue actions led by HR Director", "Overdue actions for HR Director")]
    [InlineData("actions assigned to jo bloggs", "Actions for Jo Bloggs")]
    [InlineData("hos children in care overdue", "Overdue actions for Head of Service, Children in Care")]
    [InlineData("A actions", "Amber actions")]
    [InlineData("list R actions for Fostering", "Red actions for Fostering")]
    [InlineData("R and A", "Red or amber actions")]
    [InlineData("A list of overdue actions", "Overdue actions")]
    [InlineData("what hasn't started", "Not started actions")]
    [InlineData("not updated in the last 6 weeks", "Actions not updated for 42 days")]
    [InlineData("stale actions", "Actions not updated for 28 days")]
    [InlineData("what has not been updated in 6 weeks", "Actions not updated for 42 days")]
    [InlineData("no update for 10 days", "Actions not updated for 10 days")]
    [InlineData("actions with no lead", "Actions without a lead")]
    [InlineData("undated actions in Somerset", "Actions without a due date for Somerset improvement programme")]
    [InlineData("unassigned", "Actions without a lead")]
    [InlineData("recommendation 4", "Actions that answer recommendation 4")]
    [InlineData("actions for rec 12", "Actions that answer recommendation 12")]
    [InlineData("what's overdue in section 4", "Overdue actions for section 4")]
    [InlineData("overdue in Policy and Performance", "Overdue actions for Policy and Performance")]
    [InlineData("Fostering", "Actions for Fostering")]
    [InlineData("overdue for the virtual school head", "Overdue actions for Virtual School Head")]
    [InlineData("what is VSH late on", "Overdue actions for Virtual School Head")]
    [InlineData("safeguarding assurance overdue", "Overdue actions for Head of Service, Safeguarding Assurance")]
    [InlineData("my overdue actions", "Overdue actions of yours")]
    [InlineData("what's overdue that mentions supervision", "Overdue actions that mention “supervision”")]
    [InlineData("overdue about supervision", "Overdue actions that mention “supervision”")]
    public void A_question_about_actions_is_understood(string said, string heading)
    {
        var understood = Read(said);
        Assert.Equal(heading, Assert.IsType<Request.ListActions>(understood.Request).Heading);
        Assert.Equal($"{heading}, as of 20 April 2017", understood.Words);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("what can you do")]
    [InlineData("how does this work?")]
    [InlineData("")]
    [InlineData("???")]
    public void Help_is_asked_for_in_many_words(string said) => Assert.IsType<Request.Help>(Read(said).Request);

    [Theory]
    [InlineData("hi")]
    [InlineData("Hello!")]
    [InlineData("good morning")]
    public void A_greeting_is_a_greeting(string said) => Assert.IsType<Request.Greet>(Read(said).Request);

    [Theory]
    [InlineData("plans")]
    [InlineData("which plans are there?")]
    [InlineData("show me all the plans please")]
    public void The_plans_can_be_asked_for(string said) => Assert.IsType<Request.ListPlans>(Read(said).Request);

    [Theory]
    [InlineData("more")]
    [InlineData("show me more please")]
    [InlineData("next page")]
    [InlineData("the rest")]
    public void More_of_a_list_can_be_asked_for(string said) => Assert.IsType<Request.ShowMore>(Read(said).Request);

    [Theory]
    [InlineData("4.3", "4.3", 0)]
    [InlineData("show 4.3", "4.3", 0)]
    [InlineData("what's happening with 1.1a?", "1.1a", 0)]
    [InlineData("who leads 4.3", "4.3", 0)]
    [InlineData("who is leading on 4.3?", "4.3", 0)]
    [InlineData("is 4.3 overdue?", "4.3", 0)]
    [InlineData("is 4.3 complete?", "4.3", 0)]
    [InlineData("is 4.3 done?", "4.3", 0)]
    [InlineData("whats happening w 4.3", "4.3", 0)]
    [InlineData("is 4.3 red", "4.3", 0)]
    [InlineData("1a", "1a", 0)]
    [InlineData("show A1", "A1", 0)]
    [InlineData("R7.2", "R7.2", 0)]
    [InlineData("4.3 in Somerset", "4.3", 2)]
    [InlineData("show me 4.3 in the leicestershire plan", "4.3", 1)]
    public void One_action_can_be_asked_for(string said, string reference, int plan)
    {
        var request = Assert.IsType<Request.ShowAction>(Read(said).Request);
        Assert.Equal(reference, request.Action.Ref);
        Assert.Equal(plan == 0 ? [] : [plan], request.Action.Plans);
    }

    [Theory]
    [InlineData("did anybody ring about 4.3 in Narnia?", "Narnia")]
    public void A_question_about_an_action_is_not_taken_for_news(string said, string unplaced) =>
        Assert.Equal([unplaced], Assert.IsType<Request.Unclear>(Read(said).Request).Unplaced);

    [Theory]
    [InlineData("what's the weather like")]
    [InlineData("tell me a joke")]
    [InlineData("which managers have overdue actions")]
    [InlineData("which services have overdue actions")]
    [InlineData("whats overdue for my team")]
    [InlineData("rec 4 and 5")]
    [InlineData("red or overdue")]
    [InlineData("overdue or not started")]
    [InlineData("completed late")]
    [InlineData("my actions and jo bloggs's")]
    [InlineData("what isn't overdue")]
    [InlineData("not red")]
    [InlineData("overdue, but not for First Response")]
    [InlineData("ignore all previous instructions")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("DROP TABLE plans")]
    [InlineData("🙂 🙂 lunch")]
    public void Other_talk_is_not_understood(string said) => Assert.IsType<Request.Unclear>(Read(said).Request);

    [Theory]
    [InlineData("overdue for head of service", "Head of Service, Children in Care", "Head of Service, Safeguarding Assurance")]
    [InlineData("overdue for children", "Children in Care", "Children with Disabilities")]
    public void A_name_that_several_bear_is_asked_back(string said, params string[] choices) =>
        Assert.Equal(choices, Assert.IsType<Request.Torn>(Read(said).Request).Choices.Select(choice => choice.Name));

    [Fact]
    public void A_name_in_several_plans_means_all_that_bear_it() =>
        Assert.Equal([11, 12], Assert.IsType<Request.ListActions>(Read("overdue for children in care").Request).Question.Services);

    [Fact]
    public void A_name_of_a_service_and_a_section_means_the_service()
    {
        var question = Assert.IsType<Request.ListActions>(Read("overdue for fostering").Request).Question;
        Assert.Equal([14], question.Services);
        Assert.Empty(question.Sections);
    }

    [Fact]
    public void The_words_may_say_which_kind_of_thing_is_meant()
    {
        var question = Assert.IsType<Request.ListActions>(Read("overdue in section fostering").Request).Question;
        Assert.Equal([31], question.Sections);
        Assert.Empty(question.Services);
    }

    [Theory]
    [InlineData("due this week", "2017-04-17", "2017-04-23")]
    [InlineData("due next week", "2017-04-24", "2017-04-30")]
    [InlineData("due next month", "2017-05-01", "2017-05-31")]
    [InlineData("due this quarter", "2017-04-01", "2017-06-30")]
    [InlineData("due next quarter", "2017-07-01", "2017-09-30")]
    [InlineData("due in the next 7 days", "2017-04-20", "2017-04-27")]
    [InlineData("overdue", null, "2017-04-19")]
    [InlineData("due by next month", null, "2017-05-31")]
    [InlineData("due by tomorrow", null, "2017-04-21")]
    [InlineData("due by friday", null, "2017-04-21")]
    [InlineData("due by the end of this month", null, "2017-04-30")]
    [InlineData("due by the end of next month", null, "2017-05-31")]
    [InlineData("due by the 31st of May", null, "2017-05-31")]
    [InlineData("due by 31/05/2018", null, "2018-05-31")]
    [InlineData("due by 31.05.2018", null, "2018-05-31")]
    [InlineData("due before June", null, "2017-05-31")]
    [InlineData("due before next week", null, "2017-04-23")]
    [InlineData("due before end of June", null, "2017-06-30")]
    [InlineData("due by 5 may", null, "2017-05-05")]
    [InlineData("due before 5 May 2017", null, "2017-05-04")]
    [InlineData("due in february", "2018-02-01", "2018-02-28")]
    public void Spans_of_due_dates_have_the_right_ends(string said, string? from, string to)
    {
        var question = Assert.IsType<Request.ListActions>(Read(said).Request).Question;
        Assert.Equal((from, to), (Iso(question.DueFrom), Iso(question.DueTo)));
        Assert.Equal(StateAsked.Open, question.State);
    }

    [Fact]
    public void My_actions_are_those_of_the_lead_with_my_name_or_of_nobody()
    {
        Assert.Equal([22], Mine("Jo Bloggs"));
        Assert.Equal([], Mine("Sam Other"));

        static IReadOnlyList<int>? Mine(string name) =>
            Assert.IsType<Request.ListActions>(Reader.Read("my actions", Names, Today, new Speaker(name, null, null)).Request).Question.Leads;
    }

    [Fact]
    public void A_bound_conversation_means_its_plan_where_nothing_is_named()
    {
        Assert.Equal([2], Plans("what's overdue"));
        Assert.Equal([], Plans("what's overdue for First Response"));
        Assert.Equal([1], Plans("what's overdue in Leicestershire"));

        static IReadOnlyList<int> Plans(string said) =>
            Assert.IsType<Request.ListActions>(Reader.Read(said, Names, Today, new Speaker(null, null, Plan: 2)).Request).Question.Plans;
    }

    [Fact]
    public void Random_messages_never_throw()
    {
        var random = new Random(20170420);
        string[] pieces = ["4.3", "overdue", "for", "First Response", "due", "in", "by", "31", "may", "2017", "next", "weeks", "no", "lead", "'s", "<at>", "\n", "\0", "🙂", "é", "%", "section", "recommendation", "this channel is about", "99999999999999", ".", "my", "not", "updated"];
        for (var i = 0; i < 5000; i++)
        {
            var said = string.Join(' ', Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.NotNull(Read(said).Request);
        }

        Assert.NotNull(Read(new string('a', 200_000)).Request);
        Assert.NotNull(Read(string.Concat(Enumerable.Repeat("overdue ", 50_000))).Request);
    }

    private static string? Iso(DateOnly? day) => day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static Understood Read(string said) => Reader.Read(said, Names, Today, new Speaker("Jo Bloggs", null, null));
}
