namespace TeamsPlanBot.Load;

/// <summary>The bot as it is published, in production, with its checks on and a store of its own.</summary>
internal sealed class ServedBot(string folder, Issuer issuer, IReadOnlyList<Tenant> tenants)
{
    private const string Project = "src/Bot";
    private const string Name = "TeamsPlanBot";

    /// <summary>What the runtime is told of the bot: the garbage collector above all.</summary>
    public string RuntimeSettings => Path.Combine(folder, $"{Name}.runtimeconfig.json");

    public Task PublishAsync(CancellationToken cancelled) => Published.PublishAsync(Project, folder, cancelled);

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
            "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
        ],
        cancelled);
}
