using System.Data.Common;

namespace TeamsPlanBot.Data;

/// <summary>Opens the store, whatever engine it is on; each piece of work opens its own.</summary>
public sealed class PlanStores(Func<PlanStore> open, Func<DbConnection> connect) : IDisposable
{
    /// <summary>The short way to the questions that are asked all the time.</summary>
    public PreparedReads Reads { get; } = new(connect);

    public PlanStore Open() => open();

    public void Dispose() => Reads.Dispose();
}
