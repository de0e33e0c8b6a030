using System.Diagnostics;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.StoreBench;

/// <summary>A question as the bot asks it, about plan 1, which is the same in every store.</summary>
/// <param name="AskAsync">Asks, and says how many there are.</param>
internal sealed record Question(string Name, Func<PlanStores, Task<int>> AskAsync)
{
    private const int WarmUps = 50;
    private const int Rounds = 40;
    private const int ARound = 25;
    private const int Page = 8;

    private static readonly DateOnly Friday = GeneratedStore.Today.AddDays(-7);
    private static readonly ActionQuestion Overdue = new() { State = StateAsked.Open, DueTo = GeneratedStore.Today.AddDays(-1) };
    private static readonly Scope Plan = new() { Plans = [1] };
    private static readonly Scope Service = new() { Services = [1] };

    public static IReadOnlyList<Question> All { get; } =
    [
        Listed("overdue for a service", Overdue with { Services = [1] }),
        Listed("overdue for a lead", Overdue with { Leads = [1] }),
        Listed("overdue in a plan", Overdue with { Plans = [1] }),
        Listed("red or amber in a section", new ActionQuestion { Sections = [1], State = StateAsked.Open, Brags = [Data.Plans.Brag.Red, Data.Plans.Brag.Amber] }),
        Listed("not updated in 6 weeks, for a service", new ActionQuestion { Services = [1], State = StateAsked.Open, NoProgressSince = GeneratedStore.Today.AddDays(-42) }),
        new("what changed since Friday in a plan", async stores => (await new ChangeQuestions(stores).SinceAsync(Viewer.Operator, Plan, Friday, 200, default)).Total),
        new("what changed since Friday for a service", async stores => (await new ChangeQuestions(stores).SinceAsync(Viewer.Operator, Service, Friday, 200, default)).Total),
        new("BRAG breakdown of a plan", async stores => (await new BreakdownQuestions(stores).OfAsync(Viewer.Operator, Plan, GeneratedStore.Today, default)).Total),
        new("BRAG breakdown of a service", async stores => (await new BreakdownQuestions(stores).OfAsync(Viewer.Operator, Service, GeneratedStore.Today, default)).Total),
        new("an action by its reference, in full", async stores => (await new ActionQuestions(stores).FindAsync(Viewer.Operator, "4.3", [1], default)).Count),
    ];

    /// <summary>Asks both stores in turn, and prints how long each took.</summary>
    public async Task CompareAsync(PlanStores small, PlanStores large)
    {
        var matches = (Small: 0, Large: 0);
        for (var i = 0; i < WarmUps; i++)
        {
            matches = (await AskAsync(small), await AskAsync(large));
        }

        if (matches.Small != matches.Large)
        {
            throw new InvalidOperationException($"“{Name}” has {matches.Small} answers in the small store and {matches.Large} in the large one, so they cannot be compared.");
        }

        var (ofSmall, ofLarge) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            await TimeAsync(small, ofSmall);
            await TimeAsync(large, ofLarge);
        }

        var (s, l) = (Of(ofSmall, 50), Of(ofLarge, 50));
        Console.WriteLine($"{Name,-44}{matches.Large,8:N0}{s,11:N3}{Of(ofSmall, 95),8:N3}{l,11:N3}{Of(ofLarge, 95),8:N3}{l / s,13:N2}");
    }

    private async Task TimeAsync(PlanStores stores, List<double> times)
    {
        for (var i = 0; i < ARound; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await AskAsync(stores);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
    }

    private static double Of(List<double> times, int percent) => times.Order().ElementAt(times.Count * percent / 100);

    private static Question Listed(string name, ActionQuestion asked) =>
        new(name, async stores => (await new ActionQuestions(stores).ListAsync(Viewer.Operator, asked, 0, Page, default)).Total);
}
