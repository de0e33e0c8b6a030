using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsPlanBot.Data;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Says whether the store can be reached and has the schema this program needs.</summary>
internal sealed class StoreHealth(StoreSchema schema) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var state = await schema.StateAsync(cancellationToken);
            return state is { UpToDate: true, Unknown: null } ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The store's schema is not the one this program needs.");
        }
        catch (System.Data.Common.DbException problem)
        {
            return HealthCheckResult.Unhealthy("The store cannot be reached.", problem);
        }
    }
}
