using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Cards;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Writes to people in their personal chat with the bot, and opens it where there is none yet.</summary>
public sealed partial class PersonalMessages(IConnector connector, ConversationStore conversations, ILogger<PersonalMessages> log) : IPersonalMessages
{
    public async Task<Reached> WriteAsync(Person to, Answer answer, Conversation from, CancellationToken cancelled)
    {
        if (connector is not Connector teams)
        {
            return Reached.NoWay;
        }

        var chat = await ChatAsync(teams, to, from, cancelled);
        if (chat.Reference is not { } reference)
        {
            return chat.Instead;
        }

        var delivery = await teams.SendAsync(reference, OutgoingActivity.Message(CardFace.Draw(answer), answer.Headline), cancelled);
        return Told(delivery);
    }

    private async Task<(ConversationReference? Reference, Reached Instead)> ChatAsync(Connector teams, Person to, Conversation from, CancellationToken cancelled)
    {
        if (to.Chat is { } chat && await conversations.FindAsync(chat, cancelled) is { } known)
        {
            return known.RemovedAt is not null ? (null, Reached.NoWay) : (new ConversationReference(known.ServiceUrl, known.Key, known.BotId, null, known.TenantId), Reached.Written);
        }

        if (to.TeamsId is not { } id)
        {
            return (null, Reached.NoWay);
        }

        var origin = new ConversationReference(from.ServiceUrl, from.Key, from.BotId, null, from.TenantId);
        var opened = await teams.OpenChatAsync(origin, id, cancelled);
        return opened is Delivery.Arrived { ConversationId: { } conversation } ? (origin with { ConversationId = conversation }, Reached.Written) : (null, Told(opened) == Reached.Written ? Reached.NotNow : Told(opened));
    }

    private Reached Told(Delivery delivery)
    {
        if (delivery is Delivery.Arrived or Delivery.Unknown)
        {
            return Reached.Written;
        }

        NotWritten(log, delivery.ToString());
        return delivery is Delivery.Closed or Delivery.Refused { IsForGood: true } ? Reached.NoWay : Reached.NotNow;
    }

    [LoggerMessage(2122, LogLevel.Warning, "Somebody could not be written to personally: {Why}.")]
    private static partial void NotWritten(ILogger log, string why);
}
