using System.Net;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>What is sent by itself: once, when it is due, and what becomes of it where Teams does not take it.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2017, 4, 20);
    private static readonly DateTime Noon = new(2017, 4, 20, 12, 0, 0, DateTimeKind.Utc);

    private LocalTeams teams = null!;
    private RunningBot bot = null!;
    private Chat channel = null!;

    private string ChannelId => channel.Id.Split(';')[0];

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        bot = await RunningBot.StartAsync(Today);
        channel = Chat.Channel(teams);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task A_digest_comes_to_the_channel_itself_when_it_is_due_and_only_once()
    {
        await SubscribeAsync(channel, "send this channel a digest for First Response every Thursday at 9am");
        await DueAsync(Noon.AddMinutes(-1));

        var digest = await teams.MessageAsync(ChannelId);
        Assert.Contains("First Response: 2 due soon", digest.Card!.Value.Lines());
        Assert.DoesNotContain(digest.Card!.Value.Lines(), line => line.Contains("was due", StringComparison.Ordinal));

        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.Single(teams.All, message => message.Conversation == ChannelId);
        var (kept, deliveries) = await KeptAsync();
        Assert.Equal(DeliveryState.Arrived, Assert.Single(deliveries).State);
        Assert.Equal(new DateTime(2017, 4, 27, 8, 0, 0), kept.NextAt);
        Assert.Equal(Noon.AddMinutes(-1), kept.ToldUpTo);
    }

    [Fact]
    public async Task What_was_missed_is_told_late_and_says_so_and_what_is_older_than_its_interval_is_left_out()
    {
        await SubscribeAsync(channel, "send this channel a digest for First Response every Thursday at 9am");
        await DueAsync(new DateTime(2017, 4, 6, 8, 0, 0, DateTimeKind.Utc));

        var digest = await teams.MessageAsync(ChannelId);
        Assert.Contains("This was due on Thursday 20 April 2017, 09:00, and comes late.", digest.Card!.Value.Lines());
        await SettledAsync(2);
        var (_, deliveries) = await KeptAsync();
        Assert.Equal([DeliveryState.Skipped, DeliveryState.Arrived], deliveries.Select(delivery => delivery.State));
    }

    [Fact]
    public async Task Where_Teams_says_to_wait_or_fails_it_comes_later_and_once()
    {
        await SubscribeAsync(channel, "send this channel a digest every Thursday at 9am");
        teams.Fail(HttpStatusCode.InternalServerError);
        await DueAsync(Noon);

        await WaitIsOverAsync();
        await teams.MessageAsync(ChannelId);
        await SettledAsync(1);
        var (_, deliveries) = await KeptAsync();
        Assert.Equal((DeliveryState.Arrived, 2), (deliveries[0].State, deliveries[0].Attempts));
        Assert.Single(teams.All, message => message.Conversation == ChannelId);
    }

    [Fact]
    public async Task What_may_have_arrived_is_sent_again_and_counted()
    {
        await SubscribeAsync(channel, "send this channel a digest every Thursday at 9am");
        teams.HangUp();
        await DueAsync(Noon);

        await WaitIsOverAsync();
        await teams.MessageAsync(ChannelId);
        await SettledAsync(1);
        var (_, deliveries) = await KeptAsync();
        Assert.Equal((DeliveryState.Arrived, 1), (deliveries[0].State, deliveries[0].Doubts));
    }

    [Fact]
    public async Task Where_it_is_set_so_what_may_have_arrived_is_left_and_told_to_who_looks()
    {
        await using var strict = await RunningBot.StartAsync(Today, null, "--Digests:SendAgainWhenUnknown=false");
        await SubscribeAsync(channel, "send this channel a digest every Thursday at 9am", strict);
        teams.HangUp();
        await DueAsync(Noon, strict);

        await SettledAsync(1, strict);
        Assert.Equal(DeliveryState.Unknown, Assert.Single((await KeptAsync(strict)).Deliveries).State);
        Assert.DoesNotContain(teams.All, message => message.Conversation == ChannelId);
        Assert.Contains(await AskAsync("digests", strict), line => line.StartsWith("Nobody knows whether the one of Thursday 20 April 2017", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_is_closed_to_the_bot_gets_no_more_and_the_list_says_why()
    {
        await SubscribeAsync(channel, "send this channel a digest every Thursday at 9am");
        teams.Fail(HttpStatusCode.Forbidden, code: "BotNotInConversationRoster");
        await DueAsync(Noon);

        await SettledAsync(1);
        var (kept, deliveries) = await KeptAsync();
        Assert.Equal(DeliveryState.Refused, Assert.Single(deliveries).State);
        Assert.Null(kept.NextAt);
        Assert.Contains("Stopped: The bot was taken out of that conversation.", await AskAsync("digests"));
    }

    [Fact]
    public async Task A_stopped_or_paused_digest_does_not_come()
    {
        await SubscribeAsync(channel, "send this channel a digest every Thursday at 9am");
        Assert.Contains("Paused.", await AskAsync("pause the digest"));
        await using (var store = bot.Stores.Open())
        {
            Assert.Empty(await store.Digests.Where(digest => digest.NextAt != null).ToListAsync());
        }

        Assert.Contains("Next: Thursday 27 April 2017, 09:00.", await AskAsync("resume the digest"));
        Assert.Contains(await AskAsync("stop the digest"), line => line.EndsWith("stopped", StringComparison.Ordinal));
        Assert.Equal("No digests", (await AskAsync("digests"))[0]);
    }

    [Fact]
    public async Task The_same_request_twice_is_one_digest()
    {
        await SubscribeAsync(channel, "send this channel a digest for First Response every Thursday at 9am");
        await AskAsync("which plans are there");
        Assert.Contains("It was arranged so already; there is still one.", await AskAsync("send this channel a digest for First Response every Thursday at 9am"));
        Assert.Equal("1 digest", (await AskAsync("digests"))[0]);
    }

    [Fact]
    public async Task What_somebody_wants_for_themselves_comes_to_their_own_chat_and_nobody_else_is_told_of_it()
    {
        Assert.Contains("I have no personal chat with you yet, so I cannot send it there. Open one, say hello, and ask again.", await AskAsync("send me a digest for First Response every Thursday at 9am"));
        var own = Chat.Personal(teams);
        await SubscribeAsync(own, "hello");
        await AskAsync("which plans are there");

        Assert.Contains(await AskAsync("send me a digest for First Response every Thursday at 9am"), line => line.EndsWith("every Thursday at 09:00, to you", StringComparison.Ordinal));
        await DueAsync(Noon);
        Assert.Contains("First Response: 2 due soon", (await teams.MessageAsync(own.Id, 2)).Card!.Value.Lines());
        Assert.Equal("No digests", (await AskAsync("digests"))[0]);
    }

    [Fact]
    public async Task A_digest_that_has_nothing_to_say_is_one_line_or_by_a_setting_silent()
    {
        await SubscribeAsync(channel, "every Thursday at 9: actions due today in Somerset");
        await DueAsync(Noon);
        Assert.StartsWith("No actions due today", (await teams.MessageAsync(ChannelId)).Card!.Value.Lines()[0], StringComparison.Ordinal);

        await using var silent = await RunningBot.StartAsync(Today, null, "--Digests:SilentWhenNothingToSay=true");
        await SubscribeAsync(channel, "every Thursday at 9: actions due today in Somerset", silent);
        await DueAsync(Noon, silent);
        await SettledAsync(1, silent);
        Assert.Equal(DeliveryState.Skipped, Assert.Single((await KeptAsync(silent)).Deliveries).State);
    }

    [Fact]
    public async Task A_plan_that_is_hidden_later_is_not_told_any_more()
    {
        await SubscribeAsync(channel, "send this channel a digest for Leeds every Thursday at 9am");
        await using (var store = bot.Stores.Open())
        {
            await store.Plans.Where(plan => plan.Key == "leeds-2012").ExecuteUpdateAsync(plan => plan.SetProperty(p => p.Visibility, Data.Plans.Visibility.Named));
            await store.Revisions.ExecuteUpdateAsync(revision => revision.SetProperty(r => r.Number, r => r.Number + 1));
        }

        await Task.Delay(700);
        await DueAsync(Noon);
        await SettledAsync(1);
        Assert.DoesNotContain(teams.All, message => message.Conversation == ChannelId);
        Assert.Equal(DeliveryState.Refused, Assert.Single((await KeptAsync()).Deliveries).State);
    }

    [Fact]
    public async Task Who_looks_after_the_bot_sees_the_digests_of_all_conversations_and_nobody_else_does()
    {
        await using var looked = await RunningBot.StartAsync(Today, null, "--Rights:Administrators:0=object-of-Ann Marsh");
        await SubscribeAsync(channel, "send this channel a digest for First Response every Thursday at 9am", looked);
        var (ann, sam) = (Chat.Personal(teams, "a:ann") with { Person = "Ann Marsh" }, Chat.Personal(teams, "a:sam") with { Person = "Sam Other" });
        await SubscribeAsync(ann, "digests", looked);
        await SubscribeAsync(sam, "digests", looked);

        var all = (await teams.MessageAsync("a:ann")).Card!.Value.Lines();
        Assert.Equal("1 digest in all conversations", all[0]);
        Assert.Contains("Every Thursday at 09:00, in a channel", all);
        Assert.Equal("No digests", (await teams.MessageAsync("a:sam")).Card!.Value.Lines()[0]);

        await SubscribeAsync(sam, "stop digest 1", looked);
        Assert.Contains("There is no digest 1 here. Say “digests” to see which there are.", (await teams.MessageAsync("a:sam", 2)).Card!.Value.Lines());
        await SubscribeAsync(ann, "stop digest 1", looked);
        Assert.Equal("First Response, every Thursday at 09:00: stopped", (await teams.MessageAsync("a:ann", 2)).Card!.Value.Lines()[0]);
    }

    [Fact]
    public async Task A_plan_for_a_few_is_told_only_where_they_alone_read_it()
    {
        await using (var store = bot.Stores.Open())
        {
            await store.Plans.Where(plan => plan.Key == "somerset-2018").ExecuteUpdateAsync(plan => plan.SetProperty(p => p.Visibility, Data.Plans.Visibility.Named));
            var plan = await store.Plans.SingleAsync(p => p.Key == "somerset-2018");
            plan.Rights.Add(new Data.Plans.Right { Holder = ChannelId, Name = "The channel", Kind = Data.Plans.RightKind.Read });
            await store.SaveChangesAsync();
            await store.Revisions.ExecuteUpdateAsync(revision => revision.SetProperty(r => r.Number, r => r.Number + 1));
        }

        await Task.Delay(700);
        var own = Chat.Personal(teams);
        await SubscribeAsync(own, "send me a digest for Somerset every Thursday at 9am");
        Assert.Contains((await teams.MessageAsync(own.Id)).Card!.Value.Lines(), line => line.StartsWith("I know nothing called “Somerset”", StringComparison.Ordinal));

        // The channel may be told of it; to take it from there to a chat of one's own needs a right of one's own.
        Assert.Contains("There is nothing of that name that you can see. Ask which plans there are.", await AskAsync("send me a digest for Somerset every Thursday at 9am"));
        Assert.Contains(await AskAsync("send this channel a digest for Somerset every Thursday at 9am"), line => line.EndsWith("every Thursday at 09:00, here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_arranges_what_it_says_and_comes_back_with_what_is_wrong()
    {
        await SubscribeAsync(channel, "new digest");
        var form = teams.All.Last(message => message.Conversation == channel.Id).Card!.Value;
        var button = form.Buttons().Single(b => b.GetProperty("title").GetString() == "Arrange it");

        var wrong = await PressAsync(channel.Press(button, ("of", "Narnia"), ("often", "every week"), ("on", "Friday"), ("at", "10am")));
        Assert.Contains(wrong, line => line.StartsWith("I know nothing called “Narnia”", StringComparison.Ordinal));
        Assert.Contains("About which plan, team, section or lead? Leave it empty for all.: Narnia", wrong);

        var right = await PressAsync(channel.Press(button, ("of", "First Response"), ("often", "every week"), ("on", "Friday"), ("at", "10am")));
        Assert.Contains("A digest for First Response, every Friday at 10:00, here", right);
        Assert.Contains("Next: Friday 21 April 2017, 10:00.", right);
    }

    private async Task<IReadOnlyList<string>> PressAsync(System.Text.Json.Nodes.JsonObject press)
    {
        using var response = await teams.PostAsync(bot.Url, press);
        using var answer = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("value").Lines();
    }

    private async Task SubscribeAsync(Chat chat, string said, RunningBot? on = null)
    {
        using var response = await teams.PostAsync((on ?? bot).Url, chat.Say(said));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<IReadOnlyList<string>> AskAsync(string said, RunningBot? on = null)
    {
        using var response = await teams.PostAsync((on ?? bot).Url, channel.Say(said));
        return teams.All.Last(message => message.Conversation == channel.Id && message.Type == "message").Card!.Value.Lines();
    }

    // As if its time had come.
    private async Task DueAsync(DateTime at, RunningBot? on = null)
    {
        await using var store = (on ?? bot).Stores.Open();
        Assert.Equal(1, await store.Digests.ExecuteUpdateAsync(digest => digest.SetProperty(d => d.NextAt, at)));
    }

    // The bot's clock stands still; so it does not see the end of a wait.
    private async Task WaitIsOverAsync()
    {
        for (var i = 0; i < 200; i++)
        {
            await using var store = bot.Stores.Open();
            if (await store.Deliveries.Where(delivery => delivery.ClaimedUntil > Noon && delivery.ClaimedBy == null).ExecuteUpdateAsync(delivery => delivery.SetProperty(d => d.ClaimedUntil, Noon)) > 0)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("Nothing waits for another try.");
    }

    private async Task SettledAsync(int number, RunningBot? on = null)
    {
        for (var i = 0; i < 200; i++)
        {
            await using var store = (on ?? bot).Stores.Open();
            if (await store.Deliveries.CountAsync(delivery => delivery.State != DeliveryState.Waiting) >= number)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"Fewer than {number} deliveries came to an end.");
    }

    private async Task<(Digest Digest, List<Delivery> Deliveries)> KeptAsync(RunningBot? on = null)
    {
        await using var store = (on ?? bot).Stores.Open();
        return (await store.Digests.SingleAsync(), await store.Deliveries.OrderBy(delivery => delivery.DueAt).ToListAsync());
    }
}
