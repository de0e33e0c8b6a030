using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsPlanBot.Data;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>The commands. Exit codes: 0 done, 1 could not be done (the reason on stderr), 2 wrong usage.</summary>
public static class CommandLine
{
    private const int CouldNot = 1;
    private const int WrongUsage = 2;

    private static readonly string[] HostSettings = ["--urls", "--environment"];

    public static async Task<int> RunAsync(string[] args)
    {
        var (commandArgs, settings) = Split(args);
        if (settings is [.., var last] && IsSetting(last) && !last.Contains('='))
        {
            await Console.Error.WriteLineAsync($"{last} needs a value.");
            return WrongUsage;
        }

        var root = new RootCommand("TeamsPlanBot: a Microsoft Teams bot for councils' improvement plans.")
        {
            ServeCommand.Create(settings),
            AskCommand.Create(settings),
            ImportCommand.Create(settings),
            ExportCommand.Create(settings),
            ReportCommand.Create(settings),
            MigrateCommand.Create(settings),
            PackageCommand.Create(),
            AuditCommand.Create(settings),
            PersonCommand.Create(settings),
            SbomCommand.Create(),
            DoctorCommand.Create(settings),
        };

        var parsed = root.Parse(commandArgs.Count == 0 ? ["serve"] : commandArgs);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(parsed.Errors[0].Message);
            await Console.Error.WriteLineAsync("Run with --help to see the commands and what they take.");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                // The host ends by itself, once the turns under way have finished.
                ProcessTerminationTimeout = null,
            });
        }
        catch (OptionsValidationException wrong)
        {
            return await CouldNotAsync(string.Join('\n', wrong.Failures));
        }
        catch (Exception reason) when (StoreProblem.Of(reason) is { } problem)
        {
            return await CouldNotAsync(reason is DbUpdateException ? $"Nothing was changed. {problem.Sentence}" : problem.Sentence);
        }
        catch (Exception reason) when (reason is CommandException or IOException or UnauthorizedAccessException)
        {
            return await CouldNotAsync(reason.Message);
        }
        catch (OperationCanceledException)
        {
            return await CouldNotAsync("Stopped before it was done.");
        }
        catch (Exception unforeseen)
        {
            return await CouldNotAsync($"Something went wrong that was not foreseen. Run doctor, and report this:\n{unforeseen}");
        }
    }

    private static async Task<int> CouldNotAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CouldNot;
    }

    // Settings may stand anywhere on the line: --urls http://localhost:5000, --Store:ConnectionString="Data Source=x.db".
    private static (List<string> Command, string[] Settings) Split(string[] args)
    {
        var command = new List<string>();
        var settings = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (!IsSetting(args[i]))
            {
                command.Add(args[i]);
                continue;
            }

            settings.Add(args[i].Replace("__", ":"));
            if (!args[i].Contains('=') && i + 1 < args.Length)
            {
                settings.Add(args[++i]);
            }
        }

        return (command, [.. settings]);
    }

    private static bool IsSetting(string arg)
    {
        var name = arg.Split('=')[0];
        return name.StartsWith("--", StringComparison.Ordinal) && !name.Contains(' ')
            && (HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase) || name.Contains(':') || name.Contains("__"));
    }
}

/// <summary>What kept a command from doing its work, as a sentence for whoever typed it.</summary>
public sealed class CommandException(string sentence) : Exception(sentence);
