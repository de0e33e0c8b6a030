using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Actions and indicators, found from a compose box and put into a conversation as cards.</summary>
public sealed class ComposeBoxTests : IAsyncLifetime
{
    private const int LargestResult = 28 * 1024;

    private LocalTeams teams = null!;
    private RunningBot bot = null!;
    private Chat chat = null!;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        bot = await RunningBot.StartAsync(new DateOnly(2017, 4, 20));
        chat = Chat.Channel(teams);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Theory]
    [InlineData("4.9", "4.9 ")]
    [InlineData("4.", "4.1 ")]
    [InlineData("overdue for First Response", "3.3 ")]
    [InlineData("first response", "")]
    [InlineData("agency", "")]
    public async Task What_is_typed_finds_actions(string typed, string first)
    {
        var found = await FindAsync(typed);
        Assert.InRange(found.Count, 1, 8);
        Assert.All(found, one => Assert.NotEmpty(Line(one, "text")));
        Assert.StartsWith(first, Line(found[0], "title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_indicator_is_found_by_a_part_of_its_name()
    {
        var found = await FindAsync("re-referral");
        Assert.Contains(found, one => Line(one, "title").Contains("referral", StringComparison.OrdinalIgnoreCase) && one.GetProperty("content").Lines().Any(line => line.Contains("2012/13", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_last_put_on_the_record_comes_first_before_anything_is_typed()
    {
        using (await teams.PostAsync(bot.Url, chat.Say("4.9 in leicestershire: rota agreed")))
        {
        }

        Assert.StartsWith("4.9 ", Line((await FindAsync(""))[0], "title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_was_put_into_a_conversation_asks_for_itself_anew_and_is_no_talk()
    {
        var card = (await FindAsync("4.9")).Select(found => found.GetProperty("content")).Single(found => found.Lines().Any(line => line.Contains("Leicestershire", StringComparison.Ordinal)));
        using (await teams.PostAsync(bot.Url, chat.Say("4.2 in leicestershire: rota agreed, amber")))
        {
        }

        using (await teams.PostAsync(bot.Url, chat.Say("4.9 in leicestershire: all calls answered")))
        {
        }

        using (await teams.PostAsync(bot.Url, chat.Say("show 4.2 in leicestershire")))
        {
        }

        var refresh = chat.Press(card.GetProperty("refresh").GetProperty("action"));
        refresh["value"]!["trigger"] = "automatic";
        using var response = await teams.PostAsync(bot.Url, refresh);
        using var now = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Contains(now.RootElement.GetProperty("value").Lines(), line => line.EndsWith("Jo Bloggs: all calls answered", StringComparison.Ordinal));
        using (await teams.PostAsync(bot.Url, chat.Say("it is green")))
        {
        }

        Assert.StartsWith("Recorded on 4.2", (await teams.MessageAsync(chat.Id, 4)).Card!.Value.Lines()[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_result_is_small_enough_for_Teams()
    {
        foreach (var typed in new[] { "4", "overdue", "indicators off target", "number", "" })
        {
            using var response = await teams.PostAsync(bot.Url, chat.Search(typed));
            var body = await response.Content.ReadAsStringAsync();
            using var answer = JsonDocument.Parse(body);
            if (answer.RootElement.GetProperty("composeExtension").TryGetProperty("attachments", out var found))
            {
                Assert.All(found.EnumerateArray(), one => Assert.InRange(one.GetRawText().Length * 2, 1, LargestResult));
            }
        }
    }

    [Theory]
    [InlineData("xyzzy plugh")]
    [InlineData("<b>4.9</b>")]
    [InlineData("%' OR 1=1 --")]
    public async Task What_finds_nothing_says_what_to_type(string typed)
    {
        using var response = await teams.PostAsync(bot.Url, chat.Search(typed));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.StartsWith("Nothing found that this conversation may see.", answer.RootElement.GetProperty("composeExtension").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"commandId":"other","parameters":[{"name":"words","value":"4.9"}]}""")]
    [InlineData("""{"commandId":"find","parameters":[{"name":"words","value":"\\u0000\\uFFFF"}]}""")]
    [InlineData("""{"commandId":"find","parameters":"none"}""")]
    [InlineData("""{"commandId":"find","parameters":[null,7,{"name":"words"}]}""")]
    [InlineData("""{}""")]
    public async Task What_is_no_search_is_answered_calmly(string value)
    {
        using var response = await teams.PostAsync(bot.Url, chat.Dialog("composeExtension/query", JsonNode.Parse(value)!.AsObject()));
        Assert.True(response.IsSuccessStatusCode);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.NotEmpty(answer.RootElement.GetProperty("composeExtension").GetProperty("type").GetString()!);
    }

    private async Task<IReadOnlyList<JsonElement>> FindAsync(string typed)
    {
        using var response = await teams.PostAsync(bot.Url, chat.Search(typed));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return [.. answer.RootElement.GetProperty("composeExtension").GetProperty("attachments").EnumerateArray().Select(one => one.Clone())];
    }

    private static string Line(JsonElement found, string what) => found.GetProperty("preview").GetProperty("content").GetProperty(what).GetString()!;
}
