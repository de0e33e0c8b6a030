using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;
using TeamsPlanBot.Data.Tests.Recording;

namespace TeamsPlanBot.Data.Tests.Conversations;

public sealed class ConversationStoreTests
{
    private const string Plans = "plan,action\nleeds-2011,Answer calls\nyork-2012,Train staff";

    [StoreFact]
    public async Task A_conversation_that_nobody_met_is_not_there()
    {
        await using var store = await StoreFile.CreateAsync();

        Assert.Null(await store.Conversations.FindAsync("19:nobody", default));
    }

    [StoreFact]
    public async Task A_conversation_is_remembered()
    {
        await using var store = await StoreFile.CreateAsync();

        await store.Conversations.RememberAsync(Met("19:channel"), default);

        var known = await store.Conversations.FindAsync("19:channel", default);
        Assert.Equal((ConversationKind.Channel, "https://service.example/", "General"), (known!.Kind, known.ServiceUrl, known.Name));
        Assert.Null(known.PlanId);
    }

    [StoreFact]
    public async Task What_is_known_now_replaces_what_was_known_but_the_plan_stays()
    {
        await using var store = await StoreFile.HoldingAsync(Plans);
        var leeds = await store.IdOfAsync(NameKind.Plan, "leeds-2011");
        await BindAsync(store, "19:channel", leeds);

        var later = Met("19:channel");
        later.ServiceUrl = "https://moved.example/";
        later.Name = "Improvement";
        later.RemovedAt = new DateTime(2012, 4, 20, 0, 0, 0, DateTimeKind.Utc);
        await store.Conversations.RememberAsync(later, default);

        var known = await store.Conversations.FindAsync("19:channel", default);
        Assert.Equal(("https://moved.example/", "Improvement", leeds), (known!.ServiceUrl, known.Name, known.PlanId));
        Assert.NotNull(known.RemovedAt);
    }

    [StoreFact]
    public async Task Conversations_do_not_mix()
    {
        await using var store = await StoreFile.HoldingAsync(Plans);
        await store.Conversations.RememberAsync(Met("19:one"), default);

        await BindAsync(store, "19:other", await store.IdOfAsync(NameKind.Plan, "york-2012"));

        Assert.Null((await store.Conversations.FindAsync("19:one", default))!.PlanId);
    }

    [StoreFact]
    public async Task A_conversation_met_by_many_at_once_is_remembered_once()
    {
        await using var store = await StoreFile.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new ConversationStore(store.OpenAgain()).RememberAsync(Met("19:channel"), default))));

        Assert.NotNull(await store.Conversations.FindAsync("19:channel", default));
    }

    [StoreFact]
    public async Task Binding_keeps_the_plan_and_the_receipt()
    {
        await using var store = await StoreFile.HoldingAsync(Plans);
        var leeds = await store.IdOfAsync(NameKind.Plan, "leeds-2011");

        await BindAsync(store, "19:channel", leeds);

        Assert.Equal(leeds, (await store.Conversations.FindAsync("19:channel", default))!.PlanId);
        Assert.Equal("Bound", (await store.Conversations.ReceiptsAsync("19:channel", "1", "jo", default)).Own!.Answer);
    }

    [StoreFact]
    public async Task Another_message_binds_the_conversation_to_another_plan()
    {
        await using var store = await StoreFile.HoldingAsync(Plans);
        var york = await store.IdOfAsync(NameKind.Plan, "york-2012");
        await BindAsync(store, "19:channel", await store.IdOfAsync(NameKind.Plan, "leeds-2011"));

        await BindAsync(store, "19:channel", york, "2");

        Assert.Equal(york, (await store.Conversations.FindAsync("19:channel", default))!.PlanId);
    }

    [StoreFact]
    public async Task A_message_with_a_receipt_binds_nothing_a_second_time()
    {
        await using var store = await StoreFile.HoldingAsync(Plans);
        var leeds = await store.IdOfAsync(NameKind.Plan, "leeds-2011");
        await BindAsync(store, "19:channel", leeds);

        await BindAsync(store, "19:channel", await store.IdOfAsync(NameKind.Plan, "york-2012"));

        Assert.Equal(leeds, (await store.Conversations.FindAsync("19:channel", default))!.PlanId);
    }

    [StoreFact]
    public async Task Undo_makes_a_conversation_be_about_what_it_was_about_before()
    {
        await using var store = await StoreFile.HoldingAsync(Plans);
        var leeds = await store.IdOfAsync(NameKind.Plan, "leeds-2011");
        await BindAsync(store, "19:channel", leeds);
        await BindAsync(store, "19:channel", await store.IdOfAsync(NameKind.Plan, "york-2012"), "2");

        await store.SayAsync(ledger => ledger.UndoAsync(anyway: false), "19:channel");
        Assert.Equal(leeds, (await store.Conversations.FindAsync("19:channel", default))!.PlanId);
        await store.SayAsync(ledger => ledger.UndoAsync(anyway: false), "19:channel");
        Assert.Null((await store.Conversations.FindAsync("19:channel", default))!.PlanId);
    }

    [StoreFact]
    public async Task A_conversation_with_a_plan_that_does_not_exist_leaves_no_receipt()
    {
        await using var store = await StoreFile.CreateAsync();

        Assert.IsType<Entry.Unseen>(await BindAsync(store, "19:channel", 999));

        Assert.Null(await store.Conversations.FindAsync("19:channel", default));
        Assert.Null((await store.Conversations.ReceiptsAsync("19:channel", "1", "jo", default)).Own);
    }

    [StoreTheory]
    [InlineData("19:channel", "2")]
    [InlineData("19:other", "1")]
    public async Task A_receipt_belongs_to_one_message_of_one_conversation(string conversation, string activity)
    {
        await using var store = await StoreFile.HoldingAsync(Plans);
        await BindAsync(store, "19:channel", await store.IdOfAsync(NameKind.Plan, "leeds-2011"));

        Assert.Null((await store.Conversations.ReceiptsAsync(conversation, activity, "jo", default)).Own);
    }

    [StoreFact]
    public async Task Memories_are_kept_for_each_person_and_conversation()
    {
        await using var store = await StoreFile.CreateAsync();

        await store.Conversations.KeepAsync([Asked("19:channel", "jo", "red ones"), Asked("19:channel", "sam", "my actions"), Asked("19:other", "jo", "overdue")], default);

        Assert.Equal("red ones", (await store.Conversations.MemoryAsync("19:channel", "jo", default))!.Content);
        Assert.Equal("my actions", (await store.Conversations.MemoryAsync("19:channel", "sam", default))!.Content);
        Assert.Equal("overdue", (await store.Conversations.MemoryAsync("19:other", "jo", default))!.Content);
        Assert.Null(await store.Conversations.MemoryAsync("19:other", "sam", default));
    }

    [StoreFact]
    public async Task The_latest_memory_replaces_the_one_before()
    {
        await using var store = await StoreFile.CreateAsync();
        await store.Conversations.KeepAsync([Asked("19:channel", "jo", "red ones"), Asked("19:channel", "sam", "my actions")], default);

        await store.Conversations.KeepAsync([Asked("19:channel", "jo", "amber ones")], default);

        Assert.Equal("amber ones", (await store.Conversations.MemoryAsync("19:channel", "jo", default))!.Content);
        Assert.Equal("my actions", (await store.Conversations.MemoryAsync("19:channel", "sam", default))!.Content);
    }

    private static Conversation Met(string key) => new() { Key = key, Kind = ConversationKind.Channel, ServiceUrl = "https://service.example/", Name = "General" };

    private static Task<Entry> BindAsync(StoreFile store, string conversation, int plan, string id = "1") => store.SayAsync(ledger => ledger.BindAsync(Met(conversation), plan), conversation, id);

    private static Memory Asked(string conversation, string person, string content) =>
        new() { ConversationKey = conversation, PersonKey = person, At = DateTime.UnixEpoch, Content = content };
}
