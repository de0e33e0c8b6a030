using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeamsPlanBot.Bot.Commands;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.FakeTeams;

/// <summary>The bot as it is served, on a port and a store of its own.</summary>
public sealed class RunningBot : IAsyncDisposable
{
    /// <summary>The application id of a bot that asks for tokens.</summary>
    public const string AppId = "6b2e2f62-4a0a-4d0e-9d4c-2f5d6f0b7c11";

    private const string Store = "plans.db";

    private static readonly ConcurrentDictionary<DateOnly, Lazy<Task<string>>> Samples = new();

    private readonly WebApplication bot;
    private readonly string folder;
    private readonly bool ownsFolder;

    private RunningBot(WebApplication bot, string folder, bool ownsFolder)
    {
        this.bot = bot;
        this.folder = folder;
        this.ownsFolder = ownsFolder;
    }

    public Uri Url => new(bot.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Where the store lies.</summary>
    public string Folder => folder;

    /// <summary>What the bot is made of.</summary>
    public IServiceProvider Parts => bot.Services;

    public PlanStores Stores => bot.Services.GetRequiredService<PlanStores>();

    /// <summary>The log, as the operator reads it.</summary>
    public LogBook Log { get; private init; } = new();

    /// <summary>Starts the bot as in production: it takes only calls with a token of this issuer, and proves itself to it.</summary>
    public static Task<RunningBot> StartWithTokensAsync(TestIssuer issuer, DateOnly? today = null, params string[] settings) => StartAsync(today, folder: null, [.. WithTokens(issuer), .. settings]);

    /// <summary>Starts the bot with this clock, and with tokens if there is an issuer of them.</summary>
    public static Task<RunningBot> StartByAsync(TimeProvider clock, TestIssuer? issuer = null) =>
        StartAsync(clock, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), folder: null, issuer is null ? [] : WithTokens(issuer));

    private static string[] WithTokens(TestIssuer issuer) =>
        [
            "--environment=Production",
            "--Samples:Load=true",
            "--Teams:DangerouslyAllowUnauthenticatedLoopback=false",
            $"--Teams:AppId={AppId}",
            "--Teams:ClientSecret=a-secret-for-tests",
            $"--Teams:TenantId={Chat.Tenant}",
            $"--Teams:ChannelMetadata={issuer.ChannelMetadata}",
            $"--Teams:Authority={issuer.Url}",
            "--Teams:ServiceHosts:0=127.0.0.1",

            // In tests one person says in a second what people say in an hour.
            "--Teams:MessagesAMinute=0",
        ];

    /// <param name="today">The day that is today; the real one if none is said.</param>
    /// <param name="folder">Where the store lies; a new one if none is said.</param>
    public static Task<RunningBot> StartAsync(DateOnly? today = null, string? folder = null, params string[] settings) => StartAsync(today is { } day ? new FixedDay(day) : null, today, folder, settings);

    private static async Task<RunningBot> StartAsync(TimeProvider? clock, DateOnly? today, string? folder, string[] settings)
    {
        var place = folder ?? Directory.CreateTempSubdirectory("teamsplanbot-").FullName;
        if (folder is null && !settings.Contains("--Samples:Load=false") && !settings.Any(setting => setting.StartsWith("--Store:", StringComparison.Ordinal)))
        {
            File.Copy(await Samples.GetOrAdd(today ?? default, _ => new Lazy<Task<string>>(() => SampleStoreAsync(today))).Value, Path.Combine(place, Store));
        }

        var log = new LogBook();
        var bot = await PreparedAsync(clock, place, log, settings);
        await bot.StartAsync();
        return new RunningBot(bot, place, folder is null) { Log = log };
    }

    private static async Task<WebApplication> PreparedAsync(TimeProvider? clock, string place, LogBook log, string[] settings)
    {
        var bot = ServeCommand.Build(
            ["--urls=http://127.0.0.1:0", "--environment=Development", $"--Store:ConnectionString=Data Source={Path.Combine(place, Store)}", .. settings],
            builder =>
            {
                builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
                if (clock is not null)
                {
                    builder.Services.AddSingleton(clock);
                }
            });
        await bot.Services.GetRequiredService<StorePreparation>().PrepareAsync(CancellationToken.None);
        return bot;
    }

    // Loading the samples takes longer than most tests; each gets a copy of a store that has them.
    private static async Task<string> SampleStoreAsync(DateOnly? today)
    {
        var place = Directory.CreateTempSubdirectory("teamsplanbot-samples-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(place, recursive: true);
        await using (await PreparedAsync(today is { } day ? new FixedDay(day) : null, place, new LogBook(), []))
        {
        }

        var file = Path.Combine(place, Store);
        await using var store = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
        await store.OpenAsync();
        await using var settle = store.CreateCommand();
        settle.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await settle.ExecuteNonQueryAsync();
        return file;
    }

    /// <summary>Takes a plan into the store, written as the canonical file.</summary>
    public async Task ImportAsync(string csv)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        using var table = new CsvTable(file);
        var kind = FileKinds.Of(table.Headings)!.Value;
        file.Position = 0;
        var problems = kind == FileKind.Actions
            ? (await bot.Services.GetRequiredService<PlanImporter>().ImportAsync(file, new ImportDefaults(), dryRun: false, retire: false, report: null, CancellationToken.None)).Problems
            : (await bot.Services.GetRequiredService<RowsImporter>().ImportAsync(kind, new CsvTable(file), new ImportDefaults(), dryRun: false, CancellationToken.None)).Problems;
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', problems));
        }
    }

    public Task StopAsync() => bot.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await bot.StopAsync();
        await bot.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (ownsFolder)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The day stands still at noon; timers go on.
    private sealed class FixedDay(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
    }
}
