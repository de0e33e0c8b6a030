namespace TeamsPlanBot.FakeTeams;

/// <summary>A clock that shows another time than it is, and can be put forward or back; time passes as it does.</summary>
public sealed class WallClock(DateTimeOffset start) : TimeProvider
{
    private readonly long started = System.GetTimestamp();
    private TimeSpan put;

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(started) + put;

    public void Put(TimeSpan by) => put += by;
}
