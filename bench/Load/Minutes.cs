using System.Diagnostics;

namespace TeamsPlanBot.Load;

/// <summary>What was measured minute by minute, and what becomes of it over time.</summary>
internal sealed class Minutes
{
    private const int MostCompared = 5;

    private static readonly TimeSpan BetweenSamples = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly List<double> all = [];
    private readonly List<List<double>> ended = [];
    private readonly List<(double Minute, double Megabytes)> memory = [];
    private readonly long started = Stopwatch.GetTimestamp();
    private List<double> current = [];
    private long sampled;

    public static string Heading => $"{"minute",6}{"turns",9}{"wrong",7}{"p50, ms",9}{"p99, ms",9}{"longest",9}{"memory, MB",12}{"threads",9}{"handles",9}{"store, MB",11}{"WAL, MB",9}";

    /// <summary>How many minutes at the beginning are compared with as many at the end; the first one, in which the bot becomes warm, is left out where there are enough.</summary>
    public int Part => Math.Clamp((Whole.Count - 1) / 2, 1, MostCompared);

    public (double First, double Last) FirstAndLastP99
    {
        get
        {
            var skipped = Whole.Count > 2 ? 1 : 0;
            return (At([.. Whole.Skip(skipped).Take(Part).SelectMany(minute => minute)], 99), At([.. Whole.TakeLast(Part).SelectMany(minute => minute)], 99));
        }
    }

    /// <summary>The slope of a straight line through the memory, in MB a minute; the first half, in which the bot becomes warm and meets everybody, is left out.</summary>
    public double GrowthAMinute
    {
        get
        {
            var warm = memory.Where(sample => sample.Minute > memory[^1].Minute / 2).ToList();
            var (meanMinute, meanSize) = (warm.Average(sample => sample.Minute), warm.Average(sample => sample.Megabytes));
            var spread = warm.Sum(sample => Math.Pow(sample.Minute - meanMinute, 2));
            return spread == 0 ? 0 : warm.Sum(sample => (sample.Minute - meanMinute) * (sample.Megabytes - meanSize)) / spread;
        }
    }

    // What is left of the last minute may be a few turns.
    private List<List<double>> Whole => [.. ended.Where(minute => minute.Count > ended.Max(one => one.Count) / 2)];

    public void Add(double wait)
    {
        lock (gate)
        {
            all.Add(wait);
            current.Add(wait);
        }
    }

    public void Sample(Func<long> bytes)
    {
        if (memory.Count == 0 || Stopwatch.GetElapsedTime(sampled) >= BetweenSamples)
        {
            sampled = Stopwatch.GetTimestamp();
            memory.Add((Stopwatch.GetElapsedTime(started).TotalMinutes, bytes() / 1e6));
        }
    }

    /// <summary>Ends a minute, and tells it.</summary>
    public string End(int number, Server server, string store, int wrong)
    {
        List<double> waits;
        lock (gate)
        {
            (waits, current) = (current, []);
        }

        ended.Add(waits);
        return $"{number,6}{waits.Count,9:N0}{wrong,7:N0}{At(waits, 50),9:N1}{At(waits, 99),9:N1}{At(waits, 100),9:N1}{server.Memory / 1e6,12:N0}{server.Threads,9:N0}{server.Handles,9:N0}{Size(store),11:N1}{Size($"{store}-wal"),9:N1}";
    }

    /// <summary>So many of a hundred waits were no longer than this, in milliseconds.</summary>
    public double Wait(int percent) => At(all, percent);

    private static double At(List<double> waits, int percent)
    {
        if (waits.Count == 0)
        {
            return 0;
        }

        waits.Sort();
        return waits[(int)Math.Ceiling(waits.Count * percent / 100.0) - 1];
    }

    private static double Size(string file) => File.Exists(file) ? new FileInfo(file).Length / 1e6 : 0;
}
