using System.Text.Json.Nodes;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Load;

/// <summary>Before the work begins: learns from the bot's own answers what its buttons and forms send, and where something can be posted.</summary>
internal sealed class Rehearsal(Server server, Chat[] chats, Replies replies, Issuer issuer)
{
    private const int Forms = 20;

    private static long lastMessage = 1_480_000_000_000;

    /// <param name="actions">What stands in the store, as it is exported.</param>
    public async Task<Day> DayAsync(IReadOnlyList<IReadOnlyDictionary<string, string>> actions, CancellationToken cancelled)
    {
        using var door = new Door(server);
        var asking = new List<JsonObject>();
        foreach (var question in Asker.Questions.Concat(["red actions", "indicators", "summary of stockton-2013"]))
        {
            // What posts, undoes or opens a window has turns of its own.
            asking.AddRange(Presses(await SayAsync(door, chats[0], question, cancelled)).Where(press => press["msteams"] is null && Asks(press) is "actions" or "action" or "history" or "indicators" or "indicator" or "summary"));
        }

        var (open, saving) = (new List<string>(), new List<JsonObject>());
        foreach (var row in actions)
        {
            // One of them may be named by two, or be no row that can be posted to.
            var named = $"{row["ref"]} in {row["plan"]}";
            var chat = chats[1 + (open.Count % (chats.Length - 1))];
            if ((await SayAsync(door, chat, $"{named}: the first note of a long day", cancelled)).Summary?.StartsWith("Recorded on", StringComparison.Ordinal) == true)
            {
                open.Add(named);
            }
        }

        for (var number = 0; number < open.Count; number += Math.Max(1, open.Count / Forms))
        {
            foreach (var form in Presses(await SayAsync(door, chats[0], open[number], cancelled)).Where(press => press["msteams"] is null && Asks(press) == "form"))
            {
                saving.AddRange(EveryActivity.PressesIn(await PressAsync(door, form, cancelled)).Where(press => press["saves"] is JsonObject));
            }
        }

        if (asking.Count == 0 || open.Count == 0 || saving.Count == 0)
        {
            throw new Unmeasurable($"The bot's answers held {asking.Count} buttons and {saving.Count} forms, and {open.Count} of {actions.Count} actions took a post: there is nothing to work with.");
        }

        await Console.Out.WriteLineAsync($"{asking.Count:N0} buttons and rows to press, {saving.Count:N0} forms, {open.Count:N0} of {actions.Count:N0} actions to post to.");
        return new Day(open, asking, saving);
    }

    /// <summary>All that the bot's buttons, rows and forms send.</summary>
    public async Task<IReadOnlyList<JsonObject>> PressesAsync(CancellationToken cancelled)
    {
        using var door = new Door(server);
        var presses = new List<JsonObject>();
        foreach (var question in EveryActivity.QuestionsWithCards)
        {
            presses.AddRange(Presses(await SayAsync(door, chats[0], question, cancelled)));
        }

        // And what is answered to those: forms above all.
        foreach (var press in presses.DistinctBy(press => press.ToJsonString()).Where((press, number) => Asks(press) == "form" || number % 10 == 0).ToList())
        {
            presses.AddRange(EveryActivity.PressesIn(await PressAsync(door, press, cancelled)));
        }

        return [.. presses.DistinctBy(press => press.ToJsonString())];
    }

    /// <summary>What a question is answered with, in a conversation that nothing else was said in.</summary>
    public async Task<string> AskAsync(string question, CancellationToken cancelled)
    {
        using var door = new Door(server);
        return (await SayAsync(door, chats[^1], question, cancelled)).Summary ?? "";
    }

    private static string? Asks(JsonObject press) => press["asks"]?["request"]?.ToString();

    private static IEnumerable<JsonObject> Presses(Reply reply) => EveryActivity.PressesIn(JsonNode.Parse(reply.Body));

    private async Task<JsonNode?> PressAsync(Door door, JsonObject press, CancellationToken cancelled)
    {
        var answered = await door.HandAsync(chats[0].Tenant, chats[0].Write("invoke", Interlocked.Increment(ref lastMessage), Day.Pressing(press, "More")), "application/json", cancelled);
        return answered.Status == 200 ? JsonNode.Parse(answered.Body) : throw new Unmeasurable($"The bot answered a press with status {answered.Status}. It wrote:\n{server.Log}");
    }

    private async Task<Reply> SayAsync(Door door, Chat chat, string words, CancellationToken cancelled)
    {
        var id = Interlocked.Increment(ref lastMessage);
        var arriving = replies.To(id, issuer.OutboundToken);
        var message = new byte[8 * 1024];
        var answered = await door.HandAsync(chat.Tenant, message.AsMemory(0, chat.Write(message, words, id)), "application/json", cancelled);
        return answered.Status == 200 ? await arriving.WaitAsync(TimeSpan.FromSeconds(20), cancelled) : throw new Unmeasurable($"The bot answered a message with status {answered.Status}. It wrote:\n{server.Log}");
    }
}
