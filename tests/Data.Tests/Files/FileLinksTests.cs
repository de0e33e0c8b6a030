using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Files;
using TeamsPlanBot.Data.Keeping;

namespace TeamsPlanBot.Data.Tests.Files;

/// <summary>Links to files, each of which works once.</summary>
public sealed class FileLinksTests
{
    private static readonly DateTime Noon = new(2017, 4, 20, 12, 0, 0, DateTimeKind.Utc);

    private static readonly Viewer Group = new("Jo Hill", null, IsGuest: false, "19:group");

    [StoreFact]
    public async Task A_link_gives_what_was_asked_for_and_for_whom_once()
    {
        await using var store = await StoreFile.CreateAsync();
        var links = new FileLinks(store.Stores);
        var token = await links.MakeAsync(Group, "a report", Noon, default);

        var first = await links.TakeAsync(token, Noon.AddMinutes(14), default);

        Assert.Equal(("a report", "19:group", false), (first!.Wanted, first.Viewer.Key, first.Viewer.IsGuest));
        Assert.Null(await links.TakeAsync(token, Noon.AddMinutes(14), default));
    }

    [StoreFact]
    public async Task After_fifteen_minutes_it_gives_nothing()
    {
        await using var store = await StoreFile.CreateAsync();
        var links = new FileLinks(store.Stores);

        Assert.Null(await links.TakeAsync(await links.MakeAsync(Group, "a report", Noon, default), Noon.AddMinutes(15), default));
        Assert.NotNull(await links.TakeAsync(await links.MakeAsync(Group, "a report", Noon, default), Noon.AddMinutes(15).AddSeconds(-1), default));
    }

    [StoreFact]
    public async Task What_a_guest_asked_for_stays_a_guests()
    {
        await using var store = await StoreFile.CreateAsync();
        var links = new FileLinks(store.Stores);

        var link = await links.TakeAsync(await links.MakeAsync(Group with { IsGuest = true }, "a report", Noon, default), Noon, default);

        Assert.True(link!.Viewer.IsGuest);
        Assert.False(link.Viewer.SeesAll);
    }

    [StoreTheory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_link_that_never_was_gives_nothing(string token)
    {
        await using var store = await StoreFile.CreateAsync();

        Assert.Null(await new FileLinks(store.Stores).TakeAsync(token, Noon, default));
    }

    [StoreFact]
    public async Task Of_several_bots_that_take_it_at_once_one_gets_it()
    {
        await using var store = await StoreFile.CreateAsync();
        var token = await new FileLinks(store.Stores).MakeAsync(Group, "a report", Noon, default);
        PlanStores[] bots = [.. Enumerable.Range(0, 4).Select(_ => store.OpenAgain())];

        var taken = await Task.WhenAll(bots.Select(bot => Task.Run(() => new FileLinks(bot).TakeAsync(token, Noon, default))));

        Assert.Single(taken, link => link is not null);
        foreach (var bot in bots)
        {
            bot.Dispose();
        }
    }

    [StoreFact]
    public async Task Links_that_nobody_followed_are_forgotten_when_the_next_one_is_made_and_by_the_day()
    {
        await using var store = await StoreFile.CreateAsync();
        var links = new FileLinks(store.Stores);
        await links.MakeAsync(Group, "old", Noon.AddDays(-2), default);
        await links.MakeAsync(Group, "new", Noon, default);

        await using var rows = store.Stores.Open();

        Assert.Equal("new", (await rows.FileLinks.SingleAsync()).Wanted);
        Assert.Equal(1, (await new Forgetting(store.Stores).ForgetAsync(new KeepOptions(), Noon.AddDays(1), default)).Memories);
        Assert.Equal(0, await rows.FileLinks.CountAsync());
    }
}
