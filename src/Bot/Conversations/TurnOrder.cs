namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Lets the turns of one conversation run one after the other, in the order they came, and those of different ones side by side.</summary>
public sealed class TurnOrder
{
    private readonly Dictionary<string, Task> last = [];

    public async Task<T> RunAsync<T>(string conversation, Func<Task<T>> turn)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (last)
        {
            before = last.GetValueOrDefault(conversation, Task.CompletedTask);
            last[conversation] = done.Task;
        }

        await before;
        try
        {
            return await turn();
        }
        finally
        {
            lock (last)
            {
                if (last[conversation] == done.Task)
                {
                    last.Remove(conversation);
                }
            }

            done.SetResult();
        }
    }
}
