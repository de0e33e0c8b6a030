using System.Diagnostics;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Bot.Pages;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Recording;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Bot.Tab;

/// <summary>Answers a page as the chat would answer its person, and draws it.</summary>
internal sealed partial class TabAnswers(Answerer answerer, NamesBook namesBook, PeopleMet people, IOptions<RightsOptions> rights, TimeProvider time, ILogger<TabAnswers> log)
{
    private const int LongestName = 100;

    // The page is a conversation that nothing is said in.
    private const string Conversation = "tab";

    public async Task<Markup> AnswerAsync(TabRequest asked, Caller caller, CancellationToken cancelled)
    {
        var started = Stopwatch.GetTimestamp();
        var (sender, viewer) = await WhoAsync(asked, caller, cancelled);
        var today = time.Today();
        var names = await namesBook.ForAsync(viewer, cancelled);
        var speaker = new Speaker(sender.Name, sender.SignIn, Plan: null);
        var view = TabViews.Of(asked, names, today, speaker);
        var now = new Circumstances(
            viewer,
            today,
            names,
            Everything: false,
            Last: null,
            new() { Key = Conversation, Kind = ConversationKind.Personal, ServiceUrl = "" },
            new Message(new Actor(viewer, sender.Key, sender.Name, names.LeadsOf(speaker, today), rights.Value.Name(sender.SignIn, sender.ObjectId)), Conversation, "", null, time.GetUtcNow().UtcDateTime, today),
            Text: null);
        var answer = await answerer.AnswerAsync(view.Understood, now, cancelled);
        if (answer is OneAction { HasMore: true } one)
        {
            // A page has the room that a card has not.
            var history = new Understood(new Request.ShowHistory(one.Action.Named), $"History of {one.Action.Action.Ref}", ["a view of the page"]);
            answer = Series.Of([new Part(view.Understood.Request, one with { HasMore = false }), new Part(history.Request, await answerer.AnswerAsync(history, now, cancelled))]);
        }

        Answered(log, answer.Intent, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return new PageFace(button => TabViews.AddressOf(button, asked, view.Understood)).Draw(answer, view.Controls);
    }

    // A token's sign-in name may be changed by whoever bears it: only the one that Teams told of them counts, as in the chat.
    private async Task<(Sender Sender, Viewer Viewer)> WhoAsync(TabRequest asked, Caller caller, CancellationToken cancelled)
    {
        if (caller is Caller.Person person)
        {
            var key = Sender.KeyOf(person);
            var met = await people.FindAsync(key, cancelled);
            var sender = new Sender(key, person.Name ?? met?.Name, met?.SignIn, person.IsGuest || met?.IsGuest == true, person.ObjectId);
            return (sender, sender.Viewer);
        }

        if (asked.As?.Trim() is not { Length: > 0 and <= LongestName } who)
        {
            return (new Sender($"{Terminal.ChannelId}:operator", null, null, IsGuest: false), Viewer.Operator);
        }

        var somebody = new Sender($"{Terminal.ChannelId}:{who}", who, who.Contains('@') ? who : null, IsGuest: false);
        return (somebody, somebody.Viewer);
    }

    [LoggerMessage(2601, LogLevel.Information, "Answered a page with {Intent} in {Milliseconds:0.0} ms.")]
    private static partial void Answered(ILogger log, string intent, double milliseconds);
}
