using System.Diagnostics;
using System.Text;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Data.Tests.Imports;

public sealed class LargeFileTests
{
    [Fact]
    public async Task Rows_of_many_batches_in_two_plans_that_mix_arrive_in_order_under_parents_that_come_before_and_after_them()
    {
        const int Each = 1_100;
        var rows = Enumerable.Range(1, Each).SelectMany(n => Rows(n));
        var csv = $"plan,section,ref,parent,action,leads\n{string.Concat(rows)}";
        await using var store = await StoreFile.HoldingAsync(csv);

        var export = await store.ExportAsync();
        await using var second = await StoreFile.HoldingAsync(export);

        Assert.Equal(export, await second.ExportAsync());
        Assert.Equal(
            [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(line => line.StartsWith("a,", StringComparison.Ordinal)).Select(line => string.Join(',', line.Split(',')[1..5]))],
            export.Split('\n').Where(line => line.StartsWith("a,", StringComparison.Ordinal)).Select(line => line.Split(',') is var cells ? $"{cells[3]},{cells[6]},{cells[7]},{cells[9]}" : ""));
        var again = (await store.ImportAsync(csv)).Plans;
        Assert.All(again, plan => Assert.Equal((0, 0, Each), (plan.Added, plan.Changed, plan.Unchanged)));
        Assert.Equal(1, await store.NamesRevisionAsync());

        IEnumerable<string> Rows(int n) => "ab".Select(plan => $"{plan},{n % 7}. Part,{n},{Parent(n)},Do {n},Lead {n % 600}\n");

        string Parent(int n) => n % 3 == 0 && n < Each / 2 ? $"{Each + 1 - n}" : n % 3 == 1 && n > 1 ? $"{n - 1}" : "";
    }

    [Fact]
    public async Task It_says_how_far_it_is()
    {
        await using var store = await StoreFile.CreateAsync();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"plan,action\n{string.Concat(Enumerable.Range(1, 10_100).Select(n => $"p,Do {n}\n"))}"));
        var said = new List<ImportProgress>();

        await new PlanImporter(store.Stores, TimeProvider.System).ImportAsync(file, new ImportDefaults(), dryRun: true, retire: false, said.Add, default);

        Assert.Equal([new ImportProgress(10_000, null), new ImportProgress(10_000, 10_100)], said);
    }

    [Fact]
    public async Task A_file_that_can_be_read_only_once_is_imported_too()
    {
        await using var store = await StoreFile.CreateAsync();
        using var file = new Once("plan,action\np,A\np,B");

        var outcome = await new PlanImporter(store.Stores, TimeProvider.System).ImportAsync(file, new ImportDefaults(), dryRun: false, retire: false, report: null, default);

        Assert.Equal(2, Assert.Single(outcome.Plans).Added);
    }

    [Fact]
    public async Task An_import_that_is_stopped_leaves_the_store_as_it_was()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,A");
        var before = await store.ExportAsync();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"plan,action\n{string.Concat(Enumerable.Range(1, 11_000).Select(n => $"p,Do {n}\n"))}"));
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new PlanImporter(store.Stores, TimeProvider.System).ImportAsync(
            file, new ImportDefaults(), dryRun: false, retire: false, progress => Stop(progress, stop), stop.Token));

        Assert.Equal(before, await store.ExportAsync());
        Assert.Equal(1, await store.NamesRevisionAsync());
    }

    [Fact]
    public async Task A_process_that_is_killed_in_the_middle_leaves_the_store_as_it_was()
    {
        await using var store = await StoreFile.HoldingAsync("plan,ref,action\np,1.1,A");
        var (before, revision) = (await store.ExportAsync(), await store.NamesRevisionAsync());
        var file = Path.Combine(Path.GetDirectoryName(store.Name)!, "plan.csv");
        await File.WriteAllTextAsync(file, $"plan,action\n{string.Concat(Enumerable.Range(1, 20_000).Select(n => $"p,Do {n} {new string('x', 500)}\n"))}");
        var log = new FileInfo($"{store.Name}-wal");
        var small = log.Exists ? log.Length : 0;

        using (var importing = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Poster.dll"), store.Name, "import", file]) { RedirectStandardOutput = true })!)
        {
            // What is not yet committed is on the disk once the engine's own memory is full.
            for (var look = 0; look < 6_000 && !importing.HasExited && (!log.Exists || log.Length < small + 1_000_000); look++)
            {
                await Task.Delay(10);
                log.Refresh();
            }

            Assert.True(log.Exists && log.Length > small, "It never began to write.");
            importing.Kill();
            await importing.WaitForExitAsync();
            Assert.Equal("", await importing.StandardOutput.ReadToEndAsync());
        }

        using var stores = store.OpenAgain();
        Assert.Equal(["ok"], await stores.Prepared.RowsAsync(new Sql("PRAGMA integrity_check", []), row => row.GetString(0), default));
        Assert.Equal((before, revision), (await store.ExportAsync(), await store.NamesRevisionAsync()));
        Assert.Equal(1, Assert.Single((await store.ImportAsync("plan,ref,action\np,1.2,B")).Plans).Added);
    }

    private static void Stop(ImportProgress progress, CancellationTokenSource stop)
    {
        if (progress.Of is not null)
        {
            stop.Cancel();
        }
    }

    private sealed class Once(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    }
}
