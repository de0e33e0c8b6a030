using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>A lead is asked how an action is going; what they answer is the post, and whoever asked is told.</summary>
public sealed class UpdateRequestTests : IAsyncLifetime
{
    private const string Plan = """
        plan,section,ref,action,leads,due,brag
        calls-2018,1. Help,71.1,Answer calls,Lena Lead,2018-03-31,amber
        calls-2018,1. Help,71.2,Answer letters,Head of Letters; Ann Marsh,2018-03-31,
        calls-2018,1. Help,71.3,Answer emails,,2018-03-31,
        calls-2018,1. Help,71.4,Answer texts,Lena Lead,2018-05-31,
        """;

    private LocalTeams teams = null!;
    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        bot = await RunningBot.StartAsync(new DateOnly(2018, 4, 20), null, "--Samples:Load=false", "--Rights:Administrators:0=admin@council.example");
        await bot.ImportAsync(Plan);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task A_lead_is_asked_in_their_own_chat_and_their_answer_is_the_post_that_whoever_asked_is_told()
    {
        await SayAsync("Lena Lead", "hello");
        Assert.Equal("Asked for an update on 71.1", (await SayAsync("Dora Director", "ask Lena Lead for an update on 71.1"))[0]);
        var asked = await LastAsync("Lena Lead");
        Assert.Equal("Dora Director asks how 71.1 is going", asked[0]);
        Assert.Contains("What happened?:", asked);

        var recorded = await SayAsync("Lena Lead", "two agency workers started, green");

        Assert.Equal("Recorded on 71.1: rating amber → green; not started → in progress", recorded[0]);
        Assert.Contains("Dora Director, who asked, is told.", recorded);
        var told = await LastAsync("Dora Director");
        Assert.Equal("Lena Lead answered on 71.1: rating amber → green; not started → in progress", told[0]);
        Assert.Contains("“two agency workers started, green”", told);
    }

    [Fact]
    public async Task The_button_of_an_actions_card_asks_too_and_the_form_in_the_question_answers()
    {
        await SayAsync("Lena Lead", "hello");
        await SayAsync("Dora Director", "71.1");
        var button = (await LastCardAsync("Dora Director")).Buttons().Single(one => one.GetProperty("title").GetString() == "Ask the lead for an update");
        Assert.Equal("Asked for an update on 71.1", (await PressAsync("Dora Director", button)).Lines()[0]);

        var save = (await LastCardAsync("Lena Lead")).Buttons().Single(one => one.GetProperty("title").GetString() == "Save");
        var saved = await PressAsync("Lena Lead", save, ("text", "Rota agreed"), ("rating", "green"));

        Assert.Contains("Dora Director, who asked, is told.", saved.Lines());
        Assert.StartsWith("Lena Lead answered on 71.1", (await LastAsync("Dora Director"))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what's overdue?", "3 overdue actions")]
    [InlineData("71.2: letters sorted", "Recorded on 71.2: not started → in progress")]
    [InlineData("help", "What you can ask")]
    [InlineData("thanks", "Hello")]
    public async Task What_asks_or_orders_something_else_is_no_answer_to_it(string said, string headline)
    {
        await SayAsync("Lena Lead", "hello");
        await SayAsync("Dora Director", "chase 71.1");

        Assert.Equal(headline, (await SayAsync("Lena Lead", said))[0]);
        Assert.DoesNotContain(await WordsAsync(), words => words == said);
    }

    [Theory]
    [InlineData("amber")]
    [InlineData("all done")]
    [InlineData("it is green now")]
    [InlineData("still waiting for the rota from HR")]
    [InlineData("Recruitment is under way; interviews on Monday")]
    public async Task Any_words_that_ask_nothing_are_an_answer_while_the_question_is_the_last_thing_said(string said)
    {
        await SayAsync("Lena Lead", "hello");
        await SayAsync("Dora Director", "chase 71.1");

        Assert.StartsWith("Recorded on 71.1", (await SayAsync("Lena Lead", said))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_may_come_after_other_things_were_spoken_of()
    {
        await SayAsync("Lena Lead", "hello");
        await SayAsync("Dora Director", "chase 71.1");
        await SayAsync("Lena Lead", "what's due this week?");
        await SayAsync("Lena Lead", "help");

        Assert.StartsWith("Recorded on 71.1", (await SayAsync("Lena Lead", "Interviews held and rota agreed with the hub"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_questions_the_answer_must_say_which_and_nothing_is_lost()
    {
        await SayAsync("Lena Lead", "hello");
        await SayAsync("Dora Director", "chase 71.1");
        await SayAsync("Dora Director", "chase 71.4");

        var which = await SayAsync("Lena Lead", "rota agreed with the hub");
        Assert.Equal("Which one?", which[0]);
        Assert.Contains("[71.4 in calls-2018]", which);
        Assert.StartsWith("Recorded on 71.4", (await SayAsync("Lena Lead", "71.4"))[0], StringComparison.Ordinal);
        Assert.Contains("rota agreed with the hub", await WordsAsync());
    }

    [Fact]
    public async Task Nobody_is_asked_twice_within_a_day()
    {
        await SayAsync("Lena Lead", "hello");
        await SayAsync("Dora Director", "chase 71.1");
        Assert.Contains("Dora Director asked Lena Lead within the last day, and they have not answered yet.", await SayAsync("Sam Field", "chase 71.1"));
        Assert.Equal(2, Sent("Lena Lead"));
    }

    [Fact]
    public async Task A_lead_who_was_met_in_a_channel_only_gets_a_chat_of_their_own()
    {
        var channel = Chat.Channel(teams) with { Person = "Lena Lead" };
        using (await teams.PostAsync(bot.Url, channel.Say("what's overdue?")))
        {
        }

        await SayAsync("Dora Director", "chase 71.1");
        Assert.Equal("Dora Director asks how 71.1 is going", (await teams.MessageAsync("a:opened-for-29:Lena Lead")).Card!.Value.Lines()[0]);
    }

    [Fact]
    public async Task The_holder_of_a_role_is_asked_and_who_was_never_met_is_said()
    {
        await SayAsync("Hanna Holder", "Hanna Holder is Head of Letters");

        var asked = await SayAsync("Dora Director", "chase 71.2");

        Assert.Contains("I wrote to Hanna Holder (Head of Letters).", asked);
        Assert.Contains("I have not met Ann Marsh, so I cannot write to them: ask them to say hello to me in Teams first. If that is a role, say who holds it: “Jo Bloggs is Ann Marsh”.", asked);
        Assert.Equal("Dora Director asks how 71.2 is going", (await LastAsync("Hanna Holder"))[0]);
    }

    [Theory]
    [InlineData("Dora Director", "chase 71.3", "71.3 has no lead, so there is nobody to ask. Name one: “assign 71.3 to Jo Bloggs”.")]
    [InlineData("Dora Director", "chase 71.1", "I have not met Lena Lead, so I cannot write to them: ask them to say hello to me in Teams first. If that is a role, say who holds it: “Jo Bloggs is Lena Lead”.")]
    [InlineData("Lena Lead", "chase 71.1", "That is you: post it here, such as “71.1: two agency workers started, amber”.")]
    [InlineData("Dora Director", "ask Ann Marsh for an update on 71.1", "Ann Marsh does not lead 71.1, so nobody was asked. It is led by Lena Lead.")]
    public async Task Who_cannot_be_asked_is_said_with_what_to_do(string who, string said, string sentence)
    {
        var lines = await SayAsync(who, said);
        Assert.Equal("Nobody was asked", lines[0]);
        Assert.Contains(sentence, lines);
    }

    [Fact]
    public async Task Two_people_of_one_name_are_not_asked_by_guess()
    {
        await SayAsync("Lena Lead", "hello");
        var other = (Chat.Personal(teams, "a:other") with { Person = "Lena Lead" }).Say("hello");
        other["from"]!["aadObjectId"] = "another";
        using (await teams.PostAsync(bot.Url, other))
        {
        }

        Assert.Contains("I have met 2 people who go by Lena Lead, so I asked none of them.", await SayAsync("Dora Director", "chase 71.1"));
    }

    [Fact]
    public async Task A_lead_who_may_not_see_the_plan_hears_nothing_of_it()
    {
        await SayAsync("Lena Lead", "hello");
        await using (var store = bot.Stores.Open())
        {
            var plan = await store.Plans.Include(one => one.Rights).SingleAsync();
            plan.Visibility = Visibility.Named;
            plan.Rights.Add(new Right { Holder = $"{Chat.Tenant}/object-of-Dora Director", Name = "Dora Director", Kind = RightKind.Own });
            await store.Revisions.Where(revision => revision.Id == Data.Revision.OfNames).ExecuteUpdateAsync(set => set.SetProperty(revision => revision.Number, revision => revision.Number + 1));
            await store.SaveChangesAsync();
        }

        Assert.Contains("Lena Lead may not see calls-2018, so I did not ask them.", await SayAsync("Dora Director", "chase 71.1"));
        Assert.Equal(1, Sent("Lena Lead"));
    }

    [Fact]
    public async Task A_lead_who_closed_the_chat_is_not_asked_and_one_who_could_not_be_reached_can_be_asked_again()
    {
        await SayAsync("Lena Lead", "hello");
        teams.Fail(HttpStatusCode.Forbidden, code: "BotNotInConversationRoster");
        Assert.Contains("I cannot write to Lena Lead: they have no chat with me, or closed it.", await SayAsync("Dora Director", "chase 71.1"));

        Assert.Contains("I wrote to Lena Lead.", await SayAsync("Dora Director", "chase 71.1 please"));
        Assert.Equal("Dora Director asks how 71.1 is going", (await LastAsync("Lena Lead"))[0]);
    }

    [Fact]
    public async Task How_somebody_signs_in_is_asked_of_Teams_where_a_right_waits_for_it()
    {
        teams.SignIns["29:Ada Admin"] = "admin@council.example";
        teams.SignIns["29:Sam Field"] = "Sam@council.example";

        Assert.Equal("sam@council.example is an owner of calls-2018", (await SayAsync("Ada Admin", "make sam@council.example an owner of calls-2018"))[0]);
        Assert.Equal("That is not for you to change", (await SayAsync("Ed Everybody", "71.1 slipped to 30 June 2018"))[0]);
        Assert.StartsWith("Recorded on 71.1", (await SayAsync("Sam Field", "71.1 slipped to 30 June 2018"))[0], StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> SayAsync(string who, string said)
    {
        var chat = Chat.Personal(teams, $"a:{who}") with { Person = who };
        using var response = await teams.PostAsync(bot.Url, chat.Say(said));
        Assert.True(response.IsSuccessStatusCode);
        return await LastAsync(who);
    }

    private async Task<JsonElement> PressAsync(string who, JsonElement button, params (string Id, string Value)[] typed)
    {
        var chat = Chat.Personal(teams, $"a:{who}") with { Person = who };
        using var response = await teams.PostAsync(bot.Url, chat.Press(button, typed));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("value").Clone();
    }

    private int Sent(string who) => teams.All.Count(message => message.Conversation == $"a:{who}" && message.Type == "message");

    private async Task<JsonElement> LastCardAsync(string who) => (await teams.MessageAsync($"a:{who}", Math.Max(1, Sent(who)))).Card!.Value;

    private async Task<IReadOnlyList<string>> LastAsync(string who) => (await LastCardAsync(who)).Lines();

    private async Task<IReadOnlyList<string?>> WordsAsync()
    {
        await using var store = bot.Stores.Open();
        return await store.Progress.Where(progress => progress.Origin == Origin.Person).Select(progress => progress.Text).ToListAsync();
    }
}
