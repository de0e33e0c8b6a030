using System.Text.Json;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Words of people and plans are shown as they are, and nothing in them is obeyed.</summary>
public sealed class HostileTextTests
{
    private const string Hostile = "**Marker** [link](https://evil.example) <at>everyone</at> <b onload=x> {{DATE(2017)}} `code`";

    [Fact]
    public async Task Plans_words_stand_in_text_runs_only()
    {
        await using var teams = await LocalTeams.StartAsync();
        await using var bot = await RunningBot.StartAsync(new DateOnly(2018, 4, 20));
        await bot.ImportAsync($"""
            plan,plan name,section,section lead,ref,recommendations,action,leads,services,timescale,due,milestones,outcome,measures,progress
            hostile,"{Hostile} plan","1. {Hostile}","{Hostile}",77.1,Marker,"{Hostile} action","{Hostile} lead",Marker team,"{Hostile} soon",2017-03-01,"2017-01-01 {Hostile}","{Hostile}","{Hostile}","{Hostile}"
            """);

        await bot.ImportAsync($"""
            plan,section,indicator,unit,polarity,period,numerator,denominator,value,target,source,commentary
            hostile,"{Hostile}","Marker rate","{Hostile}",higher,2011/12,,,1,"{Hostile}","{Hostile}","{Hostile}"
            hostile,"{Hostile}","Marker rate","{Hostile}",higher,2012/13,,,2,"{Hostile}","{Hostile}","{Hostile}"
            """);

        var chat = Chat.Personal(teams);
        string[] questions =
        [
            "what's overdue for Marker team", "77.1", "which plans are there", "Marker team", "this chat is about hostile", "overdue for Markerr lead",
            "summary of hostile", "summary of Marker team", "history of 77.1", "indicators for hostile", "how are we doing on marker rate", "which recommendations have no action in hostile",
        ];
        for (var i = 0; i < questions.Length; i++)
        {
            (await teams.PostAsync(bot.Url, chat.Say(questions[i]))).Dispose();
            var message = await teams.MessageAsync(chat.Id, i + 1);
            Assert.True(message.Activity.GetRawText().Contains("Marker", StringComparison.Ordinal), $"{questions[i]}: {message.Activity.GetRawText()}");
            AssertMarkerOnlyIn(message.Activity.GetProperty("attachments")[0].GetProperty("content"), "$");
            Assert.False(message.Activity.TryGetProperty("text", out _));
        }
    }

    [Fact]
    public async Task What_was_typed_comes_back_as_text_alone()
    {
        await using var teams = await LocalTeams.StartAsync();
        await using var bot = await RunningBot.StartAsync(new DateOnly(2018, 4, 20));
        var chat = Chat.Personal(teams);
        (await teams.PostAsync(bot.Url, chat.Say("what's overdue for **Marker** &lt;at&gt;everyone&lt;/at&gt; [x](https://evil.example)"))).Dispose();
        AssertMarkerOnlyIn((await teams.MessageAsync(chat.Id)).Card!.Value, "$");
    }

    // Where clients read markdown or run macros: everywhere but in text runs, titles, the legends of charts and the data that only comes back.
    internal static void AssertMarkerOnlyIn(JsonElement json, string path)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var isRun = json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "TextRun";
                foreach (var member in json.EnumerateObject().Where(member => !(isRun && member.Name == "text") && member.Name is not ("data" or "title" or "legend")))
                {
                    AssertMarkerOnlyIn(member.Value, $"{path}.{member.Name}");
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    AssertMarkerOnlyIn(item, $"{path}[]");
                }

                break;
            case JsonValueKind.String:
                Assert.False(json.GetString()!.Contains("Marker", StringComparison.Ordinal), $"A plan's words stand at {path}.");
                break;
        }
    }
}
