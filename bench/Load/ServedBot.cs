namespace TeamsPlanBot.Load;

/// <summary>The bot as it was built, with a store of its own.</summary>
internal static class ServedBot
{
    private const string Program = "src/Bot/bin/Release/net10.0/TeamsPlanBot.dll";

    /// <summary>Where the built bot lies.</summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TeamsPlanBot.sln")) && Path.Combine(folder.FullName, Program) is var program && File.Exists(program))
            {
                return program;
            }
        }

        throw new Unmeasurable("The bot is not built: run \"dotnet build -c Release src/Bot\" in the project's folder, then start this again.");
    }

    public static Task<Server> StartAsync(string program, string store, CancellationToken cancelled) => Server.StartAsync(
        "bot",
        port =>
        [
            program,
            "serve",
            $"--urls=http://127.0.0.1:{port}",
            "--environment=Development",
            $"--Store:ConnectionString=Data Source={store}",
            "--Samples:Load=true",
            "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
        ],
        cancelled);
}
