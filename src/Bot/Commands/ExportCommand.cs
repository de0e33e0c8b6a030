using System.CommandLine;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Imports;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Writes plans from the store into a file.</summary>
internal static class ExportCommand
{
    public static Command Create(string[] settings)
    {
        var file = new Option<FileInfo>("--out") { Description = "The .csv file to write.", Required = true };
        var plan = new Option<string?>("--plan") { Description = "The short name of the plan to write; all plans without it." };
        var what = new Option<string>("--what") { Description = "What to write.", DefaultValueFactory = _ => "actions" };
        what.AcceptOnlyFromAmong("actions");

        var command = new Command("export", "Writes the actions of plans as canonical CSV.") { file, plan, what };
        command.SetAction((parsed, cancelled) => RunAsync(settings, parsed.GetValue(file)!, parsed.GetValue(plan), cancelled));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, FileInfo file, string? plan, CancellationToken cancelled)
    {
        if (!file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException($"{file.Name} does not end in .csv, and this version writes no other files. Name a .csv file.");
        }

        await using var bot = ImportCommand.Quiet(settings).Build();
        Settings.Check(bot.Services);
        await bot.Services.GetRequiredService<StorePreparation>().PrepareAsync(cancelled);

        // Written beside it first: a file that is there already is only replaced by a whole one.
        var unfinished = $"{file.FullName}.unfinished";
        int written;
        await using (var stream = new FileStream(unfinished, FileMode.Create))
        {
            written = await bot.Services.GetRequiredService<ActionsCsvWriter>().WriteAsync(stream, Viewer.Operator, plan, cancelled);
        }

        if (written == 0)
        {
            File.Delete(unfinished);
            throw new CommandException(plan is null ? "There is nothing to export: the store holds no actions." : $"There is no plan {plan}. Run ask plans to see the plans' short names.");
        }

        File.Move(unfinished, file.FullName, overwrite: true);
        await Console.Out.WriteLineAsync($"Wrote {Wording.Count(written, "action")} to {file.Name}.");
        return 0;
    }
}
