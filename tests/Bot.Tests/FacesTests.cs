using System.Text;
using System.Text.Json;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>One answer has many faces, and they say the same.</summary>
public sealed class FacesTests : IDisposable
{
    private const int LargestCard = 20_000;

    private static readonly string[] Questions =
    [
        "what's overdue", "more", "what's overdue for First Response", "red actions", "my actions", "actions without a lead in Somerset", "4.9 in Leicestershire", "1.1 in Somerset", "history of 4.9 in Leicestershire",
        "summary of Leicestershire", "how is First Response doing", "how are we doing overall", "what changed since 1 January 2017", "which plans are there", "which recommendations have no action",
        "coverage of recommendations in Somerset", "indicators for Stockton", "which indicators are off target", "how are we doing on re-referrals", "placement stability", "contacts with an active CAF",
        "written statement for a report received on 13 February 2017", "help", "hello", "what's the weather like", "overdue for Bananas", "overdue. and red ones in Leeds?",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("faces").FullName;

    [Fact]
    public async Task The_text_says_everything_that_the_card_says_and_no_card_is_too_large()
    {
        var (code, output, error) = await CommandRun.EndedAsync(folder, ["ask", "-", "--on", "2017-04-20", "--json"], string.Concat(Questions.Select(question => $"{question}\n")));
        Assert.True(code == 0, error);
        var answers = output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(Questions.Length, answers.Count);
        foreach (var (question, answer) in Questions.Zip(answers))
        {
            var text = Squeezed(answer.GetProperty("text").GetString()!);
            var activity = answer.GetProperty("activities")[0];
            var card = activity.GetProperty("attachments")[0].GetProperty("content");
            foreach (var words in Runs(card))
            {
                Assert.True(text.Contains(Squeezed(words), StringComparison.OrdinalIgnoreCase), $"“{question}”: the card says “{words}”, the text does not:\n{answer.GetProperty("text").GetString()}");
            }

            Assert.True(Encoding.UTF8.GetByteCount(card.GetRawText()) <= LargestCard, $"“{question}”: {Encoding.UTF8.GetByteCount(card.GetRawText())} bytes");
            Assert.NotEqual("", activity.GetProperty("summary").GetString());
            Assert.NotEqual("", card.GetProperty("fallbackText").GetString());
        }
    }

    [Fact]
    public async Task The_text_fits_a_terminal()
    {
        var (_, output, _) = await CommandRun.EndedAsync(folder, ["ask", "-", "--on", "2017-04-20"], string.Concat(Questions.Select(question => $"{question}\n")));
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 80 || !line.Trim().Contains(' ', StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task Scripts_read_numbers_without_the_commas_that_people_read()
    {
        var (_, output, _) = await CommandRun.EndedAsync(folder, ["ask", "-", "--on", "2017-04-20", "--json"], "contacts in Stockton 2013/14 is 7123\nwhat changed in Stockton since yesterday\n");
        var answers = output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["measure", "changes"], answers.Select(answer => answer.GetProperty("intent").GetString()));
        Assert.All(answers, answer => Assert.Equal("7123", Assert.Single(answer.GetProperty("changes").EnumerateArray()).GetProperty("to").GetString()));
        Assert.All(answers, answer => Assert.Contains("7,123", answer.GetProperty("text").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_chart_has_a_table_to_fall_back_on_and_every_press_a_name()
    {
        var (_, output, _) = await CommandRun.EndedAsync(folder, ["ask", "-", "--on", "2017-04-20", "--json"], "summary of Leicestershire\nhow are we doing on re-referrals\nwhat's overdue\n");
        var cards = output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("activities")[0].GetProperty("attachments")[0].GetProperty("content")).ToList();
        var charts = cards.SelectMany(All).Where(part => Type(part)?.StartsWith("Chart.", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(["Chart.HorizontalBar", "Chart.Line"], charts.Select(Type).Order());
        Assert.All(charts, chart => Assert.Equal("Table", Type(chart.GetProperty("fallback"))));
        var presses = cards.SelectMany(All).Where(part => Type(part) == "Action.Execute").ToList();
        Assert.True(presses.Count > 10);
        Assert.All(presses, press => Assert.False(string.IsNullOrWhiteSpace(press.GetProperty("title").GetString())));
    }

    [Fact]
    public async Task Endless_words_of_a_plan_are_cut_and_say_so()
    {
        // Letters of two code units: none of them may be cut in two.
        var endless = string.Concat(Enumerable.Repeat("🙂🙃 ", 2000));
        await using var teams = await LocalTeams.StartAsync();
        await using var bot = await RunningBot.StartAsync(new DateOnly(2017, 4, 20));
        await bot.ImportAsync("plan,plan name,section,section lead,ref,action,leads,services,timescale,due,outcome,measures,progress\n" + string.Concat(Enumerable.Range(1, 9).Select(number =>
            $"endless,{endless[..190]},1. Endless,{endless[..190]},9.{number},{endless},{endless[..190]},Endless Team,{endless[..190]},2017-04-18,{endless},{endless},{endless}\n")));

        var chat = Chat.Personal(teams);
        string[] questions = ["what's overdue for Endless Team", "9.1 in endless", "history of 9.1 in endless", "summary of endless", "summary of Endless Team", "send the digest for endless now"];
        for (var at = 0; at < questions.Length; at++)
        {
            (await teams.PostAsync(bot.Url, chat.Say(questions[at]))).Dispose();
            var message = await teams.MessageAsync(chat.Id, at + 1);

            // Teams takes 100 KB, counted in UTF-16; half of it is left for what comes around a card.
            Assert.InRange(Encoding.Unicode.GetByteCount(message.Activity.GetRawText()), 1, 100_000);
            Assert.Contains(Runs(message.Card!.Value), run => run.Contains(" …", StringComparison.Ordinal));
            Assert.DoesNotContain("\\uFFFD", message.Activity.GetRawText(), StringComparison.OrdinalIgnoreCase);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IEnumerable<string> Runs(JsonElement card) =>
        All(card).Where(part => Type(part) == "TextRun").Select(run => run.GetProperty("text").GetString()!);

    private static string? Type(JsonElement part) => part.ValueKind == JsonValueKind.Object && part.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private static IEnumerable<JsonElement> All(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => All(member.Value)).Prepend(json),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(All),
        _ => [],
    };

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
