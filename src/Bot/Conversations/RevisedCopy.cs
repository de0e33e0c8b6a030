namespace TeamsPlanBot.Bot.Conversations;

/// <summary>A copy of something in the store, made anew within half a second of a change there.</summary>
internal sealed class RevisedCopy<T>(Func<CancellationToken, Task<long>> revision, Func<CancellationToken, Task<T>> read, TimeProvider time) : IDisposable
    where T : class
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim reading = new(1);
    private volatile Copy? copy;

    public ValueTask<T> ReadAsync(CancellationToken cancelled) =>
        copy is { } fresh && IsFresh(fresh) ? ValueTask.FromResult(fresh.Content) : new ValueTask<T>(ReadAnewAsync(cancelled));

    /// <summary>Looks at the store again the next time, however fresh the copy is.</summary>
    public void Expire() => copy = copy is { } known ? known with { IsStale = true } : null;

    public void Dispose() => reading.Dispose();

    private async Task<T> ReadAnewAsync(CancellationToken cancelled)
    {
        await reading.WaitAsync(cancelled);
        try
        {
            if (copy is { } now && IsFresh(now))
            {
                return now.Content;
            }

            // The revision comes first: what changes while the content is read is noticed the next time.
            var at = time.GetTimestamp();
            var current = await revision(cancelled);
            var content = copy is { } old && old.Revision == current ? old.Content : await read(cancelled);
            copy = new Copy(content, current, at);
            return content;
        }
        finally
        {
            reading.Release();
        }
    }

    private bool IsFresh(Copy read) => !read.IsStale && time.GetElapsedTime(read.At) < Freshness;

    private sealed record Copy(T Content, long Revision, long At, bool IsStale = false);
}
