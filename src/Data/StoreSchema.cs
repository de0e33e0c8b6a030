using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace TeamsPlanBot.Data;

/// <summary>How the store's schema stands beside the one this program needs.</summary>
/// <param name="Current">The last migration the store has had; null where it has had none.</param>
/// <param name="Unknown">A migration the store has had that this program does not know.</param>
public sealed record SchemaState(string? Current, string Needed, bool UpToDate, string? Unknown);

/// <summary>Brings the store's schema up to date.</summary>
public sealed class StoreSchema(PlanStores stores)
{
    private const int MostAttempts = 20;

    public async Task<SchemaState> StateAsync(CancellationToken cancelled)
    {
        var known = stores.Migrations;
        var applied = await AppliedAsync(cancelled);
        return new SchemaState(applied.LastOrDefault(), known[^1], known.All(applied.Contains), applied.Except(known).FirstOrDefault());
    }

    /// <summary>Applies what is missing, and says how the schema stood before. Only here is a store made that is not there yet, with its folder.</summary>
    public async Task<SchemaState> BringUpToDateAsync(CancellationToken cancelled)
    {
        var before = await StateAsync(cancelled);
        if (!before.UpToDate && before.Unknown is null)
        {
            stores.MakeFolder();
            await MigrateAsync(cancelled);
        }

        return before;
    }

    // Of several that start together on a server, all but one may find that another made or dropped the same thing; then it is done.
    private async Task MigrateAsync(CancellationToken cancelled)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = await AppliedAsync(cancelled);
            try
            {
                await using var store = stores.Open();
                await store.Database.MigrateAsync(cancelled);
                return;
            }
            catch (Exception reason) when (attempt < MostAttempts && reason is DbException or DbUpdateException)
            {
                if (StoreProblem.Of(reason) is not { Kind: StoreProblemKind.Conflict } && (await AppliedAsync(cancelled)).Count == before.Count)
                {
                    throw;
                }
            }
        }
    }

    public async Task<bool> IsEmptyAsync(CancellationToken cancelled) =>
        (await stores.Prepared.RowsAsync(new Sql("SELECT CASE WHEN EXISTS (SELECT 1 FROM \"Plans\") THEN 1 ELSE 0 END", []), row => row.GetInt32(0), cancelled)) is [0];

    // A store that is in use is asked directly: that spares a start the quarter of a second in which EF gets ready.
    private async Task<List<string>> AppliedAsync(CancellationToken cancelled)
    {
        try
        {
            return await stores.Prepared.RowsAfreshAsync(new Sql("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"", []), row => row.GetString(0), cancelled);
        }
        catch (DbException)
        {
            // New, or something is wrong with it: EF tells these apart.
            await using var store = stores.Open();
            return [.. await store.Database.GetAppliedMigrationsAsync(cancelled)];
        }
    }
}
