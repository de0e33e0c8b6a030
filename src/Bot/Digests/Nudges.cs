using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Teams.Outgoing;
using Written = TeamsPlanBot.Data.Digests.Delivery;

namespace TeamsPlanBot.Bot.Digests;

/// <summary>Reminds leads of what falls due.</summary>
public sealed class Nudges
{
    public async IAsyncEnumerable<Written> DueAsync(string instance, TimeSpan claimLasts, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancelled)
    {
        await Task.CompletedTask;
        yield break;
    }

    public Task<OutgoingActivity?> ComposeAsync(string person, Conversation to, CancellationToken cancelled) => Task.FromResult<OutgoingActivity?>(null);
}
