using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Whom the bot has met, kept in the store a moment later; who waits for a right by their sign-in name is kept at once.</summary>
public sealed partial class PeopleBook(PeopleMet people, NamesBook names, IConnector connector, IOptions<RightsOptions> rights, ILogger<PeopleBook> log)
{
    private const int MostInMemory = 50_000;

    // A first message waits for this; Teams sends it again when its answer takes 15 seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly bool namesSignIns = rights.Value.Administrators.Any(named => named.Contains('@'));
    private readonly ConcurrentDictionary<string, Met> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Person> unkept = new(StringComparer.Ordinal);

    /// <summary>The sender, with all that is known of them.</summary>
    public async ValueTask<Sender> MeetAsync(Sender sender, Place place, CancellationToken cancelled)
    {
        var before = known.GetValueOrDefault(sender.Key);
        var isNew = before is null;
        if (before is null && await people.FindAsync(sender.Key, cancelled) is { } kept)
        {
            before = new Met(kept.Name, kept.SignIn, kept.TeamsId, kept.Chat, kept.IsGuest);
        }

        var now = new Met(
            Short(sender.Name), Short(sender.SignIn) ?? before?.SignIn, sender.TeamsId ?? before?.TeamsId, place.Kind == ConversationKind.Personal ? place.Key : before?.Chat, sender.IsGuest) { WasAsked = before?.WasAsked == true };
        if (now is { SignIn: null, WasAsked: false } && (namesSignIns || await names.WaitsForSignInsAsync(cancelled)))
        {
            now = now with { SignIn = await SignInAsync(sender, place, cancelled), WasAsked = true };
        }

        if (isNew || before != now)
        {
            await RememberAsync(sender.Key, before, now, cancelled);
        }

        return sender.SignIn == now.SignIn ? sender : sender with { SignIn = now.SignIn };
    }

    /// <summary>Keeps whom the store does not know yet.</summary>
    public async Task KeepAsync(CancellationToken cancelled)
    {
        var batch = unkept.ToArray();
        if (batch.Length == 0)
        {
            return;
        }

        await people.KeepAsync(batch.Select(met => met.Value), cancelled);
        foreach (var met in batch)
        {
            if (await people.ClaimAsync(met.Value, cancelled))
            {
                names.Forget();
            }

            unkept.TryRemove(met);
        }
    }

    private async Task RememberAsync(string key, Met? before, Met now, CancellationToken cancelled)
    {
        if (known.Count >= MostInMemory)
        {
            known.Clear();
        }

        known[key] = now;
        if (before is not null && before with { WasAsked = now.WasAsked } == now)
        {
            return;
        }

        unkept[key] = new Person { Key = key, Name = now.Name, SignIn = now.SignIn, TeamsId = now.TeamsId, Chat = now.Chat, IsGuest = now.IsGuest };
        if (now.SignIn is not null && now.SignIn != before?.SignIn)
        {
            await KeepAsync(cancelled);
        }
    }

    // Messages do not tell how somebody signs in; the list of who is in the conversation does.
    private async Task<string?> SignInAsync(Sender sender, Place place, CancellationToken cancelled)
    {
        if (connector is not Connector teams || sender.TeamsId is not { } id)
        {
            return null;
        }

        switch (await teams.With(Patience).MemberAsync(place.Reply, id, cancelled))
        {
            case Roster.Page { Members: [{ UserPrincipalName: { Length: > 0 } signIn } member] } when member.AadObjectId is null || member.AadObjectId == sender.ObjectId:
                return Short(signIn);
            case Roster.Unread { Why: var why }:
                NotTold(log, why.ToString());
                return null;
            default:
                return null;
        }
    }

    private static string? Short(string? name) => name is { Length: > Person.LongestName } ? name[..Person.LongestName] : name;

    private sealed record Met(string? Name, string? SignIn, string? TeamsId, string? Chat, bool IsGuest)
    {
        /// <summary>Teams was asked how they sign in.</summary>
        public bool WasAsked { get; init; }
    }

    [LoggerMessage(2121, LogLevel.Warning, "Teams did not tell how somebody signs in ({Why}); rights that wait for their sign-in name do not reach them yet.")]
    private static partial void NotTold(ILogger log, string why);
}
