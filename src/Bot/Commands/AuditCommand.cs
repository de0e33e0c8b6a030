using System.CommandLine;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Keeping;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Writes the whole record of plans into a file for an auditor.</summary>
internal static class AuditCommand
{
    public static Command Create(string[] settings)
    {
        var file = new Option<FileInfo>("--out") { Description = "The .csv file to write.", Required = true };
        var plan = new Option<string?>("--plan") { Description = "The short name of the plan to write; all plans without it." };
        var command = new Command("audit", "Writes who put what on the record of plans, when, from which message, and what was taken back.") { file, plan };
        command.SetAction((parsed, cancelled) => RunAsync(settings, parsed.GetValue(file)!, parsed.GetValue(plan), cancelled));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, FileInfo file, string? plan, CancellationToken cancelled)
    {
        if (!file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException($"{file.Name} does not end in .csv. Name a .csv file.");
        }

        await using var bot = ImportCommand.Quiet(settings).Build();
        Settings.Check(bot.Services);
        await bot.Services.GetRequiredService<StorePreparation>().PrepareAsync(cancelled);

        // Written beside it first: a file that is there already is only replaced by a whole one.
        var unfinished = $"{file.FullName}.unfinished";
        int written;
        await using (var stream = new FileStream(unfinished, FileMode.Create))
        {
            written = await bot.Services.GetRequiredService<AuditCsvWriter>().WriteAsync(stream, Viewer.Operator, plan, cancelled);
        }

        if (written == 0)
        {
            File.Delete(unfinished);
            throw new CommandException(plan is null ? "Nothing is on the record of any plan yet." : $"Nothing is on the record of a plan {plan}. Run ask plans to see the plans' short names.");
        }

        File.Move(unfinished, file.FullName, overwrite: true);
        await Console.Out.WriteLineAsync($"Wrote {Wording.Count(written, "row")} to {file.Name}.");
        return 0;
    }
}
