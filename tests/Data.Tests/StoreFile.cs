using System.Text;
using TeamsPlanBot.Data.Conversations;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Data.Tests;

/// <summary>A store of its own on the engine under test, a file where that is SQLite; removed afterwards.</summary>
internal sealed class StoreFile : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plans-");

    private readonly StoppedClock clock = new();

    private readonly string connectionString;

    private StoreFile()
    {
        connectionString = StoreUnderTest.NewStore(folder.FullName);
        Name = Path.Combine(folder.FullName, "plans.db");
        Stores = OpenAgain();
    }

    public string Name { get; }

    /// <summary>The day on which imports happen.</summary>
    public DateOnly Today { get => clock.Today; set => clock.Today = value; }

    public PlanStores Stores { get; }

    public ActionQuestions Actions => new(Stores);

    public PlanQuestions Plans => new(Stores);

    public ConversationStore Conversations => new(Stores);

    public StoreSchema Schema => new(Stores);

    /// <summary>A store with nothing in it, not even tables; the file itself is not there yet.</summary>
    public static StoreFile WithoutTables() => new();

    public static async Task<StoreFile> CreateAsync()
    {
        var store = new StoreFile();
        await StoreUnderTest.MakeAsync(store.connectionString);
        return store;
    }

    /// <summary>A store that holds this plan, or these.</summary>
    public static async Task<StoreFile> HoldingAsync(params string[] plans)
    {
        var store = await CreateAsync();
        foreach (var plan in plans)
        {
            Assert.Empty((await store.ImportAsync(plan)).Problems);
        }

        return store;
    }

    /// <summary>The same store, as another process opens it.</summary>
    public PlanStores OpenAgain() => StoreUnderTest.Open(connectionString);

    public Task<ImportOutcome> ImportAsync(string csv, ImportDefaults? defaults = null, bool dryRun = false, bool retire = false) =>
        ImportAsync(Encoding.UTF8.GetBytes(csv), defaults, dryRun, retire);

    public async Task<ImportOutcome> ImportAsync(byte[] file, ImportDefaults? defaults = null, bool dryRun = false, bool retire = false)
    {
        using var stream = new MemoryStream(file);
        return await new PlanImporter(Stores, clock).ImportAsync(stream, defaults ?? new ImportDefaults(), dryRun, retire, report: null, default);
    }

    public async Task<string> ExportAsync(string? plan = null, Viewer? viewer = null)
    {
        using var file = new MemoryStream();
        await new ActionsCsvWriter(Stores).WriteAsync(file, viewer ?? Viewer.Operator, plan, default);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    public Task<ActionLines> ListAsync(ActionQuestion question, int skip = 0, int most = 100) =>
        Actions.ListAsync(Viewer.Operator, question, skip, most, default);

    /// <summary>The references that answer a question, in the order shown.</summary>
    public async Task<string> RefsAsync(ActionQuestion question) =>
        string.Join(' ', (await ListAsync(question)).Items.Select(action => action.Ref));

    /// <summary>The one action with this reference.</summary>
    public async Task<ActionInFull> FindAsync(string reference) =>
        Assert.Single(await Actions.FindAsync(Viewer.Operator, reference, [], default));

    public async Task<int> IdOfAsync(NameKind kind, string name) =>
        Assert.Single(await Plans.NamesAsync(Viewer.Operator, default), thing => thing.Kind == kind && thing.Name == name).Id;

    /// <summary>The names of one kind, in alphabetical order.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(NameKind kind) =>
        [.. (await Plans.NamesAsync(Viewer.Operator, default)).Where(thing => thing.Kind == kind).Select(thing => thing.Name).Order(StringComparer.Ordinal)];

    public Task<long> NamesRevisionAsync() => Plans.NamesRevisionAsync(default);

    public async ValueTask DisposeAsync()
    {
        await StoreUnderTest.RemoveAsync(connectionString);
        folder.Delete(recursive: true);
    }
}

/// <summary>Noon of one day, until another is set.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public DateOnly Today { get; set; } = new(2012, 10, 1);

    public override DateTimeOffset GetUtcNow() => new(Today, new TimeOnly(12, 0), TimeSpan.Zero);
}
