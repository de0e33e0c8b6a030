using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Digests;
using TeamsPlanBot.Data.Files;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.SqlServerSyntax;

/// <summary>Every statement that is sent to SQL Server reads as T-SQL. None was ever carried out there.</summary>
public sealed class StatementTests
{
    private static readonly DateOnly Day = new(2017, 5, 31);

    private static readonly DateTime Moment = new(2017, 5, 31, 9, 0, 0, DateTimeKind.Utc);

    private readonly RecordingServer server = new();

    [Fact]
    public async Task Questions_about_actions_read_however_they_are_combined()
    {
        var random = new Random(4);
        var asked = Enumerable.Range(0, 600).Select(_ => Question(random)).Append(new ActionQuestion()).ToList();
        foreach (var question in asked)
        {
            // From the second page on, the matches are counted as well; nothing is found here, not even a count.
            await new ActionQuestions(server.Stores).ListAsync(Viewer.Operator, question, 0, 8, default);
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new ActionQuestions(server.Stores).ListAsync(Viewer.Operator, question, 8, 8, default));
        }

        AssertAllRead(atLeast: 3 * asked.Count);
        Assert.True(server.Statements.Distinct().Count() > 500);
        Assert.Contains(server.Statements, statement => statement.Contains("FETCH NEXT", StringComparison.Ordinal));
        Assert.Contains(server.Statements, statement => statement.Contains("LIKE", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Statements, statement => statement.Contains("LIMIT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_action_in_full_reads()
    {
        await new ActionQuestions(server.Stores).FindAsync(Viewer.Operator, "4.2", [], default);
        await new ActionQuestions(server.Stores).FindAsync(Viewer.Operator, "4.2", [1, 2, 3], default);
        var line = new ActionLine(7, 1, "p", "P", "4.2", "Title", Day, null, ActionState.InProgress, Brag.Red, Day, [], []);
        await new FoundInFull(line, "Section", null, null, null, null).CompleteAsync(server.Stores, 5, default);
        AssertAllRead(atLeast: 3);
    }

    [Fact]
    public async Task Plans_names_and_revisions_read()
    {
        var plans = new PlanQuestions(server.Stores);
        await plans.ListAsync(Viewer.Operator, Day, default);
        await plans.NamesAsync(Viewer.Operator, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => plans.NamesRevisionAsync(default));
        await new StoreSchema(server.Stores).StateAsync(default);
        await new StoreSchema(server.Stores).IsEmptyAsync(default);
        AssertAllRead(atLeast: 8);
    }

    [Fact]
    public async Task Conversations_receipts_and_memories_read()
    {
        var conversations = new ConversationStore(server.Stores);
        var met = new Conversation { Key = "19:x", Kind = ConversationKind.Channel, ServiceUrl = "https://smba.example/", MetAt = Moment, Name = null };
        await conversations.FindAsync(met.Key, default);
        await conversations.RememberAsync(met, default);
        await conversations.ReceiptsAsync(met.Key, "1", "jo", default);
        await conversations.ForgetImprintAsync(new Receipt { ConversationKey = met.Key, ActivityId = "1", PersonKey = "p", At = Moment, Answer = "{}" }, default);
        await new PeopleMet(server.Stores).KeepAsync([new Person { Key = "p", Name = "Jo Hill", SignIn = "jo@council.example" }], default);
        await new PeopleMet(server.Stores).ClaimAsync(new Person { Key = "p", Name = "Jo Hill", SignIn = "jo@council.example" }, default);
        await new PeopleMet(server.Stores).CalledAsync("Jo Hill", default);
        await conversations.MemoryAsync(met.Key, "p", default);
        await conversations.KeepAsync([new Memory { ConversationKey = met.Key, PersonKey = "p", At = Moment, Content = "{}" }], default);
        AssertAllRead(atLeast: 8);
        Assert.Equal(3, server.Statements.Count(statement => statement.Contains("WITH (UPDLOCK, HOLDLOCK)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Digests_deliveries_and_nudges_read()
    {
        var digests = new DigestStore(server.Stores);
        var digest = new Digest { ConversationKey = "c", PersonKey = "p", PersonName = "Jo Hill", Question = "", Rhythm = "{}", MadeAt = Moment };
        await digests.ListAsync("c", "p", Moment, default);
        await digests.ListAsync(null, null, Moment, default);
        await digests.DueAsync(Moment, 10, default);
        await digests.OfBoardsAsync(default);
        await digests.RescheduleAsync(digest, Moment, default);
        await digests.TakeUpAsync("bot", Moment, Moment, 10, default);
        await digests.BeginAsync(1, "bot", Moment, Moment, 0, default);
        await digests.PutOffAsync(1, "bot", Moment, 0, "waits", default);
        await digests.StopAsync("c", 1, Moment, "because", default);
        await digests.FindAsync(1, default);
        await new PeopleMet(server.Stores).NudgeableAsync(Day, default);
        await new PeopleMet(server.Stores).NudgeableAsync(Day, default, "p");
        await new NudgeQuestions(server.Stores).OnAsync(Viewer.Operator, [Day], null, null, default);
        await new NudgeQuestions(server.Stores).OnAsync(new Viewer("Jo", null, false, "p"), [Day, Day.AddDays(-1)], [1, 2], ["Jo"], default);
        await new WordsQuestions(server.Stores).LatestAsync(Viewer.Operator, [1, 2], default);
        await new ChangeQuestions(server.Stores).SinceAsync(Viewer.Operator, new Scope { Services = [1] }, Day, 10, default, Moment, counted: true);
        AssertAllRead(atLeast: 16);
    }

    [Fact]
    public async Task What_a_message_changes_reads()
    {
        foreach (var viewer in new[] { Viewer.Operator, new Viewer("Jo Hill", null, IsGuest: false, "person"), new Viewer("Jo Hill", null, IsGuest: true, "person") })
        {
            var message = new Message(new Actor(viewer, "person", "Jo Hill", []), "19:x", "1", "imprint", Moment, Day);
            await new Recorder(server.Stores).TakeAsync(
                message,
                async ledger =>
                {
                    await ledger.PostAsync(1, said => said with { Text = "hello" }, leads: ["Jo Hill"]);
                    await ledger.ExplainAsync("1", "because");
                    await ledger.MeasureAsync(1, Data.Figures.Period.Quarter(2013, 2), 5, null, null);
                    await ledger.TagAsync(1, "First Response", takesAway: false);
                    await ledger.MergeAsync("Jo Hill", "J Hill");
                    await ledger.GiveAsync(1, "person", "Jo Hill", Data.Plans.RightKind.Own);
                    return await ledger.UndoAsync(anyway: false);
                },
                _ => "{}",
                default);
        }

        AssertAllRead(atLeast: 15);
    }

    [Fact]
    public async Task What_reports_and_files_ask_reads()
    {
        var somebody = new Viewer("Jo Hill", "jo@council.example", IsGuest: false, "person");
        foreach (var viewer in new[] { Viewer.Operator, somebody, somebody with { IsGuest = true } })
        {
            await new PlanQuestions(server.Stores).FindAsync(viewer, 1, default);
            await new ProgressQuestions(server.Stores).BetweenAsync(viewer, new Scope { Plans = [1] }, Day, Day, 100, default);
            await new ProgressQuestions(server.Stores).LatestAsync(viewer, [1, 2, 3], default);
            await new MilestoneQuestions(server.Stores).UpToAsync(viewer, new Scope { Plans = [1] }, Day, 100, default);
            using var export = new MemoryStream();
            await new ActionsCsvWriter(server.Stores).WriteAsync(export, viewer, [1, 2, 3], default);
        }

        await new FileLinks(server.Stores).TakeAsync(await new FileLinks(server.Stores).MakeAsync(somebody, "{}", Moment, default), Moment, default);
        AssertAllRead(atLeast: 18);
    }

    [Fact]
    public async Task Importing_and_exporting_reads()
    {
        foreach (var sample in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.actions.csv"))
        {
            await using var file = File.OpenRead(sample);
            Assert.Empty((await new PlanImporter(server.Stores, TimeProvider.System).ImportAsync(file, new ImportDefaults(), dryRun: false, retire: false, report: null, default)).Problems);
        }

        using var export = new MemoryStream();
        await new ActionsCsvWriter(server.Stores).WriteAsync(export, Viewer.Operator, "leeds-2011", default);
        AssertAllRead(atLeast: 10);
        Assert.Contains(server.Statements, statement => statement.Contains("MERGE [Actions]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_asked_of_part_of_the_plans_reads_for_everybody()
    {
        var somebody = new Viewer("Jo Hill", "jo@council.example", IsGuest: false, "person");
        foreach (var viewer in new[] { Viewer.Operator, somebody })
        {
            foreach (var scope in new[] { Scope.Everything, new Scope { Plans = [1, 2] }, new Scope { Plans = [1], Sections = [2], Services = [3], Leads = [4] } })
            {
                await new BreakdownQuestions(server.Stores).OfAsync(viewer, scope, Day, default);
                foreach (var by in Enum.GetValues<BrokenDownBy>())
                {
                    await new BreakdownQuestions(server.Stores).EachAsync(viewer, scope, by, Day, default);
                }

                await new ChangeQuestions(server.Stores).SinceAsync(viewer, scope, Day, 8, default);
                await new ChangeQuestions(server.Stores).SlipsAsync(viewer, scope, Day, default);
                await new IndicatorQuestions(server.Stores).ListAsync(viewer, scope, Day, default);
                await new WatermelonQuestions(server.Stores).ListAsync(viewer, scope, Day, default);
            }

            await new BoardQuestions(server.Stores).OfAsync(viewer, 1, Day, default);
            await new CoverageQuestions(server.Stores).OfAsync(viewer, 1, default);
            await new HistoryQuestions(server.Stores).OfAsync(viewer, 1, default);
            await new IndicatorQuestions(server.Stores).NamesAsync(viewer, [1], default);
            await new IndicatorQuestions(server.Stores).NamedAsync(viewer, "NEET", [1], Day, default);
            await new LeadQuestions(server.Stores).NamesAsync(viewer, default);
            await new LeadQuestions(server.Stores).LeftByAsync(viewer, [1], default);
            await new LeadQuestions(server.Stores).NearPairsAsync(viewer, [1], default);
            await new ActionQuestions(server.Stores).ListAsync(viewer, new ActionQuestion { Words = "calls" }, 0, 8, default);
            await new PlanQuestions(server.Stores).NamesAsync(viewer, default);
            await new RightQuestions(server.Stores).WhoSeesAsync(default);
        }

        AssertAllRead(atLeast: 60);
    }

    private void AssertAllRead(int atLeast)
    {
        Assert.True(server.Statements.Count >= atLeast, $"Only {server.Statements.Count} statements were sent.");
        Assert.All(server.Statements.Distinct(), TSql.AssertReads);
    }

    private static ActionQuestion Question(Random random)
    {
        return new ActionQuestion
        {
            Plans = Some(),
            Sections = Some(),
            Services = Some(),
            Leads = random.Next(3) == 0 ? Some() : null,
            Recommendation = Maybe() ? "17" : null,
            State = (StateAsked)random.Next(5),
            Brags = Maybe() ? [Brag.Red, Brag.Amber] : [],
            NotBrags = Maybe() ? [Brag.Red, Brag.Blue] : [],
            DueFrom = Maybe() ? Day : null,
            DueTo = Maybe() ? Day : null,
            NoDate = Maybe(),
            NoLead = Maybe(),
            NoProgressSince = Maybe() ? Day : null,
            Words = Maybe() ? "50% of [them]_\\ 'now'" : null,
        };

        bool Maybe() => random.Next(3) == 0;

        int[] Some() => [.. Enumerable.Range(1, random.Next(3))];
    }
}
