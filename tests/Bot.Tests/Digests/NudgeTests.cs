using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.FakeTeams;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>Leads are reminded in their own chat: once a day, of all that falls due, and their answer is the post.</summary>
public sealed class NudgeTests : IAsyncLifetime
{
    // A Thursday; the Monday before it was Easter Monday.
    private static readonly DateOnly Today = new(2017, 4, 20);

    private readonly string folder = Directory.CreateTempSubdirectory("teamsplanbot-").FullName;
    private LocalTeams teams = null!;
    private RunningBot bot = null!;
    private Chat chat = null!;

    public async Task InitializeAsync()
    {
        teams = await LocalTeams.StartAsync();
        chat = Chat.Personal(teams) with { Person = "Ann Marsh" };
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await teams.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_lead_gets_one_message_of_all_that_is_due_and_answers_with_a_number_in_front()
    {
        await BeginAsync("""
            plan,plan name,section,ref,action,leads,due,state
            nudges,Plan of nudges,1. One,7.1,Due in a week,Ann Marsh,2017-04-27,in progress
            nudges,Plan of nudges,1. One,7.2,Due today,Ann Marsh,2017-04-20,in progress
            nudges,Plan of nudges,1. One,7.3,Due a week ago,Ann Marsh,2017-04-13,in progress
            nudges,Plan of nudges,1. One,7.4,Due tomorrow,Ann Marsh,2017-04-21,in progress
            nudges,Plan of nudges,1. One,7.5,Done,Ann Marsh,2017-04-20,complete
            nudges,Plan of nudges,1. One,7.6,Of somebody else,Zoe Other,2017-04-20,in progress
            """);

        var lines = (await teams.MessageAsync(chat.Id, 2)).Card!.Value.Lines();
        Assert.Equal("3 actions of yours: 1 overdue, 1 due today, 1 due in a week", lines[0]);
        Assert.Equal(["7.3  Due a week ago", "7.2  Due today", "7.1  Due in a week"], lines.Where(line => line.StartsWith("7.", StringComparison.Ordinal)));
        Assert.Contains("[Update 7.3]", lines);

        Assert.Equal("Which one?", (await SayAsync("two agency workers started, amber", 3))[0]);
        Assert.StartsWith("Recorded on 7.2", (await SayAsync("7.2: two agency workers started, amber", 4))[0], StringComparison.Ordinal);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(4, teams.All.Count(message => message.Conversation == chat.Id && message.Type == "message"));
    }

    [Fact]
    public async Task The_answer_to_a_nudge_about_one_action_is_its_post()
    {
        await BeginAsync("""
            plan,plan name,section,ref,action,leads,due,state
            nudges,Plan of nudges,1. One,7.1,Due today,Ann Marsh,2017-04-20,in progress
            """);
        var lines = (await teams.MessageAsync(chat.Id, 2)).Card!.Value.Lines();
        Assert.Equal("Your action 7.1: 1 due today", lines[0]);
        Assert.Contains("How is it going? Just answer in your own words, such as “two agency workers started, amber”.", lines);

        var recorded = await SayAsync("the training dates are agreed, amber", 3);
        Assert.Equal("Recorded on 7.1: rating none → amber", recorded[0]);
        Assert.DoesNotContain(recorded, line => line.Contains("is told", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_weeks_late_the_lead_of_the_section_is_told()
    {
        await BeginAsync("""
            plan,plan name,section,section lead,ref,action,leads,due,state
            nudges,Plan of nudges,1. One,Ann Marsh,7.1,Two weeks late,Zoe Other,2017-04-06,in progress
            nudges,Plan of nudges,1. One,Ann Marsh,7.2,Ten days late,Zoe Other,2017-04-10,in progress
            """);
        var lines = (await teams.MessageAsync(chat.Id, 2)).Card!.Value.Lines();
        Assert.Equal("1 action of yours: 1 overdue", lines[0]);
        Assert.Contains("Some of these are late in a section you lead; their own leads were reminded before.", lines);
    }

    [Theory]
    [InlineData("stop nudges", "No more nudges for you")]
    [InlineData("snooze nudges for 2 weeks", "No nudges for you before 4 May 2017")]
    public async Task Who_wants_no_nudges_gets_none(string said, string answer)
    {
        await BeginAsync("""
            plan,plan name,section,ref,action,leads,due,state
            nudges,Plan of nudges,1. One,7.1,Due today,Ann Marsh,2017-04-20,in progress
            """, said);
        Assert.Equal(answer, (await teams.MessageAsync(chat.Id)).Card!.Value.Lines()[0]);

        await Task.Delay(TimeSpan.FromSeconds(3));
        await using var store = bot.Stores.Open();
        Assert.Empty(await store.Deliveries.ToListAsync());
    }

    [Fact]
    public async Task A_bot_that_starts_again_nudges_nobody_a_second_time()
    {
        await BeginAsync("""
            plan,plan name,section,ref,action,leads,due,state
            nudges,Plan of nudges,1. One,7.1,Due today,Ann Marsh,2017-04-20,in progress
            """);
        await teams.MessageAsync(chat.Id, 2);
        await bot.DisposeAsync();
        bot = await RunningBot.StartAsync(Today, folder, "--Digests:Nudge=true");

        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.Equal(2, teams.All.Count(message => message.Conversation == chat.Id && message.Type == "message"));
        await using var store = bot.Stores.Open();
        Assert.Equal(DeliveryState.Arrived, Assert.Single(await store.Deliveries.ToListAsync()).State);
    }

    // The bot meets her, and nudges from its next start on.
    private async Task BeginAsync(string plan, string first = "hello")
    {
        bot = await RunningBot.StartAsync(Today, folder);
        await bot.ImportAsync(plan);
        (await teams.PostAsync(bot.Url, chat.Say(first))).Dispose();
        await bot.DisposeAsync();
        bot = await RunningBot.StartAsync(Today, folder, "--Digests:Nudge=true");
    }

    private async Task<IReadOnlyList<string>> SayAsync(string said, int number)
    {
        (await teams.PostAsync(bot.Url, chat.Say(said))).Dispose();
        return (await teams.MessageAsync(chat.Id, number)).Card!.Value.Lines();
    }
}
