using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Recording;
using TeamsPlanBot.Data.Tests.Recording;

namespace TeamsPlanBot.Data.Tests.Digests;

public sealed class DigestStoreTests
{
    private const int Instances = 4;

    private static readonly DateTime Due = new(2017, 4, 20, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Next = Due.AddDays(7);
    private static readonly DateTime Now = Due.AddSeconds(1);
    private static readonly DateTime Until = Now.AddSeconds(45);

    [StoreFact]
    public async Task Of_several_bots_each_run_is_taken_by_one_and_none_is_left()
    {
        await using var store = await WithAsync(40);
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var bots = Enumerable.Range(0, Instances).Select(number => Task.Run(async () =>
        {
            var own = new DigestStore(store.OpenAgain());
            await start.Task;
            var taken = new List<Delivery>();
            for (var round = 0; round < 20; round++)
            {
                var due = await own.DueAsync(Now, 8, default);
                taken.AddRange(await own.TakeAsync([.. due.Select(digest => new DueRun(digest, Due, Due, Next, Next, null))], $"bot-{number}", Now, Until, default));
            }

            return taken;
        })).ToList();
        start.SetResult();
        var all = (await Task.WhenAll(bots)).SelectMany(taken => taken).ToList();

        Assert.Equal(40, all.Count);
        Assert.Equal(40, all.Select(delivery => delivery.DigestId).Distinct().Count());
        Assert.Empty(await new DigestStore(store.Stores).DueAsync(Now, 100, default));
        Assert.Equal(40, (await new DigestStore(store.Stores).DueAsync(Next, 100, default)).Count);
    }

    [StoreFact]
    public async Task What_a_bot_that_died_held_is_taken_up_by_one_when_its_claim_has_run_out()
    {
        await using var store = await WithAsync(10);
        var first = new DigestStore(store.Stores);
        await TakeAllAsync(first, "dead");
        Assert.Empty(await first.TakeUpAsync("other", Until.AddSeconds(-1), Until, 100, default));

        var taken = await Task.WhenAll(Enumerable.Range(0, Instances).Select(number =>
            Task.Run(() => new DigestStore(store.OpenAgain()).TakeUpAsync($"bot-{number}", Until, Until.AddSeconds(45), 100, default))));

        Assert.Equal(10, taken.Sum(some => some.Count));
        Assert.Equal(10, taken.SelectMany(some => some).Select(delivery => delivery.Id).Distinct().Count());
    }

    [StoreFact]
    public async Task Only_who_holds_it_sends_it_and_what_is_settled_stays_so()
    {
        await using var store = await WithAsync(1);
        var digests = new DigestStore(store.Stores);
        var delivery = Assert.Single(await TakeAllAsync(digests, "bot"));

        Assert.False(await digests.BeginAsync(delivery.Id, "other", Now, Until, 0, default));
        Assert.False(await digests.BeginAsync(delivery.Id, "bot", Until, Until.AddSeconds(45), 0, default));
        Assert.True(await digests.BeginAsync(delivery.Id, "bot", Now, Until, 0, default));
        await digests.SettleAsync(delivery, DeliveryState.Arrived, Now, "1", null, Due, default);
        await digests.SettleAsync(delivery, DeliveryState.Refused, Now, null, "late", null, default);
        Assert.False(await digests.BeginAsync(delivery.Id, "bot", Now, Until, 0, default));

        var standing = Assert.Single(await digests.ListAsync("c-0", "jo", Now, default));
        Assert.Equal((DeliveryState.Arrived, "1"), (standing.Last!.State, standing.Last.ActivityId));
        Assert.Equal(Due, standing.Digest.ToldUpTo);
    }

    [StoreFact]
    public async Task What_is_put_off_comes_again_when_its_time_is_there()
    {
        await using var store = await WithAsync(1);
        var digests = new DigestStore(store.Stores);
        var delivery = Assert.Single(await TakeAllAsync(digests, "bot"));
        await digests.PutOffAsync(delivery.Id, "bot", Now.AddSeconds(10), 1, "Teams asked to wait", default);

        Assert.Empty(await digests.TakeUpAsync("bot", Now.AddSeconds(9), Until, 10, default));
        var again = Assert.Single(await digests.TakeUpAsync("bot", Now.AddSeconds(10), Until, 10, default));
        Assert.Equal((1, 1, (DateTime?)null), (again.Attempts, again.Doubts, again.SendingAt));
        Assert.Equal(Due, (await digests.LagAsync(Now, default)).Oldest);
    }

    [StoreFact]
    public async Task A_run_that_was_stopped_meanwhile_is_not_taken()
    {
        await using var store = await WithAsync(1);
        var digests = new DigestStore(store.Stores);
        var due = await digests.DueAsync(Now, 10, default);
        await digests.StopAsync("c-0", null, Now, "The bot was taken out of that conversation.", default);

        Assert.Empty(await digests.TakeAsync([.. due.Select(digest => new DueRun(digest, Due, Due, Next, Next, null))], "bot", Now, Until, default));
        Assert.Equal("The bot was taken out of that conversation.", Assert.Single(await digests.ListAsync(null, null, Due, default)).Digest.StoppedBecause);
    }

    [StoreFact]
    public async Task A_digest_is_arranged_once_and_undo_stops_it()
    {
        await using var store = await StoreFile.CreateAsync();
        Assert.True(((Entry.Arranged)await store.SayAsync(ledger => ledger.SubscribeAsync(Made, _ => true))).IsChanged);
        Assert.False(((Entry.Arranged)await store.SayAsync(ledger => ledger.SubscribeAsync(Made, _ => true))).IsChanged);
        var digest = Assert.Single(await new DigestStore(store.Stores).ListAsync("c", "jo", Now, default)).Digest;

        Assert.IsType<Entry.Undone>(await store.SayAsync(ledger => ledger.UndoAsync(anyway: false)));
        Assert.Empty(await new DigestStore(store.Stores).ListAsync("c", "jo", Now, default));
        Assert.NotNull((await new DigestStore(store.Stores).FindAsync(digest.Id, default))!.StoppedAt);

        static Digest Made()
        {
            var digest = new Digest { ConversationKey = "c", PersonKey = "jo", PersonName = "Jo Hill", Question = "", Rhythm = "weekly", MadeAt = Due };
            digest.Schedule(Next);
            return digest;
        }
    }

    private static async Task<StoreFile> WithAsync(int digests)
    {
        var store = await StoreFile.CreateAsync();
        await using var open = store.Stores.Open();
        for (var number = 0; number < digests; number++)
        {
            var digest = new Digest { ConversationKey = $"c-{number}", PersonKey = "jo", PersonName = "Jo Hill", Question = "", Rhythm = "weekly", MadeAt = Due };
            digest.Schedule(Due);
            open.Digests.Add(digest);
        }

        await open.SaveChangesAsync();
        return store;
    }

    private static async Task<IReadOnlyList<Delivery>> TakeAllAsync(DigestStore digests, string bot) =>
        await digests.TakeAsync([.. (await digests.DueAsync(Now, 100, default)).Select(digest => new DueRun(digest, Due, Due, Next, Next, null))], bot, Now, Until, default);
}
