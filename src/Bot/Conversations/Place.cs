using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Where something was said, and how to answer there.</summary>
public sealed record Place(string Key, ConversationKind Kind, ConversationReference Reply)
{
    private const string Thread = ";messageid=";

    /// <summary>The place of an activity; null where it does not say enough to be answered.</summary>
    public static Place? Of(Activity activity)
    {
        if (activity is not { Conversation.Id: { Length: > 0 } id, ServiceUrl: { Length: > 0 } serviceUrl } || id.Length > Conversation.LongestKey)
        {
            return null;
        }

        var kind = activity.Conversation.ConversationType switch
        {
            // A chat of two people, who use the bot in it: not the chat of one of them with the bot.
            "personal" when id.EndsWith("@unq.gbl.spaces", StringComparison.OrdinalIgnoreCase) => ConversationKind.Group,
            "channel" => ConversationKind.Channel,
            "groupChat" => ConversationKind.Group,
            "personal" => ConversationKind.Personal,
            _ => activity.Conversation.IsGroup == true ? ConversationKind.Group : ConversationKind.Personal,
        };
        var thread = id.IndexOf(Thread, StringComparison.Ordinal);
        var key = thread < 0 ? id : id[..thread];
        var replyTo = activity.Type == "message" && activity.Id is { Length: > 0 and <= Receipt.LongestActivityId } ? activity.Id : null;
        return new Place(key, kind, new ConversationReference(serviceUrl, id, activity.Recipient?.Id, replyTo, activity.TenantId));
    }

    /// <summary>What is remembered of it.</summary>
    public Conversation ToRemember(Activity activity, DateTime now, bool removed) => new()
    {
        Key = Key,
        Kind = Kind,
        ServiceUrl = Reply.ServiceUrl,
        BotId = Reply.BotId,
        TenantId = activity.TenantId,
        TeamId = activity.TeamId,
        Name = activity.Conversation?.Name,
        MetAt = now,
        RemovedAt = removed ? now : null,
    };
}
