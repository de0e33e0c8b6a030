using System.Diagnostics;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Documents;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Recording;
using Activity = TeamsPlanBot.Teams.Incoming.Activity;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Has what was understood answered for whoever said it, and remembers what was spoken of.</summary>
internal sealed partial class Answering(
    Hearing hearing,
    ConversationBook conversationBook,
    MemoryBook memories,
    NamesBook namesBook,
    PeopleBook people,
    FilesBrought brought,
    Files files,
    Answerer answerer,
    IOptions<RightsOptions> rights,
    TimeProvider time,
    ILogger<Answering> log)
{
    public async Task<Answer> AnswerAsync(Understood understood, Heard heard, string? said, CancellationToken cancelled, bool everything = false, bool isSaid = true)
    {
        using var answering = TurnMeasures.Answering();
        var started = Stopwatch.GetTimestamp();
        var (place, told, today) = (heard.Place, heard.Told, time.Today());
        var now = new Circumstances(
            heard.Viewer,
            today,
            heard.Names,
            everything,
            heard.Speaker.Last,
            heard.Known,
            new Message(ActorOf(heard, today), place.Key, told.Id, told.Imprint, told.At, today),
            said,
            hearing.IsAtKeyboard ? name => $"{Terminal.ChannelId}:{name}" : null);

        Answer answer;
        try
        {
            if (SpeaksOfPeople(understood.Request))
            {
                await people.KeepAsync(cancelled);
            }

            answer = await files.OnItsWayAsync(await answerer.AnswerAsync(understood, now, cancelled), heard.Viewer, place, hearing.IsAtKeyboard, cancelled);
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

        if (isSaid && answer.Remembered(understood.Request, heard.Speaker.Last) is { } spokenOf)
        {
            memories.Remember(place.Key, heard.Sender.Key, spokenOf);
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

    /// <summary>The answer to a file that is sent, and to what is said of it until it is imported or dropped; null where there is none.</summary>
    public async Task<Answer?> OfFileAsync(Activity activity, string said, Heard heard, CancellationToken cancelled)
    {
        var (place, today) = (heard.Place, time.Today());
        var actor = ActorOf(heard, today);
        try
        {
            var answer = activity.Type == "message" && FilesBrought.Holds(activity)
                ? await brought.TakeAsync(activity, place.Key, place.Kind == ConversationKind.Personal, actor, today, cancelled)
                : await brought.HearAsync(said, place.Key, actor, today, cancelled);
            if (answer is { Problem: null })
            {
                namesBook.Forget();
            }

            return answer;
        }
        catch (Exception problem) when (StoreProblem.Of(problem) is { } why)
        {
            NotRecorded(log, problem, why.Kind);
            return Answerer.NotRecorded(new Request.ImportPlan());
        }
    }

    // Whom a right is given to, who is to be asked, or who wants something sent to them, may have said hello just now.
    private static bool SpeaksOfPeople(Request request) =>
        request is Request.GiveRight or Request.AskLeads or Request.Subscribe { ToMe: true } or Request.SetNudges || (request is Request.Several several && several.Parts.Any(part => SpeaksOfPeople(part.Request)));

    private Actor ActorOf(Heard heard, DateOnly today) =>
        new(heard.Viewer, heard.Sender.Key, Called(heard), heard.Names.LeadsOf(heard.Speaker, today), rights.Value.Name(heard.Sender.SignIn, heard.Sender.ObjectId));

    private static string? Called(Heard heard) =>
        heard.Sender.Name is { Length: > Person.LongestName } name ? name[..Person.LongestName] : heard.Sender.Name ?? (heard.Viewer.SeesAll ? "Operator" : null);

    [LoggerMessage(2111, LogLevel.Warning, "What somebody asked to change could not be recorded: {Why}. They were told so.")]
    private static partial void NotRecorded(ILogger log, Exception problem, StoreProblemKind why);

    [LoggerMessage(2104, LogLevel.Information, "Answered {Intent} in {Milliseconds:0.0} ms.")]
    private static partial void Answered(ILogger log, string intent, double milliseconds);

    [LoggerMessage(2110, LogLevel.Information, "Answered {Intent} ({Problem}) in {Milliseconds:0.0} ms.")]
    private static partial void AnsweredWithProblem(ILogger log, string intent, string problem, double milliseconds);
}
