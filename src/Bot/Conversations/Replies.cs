using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Conversations;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Takes what somebody says who was asked for an update as that update, where it asks or orders nothing else.</summary>
internal sealed class Replies(UpdatesAsked asked, TimeProvider time)
{
    private const int LongestStatus = 4;
    private const int MostChoices = 6;

    /// <param name="understood">What the words mean by themselves.</param>
    public async ValueTask<Understood> MeantAsync(Understood understood, string said, Heard heard, CancellationToken cancelled)
    {
        var (place, names, speaker) = (heard.Place, heard.Names, heard.Speaker);
        if (place.Kind == ConversationKind.Personal && Numbered(understood.Request))
        {
            return OfThoseAsked(understood, await asked.OpenAsync(heard.Viewer, time.GetUtcNow().UtcDateTime, cancelled), speaker);
        }

        if (place.Kind != ConversationKind.Personal || !MayAnswer(understood.Request, said)
            || await asked.OpenAsync(heard.Viewer, time.GetUtcNow().UtcDateTime, cancelled) is not { Count: > 0 } open)
        {
            return understood;
        }

        // A word or two, or "it", answers only what was asked last of all.
        var isLast = speaker.Last?.At is not { } spoken || spoken <= open[0].At;
        if (!isLast && understood.Request is not (Request.Unclear or Request.NoSuchName or Request.ListActions { Subject: not null }))
        {
            return understood;
        }

        var latest = open.Where(question => question.At == open[0].At).ToList();
        if ((isLast ? latest : open) is [var one])
        {
            return Posted(one, understood.Request, said, names, speaker) is { Request.MayChange: true } post ? post : understood;
        }

        var ways = open.Take(MostChoices).Select(question => new Choice($"{question.Ref} in {question.Plan}", $"{question.Ref} in {question.Plan}: {said}")).ToList();
        return new Understood(
            new Request.Torn(said, ways, "progress", $"You were asked about {open.Count:N0} actions. Which one is this about? Begin with its number, such as “{open[0].Ref}: …”."), "", ["an answer to one of several questions"]);
    }

    private static bool Numbered(Request request) =>
        request is Request.Post { Action: { Ref: not null, IsSaid: false } } || (request is Request.Several several && several.Parts.Any(part => Numbered(part.Request)));

    // A number that several plans have is that of the action they were asked about, unless something else was spoken of since.
    private static Understood OfThoseAsked(Understood understood, IReadOnlyList<OpenQuestion> open, Speaker speaker) => understood.Request switch
    {
        Request.Several several => understood with { Request = several with { Parts = [.. several.Parts.Select(part => OfThoseAsked(part, open, speaker))] } },
        Request.Post { Action: { Ref: { } reference, IsSaid: false } } post when open.Where(question => string.Equals(question.Ref, reference, StringComparison.OrdinalIgnoreCase)).ToList() is [var one]
            && !(speaker.Last?.At > one.At && speaker.Last.Plan is not null) => understood with { Request = post with { Action = new ActionNamed(one.Ref, [one.PlanId], IsSaid: true) } },
        _ => understood,
    };

    // "It is green now" says so of the action; any other words are put on its record as they are.
    private Understood Posted(OpenQuestion question, Request request, string said, Names names, Speaker speaker)
    {
        var action = new ActionNamed(question.Ref, [question.PlanId], IsSaid: true);
        var shown = speaker with { Last = new Remembered(null, [new ShownAction(question.PlanId, question.Ref)], question.PlanId) };
        var ofIt = SpeaksOfIt(request) ? Reader.Read(said, names, time.Today(), shown) : null;
        var post = ofIt?.Request switch
        {
            Request.Post rated => ofIt with { Request = rated with { Action = action } },
            Request.Reschedule moved => ofIt with { Request = moved with { Action = action } },
            _ => Reader.Read($"{question.Ref}: {said}", names, time.Today(), shown),
        };
        return post with { Rules = [.. post.Rules, "an answer to a question about an action"] };
    }

    private static bool MayAnswer(Request request, string said) => !said.Contains('?') && request switch
    {
        Request.Unclear or Request.NoSuchName or Request.ListActions { Subject: not null } => true,
        Request.ListActions { Terms.Named.Count: 0 } => said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= LongestStatus,
        _ => SpeaksOfIt(request),
    };

    private static bool SpeaksOfIt(Request request) => request is Request.Post { Action.Ref: null } or Request.Reschedule { Action.Ref: null } or Request.Impossible { Wanted: "progress" or "reschedule" or "unknown" };
}
