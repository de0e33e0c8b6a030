using System.Text;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests;

public sealed class SeveralProcessesTests
{
    private const int Processes = 8;

    [StoreFact]
    public async Task Plans_that_are_imported_at_the_same_time_all_arrive()
    {
        await using var store = await StoreFile.CreateAsync();

        await ImportAtOnceAsync(store);

        var plans = await store.Plans.ListAsync(Viewer.Operator, new DateOnly(2012, 4, 20), default);
        Assert.Equal(Enumerable.Range(1, Processes).Select(number => ($"plan-{number}", 28)), plans.Select(plan => (plan.Key, plan.Actions)));
        Assert.Equal(Processes, (await store.Actions.FindAsync(Viewer.Operator, "4.2", [], default)).Count);
        Assert.Equal(Processes, (await store.Plans.NamesAsync(Viewer.Operator, default)).Count(thing => thing is { Kind: NameKind.Service, Name: "First Response" }));
    }

    [StoreFact]
    public async Task Each_of_them_is_a_change_of_names_so_that_no_copy_stays_old()
    {
        await using var store = await StoreFile.CreateAsync();

        await ImportAtOnceAsync(store);

        Assert.Equal(Processes, await store.NamesRevisionAsync());
    }

    [StoreFact]
    public async Task Questions_are_answered_while_plans_are_imported()
    {
        await using var store = await StoreFile.HoldingAsync(Samples.Somerset);
        var asked = new ActionQuestion { Plans = [await store.IdOfAsync(NameKind.Plan, "somerset-2018")] };

        var imports = ImportAtOnceAsync(store);
        do
        {
            Assert.Equal(39, (await store.ListAsync(asked)).Total);
        }
        while (!imports.IsCompleted);

        await imports;
    }

    [StoreFact]
    public async Task Processes_that_start_together_on_a_file_that_is_not_there_yet_all_find_it_up_to_date()
    {
        await using var store = StoreFile.WithoutTables();

        await AtOnceAsync(store, async (own, _) => await new StoreSchema(own).BringUpToDateAsync(default));

        Assert.True((await store.Schema.StateAsync(default)).UpToDate);
    }

    private static Task ImportAtOnceAsync(StoreFile store) => AtOnceAsync(store, async (own, number) =>
    {
        var csv = Samples.Leicestershire.Replace("leicestershire-2017", $"plan-{number}", StringComparison.Ordinal);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        Assert.Empty((await new PlanImporter(own, TimeProvider.System).ImportAsync(file, new ImportDefaults(), dryRun: false, retire: false, report: null, default)).Problems);
    });

    // Each task opens the file for itself, as a process would.
    private static async Task AtOnceAsync(StoreFile store, Func<PlanStores, int, Task> work)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tasks = Enumerable.Range(1, Processes).Select(number => Task.Run(async () =>
        {
            var own = store.OpenAgain();
            await start.Task;
            await work(own, number);
        })).ToList();
        start.SetResult();
        await Task.WhenAll(tasks);
    }
}
