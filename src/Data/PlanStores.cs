using System.Data.Common;
using TeamsPlanBot.Data.Figures;

namespace TeamsPlanBot.Data;

/// <summary>Opens a store. Not Func&lt;PlanStore&gt;, which would load EF to be made.</summary>
public delegate PlanStore OpenStore();

/// <summary>Opens the store, whatever engine it is on; each piece of work opens its own.</summary>
/// <param name="pool">Makes the way stores are opened, when the first is: until then nothing of EF is even loaded.</param>
/// <param name="file">The file that holds the store, if it is one.</param>
public sealed class PlanStores(StoreEngine engine, Func<OpenStore> pool, Func<DbConnection> connect, string? file) : IDisposable
{
    // As long as SQLite waits for its lock.
    private static readonly TimeSpan WritersPatience = TimeSpan.FromSeconds(30);

    private readonly Lazy<OpenStore> open = new(pool);

    public StoreEngine Engine => engine;

    internal Dialect Dialect => engine.Dialect;

    /// <summary>Which figures are kept from being shown.</summary>
    public Masking Masking { get; set; } = Masking.None;

    /// <summary>The short way to the questions that are asked all the time.</summary>
    public PreparedStatements Prepared { get; } = new(connect, engine);

    /// <summary>The file that holds the store, with its whole path, if it is one.</summary>
    public string? Location => file;

    /// <summary>The store's file was never made, or was taken away. A connection opened earlier still reads it, and what that writes is lost.</summary>
    public bool IsGone => file is not null && !File.Exists(file);

    /// <summary>The migrations this program knows for the engine, in order.</summary>
    public IReadOnlyList<string> Migrations { get; } =
    [
        .. typeof(PlanStores).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"Migrations/{engine.Name}/", StringComparison.Ordinal))
            .Select(name => name.Split('/')[^1])
            .Order(StringComparer.Ordinal),
    ];

    public PlanStore Open() => open.Value();

    /// <summary>Waits until this program's other writers are done, where the engine lets one write at a time. Whoever has the turn must not wait for another.</summary>
    internal ValueTask<WritersLine.Turn> TurnToWriteAsync(CancellationToken cancelled) => Prepared.Writers.EnterAsync(WritersPatience, cancelled);

    /// <summary>Makes the folder that the store is to be made in.</summary>
    internal void MakeFolder()
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>How often something was changed.</summary>
    internal async Task<long> RevisionAsync(int of, CancellationToken cancelled) =>
        (await Prepared.RowsAsync(new Sql("SELECT \"Number\" FROM \"Revisions\" WHERE \"Id\" = @0", [of]), row => row.GetInt64(0), cancelled)).Single();

    public void Dispose() => Prepared.Dispose();
}
