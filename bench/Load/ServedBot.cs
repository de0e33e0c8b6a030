using System.Diagnostics;

namespace TeamsPlanBot.Load;

/// <summary>The bot as it is published, in production, with its checks on and a store of its own.</summary>
/// <param name="limitsSenders">One person may say no more in a minute than in production; else as much as anybody likes.</param>
internal sealed class ServedBot(string folder, Issuer issuer, IReadOnlyList<Tenant> tenants, bool limitsSenders = false)
{
    private const string Project = "src/Bot";
    private const string Name = "TeamsPlanBot";

    /// <summary>What the runtime is told of the bot: the garbage collector above all.</summary>
    public string RuntimeSettings => Path.Combine(folder, $"{Name}.runtimeconfig.json");

    public Task PublishAsync(CancellationToken cancelled) => Published.PublishAsync(Project, folder, cancelled);

    /// <summary>Writes what stands in a store into a file, with the bot's own command.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> ExportAsync(string store, string what, CancellationToken cancelled)
    {
        var file = Path.Combine(folder, $"{what}.csv");
        var how = new ProcessStartInfo(Server.Dotnet, [Path.Combine(folder, $"{Name}.dll"), "export", "--what", what, "--out", file])
        {
            RedirectStandardOutput = true,
        };
        how.Environment["Store__ConnectionString"] = $"Data Source={store}";
        using var export = Process.Start(how)!;
        await export.WaitForExitAsync(cancelled);
        return export.ExitCode == 0 ? CsvFile.Read(await File.ReadAllTextAsync(file, cancelled)) : throw new Unmeasurable($"The {what} could not be exported.");
    }

    public Task<Server> StartAsync(string store, CancellationToken cancelled) => Server.StartAsync(
        "bot",
        port =>
        [
            Path.Combine(folder, $"{Name}.dll"),
            "serve",
            $"--urls=http://127.0.0.1:{port}",
            "--environment=Production",
            $"--Store:ConnectionString=Data Source={store}",
            "--Samples:Load=true",
            .. issuer.Settings,
            .. tenants.Select((tenant, number) => $"--Teams:AllowedTenants:{number}={tenant.Id}"),
            "--Teams:ServiceHosts:0=127.0.0.1",
            .. limitsSenders ? Array.Empty<string>() : ["--Teams:MessagesAMinute=0"],
            "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
        ],
        cancelled);
}
