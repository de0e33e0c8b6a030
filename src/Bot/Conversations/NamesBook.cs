using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>The names of the store, read again within a second of a change.</summary>
public sealed class NamesBook(PlanQuestions plans, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim reading = new(1);
    private volatile Copy? copy;

    public async Task<Names> ForAsync(Viewer viewer, CancellationToken cancelled)
    {
        if (viewer.IsGuest)
        {
            return new Names(await plans.NamesAsync(viewer, cancelled));
        }

        if (copy is { } fresh && time.GetElapsedTime(fresh.Checked) < Freshness)
        {
            return fresh.Names;
        }

        await reading.WaitAsync(cancelled);
        try
        {
            if (copy is { } now && time.GetElapsedTime(now.Checked) < Freshness)
            {
                return now.Names;
            }

            var at = time.GetTimestamp();
            var revision = await plans.NamesRevisionAsync(cancelled);
            var names = copy is { } old && old.Revision == revision ? old.Names : new Names(await plans.NamesAsync(viewer, cancelled));
            copy = new Copy(names, revision, at);
            return names;
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private sealed record Copy(Names Names, long Revision, long Checked);
}
