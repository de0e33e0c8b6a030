using System.Net;
using System.Text.Json;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Progress by a form: prefilled from the action, checked by the bot, and nothing that was typed is lost.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2017, 4, 20);

    private LocalTeams teams = null!;
    private RunningBot bot = null!;
    private Chat chat = null!;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        bot = await RunningBot.StartAsync(Today);
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
    public async Task A_form_holds_the_action_as_it_stands_and_what_is_changed_in_it_goes_on_the_record()
    {
        var form = await OpenAsync();
        Assert.Equal(
            ["Update 7.1", "Fill in the form (Plan of forms).", "Amber: due in 5 weeks, never updated · in progress", "Due 31 May 2017; in the plan’s words: “soon”",
                "What happened?:", "Rating: amber", "State: in progress", "Due: 2017-05-31", "If the date moves: why?:", "[Save]", "[Cancel]"],
            form.Lines());

        var saved = await SaveAsync(form, ("text", "Two agency workers started"), ("rating", "green"), ("state", "in progress"), ("due", "2017-06-30"), ("reason", "induction takes a month"));

        Assert.Contains("“Two agency workers started”", saved.Lines());
        Assert.Contains("Green: due in 10 weeks, updated today · in progress", saved.Lines());
        Assert.Contains(saved.Lines(), line => line.Contains("30 days", StringComparison.Ordinal));
        Assert.Contains("[Undo]", saved.Lines());
        var action = await SayAsync("7.1 in forms");
        Assert.Contains("20 April 2017: 31 May 2017 → 30 June 2017, because induction takes a month (Jo Bloggs)", action.Lines());
        Assert.Contains("20 April 2017, Jo Bloggs: Two agency workers started", action.Lines());

        var back = await PressAsync(saved.Buttons().Single(button => Title(button) == "Undo"));
        Assert.Contains("Amber: due in 5 weeks, never updated · in progress", back.Lines());
    }

    [Fact]
    public async Task What_was_not_touched_is_not_changed()
    {
        var form = await OpenAsync();
        await SayAsync("7.1 in forms is red");

        // The form was drawn when it was amber; a client may leave out what nobody touched, or send it as it was.
        var saved = await SaveAsync(form, ("text", "Still hiring"), ("rating", "amber"));

        Assert.Contains(saved.Lines(), line => line.StartsWith("Red: due in 5 weeks, updated today", StringComparison.Ordinal));
        Assert.DoesNotContain(saved.Lines(), line => line.StartsWith("Amber", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text", "", "There is nothing to save yet. Write what happened, or change the rating, the state or the date.")]
    [InlineData("due", "2017-02-30", "This is no day between 2000 and 2100. Pick one, or write it like 2018-06-30.")]
    [InlineData("due", "30 June", "This is no day between 2000 and 2100. Pick one, or write it like 2018-06-30.")]
    [InlineData("due", "0001-01-01", "This is no day between 2000 and 2100. Pick one, or write it like 2018-06-30.")]
    [InlineData("rating", "purple", "Choose red, amber, green or blue.")]
    [InlineData("state", "started", "Choose not started, in progress or complete.")]
    [InlineData("reason", "the lead left", "You gave a reason for a new date, but the date is the same. Change it, or clear the reason.")]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(string field, string value, string fault)
    {
        var form = await OpenAsync();
        (string, string)[] typed = field == "text" ? [("text", "")] : [("text", "Two agency workers started"), (field, value)];

        var again = await SaveAsync(form, typed);

        Assert.Equal("Not saved yet: 7.1", again.Lines()[0]);
        Assert.Contains(fault, again.Lines());
        Assert.Contains(again.Lines(), line => line.EndsWith($": {(field == "text" ? "amber" : "Two agency workers started")}", StringComparison.Ordinal));
        Assert.Contains(again.Lines(), line => value.Length == 0 || line.EndsWith($": {value}", StringComparison.Ordinal));
        Assert.DoesNotContain(await LinesAsync("history of 7.1 in forms"), line => line.Contains("agency", StringComparison.Ordinal));

        var saved = await SaveAsync(again, ("text", "Two agency workers started"), ("due", "2017-06-30"), ("rating", "amber"), ("state", "in progress"), ("reason", ""));
        Assert.Contains("“Two agency workers started”", saved.Lines());
    }

    [Fact]
    public async Task Complete_and_red_do_not_go_together()
    {
        var again = await SaveAsync(await OpenAsync(), ("state", "complete"), ("rating", "red"));
        Assert.Contains("Blue and complete go together: change the rating or the state.", again.Lines());
        var saved = await SaveAsync(again, ("state", "complete"), ("rating", "amber"));
        Assert.Contains("Blue: complete, updated today", saved.Lines());
    }

    [Fact]
    public async Task A_childs_data_is_not_kept_and_the_form_says_what_to_leave_out()
    {
        var again = await SaveAsync(await OpenAsync(), ("text", "Visited 12 High Street, LE1 3AB"));
        Assert.Contains(again.Lines(), line => line.Contains("a house number with its postcode", StringComparison.Ordinal));
        Assert.DoesNotContain(await LinesAsync("history of 7.1 in forms"), line => line.Contains("High Street", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Line.Contains("High Street", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pressing_save_twice_records_once()
    {
        var form = await OpenAsync();
        var save = chat.Press(form.Buttons().Single(button => Title(button) == "Save"), ("text", "Two agency workers started"));
        await AnswerAsync(save);
        await AnswerAsync(save);
        await SaveAsync(form, ("text", "Two agency workers started"));
        Assert.Single(await LinesAsync("history of 7.1 in forms"), line => line == "Two agency workers started");
    }

    [Fact]
    public async Task A_form_of_a_plan_that_one_may_not_see_saves_nothing()
    {
        var save = (await OpenAsync()).Buttons().Single(button => Title(button) == "Save");
        var guest = chat.Press(save, ("text", "Let me in"));
        guest["from"]!["userRole"] = "guest";
        using var response = await teams.PostAsync(bot.Url, guest);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("Fill in the form", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(await LinesAsync("history of 7.1 in forms"), line => line == "Let me in");
    }

    [Fact]
    public async Task Words_in_a_form_are_kept_as_they_were_typed_and_nothing_in_them_is_obeyed()
    {
        const string Hostile = "**bold** [x](https://evil.example) <at>everyone</at> {{DATE(2017)}} \"quoted\" 🙂\nsecond line: undo";
        var saved = await SaveAsync(await OpenAsync(), ("text", Hostile));
        Assert.Contains($"“{Hostile}”", saved.Lines());
        Assert.Contains($"20 April 2017, Jo Bloggs: {Hostile}", (await SayAsync("7.1 in forms")).Lines());
    }

    private async Task<JsonElement> OpenAsync()
    {
        var action = await SayAsync("7.1 in forms");
        return await PressAsync(action.Buttons().Single(button => Title(button) == "Update it"));
    }

    private Task<JsonElement> SaveAsync(JsonElement form, params (string, string)[] typed) => AnswerAsync(chat.Press(form.Buttons().Single(button => Title(button) == "Save"), typed));

    private Task<JsonElement> PressAsync(JsonElement button) => AnswerAsync(chat.Press(button));

    private async Task<JsonElement> AnswerAsync(System.Text.Json.Nodes.JsonObject press)
    {
        using var response = await teams.PostAsync(bot.Url, press);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("value");
    }

    private int messages;

    private async Task<JsonElement> SayAsync(string text)
    {
        (await teams.PostAsync(bot.Url, chat.Say(text))).Dispose();
        return (await teams.MessageAsync(chat.Id, ++messages)).Card!.Value;
    }

    private async Task<IReadOnlyList<string>> LinesAsync(string text) => (await SayAsync(text)).Lines();

    private static string? Title(JsonElement button) => button.GetProperty("title").GetString();
}
