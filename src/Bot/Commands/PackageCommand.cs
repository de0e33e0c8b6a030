using System.CommandLine;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Writes the package that puts the bot into Teams.</summary>
internal static class PackageCommand
{
    public static Command Create()
    {
        var appId = new Option<string>("--app-id") { Description = "The application id of the bot's Entra registration.", Required = true };
        var domain = new Option<string>("--domain") { Description = "The bot's public host, such as plans.example.gov.uk.", Required = true };
        var signIn = new Option<string>("--sign-in-app-id") { Description = "The application id that people sign in to in the tab, where it is not the bot's own (a bot with a managed identity)." };
        var file = new Option<string>("--out") { Description = "The .zip file to write.", Required = true };

        var command = new Command("package", "Writes the Teams app package, to be uploaded in Teams.") { appId, signIn, domain, file };
        command.SetAction((parsed, cancelled) => RunAsync(parsed.GetValue(appId)!, parsed.GetValue(signIn), parsed.GetValue(domain)!, parsed.GetValue(file)!, cancelled));
        return command;
    }

    private static async Task<int> RunAsync(string appId, string? signInAppId, string domain, string file, CancellationToken cancelled)
    {
        var id = ApplicationId("--app-id", appId);
        var signInId = signInAppId is null ? id : ApplicationId("--sign-in-app-id", signInAppId);

        if (!AppPackage.IsHost(domain))
        {
            throw new CommandException("--domain is not the full name of a host: write it like plans.example.gov.uk, without https://, port or path.");
        }

        if (!file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException("--out does not end in .zip, and Teams takes nothing else. Name a .zip file.");
        }

        await WriteAsync(Path.GetFullPath(file), AppPackage.Write(id, signInId, domain), cancelled);
        await Console.Out.WriteLineAsync($"Wrote {Path.GetFileName(file)}. Upload it in Teams (Apps, Manage your apps, Upload an app) or in the Teams admin centre.");
        return 0;
    }

    private static Guid ApplicationId(string option, string value) => Guid.TryParseExact(value, "D", out var id) && id != Guid.Empty
        ? id
        : throw new CommandException($"{option} is not an application id: copy the 36 characters from the Entra registration.");

    private static async Task WriteAsync(string file, byte[] package, CancellationToken cancelled)
    {
        if (Path.GetDirectoryName(file) is { } folder && !Directory.Exists(folder))
        {
            throw new CommandException($"There is no folder {folder}. Make it first, or name another place in --out.");
        }

        // Written beside it first: a package that is there already is only replaced by a whole one.
        var unfinished = $"{file}.unfinished";
        try
        {
            await File.WriteAllBytesAsync(unfinished, package, cancelled);
            File.Move(unfinished, file, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file} cannot be written. Name a place in --out where this command may write, and that no other program holds open.");
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
