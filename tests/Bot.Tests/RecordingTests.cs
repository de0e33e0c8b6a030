using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>What people tell the bot to change, over real HTTP: recorded once, whoever repeats it, and with its way back.</summary>
public sealed class RecordingTests : IAsyncLifetime
{
    private const string Plan = """
        plan,section,ref,action,leads,due,brag
        leeds-2012,1. Help,71.1,Answer calls,Jo Hill,2018-03-31,amber
        leeds-2012,1. Help,71.2,Answer letters,Ann Marsh,2018-03-31,
        """;

    private static readonly DateOnly Today = new(2018, 4, 20);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("recording-");
    private LocalTeams teams = null!;
    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        bot = await StartAsync();
        await bot.ImportAsync(Plan);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await teams.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_same_activity_is_answered_again_and_recorded_once()
    {
        var chat = Chat.Personal(teams);
        var message = chat.Say("71.1: draft sent", id: "post-1");
        await PostAsync(message);
        await PostAsync(chat.Say("what's overdue"));
        await PostAsync(message);

        Assert.Equal(["draft sent"], await WordsAsync());
        Assert.Equal("Recorded on 71.1: not started → in progress", await HeadlineAsync(chat, 3));
    }

    [Fact]
    public async Task The_undo_of_a_card_takes_back_what_that_card_tells_of_and_nothing_said_since()
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("71.1: draft sent"));
        await PostAsync(chat.Say("71.2: letters answered"));
        var undo = (await teams.MessageAsync(chat.Id, 1)).Card!.Value.Buttons().Single(button => button.GetProperty("title").GetString() == "Undo");

        Assert.StartsWith("Taken back: 71.1", await PressAsync(chat, undo), StringComparison.Ordinal);
        Assert.Equal("Nothing to undo", await PressAsync(chat, undo));
        Assert.Equal("Nothing to undo", await PressAsync(chat with { Person = "Ann Marsh" }, undo));

        await using var store = bot.Stores.Open();
        Assert.Equal(["letters answered"], await store.Progress.Where(one => one.Origin == Origin.Person && !one.IsUndo && one.UndoneById == null).Select(one => one.Text).ToListAsync());
    }

    [Fact]
    public async Task Several_posts_that_come_again_are_answered_again_and_recorded_once()
    {
        var chat = Chat.Personal(teams);
        var message = chat.Say("71.1: draft sent, green\n71.9: nothing\n71.2: letters answered", id: "post-1");
        await PostAsync(message);
        await PostAsync(message);

        Assert.Equal(["draft sent, green", "letters answered"], await WordsAsync());
        Assert.Equal((await teams.MessageAsync(chat.Id, 1)).Card!.Value.Lines(), (await teams.MessageAsync(chat.Id, 2)).Card!.Value.Lines());
    }

    [Fact]
    public async Task A_reason_and_a_post_may_come_in_one_message()
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("71.1 slipped to 30 June 2018"));
        await PostAsync(chat.Say("because recruitment was delayed\n71.2: letters answered"));

        await using var store = bot.Stores.Open();
        Assert.Equal("recruitment was delayed", (await store.Changes.SingleAsync(change => change.Field == Field.Due)).Reason);
        Assert.Equal(["letters answered"], await WordsAsync());
    }

    [Fact]
    public async Task A_reason_is_taken_only_right_after_the_date_was_moved()
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("71.1 slipped to 30 June 2018"));
        await PostAsync(chat.Say("what's overdue"));
        await PostAsync(chat.Say("because recruitment was delayed"));

        await using var store = bot.Stores.Open();
        Assert.Null((await store.Changes.SingleAsync(change => change.Field == Field.Due)).Reason);
    }

    [Fact]
    public async Task The_same_words_again_at_once_are_answered_again_and_recorded_once()
    {
        var chat = Chat.Channel(teams);
        await PostAsync(chat.Say("71.1: draft sent"));
        await PostAsync(chat.Say("71.1: draft sent"));

        Assert.Equal(["draft sent"], await WordsAsync());
        Assert.Equal("Recorded on 71.1: not started → in progress", await HeadlineAsync(chat, 2));
    }

    [Fact]
    public async Task The_same_words_of_somebody_else_or_elsewhere_are_recorded_too()
    {
        await PostAsync(Chat.Channel(teams).Say("71.1: draft sent"));
        await PostAsync((Chat.Channel(teams) with { Person = "Ann Marsh" }).Say("71.1: draft sent"));
        await PostAsync(Chat.Personal(teams).Say("71.1: draft sent"));

        Assert.Equal(3, (await WordsAsync()).Count);
    }

    [Theory]
    [InlineData("what's overdue")]
    [InlineData("undo")]
    [InlineData("71.2: letters answered")]
    [InlineData("71.9: there is no such action")]
    public async Task The_same_words_after_something_else_are_recorded_again(string between)
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("71.1: draft sent"));
        await PostAsync(chat.Say(between));
        await PostAsync(chat.Say("71.1: draft sent"));

        await using var store = bot.Stores.Open();
        Assert.Equal(2, await store.Progress.CountAsync(p => p.Text == "draft sent"));
    }

    [Fact]
    public async Task A_repeat_that_reaches_the_bot_after_a_restart_is_recorded_once()
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("71.1: draft sent", id: "post-1"));
        await RestartAsync();
        await PostAsync(chat.Say("71.1: draft sent", id: "post-2"));
        await PostAsync(chat.Say("71.1: draft sent", id: "post-1"));

        Assert.Equal(["draft sent"], await WordsAsync());
    }

    [Fact]
    public async Task Two_bots_on_one_store_record_a_repeat_once()
    {
        var chat = Chat.Personal(teams);
        await using var second = await RunningBot.StartAsync(Today, folder.FullName);
        await Task.WhenAll(
            PostAsync(chat.Say("71.1: draft sent", id: "post-1")),
            PostAsync(chat.Say("71.1: draft sent", id: "post-2"), second));

        Assert.Equal(["draft sent"], await WordsAsync());
    }

    [Fact]
    public async Task Undo_takes_back_after_a_restart_what_the_last_message_changed()
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("71.1: draft sent, green"));
        await RestartAsync();
        await PostAsync(chat.Say("undo"));

        Assert.Equal("Taken back: 71.1 rating green → amber; in progress → not started", await HeadlineAsync(chat, 2));
        await using var store = bot.Stores.Open();
        var action = await store.Actions.SingleAsync(a => a.Ref == "71.1");
        Assert.Equal((ActionState.NotStarted, Brag.Amber), (action.State, action.Brag));
        Assert.Equal("Jo Bloggs", (await store.Progress.SingleAsync(p => p.IsUndo)).By);
    }

    [Fact]
    public async Task Undo_asks_where_others_have_built_upon_it()
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("71.1: draft sent, green"));
        await PostAsync((Chat.Personal(teams, "a:ann") with { Person = "Ann Marsh" }).Say("71.1 is red"));
        await PostAsync(chat.Say("undo"));

        var asked = (await teams.MessageAsync(chat.Id, 2)).Card!.Value;
        Assert.Equal("Others have built upon it", asked.Lines()[0]);
        Assert.StartsWith("Ann Marsh changed the rating of 71.1 since.", asked.Lines()[1], StringComparison.Ordinal);
        Assert.Equal(["draft sent, green"], await WordsAsync());

        await PostAsync(chat.Press(asked.Buttons().Single()));
        Assert.Empty(await WordsAsync());
        await using var store = bot.Stores.Open();
        Assert.Equal(Brag.Red, (await store.Actions.SingleAsync(a => a.Ref == "71.1")).Brag);
    }

    [Fact]
    public async Task Fifty_people_who_post_to_one_action_at_once_are_all_recorded()
    {
        const int People = 50;
        await Task.WhenAll(Enumerable.Range(0, People).Select(number =>
            PostAsync((Chat.Personal(teams, $"a:{number}") with { Person = $"Person {number}" }).Say($"71.1: said by {number}, {(number % 2 == 0 ? "green" : "red")}"))));

        Assert.Equal(
            Enumerable.Range(0, People).Select(number => $"said by {number}, {(number % 2 == 0 ? "green" : "red")}").Order(StringComparer.Ordinal),
            (await WordsAsync()).Order(StringComparer.Ordinal));
        await using var store = bot.Stores.Open();
        var ratings = await store.Changes.Where(change => change.Field == Field.Brag).OrderBy(change => change.Id).ToListAsync();
        Assert.Equal(ratings.SkipLast(1).Select(change => change.To), ratings.Skip(1).Select(change => change.From));
        Assert.Contains(teams.All.Where(message => message.Card is not null), message => message.Card!.Value.Lines().Any(line => line.StartsWith("Meanwhile Person ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_store_that_takes_no_change_is_told_in_a_sentence_and_nothing_is_recorded()
    {
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("71.1"));
        await RestartAsync("--Store:ConnectionString=Data Source=" + Path.Combine(folder.FullName, "plans.db") + ";Mode=ReadOnly");
        await PostAsync(chat.Say("71.1: draft sent"));

        Assert.Equal("Nothing was recorded", await HeadlineAsync(chat, 2));
        Assert.Empty(await WordsAsync());
    }

    [Fact]
    public async Task Nothing_that_tells_who_a_child_is_reaches_the_store_the_log_or_the_answer()
    {
        string[] secrets = ["943 476 5919", "AB123456C", "12/03/2009", "LE1 1AA"];
        var chat = Chat.Personal(teams);
        await PostAsync(chat.Say("71.1 slipped to 30 June 2018"));
        foreach (var words in new[] { "71.1: NHS 943 476 5919", "71.1: AB123456C", "because born 12/03/2009", "12 High Street LE1 1AA", "71.9: 12 High Street LE1 1AA", "assign 71.1 to AB123456C", "71.1: fine\n71.2: 943 476 5919" })
        {
            await PostAsync(chat.Say(words));
        }

        await bot.StopAsync();
        var kept = string.Concat(Directory.GetFiles(folder.FullName).Select(file => File.ReadAllText(file, System.Text.Encoding.Latin1)));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(bot.Log.Lines, line => line.Line.Contains(secret, StringComparison.Ordinal)));
        Assert.All(secrets, secret => Assert.DoesNotContain(teams.All, message => message.Activity.GetRawText().Contains(secret, StringComparison.Ordinal)));
        Assert.Equal(7, teams.All.Count(message => message.Card?.Lines()[1].StartsWith("I changed nothing and kept nothing", StringComparison.Ordinal) == true));
    }

    private async Task RestartAsync(params string[] settings)
    {
        await bot.DisposeAsync();
        bot = await StartAsync(settings);
    }

    private Task<RunningBot> StartAsync(params string[] settings) => RunningBot.StartAsync(Today, folder.FullName, ["--Samples:Load=false", .. settings]);

    private async Task<List<string?>> WordsAsync()
    {
        await using var store = bot.Stores.Open();
        return await store.Progress.Where(p => p.Text != null && p.UndoneById == null).OrderBy(p => p.Id).Select(p => p.Text).ToListAsync();
    }

    private async Task<string> HeadlineAsync(Chat chat, int message) => (await teams.MessageAsync(chat.Id, message)).Card!.Value.Lines()[0];

    private async Task<string> PressAsync(Chat chat, JsonElement button)
    {
        using var response = await teams.PostAsync(bot.Url, chat.Press(button));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("value").Lines()[0];
    }

    private async Task PostAsync(JsonObject activity, RunningBot? to = null)
    {
        using var response = await teams.PostAsync((to ?? bot).Url, activity);
        Assert.True(response.IsSuccessStatusCode, $"{activity} was answered {response.StatusCode}.");
    }
}
