using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Shows that an answer is on its way, once it takes longer than people wait without wondering.</summary>
internal sealed class Typing : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly Lock turn = new();
    private readonly ITimer timer;
    private readonly CancellationTokenSource answered = new();
    private Task showing = Task.CompletedTask;
    private bool isOver;

    public Typing(IConnector connector, ConversationReference to, TimeProvider time) =>
        timer = time.CreateTimer(_ => Show(connector, to with { ReplyToId = null }), null, Patience, Timeout.InfiniteTimeSpan);

    /// <summary>Stops, and lets what is being sent get out first, so that nothing types after the answer.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (turn)
        {
            if (isOver)
            {
                return;
            }

            isOver = true;
        }

        timer.Dispose();
        if (!showing.IsCompleted)
        {
            await answered.CancelAsync();
            await showing;
        }

        answered.Dispose();
    }

    private void Show(IConnector connector, ConversationReference to)
    {
        lock (turn)
        {
            showing = isOver ? Task.CompletedTask : ShowAsync(connector, to);
        }
    }

    private async Task ShowAsync(IConnector connector, ConversationReference to)
    {
        try
        {
            await connector.SendAsync(to, OutgoingActivity.Typing, answered.Token);
        }
        catch (OperationCanceledException)
        {
            // The answer was there first.
        }
    }
}
