namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>So many sends in so long.</summary>
internal sealed record Window(int Sends, TimeSpan Length);

/// <summary>Remembers when sends went, and says when the next may go: no stretch of time ever holds more of them than its window allows.</summary>
/// <remarks>A bucket that refills lets nearly twice its size through when it was full; so the short windows know each send, and the long one counts by the minute.</remarks>
internal sealed class Pace(IReadOnlyList<Window> windows, Window? longest = null)
{
    private static readonly TimeSpan Bin = TimeSpan.FromMinutes(1);

    private readonly int most = windows.Count == 0 ? 0 : windows.Max(window => window.Sends);
    private TimeSpan[] recent = [];
    private int last = -1;
    private int known;
    private Queue<(long Minute, int Sends)>? minutes;
    private (long Minute, int Sends) current;
    private int inMinutes;
    private TimeSpan held;

    /// <summary>The earliest time for a send that has this many others before it; never too late, and exact where none is before it.</summary>
    public TimeSpan Earliest(TimeSpan now, int ahead = 0)
    {
        var earliest = held > now ? held : now;
        foreach (var window in windows)
        {
            var (rounds, rest) = Math.DivRem(ahead, window.Sends);
            var free = Free(window, window.Sends - rest, now) + (rounds * window.Length);
            earliest = free > earliest ? free : earliest;
        }

        var inHour = longest is null ? now : FreeInLongest(longest, now, ahead);
        return inHour > earliest ? inHour : earliest;
    }

    public void Record(TimeSpan now)
    {
        if (most > 0)
        {
            if (known == recent.Length && known < most)
            {
                Grow();
            }

            last = (last + 1) % recent.Length;
            recent[last] = now;
            known = Math.Min(known + 1, recent.Length);
        }

        if (longest is not null)
        {
            var minute = now.Ticks / Bin.Ticks;
            if (minute != current.Minute && current.Sends > 0)
            {
                (minutes ??= new()).Enqueue(current);
                current = default;
            }

            current = (minute, current.Sends + 1);
            inMinutes++;
        }
    }

    /// <summary>Nothing may go before this time.</summary>
    public void Hold(TimeSpan until) => held = until > held ? until : held;

    /// <summary>Whether it was said that nothing may go yet.</summary>
    public bool IsHeld(TimeSpan now) => held > now;

    /// <summary>Whether all that is remembered no longer matters.</summary>
    public bool IsForgettable(TimeSpan now)
    {
        Forget(now);
        return held <= now && inMinutes == 0 && windows.All(window => Free(window, 1, now) <= now);
    }

    // Free once the send so many back has left the window.
    private TimeSpan Free(Window window, int back, TimeSpan now)
    {
        if (back > known)
        {
            return now;
        }

        var free = recent[(last - back + 1 + recent.Length) % recent.Length] + window.Length;
        return free > now ? free : now;
    }

    private TimeSpan FreeInLongest(Window window, TimeSpan now, int ahead)
    {
        Forget(now);
        var over = inMinutes + ahead - window.Sends;
        if (over < 0)
        {
            return now;
        }

        foreach (var (minute, sends) in minutes ?? [])
        {
            over -= sends;
            if (over < 0)
            {
                return Gone(minute, window);
            }
        }

        return Gone(current.Minute, window);
    }

    private void Forget(TimeSpan now)
    {
        while (longest is not null && minutes is { Count: > 0 } && Gone(minutes.Peek().Minute, longest) <= now)
        {
            inMinutes -= minutes.Dequeue().Sends;
        }

        if (longest is not null && minutes is not { Count: > 0 } && Gone(current.Minute, longest) <= now)
        {
            inMinutes -= current.Sends;
            current = default;
        }
    }

    private static TimeSpan Gone(long minute, Window window) => ((minute + 1) * Bin) + window.Length;

    private void Grow()
    {
        var larger = new TimeSpan[Math.Min(Math.Max(4, known * 2), most)];
        for (var i = 0; i < known; i++)
        {
            larger[i] = recent[(last + 1 + i) % recent.Length];
        }

        recent = larger;
        last = known - 1;
    }
}
