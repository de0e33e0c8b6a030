using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Indicators;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Tests.Questions;

/// <summary>Three plans with weeks of posts, the same for the same seed; everything that is said in the third one holds the word "Secret", and it is for named people only.</summary>
internal sealed class GeneratedStore : IAsyncDisposable
{
    public const string Secret = "Secret";
    public const string Named = "tenant/named";

    public static readonly DateOnly Today = new(2017, 4, 20);

    private static readonly string[] Numbers = ["11", "1", "10", "2", "5a"];

    private static readonly DateOnly FirstPost = Today.AddDays(-60);

    private readonly Random random;
    private readonly StoreFile file;

    private GeneratedStore(StoreFile file, int seed)
    {
        this.file = file;
        random = new Random(seed);
    }

    public PlanStores Stores => file.Stores;

    public string Name => file.Name;

    public static async Task<GeneratedStore> CreateAsync(int seed)
    {
        var made = new GeneratedStore(await StoreFile.CreateAsync(), seed);
        await using var store = made.Stores.Open();
        var plans = new List<Plan> { made.NewPlan("leeds-2011", "Open"), made.NewPlan("york-2012", "Open"), made.NewPlan("secret-2013", Secret) };
        plans[2].Visibility = Visibility.Named;
        plans[2].Rights.Add(new Right { Holder = Named, Name = "Jo Hill", Kind = RightKind.Read });
        store.Plans.AddRange(plans);
        await store.SaveChangesAsync();
        foreach (var plan in plans)
        {
            foreach (var (name, polarity) in new[] { ("Re-referrals", Polarity.Lower), ("Placement stability", Polarity.Higher) })
            {
                store.Entry(store.Indicators.Add(made.NewIndicator(plan, name, polarity)).Entity).Property(i => i.PlanId).CurrentValue = plan.Id;
            }
        }

        await store.SaveChangesAsync();
        for (var post = 0; post < 150; post++)
        {
            made.Post(plans[made.random.Next(plans.Count)], FirstPost.AddDays(post * 60 / 150));
            await store.SaveChangesAsync();
        }

        return made;
    }

    /// <summary>Every action with its whole record, for an oracle that needs no SQL.</summary>
    public async Task<List<PlanAction>> ActionsAsync()
    {
        await using var store = Stores.Open();
        return await store.Actions.AsNoTrackingWithIdentityResolution()
            .Include(a => a.Plan).Include(a => a.Section)
            .Include(a => a.Leads).ThenInclude(l => l.Lead)
            .Include(a => a.Services).ThenInclude(s => s.Service)
            .Include(a => a.Recommendations).ThenInclude(r => r.Recommendation)
            .Include(a => a.Progress).ThenInclude(p => p.Changes)
            .AsSplitQuery()
            .ToListAsync();
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();

    private Plan NewPlan(string key, string word)
    {
        var plan = new Plan { Key = key, Name = $"{word} plan {key}" };
        plan.Sections.AddRange(Enumerable.Range(1, 3).Select(n => new Section { Label = $"{n}. {word} section {key} {n}", Position = n }));
        plan.Services.AddRange(Enumerable.Range(1, 2).Select(n => new Service { Name = $"{word} service {n}" }));
        plan.Leads.AddRange([new Lead { Name = $"{word} Nevill" }, new Lead { Name = $"{word}e Nevill" }, new Lead { Name = "Pat Roe", SignIn = $"{word}@example.org" }]);
        plan.Recommendations.AddRange(Numbers.Select(number => new Recommendation { Number = number, Text = $"{word} finding" }));
        plan.Boards.Add(new Board { Name = $"{word} board", Position = 1, Meetings = { new Meeting { On = Today.AddDays(8) } } });
        for (var n = 1; n <= 15; n++)
        {
            var action = new PlanAction { Ref = $"{word[0]}{n}", Title = $"{word} action {n}", Section = plan.Sections[n % 3], Position = n };
            action.Begin(
                n == 1 ? ActionState.InProgress : (ActionState)random.Next(3),
                n == 1 ? Brag.Green : random.Next(5) is < 4 and var brag ? (Brag)brag : null,
                n == 1 ? Today.AddDays(-1) : Day(),
                Some(plan.Leads));
            action.Services.AddRange(Some(plan.Services).Select((service, at) => new ActionService { Service = service, Position = at + 1 }));
            action.Recommendations.AddRange(Some(plan.Recommendations[1..]).Select((one, at) => new ActionRecommendation { Recommendation = one, Position = at + 1 }));
            plan.Actions.Add(action);
        }

        return plan;
    }

    private Indicator NewIndicator(Plan plan, string name, Polarity polarity)
    {
        var word = plan.Key.StartsWith("secret", StringComparison.Ordinal) ? Secret : "Open";
        var indicator = new Indicator { Name = $"{word} {name}", Unit = "%", Polarity = polarity, Aliases = { new IndicatorAlias { Name = $"{word} alias {name}" } } };
        foreach (var year in new[] { 2014, 2015, 2016, 2016 })
        {
            var period = Period.FinancialYear(year);
            indicator.Record(new Measurement { Start = period.Start, End = period.End, Value = random.Next(100), At = Today.ToDateTime(TimeOnly.MinValue), On = Today.AddDays(-random.Next(60)), By = $"{word} Hill", Commentary = word });
        }

        indicator.Targets.Add(new Target { Words = "at most 50" });
        indicator.Actions.AddRange(Some(plan.Actions).Select(action => new ActionIndicator { ActionId = action.Id }));
        return indicator;
    }

    private void Post(Plan plan, DateOnly day)
    {
        var word = plan.Visibility == Visibility.Named ? Secret : "Open";
        // The first one stays green and overdue.
        var action = plan.Actions[random.Next(1, plan.Actions.Count)];
        var said = new Posting { Origin = Origin.Person, At = day.ToDateTime(new TimeOnly(9, 0)), On = day, By = $"{word} Hill", Known = plan.Leads };
        if (random.Next(4) == 0 && action.Progress.Where(p => p is { IsUndone: false, IsUndo: false }).ToList() is { Count: > 0 } undoable)
        {
            action.Undo(undoable[random.Next(undoable.Count)], said);
            return;
        }

        action.Put(random.Next(6) switch
        {
            0 => said with { State = (ActionState)random.Next(3) },
            1 => said with { Brag = (Brag)random.Next(4), Text = $"{word} words" },
            2 or 3 => said with { Due = new NewDue(Day(), $"{word} reason") },
            4 => said with { Leads = Some(plan.Leads) },
            _ => said with { Text = $"{word} words" },
        });
    }

    private DateOnly? Day() => random.Next(6) == 0 ? null : Today.AddDays(random.Next(-90, 90));

    private List<T> Some<T>(List<T> all) => [.. all.Where(_ => random.Next(3) == 0)];
}
