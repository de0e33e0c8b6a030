using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>Shows that an answer is on its way, once it takes longer than people wait without wondering.</summary>
internal sealed class Typing : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly CancellationTokenSource answered = new();
    private readonly Task showing;

    public Typing(IConnector connector, ConversationReference to, TimeProvider time) => showing = ShowAsync(connector, to, time);

    /// <summary>Stops, and lets what is being sent get out first, so that nothing types after the answer.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!answered.IsCancellationRequested)
        {
            await answered.CancelAsync();
            await showing;
            answered.Dispose();
        }
    }

    private async Task ShowAsync(IConnector connector, ConversationReference to, TimeProvider time)
    {
        try
        {
            await Task.Delay(Patience, time, answered.Token);
            await connector.SendAsync(to with { ReplyToId = null }, OutgoingActivity.Typing, answered.Token);
        }
        catch (OperationCanceledException)
        {
            // The answer was there first.
        }
    }
}
