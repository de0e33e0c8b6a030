using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>An activity of every kind that Teams sends, and some that it may send one day.</summary>
internal static class Shapes
{
    /// <summary>What all of them have; known and unknown members at every level.</summary>
    private const string Envelope = """
        {
          "id": "f:8a1c5f0e-2f1b-4d6e-9a53-7b0f7e3c2d11",
          "timestamp": "2026-11-20T09:15:30.1234567Z",
          "localTimestamp": "2026-11-20T09:15:30.1234567+00:00",
          "serviceUrl": "https://smba.trafficmanager.net/uk/",
          "channelId": "msteams",
          "from": { "id": "29:1abc", "name": "Jo Bloggs", "aadObjectId": "5f1d9c0e-0000-4000-8000-000000000001", "userRole": "user", "tenantId": "t-1", "properties": { "shift": [1, 2.50, 1e3] } },
          "recipient": { "id": "28:bot", "name": "Plan Bot", "role": "bot" },
          "conversation": { "id": "a:1xyz", "conversationType": "personal", "tenantId": "t-1", "isGroup": false, "aadObjectId": null },
          "channelData": { "tenant": { "id": "t-1" }, "source": { "name": "message" }, "legacy": { "replyToId": "1:12" } },
          "locale": "en-GB"
        }
        """;

    private const string Team = """ "tenant": { "id": "t-1" }, "team": { "id": "19:team@thread.tacv2", "name": "Improvement", "aadGroupId": "g-1" } """;

    private static readonly Dictionary<string, string> Differences = new()
    {
        ["message"] = """ { "type": "message", "text": "what is overdue?\r\n", "textFormat": "plain", "attachments": [ { "contentType": "text/html", "content": "<p>what is overdue?</p>" } ] } """,
        ["message in a channel thread"] = $$"""
            {
              "type": "message",
              "text": "<at>Plan Bot</at>&nbsp;what is overdue for First Response &amp; CP?",
              "conversation": { "id": "19:abc@thread.tacv2;messageid=1479195315456", "isGroup": true, "conversationType": "channel", "tenantId": "t-1" },
              "entities": [
                { "type": "mention", "mentioned": { "id": "28:bot", "name": "Plan Bot" }, "text": "<at>Plan Bot</at>" },
                { "type": "clientInfo", "locale": "en-GB", "country": "GB", "platform": "Web", "timezone": "Europe/London" }
              ],
              "channelData": { "channel": { "id": "19:team@thread.tacv2", "name": null }, {{Team}} }
            }
            """,
        ["message from Action.Submit"] = """ { "type": "message", "replyToId": "1479195315456", "value": { "ref": "4.2", "state": "done", "leads": "1,2" } } """,
        ["message with a file"] = """
            {
              "type": "message",
              "attachments": [ { "contentType": "application/vnd.microsoft.teams.file.download.info", "name": "plan.xlsx", "contentUrl": "https://contoso.example/plan.xlsx", "content": { "downloadUrl": "https://contoso.example/d?t=1", "uniqueId": "u-1", "fileType": "xlsx" } } ]
            }
            """,
        ["messageUpdate"] = """ { "type": "messageUpdate", "text": "edited", "channelData": { "eventType": "editMessage", "tenant": { "id": "t-1" } } } """,
        ["messageDelete"] = """ { "type": "messageDelete", "channelData": { "eventType": "softDeleteMessage", "tenant": { "id": "t-1" } } } """,
        ["messageReaction"] = """ { "type": "messageReaction", "replyToId": "1:12", "reactionsAdded": [ { "type": "like" } ], "reactionsRemoved": [] } """,
        ["conversationUpdate, members added"] = """ { "type": "conversationUpdate", "membersAdded": [ { "id": "28:bot" }, { "id": "29:2def", "aadObjectId": "o-2", "givenName": "Ann" } ] } """,
        ["conversationUpdate, members removed"] = """ { "type": "conversationUpdate", "membersRemoved": [ { "id": "28:bot", "likes": { "tea": true } } ] } """,
        ["conversationUpdate, channel created"] = $$""" { "type": "conversationUpdate", "channelData": { "eventType": "channelCreated", "channel": { "id": "19:c", "name": "Board" }, {{Team}} } } """,
        ["conversationUpdate, channel renamed"] = $$""" { "type": "conversationUpdate", "channelData": { "eventType": "channelRenamed", "channel": { "id": "19:c", "name": "The board" }, {{Team}} } } """,
        ["conversationUpdate, channel deleted"] = $$""" { "type": "conversationUpdate", "channelData": { "eventType": "channelDeleted", "channel": { "id": "19:c" }, {{Team}} } } """,
        ["conversationUpdate, team renamed"] = $$""" { "type": "conversationUpdate", "channelData": { "eventType": "teamRenamed", {{Team}} } } """,
        ["installationUpdate, add"] = """ { "type": "installationUpdate", "action": "add" } """,
        ["installationUpdate, remove"] = """ { "type": "installationUpdate", "action": "remove" } """,
        ["adaptiveCard/action"] = """ { "type": "invoke", "name": "adaptiveCard/action", "value": { "action": { "type": "Action.Execute", "title": "More", "verb": "ask", "data": { "from": 5 } }, "trigger": "manual" } } """,
        ["composeExtension/query"] = """ { "type": "invoke", "name": "composeExtension/query", "value": { "commandId": "find", "parameters": [ { "name": "text", "value": "4.2" } ], "queryOptions": { "skip": 0, "count": 25 } } } """,
        ["composeExtension/fetchTask"] = """ { "type": "invoke", "name": "composeExtension/fetchTask", "value": { "commandId": "post", "context": { "theme": "default" } } } """,
        ["composeExtension/submitAction"] = """ { "type": "invoke", "name": "composeExtension/submitAction", "value": { "commandId": "post", "data": { "ref": "4.2" }, "messagePayload": { "id": "1", "body": { "content": "<p>hi</p>" } } } } """,
        ["task/fetch"] = """ { "type": "invoke", "name": "task/fetch", "value": { "data": { "type": "task/fetch" }, "context": { "theme": "dark" } } } """,
        ["task/submit"] = """ { "type": "invoke", "name": "task/submit", "value": { "data": { "note": "done" } } } """,
        ["fileConsent/invoke"] = """ { "type": "invoke", "name": "fileConsent/invoke", "value": { "type": "fileUpload", "action": "accept", "context": {}, "uploadInfo": { "uploadUrl": "https://contoso.example/u", "uniqueId": "u-1" } } } """,
        ["message/submitAction"] = """ { "type": "invoke", "name": "message/submitAction", "value": { "actionName": "feedback", "actionValue": { "reaction": "like", "feedback": "{\"feedbackText\":\"good\"}" } } } """,
        ["event"] = """ { "type": "event", "name": "application/vnd.microsoft.readReceipt", "value": { "lastReadMessageId": "1479195315456" } } """,
        ["typing"] = """ { "type": "typing" } """,
        ["a type nobody knows yet"] = """
            {
              "type": "hologramUpdate",
              "Type": "a different member", "TEXT": 5, "numbers": [12345678901234567890123, 0.1, -0, 1e400], "": { "": [] }, "café \"☕\" 😀": "é\u0000\t\u2028",
              "value": [ null, true, [ [ { "deep": {} } ] ] ],
              "entities": [ null, 5, "text", [ ], { "type": "hologram", "mentioned": 7 } ]
            }
            """,
    };

    public static IEnumerable<string> Names => Differences.Keys;

    public static string Json(string name)
    {
        var activity = JsonNode.Parse(Envelope)!.AsObject();
        foreach (var (member, value) in JsonNode.Parse(Differences[name])!.AsObject())
        {
            activity[member] = value?.DeepClone();
        }

        return activity.ToJsonString();
    }

    /// <summary>Reads it as the bot does; it is a message unless it says otherwise.</summary>
    public static Activity Read(string json)
    {
        var activity = JsonNode.Parse(json)!.AsObject();
        activity.TryAdd("type", "message");
        return ActivityReader.Read(JsonSerializer.SerializeToUtf8Bytes(activity)).Activity!;
    }
}
