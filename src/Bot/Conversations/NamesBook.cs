using System.Collections.Concurrent;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Naming;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Conversations;

/// <summary>The names of the store, read again within a second of a change. Nobody learns a name of a plan they may not see.</summary>
public sealed class NamesBook(PlanQuestions plans, LeadQuestions leads, RightQuestions rights, TimeProvider time) : IDisposable
{
    private readonly RevisedCopy<Copy> copy = new(
        plans.NamesRevisionAsync,
        async cancelled => new Copy(
            await plans.NamesAsync(Viewer.Operator, cancelled), await leads.NamesAsync(Viewer.Operator, cancelled), await rights.WhoSeesAsync(cancelled)),
        time);

    public ValueTask<Names> ForAsync(Viewer viewer, CancellationToken cancelled)
    {
        var read = copy.ReadAsync(cancelled);
        return read.IsCompletedSuccessfully ? ValueTask.FromResult(read.Result.For(viewer)) : OnceReadAsync(read, viewer);
    }

    /// <summary>A right or a lead is known by a sign-in name: who signs in how has to be found out.</summary>
    public async ValueTask<bool> WaitsForSignInsAsync(CancellationToken cancelled) => (await copy.ReadAsync(cancelled)).WaitsForSignIns;

    /// <summary>A name was changed just now: the next message is to know it.</summary>
    public void Forget() => copy.Expire();

    public void Dispose() => copy.Dispose();

    private static async ValueTask<Names> OnceReadAsync(ValueTask<Copy> read, Viewer viewer) => (await read).For(viewer);

    /// <summary>One copy that nearly everybody shares, and one for each set of plans that a few may see besides.</summary>
    private sealed class Copy(IReadOnlyList<NamedThing> things, IReadOnlyList<LeadName> leads, WhoSees sight)
    {
        private const int MostSets = 100;

        public bool WaitsForSignIns { get; } = sight.WaitsForSignIns || leads.Any(lead => lead.Name.Contains('@'));

        private readonly Names everyones = Of(things, leads, sight.IsForEveryone);
        private readonly Lazy<Names> all = new(() => Of(things, leads, _ => true));
        private readonly ConcurrentDictionary<string, Names> fews = new(StringComparer.Ordinal);

        public Names For(Viewer viewer)
        {
            if (viewer.SeesAll)
            {
                return sight.HasNoSecrets ? everyones : all.Value;
            }

            var more = sight.MoreFor(viewer);
            if (more.Count == 0)
            {
                return viewer.IsGuest ? Names.None : everyones;
            }

            if (fews.Count >= MostSets)
            {
                fews.Clear();
            }

            return fews.GetOrAdd($"{viewer.IsGuest} {string.Join(' ', more)}", _ => Of(things, leads, plan => more.Contains(plan) || (!viewer.IsGuest && sight.IsForEveryone(plan))));
        }

        private static Names Of(IReadOnlyList<NamedThing> things, IReadOnlyList<LeadName> leads, Func<int, bool> isSeen) =>
            new([.. things.Where(thing => isSeen(thing.PlanId))], [.. leads.Where(lead => isSeen(lead.PlanId))]);
    }
}
