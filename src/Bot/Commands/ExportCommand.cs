using System.CommandLine;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Exports;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Writes plans from the store into a file.</summary>
internal static class ExportCommand
{
    public static Command Create(string[] settings)
    {
        var file = new Option<FileInfo>("--out") { Description = "The .csv or .xlsx file to write.", Required = true };
        var plan = new Option<string?>("--plan") { Description = "The short name of the plan to write; all plans without it." };
        var what = new Option<string>("--what") { Description = "What to write.", DefaultValueFactory = _ => "actions" };
        what.AcceptOnlyFromAmong("actions", "indicators", "progress", "details");

        var command = new Command("export", "Writes the actions, indicators, progress or details of plans as canonical CSV, or as an Excel workbook.") { file, plan, what };
        command.SetAction((parsed, cancelled) => RunAsync(settings, parsed.GetValue(file)!, parsed.GetValue(plan), parsed.GetValue(what)!, cancelled));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, FileInfo file, string? plan, string what, CancellationToken cancelled)
    {
        var isWorkbook = file.Extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase);
        if (!isWorkbook && !file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException($"{file.Name} ends in neither .csv nor .xlsx, and no other files can be written. Name one of these.");
        }

        await using var bot = ImportCommand.Quiet(settings).Build();
        Settings.Check(bot.Services);
        await bot.Services.GetRequiredService<StorePreparation>().PrepareAsync(cancelled);

        // Written beside it first: a file that is there already is only replaced by a whole one.
        var unfinished = $"{file.FullName}.unfinished";
        int written;
        await using (var stream = new FileStream(unfinished, FileMode.Create))
        {
            written = isWorkbook
                ? await bot.Services.GetRequiredService<WorkbookWriter>().WriteAsync(stream, Enum.Parse<FileKind>(what, ignoreCase: true), Viewer.Operator, known => plan is null || known.Key == plan, cancelled)
                : await CanonicalAsync(bot.Services, stream, plan, what, cancelled);
        }

        if (written == 0)
        {
            File.Delete(unfinished);
            throw new CommandException(await NothingAsync(bot.Services.GetRequiredService<PlanQuestions>(), plan, what, cancelled));
        }

        File.Move(unfinished, file.FullName, overwrite: true);
        await Console.Out.WriteLineAsync($"Wrote {Count(written, what)} to {file.Name}.");
        return 0;
    }

    private static Task<int> CanonicalAsync(IServiceProvider services, Stream file, string? plan, string what, CancellationToken cancelled) => what switch
    {
        "indicators" => services.GetRequiredService<IndicatorsCsvWriter>().WriteAsync(file, Viewer.Operator, plan, cancelled),
        "progress" => services.GetRequiredService<ProgressCsvWriter>().WriteAsync(file, Viewer.Operator, plan, cancelled),
        "details" => services.GetRequiredService<DetailsCsvWriter>().WriteAsync(file, Viewer.Operator, plan, cancelled),
        _ => services.GetRequiredService<ActionsCsvWriter>().WriteAsync(file, Viewer.Operator, plan, cancelled),
    };

    private static string Count(int written, string what) => what switch
    {
        "indicators" => Wording.Count(written, "row of indicators", "rows of indicators"),
        "progress" => Wording.Count(written, "row of progress", "rows of progress"),
        "details" => Wording.Count(written, "fact"),
        _ => Wording.Count(written, "action"),
    };

    private static async Task<string> NothingAsync(PlanQuestions plans, string? plan, string what, CancellationToken cancelled) =>
        plan is null ? $"There is nothing to export: the store holds no {what}."
        : (await plans.ListAsync(Viewer.Operator, default, cancelled)).Any(known => known.Key == plan) ? $"There is nothing to export: the plan {plan} has no {what}."
        : $"There is no plan {plan}. Run ask plans to see the plans' short names.";
}
