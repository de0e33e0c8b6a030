using Microsoft.EntityFrameworkCore;

namespace TeamsPlanBot.Data;

/// <summary>How the store's schema stands beside the one this program needs.</summary>
/// <param name="Current">The last migration the store has had; null where it has had none.</param>
/// <param name="Unknown">A migration the store has had that this program does not know.</param>
public sealed record SchemaState(string? Current, string Needed, bool UpToDate, string? Unknown);

/// <summary>Brings the store's schema up to date.</summary>
public sealed class StoreSchema(PlanStores stores)
{
    public async Task<SchemaState> StateAsync(CancellationToken cancelled)
    {
        await using var store = stores.Open();
        var known = store.Database.GetMigrations().ToList();
        var applied = (await store.Database.GetAppliedMigrationsAsync(cancelled)).ToList();
        return new SchemaState(applied.LastOrDefault(), known[^1], known.All(applied.Contains), applied.Except(known).FirstOrDefault());
    }

    /// <summary>Applies what is missing, and says how the schema stood before.</summary>
    public async Task<SchemaState> BringUpToDateAsync(CancellationToken cancelled)
    {
        var before = await StateAsync(cancelled);
        if (!before.UpToDate && before.Unknown is null)
        {
            await using var store = stores.Open();
            await store.Database.MigrateAsync(cancelled);
        }

        return before;
    }

    public async Task<bool> IsEmptyAsync(CancellationToken cancelled)
    {
        await using var store = stores.Open();
        return !await store.Plans.AnyAsync(cancelled);
    }
}
