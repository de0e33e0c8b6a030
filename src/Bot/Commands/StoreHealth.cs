using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsPlanBot.Data;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Says whether the store can be reached and has the schema this program needs; the reason is for the log, callers get one word.</summary>
internal sealed class StoreHealth(PlanStores stores, StoreSchema schema) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

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
            return HealthCheckResult.Unhealthy($"The store does not answer: {stores.Engine.Silence}.");
        }
    }

    // SQLite waits on the thread that asks, and cannot be told to stop: probes share one examination, so that a store that hangs holds one thread and not one a probe.
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
            if (stores.IsGone)
            {
                return HealthCheckResult.Unhealthy("The store's file is gone. Put it back and start the bot again.");
            }

            return await schema.StateAsync(CancellationToken.None) switch
            {
                { Unknown: { } unknown } => HealthCheckResult.Unhealthy($"The store was made by a newer version of the bot ({unknown} is not known here)."),
                { UpToDate: false } state => HealthCheckResult.Unhealthy($"The store's schema is at {state.Current ?? "nothing"}, and {state.Needed} is needed. Run migrate."),
                // Questions go on, so that is no reason to keep messages from it.
                _ => stores.Prepared.Unwritable is { } problem ? HealthCheckResult.Degraded($"Nothing can be recorded. {problem.Sentence}") : HealthCheckResult.Healthy(),
            };
        }
        catch (Exception reason) when (StoreProblem.Of(reason) is { } problem)
        {
            return HealthCheckResult.Unhealthy(problem.Sentence);
        }
    }
}
