namespace TeamsPlanBot.FakeTeams;

/// <summary>A clock that moves only when it is told to, and its timers with it.</summary>
public sealed class HandDrivenTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<HandDrivenTimer> timers = [];
    private DateTimeOffset now = start;
    private TimeSpan put;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now + put;
        }
    }

    /// <summary>Puts the clock forward or back; no time passes by that.</summary>
    public void Put(TimeSpan by)
    {
        lock (gate)
        {
            put += by;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (gate)
        {
            return now.Ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            var timer = new HandDrivenTimer(this, () => callback(state), period) { Due = When(dueTime) };
            timers.Add(timer);
            return timer;
        }
    }

    /// <summary>Lets time pass, and everything happen that was due meanwhile, in its order.</summary>
    public void Advance(TimeSpan span)
    {
        DateTimeOffset end;
        lock (gate)
        {
            end = now + span;
        }

        while (Next(end) is { } due)
        {
            due.Ring();
        }

        lock (gate)
        {
            now = end;
        }
    }

    private DateTimeOffset When(TimeSpan due) => due == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : now + due;

    private HandDrivenTimer? Next(DateTimeOffset end)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is not null)
            {
                now = next.Due;
                next.Due = When(next.Period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : next.Period);
            }

            return next;
        }
    }

    private sealed class HandDrivenTimer(HandDrivenTime time, Action ring, TimeSpan period) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; } = period;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                (Due, Period) = (time.When(dueTime), period);
                return true;
            }
        }

        public void Dispose()
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
