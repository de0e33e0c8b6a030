using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>What happens to one activity between its arrival and its answer.</summary>
public sealed class TurnTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2018, 4, 20);

    private LocalTeams teams = null!;
    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        bot = await RunningBot.StartAsync(Today);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_goes_to_the_message_it_answers_and_names_no_one_by_more_than_an_id()
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("what's overdue in Leicestershire", id: "the-question"));

        var answer = await teams.MessageAsync(chat.Id);
        Assert.Equal("the-question", answer.ReplyTo);
        Assert.StartsWith("26 overdue actions", answer.Activity.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Jo Bloggs", answer.Activity.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Chat.Tenant, answer.Activity.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_in_a_thread_is_answered_in_that_thread()
    {
        var chat = Chat.Channel(teams, thread: "1700000000000");
        await PostAsync(chat.Say("what's overdue for FR"));
        Assert.Equal("19:channel@thread.tacv2;messageid=1700000000000", (await teams.MessageAsync(chat.Id)).Conversation);
    }

    [Fact]
    public async Task Talk_in_a_channel_that_does_not_mention_the_bot_is_left_alone()
    {
        var chat = Chat.Channel(teams);
        var talk = chat.Say("what's overdue");
        talk.Remove("entities");
        using var response = await teams.PostAsync(bot.Url, talk);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(teams.All);
    }

    [Fact]
    public async Task A_change_comes_with_the_receipt_of_its_message_and_a_repeat_is_answered_again_and_done_once()
    {
        var chat = Chat.Channel(teams);
        var message = chat.Say("this channel is about Somerset", id: "bind-1");
        await PostAsync(message);
        await PostAsync(chat.Say("this channel is about Leicestershire", id: "bind-2"));
        await PostAsync(message);

        Assert.StartsWith("This conversation is about Somerset", Headline(await teams.MessageAsync(chat.Id, 1)), StringComparison.Ordinal);
        Assert.StartsWith("This conversation is about Leicestershire", Headline(await teams.MessageAsync(chat.Id, 2)), StringComparison.Ordinal);
        Assert.StartsWith("This conversation is about Somerset", Headline(await teams.MessageAsync(chat.Id, 3)), StringComparison.Ordinal);

        await using var store = bot.Stores.Open();
        Assert.Equal(["bind-1", "bind-2"], await store.Receipts.OrderBy(r => r.ActivityId).Select(r => r.ActivityId).ToListAsync());
        var bound = await store.Conversations.SingleAsync();
        Assert.Equal("leicestershire-2017", await store.Plans.Where(p => p.Id == bound.PlanId).Select(p => p.Key).SingleAsync());
    }

    [Fact]
    public async Task A_change_whose_answer_did_not_arrive_is_not_acknowledged_and_its_repeat_is_answered()
    {
        var chat = Chat.Channel(teams);
        var message = chat.Say("this channel is about Somerset", id: "bind-1");

        teams.Fail(HttpStatusCode.InternalServerError);
        using (var first = await teams.PostAsync(bot.Url, message))
        {
            Assert.Equal(HttpStatusCode.BadGateway, first.StatusCode);
        }

        teams.HangUp();
        using (var second = await teams.PostAsync(bot.Url, message))
        {
            Assert.Equal(HttpStatusCode.BadGateway, second.StatusCode);
            Assert.Contains(bot.Log.Lines, line => line.Line.Contains("It is not known whether an answer arrived: the connection was lost before the other side answered; it was not sent again.", StringComparison.Ordinal));
        }

        await PostAsync(message);
        Assert.StartsWith("This conversation is about Somerset", Headline(await teams.MessageAsync(chat.Id)), StringComparison.Ordinal);
        await using var store = bot.Stores.Open();
        Assert.Equal(1, await store.Receipts.CountAsync());
        Assert.Contains(bot.Log.Lines, line => line.Level == LogLevel.Warning && line.Line.Contains("not delivered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_Teams_puts_off_is_sent_again_within_the_turn()
    {
        var chat = Chat.Channel(teams);
        teams.Throttle();
        teams.Fail(HttpStatusCode.ServiceUnavailable);

        await PostAsync(chat.Say("help"));

        Assert.Single(teams.All, received => received.Type == "message");
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "BotDisabledByAdmin")]
    [InlineData(HttpStatusCode.Forbidden, "BotNotInConversationRoster")]
    [InlineData(HttpStatusCode.Forbidden, "ConversationBlockedByUser")]
    [InlineData(HttpStatusCode.NotFound, "ConversationNotFound")]
    public async Task A_message_from_a_conversation_that_is_closed_to_the_bot_is_done_with_and_the_operator_told(HttpStatusCode status, string code)
    {
        var chat = Chat.Channel(teams);
        teams.Fail(status, code: code);

        await PostAsync(chat.Say("help"));

        Assert.Single(bot.Log.Lines, line => line.Level == LogLevel.Warning && line.Line.Contains(code, StringComparison.Ordinal));
        Assert.Empty(teams.All);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge)]
    public async Task An_answer_that_would_be_refused_each_time_is_done_with_and_the_operator_told(HttpStatusCode status)
    {
        teams.Fail(status);

        await PostAsync(Chat.Channel(teams).Say("help"));

        Assert.Single(bot.Log.Lines, line => line.Level == LogLevel.Warning && line.Line.Contains($"refused with {(int)status}", StringComparison.Ordinal));
        Assert.Empty(teams.All);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task An_answer_that_may_be_taken_another_time_is_not_acknowledged(HttpStatusCode status)
    {
        teams.Fail(status);

        using var response = await teams.PostAsync(bot.Url, Chat.Channel(teams).Say("help"));

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }

    [Fact]
    public async Task Who_asked_to_wait_is_said()
    {
        teams.Throttle(seconds: 60);

        using var response = await teams.PostAsync(bot.Url, Chat.Channel(teams).Say("help"));

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Contains(bot.Log.Lines, line => line.Line.Contains("the other side asked to wait, and it may go in 60 s", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("--Teams:ClientSecret=secret", false)]
    public async Task A_bot_that_cannot_prove_its_app_id_warns_when_it_starts(string credential, bool warns)
    {
        await using var other = await RunningBot.StartAsync(Today, null, ["--Teams:AppId=00000000-0000-0000-0000-000000000001", "--Teams:DangerouslyAllowUnauthenticatedLoopback=false", .. credential.Length > 0 ? [credential] : Array.Empty<string>()]);

        Assert.Equal(warns, other.Log.Lines.Any(line => line.Level == LogLevel.Warning && line.Line.Contains("Teams__CertificatePath", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Ten_deliveries_of_one_message_at_once_change_once_and_are_answered_once()
    {
        var chat = Chat.Channel(teams);
        var message = chat.Say("this channel is about Somerset", id: "bind-1").ToJsonString();
        var gate = new TaskCompletionSource();
        teams.WaitFor(gate.Task);
        var deliveries = Enumerable.Range(0, 10).Select(_ => PostAsync(System.Text.Json.Nodes.JsonNode.Parse(message)!.AsObject())).ToList();
        await LoggedAsync("Answered bind");
        await Task.Delay(500);
        gate.SetResult();
        await Task.WhenAll(deliveries);

        Assert.Equal(1, teams.All.Count(r => r.Type == "message"));
        Assert.Equal(9, bot.Log.Lines.Count(line => line.Line.Contains("it was answered once", StringComparison.Ordinal)));
        await using var store = bot.Stores.Open();
        Assert.Equal(1, await store.Receipts.CountAsync());
    }

    [Fact]
    public async Task A_slow_answer_that_makes_Teams_send_again_is_given_once_and_changes_once()
    {
        var chat = Chat.Channel(teams);
        var gate = new TaskCompletionSource();
        teams.WaitFor(gate.Task);
        var sending = teams.PostImpatientlyAsync(bot.Url, chat.Say("this channel is about Somerset"), TimeSpan.FromMilliseconds(300));
        await LoggedAsync("Answered bind");
        await Task.Delay(600);
        gate.SetResult();

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], await sending);
        Assert.Equal(1, teams.All.Count(r => r.Type == "message"));
        await using var store = bot.Stores.Open();
        Assert.Equal(1, await store.Receipts.CountAsync());
    }

    [Fact]
    public async Task What_was_not_delivered_is_tried_again_for_a_repeat()
    {
        var chat = Chat.Personal(teams);
        var question = chat.Say("what's overdue", id: "again");
        teams.Fail(HttpStatusCode.InternalServerError);
        using var first = await teams.PostAsync(bot.Url, question);
        using var second = await teams.PostAsync(bot.Url, System.Text.Json.Nodes.JsonNode.Parse(question.ToJsonString())!.AsObject());

        Assert.Equal([HttpStatusCode.BadGateway, HttpStatusCode.OK], [first.StatusCode, second.StatusCode]);
        Assert.Single(teams.All, r => r.Type == "message");
    }

    [Fact]
    public async Task A_repeat_that_comes_just_after_a_long_turn_shares_its_end()
    {
        var time = new HandDrivenTime(DateTimeOffset.UnixEpoch);
        var repeats = new Repeats(time);
        var taken = 0;
        Task<(Turned Turned, bool IsRepeat)> DeliverAsync(TimeSpan takes) => repeats.TakeAsync("a:1", "message", "1", () =>
        {
            taken++;
            time.Advance(takes);
            return Task.FromResult(new Turned(200));
        });

        Assert.False((await DeliverAsync(TimeSpan.FromSeconds(1))).IsRepeat);
        Assert.False((await DeliverAsync(TimeSpan.FromSeconds(16))).IsRepeat);
        Assert.True((await DeliverAsync(TimeSpan.FromSeconds(1))).IsRepeat);
        Assert.Equal(2, taken);

        time.Advance(TimeSpan.FromMinutes(3));
        Assert.False((await DeliverAsync(TimeSpan.FromSeconds(1))).IsRepeat);
    }

    [Fact]
    public async Task Questions_write_nothing_but_memory()
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("hi"));
        var before = await CountAsync();
        foreach (var question in new[] { "what's overdue", "4.9", "which plans are there", "help", "gibberish about nothing", "more" })
        {
            await PostAsync(chat.Say(question));
        }

        Assert.Equal(before, await CountAsync());

        async Task<(int, int, int)> CountAsync()
        {
            await using var store = bot.Stores.Open();
            return (await store.Receipts.CountAsync(), await store.Conversations.CountAsync(), await store.Actions.CountAsync());
        }
    }

    [Fact]
    public async Task Turns_of_one_conversation_are_answered_in_the_order_they_came()
    {
        var chat = Chat.Personal(teams);
        var gate = new TaskCompletionSource();
        teams.WaitFor(gate.Task);
        var first = PostAsync(chat.Say("4.9 in Leicestershire"));
        await LoggedAsync("Answered action");

        var others = new List<Task>();
        foreach (var question in new[] { "help", "hello", "which plans are there" })
        {
            others.Add(PostAsync(chat.Say(question)));
            await Task.Delay(100);
        }

        Assert.Empty(teams.All);
        gate.SetResult();
        await Task.WhenAll([first, .. others]);
        Assert.Equal(["4.9 Review First", "What you can ask", "Hello", "5 plans"], teams.All.Select(r => Headline(r)).Select(h => h.Length > 16 ? h[..16] : h));
    }

    [Fact]
    public async Task Different_conversations_do_not_wait_for_each_other()
    {
        var gate = new TaskCompletionSource();
        teams.WaitFor(gate.Task);
        var slow = PostAsync(Chat.Personal(teams, "a:slow").Say("help"));
        await LoggedAsync("Answered help");

        await PostAsync(Chat.Personal(teams, "a:quick").Say("hello"));
        Assert.Equal("a:quick", Assert.Single(teams.All).Conversation);
        gate.SetResult();
        await slow;
    }

    [Fact]
    public async Task A_caller_that_hangs_up_does_not_stop_its_turn()
    {
        var chat = Chat.Channel(teams);
        var gate = new TaskCompletionSource();
        teams.WaitFor(gate.Task);
        using var impatient = new CancellationTokenSource();
        var turn = teams.PostAsync(bot.Url, chat.Say("this channel is about Somerset"), impatient.Token);
        await LoggedAsync("Answered bind");
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);

        gate.SetResult();
        Assert.StartsWith("This conversation is about Somerset", Headline(await teams.MessageAsync(chat.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_finishes_the_turns_that_are_under_way()
    {
        var chat = Chat.Channel(teams);
        var gate = new TaskCompletionSource();
        teams.WaitFor(gate.Task);
        var waiting = PostAsync(chat.Say("this channel is about Somerset"));
        await LoggedAsync("Answered bind");

        var stopping = bot.StopAsync();
        await Task.Delay(300);
        Assert.False(stopping.IsCompleted);
        gate.SetResult();
        await waiting;
        await stopping;
        Assert.Contains(teams.All, r => r.Conversation == chat.Id);
    }

    [Fact]
    public async Task Typing_shows_while_an_answer_takes_long_and_not_otherwise()
    {
        var chat = Chat.Channel(teams);
        await PostAsync(chat.Say("what's overdue"));
        Assert.DoesNotContain(teams.All, r => r.Type == "typing");

        // Another program holds the store's lock, so that the binding has to wait.
        await using var store = bot.Stores.Open();
        var locked = await store.Database.BeginTransactionAsync();
        await store.Revisions.ExecuteUpdateAsync(r => r.SetProperty(x => x.Number, x => x.Number));
        var turn = PostAsync(chat.Say("this channel is about Somerset"));
        await UntilAsync(() => teams.All.Any(r => r.Type == "typing"), "no typing arrived");
        await locked.DisposeAsync();
        await turn;

        Assert.Equal(["message", "typing", "message"], teams.All.Select(r => r.Type));
    }

    [Fact]
    public async Task Every_conversation_is_remembered_with_what_is_needed_to_write_to_it_again()
    {
        await PostAsync(Chat.Personal(teams).Install());
        await PostAsync(Chat.Group(teams).Members("membersAdded", Chat.Bot));
        await PostAsync(Chat.Channel(teams, thread: "7").Say("help"));

        await using var store = bot.Stores.Open();
        var kept = await store.Conversations.OrderBy(c => c.Kind).ToListAsync();
        Assert.Equal([ConversationKind.Personal, ConversationKind.Group, ConversationKind.Channel], kept.Select(c => c.Kind));
        Assert.All(kept, c => Assert.Equal((teams.ServiceUrl, Chat.Tenant, Chat.Bot), (c.ServiceUrl, c.TenantId, c.BotId)));
        Assert.Equal("19:channel@thread.tacv2", kept[2].Key);
        Assert.Equal("19:team@thread.tacv2", kept[2].TeamId);
    }

    [Fact]
    public async Task What_one_activity_told_of_a_conversation_the_next_does_not_take_away()
    {
        var chat = Chat.Group(teams);
        var named = chat.Say("help");
        named["conversation"]!["name"] = "Improvement leads";
        await PostAsync(named);
        await PostAsync(chat.Say("help"));

        await using var store = bot.Stores.Open();
        Assert.Equal("Improvement leads", (await store.Conversations.SingleAsync()).Name);
    }

    [Fact]
    public async Task Being_removed_and_put_back_is_remembered_and_the_plan_of_the_conversation_with_it()
    {
        var chat = Chat.Group(teams);
        await PostAsync(chat.Say("this chat is about Somerset"));
        await PostAsync(chat.Install("remove"));
        Assert.NotNull((await OnlyConversationAsync()).RemovedAt);

        await PostAsync(chat.Install());
        var back = await OnlyConversationAsync();
        Assert.Null(back.RemovedAt);
        Assert.NotNull(back.PlanId);

        async Task<Conversation> OnlyConversationAsync()
        {
            await using var store = bot.Stores.Open();
            return await store.Conversations.SingleAsync();
        }
    }

    [Fact]
    public async Task Installing_welcomes_once_though_two_activities_tell_of_it()
    {
        var chat = Chat.Personal(teams);
        await Task.WhenAll(PostAsync(chat.Members("membersAdded", Chat.Bot)), PostAsync(chat.Install()));
        var welcome = Assert.Single(teams.All);
        Assert.Equal("Hello, I am TeamsPlanBot", Headline(welcome));
        Assert.Null(welcome.ReplyTo);
    }

    [Fact]
    public async Task While_another_program_locks_the_store_questions_of_new_conversations_are_answered_and_probes_too()
    {
        await PostAsync(Chat.Personal(teams).Say("what's overdue"));
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(bot.Folder, "plans.db")};Pooling=False");
        await other.OpenAsync();
        await using var lockIt = other.CreateCommand();
        lockIt.CommandText = "BEGIN EXCLUSIVE";
        await lockIt.ExecuteNonQueryAsync();

        var asking = Enumerable.Range(0, 20).Select(number => PostAsync(Chat.Personal(teams, $"a:new-{number}").Say("what's overdue"))).ToList();
        using var http = new HttpClient();
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri(bot.Url, "/health/live")));
        Assert.Contains(asking, turn => !turn.IsCompleted);
        await Task.WhenAll(asking);

        Assert.Equal(21, teams.All.Count(r => r.Type == "message" && r.Card is not null));
        Assert.Contains(bot.Log.Lines, line => line.Line.StartsWith("A conversation could not be kept", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task A_guest_sees_nothing_of_the_plans()
    {
        var chat = Chat.Personal(teams);
        foreach (var (question, number) in new[] { ("what's overdue", 1), ("which plans are there", 2), ("4.9", 3), ("overdue for First Response", 4), ("overdue for First Respons", 5) })
        {
            var message = chat.Say(question);
            message["from"]!["tenantId"] = "another-tenant";
            await PostAsync(message);
            var card = (await teams.MessageAsync(chat.Id, number)).Activity.GetRawText();
            Assert.DoesNotContain("Leicestershire", card, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("front door", card, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("4.9 ", card, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("overdue for Sarah", "1 overdue action for Sarah Ahmed or Sarah Price")]
    [InlineData("not started for Sarah", "Which one?")]
    public async Task Which_of_two_is_meant_is_asked_only_where_their_answers_differ(string said, string headline)
    {
        await bot.ImportAsync("""
            plan,plan name,section,ref,action,leads,due,state
            namesakes,Namesakes,1. Both,81.1,Lead it together,Sarah Ahmed; Sarah Price,2017-01-31,in progress
            namesakes,Namesakes,1. Both,81.2,Lead it alone,Sarah Price,2030-01-31,not started
            """);
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say(said));
        Assert.Equal(headline, (await teams.MessageAsync(chat.Id)).Card!.Value.Lines()[0]);
    }

    [Fact]
    public async Task The_last_list_survives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("teamsplanbot-").FullName;
        var chat = Chat.Personal(teams);
        await using (var before = await RunningBot.StartAsync(Today, folder))
        {
            (await teams.PostAsync(before.Url, chat.Say("what's overdue in Leicestershire"))).Dispose();
        }

        await using (var after = await RunningBot.StartAsync(Today, folder))
        {
            (await teams.PostAsync(after.Url, chat.Say("more"))).Dispose();
        }

        Assert.Contains("Shown: 9 to 16 of 26. Say “more” for the next ones.", (await teams.MessageAsync(chat.Id, 2)).Card!.Value.Lines());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_one_bot_learns_of_a_conversation_another_on_the_same_store_knows_within_a_moment()
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("what's overdue"));
        await using var other = await RunningBot.StartAsync(Today, folder: bot.Folder);
        using var asked = await teams.PostAsync(other.Url, chat.Say("what's overdue"));
        var before = await teams.MessageAsync(chat.Id, 2);

        await PostAsync(chat.Say("this channel is about Somerset"));

        var messages = 3;
        await UntilAsync(
            () =>
            {
                using var again = teams.PostAsync(other.Url, chat.Say("what's overdue")).GetAwaiter().GetResult();
                var answer = teams.MessageAsync(chat.Id, ++messages).GetAwaiter().GetResult();
                return answer.Activity.GetProperty("summary").GetString() != before.Activity.GetProperty("summary").GetString();
            },
            "the other bot never learned what the conversation is about");
    }

    [Fact]
    public async Task One_persons_list_is_nobody_elses()
    {
        var group = Chat.Group(teams);
        await PostAsync(group.Say("what's overdue"));
        await PostAsync((group with { Person = "Sam Other" }).Say("more"));
        Assert.Equal("Nothing more to show", Headline(await teams.MessageAsync(group.Id, 2)));
    }

    [Fact]
    public async Task A_card_of_an_earlier_day_says_so_and_offers_the_list_of_today()
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("what is overdue"));
        var old = (await teams.MessageAsync(chat.Id)).Card!.Value;
        await using var later = await RunningBot.StartAsync(Today.AddDays(60), bot.Folder);

        var list = await PressAsync(later, old.Buttons().First(button => Title(button).StartsWith("Show 8 more", StringComparison.Ordinal)));
        Assert.Contains($"This list was asked for on {Today:d MMMM yyyy}, and goes by that day.", list.Lines());
        var today = await PressAsync(later, list.Buttons().Single(button => Title(button) == "Show it as of today"));

        Assert.Contains(today.Lines(), line => line.EndsWith($"as of {Today.AddDays(60):d MMMM yyyy}.", StringComparison.Ordinal));
        Assert.DoesNotContain(today.Lines(), line => line.StartsWith("This list was asked for", StringComparison.Ordinal));
        Assert.NotEqual(list.Lines()[0], today.Lines()[0]);

        async Task<JsonElement> PressAsync(RunningBot at, JsonElement button)
        {
            using var response = await teams.PostAsync(at.Url, chat.Press(button));
            return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("value");
        }

        static string Title(JsonElement button) => button.GetProperty("title").GetString()!;
    }

    [Theory]
    [InlineData("""{ "asks": { "request": "actions", "from": -5 } }""")]
    [InlineData("""{ "asks": { "request": "actions", "question": { "plans": null }, "heading": "Mine", "asOf": "2018-04-20", "from": 0 } }""")]
    [InlineData("""{ "asks": { "request": "actions", "question": null, "heading": "Mine", "asOf": "2018-04-20", "from": 0 } }""")]
    [InlineData("""{ "asks": { "request": "actions", "question": {}, "heading": "Mine", "asOf": "2018-04-20", "from": 2147483647 } }""")]
    [InlineData("""{ "asks": { "request": "actions", "question": { "services": ["x"] }, "heading": "Mine", "asOf": "never", "from": 0 } }""")]
    [InlineData("""{ "says": "" }""")]
    [InlineData("""{ }""")]
    [InlineData("""{ "says": "what's overdue", "asks": { "request": "summary", "about": { "scope": {}, "name": "" } } }""")]
    [InlineData("""{ "asks": { "request": "progress", "action": { "ref": "4.9", "plans": [1] }, "text": "done" } }""")]
    [InlineData("""{ "asks": { "request": "action", "action": null } }""")]
    [InlineData("""{ "asks": { "action": { "ref": "4.9", "plans": [1], "isSaid": true } } }""")]
    [InlineData("""{ "asks": { "request": "action", "action": { "ref": "4.9", "plans": null } } }""")]
    [InlineData("""{ "asks": { "request": "summary", "about": { "scope": null, "name": "x" } } }""")]
    public async Task A_tampered_button_is_told_so_and_answers_nothing(string data)
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("what's overdue"));
        var press = chat.Press((await teams.MessageAsync(chat.Id)).Card!.Value.Buttons()[0]);
        press["value"]!["action"]!["data"] = System.Text.Json.Nodes.JsonNode.Parse(data);

        using var response = await teams.PostAsync(bot.Url, press);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("application/vnd.microsoft.error", body, StringComparison.Ordinal);
        Assert.Contains("This button no longer works", body, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Level >= LogLevel.Error);
    }

    [Theory]
    [InlineData("overdue for ", 60_000)]
    [InlineData("", 60_000)]
    [InlineData("this chat is about ", 60_000)]
    public async Task An_endless_word_is_not_understood_and_no_error(string before, int letters)
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say(before + new string('a', letters)));
        Assert.True((await teams.MessageAsync(chat.Id)).Activity.GetRawText().Length < 20_000);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task A_store_that_fails_is_a_calm_sentence_and_one_log_line_with_the_activitys_id()
    {
        await using (var store = bot.Stores.Open())
        {
            await store.Database.ExecuteSqlRawAsync("ALTER TABLE Milestones RENAME TO Away");
        }

        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("4.9", id: "unlucky"));

        var answer = await teams.MessageAsync(chat.Id);
        Assert.StartsWith("Something went wrong on my side. Please try again in a minute", answer.Activity.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Milestones", answer.Activity.GetRawText(), StringComparison.Ordinal);
        var line = Assert.Single(bot.Log.Lines, line => line.Level == LogLevel.Error && line.Line.StartsWith("The turn", StringComparison.Ordinal));
        Assert.Contains("unlucky", line.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_line_at_any_level_holds_what_was_said()
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("what's overdue for Zanzibar-Quokka"));
        await PostAsync(chat.Say("Zanzibar-Quokka"));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Line.Contains("Quokka", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("conversation")]
    [InlineData("from")]
    [InlineData("serviceUrl")]
    public async Task An_activity_that_says_too_little_is_refused(string missing)
    {
        var message = Chat.Personal(teams).Say("hi");
        message.Remove(missing);
        using var response = await teams.PostAsync(bot.Url, message);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Answers_do_not_leave_this_computer()
    {
        var message = Chat.Personal(teams).Say("hi");
        message["serviceUrl"] = "https://smba.example.org/emea/";
        using var response = await teams.PostAsync(bot.Url, message);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"type":"somethingNew","id":"1","conversation":{"id":"x"}}""")]
    [InlineData("""{"type":"messageReaction","id":"1","conversation":{"id":"x"}}""")]
    [InlineData("""{"type":"typing","conversation":{"id":"x"}}""")]
    [InlineData("""{"type":"event","name":"application/vnd.microsoft.meetingStart","conversation":{"id":"x"}}""")]
    public async Task Activities_nobody_waits_for_are_taken_quietly(string json)
    {
        var activity = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        activity["serviceUrl"] = teams.ServiceUrl;
        await PostAsync(activity);
        Assert.Empty(teams.All);
    }

    [Fact]
    public async Task A_health_probe_is_no_refused_caller()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "10.0.0.1");
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri(bot.Url, "/health/ready")));
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri(bot.Url, "/health/live")));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Line.StartsWith("Caller refused", StringComparison.Ordinal));

        using var refused = await http.PostAsync(new Uri(bot.Url, "/api/messages"), new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains(bot.Log.Lines, line => line.Line.StartsWith("Caller refused: the request was forwarded by a proxy", StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_keeps_the_channel_apart_from_its_threads()
    {
        var place = Place.Of(new TeamsPlanBot.Teams.Incoming.Activity
        {
            Type = "message",
            Id = "1",
            ServiceUrl = "http://localhost",
            Conversation = new() { Id = "19:c@thread.tacv2;messageid=5", ConversationType = "channel" },
        })!;
        Assert.Equal(("19:c@thread.tacv2", "19:c@thread.tacv2;messageid=5"), (place.Key, place.Reply.ConversationId));
    }

    private async Task PostAsync(System.Text.Json.Nodes.JsonObject activity)
    {
        using var response = await teams.PostAsync(bot.Url, activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private Task LoggedAsync(string text) => UntilAsync(() => bot.Log.Lines.Any(line => line.Line.StartsWith(text, StringComparison.Ordinal)), $"nothing was logged like “{text}”");

    private static async Task UntilAsync(Func<bool> isSo, string otherwise)
    {
        for (var i = 0; i < 400 && !isSo(); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(isSo(), otherwise);
    }

    private static string Headline(Received received) => received.Activity.GetProperty("summary").GetString()!;
}
