using System.Text.Json;
using System.Text.Json.Nodes;
using EndToEnd.Cards;
using TeamsPlanBot.FakeTeams;

namespace EndToEnd.Bot;

/// <summary>
/// Every card the bot draws, drawn by Microsoft's renderer in both themes and two widths.
/// With TEAMSPLANBOT_WRITE_GALLERY=1 the pictures in docs/cards are made anew.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class GalleryTests(CardRenderer renderer) : IClassFixture<CardRenderer>
{
    private static readonly DateOnly Today = new(2017, 4, 20);

    // One name and what is said to get the card; the last of several messages makes it.
    private static readonly (string Name, string[] Said)[] Cards =
    [
        ("welcome", ["(installed)"]),
        ("greeting", ["hi"]),
        ("help", ["help"]),
        ("actions", ["what's overdue for First Response"]),
        ("actions-long", ["what's overdue"]),
        ("actions-more", ["what's overdue", "more"]),
        ("actions-rated", ["actions for Test Team"]),
        ("actions-none", ["red actions for First Response"]),
        ("actions-mine-none", ["my actions"]),
        ("actions-guest", ["(as a guest) what's overdue"]),
        ("action", ["4.9 in Leicestershire"]),
        ("action-with-parts", ["1.1 in Somerset"]),
        ("plans", ["which plans are there"]),
        ("action-from-a-list", ["what's overdue for First Response", "[Show 3.3 in full]"]),
        ("action-that-slipped", ["90.3 in test-2017"]),
        ("history", ["history of 90.3 in test-2017"]),
        ("changes", ["what changed in test-2017 since 1 April 2017"]),
        ("changes-none", ["what changed in Somerset since 1 April 2017"]),
        ("summary-of-a-plan", ["summary of the test plan"]),
        ("summary-of-a-team", ["how is First Response doing"]),
        ("summary-of-all", ["how are we doing overall"]),
        ("indicators", ["indicators for Leicestershire"]),
        ("indicators-off-target", ["which indicators are off target"]),
        ("indicator", ["how are we doing on placement stability"]),
        ("indicator-without-target", ["how are we doing on re-referrals"]),
        ("indicator-unmeasured", ["referral reasons"]),
        ("coverage", ["which recommendations have no action in Stockton"]),
        ("clock", ["written statement for a report received on 13 February 2017"]),
        ("bound", ["this chat is about Somerset"]),
        ("which-one", ["1.1"]),
        ("which-name", ["overdue for service manager"]),
        ("not-found", ["overdue for Bananas"]),
        ("not-found-nearest", ["this chat is about Sommerzetz"]),
        ("not-understood", ["what's the weather like"]),
        ("nothing-more", ["more"]),
        ("form", ["90.2 in test-2017", "[Update it]"]),
        ("recorded", ["90.5 in test-2017: chair found, amber"]),
        ("recorded-date", ["90.2 in test-2017 slipped to 30 June"]),
        ("undone", ["90.5 in test-2017: chair found, green", "undo"]),
        ("recorded-several", ["90.1 in test-2017: first meeting held\n99.9: no such thing"]),
        ("recorded-figure", ["placement stability in test-2017 Q1 2017/18 is 64%"]),
        ("rights", ["who can edit test-2017"]),
        ("digest-arranged", ["send this channel a digest for First Response every Monday at 9am"]),
        ("digest", ["send this channel a digest for First Response every Monday at 9am", "send the digest now"]),
        ("digest-form", ["new digest"]),
    ];

    [BrowserFact]
    public async Task Every_card_is_drawn_without_a_warning_and_nothing_is_cut_off()
    {
        await using var teams = await LocalTeams.StartAsync();
        await using var bot = await RunningBot.StartAsync(Today);
        await bot.ImportAsync("""
            plan,plan name,section,ref,action,leads,services,timescale,due,state,brag
            test-2017,Test plan of ratings,1. Ratings,90.1,An action somebody rated red,Jo Bloggs,Test Team,,2017-03-31,in progress,amber
            test-2017,Test plan of ratings,1. Ratings,90.2,An action somebody rated amber,Jo Bloggs,Test Team,,2017-04-20,in progress,green
            test-2017,Test plan of ratings,2. Others,90.3,An action somebody rated green,,Test Team,,2017-03-31,not started,green
            test-2017,Test plan of ratings,2. Others,90.4,An action that is complete,Sam Other,Test Team,,2017-02-28,in progress,
            test-2017,Test plan of ratings,2. Others,90.5,An action that goes on and on and has no date at all,Sam Other,Test Team,ongoing,,in progress,
            """);
        await bot.ImportAsync("""
            plan,indicator,unit,polarity,period,numerator,denominator,value,target,target by,commentary
            test-2017,Placement stability,%,higher,Q1 2016/17,120,200,60,65% or above,,
            test-2017,Placement stability,%,higher,Q2 2016/17,124,200,62,65% or above,,
            test-2017,Placement stability,%,higher,Q3 2016/17,132,200,66,65% or above,,Two homes opened in the autumn.
            test-2017,Placement stability,%,higher,Q4 2016/17,126,200,63,65% or above,,One home closed for repairs.
            """);
        await bot.ImportAsync("""
            plan,plan name,section,ref,action,leads,services,timescale,due,state,brag
            test-2017,Test plan of ratings,1. Ratings,90.1,An action somebody rated red,Jo Bloggs,Test Team,,2017-03-31,in progress,red
            test-2017,Test plan of ratings,1. Ratings,90.2,An action somebody rated amber,Jo Bloggs,Test Team,,2017-04-20,in progress,amber
            test-2017,Test plan of ratings,2. Others,90.3,An action somebody rated green,,Test Team,,2017-06-30,not started,green
            test-2017,Test plan of ratings,2. Others,90.4,An action that is complete,Sam Other,Test Team,,2017-02-28,complete,blue
            test-2017,Test plan of ratings,2. Others,90.5,An action that goes on and on and has no date at all,Sam Other,Test Team,ongoing,,in progress,
            """);

        var folder = Environment.GetEnvironmentVariable("TEAMSPLANBOT_WRITE_GALLERY") == "1" ? EmptyGallery() : null;
        foreach (var (name, said) in Cards)
        {
            var card = await CardAsync(teams, bot, name, said);
            foreach (var theme in Enum.GetValues<CardTheme>())
            {
                foreach (var width in new[] { CardRenderer.Narrow, CardRenderer.Wide })
                {
                    var drawn = await renderer.Render(card.GetRawText(), theme, width);
                    Assert.True(drawn.ProblemsInTeams.Count == 0, $"{name}, {theme}, {width}: {string.Join("; ", drawn.ProblemsInTeams)}");
                    Assert.True(drawn.Cut.Count == 0, $"{name}, {theme}, {width}: {string.Join("; ", drawn.Cut)}");
                    Assert.All(card.Lines().SelectMany(line => line.Split(" | ")).Select(words => Labels(card).FirstOrDefault(label => words.StartsWith($"{label}:", StringComparison.Ordinal)) ?? words), words => Assert.Contains(Squeezed(words.Trim('[', ']')), Squeezed(drawn.Text), StringComparison.Ordinal));
                    if (folder is not null)
                    {
                        await drawn.SavePicture(Path.Combine(folder, $"{name}-{theme.ToString().ToLowerInvariant()}-{width}.png"));
                    }
                }
            }
        }
    }

    private static async Task<JsonElement> CardAsync(LocalTeams teams, RunningBot bot, string name, string[] said)
    {
        const string Guest = "(as a guest) ";
        var chat = Chat.Personal(teams, $"a:{name}") with { Person = "Ruth Adeyemi" };
        var number = 0;
        foreach (var text in said)
        {
            if (text.StartsWith('['))
            {
                var pressed = (await teams.MessageAsync(chat.Id, number)).Card!.Value.Buttons().Single(button => $"[{button.GetProperty("title").GetString()}]" == text);
                using var response = await teams.PostAsync(bot.Url, chat.Press(pressed));
                return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("value");
            }

            JsonObject activity = text == "(installed)" ? chat.Install() : chat.Say(text.Replace(Guest, "", StringComparison.Ordinal));
            if (text.StartsWith(Guest, StringComparison.Ordinal))
            {
                activity["from"]!["userRole"] = "guest";
            }

            (await teams.PostAsync(bot.Url, activity)).Dispose();
            number++;
        }

        return (await teams.MessageAsync(chat.Id, number)).Card!.Value;
    }

    // What stands in a field is no text of the page.
    private static IEnumerable<string> Labels(JsonElement card) =>
        card.GetProperty("body").EnumerateArray().Where(element => element.TryGetProperty("label", out _)).Select(element => element.GetProperty("label").GetString()!);

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static string EmptyGallery()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TeamsPlanBot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie inside the project.");
        }

        var gallery = Directory.CreateDirectory(Path.Combine(folder.FullName, "docs", "cards"));
        foreach (var old in gallery.GetFiles("*.png"))
        {
            old.Delete();
        }

        return gallery.FullName;
    }
}
