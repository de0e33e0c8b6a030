using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Forms in a window of their own, from a card and from the menu of a message.</summary>
public sealed class DialogTests : IAsyncLifetime
{
    private const string Link = "https://teams.microsoft.com/l/message/19%3Aabc@thread.tacv2/1492690000000?groupId=1&parentMessageId=2";

    private LocalTeams teams = null!;
    private RunningBot bot = null!;
    private Chat chat = null!;
    private int messages;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        bot = await RunningBot.StartAsync(new DateOnly(2017, 4, 20));
        chat = Chat.Personal(teams);
        await bot.ImportAsync("""
            plan,plan name,section,ref,action,leads,services,timescale,due,state,brag
            forms,Plan of forms,1. Forms,7.1,Fill in the form,Jo Bloggs,Form Team,soon,2017-05-31,in progress,amber
            """);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task A_cards_button_opens_the_form_in_a_window_and_saving_it_ends_with_what_was_recorded()
    {
        var button = (await SayAsync("7.1 in forms")).GetProperty("actions").EnumerateArray().Single(action => action.GetProperty("title").GetString() == "Update in a window");
        Assert.Equal("Action.Submit", button.GetProperty("type").GetString());
        Assert.Equal("task/fetch", button.GetProperty("data").GetProperty("msteams").GetProperty("type").GetString());

        var form = Page(await DialogAsync("task/fetch", new JsonObject { ["data"] = JsonNode.Parse(button.GetProperty("data").GetRawText()), ["context"] = new JsonObject { ["theme"] = "dark" } }));
        Assert.Contains("Rating: amber", form.Lines());

        var again = Page(await DialogAsync("task/submit", Typed(form, ("due", "soon"), ("text", "Two agency workers started"))));
        Assert.Contains("This is no day between 2000 and 2100. Pick one, or write it like 2018-06-30.", again.Lines());
        Assert.Contains("What happened?: Two agency workers started", again.Lines());

        var end = await DialogAsync("task/submit", Typed(again, ("due", "2017-05-31"), ("text", "Two agency workers started")));
        Assert.Equal("message", end.GetProperty("type").GetString());
        Assert.StartsWith("Recorded on 7.1", end.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Contains("20 April 2017, Jo Bloggs: Two agency workers started", (await SayAsync("7.1 in forms")).Lines());
    }

    [Theory]
    [InlineData("<p>7.1: two agency&nbsp;workers<br>started &amp; settled</p>", "html", "7.1", "7.1: two agency workers\nstarted & settled (Sam Other)")]
    [InlineData("All signed off for 7.1 today!", "text", "7.1", "All signed off for 7.1 today! (Sam Other)")]
    [InlineData("<div>It went well</div>", "html", "", "It went well (Sam Other)")]
    public async Task A_message_is_logged_as_progress_with_the_way_back_to_it(string content, string kind, string which, string words)
    {
        var form = Page(await DialogAsync("composeExtension/fetchTask", Menu(content, kind, Link)));
        Assert.Contains($"Which action?: {which}".TrimEnd(), form.Lines());
        Assert.Contains($"What happened?: {words}", form.Lines());

        var end = await DialogAsync("composeExtension/submitAction", Typed(form, ("which", "7.1 in forms"), ("text", words)));
        Assert.StartsWith("Recorded on 7.1", end.GetProperty("value").GetString(), StringComparison.Ordinal);

        var action = await SayAsync("7.1 in forms");
        Assert.Contains($"20 April 2017, Jo Bloggs: {words} (from a message)", action.Lines());
        var open = action.GetProperty("actions").EnumerateArray().Single(button => button.GetProperty("type").GetString() == "Action.OpenUrl");
        Assert.Equal(Link, open.GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("", "Say which action this is for: its number, such as 4.3.")]
    [InlineData("the front door", "I cannot tell which action this is. Write its number, such as 4.3, or “4.3 in” and the name of its plan.")]
    [InlineData("99.99", "No plan you can see has an action 99.99.")]
    [InlineData("1.1", "plans have an action 1.1. Which one do you mean?")]
    [InlineData("mark 7.1 complete", "I cannot tell which action this is.")]
    public async Task An_action_that_cannot_be_told_is_asked_for_and_nothing_typed_is_lost(string which, string fault)
    {
        var form = Page(await DialogAsync("composeExtension/fetchTask", Menu("It went well", "text", Link)));
        var again = Page(await DialogAsync("composeExtension/submitAction", Typed(form, ("which", which), ("text", "It went well"))));
        Assert.Contains(again.Lines(), line => line.Contains(fault, StringComparison.Ordinal));
        Assert.Contains("What happened?: It went well", again.Lines());
        Assert.Contains(again.Lines(), line => line.StartsWith("Amber", StringComparison.Ordinal) == false);
        Assert.Contains((await SayAsync("7.1 in forms")).Lines(), line => line.StartsWith("Amber: due in 5 weeks, never updated", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://evil.example/l/message/1")]
    [InlineData("https://teams.microsoft.com.evil.example/x")]
    [InlineData("https://teams.microsoft.com@evil.example/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://teams.microsoft.com/l/message/1")]
    public async Task A_link_that_leads_elsewhere_is_not_kept(string link)
    {
        var form = Page(await DialogAsync("composeExtension/fetchTask", Menu("It went well", "text", link)));
        var submit = Typed(form, ("which", "7.1 in forms"), ("text", "It went well"));
        submit["data"]!["saves"]!["link"] = link;
        await DialogAsync("composeExtension/submitAction", submit);
        var action = await SayAsync("7.1 in forms");
        Assert.Contains("20 April 2017, Jo Bloggs: It went well", action.Lines());
        Assert.DoesNotContain(action.GetProperty("actions").EnumerateArray(), button => button.GetProperty("type").GetString() == "Action.OpenUrl");
    }

    [Fact]
    public async Task A_childs_data_in_a_logged_message_is_not_kept()
    {
        var form = Page(await DialogAsync("composeExtension/fetchTask", Menu("Visited 12 High Street, LE1 3AB", "text", Link)));
        var again = Page(await DialogAsync("composeExtension/submitAction", Typed(form, ("which", "7.1 in forms"), ("text", "Visited 12 High Street, LE1 3AB"))));
        Assert.Contains(again.Lines(), line => line.Contains("a house number with its postcode", StringComparison.Ordinal));
        Assert.DoesNotContain((await SayAsync("history of 7.1 in forms")).Lines(), line => line.Contains("High Street", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Line.Contains("High Street", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("task/fetch", "{}")]
    [InlineData("task/submit", """{ "data": 7 }""")]
    [InlineData("task/submit", """{ "data": { "saves": null } }""")]
    [InlineData("task/submit", """{ "data": { "says": "undo" } }""")]
    [InlineData("composeExtension/fetchTask", """{ "commandId": "logProgress" }""")]
    [InlineData("composeExtension/fetchTask", """{ "messagePayload": { "body": "x" } }""")]
    [InlineData("composeExtension/submitAction", """{ "data": { "saves": { "plan": 1 } } }""")]
    public async Task A_dialog_that_makes_no_sense_ends_with_a_sentence(string name, string value)
    {
        var end = await DialogAsync(name, JsonNode.Parse(value)!.AsObject());
        Assert.Equal("message", end.GetProperty("type").GetString());
        Assert.DoesNotContain(bot.Log.Lines, line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    private static JsonObject Menu(string content, string kind, string link) => new()
    {
        ["commandId"] = "logProgress",
        ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject
        {
            ["id"] = "1492690000000",
            ["linkToMessage"] = link,
            ["from"] = new JsonObject { ["user"] = new JsonObject { ["displayName"] = "Sam Other" } },
            ["body"] = new JsonObject { ["contentType"] = kind, ["content"] = content },
        },
    };

    private static JsonObject Typed(JsonElement form, params (string Id, string Value)[] typed)
    {
        var data = JsonNode.Parse(form.GetProperty("actions").EnumerateArray().Single().GetProperty("data").GetRawText())!.AsObject();
        foreach (var (id, value) in typed)
        {
            data[id] = value;
        }

        return new JsonObject { ["data"] = data };
    }

    private static JsonElement Page(JsonElement task)
    {
        Assert.Equal("continue", task.GetProperty("type").GetString());
        return task.GetProperty("value").GetProperty("card").GetProperty("content");
    }

    private async Task<JsonElement> DialogAsync(string name, JsonObject value)
    {
        using var response = await teams.PostAsync(bot.Url, chat.Dialog(name, value));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("task");
    }

    private async Task<JsonElement> SayAsync(string text)
    {
        (await teams.PostAsync(bot.Url, chat.Say(text))).Dispose();
        return (await teams.MessageAsync(chat.Id, ++messages)).Card!.Value;
    }
}
