namespace TeamsPlanBot.Data.Exports;

/// <summary>Files that nobody sees: only this program's account may read them, and they are gone once closed.</summary>
public static class Unnamed
{
    private const int Buffer = 1 << 16;

    public static FileStream File()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = Buffer,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"teamsplanbot-{Guid.NewGuid():n}"), options);
    }
}
