using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TeamsPlanBot.Teams.Incoming;

/// <summary>Counts and logs who was not let in. However many come, the log stays readable: the first few of a reason are told one by one, the others together.</summary>
public sealed partial class Refusals(TimeProvider time, ILogger<Refusals> log)
{
    /// <summary>So many of one reason are told one by one, within a moment.</summary>
    public const int ToldOneByOne = 10;

    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>How often those told together are told, while they keep coming.</summary>
    public static readonly TimeSpan Flood = TimeSpan.FromSeconds(10);

    private readonly TimeProvider time = time;
    private readonly ILogger<Refusals> log = log;

    // Reasons are fixed words, so there are few.
    private readonly ConcurrentDictionary<string, Tally> tallies = new();

    /// <summary>A caller was refused, for this fixed reason.</summary>
    public void Caller(string reason)
    {
        Measures.Refusals.Add(1, new KeyValuePair<string, object?>("reason", reason));
        if (tallies.GetOrAdd(reason, static (reason, refusals) => new Tally(reason, refusals), this).Count())
        {
            Refused(log, reason);
        }
    }

    [LoggerMessage(1001, LogLevel.Warning, "Caller refused: {Reason}.")]
    private static partial void Refused(ILogger log, string reason);

    [LoggerMessage(1002, LogLevel.Warning, "… and {Count:N0} more callers refused: {Reason}.")]
    private static partial void RefusedTogether(ILogger log, long count, string reason);

    private sealed class Tally(string reason, Refusals refusals)
    {
        private readonly Lock gate = new();
        private DateTimeOffset momentEnds;
        private int told;
        private long untold;
        private ITimer? summing;

        /// <summary>Counts one more; true if it is to be told by itself.</summary>
        public bool Count()
        {
            lock (gate)
            {
                var now = refusals.time.GetUtcNow();
                if (summing is null && now >= momentEnds)
                {
                    (momentEnds, told) = (now + Moment, 0);
                }

                if (summing is null && told < ToldOneByOne)
                {
                    told++;
                    return true;
                }

                untold++;
                summing ??= refusals.time.CreateTimer(static tally => ((Tally)tally!).Sum(), this, Moment, Flood);
                return false;
            }
        }

        private void Sum()
        {
            long count;
            lock (gate)
            {
                (count, untold) = (untold, 0);
                if (count == 0)
                {
                    summing?.Dispose();
                    summing = null;
                }
            }

            if (count > 0)
            {
                RefusedTogether(refusals.log, count, reason);
            }
        }
    }
}
