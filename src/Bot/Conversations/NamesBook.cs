using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>The names of the store, read again within a second of a change.</summary>
public sealed class NamesBook(PlanQuestions plans, TimeProvider time) : IDisposable
{
    private readonly RevisedCopy<Names> copy = new(plans.NamesRevisionAsync, async cancelled => new Names(await plans.NamesAsync(Viewer.Operator, cancelled)), time);

    public ValueTask<Names> ForAsync(Viewer viewer, CancellationToken cancelled) =>
        viewer.SeesNothing ? ValueTask.FromResult(Names.None) : copy.ReadAsync(cancelled);

    public void Dispose() => copy.Dispose();
}
