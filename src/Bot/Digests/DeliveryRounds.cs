using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Bot.Cards;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Recording;
using TeamsPlanBot.Teams.Outgoing;
using Outcome = TeamsPlanBot.Teams.Outgoing.Delivery;
using Written = TeamsPlanBot.Data.Digests.Delivery;

namespace TeamsPlanBot.Bot.Digests;

/// <summary>Tells digests when they are due. What is to be sent is written down first, as one instance's; so a death at any moment loses nothing, and of several bots one sends.</summary>
public sealed partial class DeliveryRounds(
    DigestStore digests,
    DigestAnswers arranged,
    ConversationStore conversations,
    NamesBook namesBook,
    Answerer answerer,
    Nudges nudges,
    IConnector connector,
    IOptions<DigestOptions> options,
    TimeProvider time,
    ILogger<DeliveryRounds> log) : BackgroundService
{
    // As few as keep to fifty a second where an answer takes a third of one: whatever is on its way when the bot dies may have arrived, and comes again.
    private const int MostAtOnce = 16;
    // Looking for what is due costs more than one of them; what one instance holds too much of, another would send sooner.
    private const int MostTaken = 32;
    private const int MostDoubts = 5;
    private const int MostNotes = 10;
    private const int LongestProblem = 400;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ClaimLasts = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BoardsAreRead = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestRun = TimeSpan.FromDays(92);

    private readonly string instance = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():n}";
    private readonly SemaphoreSlim free = new(MostAtOnce);
    private readonly ConcurrentDictionary<int, Task> underWay = new();
    private readonly Dictionary<string, long> turns = [];
    private DateTime boardsRead;
    private DateTime complained;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Since when digests are told here, in UTC; null before that.</summary>
    public DateTime? Since { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Since = Now;
        using var pace = new PeriodicTimer(Pace, time);
        try
        {
            do
            {
                await RoundAsync(stoppingToken);
            }
            while (await pace.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // What is under way is brought to its end below.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(underWay.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        base.Dispose();
        free.Dispose();
    }

    private async Task RoundAsync(CancellationToken cancelled)
    {
        try
        {
            if (Now - boardsRead >= BoardsAreRead)
            {
                boardsRead = Now;
                await ReadBoardsAsync(cancelled);
            }

            if (options.Value.Nudge)
            {
                await nudges.WriteDownAsync(cancelled);
            }

            while (await TakeAsync(cancelled) is { Count: > 0 } taken)
            {
                foreach (var delivery in taken)
                {
                    await BeginAsync(delivery, cancelled);
                }
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A store that is away for an hour is said once a minute.
            if (Now - complained >= TimeSpan.FromMinutes(1))
            {
                complained = Now;
                RoundFailed(log, problem);
            }
        }
    }

    private async Task BeginAsync(Written delivery, CancellationToken cancelled)
    {
        await free.WaitAsync(cancelled);
        underWay[delivery.Id] = Task.Run(async () =>
        {
            try
            {
                await DeliverAsync(delivery);
            }
            finally
            {
                underWay.TryRemove(delivery.Id, out _);
                free.Release();
            }
        }, CancellationToken.None);
    }

    private async Task<IReadOnlyList<Written>> TakeAsync(CancellationToken cancelled)
    {
        var now = Now;
        var left = await digests.TakeUpAsync(instance, now, now + ClaimLasts, MostTaken, cancelled);
        if (left.Count == MostTaken || await digests.DueAsync(now, MostTaken - left.Count, cancelled) is not { Count: > 0 } due)
        {
            return left;
        }

        var runs = new List<DueRun>();
        foreach (var digest in due)
        {
            try
            {
                runs.Add(await RunAsync(digest, now, cancelled));
            }
            catch (JsonException problem)
            {
                Unreadable(log, problem, digest.Id);
                await digests.StopAsync(digest.ConversationKey, digest.Id, now, "How often it comes cannot be read.", cancelled);
            }
        }

        return [.. left, .. await digests.TakeAsync(runs, instance, now, now + ClaimLasts, cancelled)];
    }

    // What was missed for longer than the time between two runs is left out; the latest one is told late.
    private async Task<DueRun> RunAsync(Digest digest, DateTime now, CancellationToken cancelled)
    {
        var rhythm = RhythmJson.ReadRhythm(digest.Rhythm);
        var meetings = await MeetingsAsync(digest, rhythm, cancelled);
        var due = digest.NextAt!.Value;
        var told = due;
        var missed = 0;
        var next = Schedule.Next(rhythm, told, meetings);
        while (next <= now)
        {
            told = next.Value;
            next = Schedule.Next(rhythm, told, meetings);
            missed++;
        }

        return new DueRun(digest, due, told, next, next ?? told + LongestRun, missed == 0 ? null : $"{Wording.Count(missed, "run was", "runs were")} missed, and older than the time between two");
    }

    private async Task ReadBoardsAsync(CancellationToken cancelled)
    {
        var now = Now;
        foreach (var digest in await digests.OfBoardsAsync(cancelled))
        {
            var rhythm = RhythmJson.ReadRhythm(digest.Rhythm);
            var meetings = await MeetingsAsync(digest, rhythm, cancelled);

            // A day that still stands is kept: somebody may have left out the one before it.
            if (digest.NextAt is not { } known || (known > now && Schedule.Next(rhythm, known.AddTicks(-1), meetings) != known))
            {
                await digests.RescheduleAsync(digest, Schedule.Next(rhythm, now, meetings), cancelled);
            }
        }
    }

    private async Task<IReadOnlyList<DateOnly>> MeetingsAsync(Digest digest, Rhythm rhythm, CancellationToken cancelled)
    {
        if (rhythm.Board is null)
        {
            return [];
        }

        var conversation = await conversations.FindAsync(digest.ConversationKey, cancelled);
        return await arranged.MeetingsAsync(rhythm, DigestAnswers.ViewerOf(digest, conversation?.Kind ?? ConversationKind.Personal), cancelled);
    }

    // Once begun, it is brought to its end, whatever happens meanwhile.
    private async Task DeliverAsync(Written delivery)
    {
        try
        {
            if (await PrepareAsync(delivery) is not var (message, to, toldUpTo))
            {
                return;
            }

            var doubts = delivery.Doubts + (delivery.SendingAt is null ? 0 : 1);
            if (doubts > 0 && (doubts > MostDoubts || !options.Value.SendAgainWhenUnknown))
            {
                await SettleAsync(delivery, DeliveryState.Unknown, null, delivery.Problem ?? "the bot stopped while it was sent", toldUpTo);
            }
            else
            {
                await InTurnAsync(to);
                if (!await digests.BeginAsync(delivery.Id, instance, Now, Now + ClaimLasts, doubts, CancellationToken.None))
                {
                    return;
                }

                var outcome = to.Kind == ConversationKind.Channel
                    ? await connector.PostAsync(Reference(to), message, CancellationToken.None)
                    : await connector.SendAsync(Reference(to), message, CancellationToken.None);
                await NoteAsync(delivery, outcome, doubts, toldUpTo, tries: 1);
            }
        }
        catch (Exception problem)
        {
            DeliveryFailed(log, problem, delivery.Id);
            await PutOffAsync(delivery, delivery.Doubts, "something went wrong on my side", null);
        }
    }

    // One after the other, and no burst: so that few are on their way at any moment in which the bot may die.
    private async Task InTurnAsync(Conversation to)
    {
        TimeSpan wait;
        lock (turns)
        {
            var now = time.GetTimestamp();
            var tenant = to.TenantId ?? "";
            var waited = turns.TryGetValue(tenant, out var last) ? Apart - time.GetElapsedTime(last, now) : TimeSpan.Zero;
            wait = waited > TimeSpan.Zero ? waited : TimeSpan.Zero;
            turns[tenant] = now + (long)(wait.TotalSeconds * time.TimestampFrequency);
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time);
        }
    }

    private async Task<(OutgoingActivity Message, Conversation To, DateTime? ToldUpTo)?> PrepareAsync(Written delivery)
    {
        var to = await conversations.FindAsync(delivery.ConversationKey, CancellationToken.None);
        if (to is null or { RemovedAt: not null })
        {
            await CloseAsync(delivery, to is null ? "it was asked for where nothing can be sent, such as at the keyboard" : "the bot was taken out of that conversation");
            return null;
        }

        if (delivery.GoodUntil <= Now)
        {
            await SettleAsync(delivery, DeliveryState.Skipped, null, $"it is older than the time between two{(delivery.Problem is { } problem ? $"; {problem}" : "")}", null);
            return null;
        }

        if (delivery.PersonKey is { } person)
        {
            if (await nudges.ComposeAsync(person, CancellationToken.None) is { } nudge)
            {
                return (nudge, to, null);
            }

            await SettleAsync(delivery, DeliveryState.Skipped, null, "there was nothing left to remind of", null);
            return null;
        }

        var digest = await digests.FindAsync(delivery.DigestId!.Value, CancellationToken.None);
        if (digest is null or { StoppedAt: not null } or { PausedAt: not null })
        {
            await SettleAsync(delivery, DeliveryState.Skipped, null, "it was stopped or paused meanwhile", null);
            return null;
        }

        var viewer = DigestAnswers.ViewerOf(digest, to.Kind);
        var names = await namesBook.ForAsync(viewer, CancellationToken.None);
        if (!DigestAnswers.IsSeen(RhythmJson.ReadAbout(digest.About), names))
        {
            const string Gone = "What it is about is no more, or is not to be seen there any more.";
            await digests.StopAsync(digest.ConversationKey, digest.Id, Now, Gone, CancellationToken.None);
            await SettleAsync(delivery, DeliveryState.Refused, null, Gone.TrimEnd('.'), null);
            return null;
        }

        var today = time.Today();
        var speaker = new Speaker(digest.PersonName, digest.SignIn, digest.PlanId);
        var by = new Actor(viewer, digest.PersonKey, digest.PersonName, names.LeadsOf(speaker, today));
        var now = new Circumstances(viewer, today, names, Everything: false, null, to, new Message(by, to.Key, $"delivery-{delivery.Id}", null, Now, today), null);
        var (told, isQuiet) = await answerer.TellAsync(ToldDigest.Of(digest, delivery.DueAt, Now - delivery.DueAt > Late ? delivery.DueAt : null), now, CancellationToken.None);
        if (isQuiet && options.Value.SilentWhenNothingToSay)
        {
            await SettleAsync(delivery, DeliveryState.Skipped, null, "there was nothing to say", delivery.DueAt);
            return null;
        }

        return (OutgoingActivity.Message(CardFace.Draw(told), told.Headline), to, delivery.DueAt);
    }

    // What is known is not forgotten for a moment in which the store is busy: it would be sent again.
    private async Task NoteAsync(Written delivery, Outcome outcome, int doubts, DateTime? toldUpTo, int tries)
    {
        try
        {
            await NoteAsync(delivery, outcome, doubts, toldUpTo);
        }
        catch (Exception problem) when (StoreProblem.Of(problem) is not null)
        {
            DeliveryFailed(log, problem, delivery.Id);
            if (tries < MostNotes)
            {
                await Task.Delay(FirstWait, time);
                await NoteAsync(delivery, outcome, doubts, toldUpTo, tries + 1);
            }
        }
    }

    private async Task NoteAsync(Written delivery, Outcome outcome, int doubts, DateTime? toldUpTo)
    {
        switch (outcome)
        {
            case Outcome.Arrived arrived:
                DigestMeasures.Arrived(Now - delivery.DueAt);
                await SettleAsync(delivery, DeliveryState.Arrived, arrived.ActivityId is { Length: <= Receipt.LongestActivityId } id ? id : null, null, toldUpTo);
                break;
            case Outcome.Closed closed:
                await CloseAsync(delivery, closed.Why switch
                {
                    ClosedBecause.BotDisabledByAdmin => "an administrator of Teams switched the bot off",
                    ClosedBecause.BotNotInConversationRoster => "the bot was taken out of that conversation",
                    ClosedBecause.ConversationBlockedByUser => "the person blocked the bot",
                    _ => "the conversation is no more",
                });
                break;
            case Outcome.Refused { IsForGood: true } refused:
                await SettleAsync(delivery, DeliveryState.Refused, null, $"Teams refused it with {Said(refused)}", null);
                break;
            case Outcome.Refused refused:
                await PutOffAsync(delivery, doubts, $"Teams refused it with {Said(refused)} for now", null);
                break;
            case Outcome.TooMany many:
                await PutOffAsync(delivery, doubts, many.OtherSideAsked ? "Teams asked to wait" : "too much was sent just before", many.ComeBackAfter);
                break;
            case Outcome.NotSent { MayPass: true } not:
                await PutOffAsync(delivery, doubts, not.Reason, null);
                break;
            case Outcome.NotSent never:
                await SettleAsync(delivery, DeliveryState.Refused, null, never.Reason, null);
                break;
            case Outcome.Unknown unknown when options.Value.SendAgainWhenUnknown && doubts < MostDoubts:
                await PutOffAsync(delivery, doubts + 1, unknown.Reason, null);
                break;
            case Outcome.Unknown unknown:
                await SettleAsync(delivery, DeliveryState.Unknown, null, unknown.Reason, toldUpTo);
                break;
            default:
                throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome of a send.");
        }
    }

    private static string Said(Outcome.Refused refused) => refused.Code is null ? $"{refused.Status}" : $"{refused.Status} ({refused.Code})";

    private async Task CloseAsync(Written delivery, string because)
    {
        if (delivery.PersonKey is null)
        {
            await digests.StopAsync(delivery.ConversationKey, null, Now, $"{char.ToUpperInvariant(because[0])}{because[1..]}.", CancellationToken.None);
        }

        Closed(log, delivery.Id, because);
        await SettleAsync(delivery, DeliveryState.Refused, null, because, null);
    }

    private async Task PutOffAsync(Written delivery, int doubts, string problem, TimeSpan? wait)
    {
        var usual = Math.Min(FirstWait.TotalSeconds * Math.Pow(2, Math.Min(delivery.Attempts, 10)), LongestWait.TotalSeconds) * (0.75 + (Random.Shared.NextDouble() / 2));
        var until = Now + (wait ?? TimeSpan.FromSeconds(usual));
        DigestMeasures.PutOff();
        PutOff(log, delivery.Id, problem);
        try
        {
            await digests.PutOffAsync(delivery.Id, instance, until, doubts, Short(problem), CancellationToken.None);
        }
        catch (Exception unsaved)
        {
            // Whoever finds it when the claim has run out tries it again.
            DeliveryFailed(log, unsaved, delivery.Id);
        }
    }

    private async Task SettleAsync(Written delivery, DeliveryState state, string? activity, string? problem, DateTime? toldUpTo)
    {
        DigestMeasures.Settled(state, isNudge: delivery.PersonKey is not null);
        if (state is DeliveryState.Unknown or DeliveryState.Refused)
        {
            NotTold(log, delivery.Id, state, problem);
        }

        await digests.SettleAsync(delivery, state, Now, activity, problem is null ? null : Short(problem), toldUpTo, CancellationToken.None);
    }

    private static string Short(string problem) => problem.Length > LongestProblem ? problem[..LongestProblem] : problem;

    private static ConversationReference Reference(Conversation to) => new(to.ServiceUrl, to.Key, to.BotId, null, to.TenantId);

    [LoggerMessage(2401, LogLevel.Error, "Digests that are due could not be looked for; that is tried again every second.")]
    private static partial void RoundFailed(ILogger log, Exception problem);

    [LoggerMessage(2402, LogLevel.Error, "Delivery {Delivery} failed; it is tried again.")]
    private static partial void DeliveryFailed(ILogger log, Exception problem, int delivery);

    [LoggerMessage(2403, LogLevel.Warning, "Delivery {Delivery} cannot be made: {Because}. The digests of that conversation are stopped.")]
    private static partial void Closed(ILogger log, int delivery, string because);

    [LoggerMessage(2404, LogLevel.Information, "Delivery {Delivery} waits: {Problem}.")]
    private static partial void PutOff(ILogger log, int delivery, string problem);

    [LoggerMessage(2405, LogLevel.Warning, "Delivery {Delivery} ended as {State}: {Problem}.")]
    private static partial void NotTold(ILogger log, int delivery, DeliveryState state, string? problem);

    [LoggerMessage(2406, LogLevel.Error, "How often digest {Digest} comes cannot be read; it is stopped.")]
    private static partial void Unreadable(ILogger log, Exception problem, int digest);
}
