using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Teams.Tests;

/// <summary>However sends come, no stretch of time holds more of them than Teams takes; each gets its turn, in order.</summary>
public sealed class SendLimitsTests
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    // What leaves so far apart arrives a second apart, or two, also where it was some time on its way.
    private static readonly (int Sends, double Seconds)[] OfThread = [(7, 1.1), (8, 2.1), (60, 30.1), (1800, 3600.1)];
    private static readonly (int Sends, double Seconds) OfTenant = (50, 1.25);

    private readonly HandClock clock = new();
    private readonly SendLimits limits;

    public SendLimitsTests() => limits = new SendLimits(clock);

    [Theory]
    [InlineData(1, 10_000, 100)]
    [InlineData(2, 3_000, 2_500)]
    [InlineData(3, 5_000, 1_000)]
    public void No_window_of_a_thread_is_ever_exceeded_and_nobody_is_passed_or_lost(int seed, int sends, int milliseconds)
    {
        var random = new Random(seed);
        var arrivals = new List<TimeSpan>();
        var at = TimeSpan.Zero;
        while (arrivals.Count < sends)
        {
            // Quiet and bursts, and bursts exactly when a window opens again.
            at += random.Next(4) == 0 ? TimeSpan.FromSeconds(random.Next(3)) : TimeSpan.FromMilliseconds(random.Next(2 * milliseconds));
            arrivals.AddRange(Enumerable.Repeat(at, Math.Min(random.Next(3) == 0 ? random.Next(1, 20) : 1, sends - arrivals.Count)));
        }

        var went = Times([.. arrivals.Select(arrival => (arrival, "thread", "tenant"))]);

        Assert.Equal(sends, went.Count);
        Assert.Equal(went.Order(), went);
        Assert.All(OfThread, window => AssertKept(went, window.Sends, window.Seconds));
    }

    [Fact]
    public void A_flood_goes_as_fast_as_the_windows_let_it()
    {
        var went = Times([.. Enumerable.Repeat((TimeSpan.Zero, "thread", "tenant"), 2_000)]);

        Assert.All(OfThread, window => AssertKept(went, window.Sends, window.Seconds));
        Assert.Equal(7, went.Count(at => at < TimeSpan.FromSeconds(1)));
        Assert.Equal(8, went.Count(at => at < TimeSpan.FromSeconds(2)));
        Assert.InRange(went.Count(at => at < TimeSpan.FromSeconds(30)), 59, 60);
        Assert.InRange(went.Count(at => at < TimeSpan.FromMinutes(59)), 1_790, 1_800);
        Assert.InRange(went[^1], TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(66));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_window_of_a_tenant_is_ever_exceeded_by_its_many_threads(int seed)
    {
        var random = new Random(seed);
        var at = TimeSpan.Zero;
        var arrivals = new List<(TimeSpan At, string Thread, string Tenant)>();
        while (arrivals.Count < 6_000)
        {
            at += TimeSpan.FromMilliseconds(random.Next(30));
            arrivals.Add((at, $"thread {random.Next(300)}", random.Next(5) == 0 ? "other" : "tenant"));
        }

        var goes = Turns(arrivals);

        Assert.Equal(arrivals.Count, goes.Count);
        foreach (var tenant in goes.GroupBy(go => go.Tenant))
        {
            AssertKept([.. tenant.Select(go => go.At).Order()], OfTenant.Sends, OfTenant.Seconds);
        }

        foreach (var thread in goes.GroupBy(go => go.Thread))
        {
            Assert.Equal(thread.Select(go => go.Number).Order(), thread.OrderBy(go => go.At).ThenBy(go => go.Number).Select(go => go.Number));
            Assert.All(OfThread, window => AssertKept([.. thread.Select(go => go.At).Order()], window.Sends, window.Seconds));
        }
    }

    [Fact]
    public void One_busy_thread_holds_up_no_other_of_its_tenant()
    {
        var goes = Turns([.. Enumerable.Repeat((TimeSpan.Zero, "busy", "tenant"), 60), (TimeSpan.FromSeconds(5), "quiet", "tenant")]);

        Assert.Equal(TimeSpan.FromSeconds(5), goes.Single(go => go.Thread == "quiet").At);
    }

    [Fact]
    public async Task Who_would_wait_longer_than_its_patience_is_told_at_once_how_long()
    {
        for (var i = 0; i < 7; i++)
        {
            Assert.Equal(TimeSpan.Zero, await limits.EnterAsync("thread", "tenant", TimeSpan.Zero, false, default));
        }

        var wait = limits.EnterAsync("thread", "tenant", TimeSpan.FromSeconds(0.5), false, default);

        Assert.True(wait.IsCompleted);
        Assert.InRange(await wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.1));
    }

    [Fact]
    public async Task Who_is_turned_away_takes_nobodys_place()
    {
        for (var i = 0; i < 20; i++)
        {
            await limits.EnterAsync("thread", "tenant", TimeSpan.Zero, false, default);
        }

        clock.GoOn(TimeSpan.FromSeconds(2.1));

        Assert.Equal(TimeSpan.Zero, await limits.EnterAsync("thread", "tenant", TimeSpan.Zero, false, default));
    }

    [Fact]
    public async Task Who_leaves_the_line_holds_up_nobody()
    {
        using var leaving = new CancellationTokenSource();
        var waits = Enumerable.Range(0, 10).Select(i => limits.EnterAsync("thread", "tenant", Long, false, i == 7 ? leaving.Token : default).AsTask()).ToList();

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits[7]);
        clock.GoOn(TimeSpan.FromSeconds(30));
        await Task.WhenAll(waits.Where(wait => wait != waits[7])).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_thread_that_is_held_back_waits_with_all_its_sends_and_others_go_on()
    {
        limits.HoldBack("thread", TimeSpan.FromSeconds(20));

        var first = limits.EnterAsync("thread", "tenant", Long, false, default).AsTask();
        var second = limits.EnterAsync("thread", "tenant", Long, false, default).AsTask();
        Assert.Equal(TimeSpan.Zero, await limits.EnterAsync("other", "tenant", TimeSpan.Zero, false, default));
        Assert.Equal(TimeSpan.FromSeconds(20), await limits.EnterAsync("thread", "tenant", TimeSpan.FromSeconds(12), false, default));

        clock.GoOn(TimeSpan.FromSeconds(19.9));
        Assert.False(first.IsCompleted || second.IsCompleted);
        clock.GoOn(TimeSpan.FromSeconds(0.2));
        await Task.WhenAll(first, second).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Who_tries_again_goes_before_those_who_came_later()
    {
        limits.HoldBack("thread", TimeSpan.FromSeconds(5));
        var order = new List<string>();
        var later = NoteAsync("later", false);
        var again = NoteAsync("again", true);

        // Seven go at once, so what came later needs a second turn to be told apart.
        for (var i = 0; i < 6; i++)
        {
            _ = limits.EnterAsync("thread", "tenant", Long, true, default).AsTask();
        }

        clock.GoOn(TimeSpan.FromSeconds(5));
        await again.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(later.IsCompleted);
        clock.GoOn(TimeSpan.FromSeconds(2));
        await later.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(["again", "later"], order);

        async Task NoteAsync(string who, bool first)
        {
            await limits.EnterAsync("thread", "tenant", Long, first, default);
            order.Add(who);
        }
    }

    [Fact]
    public async Task What_was_idle_for_long_is_forgotten_and_what_still_counts_is_not()
    {
        for (var i = 0; i < 5_000; i++)
        {
            await limits.EnterAsync($"thread {i}", $"tenant {i % 200}", Long, false, default);
            clock.GoOn(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(5_200, limits.Remembered);
        clock.GoOn(TimeSpan.FromMinutes(55));
        await limits.EnterAsync("thread 1", "tenant 1", Long, false, default);
        Assert.InRange(limits.Remembered, 5_000, 5_200);
        clock.GoOn(TimeSpan.FromMinutes(11));
        await limits.EnterAsync("thread 1", "tenant 1", Long, false, default);
        Assert.Equal(2, limits.Remembered);
    }

    [Fact]
    public async Task Without_limits_only_what_is_held_back_waits()
    {
        var none = SendLimits.None(clock);
        for (var i = 0; i < 5_000; i++)
        {
            Assert.Equal(TimeSpan.Zero, await none.EnterAsync("thread", "tenant", TimeSpan.Zero, false, default));
        }

        none.HoldBack("thread", TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(3), await none.EnterAsync("thread", "tenant", TimeSpan.Zero, false, default));
    }

    private List<TimeSpan> Times(IReadOnlyList<(TimeSpan At, string Thread, string Tenant)> arrivals) => [.. Turns(arrivals).OrderBy(go => go.Number).Select(go => go.At)];

    // From arrival to arrival and alarm to alarm, so that each time noted is exact.
    private List<Go> Turns(IReadOnlyList<(TimeSpan At, string Thread, string Tenant)> arrivals)
    {
        var goes = new List<Go>();
        var waiting = new List<(int Number, Task<TimeSpan> Turn)>();
        for (var next = 0; next < arrivals.Count || waiting.Count > 0;)
        {
            Assert.True(clock.Gone < TimeSpan.FromDays(1), $"{waiting.Count} still wait.");
            var soonest = next < arrivals.Count && arrivals[next].At < clock.Next ? arrivals[next].At : clock.Next;
            clock.GoOn(soonest > clock.Gone ? soonest - clock.Gone : TimeSpan.Zero);
            for (; next < arrivals.Count && arrivals[next].At <= clock.Gone; next++)
            {
                waiting.Add((next, limits.EnterAsync(arrivals[next].Thread, arrivals[next].Tenant, Long, false, default).AsTask()));
            }

            goes.AddRange(waiting.Where(waiter => waiter.Turn.IsCompleted).Select(waiter => new Go(waiter.Number, arrivals[waiter.Number].Thread, arrivals[waiter.Number].Tenant, clock.Gone)));
            waiting.RemoveAll(waiter => waiter.Turn.IsCompleted);
        }

        return goes;
    }

    // A window is full when its last send comes sooner after its first than it is long.
    private static void AssertKept(List<TimeSpan> went, int sends, double seconds)
    {
        for (var i = sends; i < went.Count; i++)
        {
            Assert.True(went[i] - went[i - sends] >= TimeSpan.FromSeconds(seconds), $"{sends + 1} sends within {went[i] - went[i - sends]} from {went[i - sends]} on.");
        }
    }

    private sealed record Go(int Number, string Thread, string Tenant, TimeSpan At);
}
