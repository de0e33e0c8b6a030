using System.Diagnostics;

namespace TeamsPlanBot.Load;

/// <summary>What was measured of one side.</summary>
internal sealed record Figures(double TurnsASecond, double P50, double P95, double P99, double ProcessorMilliseconds, double PeakMegabytes);

/// <summary>One of the two that are compared, and what was measured of it so far.</summary>
internal sealed class Side(Server server, Asker asker)
{
    // The bot keeps some things half a second after the reply; that work belongs to the turn.
    private static readonly TimeSpan Aftermath = TimeSpan.FromMilliseconds(750);

    // What runs often is compiled again and again while it becomes warm, and that takes time more than turns.
    private static readonly TimeSpan LeastWarmUp = TimeSpan.FromSeconds(5);

    // The bare endpoint is through its turns in a moment, which would be too short to measure.
    private static readonly TimeSpan LeastRound = TimeSpan.FromSeconds(1);

    private readonly List<double> waits = [];
    private TimeSpan asking;
    private TimeSpan processor;

    public async Task WarmUpAsync(int turns, CancellationToken cancelled)
    {
        await asker.AskAsync(turns, LeastWarmUp, cancelled);
        await Task.Delay(Aftermath, cancelled);
    }

    public async Task MeasureAsync(int turns, CancellationToken cancelled)
    {
        var before = server.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        waits.AddRange(await asker.AskAsync(turns, LeastRound, cancelled));
        asking += Stopwatch.GetElapsedTime(started);
        await Task.Delay(Aftermath, cancelled);
        processor += server.ProcessorTime - before;
    }

    public Figures Figures()
    {
        waits.Sort();
        return new Figures(
            waits.Count / asking.TotalSeconds,
            Percentile(50),
            Percentile(95),
            Percentile(99),
            processor.TotalMilliseconds / waits.Count,
            server.PeakMemory / 1e6);
    }

    private double Percentile(int percent) => waits[(int)Math.Ceiling(waits.Count * percent / 100.0) - 1];
}
