using System.CommandLine;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Writes down what this very program is made of.</summary>
internal static class SbomCommand
{
    public static Command Create()
    {
        var file = new Option<FileInfo>("--out") { Description = "The .json file to write.", Required = true };
        var command = new Command("sbom", "Writes the bill of materials of this very program as CycloneDX: every package with version and hash.") { file };
        command.SetAction((parsed, cancelled) => RunAsync(parsed.GetValue(file)!, cancelled));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, CancellationToken cancelled)
    {
        if (!file.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException($"{file.Name} does not end in .json. Name a .json file.");
        }

        var bill = BillOfMaterials.OfThisProgram();
        await File.WriteAllTextAsync(file.FullName, $"{bill.Json}\n", cancelled);
        await Console.Out.WriteLineAsync($"Wrote {bill.Parts} parts to {file.Name}.");
        return 0;
    }
}
