using System.Collections.Concurrent;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Lets an activity that comes again while it is being answered, or just after it took long, share what came of it: Teams sends again what takes over 15 seconds.</summary>
public sealed class Repeats(TimeProvider time)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<(string Conversation, string Type, string Id), Task<Turned>> turns = new();

    /// <summary>Takes the turn, or waits for the one that is being taken for the same activity.</summary>
    public async Task<(Turned Turned, bool IsRepeat)> TakeAsync(string conversation, string type, string id, Func<Task<Turned>> turn)
    {
        var key = (conversation, type, id);
        var mine = new TaskCompletionSource<Turned>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = turns.GetOrAdd(key, mine.Task);
        if (first != mine.Task)
        {
            return (await first, true);
        }

        var started = time.GetTimestamp();
        var isKept = false;
        try
        {
            var turned = await turn();
            isKept = turned.Status == StatusCodes.Status200OK && time.GetElapsedTime(started) > Long;
            mine.SetResult(turned);
            return (turned, false);
        }
        catch (Exception problem)
        {
            mine.SetException(problem);
            _ = mine.Task.Exception;
            throw;
        }
        finally
        {
            if (isKept)
            {
                _ = ForgetLaterAsync(key);
            }
            else
            {
                turns.TryRemove(key, out _);
            }
        }
    }

    private async Task ForgetLaterAsync((string Conversation, string Type, string Id) key)
    {
        await Task.Delay(Kept, time);
        turns.TryRemove(key, out _);
    }
}
