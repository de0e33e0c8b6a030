using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Naming;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;
using TeamsPlanBot.Data.Tests.Recording;

namespace TeamsPlanBot.Data.Tests.Naming;

public sealed class LeadChangesTests
{
    private static readonly DateOnly Today = new(2012, 4, 20);

    private const string Csv = """
        plan,ref,action,leads
        leeds-2011,1.1,Answer calls,Jon Nevill
        leeds-2011,1.2,Write letters,John Nevill; Pat Roe
        leeds-2011,1.3,Buy books,Pat Roe; John Nevill; Jon Nevill
        leeds-2011,1.4,Audit cases,"Head of Service, Children in Care"
        """;

    [StoreFact]
    public async Task Two_spellings_are_offered_and_nothing_is_merged_by_itself()
    {
        await using var store = await StoreFile.HoldingAsync(Csv);

        var pair = Assert.Single(await new LeadQuestions(store.Stores).NearPairsAsync(Viewer.Operator, [], default));

        Assert.Equal(("John Nevill", 2, "Jon Nevill", 2, Likeness.Spelling), (pair.One.Name, pair.One.Actions, pair.Other.Name, pair.Other.Actions, pair.Likeness));
        Assert.Equal(4, (await store.NamesAsync(NameKind.Lead)).Count);
    }

    [StoreFact]
    public async Task A_merged_lead_leads_what_both_led_once_and_keeps_the_other_name()
    {
        await using var store = await StoreFile.HoldingAsync(Csv);
        var before = await store.NamesRevisionAsync();
        var jon = await store.IdOfAsync(NameKind.Lead, "Jon Nevill");

        var merged = Assert.IsType<Entry.Merged>(await store.SayAsync(ledger => ledger.MergeAsync("Jon Nevill", "John Nevill")));

        Assert.Equal(("Jon Nevill", "John Nevill", 2), (merged.Kept, merged.Gone, merged.Plans.Single().Actions));
        Assert.Equal("1.1 1.2 1.3", await store.RefsAsync(new ActionQuestion { Leads = [jon] }));
        Assert.Equal(["Pat Roe", "Jon Nevill"], (await store.FindAsync("1.3")).Line.Leads);
        Assert.Equal(jon, await store.IdOfAsync(NameKind.Lead, "John Nevill"));
        Assert.Equal([jon], new People(await new LeadQuestions(store.Stores).NamesAsync(Viewer.Operator, default)).LeadsOf("john nevill", null, Today));
        Assert.True(await store.NamesRevisionAsync() > before);
        Assert.Empty(await new LeadQuestions(store.Stores).NearPairsAsync(Viewer.Operator, [], default));
    }

    [StoreFact]
    public async Task What_the_record_says_of_a_merged_lead_stays_and_can_be_taken_back()
    {
        await using var store = await StoreFile.HoldingAsync(Csv);
        await using (var open = store.Stores.Open())
        {
            var action = await open.Actions.Include(a => a.Leads).ThenInclude(l => l.Lead).SingleAsync(a => a.Ref == "1.2");
            action.Put(new Posting { Origin = Origin.Person, At = DateTime.UtcNow, On = Today, By = "Pat Roe", Leads = [] });
            await open.SaveChangesAsync();
        }

        await store.SayAsync(ledger => ledger.MergeAsync("Jon Nevill", "John Nevill"));

        var line = Assert.Single((await new ChangeQuestions(store.Stores).SinceAsync(Viewer.Operator, Scope.Everything, Today, 10, default)).Changes);
        Assert.Equal("John Nevill; Pat Roe", line.From);
        await using (var open = store.Stores.Open())
        {
            var action = await open.Actions.Include(a => a.Leads).ThenInclude(l => l.Lead).Include(a => a.Progress).ThenInclude(p => p.Changes).SingleAsync(a => a.Ref == "1.2");
            var known = await open.Leads.Include(l => l.Aliases).ToListAsync();
            action.Undo(action.Progress.Single(), new Posting { Origin = Origin.Person, At = DateTime.UtcNow, On = Today, Known = known });
            await open.SaveChangesAsync();
        }

        Assert.Equal(["Jon Nevill", "Pat Roe"], (await store.FindAsync("1.2")).Line.Leads);
    }

    [StoreFact]
    public async Task An_undone_merge_leaves_two_leads_as_they_were()
    {
        await using var store = await StoreFile.HoldingAsync(Csv);
        await using (var open = store.Stores.Open())
        {
            var john = await open.Leads.Include(l => l.Aliases).Include(l => l.Holders).SingleAsync(l => l.Name == "John Nevill");
            john.Aliases.Add(new LeadAlias { Name = "J Nevill" });
            john.SignIn = "john@leeds.example";
            john.HandTo("Sam Lee", null, Today);
            await open.SaveChangesAsync();
        }

        var before = await store.ExportAsync();
        var names = await new LeadQuestions(store.Stores).NamesAsync(Viewer.Operator, default);
        await store.SayAsync(ledger => ledger.MergeAsync("Jon Nevill", "John Nevill"));
        Assert.NotEqual(before, await store.ExportAsync());

        var undone = Assert.IsType<Entry.Undone>(await store.SayAsync(ledger => ledger.UndoAsync(anyway: false)));

        Assert.Equal([new DeedUndone.Merge("Jon Nevill", "John Nevill")], undone.Deeds);
        Assert.Equal(before, await store.ExportAsync());
        var after = await new LeadQuestions(store.Stores).NamesAsync(Viewer.Operator, default);
        Assert.Equal(Called(names), Called(after));

        static IEnumerable<(string, DateOnly?)> Called(IEnumerable<LeadName> names) => names.Select(name => (name.Name, name.From)).Order();
    }

    [StoreFact]
    public async Task Two_services_become_one_and_two_again()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,services\nleeds-2011,1.1,Answer calls,First Response; Duty Team\nleeds-2011,1.2,Write letters,Duty Team");
        var before = await store.ExportAsync();

        await store.SayAsync(ledger => ledger.MergeAsync("First Response", "Duty Team"));
        Assert.Equal("1.1 1.2", await store.RefsAsync(new ActionQuestion { Services = [await store.IdOfAsync(NameKind.Service, "Duty Team")] }));
        Assert.Equal(["First Response"], (await store.FindAsync("1.1")).Line.Services);

        await store.SayAsync(ledger => ledger.UndoAsync(anyway: false));
        Assert.Equal(before, await store.ExportAsync());
    }

    [StoreFact]
    public async Task Leads_of_two_plans_stay_two()
    {
        await using var store = await StoreFile.HoldingAsync(Csv, "plan,ref,action,leads\nyork-2012,1,A,Johnny Nevill");

        Assert.IsType<Entry.Unseen>(await store.SayAsync(ledger => ledger.MergeAsync("Johnny Nevill", "Jon Nevill")));
        Assert.IsType<Entry.Unseen>(await store.SayAsync(ledger => ledger.MergeAsync("Jon Nevill", "Jon Nevill")));
        Assert.Contains("Johnny Nevill", await store.NamesAsync(NameKind.Lead));
    }

    [StoreFact]
    public async Task My_actions_follow_the_holder_of_the_role()
    {
        await using var store = await StoreFile.HoldingAsync(Csv);
        var role = await store.IdOfAsync(NameKind.Lead, "Head of Service, Children in Care");
        await using (var open = store.Stores.Open())
        {
            (await open.Leads.Include(lead => lead.Holders).SingleAsync(lead => lead.Id == role)).HandTo("Sam Lee", "sam@leeds.example", new DateOnly(2012, 1, 1));
            await open.SaveChangesAsync();
        }

        var handed = Assert.IsType<Entry.Handed>(await store.SayAsync(ledger => ledger.HandAsync("Head of Service, Children in Care", "Pat Roe", Today)));

        Assert.Equal(("Sam Lee", "Pat Roe"), (Assert.Single(handed.Plans).Before, handed.Holder));
        var people = new People(await new LeadQuestions(store.Stores).NamesAsync(Viewer.Operator, default));
        Assert.Equal([role], people.LeadsOf("Sam Lee", null, Today.AddDays(-1)));
        Assert.Equal([role], people.LeadsOf(null, "SAM@leeds.example", Today.AddDays(-1)));
        Assert.Empty(people.LeadsOf("Sam Lee", "sam@leeds.example", Today));
        Assert.Empty(people.LeadsOf("Sam Lee", null, new DateOnly(2011, 12, 31)));
        Assert.Contains(role, people.LeadsOf("pat roe", null, Today));
        Assert.DoesNotContain(role, people.LeadsOf("Pat Roe", null, Today.AddDays(-1)));
        Assert.Empty(people.LeadsOf(null, " ", Today));
    }

    [StoreFact]
    public async Task The_open_actions_of_somebody_who_leaves_are_found_with_those_they_share()
    {
        await using var store = await StoreFile.HoldingAsync(Csv + "\nleeds-2011,1.5,Done,Pat Roe");
        await store.ImportAsync("plan,ref,action,leads,state\nleeds-2011,1.5,Done,Pat Roe,complete");
        var pat = await store.IdOfAsync(NameKind.Lead, "Pat Roe");

        var left = await new LeadQuestions(store.Stores).LeftByAsync(Viewer.Operator, [pat], default);

        Assert.Equal([("1.2", "Pat Roe", true), ("1.3", "Pat Roe", true)], left.Select(action => (action.Ref, action.Lead, action.HasOthers)));
    }
}
