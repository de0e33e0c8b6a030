using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Recording;
using TeamsPlanBot.Data.Tests.Recording;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class WhatPeopleSaidTests
{
    private const string First = "plan,ref,action,leads,due,state,brag,progress,progress on\nleeds-2011,1.1,Answer calls,Jo Hill,2012-03-31,in progress,amber,Calls counted.,2012-01-31";

    [StoreFact]
    public async Task A_first_import_is_no_change()
    {
        await using var store = await StoreFile.HoldingAsync(First);

        Assert.Empty(await ChangesAsync(store));
    }

    [StoreFact]
    public async Task What_a_newer_version_alters_is_a_change_of_the_day_it_is_imported_by_the_plan()
    {
        await using var store = await StoreFile.HoldingAsync(First);
        store.Today = new DateOnly(2012, 11, 5);

        await store.ImportAsync(Version("Pat Roe", "2012-06-30", "complete", "blue"));

        Assert.Equal(
            [(Field.State, "in progress", "complete"), (Field.Brag, "amber", "blue"), (Field.Due, "2012-03-31", "2012-06-30"), (Field.Leads, "Jo Hill", "Pat Roe")],
            (await ChangesAsync(store)).Select(c => (c.Field, c.From, c.To)));
        Assert.All(await ChangesAsync(store), change => Assert.Equal((new DateOnly(2012, 11, 5), Origin.Plan), (change.On, change.Progress.Origin)));
    }

    [StoreFact]
    public async Task A_later_value_of_a_person_stands_where_the_file_says_what_the_plan_said_before()
    {
        await using var store = await StoreFile.HoldingAsync(First);
        await PostAsync(store, Said with { State = ActionState.Complete, Brag = Brag.Blue, Due = new NewDue(new DateOnly(2012, 12, 31), "No staff"), Text = "All done." }, ["Pat Roe"]);
        var before = await store.ExportAsync();

        var plan = Assert.Single((await store.ImportAsync(First)).Plans);

        Assert.Equal((0, 0, 1), (plan.Added, plan.Changed, plan.Unchanged));
        Assert.Equal(before, await store.ExportAsync());
        var calls = await store.FindAsync("1.1");
        Assert.Equal((ActionState.Complete, Brag.Blue, new DateOnly(2012, 12, 31)), (calls.Line.State, calls.Line.Brag, calls.Line.Due));
        Assert.Equal(["Pat Roe"], calls.Line.Leads);
    }

    [StoreTheory]
    [InlineData("Jo Hill", "2012-03-31", "in progress", "red", Field.Brag, "green", "red")]
    [InlineData("Jo Hill", "2012-05-31", "in progress", "amber", Field.Due, "2012-04-30", "2012-05-31")]
    [InlineData("Sam Lee", "2012-03-31", "in progress", "amber", Field.Leads, "Pat Roe", "Sam Lee")]
    [InlineData("Jo Hill", "2012-03-31", "not started", "amber", Field.State, "in progress", "not started")]
    public async Task What_the_file_says_anew_is_put_on_the_record_over_a_persons_value_and_that_alone(string leads, string due, string state, string brag, Field field, string from, string to)
    {
        await using var store = await StoreFile.HoldingAsync(First);
        await PostAsync(store, Said with { Brag = Brag.Green, Due = new NewDue(new DateOnly(2012, 4, 30)) }, ["Pat Roe"]);

        await store.ImportAsync(Version(leads, due, state, brag));

        Assert.Equal([(field, from, to)], (await ChangesAsync(store)).Where(c => c.Progress.Origin == Origin.Plan).Select(c => (c.Field, c.From!, c.To!)));
    }

    [StoreFact]
    public async Task What_the_plan_said_last_counts_and_not_what_it_said_first()
    {
        await using var store = await StoreFile.HoldingAsync(First, Version("Jo Hill", "2012-03-31", "in progress", "red"));
        await PostAsync(store, Said with { Brag = Brag.Green });

        await store.ImportAsync(Version("Jo Hill", "2012-03-31", "in progress", "red"));
        Assert.Equal(Brag.Green, (await store.FindAsync("1.1")).Line.Brag);

        await store.ImportAsync(First);
        Assert.Equal(Brag.Amber, (await store.FindAsync("1.1")).Line.Brag);
    }

    [StoreFact]
    public async Task A_file_that_took_over_what_a_person_said_does_not_beat_what_is_said_later()
    {
        await using var store = await StoreFile.HoldingAsync(First);
        await PostAsync(store, Said with { Brag = Brag.Red });
        var export = await store.ExportAsync();
        await store.ImportAsync(export);
        await PostAsync(store, Said with { Brag = Brag.Green });

        await store.ImportAsync(export);

        Assert.Equal(Brag.Green, (await store.FindAsync("1.1")).Line.Brag);
    }

    [StoreFact]
    public async Task Words_that_stand_already_are_not_put_there_again_whoever_wrote_them()
    {
        await using var store = await StoreFile.HoldingAsync(First);
        await PostAsync(store, Said with { Text = "Calls answered." });

        var plan = Assert.Single((await store.ImportAsync(First.Replace("Calls counted.,2012-01-31", "Calls answered.,2012-10-20", StringComparison.Ordinal))).Plans);

        Assert.Equal(1, plan.Unchanged);
        Assert.Equal([("Jo Hill", "Calls answered."), (null, "Calls counted.")], (await store.FindAsync("1.1")).Progress.Select(p => (p.By, p.Text)));
    }

    [StoreFact]
    public async Task The_same_file_twice_writes_nothing_at_all()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Leicestershire);
        var before = await Fingerprint(store);

        var plan = Assert.Single((await store.ImportAsync(Samples.Leicestershire)).Plans);

        Assert.Equal((0, 0), (plan.Added, plan.Changed));
        Assert.Equal(before, await Fingerprint(store));
    }

    [StoreFact]
    public async Task A_person_who_posts_what_was_read_before_an_import_is_told_that_somebody_was_faster()
    {
        await using var store = await StoreFile.HoldingAsync(First);
        await using var slow = store.Stores.Open();
        var action = await slow.Actions.SingleAsync();

        await store.ImportAsync(Version("Jo Hill", "2012-06-30", "in progress", "red"));

        action.Put(Said with { Brag = Brag.Green });
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => slow.SaveChangesAsync());
        Assert.Equal(Brag.Red, (await store.FindAsync("1.1")).Line.Brag);
    }

    [StoreFact]
    public async Task Posts_beside_imports_are_all_kept()
    {
        await using var store = await StoreFile.HoldingAsync(First);
        var posts = Task.Run(async () =>
        {
            for (var number = 0; number < 20; number++)
            {
                await PostAsync(store, Said with { Text = $"Post {number}." });
            }
        });

        for (var round = 0; round < 6; round++)
        {
            // Where the engine lets others write during an import, it may be told to try again.
            var version = Version("Jo Hill", "2012-06-30", "in progress", round % 2 == 0 ? "red" : "green");
            var problems = (await store.ImportAsync(version)).Problems;
            for (var again = 0; problems is [{ Sentence: "Somebody else changed the plan in the same moment. Import it again." }] && again < 50; again++)
            {
                problems = (await store.ImportAsync(version)).Problems;
            }

            Assert.Empty(problems);
        }

        await posts;
        await using var open = store.Stores.Open();
        Assert.Equal(20, await open.Progress.CountAsync(p => p.Text!.StartsWith("Post ")));
    }

    private static Posting Said => new() { Origin = Origin.Person, At = new DateTime(2012, 10, 20, 9, 0, 0, DateTimeKind.Utc), On = new DateOnly(2012, 10, 20), By = "Jo Hill", PersonKey = "jo" };

    private static string Version(string leads, string due, string state, string brag) =>
        $"plan,ref,action,leads,due,state,brag\nleeds-2011,1.1,Answer calls,{leads},{due},{state},{brag}";

    private static async Task PostAsync(StoreFile store, Posting said, IReadOnlyList<string>? leads = null)
    {
        await using var open = store.Stores.Open();
        var id = await open.Actions.Where(a => a.Ref == "1.1").Select(a => a.Id).SingleAsync();
        Assert.IsType<Entry.Put>(await new Recorder(store.Stores).RecordAsync(Viewer.Operator, id, said, leads));
    }

    private static async Task<List<Change>> ChangesAsync(StoreFile store)
    {
        await using var open = store.Stores.Open();
        return await open.Changes.AsNoTracking().Include(c => c.Progress).OrderBy(c => c.Id).ToListAsync();
    }

    private static async Task<string> Fingerprint(StoreFile store)
    {
        await using var open = store.Stores.Open();
        var versions = await open.Actions.OrderBy(a => a.Id).Select(a => $"{a.Id} {a.Version} {a.Position}").ToListAsync();
        return $"{await store.ExportAsync()}{string.Join(',', versions)} {await store.NamesRevisionAsync()} {await open.Progress.CountAsync()} {await open.Leads.MaxAsync(l => l.Id)}";
    }
}
