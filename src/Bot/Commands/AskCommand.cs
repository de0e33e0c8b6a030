using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Cards;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Says something to the bot as in a personal chat, and prints its answer.</summary>
internal static class AskCommand
{
    public static Command Create(string[] settings)
    {
        var text = new Argument<string>("TEXT") { Description = "What to say; - reads one message a line from stdin." };
        var who = new Option<string?>("--as") { Description = "The sender's display name, or with an @ their sign-in name." };
        var on = new Option<DateOnly?>("--on") { Description = "The day that is today, as yyyy-MM-dd.", CustomParser = DayOption.Parse };
        var json = new Option<bool>("--json") { Description = "Prints the answer as JSON, one object a line." };
        var explain = new Option<bool>("--explain") { Description = "Says which rules matched, what the store was asked, and how long each took." };

        var command = new Command("ask", "Says something to the bot as in a personal chat, and prints its answer.") { text, who, on, json, explain };
        command.SetAction((parsed, cancelled) => RunAsync(
            settings,
            new Asked(parsed.GetValue(text)!, parsed.GetValue(who), parsed.GetValue(on), parsed.GetValue(json), parsed.GetValue(explain)),
            cancelled));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, Asked asked, CancellationToken cancelled)
    {
        var terminal = new Terminal();
        var builder = Composition.Compose(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("TeamsPlanBot", LogLevel.Warning);
        builder.Services.AddSingleton<IConnector>(terminal);
        if (asked.On is { } day)
        {
            builder.Services.AddSingleton<TimeProvider>(new Day(day));
        }

        await using var bot = builder.Build();
        Settings.Check(bot.Services);
        await bot.Services.GetRequiredService<StorePreparation>().PrepareAsync(cancelled);
        var turns = bot.Services.GetRequiredService<TurnHandler>();

        using var explanation = asked.Explain ? new Explanation() : null;
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        foreach (var message in asked.Text == "-" ? Lines() : [asked.Text])
        {
            var started = Stopwatch.GetTimestamp();
            explanation?.StartAfresh();
            var turned = await turns.HandleAsync(terminal.Say(message, asked.Who), everything: true, cancelled);
            await PrintAsync(turned, terminal.Sent(), asked, explanation, Stopwatch.GetElapsedTime(started));
            if (turned.Answer is null)
            {
                return 1;
            }
        }

        return 0;
    }

    private static async Task PrintAsync(Turned turned, IReadOnlyList<OutgoingActivity> sent, Asked asked, Explanation? explanation, TimeSpan took)
    {
        if (turned.Answer is not { } answer)
        {
            await Console.Error.WriteLineAsync(sent.Select(activity => activity.Text).FirstOrDefault(text => text is not null) ?? "The bot gave no answer.");
            return;
        }

        await Console.Out.WriteLineAsync(asked.Json ? JsonFace.Write(answer, sent) : Inert(TextFace.Wrapped(TextFace.Say(answer))));
        if (explanation is not null)
        {
            // With --json each line of stdout is an answer, so the explanation goes beside it.
            var beside = asked.Json ? Console.Error : Console.Out;
            await beside.WriteLineAsync();
            foreach (var rule in turned.Understood?.Rules ?? ["a repeat: the answer was kept"])
            {
                await beside.WriteLineAsync($"rule: {rule}");
            }

            await beside.WriteLineAsync($"request: {Said(turned.Understood?.Request)}");
            foreach (var line in explanation.Lines())
            {
                await beside.WriteLineAsync(line);
            }

            await beside.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"took: {took.TotalMilliseconds:0.0} ms"));
        }
    }

    // What would steer a terminal is shown in its place, and steers none.
    private static string Inert(string text) => string.Create(text.Length, text, static (inert, said) =>
    {
        for (var at = 0; at < said.Length; at++)
        {
            inert[at] = said[at] != '\n' && (char.IsControl(said[at]) || said[at] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')) ? '\uFFFD' : said[at];
        }
    });

    private static string? Said(Request? request) =>
        request is Request.ListActions list ? JsonSerializer.Serialize(list.Question, AnswerJson.Default.ActionQuestion) : request?.GetType().Name;

    // One message a line: \n in it is a line break, \\ a backslash.
    private static IEnumerable<string> Lines()
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        while (input.ReadLine() is { } line)
        {
            yield return Unescaped(line);
        }
    }

    internal static string Unescaped(string line)
    {
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var next = line[i] == '\\' && i + 1 < line.Length ? line[i + 1] : '\0';
            text.Append(next switch { 'n' => '\n', '\\' => '\\', _ => line[i] });
            i += next is 'n' or '\\' ? 1 : 0;
        }

        return text.ToString();
    }

    private sealed record Asked(string Text, string? Who, DateOnly? On, bool Json, bool Explain);

    // Today is the day that was asked for; the time of day goes on as it is.
    private sealed class Day(DateOnly day) : TimeProvider
    {
        private readonly TimeSpan shift = day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) - DateTime.UtcNow;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
    }
}
