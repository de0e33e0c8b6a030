using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests.Questions;

/// <summary>Holds what the store answers against what somebody finds who goes through all of it with a pencil.</summary>
public sealed class OracleTests
{
    private static readonly DateOnly Today = GeneratedStore.Today;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [StoreTheory]
    [MemberData(nameof(Seeds))]
    public async Task Breakdowns_count_each_action_where_it_belongs(int seed)
    {
        await using var store = await GeneratedStore.CreateAsync(seed);
        var questions = new BreakdownQuestions(store.Stores);
        var all = await store.ActionsAsync();

        foreach (var (scope, isIn) in Scopes(all))
        {
            Assert.Equal(Count(all.Where(isIn)), await questions.OfAsync(Viewer.Operator, scope, Today, default));
        }

        var plan = new Scope { Plans = [all[0].PlanId] };
        var ofPlan = all.Where(a => a.PlanId == all[0].PlanId).ToList();
        Assert.Equal(
            ofPlan.GroupBy(a => a.Section).OrderBy(s => s.Key.Position).Select(s => new BreakdownOf(s.Key.Id, s.Key.Label, Count(s))),
            await questions.EachAsync(Viewer.Operator, plan, BrokenDownBy.Section, Today, default));
        Assert.Equal(
            [.. ofPlan.SelectMany(a => a.Services.Select(s => (s.Service, a))).GroupBy(s => s.Service, s => s.a).OrderBy(s => s.Key.Name).Select(s => new BreakdownOf(s.Key.Id, s.Key.Name, Count(s))),
                .. Without(ofPlan.Where(a => a.Services.Count == 0))],
            await questions.EachAsync(Viewer.Operator, plan, BrokenDownBy.Service, Today, default));
        Assert.Equal(
            [.. ofPlan.SelectMany(a => a.Leads.Select(l => (l.Lead, a))).GroupBy(l => l.Lead, l => l.a).OrderBy(l => l.Key.Name).Select(l => new BreakdownOf(l.Key.Id, l.Key.Name, Count(l))),
                .. Without(ofPlan.Where(a => a.Leads.Count == 0))],
            await questions.EachAsync(Viewer.Operator, plan, BrokenDownBy.Lead, Today, default));
    }

    [StoreTheory]
    [MemberData(nameof(Seeds))]
    public async Task Changes_lead_from_what_was_to_what_is_and_nothing_that_was_taken_back_shows(int seed)
    {
        await using var store = await GeneratedStore.CreateAsync(seed);
        var questions = new ChangeQuestions(store.Stores);
        var all = await store.ActionsAsync();

        foreach (var since in new[] { Today.AddDays(-90), Today.AddDays(-40), Today.AddDays(-20), Today.AddDays(-3) })
        {
            foreach (var (scope, isIn) in Scopes(all))
            {
                var found = await questions.SinceAsync(Viewer.Operator, scope, since, 1_000, default);
                var expected = all.Where(isIn).SelectMany(a => Standing(a, since).Select(c => (a.PlanId, a.Ref, c.Field, c.From, c.To, c.Reason, c.On))).Order().ToList();
                Assert.Equal(expected, found.Changes.Select(c => (c.PlanId, c.Ref, c.Field, c.From, c.To, c.Reason, c.On)).Order());
                Assert.Equal(expected.Count, found.Total);
                Assert.Equal(found.Changes.OrderByDescending(c => c.On).Select(c => c.On), found.Changes.Select(c => c.On));
            }

            var whole = await questions.SinceAsync(Viewer.Operator, Scope.Everything, since, 1_000, default);
            foreach (var action in all)
            {
                foreach (var chain in whole.Changes.Reverse().Where(c => c.PlanId == action.PlanId && c.Ref == action.Ref).GroupBy(c => c.Field))
                {
                    var steps = chain.ToList();
                    Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
                    Assert.Equal(Now(action, chain.Key), steps[^1].To);
                }
            }
        }
    }

    [StoreFact]
    public async Task Only_so_many_changes_are_told_and_the_rest_is_counted_where_that_is_wanted()
    {
        await using var store = await GeneratedStore.CreateAsync(1);
        var questions = new ChangeQuestions(store.Stores);

        var all = await questions.SinceAsync(Viewer.Operator, Scope.Everything, Today.AddDays(-90), 1_000, default);
        var few = await questions.SinceAsync(Viewer.Operator, Scope.Everything, Today.AddDays(-90), 5, default, counted: true);
        var some = await questions.SinceAsync(Viewer.Operator, Scope.Everything, Today.AddDays(-90), 5, default);

        Assert.Equal((all.Changes.Count, true), (all.Total, all.IsCounted));
        Assert.Equal((all.Total, true), (few.Total, few.IsCounted));
        Assert.Equal((5, false), (some.Total, some.IsCounted));
        Assert.All([few, some], found => Assert.Equal(all.Changes.Take(5), found.Changes));
    }

    [StoreTheory]
    [MemberData(nameof(Seeds))]
    public async Task Slips_add_up(int seed)
    {
        await using var store = await GeneratedStore.CreateAsync(seed);
        var all = await store.ActionsAsync();
        var since = Today.AddDays(-30);

        foreach (var (scope, isIn) in Scopes(all))
        {
            var found = await new ChangeQuestions(store.Stores).SlipsAsync(Viewer.Operator, scope, since, default);
            var expected = all.Where(isIn)
                .Select(a => (a.PlanId, a.Ref, Moves: Moves([.. Standing(a, since).Where(c => c.Field == Field.Due)])))
                .Where(a => a.Moves.Exists(days => days > 0))
                .Select(a => (a.PlanId, a.Ref, Times: a.Moves.Count(days => days > 0), Days: a.Moves.Sum()));
            Assert.Equal(expected.Order(), found.Select(a => (a.PlanId, a.Ref, a.Slips.Times, a.Slips.Days)).Order());
        }
    }

    [StoreTheory]
    [MemberData(nameof(Seeds))]
    public async Task Coverage_finds_what_nobody_answers_and_what_got_nowhere(int seed)
    {
        await using var store = await GeneratedStore.CreateAsync(seed);
        var all = await store.ActionsAsync();

        foreach (var plan in all.GroupBy(a => a.PlanId))
        {
            var covered = await new CoverageQuestions(store.Stores).OfAsync(Viewer.Operator, plan.Key, default);

            Assert.Equal(["1", "2", "5a", "10", "11"], covered!.Recommendations.Select(r => r.Number));
            foreach (var recommendation in covered.Recommendations)
            {
                var answering = plan.Where(a => a.Recommendations.Exists(r => r.Recommendation.Number == recommendation.Number)).OrderBy(a => a.Position).ToList();
                Assert.Equal(answering.Select(a => (a.Ref, a.State, a.Brag)), recommendation.Actions.Select(a => (a.Ref, a.State, a.Brag)));
                Assert.Equal(answering.Count > 0, recommendation.HasAction);
                Assert.Equal(answering.Exists(a => a.State == ActionState.Complete || a.Progress.Exists(p => p is { IsUndone: false, IsNews: true })), recommendation.HasProgress);
            }

            Assert.Contains("11", covered.WithoutAction.Select(r => r.Number));
        }
    }

    private static IEnumerable<(Scope Scope, Func<PlanAction, bool> IsIn)> Scopes(List<PlanAction> all)
    {
        var (plan, section) = (all[0].PlanId, all[1].SectionId);
        var service = all.SelectMany(a => a.Services).First().ServiceId;
        var lead = all.SelectMany(a => a.Leads).First().LeadId;
        yield return (Scope.Everything, _ => true);
        yield return (new Scope { Plans = [plan] }, a => a.PlanId == plan);
        yield return (new Scope { Sections = [section] }, a => a.SectionId == section);
        yield return (new Scope { Services = [service] }, a => a.Services.Exists(s => s.ServiceId == service));
        yield return (new Scope { Leads = [lead] }, a => a.Leads.Exists(l => l.LeadId == lead));
        yield return (new Scope { Plans = [plan], Services = [service], Leads = [lead] }, a => a.PlanId == plan && a.Services.Exists(s => s.ServiceId == service) && a.Leads.Exists(l => l.LeadId == lead));
        yield return (new Scope { Leads = [] }, _ => false);
    }

    private static Breakdown Count(IEnumerable<PlanAction> actions)
    {
        var all = actions.ToList();
        var open = all.Where(a => a.State != ActionState.Complete).ToList();
        return new Breakdown(
            all.Count,
            all.Count(a => a.State == ActionState.NotStarted), all.Count(a => a.State == ActionState.InProgress), all.Count(a => a.State == ActionState.Complete),
            all.Count(a => a.Brag == Brag.Red), all.Count(a => a.Brag == Brag.Amber), all.Count(a => a.Brag == Brag.Green), all.Count(a => a.Brag == Brag.Blue), all.Count(a => a.Brag is null),
            open.Count(a => a.Due < Today),
            open.Count(a => a.Due >= Today && a.Due <= Today.AddDays(14)),
            open.Count(a => a.UpdatedOn is null || a.UpdatedOn < Today.AddDays(-28)),
            open.Count(a => a.Due is null));
    }

    private static IEnumerable<BreakdownOf> Without(IEnumerable<PlanAction> actions) => actions.Any() ? [new BreakdownOf(null, null, Count(actions))] : [];

    // Takes each undo together with what it undid off the list, field by field, if both are inside.
    private static List<Change> Standing(PlanAction action, DateOnly since)
    {
        var inside = action.Progress.OrderBy(p => p.Id).SelectMany(p => p.Changes.OrderBy(c => c.Id)).Where(c => c.On >= since).ToList();
        foreach (var undone in action.Progress.Where(p => p.UndoneById is not null))
        {
            foreach (var change in undone.Changes)
            {
                var back = inside.Find(c => c.ProgressId == undone.UndoneById && c.Field == change.Field);
                if (back is not null && inside.Remove(change))
                {
                    inside.Remove(back);
                }
            }
        }

        return inside;
    }

    private static List<int> Moves(List<Change> changes)
    {
        var dates = changes.Select(c => Spelt.Day(c.To)).Prepend(changes.Count > 0 ? Spelt.Day(changes[0].From) : null).OfType<DateOnly>().ToList();
        return [.. dates.Zip(dates.Skip(1), (from, to) => to.DayNumber - from.DayNumber)];
    }

    private static string? Now(PlanAction action, Field field) => field switch
    {
        Field.State => action.State.Word(),
        Field.Brag => action.Brag?.Word(),
        Field.Due => action.Due?.Word(),
        _ => action.Leads.Count == 0 ? null : Spelt.Names(action.InOrder().Select(lead => lead.Name)),
    };
}
