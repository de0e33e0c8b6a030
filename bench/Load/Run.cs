namespace TeamsPlanBot.Load;

/// <summary>A measurement with a folder of its own, whose failure is a sentence.</summary>
internal static class Run
{
    public static async Task<int> GuardedAsync(Func<string, Task<int>> measure)
    {
        var folder = Directory.CreateTempSubdirectory("teamsplanbot-load-");
        try
        {
            return await measure(folder.FullName);
        }
        catch (Unmeasurable reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
