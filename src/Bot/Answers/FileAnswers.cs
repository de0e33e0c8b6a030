using TeamsPlanBot.Bot.Reports;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Offers the files that people ask for: reports, plans and lists.</summary>
public sealed class FileAnswers(FileMaker files, PlanQuestions plans)
{
    /// <summary>Whether a request is for a file.</summary>
    public static bool Handles(Request request) => request is Request.MakeReport or Request.ExportPlan or Request.ExportActions;

    public async Task<Answer> OfAsync(Request request, string words, Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        var known = await plans.ListAsync(viewer, today, cancelled);
        if (request is Request.MakeReport { About.Scope.Plans: { Count: > 1 } several } && known.Where(plan => several.Contains(plan.Id)).ToList() is { Count: > 1 } meant)
        {
            return Refused(request, Problem.Ambiguous, "A report is of one plan. Which one do you mean?", [.. meant.Select(plan => new Choice(plan.Name, $"board report for {plan.Key}"))]);
        }

        if (request is Request.MakeReport { Period: { } period } && period.Start > today)
        {
            return Refused(request, Problem.Invalid, $"{period.Words} has not begun, so nothing can be told of it. Ask for a period that has, or for none: then it is the last quarter that ended.", []);
        }

        var wanted = Wanted(request, today);
        await using var made = wanted is null ? null : await files.MakeAsync(wanted, viewer, today, cancelled);
        return made is null || wanted is null
            ? Refused(request, Problem.NotFound, request is Request.MakeReport ? "There is no such plan that you can see. Ask which plans there are." : "There is nothing to export: no action fits, or none that you can see.", [])
            : new FileOffer(wanted, made.Name, made.Content.Length, Command(wanted, made.Name, known))
            {
                Intent = request.Intent,
                Understood = words,
                Headline = Headline(wanted, known),
            };
    }

    private static FileWanted? Wanted(Request request, DateOnly today) => request switch
    {
        Request.MakeReport { OnAPage: true, About.Scope.Plans: [var plan, ..] } => new FileWanted.Page(plan),
        Request.MakeReport { About.Scope.Plans: [var plan, ..] } report => (report.Period ?? Quarters.LastBefore(today)) is var period ? new FileWanted.Report(plan, period.Start, period.End) : null,
        Request.ExportPlan { About: { Scope: { IsOfActions: true } scope } about } => new FileWanted.Actions(
            new ActionQuestion { Plans = scope.Plans, Sections = scope.Sections, Services = scope.Services, Leads = scope.Leads }, about.Name, null),
        Request.ExportPlan export => new FileWanted.Plans(export.About.Scope.Plans, export.AsCsv),
        Request.ExportActions { List: var list } => new FileWanted.Actions(list.Question, list.Heading, list.Most),
        _ => null,
    };

    private static string Headline(FileWanted wanted, IReadOnlyList<PlanLine> known) => wanted switch
    {
        FileWanted.Report report => $"Board report of {Of(report.Plan, known).Name} for {Period.Of(report.From, report.To).Words}",
        FileWanted.Page page => $"{Of(page.Plan, known).Name} on a page",
        FileWanted.Plans { Among: [var plan] } => $"Export of {Of(plan, known).Name}",
        FileWanted.Plans => "Export of your plans",
        FileWanted.Actions { Title: var title } => $"Export: {title}",
        _ => throw new InvalidOperationException($"No headline is written for {wanted.GetType().Name}."),
    };

    private static string Command(FileWanted wanted, string file, IReadOnlyList<PlanLine> known) => wanted switch
    {
        FileWanted.Report report => $"report --plan {Of(report.Plan, known).Key} --period \"{Period.Of(report.From, report.To).Words}\" --out {file}",
        FileWanted.Page page => $"report --plan {Of(page.Plan, known).Key} --on-a-page --out {file}",
        FileWanted.Plans { Among: [var plan] } => $"export --plan {Of(plan, known).Key} --out {file}",
        FileWanted.Actions { Question.Plans: [var plan] } => $"export --plan {Of(plan, known).Key} --out {file}",
        _ => $"export --out {file}",
    };

    private static PlanLine Of(int plan, IReadOnlyList<PlanLine> known) => known.First(one => one.Id == plan);

    private static Advice Refused(Request request, string code, string message, IReadOnlyList<Choice> choices) => new([message], choices)
    {
        Intent = request.Intent,
        Headline = code == Problem.Ambiguous ? "Which one?" : "Nothing to write",
        Problem = new Problem(code, message, [.. choices.Select(choice => choice.Name)]),
    };
}
