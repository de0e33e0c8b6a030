namespace TeamsPlanBot.Bot.Tests;

/// <summary>A test that needs a disk of its own, which only root of Linux may make.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DiskFactAttribute : FactAttribute
{
    public DiskFactAttribute() => Skip = SmallDisk.CanBeMade ? null : "Only root of Linux may make a disk that can be filled.";
}
