using System.Diagnostics;
using System.Diagnostics.Metrics;
using TeamsPlanBot.Bot.Answers;
using Activity = TeamsPlanBot.Teams.Incoming.Activity;
using Span = System.Diagnostics.Activity;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>What operators can count and trace of the bot's turns: kinds, outcomes and times, never who said what or where. Costs nothing while nobody listens.</summary>
public static class TurnMeasures
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "TeamsPlanBot.Bot";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Traces = new(Name);

    private static readonly Counter<long> Turns = Meter.CreateCounter<long>("teamsplanbot.turns", "{turn}", "Turns, by kind of activity and status.");
    private static readonly Histogram<double> TurnTime = Meter.CreateHistogram<double>("teamsplanbot.turns.duration", "s", "How long a turn took, waits and the sending of the answer included.");
    private static readonly Counter<long> Answers = Meter.CreateCounter<long>("teamsplanbot.answers", "{answer}", "Answers, by intent and problem.");

    /// <summary>Whether anybody listens to turns.</summary>
    public static bool AreWatched => Traces.HasListeners() || Turns.Enabled || TurnTime.Enabled;

    /// <summary>Counts a turn and times it, inside a span of its own.</summary>
    public static async Task<Turned> MeasureAsync(Activity activity, Func<Activity, bool, CancellationToken, Task<Turned>> turn, bool everything, CancellationToken cancelled)
    {
        var kind = Kind(activity);
        var started = Stopwatch.GetTimestamp();
        using var span = Traces.StartActivity($"turn {kind}");
        span?.SetTag("teams.activity.id", activity.Id);

        // A turn that was given up is told to Teams as such.
        var status = StatusCodes.Status503ServiceUnavailable;
        try
        {
            var turned = await turn(activity, everything, cancelled);
            status = turned.Status;
            return turned;
        }
        finally
        {
            var tags = new TagList { { "kind", kind }, { "status", status } };
            Turns.Add(1, tags);
            TurnTime.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
            span?.SetTag("status", status).SetStatus(status < StatusCodes.Status500InternalServerError ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        }
    }

    /// <summary>The span of working out one answer; null where nobody listens.</summary>
    /// <summary>A trace of understanding what was said; null where nobody traces.</summary>
    public static Span? Understanding() => Traces.StartActivity("understand");

    public static Span? Answering() => Traces.StartActivity("answer");

    /// <summary>Counts an answer.</summary>
    public static void Answered(Span? answering, Answer answer)
    {
        answering?.SetTag("intent", answer.Intent).SetTag("problem", answer.Problem?.Code);
        if (Answers.Enabled)
        {
            Answers.Add(1, new TagList { { "intent", answer.Intent }, { "problem", answer.Problem?.Code ?? "none" } });
        }
    }

    // What a caller writes there is not taken over: any word would become a series of its own.
    private static string Kind(Activity activity) => activity switch
    {
        { Type: "message" or "messageUpdate" or "messageDelete" or "messageReaction" or "conversationUpdate" or "installationUpdate" or "event" or "typing" } => activity.Type,
        { Type: "invoke", Name: "adaptiveCard/action" } => activity.Name,
        { Type: "invoke" } => "invoke",
        _ => "other",
    };
}
