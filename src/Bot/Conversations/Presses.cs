using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Cards;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Teams.Incoming;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Answers what is pressed: the buttons of cards, forms, and the dialogs that show them.</summary>
internal sealed partial class Presses(Hearing hearing, Answering answering, Sending sending, TimeProvider time, ILogger<Presses> log)
{
    private const string NoLongerWorks = "This button no longer works. Ask the question again.";

    /// <summary>A button carries what it asks for; it is checked and answered like any other question.</summary>
    public async Task<Turned> PressAsync(Activity press, Place place, Conversation known, CancellationToken cancelled)
    {
        if (hearing.SenderOf(press) is not { } sender || CardPress.Read(press.Value) is not { } asked)
        {
            return Turned.Saying(press.Name, NoLongerWorks);
        }

        var (answer, understood) = await PressedAsync(asked, press, sender, place, known, cancelled);
        return answer is FileOffer offer
            ? await sending.SendAsync(offer, place, cancelled) with { Body = InvokeAnswer.Message("The file comes below."), Understood = understood }
            : new Turned(StatusCodes.Status200OK, InvokeAnswer.Card(CardFace.Draw(answer)), answer, understood);
    }

    /// <summary>A dialog shows a form, again as long as something is wrong with it, and ends with what was recorded.</summary>
    public async Task<Turned> DialogAsync(Activity press, Place place, Conversation known, CancellationToken cancelled)
    {
        if (hearing.SenderOf(press) is not { } sender)
        {
            return Turned.Saying(press.Name, NoLongerWorks);
        }

        if (press.Name == "composeExtension/fetchTask")
        {
            var heard = await hearing.HearAsync(await hearing.TellAsync(press, "", sender, place, cancelled), sender, place, known, cancelled);
            if (MessageMenu.FormOf(press.Value, heard.Names, time.Today(), heard.Speaker) is not { } form)
            {
                return Turned.Saying(press.Name, "Open this from the menu of a message: it logs that message’s words as progress.");
            }

            return Shown(await answering.AnswerAsync(new Understood(form, "A form to log a message as progress", ["the menu of a message"]), heard, null, cancelled));
        }

        if (CardPress.OfDialog(press.Value) is not { Says: null } asked)
        {
            return Turned.Saying(press.Name, NoLongerWorks);
        }

        return Shown((await PressedAsync(asked, press, sender, place, known, cancelled)).Answer);
    }

    private static Turned Shown(Answer answer) => answer is UpdateForm
        ? Dialog(DialogAnswer.Show(answer.Headline, CardFace.DrawDialog(answer)), answer)
        : Dialog(DialogAnswer.End(TextFace.Say(answer)), answer);

    private static Turned Dialog(DialogAnswer dialog, Answer? answer = null) => new(StatusCodes.Status200OK, Answer: answer, Dialog: dialog);

    private async Task<(Answer Answer, Understood? Understood)> PressedAsync(CardPress asked, Activity press, Sender sender, Place place, Conversation known, CancellationToken cancelled)
    {
        var arranged = asked.Arranged;
        asked = arranged is null ? asked : asked with { Says = arranged.Said };

        // A card that brings itself up to date is nothing that somebody said or looked for.
        var isPressed = press.Value?.Text("trigger") != "automatic" || asked.Asks is not { MayChange: false };
        var told = isPressed ? await hearing.TellAsync(press, asked.Says ?? asked.Filled?.ToString() ?? "", sender, place, cancelled) : hearing.OfItself();
        if (told.Before is { } before)
        {
            Repeated(log, press.Id);
            return (before, null);
        }

        var heard = await hearing.HearAsync(told, sender, place, known, cancelled);
        if (asked.Says is { } words && await answering.OfFileAsync(press, words, heard, cancelled) is { } ofFile)
        {
            return (ofFile, null);
        }

        var (saved, form) = asked is { Filled: { } filled, Saves: { } drawn } ? Save(filled, drawn with { Link = MessageMenu.Safe(drawn.Link) }) : (null, null);
        var understood = saved is not null ? ChildDataGuard.Passed(saved, $"{asked.Text}\n{asked.Reason}")
            : form is not null ? form(null)
            : asked.Asks is { } request ? new Understood(request, RequestWords.Of(request), ["a button of a card"])
            : ChildDataGuard.Passed(Reader.Read(asked.Says!, heard.Names, time.Today(), heard.Speaker), asked.Says!);
        var answer = await answering.AnswerAsync(understood, heard, asked.Says, cancelled, isSaid: isPressed);
        if (saved is not null && answer.Problem is { } problem)
        {
            // Nothing that was typed is lost: the form comes back with it, and says what is in the way.
            answer = await answering.AnswerAsync(form!(problem.Message), heard, null, cancelled);
        }

        if (arranged is not null && answer.Problem is { } wrong)
        {
            answer = await answering.AnswerAsync(new Understood(new Request.ArrangeDigest(arranged, wrong.Message), "", ["a form"]), heard, null, cancelled);
        }

        return (answer is OneAction one ? one with { Back = asked.Back } : answer, understood);

        (Understood? Saved, Func<string?, Understood> Form) Save(Filled filled, DrawnAction drawn)
        {
            var named = !drawn.IsOpen ? new ActionNamed(drawn.Ref, [drawn.Plan], IsSaid: true)
                : Reader.Read(filled.Which, heard.Names, time.Today(), heard.Speaker with { Last = null }).Request is Request.ShowAction { Action: var said } ? said : null;
            var (wanted, faults) = filled.Read(drawn, named);
            return (wanted, wrong => Again(filled, drawn, wrong is null ? faults : new Dictionary<string, string> { [drawn.IsOpen ? Filled.WhichId : ""] = wrong }));
        }
    }

    private static Understood Again(Filled filled, DrawnAction drawn, IReadOnlyDictionary<string, string> faults) => new(
        drawn.IsOpen ? new Request.LogMessage(drawn, filled, faults) : new Request.FillIn(new ActionNamed(drawn.Ref, [drawn.Plan], IsSaid: true), filled, faults), "", ["a form"]);

    [LoggerMessage(2103, LogLevel.Information, "Activity {ActivityId} was handled before, or says the same again at once; its answer is sent again.")]
    private static partial void Repeated(ILogger log, string? activityId);
}
