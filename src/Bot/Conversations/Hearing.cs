using System.Data.Common;
using System.Text.Json;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Recording;
using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Somebody who says something: who they are and what they may see, where, what it may be called, what was spoken of before, and the message or press itself.</summary>
internal sealed record Heard(Sender Sender, Viewer Viewer, Place Place, Conversation Known, Names Names, Speaker Speaker, Told Told);

/// <summary>Finds out who speaks, whether they said it before, and what they may speak of.</summary>
internal sealed partial class Hearing(IConnector connector, ConversationStore conversations, MemoryBook memories, NamesBook namesBook, PeopleBook people, TimeProvider time, ILogger<Hearing> log)
{
    /// <summary>Whether what is said is typed at the keyboard, and answered there.</summary>
    public bool IsAtKeyboard => connector is Terminal;

    // What comes over the wire cannot be of the keyboard.
    public Sender? SenderOf(Activity activity) => activity.ChannelId == Terminal.ChannelId && !IsAtKeyboard ? null : Sender.Of(activity);

    // Only what really was typed at the keyboard is not sent over the wire; what an activity says of its channel proves nothing.
    public Viewer ViewerOf(Sender sender, Place place) => IsAtKeyboard && sender.Name is null ? Viewer.Operator : sender.ViewerAt(place);

    /// <summary>A message, with the answer it got before if it is a repeat: the same activity, or the same words so soon after that they are meant once.</summary>
    public async Task<Told> TellAsync(Activity activity, string said, Sender sender, Place place, CancellationToken cancelled)
    {
        var told = new Told(activity.Id is { Length: > 0 and <= Receipt.LongestActivityId } id ? id : Guid.NewGuid().ToString(), Imprint.Of(said), time.GetUtcNow().UtcDateTime);
        var (own, last) = await conversations.ReceiptsAsync(place.Key, told.Id, sender.Key, cancelled);
        if (own is not null || last?.Repeats(told.Imprint, told.At) == true)
        {
            return told with { Before = JsonSerializer.Deserialize((own ?? last)!.Answer, AnswerJson.Default.Answer) };
        }

        if (last is { Imprint: not null } && told.At - last.At < Recorder.RepeatedWithin)
        {
            await ForgetAsync(last, cancelled);
        }

        return told;
    }

    private async Task ForgetAsync(Receipt last, CancellationToken cancelled)
    {
        try
        {
            await conversations.ForgetImprintAsync(last, cancelled);
        }
        catch (Exception problem) when (problem is DbException or TimeoutException)
        {
            // A question can be answered all the same.
            NotForgotten(log, problem);
        }
    }

    /// <summary>A press that nobody made: a card that brings itself up to date.</summary>
    public Told OfItself() => new(Guid.NewGuid().ToString(), null, time.GetUtcNow().UtcDateTime);

    public async Task<Heard> HearAsync(Told told, Sender sender, Place place, Conversation known, CancellationToken cancelled)
    {
        sender = await MeetAsync(sender, place, cancelled);
        var viewer = ViewerOf(sender, place);
        var names = await namesBook.ForAsync(viewer, cancelled);
        var speaker = new Speaker(sender.Name, sender.SignIn, known.PlanId, await memories.LastAsync(place.Key, sender.Key, cancelled));
        return new Heard(sender, viewer, place, known, names, speaker, told);
    }

    // At the keyboard a name alone says who somebody is.
    private async ValueTask<Sender> MeetAsync(Sender sender, Place place, CancellationToken cancelled)
    {
        if (IsAtKeyboard && sender.SignIn is null)
        {
            return sender;
        }

        try
        {
            return await people.MeetAsync(sender, place, cancelled);
        }
        catch (Exception problem) when (problem is DbException or TimeoutException)
        {
            // What they ask can be answered all the same; they are kept a moment later.
            NotMet(log, problem);
            return sender;
        }
    }

    [LoggerMessage(2113, LogLevel.Warning, "Somebody the bot met could not be kept in the store yet; it is tried again.")]
    private static partial void NotMet(ILogger log, Exception problem);

    [LoggerMessage(2112, LogLevel.Warning, "It could not be noted that something else was said; the same change said again at once may be taken for a repeat.")]
    private static partial void NotForgotten(ILogger log, Exception problem);
}
