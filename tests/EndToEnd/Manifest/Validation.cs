using System.Diagnostics;

namespace EndToEnd.Manifest;

/// <summary>Scripts that hold a document against the schema of those who defined it, and print what is wrong with it.</summary>
internal static class Validation
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<string> RunAsync(string script, string document, params string[] args)
    {
        using var node = Process.Start(new ProcessStartInfo(Requirements.Node, [Path.Combine(AppContext.BaseDirectory, "Manifest", script), Requirements.ModulesFolder, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await node.StandardInput.WriteAsync(document);
        node.StandardInput.Close();
        var problems = await node.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await node.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, node.ExitCode);
        return problems;
    }
}
