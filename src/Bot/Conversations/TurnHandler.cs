using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Cards;
using TeamsPlanBot.Bot.Documents;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Recording;
using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Outgoing;
using Activity = TeamsPlanBot.Teams.Incoming.Activity;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>How a turn ended: the HTTP status, the answer to a button, and what was understood and answered.</summary>
public sealed record Turned(int Status, InvokeAnswer? Body = null, Answer? Answer = null, Understood? Understood = null, DialogAnswer? Dialog = null, SearchAnswer? Found = null);

/// <summary>Takes one activity all the way: who speaks, was it handled before, what is meant, the answer, and its sending.</summary>
public sealed partial class TurnHandler(
    IConnector connector,
    ConversationStore conversations,
    ConversationBook conversationBook,
    MemoryBook memories,
    NamesBook namesBook,
    PeopleBook people,
    Replies replies,
    ComposeBox composeBox,
    FilesBrought brought,
    Files files,
    Answerer answerer,
    TurnOrder order,
    Repeats repeats,
    IOptions<RightsOptions> rights,
    TimeProvider time,
    ILogger<TurnHandler> log)
{
    private const string NoLongerWorks = "This button no longer works. Ask the question again.";

    private const string Apology = "Something went wrong on my side. Please try again in a minute; if it happens again, tell whoever looks after me.";

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
            return await ApologiseAsync(activity, place, cancelled);
        }

        Task<Turned> InOrderAsync() => order.RunAsync(place.Key, () => TurnAsync(activity, place, everything, cancelled));
    }

    private async Task<Turned> TurnAsync(Activity activity, Place place, bool everything, CancellationToken cancelled)
    {
        var known = await conversationBook.MeetAsync(activity, place, cancelled);
        return activity switch
        {
            { Type: "message" } => await MessageAsync(activity, place, known, everything, cancelled),
            { Type: "invoke", Name: "adaptiveCard/action" } => await PressAsync(activity, place, known, cancelled),
            { Type: "invoke", Name: "task/fetch" or "task/submit" or "composeExtension/fetchTask" or "composeExtension/submitAction" } => await DialogAsync(activity, place, known, cancelled),
            { Type: "invoke", Name: "composeExtension/query" } => await SearchAsync(activity, place, cancelled),
            { Type: "invoke", Name: Files.Consent } when SenderOf(activity) is { } sender => new Turned(Status(await files.AnsweredAsync(activity, ViewerOf(sender, place), place, time.Today(), cancelled))),
            { Type: "invoke" } => new Turned(StatusCodes.Status404NotFound),
            { Type: "installationUpdate", Action: "add" or "add-upgrade" } => await SendAsync(Answerer.Welcome(), place, cancelled),
            _ => new Turned(StatusCodes.Status200OK),
        };
    }

    private async Task<Turned> MessageAsync(Activity message, Place place, Conversation known, bool everything, CancellationToken cancelled)
    {
        if (SenderOf(message) is not { } sender)
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
        var told = await TellAsync(message, said, sender, place, cancelled);
        if (told.Before is { } before)
        {
            Repeated(log, message.Id);
            return await SendAsync(before, place, cancelled, typing);
        }

        sender = await MeetAsync(sender, place, cancelled);
        var (names, speaker) = await ListenAsync(sender, place, known, cancelled);
        if (await OfFileAsync(message, said, sender, place, names, speaker, cancelled) is { } ofFile)
        {
            return await SendAsync(ofFile, place, cancelled, typing);
        }

        Understood understood;
        using (TurnMeasures.Understanding())
        {
            understood = await replies.MeantAsync(Reader.Read(said, names, time.Today(), speaker), said, sender, place, names, speaker, cancelled);
            understood = ChildDataGuard.Passed(understood, said);
        }

        var answer = await AnswerAsync(understood, names, told, said, sender, speaker, place, known, everything, cancelled);
        return await SendAsync(answer, place, cancelled, typing) with { Understood = understood };
    }

    /// <summary>A message, with the answer it got before if it is a repeat: the same activity, or the same words so soon after that they are meant once.</summary>
    private async Task<Told> TellAsync(Activity activity, string said, Sender sender, Place place, CancellationToken cancelled)
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

    private async Task<Answer> AnswerAsync(Understood understood, Names names, Told told, string? said, Sender sender, Speaker speaker, Place place, Conversation known, bool everything, CancellationToken cancelled, bool isSaid = true)
    {
        using var answering = TurnMeasures.Answering();
        var started = Stopwatch.GetTimestamp();
        var viewer = ViewerOf(sender, place);
        var today = time.Today();
        var actor = new Actor(viewer, sender.Key, Called(sender, viewer), names.LeadsOf(speaker, today), rights.Value.Name(sender.SignIn, sender.ObjectId));
        var now = new Circumstances(
            viewer,
            today,
            names,
            everything,
            speaker.Last,
            known,
            new Message(actor, place.Key, told.Id, told.Imprint, told.At, today),
            said,
            connector is Terminal ? name => $"{Terminal.ChannelId}:{name}" : null);

        Answer answer;
        try
        {
            if (SpeaksOfPeople(understood.Request))
            {
                await people.KeepAsync(cancelled);
            }

            answer = await files.OnItsWayAsync(await answerer.AnswerAsync(understood, now, cancelled), viewer, place, connector is Terminal, cancelled);
        }
        catch (Exception problem) when (understood.Request.MayChange && StoreProblem.Of(problem) is { } why)
        {
            NotRecorded(log, problem, why.Kind);
            answer = Answerer.NotRecorded(understood.Request);
        }

        if (understood.Request.MayChange)
        {
            await conversationBook.ForgetAsync(place.Key, cancelled);
            namesBook.Forget();
        }

        if (isSaid && answer.Remembered(understood.Request, speaker.Last) is { } spokenOf)
        {
            memories.Remember(place.Key, sender.Key, spokenOf);
        }

        TurnMeasures.Answered(answering, answer);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (answer.Problem is { } wrong)
        {
            AnsweredWithProblem(log, answer.Intent, wrong.Code, took);
        }
        else
        {
            Answered(log, answer.Intent, took);
        }

        return answer;
    }

    // A file that is sent, and what is said of it until it is imported or dropped.
    private async Task<Answer?> OfFileAsync(Activity activity, string said, Sender sender, Place place, Names names, Speaker speaker, CancellationToken cancelled)
    {
        var viewer = ViewerOf(sender, place);
        var today = time.Today();
        var actor = new Actor(viewer, sender.Key, Called(sender, viewer), names.LeadsOf(speaker, today), rights.Value.Name(sender.SignIn, sender.ObjectId));
        var answer = activity.Type == "message" && FilesBrought.Holds(activity)
            ? await brought.TakeAsync(activity, place.Key, place.Kind == ConversationKind.Personal, actor, today, cancelled)
            : await brought.HearAsync(said, place.Key, actor, today, cancelled);
        if (answer is { Problem: null })
        {
            namesBook.Forget();
        }

        return answer;
    }

    // At the keyboard a name alone says who somebody is.
    private async ValueTask<Sender> MeetAsync(Sender sender, Place place, CancellationToken cancelled)
    {
        if (connector is Terminal && sender.SignIn is null)
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

    // Whom a right is given to, who is to be asked, or who wants something sent to them, may have said hello just now.
    private static bool SpeaksOfPeople(Request request) =>
        request is Request.GiveRight or Request.AskLeads or Request.Subscribe { ToMe: true } or Request.SetNudges || (request is Request.Several several && several.Parts.Any(part => SpeaksOfPeople(part.Request)));

    private static string? Called(Sender sender, Viewer viewer) =>
        sender.Name is { Length: > Person.LongestName } name ? name[..Person.LongestName] : sender.Name ?? (viewer.SeesAll ? "Operator" : null);

    // What comes over the wire cannot be of the keyboard.
    private Sender? SenderOf(Activity activity) => activity.ChannelId == Terminal.ChannelId && connector is not Terminal ? null : Sender.Of(activity);

    // Only what really was typed at the keyboard is not sent over the wire; what an activity says of its channel proves nothing.
    private Viewer ViewerOf(Sender sender, Place place) => connector is Terminal && sender.Name is null ? Viewer.Operator : sender.ViewerAt(place);

    // A button carries what it asks for; it is checked and answered like any other question.
    private async Task<Turned> PressAsync(Activity press, Place place, Conversation known, CancellationToken cancelled)
    {
        if (SenderOf(press) is not { } sender || CardPress.Read(press.Value) is not { } asked)
        {
            return new Turned(StatusCodes.Status200OK, InvokeAnswer.Error(NoLongerWorks));
        }

        var (answer, understood) = await PressedAsync(asked, press, sender, place, known, cancelled);
        return answer is FileOffer offer
            ? await SendAsync(offer, place, cancelled) with { Body = InvokeAnswer.Message("The file comes below."), Understood = understood }
            : new Turned(StatusCodes.Status200OK, InvokeAnswer.Card(CardFace.Draw(answer)), answer, understood);
    }

    // A dialog shows a form, again as long as something is wrong with it, and ends with what was recorded.
    private async Task<Turned> DialogAsync(Activity press, Place place, Conversation known, CancellationToken cancelled)
    {
        if (SenderOf(press) is not { } sender)
        {
            return Dialog(DialogAnswer.End(NoLongerWorks));
        }

        if (press.Name == "composeExtension/fetchTask")
        {
            var (names, speaker) = await ListenAsync(sender, place, known, cancelled);
            if (MessageMenu.FormOf(press.Value, names, time.Today(), speaker) is not { } form)
            {
                return Dialog(DialogAnswer.End("Open this from the menu of a message: it logs that message’s words as progress."));
            }

            var told = await TellAsync(press, "", sender, place, cancelled);
            return Shown(await AnswerAsync(new Understood(form, "A form to log a message as progress", ["the menu of a message"]), names, told, null, sender, speaker, place, known, everything: false, cancelled));
        }

        if (CardPress.OfDialog(press.Value) is not { Says: null } asked)
        {
            return Dialog(DialogAnswer.End(NoLongerWorks));
        }

        return Shown((await PressedAsync(asked, press, sender, place, known, cancelled)).Answer);
    }

    private async Task<Turned> SearchAsync(Activity search, Place place, CancellationToken cancelled) => new(
        StatusCodes.Status200OK, Found: SenderOf(search) is { } sender ? await composeBox.FindAsync(search.Value, sender, place, cancelled) : SearchAnswer.Say(NoLongerWorks));

    private static Turned Shown(Answer answer) => answer is UpdateForm
        ? Dialog(DialogAnswer.Show(answer.Headline, CardFace.DrawDialog(answer)), answer)
        : Dialog(DialogAnswer.End(TextFace.Say(answer)), answer);

    private static Turned Dialog(DialogAnswer dialog, Answer? answer = null) => new(StatusCodes.Status200OK, Answer: answer, Dialog: dialog);

    private async Task<(Names Names, Speaker Speaker)> ListenAsync(Sender sender, Place place, Conversation known, CancellationToken cancelled) =>
        (await namesBook.ForAsync(ViewerOf(sender, place), cancelled),
            new Speaker(sender.Name, sender.SignIn, known.PlanId, await memories.LastAsync(place.Key, sender.Key, cancelled)));

    private async Task<(Answer Answer, Understood? Understood)> PressedAsync(CardPress asked, Activity press, Sender sender, Place place, Conversation known, CancellationToken cancelled)
    {
        var arranged = asked.Arranged;
        asked = arranged is null ? asked : asked with { Says = arranged.Said };

        // A card that brings itself up to date is nothing that somebody said or looked for.
        var isPressed = press.Value?.Text("trigger") != "automatic" || asked.Asks is not { MayChange: false };
        var told = isPressed ? await TellAsync(press, asked.Says ?? asked.Filled?.ToString() ?? "", sender, place, cancelled) : new Told(Guid.NewGuid().ToString(), null, time.GetUtcNow().UtcDateTime);
        if (told.Before is { } before)
        {
            Repeated(log, press.Id);
            return (before, null);
        }

        sender = await MeetAsync(sender, place, cancelled);
        var (names, speaker) = await ListenAsync(sender, place, known, cancelled);
        if (asked.Says is { } words && await OfFileAsync(press, words, sender, place, names, speaker, cancelled) is { } ofFile)
        {
            return (ofFile, null);
        }

        var (saved, form) = asked is { Filled: { } filled, Saves: { } drawn } ? Save(filled, drawn with { Link = MessageMenu.Safe(drawn.Link) }) : (null, null);
        var understood = saved is not null ? ChildDataGuard.Passed(saved, $"{asked.Text}\n{asked.Reason}")
            : form is not null ? form(null)
            : asked.Asks is { } request ? new Understood(request, Pressed(request), ["a button of a card"])
            : ChildDataGuard.Passed(Reader.Read(asked.Says!, names, time.Today(), speaker), asked.Says!);
        var answer = await AnswerAsync(understood, names, told, asked.Says, sender, speaker, place, known, everything: false, cancelled, isPressed);
        if (saved is not null && answer.Problem is { } problem)
        {
            // Nothing that was typed is lost: the form comes back with it, and says what is in the way.
            answer = await AnswerAsync(form!(problem.Message), names, told, null, sender, speaker, place, known, everything: false, cancelled);
        }

        if (arranged is not null && answer.Problem is { } wrong)
        {
            answer = await AnswerAsync(new Understood(new Request.ArrangeDigest(arranged, wrong.Message), "", ["a form"]), names, told, null, sender, speaker, place, known, everything: false, cancelled);
        }

        return (answer is OneAction one ? one with { Back = asked.Back } : answer, understood);

        (Understood? Saved, Func<string?, Understood> Form) Save(Filled filled, DrawnAction drawn)
        {
            var named = !drawn.IsOpen ? new ActionNamed(drawn.Ref, [drawn.Plan], IsSaid: true)
                : Reader.Read(filled.Which, names, time.Today(), speaker with { Last = null }).Request is Request.ShowAction { Action: var said } ? said : null;
            var (wanted, faults) = filled.Read(drawn, named);
            return (wanted, wrong => Again(filled, drawn, wrong is null ? faults : new Dictionary<string, string> { [drawn.IsOpen ? Filled.WhichId : ""] = wrong }));
        }
    }

    private static Understood Again(Filled filled, DrawnAction drawn, IReadOnlyDictionary<string, string> faults) => new(
        drawn.IsOpen ? new Request.LogMessage(drawn, filled, faults) : new Request.FillIn(new ActionNamed(drawn.Ref, [drawn.Plan], IsSaid: true), filled, faults), "", ["a form"]);

    private static string Pressed(Request request) => request switch
    {
        Request.ListActions list => $"{list.Heading}, as of {Dates.InWords(list.AsOf)}",
        Request.ShowAction one => $"Action {one.Action.Ref}",
        Request.FillIn form => $"A form to update {form.Action.Ref}",
        Request.AskLeads asked => $"Ask the leads for an update on {asked.Action.Ref}",
        Request.Undo => "Undo",
        Request.ExportActions export => $"Export: {export.List.Heading}",
        Request.ShowHistory history => $"History of {history.Action.Ref}",
        Request.Summarise { About.Name: var name } => name.Length > 0 ? $"Summary of {name}" : "Summary",
        Request.ListChanges changes => $"What changed{For(changes.About)} since {Dates.InWords(changes.Since)}",
        Request.ListIndicators indicators => $"Indicators{For(indicators.About)}",
        Request.ShowIndicator indicator => $"{indicator.Name}, with its trend",
        _ => "",
    };

    private static string For(About about) => about.Name.Length > 0 ? $" for {about.Name}" : "";

    private async Task<Turned> SendAsync(Answer answer, Place place, CancellationToken cancelled, Typing? typing = null)
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

    private async Task<Turned> ApologiseAsync(Activity activity, Place place, CancellationToken cancelled)
    {
        if (activity.Type == "invoke")
        {
            return activity.Name == "composeExtension/query" ? new Turned(StatusCodes.Status200OK, Found: SearchAnswer.Say(Apology)) : activity.Name == "adaptiveCard/action" ? new Turned(StatusCodes.Status200OK, InvokeAnswer.Error(Apology)) : Dialog(DialogAnswer.End(Apology));
        }

        if (activity.Type != "message")
        {
            return new Turned(StatusCodes.Status500InternalServerError);
        }

        return new Turned(Status(await connector.SendAsync(place.Reply, OutgoingActivity.Plain(Apology), cancelled)));
    }

    // What did not arrive is not acknowledged, so that it comes again.
    private int Status(Delivery delivery)
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

    [LoggerMessage(2101, LogLevel.Warning, "An activity of type {Type} says too little to be answered: conversation, service URL or sender is missing.")]
    private static partial void Unanswerable(ILogger log, string type);

    [LoggerMessage(2102, LogLevel.Error, "The turn for activity {ActivityId} failed.")]
    private static partial void Failed(ILogger log, Exception problem, string? activityId);

    [LoggerMessage(2103, LogLevel.Information, "Activity {ActivityId} was handled before, or says the same again at once; its answer is sent again.")]
    private static partial void Repeated(ILogger log, string? activityId);

    [LoggerMessage(2111, LogLevel.Warning, "What somebody asked to change could not be recorded: {Why}. They were told so.")]
    private static partial void NotRecorded(ILogger log, Exception problem, StoreProblemKind why);

    [LoggerMessage(2113, LogLevel.Warning, "Somebody the bot met could not be kept in the store yet; it is tried again.")]
    private static partial void NotMet(ILogger log, Exception problem);

    [LoggerMessage(2112, LogLevel.Warning, "It could not be noted that something else was said; the same change said again at once may be taken for a repeat.")]
    private static partial void NotForgotten(ILogger log, Exception problem);

    [LoggerMessage(2109, LogLevel.Information, "Activity {ActivityId} came again while it was answered, or just after: it was answered once.")]
    private static partial void Joined(ILogger log, string activityId);

    [LoggerMessage(2104, LogLevel.Information, "Answered {Intent} in {Milliseconds:0.0} ms.")]
    private static partial void Answered(ILogger log, string intent, double milliseconds);

    [LoggerMessage(2110, LogLevel.Information, "Answered {Intent} ({Problem}) in {Milliseconds:0.0} ms.")]
    private static partial void AnsweredWithProblem(ILogger log, string intent, string problem, double milliseconds);

    [LoggerMessage(2105, LogLevel.Warning, "An answer was not delivered: {Reason}.")]
    private static partial void NotSent(ILogger log, string reason);

    [LoggerMessage(2106, LogLevel.Warning, "An answer was not delivered, since the conversation is closed to the bot: {Why}. It is not tried again.")]
    private static partial void Closed(ILogger log, ClosedBecause why);

    [LoggerMessage(2107, LogLevel.Warning, "It is not known whether an answer arrived: {Reason}; it was not sent again.")]
    private static partial void NotKnown(ILogger log, string reason);

    [LoggerMessage(2108, LogLevel.Warning, "An answer was not delivered: it was refused with {Refusal}, and would be each time. It is not tried again.")]
    private static partial void RefusedForGood(ILogger log, string refusal);
}
