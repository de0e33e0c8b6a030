using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Data.Tests.Questions;

/// <summary>A plan for named people is seen by them, by the operator, and by nobody else; not in any answer.</summary>
public sealed class SightTests
{
    private static readonly DateOnly Today = GeneratedStore.Today;

    private static readonly DateOnly Since = Today.AddDays(-90);

    // Each is asked about everything, and about the secret plan itself by its number.
    private static readonly Dictionary<string, Func<GeneratedStore, Viewer, Ids, Task<object?>>> Questions = new()
    {
        ["breakdown"] = async (s, v, ids) => await Scoped(ids, scope => new BreakdownQuestions(s.Stores).EachAsync(v, scope, BrokenDownBy.Section, Today, default)),
        ["breakdown by plan"] = async (s, v, ids) => await Scoped(ids, scope => new BreakdownQuestions(s.Stores).EachAsync(v, scope, BrokenDownBy.Plan, Today, default)),
        ["breakdown by lead"] = async (s, v, ids) => await Scoped(ids, scope => new BreakdownQuestions(s.Stores).EachAsync(v, scope, BrokenDownBy.Lead, Today, default)),
        ["changes"] = async (s, v, ids) => await Scoped(ids, scope => new ChangeQuestions(s.Stores).SinceAsync(v, scope, Since, 1_000, default)),
        ["slips"] = async (s, v, ids) => await Scoped(ids, scope => new ChangeQuestions(s.Stores).SlipsAsync(v, scope, Since, default)),
        ["history"] = async (s, v, ids) => await new HistoryQuestions(s.Stores).OfAsync(v, ids.Action, default),
        ["coverage"] = async (s, v, ids) => await new CoverageQuestions(s.Stores).OfAsync(v, ids.Plan, default),
        ["watermelons"] = async (s, v, ids) => await Scoped(ids, scope => new WatermelonQuestions(s.Stores).ListAsync(v, scope, Today, default)),
        ["indicators"] = async (s, v, ids) => await Scoped(ids, scope => new IndicatorQuestions(s.Stores).ListAsync(v, scope, Today, default)),
        ["indicator"] = async (s, v, ids) => await new IndicatorQuestions(s.Stores).FindAsync(v, ids.Indicator, Today, default),
        ["indicator by name"] = async (s, v, ids) => await new IndicatorQuestions(s.Stores).NamedAsync(v, "SECRET ALIAS re-referrals", [], Today, default),
        ["names of indicators"] = async (s, v, ids) => await new IndicatorQuestions(s.Stores).NamesAsync(v, [], default),
        ["boards"] = async (s, v, ids) => await new BoardQuestions(s.Stores).OfAsync(v, ids.Plan, Today, default),
        ["names of leads"] = async (s, v, ids) => await new LeadQuestions(s.Stores).NamesAsync(v, default),
        ["near names"] = async (s, v, ids) => await new LeadQuestions(s.Stores).NearPairsAsync(v, [], default),
        ["left actions"] = async (s, v, ids) => await new LeadQuestions(s.Stores).LeftByAsync(v, ids.Leads, default),
        ["merge"] = async (s, v, ids) => await RecordedAsync(s, v, ledger => ledger.MergeAsync("Secret Nevill", "Secrete Nevill")),
        ["post"] = async (s, v, ids) => await RecordedAsync(s, v, ledger => ledger.PostAsync(ids.Action, said => said with { Text = "hello" })) is Entry.Put put ? put.Line : null,
        ["measure"] = async (s, v, ids) => await RecordedAsync(s, v, ledger => ledger.MeasureAsync(ids.Indicator, Period.FinancialYear(2030), 5, null, null)),
        ["right"] = async (s, v, ids) => await RecordedAsync(s, v, ledger => ledger.GiveAsync(ids.Plan, "somebody", "Sam Lee", RightKind.Read)) is not Entry.Unseen and var entry ? $"{GeneratedStore.Secret} {entry}" : null,
        ["bind"] = async (s, v, ids) => await RecordedAsync(s, v, ledger => ledger.BindAsync(new Conversation { Key = "c", Kind = ConversationKind.Personal, ServiceUrl = "https://service.example/" }, ids.Plan)),
        ["hand"] = async (s, v, ids) => await RecordedAsync(s, v, ledger => ledger.HandAsync("Secret Nevill", "Sam Lee", Today)),
        ["tag"] = async (s, v, ids) => await RecordedAsync(s, v, ledger => ledger.TagAsync(ids.Action, "Secret service 1", takesAway: false)),
        ["untag"] = async (s, v, ids) => await RecordedAsync(s, v, ledger => ledger.TagAsync(ids.Action, "Secret service 1", takesAway: true)),
    };

    private static async Task<Entry> RecordedAsync(GeneratedStore store, Viewer viewer, Func<Ledger, Task<Entry>> work) =>
        (await new Recorder(store.Stores).TakeAsync(
            new Message(new Actor(viewer, viewer.Key ?? "nobody", viewer.Name, []), "c", Guid.NewGuid().ToString(), null, DateTime.UtcNow, Today), work, _ => "done", default)).Done!;

    private static readonly JsonSerializerOptions Plainly = new() { Converters = { new PeriodInWords() } };

    public static TheoryData<string> Asked => [.. Questions.Keys];

    [StoreTheory]
    [MemberData(nameof(Asked))]
    public async Task Nobody_else_finds_a_trace(string question)
    {
        await using var store = await GeneratedStore.CreateAsync(7);
        var ids = await IdsAsync(store);

        foreach (var stranger in new Viewer[]
        {
            new("Jo Hill", "jo@leeds.example", IsGuest: false),
            new("Jo Hill", "Secret@example.org", IsGuest: false, "tenant/another"),
            new("Jo Hill", null, IsGuest: false, "19:channel@thread.tacv2"),
            new("Jo Hill", null, IsGuest: false, ""),
            new("Jo Hill", null, IsGuest: false, "TENANT/NAMED"),
            new("Jo Hill", null, IsGuest: true),
            new("Jo Hill", null, IsGuest: true, "tenant/another"),
        })
        {
            Assert.DoesNotContain(GeneratedStore.Secret, Written(await Questions[question](store, stranger, ids)), StringComparison.OrdinalIgnoreCase);
        }
    }

    [StoreTheory]
    [MemberData(nameof(Asked))]
    public async Task The_named_find_it_and_the_operator_does(string question)
    {
        foreach (var viewer in new Viewer[] { new("Jo Hill", null, IsGuest: false, GeneratedStore.Named), new("Jo Hill", null, IsGuest: true, GeneratedStore.Named), Viewer.Operator })
        {
            await using var store = await GeneratedStore.CreateAsync(7);
            var ids = await IdsAsync(store);

            Assert.Contains(GeneratedStore.Secret, Written(await Questions[question](store, viewer, ids)), StringComparison.Ordinal);
        }
    }

    [StoreFact]
    public async Task A_guest_sees_only_the_plans_they_are_named_in()
    {
        await using var store = await GeneratedStore.CreateAsync(7);
        var guest = new Viewer("Jo Hill", null, IsGuest: true, GeneratedStore.Named);

        var lines = await new IndicatorQuestions(store.Stores).ListAsync(guest, Scope.Everything, Today, default);

        Assert.Equal(["secret-2013"], lines.Select(line => line.Plan).Distinct());
    }

    [StoreFact]
    public async Task SQL_that_is_written_by_hand_sees_the_same()
    {
        await using var file = await GeneratedStore.CreateAsync(7);
        await using var store = file.Stores.Open();

        foreach (var viewer in new Viewer[]
        {
            Viewer.Operator, new("Jo", null, false), new("Jo", null, false, GeneratedStore.Named), new("Jo", null, true), new("Jo", null, true, GeneratedStore.Named), new("Jo", null, true, "tenant/another"),
        })
        {
            var values = new List<object?>();
            var condition = Sight.Condition(viewer, "a.\"PlanId\"", value => { values.Add(value); return $"@{values.Count - 1}"; });
            var byHand = await file.Stores.Prepared.RowsAsync(new Sql($"SELECT a.\"Id\" FROM \"Actions\" a{(condition is null ? "" : $" WHERE {condition}")} ORDER BY a.\"Id\"", values), row => row.GetInt32(0), default);

            Assert.Equal(await store.Actions.VisibleTo(viewer, store).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(), byHand);
        }
    }

    [StoreFact]
    public async Task A_copy_of_who_sees_what_decides_the_same()
    {
        await using var file = await GeneratedStore.CreateAsync(7);
        await using var store = file.Stores.Open();
        var sight = await new RightQuestions(file.Stores).WhoSeesAsync(default);

        foreach (var viewer in new Viewer[] { new("Jo", null, false), new("Jo", null, false, GeneratedStore.Named), new("Jo", null, true), new("Jo", null, true, GeneratedStore.Named) })
        {
            var plans = await store.Plans.Select(plan => plan.Id).ToListAsync();
            var seen = plans.Where(plan => sight.MoreFor(viewer).Contains(plan) || (!viewer.IsGuest && sight.IsForEveryone(plan))).Order();
            Assert.Equal(await store.Plans.VisibleTo(viewer, store).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(), seen);
        }
    }

    [StoreFact]
    public void A_right_is_held_by_somebody() => Assert.Throws<ArgumentException>(() => new Right { Holder = "", Name = "Nobody", Kind = RightKind.Read });

    private static string Written(object? answer) => JsonSerializer.Serialize(answer, Plainly);

    private static async Task<List<T>> Scoped<T>(Ids ids, Func<Scope, Task<T>> ask) =>
        [await ask(Scope.Everything), await ask(new Scope { Plans = [ids.Plan] }), await ask(new Scope { Leads = ids.Leads }), await ask(new Scope { Sections = ids.Sections })];

    private static async Task<Ids> IdsAsync(GeneratedStore file)
    {
        await using var store = file.Stores.Open();
        var plan = await store.Plans.Include(p => p.Leads).Include(p => p.Sections).SingleAsync(p => p.Key == "secret-2013");
        var action = await store.Actions.Where(a => a.PlanId == plan.Id && a.Services.Any(s => s.Service.Name == "Secret service 1")).Select(a => a.Id).FirstAsync();
        var indicator = await store.Indicators.Where(i => i.PlanId == plan.Id).Select(i => i.Id).FirstAsync();
        return new Ids(plan.Id, action, indicator, [.. plan.Leads.Select(l => l.Id)], [.. plan.Sections.Select(s => s.Id)]);
    }

    // A period knows the one before it, and that one the one before.
    private sealed class PeriodInWords : JsonConverter<Period>
    {
        public override Period? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Period.Read(reader.GetString());

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue(value.Words);
    }

    private sealed record Ids(int Plan, int Action, int Indicator, List<int> Leads, List<int> Sections);
}
