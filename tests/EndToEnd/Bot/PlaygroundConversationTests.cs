using EndToEnd.Client;
using TeamsPlanBot.FakeTeams;

namespace EndToEnd.Bot;

/// <summary>Microsoft's Agents Playground talks to the served bot as Teams would.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PlaygroundConversationTests(Chromium chromium)
{
    [BrowserFact]
    public async Task A_manager_is_welcomed_asks_and_reads_a_card_in_a_personal_chat()
    {
        await using var bot = await RunningBot.StartAsync(new DateOnly(2017, 4, 20));
        await using var playground = await Playground.Start(chromium, new Uri(bot.Url, "/api/messages"));

        await playground.OpenPersonalChat();
        await playground.WaitForCard("Hello, I am TeamsPlanBot");

        await playground.Say("what's overdue for First Response");
        var card = await playground.WaitForCard("2 overdue actions for First Response");
        Assert.Contains("Overdue actions for First Response, as of 20 April 2017.", card, StringComparison.Ordinal);
        Assert.Contains("Review First Response processes", card, StringComparison.Ordinal);
        await playground.Screenshot(Path.Combine(AppContext.BaseDirectory, "pictures", "personal-chat.png"));

        await playground.Say("what is overdue in Leicestershire");
        await playground.WaitForCard("Shown: 1 to 8 of 10.");
        await playground.Press("Show 2 more");
        await playground.WaitForCard("Shown: 9 to 10 of 10.");

        await playground.Say("gibberish");
        await playground.WaitForCard("I could not place “gibberish”.");
        await playground.Press("Which plans are there?");
        await playground.WaitForCard("Somerset improvement programme 6");
        await playground.Screenshot(Path.Combine(AppContext.BaseDirectory, "pictures", "personal-chat-buttons.png"));
    }

    [BrowserFact]
    public async Task A_director_sees_ratings_and_trends_as_charts_and_goes_from_a_list_to_an_action_and_back()
    {
        await using var bot = await RunningBot.StartAsync(new DateOnly(2017, 4, 20));
        await using var playground = await Playground.Start(chromium, new Uri(bot.Url, "/api/messages"));

        await playground.OpenPersonalChat();
        await playground.Say("summary of Leicestershire");
        await playground.WaitForCard("10 of 28 actions overdue");
        await playground.Screenshot(Path.Combine(AppContext.BaseDirectory, "pictures", "summary.png"));

        await playground.Say("how are we doing on re-referrals");
        await playground.WaitForCard("Re-referral rate: 15.1% in 2012/13");
        await playground.Screenshot(Path.Combine(AppContext.BaseDirectory, "pictures", "trend.png"));

        await playground.Say("what's overdue for First Response");
        await playground.WaitForCard("2 overdue actions for First Response");
        await playground.Press("Show 3.3 in full");
        await playground.WaitForCard("Make the front door strong");
        await playground.Press("Back to the list");
        await playground.WaitForCard("2 overdue actions for First Response");
    }

    [BrowserFact]
    public async Task A_channel_asks_by_mentioning_the_bot_and_can_be_about_a_plan()
    {
        await using var bot = await RunningBot.StartAsync(new DateOnly(2018, 4, 20));
        await using var playground = await Playground.Start(chromium, new Uri(bot.Url, "/api/messages"));

        await playground.OpenChannel();
        await playground.AskInNewPost("what's overdue for First Response", "4 overdue actions for First Response");
        await playground.ReplyToBot("this channel is about Somerset");
        await playground.WaitForCard("This conversation is about Somerset");
        await playground.AskInNewPost("what's overdue", "4 overdue actions");
        await playground.Screenshot(Path.Combine(AppContext.BaseDirectory, "pictures", "channel.png"));
    }
}
