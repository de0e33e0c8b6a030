using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsPlanBot.Bot.Digests;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Digests;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Says whether digests come when they are due. A bot whose digests lag still answers, so that is no reason to keep messages from it.</summary>
internal sealed class ScheduleHealth(DigestStore digests, DeliveryRounds rounds, TimeProvider time) : IHealthCheck
{
    public const string Name = "digests";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(10);

    private readonly Lock door = new();
    private Task<HealthCheckResult>? underWay;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Examination().WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Degraded("The store does not say in time which digests are due.");
        }
    }

    /// <param name="since">Since when digests are told; what waited while nobody ran is caught up with before it is held against anybody.</param>
    internal static HealthCheckResult Verdict(DeliveryLag lag, DateTime? since, DateTime now)
    {
        var late = lag.Oldest is { } oldest && since is { } started ? now - (oldest > started ? oldest : started) : TimeSpan.Zero;
        return late > LongestLag
            ? HealthCheckResult.Degraded($"Digests lag: {lag.Waiting:N0} wait, the oldest for {late.TotalMinutes:N0} minutes. Look at the log for what keeps them from being sent; Teams may refuse or throttle them.")
            : HealthCheckResult.Healthy($"{lag.Waiting:N0} wait; in the last day {lag.Refused:N0} were refused, and of {lag.Unknown:N0} nobody knows whether they arrived.");
    }

    // A store that hangs holds one thread and not one a probe.
    private Task<HealthCheckResult> Examination()
    {
        lock (door)
        {
            return underWay = underWay is { IsCompleted: false } ? underWay : Task.Run(ExamineAsync);
        }
    }

    private async Task<HealthCheckResult> ExamineAsync()
    {
        try
        {
            var now = time.GetUtcNow().UtcDateTime;
            return Verdict(await digests.LagAsync(now, CancellationToken.None), rounds.Since, now);
        }
        catch (Exception reason) when (StoreProblem.Of(reason) is { } problem)
        {
            return HealthCheckResult.Degraded(problem.Sentence);
        }
    }
}
