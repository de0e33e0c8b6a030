using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Runs the conversations in Chats/ over real HTTP and compares the cards with what is written there.</summary>
public sealed class TranscriptTests
{
    private const string Anything = "…";

    public static TheoryData<string> Transcripts =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Chats"), "*.chat").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Transcripts))]
    public async Task The_bot_answers_as_the_transcript_says(string name)
    {
        var transcript = Transcript.Read(Path.Combine(AppContext.BaseDirectory, "Chats", $"{name}.chat"));
        await using var teams = await LocalTeams.StartAsync();
        await using var bot = await RunningBot.StartAsync(transcript.On);
        var chat = (transcript.In switch { "channel" => Chat.Channel(teams), "group" => Chat.Group(teams), _ => Chat.Personal(teams) }) with { Person = transcript.As };

        JsonElement card = default;
        var messages = 0;
        foreach (var (said, expected) in transcript.Turns)
        {
            var button = said.StartsWith('[') ? card.Buttons().Single(b => $"[{b.GetProperty("title").GetString()}]" == said) : default;
            JsonObject activity = said.StartsWith('[') ? chat.Press(button) : chat.Say(said);

            using var response = await teams.PostAsync(bot.Url, activity);
            Assert.True(response.IsSuccessStatusCode, $"“{said}” was answered {response.StatusCode}.");
            card = said.StartsWith('[')
                ? JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("value")
                : (await teams.MessageAsync(chat.Id, ++messages)).Card!.Value;

            Compare(said, expected, card.Lines());
        }
    }

    private static void Compare(string said, IReadOnlyList<string> expected, IReadOnlyList<string> lines)
    {
        var at = 0;
        var skipping = false;
        foreach (var line in expected)
        {
            if (line == Anything)
            {
                skipping = true;
                continue;
            }

            var found = skipping ? lines.Skip(at).ToList().IndexOf(line) : at < lines.Count && lines[at] == line ? 0 : -1;
            Assert.True(found >= 0, $"After “{said}” the transcript says:\n  {line}\nbut the card says:\n  {string.Join("\n  ", lines)}");
            at += found + 1;
            skipping = false;
        }

        Assert.True(skipping || at == lines.Count, $"After “{said}” the card says more than the transcript:\n  {string.Join("\n  ", lines.Skip(at))}");
    }

    /// <summary>Who, when and where in the first lines; then each message after a “&gt;”, with the answer below it, line by line.</summary>
    private sealed record Transcript(string As, DateOnly On, string In, IReadOnlyList<(string Said, IReadOnlyList<string> Expected)> Turns)
    {
        public static Transcript Read(string path)
        {
            var settings = new Dictionary<string, string> { ["as"] = "Jo Bloggs", ["on"] = "20 April 2017", ["in"] = "personal" };
            var turns = new List<(string, IReadOnlyList<string>)>();
            List<string>? expected = null;
            foreach (var line in File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
            {
                if (line[0] == '>')
                {
                    expected = [];
                    turns.Add((line[1..].Trim().Replace("\\n", "\n", StringComparison.Ordinal), expected));
                }
                else if (expected is null)
                {
                    var parts = line.Split(':', 2);
                    settings[parts[0]] = parts[1].Trim();
                }
                else
                {
                    expected.Add(line);
                }
            }

            return new Transcript(settings["as"], DateOnly.Parse(settings["on"], CultureInfo.GetCultureInfo("en-GB")), settings["in"], turns);
        }
    }
}
