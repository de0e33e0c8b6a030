using System.Text.Json;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Whoever is not named in a restricted plan gets the very answers they would get if it did not exist, whatever they ask.</summary>
public sealed class RestrictedPlansTests(RestrictedPlansTests.TwoBots bots) : IClassFixture<RestrictedPlansTests.TwoBots>
{
    private static readonly string[] Secrets = ["whistleblow", "Whisper", "Silent Service", "secret inquiry", "Hush"];

    [Theory]

    // Lists and counts
    [InlineData("what's overdue")]
    [InlineData("how many actions are red")]
    [InlineData("actions due next month")]
    [InlineData("all actions")]
    [InlineData("top 5 overdue actions")]
    [InlineData("actions without a lead")]
    [InlineData("what has not been updated in 6 weeks")]
    [InlineData("my actions")]
    [InlineData("actions that mention whistleblowing")]

    // By its names, right and misspelt
    [InlineData("what's overdue for Silent Service")]
    [InlineData("what's overdue for Silent Servise")]
    [InlineData("actions for Wanda Whisper")]
    [InlineData("actions for Wnada Whisper")]
    [InlineData("what's overdue in the secret inquiry")]
    [InlineData("what's overdue in secret-2018")]
    [InlineData("section Hush")]
    [InlineData("what's overdue for Open Servise")]

    // One action, its history and recommendations
    [InlineData("73.1")]
    [InlineData("show 73.1 in secret-2018")]
    [InlineData("history of 73.1")]
    [InlineData("who leads 73.1")]
    [InlineData("coverage of recommendations")]
    [InlineData("which recommendations have no action")]
    [InlineData("actions for recommendation 9")]

    // Summaries, changes, plans, rights, the clock, help
    [InlineData("summary")]
    [InlineData("how is the secret inquiry going")]
    [InlineData("summary of Silent Service")]
    [InlineData("what changed since 1 January 2018")]
    [InlineData("which plans are there")]
    [InlineData("who can edit secret-2018")]
    [InlineData("rights")]
    [InlineData("written statement for a report received on 13 February 2017")]
    [InlineData("help")]
    [InlineData("hello")]

    // Indicators
    [InlineData("indicators")]
    [InlineData("which indicators are off target")]
    [InlineData("how are we doing on whispers heard")]
    [InlineData("whispers heard 2017/18 is 12")]

    // Orders
    [InlineData("73.1: draft sent")]
    [InlineData("mark 73.1 complete")]
    [InlineData("73.1 in secret-2018 slipped to 30 June 2018 because of staffing")]
    [InlineData("assign 73.1 to Sam Field")]
    [InlineData("tag 73.1 Open Service")]
    [InlineData("tag 71.1 Silent Service")]
    [InlineData("Wanda Whisper is the same as W Whisper")]
    [InlineData("merge Open Service and Silent Service")]
    [InlineData("make Ed Everybody an owner of secret-2018")]
    [InlineData("this channel is about secret-2018")]
    [InlineData("chase 73.1")]
    [InlineData("ask Wanda Whisper for an update on 71.1")]
    [InlineData("Ed Everybody is Wanda Whisper")]
    [InlineData("undo")]

    // Digests, reports and files
    [InlineData("send me a digest for Silent Service every Monday at 9am")]
    [InlineData("send me a digest for secret-2018 every Monday")]
    [InlineData("digests")]
    [InlineData("board report for secret-2018")]
    [InlineData("export secret-2018")]
    public async Task A_plan_one_may_not_see_changes_no_answer(string said)
    {
        foreach (var kind in new[] { "personal", "channel" })
        {
            var (with, without) = (await AskAsync(bots.With, bots.TeamsOfWith, kind, said), await AskAsync(bots.Without, bots.TeamsOfWithout, kind, said));
            Assert.Equal(without, with);

            // What somebody says themselves is echoed; nothing else of the plan is there to be heard.
            var unsaid = Secrets.Where(word => !said.Contains(word, StringComparison.OrdinalIgnoreCase)).ToList();
            Assert.DoesNotContain(with, line => unsaid.Exists(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("73")]
    [InlineData("73.1")]
    [InlineData("Silent Service")]
    [InlineData("Wanda Whisper")]
    [InlineData("whistleblowing")]
    [InlineData("whispers heard")]
    [InlineData("overdue")]
    [InlineData("calls")]
    public async Task A_plan_one_may_not_see_is_not_found_from_a_compose_box(string typed)
    {
        foreach (var kind in new[] { "personal", "channel" })
        {
            Assert.Equal(await FindAsync(bots.Without, bots.TeamsOfWithout, kind, typed), await FindAsync(bots.With, bots.TeamsOfWith, kind, typed));
        }
    }

    [Theory]
    [InlineData("mine", "", "")]
    [InlineData("plans", "", "")]
    [InlineData("dashboard", "", "")]
    [InlineData("dashboard", "plan", "2")]
    [InlineData("actions", "", "")]
    [InlineData("actions", "plan", "2")]
    [InlineData("actions", "service", "Silent Service")]
    [InlineData("actions", "lead", "Wanda Whisper")]
    [InlineData("actions", "lead", "Lena Lead")]
    [InlineData("actions", "words", "whistleblowing")]
    [InlineData("actions", "rating", "red")]
    [InlineData("indicators", "", "")]
    [InlineData("indicators", "plan", "2")]
    [InlineData("ask", "ask", "73.1")]
    [InlineData("ask", "ask", "how are we doing on whispers heard")]
    [InlineData("ask", "ask", "help")]
    [InlineData("open", "open", """{"request":"action","action":{"ref":"73.1","plans":[2],"isSaid":true}}""")]
    [InlineData("open", "open", """{"request":"summary","about":{"scope":{"plans":[2],"sections":[],"services":[],"leads":null},"name":"x"}}""")]
    [InlineData("open", "open", """{"request":"indicator","indicators":[1],"name":"x"}""")]
    public async Task A_plan_one_may_not_see_is_on_no_page_nor_in_a_list_of_choices(string view, string name, string value)
    {
        var asked = new Dictionary<string, string> { ["view"] = view, ["as"] = "Ed Everybody", [name] = name == "open" ? System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(value)) : value };
        var drawn = await Tab.TabCaller.ViewAsync(bots.With, asked);
        Assert.Equal(await Tab.TabCaller.ViewAsync(bots.Without, asked), drawn);
        var unsaid = Secrets.Where(word => !value.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.All(unsaid, word => Assert.DoesNotContain(word, drawn, StringComparison.OrdinalIgnoreCase));

        // Whoever may, sees it there.
        asked["as"] = "";
        Assert.Equal(view is "mine" || value is "help", await Tab.TabCaller.ViewAsync(bots.With, asked) == await Tab.TabCaller.ViewAsync(bots.Without, asked));
    }

    [Fact]
    public async Task Who_is_named_sees_it_alone_and_not_in_a_channel()
    {
        var wanda = await AskAsync(bots.With, bots.TeamsOfWith, "personal", "what's overdue", "Wanda Whisper");
        Assert.Contains(wanda, line => line.Contains("Listen to whistleblowing", StringComparison.Ordinal));
        var shared = await AskAsync(bots.With, bots.TeamsOfWith, "channel", "what's overdue", "Wanda Whisper");
        Assert.DoesNotContain(shared, line => line.Contains("whistleblowing", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> AskAsync(RunningBot bot, LocalTeams teams, string kind, string said, string who = "Ed Everybody")
    {
        // Each question is a conversation of its own.
        var id = kind == "personal" ? $"a:{Guid.NewGuid():n}" : $"19:{Guid.NewGuid():n}@thread.tacv2";
        var chat = new Chat(teams.ServiceUrl, kind, id, who);
        using var response = await teams.PostAsync(bot.Url, chat.Say(said));
        Assert.True(response.IsSuccessStatusCode);
        var card = (await teams.MessageAsync(id)).Card!.Value;
        return [.. card.Lines(), .. card.Buttons().Select(button => button.GetProperty("title").GetString()!)];
    }

    private static async Task<IReadOnlyList<string?>> FindAsync(RunningBot bot, LocalTeams teams, string kind, string typed)
    {
        using var response = await teams.PostAsync(bot.Url, new Chat(teams.ServiceUrl, kind, $"x:{Guid.NewGuid():n}", "Ed Everybody").Search(typed));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var found = answer.RootElement.GetProperty("composeExtension");
        return found.GetProperty("type").GetString() == "message" ? [found.GetProperty("text").GetString()]
            : [.. found.GetProperty("attachments").EnumerateArray().SelectMany(one => one.GetProperty("content").Lines().Prepend(one.GetProperty("preview").GetProperty("content").GetProperty("text").GetString()!))];
    }

    /// <summary>Two bots that differ in a restricted plan.</summary>
    public sealed class TwoBots : IAsyncLifetime
    {
        private const string Open = """
            plan,plan name,section,ref,recommendations,action,leads,services,due,brag
            open-2018,Open plan,1. Help,71.1,4,Answer calls,Lena Lead,Open Service,2018-03-31,amber
            open-2018,Open plan,1. Help,71.2,,Answer letters,Sam Field,Open Service,2018-05-31,
            """;

        private const string Secret = """
            plan,plan name,section,ref,recommendations,action,leads,services,due,brag
            secret-2018,Secret inquiry,9. Hush,73.1,9,Listen to whistleblowing,Wanda Whisper,Silent Service,2018-03-31,red
            secret-2018,Secret inquiry,9. Hush,73.2,,Act upon whistleblowing,Lena Lead,Silent Service,2018-05-20,
            """;

        private const string Figures = """
            plan,indicator,unit,polarity,period,value,target
            secret-2018,Whispers heard,number,lower,2016/17,40,20
            """;

        public RunningBot With { get; private set; } = null!;

        public RunningBot Without { get; private set; } = null!;

        public LocalTeams TeamsOfWith { get; private set; } = null!;

        public LocalTeams TeamsOfWithout { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            (TeamsOfWith, TeamsOfWithout) = (await LocalTeams.StartAsync(), await LocalTeams.StartAsync());
            With = await RunningBot.StartAsync(new DateOnly(2018, 4, 20), null, "--Samples:Load=false");
            Without = await RunningBot.StartAsync(new DateOnly(2018, 4, 20), null, "--Samples:Load=false");
            await With.ImportAsync(Open);
            await Without.ImportAsync(Open);
            await With.ImportAsync(Secret);
            await With.ImportAsync(Figures);
            await using var store = With.Stores.Open();
            var plan = store.Plans.Single(one => one.Key == "secret-2018");
            plan.Visibility = Visibility.Named;
            plan.Rights.Add(new Right { Holder = $"{Chat.Tenant}/object-of-Wanda Whisper", Name = "Wanda Whisper", Kind = RightKind.Own });
            await store.SaveChangesAsync();
        }

        public async Task DisposeAsync()
        {
            await With.DisposeAsync();
            await Without.DisposeAsync();
            await TeamsOfWith.DisposeAsync();
            await TeamsOfWithout.DisposeAsync();
        }
    }
}
