using System.Diagnostics;

namespace TeamsPlanBot.Load;

/// <summary>What a server did, round by round: how much of it, in what time, and for how much of the processor's.</summary>
internal sealed class Tally(Server server)
{
    // The bot keeps some things half a second after the reply; that work belongs to the turn.
    private static readonly TimeSpan Aftermath = TimeSpan.FromMilliseconds(750);

    private readonly List<(int Count, TimeSpan Time, TimeSpan Processor)> rounds = [];

    public double ASecond => Count / rounds.Sum(round => round.Time.TotalSeconds);

    /// <summary>By the processor time of the server alone, so it does not matter what else the computer does.</summary>
    public double ASecondOfACore => Count / rounds.Sum(round => round.Processor.TotalSeconds);

    public IEnumerable<double> RoundsASecondOfACore => rounds.Select(round => round.Count / round.Processor.TotalSeconds);

    private int Count => rounds.Sum(round => round.Count);

    public async Task AddAsync(Func<Task<int>> round, CancellationToken cancelled)
    {
        var before = server.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var count = await round();
        var time = Stopwatch.GetElapsedTime(started);
        await Task.Delay(Aftermath, cancelled);
        rounds.Add((count, time, server.ProcessorTime - before));
    }
}
