using System.Diagnostics;

namespace TeamsPlanBot.Bot.Tests;

/// <summary>A disk of a few megabytes in memory, which can be full.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("disk-");

    public SmallDisk(int megabytes) => Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "none", folder.FullName);

    public static bool CanBeMade { get; } = OperatingSystem.IsLinux() && TryMake();

    public string Folder => folder.FullName;

    private string Filler => Path.Combine(folder.FullName, "filler");

    /// <summary>Takes all room that is left, to the last byte.</summary>
    public void Fill()
    {
        // Unbuffered, or what did not fit would be tried again when it is closed.
        using var file = new FileStream(Filler, new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, BufferSize = 0 });
        foreach (var size in new[] { 64 * 1024, 1 })
        {
            var block = new byte[size];
            try
            {
                while (true)
                {
                    file.Write(block);
                }
            }
            catch (IOException)
            {
                // Full, to this size.
            }
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Dispose()
    {
        Run("umount", folder.FullName);
        folder.Delete();
    }

    private static bool TryMake()
    {
        try
        {
            new SmallDisk(1).Dispose();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Run(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {said}");
        }
    }
}
