using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeamsPlanBot.Load;

/// <summary>What somebody does next, and what has to come of it.</summary>
/// <param name="Type">The kind of activity.</param>
/// <param name="Does">What it is called in the table.</param>
/// <param name="Says">What is typed, where it is a message.</param>
/// <param name="Members">What stands in any other activity.</param>
/// <param name="Words">What has to be on the record afterwards, once, if it was recorded.</param>
internal sealed record Deed(string Type, string Does, string? Says = null, string? Members = null, string? Words = null);

/// <summary>What people do in a day with the bot: mostly ask, now and then post, press, search and take back.</summary>
/// <param name="actions">Where something may be posted: a number and its plan.</param>
/// <param name="asking">What the bot's buttons and rows send.</param>
/// <param name="saving">What the forms for some actions send.</param>
internal sealed class Day(IReadOnlyList<string> actions, IReadOnlyList<JsonObject> asking, IReadOnlyList<JsonObject> saving)
{
    private static readonly string[] Ratings = ["", "", ", amber", ", green"];
    private static readonly string[] Searches = ["4.3", "assessment", "Jo", "first response", "re-referral", ""];
    private static readonly string[] FollowUps = ["more", "only the red ones", "and for Stockton?", "top 3", "what changed since 1 January 2012", "re-referral rate", "summary of stockton-2013", "digests", "indicators"];

    /// <summary>The turn of this number.</summary>
    public Deed Next(long number)
    {
        // Spread so that neighbours do different things, and each conversation another one each time it comes round.
        var (choice, at) = (number * 37 / 7 % 100, (int)(number / 3));
        var words = string.Create(CultureInfo.InvariantCulture, $"note {number} of a long day");
        return choice switch
        {
            < 45 => new Deed("message", "question", Asker.Questions[at % Asker.Questions.Length]),
            < 57 => new Deed("message", "follow-up", FollowUps[at % FollowUps.Length]),
            < 67 => Post(actions[at % actions.Count], words + Ratings[at % Ratings.Length]),
            < 70 => new Deed("message", "undo", "undo"),
            < 82 => new Deed("invoke", "press", Members: Pressing(asking[at % asking.Count], "More")),
            < 85 => Save(saving[at % saving.Count], words),
            < 95 => new Deed("invoke", "search", Members: Invoke("composeExtension/query", $$$"""{"commandId":"find","parameters":[{"name":"words","value":{{{JsonSerializer.Serialize(Searches[at % Searches.Length])}}}}],"queryOptions":{"skip":0,"count":25}}""")),
            < 97 => new Deed("messageReaction", "quiet", Members: "\"reactionsAdded\":[{\"type\":\"like\"}],\"replyToId\":\"1490000000000\""),
            < 98 => new Deed("messageUpdate", "quiet", Members: "\"text\":\"help\""),
            _ => new Deed("conversationUpdate", "quiet", Members: "\"membersAdded\":[{\"id\":\"29:somebody\"}]"),
        };
    }

    public static Deed Post(string action, string words) => new("message", "post", $"{action}: {words}", Words: words);

    /// <summary>The members of a press with this data.</summary>
    public static string Pressing(JsonObject data, string title) =>
        Invoke("adaptiveCard/action", $$$"""{"action":{"type":"Action.Execute","title":"{{{title}}}","verb":"ask","data":{{{data.ToJsonString()}}} },"trigger":"manual"}""");

    private static Deed Save(JsonObject form, string words)
    {
        var filled = form.DeepClone().AsObject();
        filled["text"] = words;
        return new Deed("invoke", "save", Members: Pressing(filled, "Save"), Words: words);
    }

    private static string Invoke(string name, string value) => $$"""
        "name":"{{name}}","value":{{value}}
        """;
}
