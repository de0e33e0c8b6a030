using System.Diagnostics;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Cards;
using TeamsPlanBot.Teams.Outgoing;
using Activity = TeamsPlanBot.Teams.Incoming.Activity;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Sends what is answered, and says how a turn ended by what became of it.</summary>
internal sealed partial class Sending(IConnector connector, ILogger<Sending> log)
{
    private const string Apology = "Something went wrong on my side. Please try again in a minute; if it happens again, tell whoever looks after me.";

    public async Task<Turned> SendAsync(Answer answer, Place place, CancellationToken cancelled, Typing? typing = null)
    {
        if (typing is not null)
        {
            await typing.DisposeAsync();
        }

        var delivery = answer is FileOffer { Way: FileWay.Consent } ? new Delivery.Arrived(null) : await connector.SendAsync(place.Reply, OutgoingActivity.Message(CardFace.Draw(answer), answer.Headline), cancelled);
        foreach (var consent in Files.Consents(answer).TakeWhile(_ => delivery is Delivery.Arrived))
        {
            delivery = await connector.SendAsync(place.Reply, consent, cancelled);
        }

        return new Turned(Status(delivery), Answer: answer);
    }

    /// <summary>Says that something went wrong, in the way that what came in can be answered.</summary>
    public async Task<Turned> ApologiseAsync(Activity activity, Place place, CancellationToken cancelled)
    {
        if (activity.Type == "invoke")
        {
            return Turned.Saying(activity.Name, Apology);
        }

        return activity.Type == "message" ? await SayAsync(Apology, place, cancelled) : new Turned(StatusCodes.Status500InternalServerError);
    }

    public async Task<Turned> SayAsync(string sentence, Place place, CancellationToken cancelled) =>
        new(Status(await connector.SendAsync(place.Reply, OutgoingActivity.Plain(sentence), cancelled)));

    /// <summary>The status to answer with: what did not arrive is not acknowledged, so that it comes again.</summary>
    public int Status(Delivery delivery)
    {
        switch (delivery)
        {
            case Delivery.Arrived:
                return StatusCodes.Status200OK;
            case Delivery.Closed closed:
                // Sending it again helps nobody.
                Closed(log, closed.Why);
                return StatusCodes.Status200OK;
            case Delivery.Refused { IsForGood: true } never:
                // Nor does it here.
                RefusedForGood(log, Refusal(never));
                return StatusCodes.Status200OK;
            case Delivery.Refused refused:
                NotSent(log, $"refused with {Refusal(refused)}");
                return StatusCodes.Status502BadGateway;
            case Delivery.TooMany many:
                NotSent(log, $"{(many.OtherSideAsked ? "the other side asked to wait" : "too much was sent before")}, and it may go in {Math.Ceiling(many.ComeBackAfter.TotalSeconds)} s");
                return StatusCodes.Status502BadGateway;
            case Delivery.NotSent { MayPass: true } later:
                NotSent(log, later.Reason);
                return StatusCodes.Status502BadGateway;
            case Delivery.Unknown unknown:
                NotKnown(log, unknown.Reason);
                return StatusCodes.Status502BadGateway;
            case Delivery.NotSent not:
                NotSent(log, not.Reason);
                return StatusCodes.Status400BadRequest;
            default:
                throw new UnreachableException();
        }
    }

    private static string Refusal(Delivery.Refused refused) => refused.Code is null ? $"{refused.Status}" : $"{refused.Status} ({refused.Code})";

    [LoggerMessage(2105, LogLevel.Warning, "An answer was not delivered: {Reason}.")]
    private static partial void NotSent(ILogger log, string reason);

    [LoggerMessage(2106, LogLevel.Warning, "An answer was not delivered, since the conversation is closed to the bot: {Why}. It is not tried again.")]
    private static partial void Closed(ILogger log, ClosedBecause why);

    [LoggerMessage(2107, LogLevel.Warning, "It is not known whether an answer arrived: {Reason}; it was not sent again.")]
    private static partial void NotKnown(ILogger log, string reason);

    [LoggerMessage(2108, LogLevel.Warning, "An answer was not delivered: it was refused with {Refusal}, and would be each time. It is not tried again.")]
    private static partial void RefusedForGood(ILogger log, string refusal);
}
