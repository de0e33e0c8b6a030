using System.Net;
using System.Text.RegularExpressions;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests.Tab;

/// <summary>What the page shows: the answers of the chat, of what its person may see, as text and nothing else.</summary>
public sealed partial class TabViewTests : IAsyncLifetime
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)> \"' &ltb&gt javascript:alert(3) ${open} \u202Etxet";

    private LocalTeams teams = null!;
    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        bot = await RunningBot.StartAsync(new DateOnly(2017, 4, 20));
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Theory]
    [InlineData("what's overdue")]
    [InlineData("what's overdue for First Response")]
    [InlineData("my actions")]
    [InlineData("4.9 in Leicestershire")]
    [InlineData("history of 4.9 in Leicestershire")]
    [InlineData("summary of Leicestershire")]
    [InlineData("how are we doing overall")]
    [InlineData("what changed since 1 January 2017")]
    [InlineData("which plans are there")]
    [InlineData("coverage of recommendations in Somerset")]
    [InlineData("indicators for Stockton")]
    [InlineData("how are we doing on re-referrals")]
    [InlineData("placement stability")]
    [InlineData("written statement for a report received on 13 February 2017")]
    [InlineData("1.1")]
    [InlineData("overdue for Bananas")]
    [InlineData("what's the weather like")]
    [InlineData("overdue. and red ones in Leeds?")]
    public async Task The_page_says_all_that_the_chat_says(string question)
    {
        var page = Squeezed(TextOf(await TabCaller.ViewAsync(bot, new { view = "ask", ask = question, @as = "Jo Bloggs" })));
        foreach (var words in (await ChatAsync(question)).Where(line => !line.StartsWith('[')).SelectMany(line => line.Split(" | ")))
        {
            Assert.True(page.Contains(Squeezed(words), StringComparison.OrdinalIgnoreCase), $"The chat says “{words}”, and the page does not.");
        }
    }

    [Theory]
    [InlineData("", "", "", "", "all actions")]
    [InlineData("First Response", "overdue", "", "", "what's overdue for First Response")]
    [InlineData("", "due next month", "", "", "what's due next month")]
    [InlineData("Fostering", "", "open", "", "open actions for Fostering")]
    [InlineData("", "overdue", "in progress", "not rated", "overdue in progress actions that are not rated")]
    [InlineData("", "without a due date", "not started", "", "not started actions without a due date")]
    [InlineData("", "not updated in 4 weeks", "", "", "what has not been updated in 4 weeks")]
    public async Task A_narrowed_list_is_the_chats_list(string service, string when, string state, string rating, string question)
    {
        var page = Squeezed(TextOf(await TabCaller.ViewAsync(bot, new { view = "actions", service, when, state, rating, @as = "Jo Bloggs" })));
        foreach (var words in (await ChatAsync(question)).Where(line => !line.StartsWith('[') && line.Length > 0).Skip(2))
        {
            Assert.True(page.Contains(Squeezed(words), StringComparison.Ordinal), $"The chat says “{words}”, and the page does not.");
        }
    }

    [Fact]
    public async Task Every_choice_is_a_question_that_is_understood()
    {
        var page = await TabCaller.ViewAsync(bot, new { view = "actions", plan = "3" });
        foreach (var list in Select().Matches(page).Cast<Match>())
        {
            var name = list.Groups[1].Value;
            foreach (var value in Choices().Matches(list.Groups[2].Value).Select(choice => WebUtility.HtmlDecode(choice.Groups[1].Value)).Where(value => value.Length > 0))
            {
                var drawn = TextOf(await TabCaller.ViewAsync(bot, new Dictionary<string, string> { ["view"] = "actions", ["plan"] = "3", [name] = value }));
                Assert.Matches("^(No|[0-9,]+) .*action", drawn);
                Assert.True(name == "plan" || drawn.Split(" as of ")[0].Contains(value == "not rated" ? "without a rating" : value == "not updated in 4 weeks" ? "not updated for 28 days" : value, StringComparison.OrdinalIgnoreCase), $"{name} {value}: {drawn[..80]}");
            }
        }
    }

    [Theory]
    [InlineData("plan", "99")]
    [InlineData("plan", "-1")]
    [InlineData("plan", "x")]
    [InlineData("service", "Bananas")]
    [InlineData("lead", "Nobody Such")]
    public async Task A_name_that_nothing_bears_is_not_everything(string name, string value)
    {
        Assert.StartsWith("Not found", TextOf(await TabCaller.ViewAsync(bot, new Dictionary<string, string> { ["view"] = "actions", [name] = value })), StringComparison.Ordinal);
        Assert.StartsWith("Not found", TextOf(await TabCaller.ViewAsync(bot, new { view = "dashboard", plan = "99" })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4.3 in Leicestershire: two workers started, amber")]
    [InlineData("mark 4.3 complete")]
    [InlineData("undo")]
    [InlineData("chase 4.3 in Leicestershire")]
    [InlineData("make Jo Bloggs an owner of Leeds")]
    [InlineData("re-referral rate Q2 2013/14 is 16.2%")]
    [InlineData("this chat is about Somerset")]
    [InlineData("send me a digest for First Response every Monday at 9am")]
    [InlineData("export Somerset")]
    [InlineData("board report for Leicestershire")]
    [InlineData("what's overdue. mark 4.3 in Leicestershire complete")]
    public async Task What_would_change_something_is_for_the_chat(string said)
    {
        await using var before = bot.Stores.Open();
        var changes = before.Changes.Count();
        Assert.Contains("This page only shows how things stand. Write that to the bot in its chat", TextOf(await TabCaller.ViewAsync(bot, new { view = "ask", ask = said })), StringComparison.Ordinal);
        Assert.Equal(changes, before.Changes.Count());
    }

    [Fact]
    public async Task A_made_up_link_changes_nothing_either()
    {
        foreach (var open in new[] { """{"request":"undo"}""", """{"request":"ask-leads","action":{"ref":"4.3","plans":[3],"isSaid":true}}""", """{"request":"export","list":null}""", """{"request":"nonsense"}""", "{", "null" })
        {
            var drawn = TextOf(await TabCaller.ViewAsync(bot, new { view = "open", open = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(open)) }));
            Assert.True(drawn.Contains("This page only shows", StringComparison.Ordinal) || drawn.Contains("There is no such page.", StringComparison.Ordinal), $"{open}: {drawn}");
        }
    }

    [Fact]
    public async Task Words_that_tell_who_a_child_is_are_not_said_back()
    {
        foreach (var asked in new object[] { new { view = "ask", ask = "actions that mention 943 476 5919" }, new { view = "actions", words = "943 476 5919" } })
        {
            var drawn = TextOf(await TabCaller.ViewAsync(bot, asked));
            Assert.Contains("NHS number", drawn, StringComparison.Ordinal);
            Assert.DoesNotContain("5919", drawn.Replace("Words in the action", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Plans_words_come_out_as_text_wherever_they_stand()
    {
        await bot.ImportAsync($"""
            plan,plan name,section,section lead,ref,recommendations,action,leads,services,timescale,due,milestones,outcome,measures,progress
            hostile,"{Quoted} plan","1. {Quoted}","{Quoted}",77.1,Marker,"{Quoted} action","{Quoted} lead","{Quoted} team","{Quoted} soon",2017-03-01,"2017-01-01 {Quoted}","{Quoted}","{Quoted}","{Quoted}"
            """);
        await bot.ImportAsync($"""
            plan,section,indicator,unit,polarity,period,value,target,source,commentary
            hostile,"{Quoted}","{Quoted} rate","{Quoted}",higher,2011/12,1,"{Quoted}","{Quoted}","{Quoted}"
            hostile,"{Quoted}","{Quoted} rate","{Quoted}",higher,2012/13,2,"{Quoted}","{Quoted}","{Quoted}"
            """);
        foreach (var asked in new object[]
        {
            new { view = "plans" }, new { view = "dashboard", plan = "6" }, new { view = "actions", plan = "6" }, new { view = "actions", words = Hostile }, new { view = "indicators", plan = "6" },
            new { view = "ask", ask = "77.1" }, new { view = "ask", ask = $"what's overdue for {Hostile}" }, new { view = "actions", plan = Hostile }, new { view = "mine", @as = Hostile },
        })
        {
            var drawn = await TabCaller.ViewAsync(bot, asked);
            Assert.DoesNotContain("<script", drawn, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", drawn, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript:", drawn, StringComparison.OrdinalIgnoreCase);
            Assert.All(Attributes().Matches(Tags().Replace(drawn, found => found.Value)).Select(one => one.Groups[1].Value), name => Assert.False(name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name == "style", name));
        }

        var action = await TabCaller.ViewAsync(bot, new { view = "ask", ask = "77.1" });
        Assert.Contains(Squeezed(Hostile), Squeezed(TextOf(action)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_holds_none_of_the_words_that_were_asked_with()
    {
        await TabCaller.ViewAsync(bot, new { view = "ask", ask = "what's overdue for Marmalade", @as = "Paddington Brown" });
        await TabCaller.ViewAsync(bot, new { view = "actions", words = "marmalade" });
        Assert.DoesNotContain(bot.Log.Lines, line => line.Line.Contains("marmalade", StringComparison.OrdinalIgnoreCase) || line.Line.Contains("Paddington", StringComparison.Ordinal));
        Assert.Contains(bot.Log.Lines, line => line.Line.Contains("Answered a page with actions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_plans_in_which_somebody_leads_come_first()
    {
        var drawn = TextOf(await TabCaller.ViewAsync(bot, new { view = "plans", @as = "Performance consultant" }));
        var leicestershire = drawn.IndexOf("Leicestershire", StringComparison.Ordinal);
        Assert.True(leicestershire < drawn.IndexOf("Leeds", StringComparison.Ordinal), drawn);
        Assert.Contains("You lead in this plan.", drawn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":root {")]
    [InlineData(":root:not([data-theme]) {")]
    [InlineData(":root[data-theme=\"dark\"] {")]
    [InlineData(":root[data-theme=\"contrast\"] {")]
    public async Task Everything_can_be_told_from_what_it_stands_on(string theme)
    {
        using var http = new HttpClient();
        var style = await http.GetStringAsync(new Uri(bot.Url, "/tab/tab.css"));
        var start = style.IndexOf(theme, StringComparison.Ordinal);
        var colours = Colours().Matches(style[start..style.IndexOf('}', start)]).ToDictionary(colour => colour.Groups[1].Value, colour => Luminance(colour.Groups[2].Value));
        foreach (var (front, back, least) in new[] { ("ink", 4.5), ("soft", 4.5), ("link", 4.5), ("red", 4.5), ("amber", 4.5), ("green", 4.5), ("blue", 4.5), ("line", 3.0), ("amber-bar", 3), ("plain", 3), ("line0", 3), ("line1", 3), ("line2", 3), ("line3", 3), ("focus", 3) }
            .SelectMany(pair => new[] { (pair.Item1, "paper", pair.Item2), (pair.Item1, "page", pair.Item2) }).Append(("on-link", "link", 4.5)))
        {
            var (light, dark) = (Math.Max(colours[front], colours[back]), Math.Min(colours[front], colours[back]));
            Assert.True((light + 0.05) / (dark + 0.05) >= least, $"{front} on {back}: {(light + 0.05) / (dark + 0.05):0.00}");
        }
    }

    [Fact]
    public async Task The_script_is_small()
    {
        using var http = new HttpClient();
        Assert.InRange((await http.GetByteArrayAsync(new Uri(bot.Url, "/tab/tab.js"))).Length, 1, 15 * 1024);
    }

    private static string Quoted => Hostile.Replace("\"", "\"\"", StringComparison.Ordinal);

    private static double Luminance(string colour)
    {
        var parts = new[] { colour[..2], colour[2..4], colour[4..] }.Select(part => Convert.ToInt32(part, 16) / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToList();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static string TextOf(string drawn) => WebUtility.HtmlDecode(Tags().Replace(drawn, ""));

    // A name and what it says are a line of a card, and two cells of a page.
    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != ':'));

    private async Task<IReadOnlyList<string>> ChatAsync(string said)
    {
        var chat = Chat.Personal(teams, $"a:{Guid.NewGuid():n}");
        (await teams.PostAsync(bot.Url, chat.Say(said))).Dispose();
        return (await teams.MessageAsync(chat.Id)).Card!.Value.Lines();
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(" ([a-z-]+)=\"")]
    private static partial Regex Attributes();

    [GeneratedRegex("--([a-z0-9-]+): #([0-9a-f]{6});")]
    private static partial Regex Colours();

    [GeneratedRegex("<select [^>]*name=\"([a-z]+)\">(.*?)</select>")]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"([^\"]*)\"")]
    private static partial Regex Choices();
}
