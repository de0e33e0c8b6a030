using System.Globalization;
using System.Text.Json.Nodes;

namespace TeamsPlanBot.FakeTeams;

/// <summary>Where somebody speaks: which of the conversations, in which tenant, and where Teams wants the answer.</summary>
public sealed record Whereabouts(int Number, string Tenant, string ServiceUrl);

/// <summary>Whole activities of every kind that comes over the wire.</summary>
/// <param name="presses">What the bot's own cards send when they are pressed.</param>
public sealed class EveryActivity(IReadOnlyList<JsonObject> presses, Random random)
{
    private const string Bot = "28:bot";

    /// <summary>What is asked to see what the bot's cards send: each answer has other buttons, rows and forms.</summary>
    public static readonly string[] QuestionsWithCards =
    [
        "what's overdue", "4.9", "4.3 in leicestershire", "help", "which plans are there", "red actions", "indicators", "re-referral rate", "summary of stockton", "what changed since 1 January 2012", "history of 4.3 in leicestershire",
        "update 4.3 in leicestershire", "digest", "send me a digest for Leeds every Monday at 9am", "digests", "coverage", "report for stockton", "export overdue actions", "actions without a date", "1.1", "4.3 in leicestershire: two agency workers started, amber",
    ];

    private static readonly string[] Texts =
    [
        "what's overdue", "what's overdue for First Response", "4.9", "help", "which plans are there", "more", "due in the next 3 weeks", "this channel is about Somerset", "top 5 red", "undo", "digests", "re-referral rate",
        "1.1 in Somerset", "due by 31 May 2018", "not updated in 6 weeks", "4.3 in leicestershire: capacity in place, now amber", "4.9 in leicestershire: now due 30 June 2018", "\u202Ewhat's\u200B overdue\uFEFF", "what’s due for 🧑‍🧑‍🧒 tomorrow", "", " ", "\u0000",
        "due in the next 999999999999 years", "due by 99/99/9999", "ﷺ𝕠𝕧𝕖𝕣𝕕𝕦𝕖", "<at>", "</at><at", "&#x110000; &lt;at&gt;", "((((((", "0x7f -1 1e309 ٣", "İıſK", "what's overdue for \"", "%00%ff%2e%2e", "{{0}}{0}${x}",
    ];

    /// <summary>The kinds, by the names under which they are counted.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "message, personal", "message, group", "message, channel", "message, file", "message, submit", "messageUpdate", "messageDelete", "messageReaction", "conversationUpdate, members", "conversationUpdate, channel",
        "installationUpdate", "adaptiveCard/action", "composeExtension/query", "composeExtension/fetchTask", "composeExtension/submitAction", "task/fetch", "task/submit", "fileConsent/invoke", "message/submitAction", "signin/verifyState",
        "invoke, unknown", "event", "typing", "unknown",
    ];

    /// <summary>What a card sends when one of its buttons, rows or forms is pressed, wherever in an answer it stands.</summary>
    public static IEnumerable<JsonObject> PressesIn(JsonNode? answer) => answer switch
    {
        JsonObject action when action["type"] is JsonValue type && type.ToString() is "Action.Execute" or "Action.Submit" && action["data"] is JsonObject data => [data.DeepClone().AsObject()],
        JsonObject other => other.SelectMany(member => PressesIn(member.Value)),
        JsonArray list => list.SelectMany(PressesIn),
        _ => [],
    };

    private string Text => Texts[random.Next(Texts.Length)];

    public JsonObject Make(string kind, Whereabouts where) => kind switch
    {
        "message, personal" => Said("personal", where),
        "message, group" => Said("groupChat", where),
        "message, channel" => Said("channel", where),
        "message, file" => With(Activity("message", "personal", where), ("text", ""), ("attachments", new JsonArray(File(where)))),
        "message, submit" => With(Said("personal", where), ("text", ""), ("value", Press())),
        "messageUpdate" => With(Said(AnyPlace, where), ("type", "messageUpdate"), ("channelData", new JsonObject { ["eventType"] = "editMessage", ["tenant"] = Id(where.Tenant) })),
        "messageDelete" => With(Activity("messageDelete", AnyPlace, where), ("channelData", new JsonObject { ["eventType"] = "softDeleteMessage", ["tenant"] = Id(where.Tenant) })),
        "messageReaction" => With(Activity("messageReaction", AnyPlace, where), (random.Next(2) == 0 ? "reactionsAdded" : "reactionsRemoved", new JsonArray(new JsonObject { ["type"] = "like" })), ("replyToId", "1490000000000")),
        "conversationUpdate, members" => With(Activity("conversationUpdate", AnyPlace, where), (random.Next(2) == 0 ? "membersAdded" : "membersRemoved", new JsonArray(Id(random.Next(2) == 0 ? Bot : "29:somebody")))),
        "conversationUpdate, channel" => With(Activity("conversationUpdate", "channel", where), ("channelData", new JsonObject
        {
            ["eventType"] = One("channelCreated", "channelRenamed", "channelDeleted", "channelRestored", "teamRenamed", "teamArchived", "teamDeleted"),
            ["channel"] = new JsonObject { ["id"] = "19:channel@thread.tacv2", ["name"] = "Board" },
            ["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2", ["name"] = "Improvement" },
            ["tenant"] = Id(where.Tenant),
        })),
        "installationUpdate" => With(Activity("installationUpdate", AnyPlace, where), ("action", One("add", "remove", "add-upgrade", "remove-upgrade"))),
        "adaptiveCard/action" => Invoke(kind, where, new JsonObject { ["action"] = Pressed(), ["trigger"] = One("manual", "automatic") }),
        "composeExtension/query" => Invoke(kind, where, new JsonObject
        {
            ["commandId"] = "find",
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = One("words", "initialRun"), ["value"] = Text }),
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        }),
        "composeExtension/fetchTask" => Invoke(kind, where, new JsonObject { ["commandId"] = "log", ["commandContext"] = "message", ["messagePayload"] = Message() }),
        "composeExtension/submitAction" => Invoke(kind, where, new JsonObject { ["commandId"] = "log", ["commandContext"] = "message", ["messagePayload"] = Message(), ["data"] = Press() }),
        "task/fetch" or "task/submit" => Invoke(kind, where, new JsonObject { ["data"] = Press(), ["context"] = new JsonObject { ["theme"] = "dark" } }),
        "fileConsent/invoke" => Invoke(kind, where, new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = One("accept", "decline"),
            ["context"] = Press(),
            ["uploadInfo"] = new JsonObject { ["contentUrl"] = $"{where.ServiceUrl}/content", ["name"] = "actions.xlsx", ["uploadUrl"] = $"{where.ServiceUrl}/upload", ["uniqueId"] = "8e1f8a2c", ["fileType"] = "xlsx" },
        }),
        "message/submitAction" => Invoke(kind, where, new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = "like", ["feedback"] = "{\"feedbackText\":\"Good\"}" } }),
        "signin/verifyState" => Invoke(One(kind, "signin/tokenExchange", "signin/failure"), where, new JsonObject { ["state"] = "123456", ["id"] = "exchange-1", ["connectionName"] = "sso", ["token"] = "ey.ey.sig" }),
        "invoke, unknown" => Invoke(One("actionableMessage/executeAction", "config/fetch", "application/search", "", "ask", "adaptiveCard/action "), where, Pressed()),
        "event" => With(Activity("event", AnyPlace, where), ("name", One("application/vnd.microsoft.meetingStart", "application/vnd.microsoft.readReceipt")), ("value", new JsonObject { ["lastReadMessageId"] = "1490000000000" })),
        "typing" => Activity("typing", AnyPlace, where),
        _ => With(Activity(One("handoff", "trace", "endOfConversation", "command", "Message", "invoke "), AnyPlace, where), ("text", Text), ("value", Press())),
    };

    private string AnyPlace => One("personal", "groupChat", "channel");

    private static JsonObject Id(string id) => new() { ["id"] = id };

    private T One<T>(params T[] of) => of[random.Next(of.Length)];

    private JsonObject Press() => presses[random.Next(presses.Count)].DeepClone().AsObject();

    private JsonObject Pressed() => new() { ["type"] = "Action.Execute", ["title"] = "More", ["verb"] = "ask", ["data"] = Press() };

    private JsonObject Message() => new()
    {
        ["id"] = "1490000000000",
        ["linkToMessage"] = "https://teams.microsoft.com/l/message/19%3Aabc@thread.tacv2/1492690000000?groupId=1&parentMessageId=2",
        ["body"] = new JsonObject { ["contentType"] = One("html", "text"), ["content"] = $"<p>{Text}<br>signed &amp; off</p>" },
        ["from"] = new JsonObject { ["user"] = new JsonObject { ["id"] = "5e1c", ["displayName"] = "Sam Other", ["userIdentityType"] = "aadUser" } },
        ["createdDateTime"] = "2017-04-20T12:00:00Z",
    };

    private JsonObject File(Whereabouts where) => new()
    {
        ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
        ["contentUrl"] = "https://council.sharepoint.com/plan.csv",
        ["name"] = One("plan.csv", "plan.xlsx", "plan.docx", "plan.exe", "plan"),
        ["content"] = new JsonObject { ["downloadUrl"] = $"{where.ServiceUrl}/file", ["uniqueId"] = "8e1f8a2c", ["fileType"] = One("csv", "xlsx", "docx") },
    };

    private JsonObject Said(string place, Whereabouts where)
    {
        var text = Text;
        return place == "personal"
            ? With(Activity("message", place, where), ("text", text), ("attachments", new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{text}</p>" })))
            : With(
                Activity("message", place, where),
                ("text", $"<at>Plans</at> {text}"),
                ("entities", new JsonArray(
                    new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB", ["country"] = "GB", ["platform"] = "Web", ["timezone"] = "Europe/London" },
                    new JsonObject { ["type"] = "mention", ["text"] = "<at>Plans</at>", ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "Plans" } })),
                ("attachments", new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<div>{text}</div>" })));
    }

    private JsonObject Invoke(string name, Whereabouts where, JsonObject value) => With(Activity("invoke", AnyPlace, where), ("name", name), ("value", value));

    private JsonObject Activity(string type, string place, Whereabouts where) => new()
    {
        ["type"] = type,
        ["id"] = random.NextInt64(1_000_000_000_000, 9_000_000_000_000).ToString(CultureInfo.InvariantCulture),
        ["timestamp"] = "2017-04-20T12:00:00.123Z",
        ["localTimestamp"] = "2017-04-20T13:00:00.123+01:00",
        ["localTimezone"] = "Europe/London",
        ["locale"] = "en-GB",
        ["channelId"] = "msteams",
        ["serviceUrl"] = where.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = $"29:{where.Number}", ["name"] = $"Person {where.Number}", ["aadObjectId"] = $"object-of-{where.Number}" },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "Plans" },
        ["conversation"] = new JsonObject
        {
            ["id"] = place == "personal" ? $"a:{where.Number}" : place == "channel" ? $"19:{where.Number}@thread.tacv2;messageid=1490000000000" : $"19:{where.Number}@thread.v2",
            ["conversationType"] = place,
            ["tenantId"] = where.Tenant,
            ["isGroup"] = place != "personal",
        },
        ["channelData"] = new JsonObject { ["tenant"] = Id(where.Tenant), ["team"] = place == "channel" ? Id("19:team@thread.tacv2") : null },
    };

    private static JsonObject With(JsonObject activity, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        foreach (var (name, value) in members)
        {
            activity[name] = value;
        }

        return activity;
    }
}
