using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Keeping;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Data.Tests.Keeping;

/// <summary>What is kept long enough goes; what is on the record of a plan stays; and a person can be shown and erased.</summary>
public sealed class ForgettingTests
{
    private const string Plan = """
        plan,section,ref,action,leads,due,brag
        leeds-2012,1. Help,1.1,Answer calls,Jo Hill,2017-03-31,amber
        """;

    private static readonly DateTime Now = new(2018, 4, 20, 12, 0, 0, DateTimeKind.Utc);

    [StoreFact]
    public async Task What_was_kept_long_enough_is_deleted_and_the_rest_stays()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        await using (var open = store.Stores.Open())
        {
            foreach (var days in new[] { 0, 89, 91, 92, 400 })
            {
                open.Receipts.Add(new Receipt { ConversationKey = "c", ActivityId = $"{days}", PersonKey = "p", At = Now.AddDays(-days), Answer = "{}", Number = 500 - days });
                open.Memories.Add(new Memory { ConversationKey = "c", PersonKey = $"p{days}", At = Now.AddDays(-days), Content = "{}" });
                open.Conversations.Add(new Conversation { Key = $"removed {days}", Kind = ConversationKind.Personal, ServiceUrl = "s", MetAt = Now.AddDays(-1000), RemovedAt = Now.AddDays(-days) });
                open.Conversations.Add(new Conversation { Key = $"alive {days}", Kind = ConversationKind.Personal, ServiceUrl = "s", MetAt = Now.AddDays(-1000) });
            }

            open.People.Add(new Person { Key = "p", Name = "Jo Hill", Chat = "removed 400" });
            await open.SaveChangesAsync();
        }

        var forgotten = await new Forgetting(store.Stores).ForgetAsync(new KeepOptions(), Now, default);

        Assert.Equal(new Forgotten(3, 4, 0, 1), forgotten);
        await using var left = store.Stores.Open();
        Assert.Equal(["0", "89"], await left.Receipts.OrderBy(one => one.ActivityId).Select(one => one.ActivityId).ToListAsync());
        Assert.Equal(["p0"], await left.Memories.Select(one => one.PersonKey).ToListAsync());
        Assert.Equal(9, await left.Conversations.CountAsync());
        Assert.Null((await left.People.SingleAsync()).Chat);
        Assert.True((await new Forgetting(store.Stores).ForgetAsync(new KeepOptions(), Now, default)).IsNothing);
    }

    [StoreFact]
    public async Task A_post_can_still_be_read_when_its_receipt_is_gone()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        await PostAsync(store, "jo", "Jo Hill", "line is open");

        await new Forgetting(store.Stores).ForgetAsync(new KeepOptions { ReceiptsForDays = 1 }, Now.AddDays(3), default);

        await using var left = store.Stores.Open();
        Assert.Empty(await left.Receipts.ToListAsync());
        Assert.Equal(["line is open"], await left.Progress.Where(one => one.Origin == Origin.Person).Select(one => one.Text).ToListAsync());
    }

    [StoreFact]
    public async Task A_person_is_shown_whole_and_erased_so_that_nothing_tells_who_they_were()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        await new PeopleMet(store.Stores).KeepAsync([Jo, new Person { Key = "ann", Name = "Ann Marsh" }], default);
        await PostAsync(store, "jo", "Jo Hill", "line is open");
        await PostAsync(store, "ann", "Ann Marsh", "line is busy");
        await using (var open = store.Stores.Open())
        {
            open.Conversations.Add(new Conversation { Key = "a:jo", Kind = ConversationKind.Personal, ServiceUrl = "s", MetAt = Now });
            open.Memories.Add(new Memory { ConversationKey = "a:jo", PersonKey = "jo", At = Now, Content = "{}" });
            open.Digests.Add(new Digest { ConversationKey = "a:jo", PersonKey = "jo", PersonName = "Jo Hill", Question = "my actions", Rhythm = "{}", MadeAt = Now });
            open.Digests.Add(new Digest { ConversationKey = "19:all", PersonKey = "jo", PersonName = "Jo Hill", SignIn = "jo@council.example", Question = "overdue", Rhythm = "{}", MadeAt = Now });
            open.Deliveries.Add(new Delivery { ConversationKey = "a:jo-before", PersonKey = "jo", DueAt = Now, GoodUntil = Now.AddDays(1) });
            (await open.Plans.Include(one => one.Rights).SingleAsync()).Rights.Add(new Right { Holder = "jo", Name = "Jo Hill", Kind = RightKind.Own });
            open.UpdatesAsked.Add(new UpdateAsked { ActionId = (await open.Actions.FirstAsync()).Id, PersonKey = "ann", AskedBy = "jo", AskedByName = "Jo Hill", At = Now });
            await open.SaveChangesAsync();
        }

        var data = new PersonalData(store.Stores);
        var held = await data.OfAsync(Jo, default);
        Assert.Equal(["own"], held.Rights.Select(one => one.Kind));
        Assert.Equal(["line is open"], held.Posts.Select(one => one.Text));
        Assert.Equal(["State: not started → in progress"], held.Posts[0].Changes);
        Assert.Equal(2, held.Digests.Count);
        Assert.Single(held.Questions);
        Assert.Single(held.Messages);

        await data.EraseAsync(Jo, default);

        var none = await data.OfAsync(Jo, default);
        Assert.Empty(none.Rights);
        Assert.Empty(none.Posts);
        Assert.Empty(none.Digests);
        Assert.Empty(none.Questions);
        Assert.Empty(none.Messages);
        await using var left = store.Stores.Open();
        Assert.Equal(["Ann Marsh"], await left.People.Select(one => one.Name).ToListAsync());
        Assert.Equal(
            [("line is open", PersonalData.Nameless), ("line is busy", "Ann Marsh")],
            (await left.Progress.Where(one => one.Origin == Origin.Person).OrderBy(one => one.Id).ToListAsync()).Select(one => (one.Text!, one.By!)));
        Assert.Equal([("19:all", "erased", PersonalData.Nameless, null)], (await left.Digests.ToListAsync()).Select(one => (one.ConversationKey, one.PersonKey, one.PersonName, one.SignIn)));
        Assert.Empty(await left.Deliveries.ToListAsync());
        Assert.Empty(await left.Conversations.ToListAsync());
    }

    [StoreFact]
    public async Task The_audit_tells_who_put_what_on_the_record_and_what_was_taken_back()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        await PostAsync(store, "jo", "Jo Hill", "line, \"open\"");
        await new Recorder(store.Stores).TakeAsync(Said("jo", "Jo Hill") with { Id = "undo" }, ledger => ledger.UndoAsync(anyway: false), _ => "{}", default);

        using var file = new MemoryStream();
        var written = await new AuditCsvWriter(store.Stores).WriteAsync(file, Viewer.Operator, "leeds-2012", default);

        var lines = System.Text.Encoding.UTF8.GetString(file.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal(written + 1, lines.Length);
        Assert.StartsWith("number,at (utc),on,plan,ref,by,person,origin,conversation,message,text,field,from,to,reason,takes back,taken back by", lines[0], StringComparison.Ordinal);
        var post = Assert.Single(lines, line => line.Contains("\"line, \"\"open\"\"\"", StringComparison.Ordinal));
        Assert.Contains("2018-04-20T12:00:00.000Z,2018-04-20,leeds-2012,1.1,Jo Hill,jo,person,c,m-line,", post, StringComparison.Ordinal);
        Assert.Contains(",state,not started,in progress,,,", post, StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains(",state,in progress,not started,,", StringComparison.Ordinal) && line.Split(',')[^2].Length > 0);
    }

    private static Person Jo => new() { Key = "jo", Name = "Jo Hill", SignIn = "jo@council.example", TeamsId = "29:jo", Chat = "a:jo" };

    private static async Task PostAsync(StoreFile store, string key, string name, string text)
    {
        await using var open = store.Stores.Open();
        var action = await open.Actions.FirstAsync();
        await new Recorder(store.Stores).TakeAsync(Said(key, name), ledger => ledger.PostAsync(action.Id, said => said with { Text = text }), _ => "{}", default);
    }

    private static Message Said(string key, string name) => new(new Actor(new Viewer(name, null, false, key), key, name, []), "c", $"m-{(key == "jo" ? "line" : key)}", null, Now, DateOnly.FromDateTime(Now));
}
