using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Teams;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>How much one sender may say and press in a minute: far more than anybody does by hand, so that one account that runs wild keeps nobody else waiting.</summary>
/// <remarks>Minutes are counted from the start and not by the clock, which may be set back. Around the end of one twice as much may come at once; that does no harm.</remarks>
internal sealed class SenderLimit(IOptions<TeamsOptions> teams, TimeProvider time)
{
    // What needs no token is this computer's own.
    private readonly int most = teams.Value.DangerouslyAllowUnauthenticatedLoopback ? 0 : teams.Value.MessagesAMinute;
    private readonly long started = time.GetTimestamp();
    private Minute current = new(0);

    public int Most => most;

    /// <summary>Counts one more of this sender, and says by how many it is too many; 0 where it is not.</summary>
    public int Over(string sender)
    {
        if (most == 0)
        {
            return 0;
        }

        var minute = current;
        var now = (long)time.GetElapsedTime(started).TotalMinutes;
        if (minute.Number != now)
        {
            var next = new Minute(now);
            minute = Interlocked.CompareExchange(ref current, next, minute) == minute ? next : current;
        }

        return Math.Max(0, minute.Said.AddOrUpdate(sender, 1, (_, said) => said + 1) - most);
    }

    private sealed record Minute(long Number)
    {
        public ConcurrentDictionary<string, int> Said { get; } = new();
    }
}
