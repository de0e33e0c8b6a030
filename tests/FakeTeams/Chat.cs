using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeamsPlanBot.FakeTeams;

/// <summary>A conversation of one person with the bot, and the activities that come out of it.</summary>
public sealed record Chat(string ServiceUrl, string Kind, string Id, string Person = "Jo Bloggs")
{
    public const string Tenant = "0d3c1c4e-6f0b-4b0e-9c57-6a7b6f4b0a11";
    public const string Bot = "28:bot";

    private static int lastId;

    /// <summary>The tenant it is in.</summary>
    public string InTenant { get; init; } = Tenant;

    public static Chat Personal(LocalTeams teams, string id = "a:personal") => new(teams.ServiceUrl, "personal", id);

    public static Chat Group(LocalTeams teams) => new(teams.ServiceUrl, "groupChat", "19:group@thread.v2");

    public static Chat Channel(LocalTeams teams, string thread = "1") => new(teams.ServiceUrl, "channel", $"19:channel@thread.tacv2;messageid={thread}");

    /// <summary>A message; in a channel or group it mentions the bot.</summary>
    public JsonObject Say(string text, string? id = null)
    {
        var message = Activity("message", id);
        message["text"] = Kind == "personal" ? text : $"<at>Plans</at> {text}";
        if (Kind != "personal")
        {
            message["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>Plans</at>",
                ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "Plans" },
            });
        }

        return message;
    }

    /// <summary>The bot is put into this conversation, or taken out of it.</summary>
    public JsonObject Install(string action = "add")
    {
        var update = Activity("installationUpdate");
        update["action"] = action;
        return update;
    }

    /// <summary>Somebody came or went.</summary>
    public JsonObject Members(string change, string member)
    {
        var update = Activity("conversationUpdate");
        update[change] = new JsonArray(new JsonObject { ["id"] = member });
        return update;
    }

    /// <summary>A button of a card is pressed, with what stands in the card's inputs.</summary>
    public JsonObject Press(JsonElement action, params IEnumerable<(string Id, string Value)> typed)
    {
        var data = JsonNode.Parse(action.GetProperty("data").GetRawText())!.AsObject();
        foreach (var (id, value) in typed)
        {
            data[id] = value;
        }

        var invoke = Activity("invoke");
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["title"] = action.GetProperty("title").GetString(),
                ["verb"] = action.GetProperty("verb").GetString(),
                ["data"] = data,
            },
        };
        return invoke;
    }

    /// <summary>Something is pressed in a dialog, or opens one.</summary>
    public JsonObject Dialog(string name, JsonObject value)
    {
        var invoke = Activity("invoke");
        invoke["name"] = name;
        invoke["value"] = value;
        return invoke;
    }

    /// <summary>Something is typed into the search of a compose box; nothing, where it was just opened.</summary>
    public JsonObject Search(string typed) => Dialog("composeExtension/query", new JsonObject
    {
        ["commandId"] = "find",
        ["parameters"] = new JsonArray(typed.Length == 0
            ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" }
            : new JsonObject { ["name"] = "words", ["value"] = typed }),
        ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
    });

    /// <summary>What a person answers to the offer of a file.</summary>
    /// <param name="offer">The attachment that offered it.</param>
    public JsonObject AnswerOffer(JsonElement offer, bool isAccepted, string uploadUrl, string contentUrl, string replyTo = "offer-1")
    {
        var invoke = Activity("invoke");
        invoke["name"] = "fileConsent/invoke";
        invoke["replyToId"] = replyTo;
        invoke["value"] = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = isAccepted ? "accept" : "decline",
            ["context"] = JsonNode.Parse(offer.GetProperty("content").GetProperty(isAccepted ? "acceptContext" : "declineContext").GetRawText()),
            ["uploadInfo"] = !isAccepted ? null : new JsonObject
            {
                ["name"] = offer.GetProperty("name").GetString(),
                ["uploadUrl"] = uploadUrl,
                ["contentUrl"] = contentUrl,
                ["uniqueId"] = "8e1f8a2c",
                ["fileType"] = Path.GetExtension(offer.GetProperty("name").GetString()!).TrimStart('.'),
            },
        };
        return invoke;
    }

    public JsonObject Activity(string type, string? id = null) => new()
    {
        ["type"] = type,
        ["id"] = id ?? $"activity-{Interlocked.Increment(ref lastId)}",
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["from"] = new JsonObject { ["id"] = $"29:{Person}", ["name"] = Person, ["aadObjectId"] = $"object-of-{Person}" },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "Plans" },
        ["conversation"] = new JsonObject { ["id"] = Id, ["conversationType"] = Kind, ["tenantId"] = InTenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = InTenant }, ["team"] = Kind == "channel" ? new JsonObject { ["id"] = "19:team@thread.tacv2" } : null },
    };
}
