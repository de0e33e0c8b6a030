namespace TeamsPlanBot.Teams.Tests;

/// <summary>A clock that goes on by hand; what is due on the way happens in order, each at its own time.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private readonly DateTimeOffset start = DateTimeOffset.UtcNow;
    private TimeSpan gone;
    private int underWay;

    public TimeSpan Gone
    {
        get
        {
            lock (gate)
            {
                return gone;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next alarm rings; never, if none is set.</summary>
    public TimeSpan Next
    {
        get
        {
            lock (gate)
            {
                return alarms.Count == 0 ? TimeSpan.MaxValue : alarms.Min(alarm => alarm.Due);
            }
        }
    }

    public override long GetTimestamp() => Gone.Ticks;

    public override DateTimeOffset GetUtcNow() => start + Gone;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    public void GoOn(TimeSpan length)
    {
        var end = Gone + length;
        while (true)
        {
            Alarm? next;
            lock (gate)
            {
                next = alarms.Where(alarm => alarm.Due <= end).MinBy(alarm => alarm.Due);
                if (next is null)
                {
                    gone = end;
                    return;
                }

                alarms.Remove(next);
                gone = next.Due > gone ? next.Due : gone;
            }

            next.Ring();
        }
    }

    /// <summary>Goes on in steps, with a little real time between them for others to run, until a task is done.</summary>
    public async Task<T> UntilAsync<T>(Task<T> task, TimeSpan step)
    {
        await UntilAsync((Task)task, step);
        return await task;
    }

    public async Task UntilAsync(Task task, TimeSpan step)
    {
        for (var i = 0; i < 20_000 && !task.IsCompleted; i++)
        {
            await Task.WhenAny(task, Task.Delay(1));
            if (!task.IsCompleted && Volatile.Read(ref underWay) == 0)
            {
                GoOn(step);
            }
        }

        await task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>A wire that takes no time by this clock: however slow the machine is, <see cref="UntilAsync(Task, TimeSpan)"/> waits for answers before it goes on.</summary>
    public HttpMessageHandler Stopping(HttpMessageHandler wire) => new Stopped(this, wire);

    private sealed class Stopped(HandClock clock, HttpMessageHandler wire) : DelegatingHandler(wire)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref clock.underWay);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref clock.underWay);
            }
        }
    }

    private sealed class Alarm(HandClock clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.alarms.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = clock.gone + dueTime;
                    clock.alarms.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
