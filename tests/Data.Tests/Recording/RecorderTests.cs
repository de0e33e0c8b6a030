using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;
using TeamsPlanBot.Data.Recording;
using TeamsPlanBot.Data.Tests.Plans;

namespace TeamsPlanBot.Data.Tests.Recording;

public sealed class RecorderTests
{
    private const string Plan = """
        plan,section,ref,action,leads,due,brag
        leeds-2012,1. Help,1.1,Answer calls,Jo Hill,2017-03-31,amber
        leeds-2012,1. Help,1.2,Answer letters,Ann Marsh,2017-03-31,
        """;

    private static readonly DateOnly Day = new(2017, 4, 20);

    [StoreFact]
    public async Task What_is_posted_is_on_the_record_and_in_the_action()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);

        var entry = await new Recorder(store.Stores).RecordAsync(Viewer.Operator, await IdAsync(store, "1.1"), Said with { Text = "line is open", Brag = Brag.Green });

        Assert.Equal([(Field.State, "not started", "in progress"), (Field.Brag, "amber", "green")], Assert.IsType<Entry.Put>(entry).Progress.Changes.Select(c => (c.Field, c.From, c.To)));
        var action = await store.FindAsync("1.1");
        Assert.Equal((ActionState.InProgress, Brag.Green, Day), (action.Line.State, action.Line.Brag, action.Line.UpdatedOn));
        Assert.Equal([new ProgressLine(Day, "Jo Hill", "line is open")], action.Progress);
    }

    [StoreFact]
    public async Task An_action_nobody_has_is_not_posted_to()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);

        Assert.IsType<Entry.Unseen>(await new Recorder(store.Stores).RecordAsync(Viewer.Operator, 999, Said with { Text = "hello" }));
    }

    [StoreFact]
    public async Task A_new_lead_becomes_a_name_of_the_plan()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var before = await store.NamesRevisionAsync();

        await new Recorder(store.Stores).RecordAsync(Viewer.Operator, await IdAsync(store, "1.1"), Said, ["Sam Field", "Ann Marsh"]);

        Assert.Equal(["Sam Field", "Ann Marsh"], (await store.FindAsync("1.1")).Line.Leads);
        Assert.Equal(["Ann Marsh", "Jo Hill", "Sam Field"], await store.NamesAsync(NameKind.Lead));
        Assert.True(await store.NamesRevisionAsync() > before);
    }

    [StoreFact]
    public async Task After_an_undo_an_action_was_last_updated_on_the_latest_day_that_still_stands()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var recorder = new Recorder(store.Stores);
        var action = await IdAsync(store, "1.1");
        await recorder.RecordAsync(Viewer.Operator, action, Said with { Text = "late", On = Day.AddDays(5) });
        await recorder.RecordAsync(Viewer.Operator, action, Said with { Text = "early", On = Day.AddDays(1) });
        await recorder.RecordAsync(Viewer.Operator, action, Said with { Text = "latest", On = Day.AddDays(9) });

        await recorder.UndoAsync(Viewer.Operator, Said);
        Assert.Equal(Day.AddDays(5), (await store.FindAsync("1.1")).Line.UpdatedOn);
        await recorder.UndoAsync(Viewer.Operator, Said);
        Assert.Equal(Day.AddDays(5), (await store.FindAsync("1.1")).Line.UpdatedOn);
        await recorder.UndoAsync(Viewer.Operator, Said);
        Assert.Null((await store.FindAsync("1.1")).Line.UpdatedOn);
    }

    [StoreFact]
    public async Task An_undo_takes_back_the_last_message_whole_and_then_the_one_before()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var recorder = new Recorder(store.Stores);
        var (first, second) = (await IdAsync(store, "1.1"), await IdAsync(store, "1.2"));
        await recorder.RecordAsync(Viewer.Operator, first, Said with { Text = "one" });
        await recorder.TakeAsync(
            Calls.Of(Viewer.Operator, Said),
            async ledger =>
            {
                await ledger.PostAsync(first, said => said with { Text = "two", Brag = Brag.Red }, leads: ["Sam Field"]);
                return await ledger.PostAsync(second, said => said with { Due = new NewDue(Day) });
            },
            _ => "done",
            default);

        var back = Assert.IsType<Entry.Undone>(await recorder.UndoAsync(Viewer.Operator, Said));

        Assert.Equal([second, first], back.Actions.Select(b => b.Line.Id));
        var action = await store.FindAsync("1.1");
        Assert.Equal((ActionState.InProgress, Brag.Amber), (action.Line.State, action.Line.Brag));
        Assert.Equal(["Jo Hill"], action.Line.Leads);
        Assert.Equal(["one"], action.Progress.Select(p => p.Text));
        Assert.Equal(new DateOnly(2017, 3, 31), (await store.FindAsync("1.2")).Line.Due);

        Assert.Equal([first], Assert.IsType<Entry.Undone>(await recorder.UndoAsync(Viewer.Operator, Said)).Actions.Select(b => b.Line.Id));
        Assert.Equal(ActionState.NotStarted, (await store.FindAsync("1.1")).Line.State);
        Assert.IsType<Entry.NothingToUndo>(await recorder.UndoAsync(Viewer.Operator, Said));
    }

    [StoreFact]
    public async Task An_undo_takes_back_nobody_elses_words_and_none_of_another_conversation()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var recorder = new Recorder(store.Stores);
        await recorder.RecordAsync(Viewer.Operator, await IdAsync(store, "1.1"), Said with { Text = "mine" });

        Assert.IsType<Entry.NothingToUndo>(await recorder.UndoAsync(Viewer.Operator, Said with { PersonKey = "ann" }));
        Assert.IsType<Entry.NothingToUndo>(await recorder.UndoAsync(Viewer.Operator, Said with { ConversationKey = "elsewhere" }));
        Assert.Equal(["mine"], (await store.FindAsync("1.1")).Progress.Select(p => p.Text));
    }

    [StoreFact]
    public async Task A_message_that_comes_again_is_recorded_once_and_gives_its_receipt()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var id = await IdAsync(store, "1.1");
        var message = Calls.Of(Viewer.Operator, Said with { MessageId = "m1" });

        var first = await TakeAsync(store, message, id, "once");
        var second = await TakeAsync(store, message, id, "twice");

        Assert.IsType<Entry.Put>(first.Done);
        Assert.Equal((null, "once"), (second.Done, second.Before!.Answer));
        Assert.Equal(["once"], (await store.FindAsync("1.1")).Progress.Select(p => p.Text));
    }

    [StoreTheory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public async Task The_same_said_again_is_a_repeat_for_thirty_seconds(int later, bool isRepeat)
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var id = await IdAsync(store, "1.1");
        await TakeAsync(store, Calls.Of(Viewer.Operator, Said, "imprint"), id, "once");

        var again = await TakeAsync(store, Calls.Of(Viewer.Operator, Said with { At = Said.At.AddSeconds(later) }, "imprint"), id, "again");

        Assert.Equal(isRepeat, again.Before is not null);
    }

    [StoreFact]
    public async Task What_was_taken_back_may_be_said_again_at_once()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var recorder = new Recorder(store.Stores);
        var id = await IdAsync(store, "1.1");
        await TakeAsync(store, Calls.Of(Viewer.Operator, Said, "imprint"), id, "once");
        await recorder.UndoAsync(Viewer.Operator, Said);

        Assert.Null((await TakeAsync(store, Calls.Of(Viewer.Operator, Said, "imprint"), id, "again")).Before);
        Assert.Equal(["again"], (await store.FindAsync("1.1")).Progress.Select(p => p.Text));
    }

    [StoreFact]
    public async Task The_same_sent_to_many_processes_at_once_is_recorded_once()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var id = await IdAsync(store, "1.1");

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => Task.Run(async () =>
        {
            using var own = store.OpenAgain();
            return await new Recorder(own).TakeAsync(
                Calls.Of(Viewer.Operator, Said, "imprint"), ledger => ledger.PostAsync(id, said => said with { Text = "once" }), _ => "done", default);
        })));

        Assert.Single(taken, one => one.Before is null);
        Assert.Equal(["once"], (await store.FindAsync("1.1")).Progress.Select(p => p.Text));
    }

    [StoreFact]
    public async Task Where_a_message_changes_nothing_no_receipt_is_left()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);

        await new Recorder(store.Stores).RecordAsync(Viewer.Operator, 999, Said with { Text = "hello" });

        await using var open = store.Stores.Open();
        Assert.Empty(open.Receipts);
    }

    [StoreFact]
    public async Task What_somebody_built_upon_is_taken_back_only_if_that_is_insisted_on()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var recorder = new Recorder(store.Stores);
        var id = await IdAsync(store, "1.1");
        await recorder.RecordAsync(Viewer.Operator, id, Said with { Text = "mine", Brag = Brag.Red, Due = new NewDue(Day) });
        await recorder.RecordAsync(Viewer.Operator, id, Said with { PersonKey = "ann", By = "Ann Marsh", Brag = Brag.Green });

        var upon = Assert.IsType<Entry.BuiltUpon>(await recorder.UndoAsync(Viewer.Operator, Said));

        Assert.Equal(["Ann Marsh"], Assert.Single(upon.Actions).By);
        Assert.Equal(["mine"], (await store.FindAsync("1.1")).Progress.Select(p => p.Text));

        Assert.IsType<Entry.Undone>(await recorder.UndoAsync(Viewer.Operator, Said, anyway: true));
        var action = await store.FindAsync("1.1");
        Assert.Equal((Brag.Green, new DateOnly(2017, 3, 31)), (action.Line.Brag, action.Line.Due));
        Assert.Empty(action.Progress);
    }

    [StoreFact]
    public async Task Who_posts_is_told_what_others_did_since_they_last_looked()
    {
        await using var store = await StoreFile.HoldingAsync(Plan);
        var recorder = new Recorder(store.Stores);
        var id = await IdAsync(store, "1.1");
        await recorder.RecordAsync(Viewer.Operator, id, Said with { Brag = Brag.Red });
        await recorder.RecordAsync(Viewer.Operator, id, Said with { PersonKey = "ann", By = "Ann Marsh", Brag = Brag.Green });

        Assert.Equal(["Ann Marsh"], Assert.IsType<Entry.Put>(await recorder.RecordAsync(Viewer.Operator, id, Said with { Text = "next" })).Meanwhile.Select(p => p.By));
        Assert.Empty(Assert.IsType<Entry.Put>(await recorder.RecordAsync(Viewer.Operator, id, Said with { Text = "after" })).Meanwhile);
    }

    [StoreFact]
    public async Task All_who_post_at_the_same_moment_are_recorded_and_each_sees_what_was_overwritten()
    {
        const int People = 6;
        const int Posts = 8;
        await using var store = await StoreFile.HoldingAsync(Plan);
        var id = await IdAsync(store, "1.1");
        var before = await StateAsync(store, id);

        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(async () =>
        {
            // Each opens the file for itself, as a process would.
            using var own = store.OpenAgain();
            var recorder = new Recorder(own);
            for (var number = 0; number < Posts; number++)
            {
                await recorder.RecordAsync(
                    Viewer.Operator, id, Said with { PersonKey = $"{person}", Text = $"{person}/{number}", Brag = (Brag)((person + number) % 4), Due = new NewDue(Day.AddDays(person)) });
            }
        })));

        var record = await RecordAsync(store, id);
        Assert.Equal(
            Enumerable.Range(0, People).SelectMany(person => Enumerable.Range(0, Posts).Select(number => $"{person}/{number}")).Order(StringComparer.Ordinal),
            record.Select(p => p.Text).Order(StringComparer.Ordinal));
        Assert.Equal(await StateAsync(store, id), before.Over(record));
    }

    [Fact]
    public async Task A_process_that_is_killed_leaves_a_whole_store_with_everything_it_said_was_done()
    {
        const int Enough = 25;
        await using var store = await StoreFile.HoldingAsync(Plan);
        var id = await IdAsync(store, "1.1");
        var before = await StateAsync(store, id);

        var done = -1;
        using (var poster = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Poster.dll"), store.Name, $"{id}", "100000"]) { RedirectStandardOutput = true })!)
        {
            while (done < Enough && await poster.StandardOutput.ReadLineAsync() is { } line)
            {
                done = int.Parse(line, null);
            }

            poster.Kill();
            await poster.WaitForExitAsync();
            while (await poster.StandardOutput.ReadLineAsync() is { Length: > 0 } line && int.TryParse(line, out var last))
            {
                done = last;
            }
        }

        Assert.True(done >= Enough, "The other process ended by itself.");
        using var stores = store.OpenAgain();
        Assert.Equal(["ok"], await stores.Prepared.RowsAsync(new Sql("PRAGMA integrity_check", []), row => row.GetString(0), default));
        var record = await RecordAsync(store, id);
        Assert.InRange(record.Count, done + 1, done + 2);
        Assert.Equal(Enumerable.Range(0, record.Count).Select(number => $"{number}"), record.Select(p => p.Text));
        Assert.Equal(await StateAsync(store, id), before.Over(record));
    }

    private static Posting Said => new()
    {
        Origin = Origin.Person,
        At = new DateTime(2017, 4, 20, 9, 0, 0, DateTimeKind.Utc),
        On = Day,
        By = "Jo Hill",
        PersonKey = "jo",
        ConversationKey = "c",
    };

    private static Task<Taken<Entry>> TakeAsync(StoreFile store, Message message, int id, string text) =>
        new Recorder(store.Stores).TakeAsync(message, ledger => ledger.PostAsync(id, said => said with { Text = text }), _ => text, default);

    private static async Task<int> IdAsync(StoreFile store, string reference)
    {
        await using var open = store.Stores.Open();
        return await open.Actions.Where(a => a.Ref == reference).Select(a => a.Id).SingleAsync();
    }

    private static async Task<Replay> StateAsync(StoreFile store, int id)
    {
        await using var open = store.Stores.Open();
        return new Replay(await open.Actions.AsNoTracking().Include(a => a.Leads).ThenInclude(link => link.Lead).SingleAsync(a => a.Id == id));
    }

    private static async Task<IReadOnlyList<Progress>> RecordAsync(StoreFile store, int id)
    {
        await using var open = store.Stores.Open();
        return await open.Progress.AsNoTracking().Include(p => p.Changes.OrderBy(c => c.Id)).Where(p => p.ActionId == id).OrderBy(p => p.Id).ToListAsync();
    }
}
