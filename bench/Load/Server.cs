using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TeamsPlanBot.Load;

/// <summary>A server under test, as a process of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const int LogKept = 4_096;

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly StringBuilder log = new();
    private int complaints;
    private readonly long started = Stopwatch.GetTimestamp();

    private Server(string name, int port, ProcessStartInfo how)
    {
        Name = name;
        Url = new Uri($"http://127.0.0.1:{port}");
        process = Process.Start(how)!;
        _ = KeepAsync(process.StandardOutput.BaseStream);
        _ = KeepAsync(process.StandardError.BaseStream);
    }

    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public string Name { get; }

    public Uri Url { get; }

    public TimeSpan ProcessorTime => Fresh().TotalProcessorTime;

    public long Memory => Fresh().WorkingSet64;

    public long PeakMemory => Fresh().PeakWorkingSet64;

    public int Threads => Fresh().Threads.Count;

    /// <summary>Open files and sockets, where the system tells.</summary>
    public int Handles => OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries($"/proc/{process.Id}/fd").Length : Fresh().HandleCount;

    /// <summary>How many lines of its log told of an error or an exception.</summary>
    public int Complaints => complaints;

    /// <summary>The first of what the server wrote, for when it did not do as it should.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return $"{log}";
            }
        }
    }

    /// <summary>How long the process had been asked for at that moment of the stopwatch.</summary>
    public TimeSpan AgeAt(long timestamp) => Stopwatch.GetElapsedTime(started, timestamp);

    /// <summary>Starts <c>dotnet</c> with these arguments and waits until it listens.</summary>
    public static async Task<Server> StartAsync(string name, Func<int, IEnumerable<string>> arguments, CancellationToken cancelled)
    {
        var port = FreePort();
        var how = new ProcessStartInfo(Dotnet, arguments(port))
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
        while (Stopwatch.GetElapsedTime(started) < StartPatience)
        {
            if (process.HasExited)
            {
                await process.WaitForExitAsync(cancelled);
                throw new Unmeasurable($"The {Name} ended at once, with exit code {process.ExitCode}. It wrote:\n{Log}");
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

    // All of it is read, or the server would wait; what is beyond the first is let go unread, for it costs the same processor.
    private async Task KeepAsync(Stream written)
    {
        using var lines = new StreamReader(written);
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref complaints);
            }

            lock (log)
            {
                if (log.Length < LogKept)
                {
                    log.AppendLine(line);
                }
            }
        }
    }
}
