using System.Text.Json;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Tests.Understanding;

/// <summary>Messages that hold on to the one before. Today is Thursday, 20 April 2017.</summary>
public sealed class FollowUpTests
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
        new(NameKind.Service, 13, 1, "Early Help"),
        new(NameKind.Service, 14, 2, "Fostering"),
        new(NameKind.Lead, 22, 1, "Jo Bloggs"),
        new(NameKind.Lead, 24, 2, "HR Director"),
    ]);

    [Theory]
    [InlineData("and the red ones?", "Overdue red actions for First Response")]
    [InlineData("what about the amber ones", "Overdue amber actions for First Response")]
    [InlineData("how many of those are red?", "Overdue red actions for First Response")]
    [InlineData("which of them are not started", "Overdue not started actions for First Response")]
    [InlineData("what about fostering?", "Overdue actions for Fostering")]
    [InlineData("and early help", "Overdue actions for Early Help")]
    [InlineData("same for CIC please", "Overdue actions for Children in Care")]
    [InlineData("Fostering?", "Overdue actions for Fostering")]
    [InlineData("only Jo Bloggs", "Overdue actions for First Response and Jo Bloggs")]
    [InlineData("just jo bloggs's", "Overdue actions for First Response and Jo Bloggs")]
    [InlineData("next week?", "Actions due next week for First Response")]
    [InlineData("and next month", "Actions due next month for First Response")]
    [InlineData("what about in June?", "Actions due in June 2017 for First Response")]
    [InlineData("and in Somerset?", "Overdue actions for Somerset improvement programme")]
    [InlineData("and the complete ones?", "Complete actions for First Response")]
    [InlineData("excluding red", "Overdue actions not rated red for First Response")]
    [InlineData("not the reds", "Overdue actions not rated red for First Response")]
    [InlineData("without the greens", "Overdue actions not rated green for First Response")]
    [InlineData("drop the red", "Overdue actions not rated red for First Response")]
    [InlineData("leave out the reds and ambers please", "Overdue actions not rated red or amber for First Response")]
    [InlineData("which of them are not rated", "Overdue actions without a rating for First Response")]
    [InlineData("no reds?", "Overdue red actions for First Response")]
    [InlineData("ones without a lead", "Overdue actions without a lead for First Response")]
    [InlineData("and mine?", "Overdue actions of yours")]
    [InlineData("how many?", "Overdue actions for First Response")]
    public void A_follow_up_holds_on_to_the_last_list(string said, string heading) =>
        Assert.Equal(heading, Assert.IsType<Request.ListActions>(After("what's overdue for First Response", said).Request).Heading);

    [Theory]
    [InlineData("what's overdue for Fostering", "Overdue actions for Fostering")]
    [InlineData("red actions", "Red actions")]
    [InlineData("show me everything for Jo Bloggs", "Actions for Jo Bloggs")]
    [InlineData("what is due next week", "Actions due next week")]
    [InlineData("all the reds", "Red actions")]
    [InlineData("overdue in Somerset", "Overdue actions for Somerset improvement programme")]
    [InlineData("top 5 red", "Red actions")]
    public void A_full_question_starts_afresh(string said, string heading) =>
        Assert.Equal(heading, Assert.IsType<Request.ListActions>(After("what's overdue for First Response", said).Request).Heading);

    [Theory]
    [InlineData("Sarah Price", "overdue red actions for Sarah Price")]
    [InlineData("i meant sarah price", "overdue red actions for Sarah Price")]
    [InlineData("Ahmed please", "overdue red actions for Sarah Ahmed")]
    [InlineData("sarah", null)]
    [InlineData("what about Leeds", null)]
    [InlineData("overdue for Sarah Price in Leeds and nowhere else", null)]
    public void Who_was_asked_which_one_may_say_only_the_name(string said, string? meant) =>
        Assert.Equal(meant, new Remembered(null, [], null, [new Choice("Sarah Ahmed", "overdue red actions for Sarah Ahmed"), new Choice("Sarah Price", "overdue red actions for Sarah Price")]).Meant(said));

    [Fact]
    public void A_follow_up_of_a_plan_stays_in_the_plan()
    {
        var question = Assert.IsType<Request.ListActions>(After("what's overdue in Somerset", "and fostering?").Request).Question;
        Assert.Equal([2], question.Plans);
        Assert.Equal([14], question.Services);
        Assert.Empty(Assert.IsType<Request.ListActions>(After("what's overdue in Somerset", "and first response?").Request).Question.Plans);
    }

    [Fact]
    public void What_was_left_out_is_remembered()
    {
        var kept = JsonSerializer.Serialize(new Remembered(Read("overdue but not red", last: null).Request, [], null), AnswerJson.Default.Remembered);
        var remembered = JsonSerializer.Deserialize(kept, AnswerJson.Default.Remembered);
        var next = Assert.IsType<Request.ListActions>(Read("only First Response", remembered).Request);
        Assert.Equal("Overdue actions not rated red for First Response", next.Heading);
        Assert.Equal([Brag.Red], next.Question.NotBrags);
    }

    [Fact]
    public void What_was_remembered_before_ratings_could_be_left_out_leaves_none_out()
    {
        var kept = JsonSerializer.Serialize(new Remembered(Read("overdue", last: null).Request, [], null), AnswerJson.Default.Remembered);
        var older = kept.Replace("\"notBrags\":[],", "", StringComparison.Ordinal).Replace(",\"notBrags\":\"\"", "", StringComparison.Ordinal);
        Assert.DoesNotContain("notBrags", older, StringComparison.Ordinal);
        var next = Assert.IsType<Request.ListActions>(Read("only First Response", JsonSerializer.Deserialize(older, AnswerJson.Default.Remembered)).Request);
        Assert.Equal("Overdue actions for First Response", next.Heading);
        Assert.Empty(next.Question.NotBrags);
    }

    [Fact]
    public void Follow_ups_go_on_from_each_other()
    {
        var one = Read("what's overdue for First Response", last: null);
        var two = Read("and the red ones?", new Remembered(one.Request, [], 1));
        var three = Read("what about fostering?", new Remembered(two.Request, [], 1));
        Assert.Equal("Overdue red actions for Fostering", Assert.IsType<Request.ListActions>(three.Request).Heading);
    }

    [Theory]
    [InlineData("the second one", "4.9")]
    [InlineData("show me the first one", "3.3")]
    [InlineData("the 2nd", "4.9")]
    [InlineData("number 3", "5.1")]
    [InlineData("open the last one please", "5.1")]
    public void One_of_those_shown_can_be_asked_for_by_its_place(string said, string reference)
    {
        var action = Assert.IsType<Request.ShowAction>(After("what's overdue", said, "3.3", "4.9", "5.1").Request).Action;
        Assert.Equal((reference, 1), (action.Ref, action.Plans.Single()));
    }

    [Fact]
    public void A_place_that_the_list_does_not_have_is_said_to_be_none() =>
        Assert.Contains("has 2 on it", Assert.IsType<Request.Impossible>(After("what's overdue", "the fourth one", "3.3", "4.9").Request).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("who leads it?")]
    [InlineData("when is it due")]
    [InlineData("who leads that one")]
    [InlineData("tell me more about it")]
    public void The_one_that_was_shown_is_meant_by_it(string said)
    {
        var action = Assert.IsType<Request.ShowAction>(After("4.3", said, "4.3").Request).Action;
        Assert.Equal(("4.3", 1), (action.Ref, action.Plans.Single()));
    }

    [Theory]
    [InlineData("and the red ones?")]
    [InlineData("the second one")]
    [InlineData("who leads it?")]
    public void Without_a_last_question_there_is_nothing_to_hold_on_to(string said) =>
        Assert.IsNotType<Request.ShowAction>(Read(said, last: null).Request);

    [Theory]
    [InlineData("what's overdue for FR? and what about fostering next week")]
    [InlineData("Overdue for First Response. Due next week for Fostering?")]
    [InlineData("what's overdue for First Response and what's due next week for Fostering")]
    [InlineData("hi! what's overdue for First Response? what's due next week for Fostering? thanks")]
    public void Several_requests_of_one_message_are_read_in_order(string said)
    {
        var parts = Assert.IsType<Request.Several>(Read(said, last: null).Request).Parts;
        Assert.Equal(["Overdue actions for First Response", "Actions due next week for Fostering"], parts.Select(part => Assert.IsType<Request.ListActions>(part.Request).Heading));
    }

    [Fact]
    public void The_second_request_of_a_message_holds_on_to_the_first()
    {
        var parts = Assert.IsType<Request.Several>(Read("what's overdue for First Response? and for Fostering?", last: null).Request).Parts;
        Assert.Equal("Overdue actions for Fostering", Assert.IsType<Request.ListActions>(parts[1].Request).Heading);
    }

    [Theory]
    [InlineData("Hello. What is overdue for First Response?", "Overdue actions for First Response")]
    [InlineData("Hi there! red actions please. Thanks.", "Red actions")]
    public void Greetings_are_no_request_beside_one(string said, string heading) =>
        Assert.Equal(heading, Assert.IsType<Request.ListActions>(Read(said, last: null).Request).Heading);

    [Theory]
    [InlineData("top 5 overdue for First Response", 5)]
    [InlineData("the 3 most overdue actions", 3)]
    [InlineData("show me the ten worst overdue actions", 10)]
    public void No_more_than_were_asked_for_are_wanted(string said, int most) =>
        Assert.Equal(most, Assert.IsType<Request.ListActions>(Read(said, last: null).Request).Most);

    private static Understood After(string first, string said, params string[] shown) =>
        Read(said, new Remembered(Read(first, last: null).Request, [.. shown.Select(reference => new ShownAction(1, reference))], null));

    private static Understood Read(string said, Remembered? last) => Reader.Read(said, Names, Today, new Speaker("Sam Lee", null, null, last));
}
