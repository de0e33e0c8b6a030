using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TeamsPlanBot.Load;

/// <summary>A server under test, as a process of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const int LogLinesKept = 20;

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly ConcurrentQueue<string> log = new();
    private readonly long started = Stopwatch.GetTimestamp();

    private Server(string name, int port, ProcessStartInfo how)
    {
        Name = name;
        Url = new Uri($"http://127.0.0.1:{port}");
        process = Process.Start(how)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Name { get; }

    public Uri Url { get; }

    /// <summary>Since the process was asked for.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(started);

    public TimeSpan ProcessorTime => Fresh().TotalProcessorTime;

    public long Memory => Fresh().WorkingSet64;

    public long PeakMemory => Fresh().PeakWorkingSet64;

    /// <summary>What the server wrote, for when it did not do as it should.</summary>
    public IEnumerable<string> Log => log;

    /// <summary>Starts <c>dotnet</c> with these arguments and waits until it listens.</summary>
    public static async Task<Server> StartAsync(string name, Func<int, IEnumerable<string>> arguments, CancellationToken cancelled)
    {
        var port = FreePort();
        var how = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments(port))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var server = new Server(name, port, how);
        try
        {
            await server.ListensAsync(port, cancelled);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            using var patience = new CancellationTokenSource(EndPatience);
            await process.WaitForExitAsync(patience.Token);
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task ListensAsync(int port, CancellationToken cancelled)
    {
        while (Age < StartPatience)
        {
            if (process.HasExited)
            {
                await process.WaitForExitAsync(cancelled);
                throw new Unmeasurable($"The {Name} ended at once, with exit code {process.ExitCode}. It wrote:\n{string.Join('\n', log)}");
            }

            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, port, cancelled);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(10, cancelled);
            }
        }

        throw new Unmeasurable($"The {Name} did not listen within {StartPatience.TotalSeconds} seconds.");
    }

    private Process Fresh()
    {
        process.Refresh();
        return process.HasExited
            ? throw new Unmeasurable($"The {Name} ended before the measurement did, with exit code {process.ExitCode}.")
            : process;
    }

    private void Keep(string? line)
    {
        if (line is not null && log.Count < LogLinesKept)
        {
            log.Enqueue(line);
        }
    }
}
