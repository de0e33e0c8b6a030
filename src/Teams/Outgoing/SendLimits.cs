namespace TeamsPlanBot.Teams.Outgoing;

/// <summary>Lets sends go no faster than Teams takes them, first come first served in each thread.</summary>
/// <remarks>Not System.Threading.RateLimiting: its limiters refill by timers of their own, so they can neither be driven by a TimeProvider nor promise that no sliding window is exceeded.</remarks>
public sealed class SendLimits
{
    // What is counted here leaves, and what Teams counts arrives: what left a second apart may arrive closer.
    // The sends of a tenant take many connections, of which new ones take their time; those of a thread follow one another.
    private static readonly TimeSpan ThreadMargin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan TenantMargin = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Tidying = TimeSpan.FromMinutes(10);

    private static readonly Window[] OfThread = [Each(7, 1, ThreadMargin), Each(8, 2, ThreadMargin), Each(60, 30, ThreadMargin)];
    private static readonly Window OfThreadByHour = Each(1800, 3600, ThreadMargin);
    private static readonly Window[] OfTenant = [Each(50, 1, TenantMargin)];

    private readonly TimeProvider time;
    private readonly bool unlimited;
    private readonly long started;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Line> threads = [];
    private readonly Dictionary<string, Crowd> tenants = [];
    private TimeSpan tidied;

    public SendLimits(TimeProvider time)
        : this(time, unlimited: false)
    {
    }

    private SendLimits(TimeProvider time, bool unlimited)
    {
        this.time = time;
        this.unlimited = unlimited;
        started = time.GetTimestamp();
    }

    /// <summary>How many threads and tenants are remembered.</summary>
    public int Remembered
    {
        get
        {
            lock (gate)
            {
                return threads.Count + tenants.Count;
            }
        }
    }

    private TimeSpan Now => time.GetElapsedTime(started);

    /// <summary>Limits that hold nobody back unless told to: the local client on this computer has none.</summary>
    public static SendLimits None(TimeProvider time) => new(time, unlimited: true);

    /// <summary>Waits for the turn of a send. Zero once it may go; else, at once, how long it would have to wait, because that is longer than its patience.</summary>
    /// <param name="thread">The conversation with its thread; null for calls that count for the tenant alone.</param>
    /// <param name="again">It stood in line before and goes to the front.</param>
    public ValueTask<TimeSpan> EnterAsync(string? thread, string? tenant, TimeSpan patience, bool again, CancellationToken cancelled)
    {
        lock (gate)
        {
            var now = Now;
            Tidy(now);
            var line = thread is null ? new Line(this, []) : LineOf(thread);
            var crowd = tenant is null || unlimited ? null : CrowdOf(tenant);
            var wait = line.Wait(now, again, crowd);
            if (wait > patience)
            {
                return new ValueTask<TimeSpan>(wait);
            }

            if (wait <= TimeSpan.Zero && line.IsFree && crowd is not { Lines.Count: > 0 })
            {
                line.Pace.Record(now);
                crowd?.Pace.Record(now);
                return default;
            }

            var place = line.Join(new Waiter(crowd), again);
            place.Value.Leaving = cancelled.UnsafeRegister(_ => Leave(line, place, cancelled), null);
            Move(line, now);
            return new ValueTask<TimeSpan>(place.Value.Turn.Task);
        }
    }

    /// <summary>Nothing more goes to this thread for so long.</summary>
    public void HoldBack(string thread, TimeSpan length)
    {
        lock (gate)
        {
            LineOf(thread).Pace.Hold(Now + length);
        }
    }

    /// <summary>Whether this thread waits because somebody said so, and not for what was sent to it.</summary>
    public bool IsHeldBack(string thread)
    {
        lock (gate)
        {
            return threads.TryGetValue(thread, out var line) && line.Pace.IsHeld(Now);
        }
    }

    private static Window Each(int sends, int seconds, TimeSpan margin) => new(sends, TimeSpan.FromSeconds(seconds) + margin);

    private Line LineOf(string thread)
    {
        if (!threads.TryGetValue(thread, out var line))
        {
            threads[thread] = line = unlimited ? new Line(this, []) : new Line(this, OfThread, OfThreadByHour);
        }

        return line;
    }

    private Crowd CrowdOf(string tenant)
    {
        if (!tenants.TryGetValue(tenant, out var crowd))
        {
            tenants[tenant] = crowd = new Crowd(this, OfTenant);
        }

        return crowd;
    }

    private void Leave(Line line, LinkedListNode<Waiter> place, CancellationToken cancelled)
    {
        lock (gate)
        {
            if (place.List is not null)
            {
                line.Waiting.Remove(place);
                place.Value.Turn.SetCanceled(cancelled);
            }
        }
    }

    // Lets go whoever may in one thread; who is held up by the tenant alone waits among the tenant's threads.
    private void Move(Line line, TimeSpan now)
    {
        while (line is { InCrowd: false, Waiting.First.Value: var first })
        {
            if (line.Pace.Earliest(now) is var free && free > now)
            {
                line.Wake(free - now);
                return;
            }

            if (first.Crowd is { } crowd && (crowd.Lines.Count > 0 || crowd.Pace.Earliest(now) > now))
            {
                line.InCrowd = true;
                crowd.Lines.Enqueue(line);
                crowd.Wake(crowd.Pace.Earliest(now) - now);
                return;
            }

            Go(line, now);
        }
    }

    private void Move(Crowd crowd, TimeSpan now)
    {
        while (crowd.Lines.TryPeek(out var line))
        {
            var goes = line.Waiting.First?.Value.Crowd == crowd && line.Pace.Earliest(now) <= now;
            if (goes && crowd.Pace.Earliest(now) is var free && free > now)
            {
                crowd.Wake(free - now);
                return;
            }

            crowd.Lines.Dequeue();
            line.InCrowd = false;
            if (goes)
            {
                Go(line, now);
            }

            Move(line, now);
        }
    }

    private static void Go(Line line, TimeSpan now)
    {
        var first = line.Waiting.First!.Value;
        line.Waiting.RemoveFirst();
        line.Pace.Record(now);
        first.Crowd?.Pace.Record(now);
        first.Turn.SetResult(TimeSpan.Zero);

        // Not disposed of: that would wait for one who leaves this very moment, and waits for the gate.
        first.Leaving.Unregister();
    }

    private void Tidy(TimeSpan now)
    {
        if (now - tidied < Tidying)
        {
            return;
        }

        tidied = now;
        foreach (var (thread, _) in threads.Where(entry => entry.Value.IsFree && entry.Value.Pace.IsForgettable(now)))
        {
            threads.Remove(thread, out var line);
            line!.Dispose();
        }

        foreach (var (tenant, _) in tenants.Where(entry => entry.Value.Lines.Count == 0 && entry.Value.Pace.IsForgettable(now)))
        {
            tenants.Remove(tenant, out var crowd);
            crowd!.Dispose();
        }
    }

    /// <summary>One who waits for the turn.</summary>
    private sealed class Waiter(Crowd? crowd)
    {
        public Crowd? Crowd { get; } = crowd;

        public TaskCompletionSource<TimeSpan> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenRegistration Leaving { get; set; }
    }

    /// <summary>Those who wait to send to one thread, in the order they came.</summary>
    private sealed class Line(SendLimits limits, IReadOnlyList<Window> windows, Window? longest = null) : IDisposable
    {
        private LinkedList<Waiter>? waiting;
        private ITimer? timer;

        public Pace Pace { get; } = new(windows, longest);

        public LinkedList<Waiter> Waiting => waiting ??= new();

        public bool InCrowd { get; set; }

        public bool IsFree => waiting is not { Count: > 0 };

        public TimeSpan Wait(TimeSpan now, bool again, Crowd? crowd)
        {
            var free = Pace.Earliest(now, again || IsFree ? 0 : waiting!.Count);
            var among = crowd?.Pace.Earliest(now, crowd.Lines.Count) ?? now;
            return (among > free ? among : free) - now;
        }

        public LinkedListNode<Waiter> Join(Waiter waiter, bool first) => first ? Waiting.AddFirst(waiter) : Waiting.AddLast(waiter);

        public void Wake(TimeSpan due) => limits.Arm(ref timer, due, () => limits.Move(this, limits.Now));

        public void Dispose() => timer?.Dispose();
    }

    /// <summary>The threads of one tenant that could send, were it not for the tenant's limit.</summary>
    private sealed class Crowd(SendLimits limits, IReadOnlyList<Window> windows) : IDisposable
    {
        private Queue<Line>? lines;
        private ITimer? timer;

        public Pace Pace { get; } = new(windows);

        public Queue<Line> Lines => lines ??= new();

        public void Wake(TimeSpan due) => limits.Arm(ref timer, due, () => limits.Move(this, limits.Now));

        public void Dispose() => timer?.Dispose();
    }

    // Timers know whole milliseconds; one that rings early would only be set again.
    private void Arm(ref ITimer? timer, TimeSpan due, Action move)
    {
        timer ??= time.CreateTimer(
            _ =>
            {
                lock (gate)
                {
                    move();
                }
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(due.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
