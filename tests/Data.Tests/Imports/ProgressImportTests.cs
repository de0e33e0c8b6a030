using Microsoft.EntityFrameworkCore;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Plans;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class ProgressImportTests
{
    private const string Headings = "plan,ref,on,by,text,field,from,to\n";

    [StoreFact]
    public async Task Rows_of_one_post_become_one_post_and_no_action_changes()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,state,brag\np,1.1,A,in progress,red");

        await store.TakeAsync($"{Headings}p,1.1,2017-02-01,Jo Hill,Begun,state,not started,in progress\np,1.1,2017-02-01,Jo Hill,Begun,brag,,Amber\np,1.1,2017-02-02,Jo Hill,Under way,,,");

        var action = await ActionAsync(store);
        Assert.Equal((ActionState.InProgress, Brag.Red), (action.State, action.Brag));
        Assert.Equal(new DateOnly(2017, 2, 2), action.UpdatedOn);
        Assert.Equal(
            ["2017-02-01 Jo Hill: Begun (State not started > in progress, Brag  > amber)", "2017-02-02 Jo Hill: Under way ()"],
            action.Progress.Select(Told));
    }

    [StoreFact]
    public async Task A_field_that_changes_twice_is_two_posts()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,A");

        await store.TakeAsync($"{Headings}p,1.1,2017-02-01,Jo,,brag,,red\np,1.1,2017-02-01,Jo,,brag,red,amber");

        Assert.Equal(["2017-02-01 Jo:  (Brag  > red)", "2017-02-01 Jo:  (Brag red > amber)"], (await ActionAsync(store)).Progress.Select(Told));
    }

    [StoreFact]
    public async Task What_is_there_already_does_nothing_even_where_somebody_said_it_twice()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,A");
        const string File = $"{Headings}p,1.1,2017-02-01,Jo,Same,,,\np,1.1,2017-02-01,Jo,Same,,,\np,1.1,2017-02-01,Jo,Else,brag,,red\n";
        Assert.Equal((3, 0, 0), await store.TakeAsync(File));

        Assert.Equal((0, 0, 3), await store.TakeAsync(File));
        Assert.Equal((1, 0, 3), await store.TakeAsync($"{File}p,1.1,2017-02-01,Jo,Same,,,\n"));

        Assert.Equal(4, (await ActionAsync(store)).Progress.Count);
    }

    [StoreFact]
    public async Task The_plans_own_words_learn_who_said_them()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,progress,progress on\np,1.1,A,Second.,2017-02-01");

        Assert.Equal((1, 1, 0), await store.TakeAsync($"{Headings}p,1.1,2017-02-01,Jo,First.,,,\np,1.1,2017-02-01,Sam,Second.,brag,,red"));

        Assert.Equal(["2017-02-01 Jo: First. ()", "2017-02-01 Sam: Second. (Brag  > red)"], (await ActionAsync(store)).Progress.Select(Told));
        Assert.EndsWith(",Second.,2017-02-01\n", await store.ExportAsync(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Older_words_that_come_later_do_not_become_the_latest()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,progress,progress on\np,1.1,A,New.,2017-02-01");

        await store.TakeAsync($"{Headings}p,1.1,2016-02-01,Jo,Old.,,,");

        Assert.EndsWith(",New.,2017-02-01\n", await store.ExportAsync(), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2017, 2, 1), (await ActionAsync(store)).UpdatedOn);
    }

    [StoreFact]
    public async Task What_was_taken_back_is_left_out_and_does_not_come_back()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,A");
        await PostAsync(store, action => action.Put(Said("Wrong", Brag.Red)));
        await PostAsync(store, action => action.Put(Said("Right", Brag.Amber)));
        var before = await store.ExportAsync(FileKind.Progress);
        await PostAsync(store, action => action.Undo(action.Progress.Single(p => p.Text == "Right"), Said("undo", null)));

        var after = await store.ExportAsync(FileKind.Progress);

        Assert.Equal($"{Headings}p,1.1,2017-02-03,Jo,Wrong,state,not started,in progress\np,1.1,2017-02-03,Jo,Wrong,brag,,red\n", after);
        Assert.Equal((0, 0, 3), await store.TakeAsync(before));
        Assert.Equal(after, await store.ExportAsync(FileKind.Progress));
    }

    [StoreFact]
    public async Task An_action_that_stands_otherwise_than_its_last_progress_says_is_named()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action,brag\np,1.1,A,green\np,1.2,B,red\np,1.3,C,green");
        await PostAsync(store, "1.3", action => action.Put(Said("Now", Brag.Amber)));

        var outcome = await store.ImportRowsAsync($"{Headings}p,1.1,2016-02-01,Jo,,brag,green,red\np,1.2,2016-02-01,Jo,,brag,green,amber\np,1.2,2016-02-02,Jo,,brag,amber,red\np,1.3,2016-02-01,Jo,,brag,,green");

        Assert.Equal(["1.1"], Assert.Single(outcome.Plans).StandOtherwise);
    }

    [StoreFact]
    public async Task Words_that_somebody_posted_and_the_day_of_an_update_survive_the_journey()
    {
        await using var first = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,A");
        await PostAsync(first, action => action.Put(Said(null, Brag.Amber)));
        await using var second = await StoreFile.HoldingAsync(await first.ExportAsync());

        await second.TakeAsync(await first.ExportAsync(FileKind.Progress));

        Assert.Equal((await ActionAsync(first)).UpdatedOn, (await ActionAsync(second)).UpdatedOn);
        Assert.NotNull((await ActionAsync(second)).UpdatedOn);
    }

    private static Posting Said(string? text, Brag? brag) => new()
    {
        Origin = Origin.Person, At = DateTime.UtcNow, On = new DateOnly(2017, 2, 3), By = "Jo", PersonKey = "jo", Text = text, Brag = brag,
    };

    private static Task PostAsync(StoreFile store, Action<PlanAction> post) => PostAsync(store, "1.1", post);

    private static async Task PostAsync(StoreFile store, string reference, Action<PlanAction> post)
    {
        await using var opened = store.Stores.Open();
        post(await opened.Actions.Include(a => a.Leads).ThenInclude(l => l.Lead).Include(a => a.Progress).ThenInclude(p => p.Changes).SingleAsync(a => a.Ref == reference));
        await opened.SaveChangesAsync();
    }

    private static async Task<PlanAction> ActionAsync(StoreFile store)
    {
        await using var opened = store.Stores.Open();
        return await opened.Actions.AsNoTracking().Include(a => a.Progress.OrderBy(p => p.Id)).ThenInclude(p => p.Changes).SingleAsync(a => a.Ref == "1.1");
    }

    private static string Told(Progress p) =>
        $"{p.On:yyyy-MM-dd} {p.By}: {p.Text} ({string.Join(", ", p.Changes.OrderBy(c => c.Id).Select(c => $"{c.Field} {c.From} > {c.To}"))})";
}
