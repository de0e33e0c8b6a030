using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace TeamsPlanBot.Teams.Incoming;

/// <summary>Takes an activity out of a document; nothing it returns needs the document any more.</summary>
/// <remarks>A member of the wrong kind is an <see cref="InvalidOperationException"/>; one that is null reads like one that is missing.</remarks>
internal static class ActivityJson
{
    // A longer name is read too, only more slowly.
    private const int LongestName = 32;

    public static Activity Activity(JsonElement json)
    {
        string? type = null, id = null, channelId = null, serviceUrl = null, text = null, name = null, action = null;
        Account? from = null, recipient = null;
        ConversationAccount? conversation = null;
        IReadOnlyList<Account>? membersAdded = null, membersRemoved = null;
        IReadOnlyList<JsonElement>? entities = null;
        JsonElement? value = null, channelData = null;
        var unknown = new UnknownMembers(json);
        Span<char> room = stackalloc char[LongestName];

        foreach (var member in json.EnumerateObject())
        {
            switch (Name(member, room))
            {
                case "type": type = member.Value.GetString(); break;
                case "id": id = member.Value.GetString(); break;
                case "channelId": channelId = member.Value.GetString(); break;
                case "serviceUrl": serviceUrl = member.Value.GetString(); break;
                case "from": from = Account(member.Value); break;
                case "recipient": recipient = Account(member.Value); break;
                case "conversation": conversation = Conversation(member.Value); break;
                case "text": text = member.Value.GetString(); break;
                case "name": name = member.Value.GetString(); break;
                case "action": action = member.Value.GetString(); break;
                case "membersAdded": membersAdded = Accounts(member.Value); break;
                case "membersRemoved": membersRemoved = Accounts(member.Value); break;
                case "entities": entities = Elements(member.Value); break;
                case "value": value = Element(member.Value); break;
                case "channelData": channelData = Element(member.Value); break;
                default: unknown.Add(member); break;
            }
        }

        return new Activity
        {
            Type = type,
            Id = id,
            ChannelId = channelId,
            ServiceUrl = serviceUrl,
            From = from,
            Recipient = recipient,
            Conversation = conversation,
            Text = text,
            Name = name,
            Action = action,
            MembersAdded = membersAdded,
            MembersRemoved = membersRemoved,
            Entities = entities,
            Value = value,
            ChannelData = channelData,
            Unread = unknown.Take(),
        };
    }

    private static Account? Account(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        string? id = null, name = null, aadObjectId = null, tenantId = null, userRole = null, userPrincipalName = null;
        var unknown = new UnknownMembers(json);
        Span<char> room = stackalloc char[LongestName];
        foreach (var member in json.EnumerateObject())
        {
            switch (Name(member, room))
            {
                case "id": id = member.Value.GetString(); break;
                case "name": name = member.Value.GetString(); break;
                case "aadObjectId": aadObjectId = member.Value.GetString(); break;
                case "tenantId": tenantId = member.Value.GetString(); break;
                case "userRole": userRole = member.Value.GetString(); break;
                case "userPrincipalName": userPrincipalName = member.Value.GetString(); break;
                default: unknown.Add(member); break;
            }
        }

        return new Account { Id = id, Name = name, AadObjectId = aadObjectId, TenantId = tenantId, UserRole = userRole, UserPrincipalName = userPrincipalName, Unread = unknown.Take() };
    }

    private static ConversationAccount? Conversation(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        string? id = null, name = null, conversationType = null, tenantId = null;
        bool? isGroup = null;
        var unknown = new UnknownMembers(json);
        Span<char> room = stackalloc char[LongestName];
        foreach (var member in json.EnumerateObject())
        {
            switch (Name(member, room))
            {
                case "id": id = member.Value.GetString(); break;
                case "name": name = member.Value.GetString(); break;
                case "conversationType": conversationType = member.Value.GetString(); break;
                case "isGroup": isGroup = member.Value.ValueKind == JsonValueKind.Null ? null : member.Value.GetBoolean(); break;
                case "tenantId": tenantId = member.Value.GetString(); break;
                default: unknown.Add(member); break;
            }
        }

        return new ConversationAccount { Id = id, Name = name, ConversationType = conversationType, IsGroup = isGroup, TenantId = tenantId, Unread = unknown.Take() };
    }

    // Who stands in the list is judged by the reader: a null among them is nobody.
    private static Account[]? Accounts(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? null : [.. json.EnumerateArray().Select(member => Account(member)!)];

    private static List<JsonElement>? Elements(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var elements = new List<JsonElement>(json.GetArrayLength());
        foreach (var element in json.Clone().EnumerateArray())
        {
            elements.Add(element);
        }

        return elements;
    }

    private static JsonElement? Element(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? null : json.Clone();

    // Escapes in names are rare and have one meaning: t\u0079pe is type.
    private static ReadOnlySpan<char> Name(JsonProperty member, Span<char> room)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(member);
        return !name.Contains((byte)'\\') && Encoding.UTF8.TryGetChars(name, room, out var length) ? room[..length] : member.Name;
    }
}
