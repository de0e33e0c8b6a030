using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TeamsPlanBot.Load;

/// <summary>Programs as they would be delivered: built for release and for this kind of computer, compiled ahead (ReadyToRun).</summary>
internal static class Published
{
    private const string Solution = "TeamsPlanBot.sln";

    /// <summary>Publishes a project of this solution into a folder.</summary>
    public static async Task PublishAsync(string project, string folder, CancellationToken cancelled)
    {
        await Console.Error.WriteLineAsync($"Publishing {project}.");
        var how = new ProcessStartInfo(Server.Dotnet,
        [
            "publish", project,
            "-c", "Release",
            "-r", RuntimeInformation.RuntimeIdentifier,
            "--self-contained", "false",
            "-p:PublishReadyToRun=true",
            "-o", folder,
            // Nothing is left running that would take its share of the processor.
            "--disable-build-servers",
        ])
        {
            WorkingDirectory = Root(),
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(how)!;
        try
        {
            var said = await publish.StandardOutput.ReadToEndAsync(cancelled);
            await publish.WaitForExitAsync(cancelled);
            if (publish.ExitCode != 0)
            {
                throw new Unmeasurable($"{project} could not be published:\n{said}");
            }
        }
        finally
        {
            if (!publish.HasExited)
            {
                publish.Kill(entireProcessTree: true);
            }
        }
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        throw new Unmeasurable($"{Solution} is not in any folder above this program: start it from the project with \"dotnet run -c Release --project bench/Load\".");
    }
}
