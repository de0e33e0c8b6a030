using System.Diagnostics;
using System.Text;

namespace EndToEnd.Client;

/// <summary>The Playground's server as a child process, ended with all it started.</summary>
internal sealed class PlaygroundProcess : IDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private const string ListeningLine = "Listening on ";

    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private PlaygroundProcess(Uri botEndpoint, string folder)
    {
        _process = new() { StartInfo = StartInfo(botEndpoint, folder), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _port.TrySetException(new InvalidOperationException("The Playground ended by itself."));
        AppDomain.CurrentDomain.ProcessExit += Kill;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public bool HasEnded => _process.HasExited;

    public static async Task<(PlaygroundProcess Process, Uri Address)> Start(Uri botEndpoint, string folder)
    {
        var process = new PlaygroundProcess(botEndpoint, folder);
        try
        {
            var port = await process._port.Task.WaitAsync(StartPatience);
            return (process, new($"http://localhost:{port}/"));
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            var output = process.Output;
            process.Dispose();
            throw new PlaygroundFailure($"The Playground did not start. {failure.Message}\n{output}", failure);
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        Kill(null, EventArgs.Empty);
        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(Uri botEndpoint, string folder)
    {
        var start = new ProcessStartInfo(Requirements.Node)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Requirements.PlaygroundScript, "start",
                "--app-endpoint", botEndpoint.ToString(),
                "--channel-id", "msteams",
                "--port", FreePort.Find().ToString(System.Globalization.CultureInfo.InvariantCulture),
                "--disable-telemetry",
            },
        };

        // Without this it opens the desktop's browser, and ends where there is none.
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        return start;
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        // The port asked for is only a wish: a taken one is silently replaced.
        if (line.StartsWith(ListeningLine, StringComparison.Ordinal) && int.TryParse(line[ListeningLine.Length..], out var port))
        {
            _port.TrySetResult(port);
        }
    }

    private void Kill(object? sender, EventArgs e)
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(TimeSpan.FromSeconds(5));
        }
    }
}
