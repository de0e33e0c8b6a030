using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>How a turn ended: the HTTP status, the answer to a button, and what was understood and answered.</summary>
public sealed record Turned(int Status, InvokeAnswer? Body = null, Answer? Answer = null, Understood? Understood = null, DialogAnswer? Dialog = null, SearchAnswer? Found = null)
{
    /// <summary>A sentence in answer to something that was pressed or looked for.</summary>
    public static Turned Saying(string? invoke, string sentence) => invoke switch
    {
        "composeExtension/query" => new(StatusCodes.Status200OK, Found: SearchAnswer.Say(sentence)),
        "adaptiveCard/action" => new(StatusCodes.Status200OK, InvokeAnswer.Error(sentence)),
        _ => new(StatusCodes.Status200OK, Dialog: DialogAnswer.End(sentence)),
    };
}

/// <summary>Takes one activity all the way, in its turn and once, by what kind it is.</summary>
internal sealed partial class TurnHandler(
    ConversationBook conversationBook,
    Hearing hearing,
    Messages messages,
    Presses presses,
    ComposeBox composeBox,
    Files files,
    Sending sending,
    SenderLimit limit,
    TurnOrder order,
    Repeats repeats,
    TimeProvider time,
    ILogger<TurnHandler> log)
{
    /// <param name="everything">The answer is to hold every match, not only one page.</param>
    public Task<Turned> HandleAsync(Activity activity, bool everything, CancellationToken cancelled) =>
        TurnMeasures.AreWatched ? TurnMeasures.MeasureAsync(activity, TakeAsync, everything, cancelled) : TakeAsync(activity, everything, cancelled);

    private async Task<Turned> TakeAsync(Activity activity, bool everything, CancellationToken cancelled)
    {
        if (Place.Of(activity) is not { } place)
        {
            Unanswerable(log, activity.Type!);
            return new Turned(StatusCodes.Status400BadRequest);
        }

        try
        {
            if (activity.Type is "message" or "invoke" && hearing.SenderOf(activity) is { } sender && limit.Over(sender.Key) is > 0 and var over)
            {
                return await TooManyAsync(activity, place, over, cancelled);
            }

            if (activity.Id is not { Length: > 0 and <= Receipt.LongestActivityId } id)
            {
                return await InOrderAsync();
            }

            var (turned, isRepeat) = await repeats.TakeAsync(place.Key, activity.Type!, id, InOrderAsync);
            if (isRepeat)
            {
                Joined(log, id);
            }

            return turned;
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException)
        {
            Failed(log, unexpected, activity.Id);
            return await sending.ApologiseAsync(activity, place, cancelled);
        }

        Task<Turned> InOrderAsync() => order.RunAsync(place.Key, () => TurnAsync(activity, place, everything, cancelled));
    }

    private async Task<Turned> TurnAsync(Activity activity, Place place, bool everything, CancellationToken cancelled)
    {
        var known = await conversationBook.MeetAsync(activity, place, cancelled);
        return activity switch
        {
            { Type: "message" } => await messages.AnswerAsync(activity, place, known, everything, cancelled),
            { Type: "invoke", Name: "adaptiveCard/action" } => await presses.PressAsync(activity, place, known, cancelled),
            { Type: "invoke", Name: "task/fetch" or "task/submit" or "composeExtension/fetchTask" or "composeExtension/submitAction" } => await presses.DialogAsync(activity, place, known, cancelled),
            { Type: "invoke", Name: "composeExtension/query" } => await SearchAsync(activity, place, cancelled),
            { Type: "invoke", Name: Files.Consent } when hearing.SenderOf(activity) is { } sender => new Turned(sending.Status(await files.AnsweredAsync(activity, hearing.ViewerOf(sender, place), place, time.Today(), cancelled))),
            { Type: "invoke" } => new Turned(StatusCodes.Status404NotFound),
            { Type: "installationUpdate", Action: "add" or "add-upgrade" } => await sending.SendAsync(Answerer.Welcome(), place, cancelled),
            _ => new Turned(StatusCodes.Status200OK),
        };
    }

    private async Task<Turned> SearchAsync(Activity search, Place place, CancellationToken cancelled) => new(
        StatusCodes.Status200OK, Found: hearing.SenderOf(search) is { } sender ? await composeBox.FindAsync(search.Value, sender, place, cancelled) : SearchAnswer.Say("Search again: Teams did not say who you are."));

    // A press is always told so; of messages the first, in words that hold for those after it.
    private async Task<Turned> TooManyAsync(Activity activity, Place place, int over, CancellationToken cancelled)
    {
        var sentence = $"That was more than {limit.Most:N0} messages in a minute, which is more than I take from one person. I did not read this one, and read no further one until the minute is over: send it again then.";
        if (over == 1)
        {
            TooMany(log, limit.Most);
        }

        return activity.Type == "invoke" ? Turned.Saying(activity.Name, sentence)
            : over == 1 ? await sending.SayAsync(sentence, place, cancelled)
            : new Turned(StatusCodes.Status200OK);
    }

    [LoggerMessage(2101, LogLevel.Warning, "An activity of type {Type} says too little to be answered: conversation, service URL or sender is missing.")]
    private static partial void Unanswerable(ILogger log, string type);

    [LoggerMessage(2102, LogLevel.Error, "The turn for activity {ActivityId} failed.")]
    private static partial void Failed(ILogger log, Exception problem, string? activityId);

    [LoggerMessage(2114, LogLevel.Warning, "Somebody sends more than {Most} messages in a minute. They were told; what else they send is not read until the minute is over.")]
    private static partial void TooMany(ILogger log, int most);

    [LoggerMessage(2109, LogLevel.Information, "Activity {ActivityId} came again while it was answered, or just after: it was answered once.")]
    private static partial void Joined(ILogger log, string activityId);
}
