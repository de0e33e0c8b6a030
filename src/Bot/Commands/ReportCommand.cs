using System.CommandLine;
using TeamsPlanBot.Bot.Conversations;
using TeamsPlanBot.Bot.Reports;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Commands;

/// <summary>Writes the board report of a plan.</summary>
internal static class ReportCommand
{
    public static Command Create(string[] settings)
    {
        var plan = new Option<string>("--plan") { Description = "The short name of the plan.", Required = true };
        var period = new Option<string?>("--period") { Description = "The period it tells of, such as “Q2 2017/18”; the last quarter that ended, without it." };
        var file = new Option<FileInfo>("--out") { Description = "The .docx file to write.", Required = true };
        var onAPage = new Option<bool>("--on-a-page") { Description = "Writes the plan on one page instead." };
        var on = new Option<DateOnly?>("--on") { Description = "The day that is today, as yyyy-MM-dd.", CustomParser = DayOption.Parse };

        var command = new Command("report", "Writes the board report of a plan as a Word document.") { plan, period, file, onAPage, on };
        command.SetAction((parsed, cancelled) => RunAsync(
            settings, parsed.GetValue(plan)!, parsed.GetValue(period), parsed.GetValue(file)!, parsed.GetValue(onAPage), parsed.GetValue(on), cancelled));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, string key, string? period, FileInfo file, bool onAPage, DateOnly? on, CancellationToken cancelled)
    {
        if (!file.Extension.Equals(".docx", StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException($"{file.Name} does not end in .docx, and reports are written as no other files. Name a .docx file.");
        }

        if (period is not null && Period.Read(period) is null)
        {
            throw new CommandException($"“{period}” is no period. {Period.HowToWrite}");
        }

        await using var bot = ImportCommand.Quiet(settings).Build();
        Settings.Check(bot.Services);
        await bot.Services.GetRequiredService<StorePreparation>().PrepareAsync(cancelled);
        var today = on ?? bot.Services.GetRequiredService<TimeProvider>().Today();
        var plan = (await bot.Services.GetRequiredService<PlanQuestions>().ListAsync(Viewer.Operator, today, cancelled)).FirstOrDefault(known => known.Key == key)
            ?? throw new CommandException($"There is no plan {key}. Run ask plans to see the plans' short names.");

        var told = Period.Read(period) ?? Quarters.LastBefore(today);
        if (told.Start > today)
        {
            throw new CommandException($"{told.Words} has not begun, so nothing can be told of it. Name a period that has.");
        }

        var report = onAPage
            ? await bot.Services.GetRequiredService<PlanOnAPage>().OfAsync(Viewer.Operator, plan.Id, today, cancelled)
            : await bot.Services.GetRequiredService<BoardReports>().OfAsync(Viewer.Operator, plan.Id, told, today, cancelled);

        // Written beside it first: a file that is there already is only replaced by a whole one.
        var unfinished = $"{file.FullName}.unfinished";
        await using (var stream = new FileStream(unfinished, FileMode.Create))
        {
            if (onAPage)
            {
                WordFace.WriteOnAPage(report!, stream);
            }
            else
            {
                WordFace.Write(report!, stream);
            }
        }

        File.Move(unfinished, file.FullName, overwrite: true);
        await Console.Out.WriteLineAsync($"Wrote the {(onAPage ? "plan on a page" : $"board report for {told.Words}")} of {plan.Name} to {file.Name}.");
        return 0;
    }
}
