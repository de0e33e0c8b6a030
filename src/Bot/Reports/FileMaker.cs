using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Exports;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Imports;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Reports;

/// <summary>Makes the files that people ask for, with what their viewer may see of the plans at that moment.</summary>
public sealed class FileMaker(PlanQuestions plans, ActionQuestions actions, BoardReports reports, PlanOnAPage pages, WorkbookWriter workbooks, ActionsCsvWriter canonical)
{
    private const int MostActions = 100_000;

    /// <summary>The file; null where there is nothing to be seen that it could tell.</summary>
    public async Task<MadeFile?> MakeAsync(FileWanted wanted, Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        var known = await plans.ListAsync(viewer, today, cancelled);
        return wanted switch
        {
            FileWanted.Report report when Key(report.Plan) is { } key => await WrittenAsync(
                NameOf(report, key), await reports.OfAsync(viewer, report.Plan, Period.Of(report.From, report.To), today, cancelled), WordFace.Write),
            FileWanted.Page page when Key(page.Plan) is { } key => await WrittenAsync(NameOf(page, key), await pages.OfAsync(viewer, page.Plan, today, cancelled), WordFace.WriteOnAPage),
            FileWanted.Plans { AsCsv: true, Among.Count: <= 1 } csv => await FilledAsync(
                NameOf(csv, csv.Among is [var one] ? Key(one) : null), async file => csv.Among is [var only] && Key(only) is not { } ? 0 : await canonical.WriteAsync(file, viewer, csv.Among is [var plan] ? Key(plan) : null, cancelled)),
            FileWanted.Plans some => await FilledAsync(
                NameOf(some, some.Among is [var one] ? Key(one) : null), file => workbooks.WriteAsync(file, FileKind.Actions, viewer, plan => some.Among.Count == 0 || some.Among.Contains(plan.Id), cancelled)),
            FileWanted.Actions list => await FilledAsync(NameOf(list, null), file => ListAsync(list, file, viewer, cancelled)),
            _ => null,
        };

        string? Key(int plan) => known.FirstOrDefault(one => one.Id == plan)?.Key;
    }

    /// <summary>What a file is called.</summary>
    public static string NameOf(FileWanted wanted, string? plan) => wanted switch
    {
        FileWanted.Report report => $"{Plain(plan)}-board-report-{Plain(Period.Of(report.From, report.To).Words)}.docx",
        FileWanted.Page => $"{Plain(plan)}-on-a-page.docx",
        FileWanted.Plans { AsCsv: true, Among.Count: <= 1 } => $"{Plain(plan ?? "all plans")}.csv",
        FileWanted.Plans => $"{Plain(plan ?? "plans")}.xlsx",
        _ => "actions.xlsx",
    };

    private async Task<int> ListAsync(FileWanted.Actions list, Stream file, Viewer viewer, CancellationToken cancelled)
    {
        var found = await actions.ListAsync(viewer, list.Question, 0, Math.Clamp(list.Most ?? MostActions, 1, MostActions), cancelled);
        return await workbooks.WriteAsync(file, list.Title, viewer, [.. found.Items.Select(action => action.Id)], cancelled);
    }

    private static Task<MadeFile?> WrittenAsync(string name, BoardReport? report, Action<BoardReport, Stream> write) => FilledAsync(name, file =>
    {
        if (report is not null)
        {
            write(report, file);
        }

        return Task.FromResult(report is null ? 0 : 1);
    });

    private static async Task<MadeFile?> FilledAsync(string name, Func<Stream, Task<int>> fill)
    {
        var file = Unnamed.File();
        try
        {
            if (await fill(file) > 0)
            {
                file.Position = 0;
                return new MadeFile(name, file);
            }
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        await file.DisposeAsync();
        return null;
    }

    // Names of plans are people's own words; those of files are letters, figures and hyphens.
    private static string Plain(string? name) => string.Join('-', string.Concat((name ?? "plan").Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("plan")).ToLowerInvariant();
}
