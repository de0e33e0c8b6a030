namespace TeamsPlanBot.Data;

/// <summary>Where those stand in line who want to write, if the engine lets one write at a time.</summary>
/// <remarks>SQLite waits for its lock on the thread that asks. So a store that another program locks holds up one thread, and not one for each who writes until none are left for questions.</remarks>
/// <param name="free">Lets one through at a time; null where nobody has to wait.</param>
internal sealed class WritersLine(SemaphoreSlim? free)
{
    /// <summary>Waits for the turn to write, which ends when it is disposed of.</summary>
    public async ValueTask<Turn> EnterAsync(TimeSpan patience, CancellationToken cancelled) =>
        free is null ? default
        : await free.WaitAsync(patience, cancelled) ? new Turn(free)
        : throw new StoreBusyException();

    public readonly struct Turn(SemaphoreSlim? line) : IDisposable
    {
        public void Dispose() => line?.Release();
    }
}

/// <summary>Somebody else holds the store, and others waited to write before this one.</summary>
public sealed class StoreBusyException() : TimeoutException("The store is locked by another program, and others wait to write.");
