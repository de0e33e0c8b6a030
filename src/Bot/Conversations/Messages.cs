using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Answers what is said in words, where it is said to the bot.</summary>
internal sealed partial class Messages(IConnector connector, Hearing hearing, Replies replies, Answering answering, Sending sending, TimeProvider time, ILogger<Messages> log)
{
    public async Task<Turned> AnswerAsync(Activity message, Place place, Conversation known, bool everything, CancellationToken cancelled)
    {
        if (hearing.SenderOf(message) is not { } sender)
        {
            Unanswerable(log, message.Type!);
            return new Turned(StatusCodes.Status400BadRequest);
        }

        if (place.Kind != ConversationKind.Personal && !message.MentionsBot())
        {
            return new Turned(StatusCodes.Status200OK);
        }

        await using var typing = new Typing(connector, place.Reply, time);
        var said = message.Said();
        var told = await hearing.TellAsync(message, said, sender, place, cancelled);
        if (told.Before is { } before)
        {
            Repeated(log, message.Id);
            return await sending.SendAsync(before, place, cancelled, typing);
        }

        var heard = await hearing.HearAsync(told, sender, place, known, cancelled);
        if (await answering.OfFileAsync(message, said, heard, cancelled) is { } ofFile)
        {
            return await sending.SendAsync(ofFile, place, cancelled, typing);
        }

        Understood understood;
        using (TurnMeasures.Understanding())
        {
            understood = await replies.MeantAsync(Reader.Read(said, heard.Names, time.Today(), heard.Speaker), said, heard, cancelled);
            understood = ChildDataGuard.Passed(understood, said);
        }

        var answer = await answering.AnswerAsync(understood, heard, said, cancelled, everything);
        return await sending.SendAsync(answer, place, cancelled, typing) with { Understood = understood };
    }

    [LoggerMessage(2101, LogLevel.Warning, "An activity of type {Type} says too little to be answered: conversation, service URL or sender is missing.")]
    private static partial void Unanswerable(ILogger log, string type);

    [LoggerMessage(2103, LogLevel.Information, "Activity {ActivityId} was handled before, or says the same again at once; its answer is sent again.")]
    private static partial void Repeated(ILogger log, string? activityId);
}
