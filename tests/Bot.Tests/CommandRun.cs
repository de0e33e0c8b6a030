using System.Diagnostics;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>A command as an operator runs it: the program itself, started in a folder with a store of its own.</summary>
internal static class CommandRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<(int Code, string Output, string Error)> EndedAsync(string folder, string[] args, string input = "")
    {
        using var process = Start(folder, args);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>The address a served bot listens on, once its log says so, and what it logged until then.</summary>
    public static async Task<(Uri Url, string Log)> ListeningAsync(Process bot)
    {
        const string listening = "Now listening on: ";
        var lines = new List<string>();
        while (!lines.Exists(line => line.Contains(listening, StringComparison.Ordinal)))
        {
            lines.Add(await bot.StandardError.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException(string.Join('\n', lines)));
        }

        return (new Uri(lines[^1].Split(listening)[1].Split('"')[0]), string.Concat(lines.Select(line => $"{line}\n")));
    }

    /// <summary>Tells a served bot to end, as an orchestrator does.</summary>
    public static async Task TermAsync(Process bot)
    {
        using var term = Process.Start("kill", ["-TERM", $"{bot.Id}"]);
        await term.WaitForExitAsync();
    }

    public static Process Start(string folder, string[] args, params IEnumerable<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder };
        foreach (var arg in new[] { typeof(Commands.CommandLine).Assembly.Location }.Concat(args))
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Store__ConnectionString"] = $"Data Source={Path.Combine(folder, "plans.db")}";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
