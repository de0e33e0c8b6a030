using System.Data.Common;

namespace TeamsPlanBot.Data;

/// <summary>Opens the store, whatever engine it is on; each piece of work opens its own.</summary>
public sealed class PlanStores(Func<PlanStore> open, Func<DbConnection> connect) : IDisposable
{
    /// <summary>The short way to the questions that are asked all the time.</summary>
    public PreparedReads Reads { get; } = new(connect);

    public PlanStore Open() => open();

    /// <summary>How often something was changed.</summary>
    internal async Task<long> RevisionAsync(int of, CancellationToken cancelled) =>
        (await Reads.RowsAsync(new Sql("SELECT \"Number\" FROM \"Revisions\" WHERE \"Id\" = @0", [of]), row => row.GetInt64(0), cancelled)).Single();

    public void Dispose() => Reads.Dispose();
}
