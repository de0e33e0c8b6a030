using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Who speaks: tenant and object id say who it is, the display name only how to call them.</summary>
public sealed record Sender(string Key, string? Name, string? SignIn, bool IsGuest, string? ObjectId = null, string? TeamsId = null)
{
    private const int LongestKey = 200;

    /// <summary>Who will see what is answered to them alone.</summary>
    public Viewer Viewer => new(Name, SignIn, IsGuest, Key);

    /// <summary>Who will see what is answered at a place: in a shared conversation everyone in it, whoever asks. A guest never sees more there than those the conversation was named for.</summary>
    public Viewer ViewerAt(Place place) => place.Kind == ConversationKind.Personal ? Viewer : Viewer with { Key = place.Key };

    /// <summary>What a person is known by, on a page as in a chat.</summary>
    public static string KeyOf(Caller.Person person) => $"{person.TenantId}/{person.ObjectId}";

    /// <summary>The sender of an activity; null where it does not say who that is.</summary>
    public static Sender? Of(Activity activity)
    {
        if (activity.From is not { Id.Length: > 0 } from)
        {
            return null;
        }

        var home = from.TenantId ?? activity.TenantId;
        var key = from.AadObjectId is { Length: > 0 } person ? $"{home}/{person}" : $"{activity.ChannelId}:{from.Id}";
        var isGuest = home != activity.TenantId || string.Equals(from.UserRole, "guest", StringComparison.OrdinalIgnoreCase);
        return key.Length > LongestKey ? null : new Sender(key, from.Name, from.UserPrincipalName, isGuest, from.AadObjectId, from.Id is { Length: <= Person.LongestTeamsId } id ? id : null);
    }
}
