namespace TeamsPlanBot.Load;

/// <summary>One of the two that are compared, and what was measured of it so far.</summary>
internal sealed class Side(Server server, Asker asker, Forger forger) : IDisposable
{
    // What runs often is compiled again and again while it becomes warm, and that takes time more than turns: the bot is through with it after ten seconds of load.
    private static readonly TimeSpan LeastWarmUp = TimeSpan.FromSeconds(15);

    // The bare endpoint is through its turns in a moment, which would be too short to measure.
    private static readonly TimeSpan LeastRound = TimeSpan.FromSeconds(1);

    private readonly List<double> waits = [];

    public Tally Turns { get; } = new(server);

    public Tally Refusals { get; } = new(server);

    public long PeakMemory { get; private set; }

    public async Task WarmUpAsync(int turns, CancellationToken cancelled) => await asker.AskAsync(turns, LeastWarmUp, cancelled);

    public async Task MeasureTurnsAsync(int turns, CancellationToken cancelled)
    {
        await Turns.AddAsync(
            async () =>
            {
                var waited = await asker.AskAsync(turns, LeastRound, cancelled);
                waits.AddRange(waited);
                return waited.Count;
            },
            cancelled);
        PeakMemory = server.PeakMemory;
    }

    public Task WarmRefusalsUpAsync(CancellationToken cancelled) => forger.ForgeAsync(LeastWarmUp, cancelled);

    public Task MeasureRefusalsAsync(CancellationToken cancelled) => Refusals.AddAsync(() => forger.ForgeAsync(LeastRound, cancelled), cancelled);

    /// <summary>So many of a hundred waits were no longer than this, in milliseconds.</summary>
    public double Wait(int percent)
    {
        waits.Sort();
        return waits[(int)Math.Ceiling(waits.Count * percent / 100.0) - 1];
    }

    public void Dispose()
    {
        asker.Dispose();
        forger.Dispose();
    }
}
