using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data;
using TeamsPlanBot.Data.Plans;
using TeamsPlanBot.Data.Questions;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Says what changed since a day, and what is on the record of one action.</summary>
public sealed class ChangeAnswers(ChangeQuestions changes, HistoryQuestions histories)
{
    private const int MostRows = 12;
    private const int MostChanges = 1000;
    private const int LongestTitle = 160;
    private const int LongestWords = 500;

    /// <param name="counted">However many there are, they are counted.</param>
    public async Task<Answer> SinceAsync(Request.ListChanges asked, string words, Viewer viewer, bool counted, CancellationToken cancelled)
    {
        var changed = await changes.SinceAsync(viewer, asked.About.Scope, asked.Since, MostChanges, cancelled, counted: counted);
        var orMore = changed.IsCounted ? "" : " or more";
        var of = asked.About.Name.Length == 0 ? "" : $" for {asked.About.Name}";
        var total = changed.Total + changed.Figures.Count;
        var since = Dates.InWords(asked.Since);
        return new Overview(
        [
            new Passage.Rows("", [.. changed.Changes.Take(MostRows).Select(Row)]),
            new Passage.Lines("", changed.Total > MostRows ? [$"And {changed.Total - MostRows:N0}{orMore} earlier {(changed.Total - MostRows == 1 ? "change" : "changes")}. Ask about one plan or team, or a later day, to see {(changed.Total - MostRows == 1 ? "it" : "them")}."] : []),
            new Passage.Lines("Figures", [.. changed.Figures.Take(MostRows).Select(Said)]),
        ])
        {
            Intent = asked.Intent,
            Understood = words,
            Headline = total == 0 ? $"Nothing changed{of} since {since}" : $"{total:N0}{orMore} {(total == 1 ? "change" : "changes")}{of} since {since}",
            Total = total,
            Changes =
            [
                .. changed.Changes.Select(change => new ListedChange(change.Plan, change.Ref, change.Field.Word(), change.From, change.To)),
                .. changed.Figures.Select(figure => new ListedChange(figure.Plan, figure.Indicator, "value", RecordWords.Plain(figure.From), RecordWords.Plain(figure.To))),
            ],
        };
    }

    public async Task<Answer> HistoryAsync(ActionInFull action, string words, Viewer viewer, DateOnly today, CancellationToken cancelled)
    {
        var record = await histories.OfAsync(viewer, action.Line.Id, cancelled);
        var lines = record?.Lines ?? [];
        return new Overview(
        [
            new Passage.Lines("", [Wording.Cut(action.Line.Title, LongestTitle), .. record is null ? [] : Wording.Slipped(record.Slips)]),
            new Passage.Rows("", [.. lines.Take(MostRows).Select(Row)]),
            new Passage.Lines("", lines.Count > MostRows ? [$"And {Wording.Count(lines.Count - MostRows, "earlier entry", "earlier entries")}; an export of the plan’s progress holds all of them."] : []),
        ])
        {
            Intent = "history",
            Understood = $"{words} of {action.Line.PlanName}",
            Headline = lines.Count == 0 ? $"{action.Line.Ref}: nothing is on the record yet" : $"{action.Line.Ref}: {Wording.Count(lines.Count, "entry", "entries")} on the record",
            Total = lines.Count,
            Actions = [Wording.Listed(action.Line, today)],
            Changes = [.. lines.SelectMany(line => line.Changes).Select(change => new ListedChange(action.Line.Plan, action.Line.Ref, change.Field.Word(), change.From, change.To))],
            Further = [new Button($"Show {action.Line.Ref} in full", Asks: new Request.ShowAction(new ActionNamed(action.Line.Ref, [action.Line.PlanId], IsSaid: true)))],
        };
    }

    private static Row Row(ChangeLine change) => new(
        change.Ref,
        Wording.Cut(change.Title, LongestTitle),
        [new Phrase(Wording.Changed(change.Field, change.From, change.To, change.Reason))],
        [$"{Dates.InWords(change.On)}, {change.By ?? "from the plan"} · {change.PlanName}"],
        Wording.Opens(change.Ref, change.PlanId));

    private static Row Row(HistoryLine line) => new(
        "",
        $"{Dates.InWords(line.On ?? DateOnly.FromDateTime(line.At))}, {line.By ?? "from the plan"}",
        line.IsUndo ? [new Phrase("Took something back.")] : line.IsUndone ? [new Phrase($"Taken back{(line.UndoneBy is { } by ? $" by {by}" : "")}.")] : [],
        [
            .. line.Text is { } text ? [Wording.Cut(text, LongestWords)] : Array.Empty<string>(),
            .. line.Changes.Select(change => Wording.Changed(change.Field, change.From, change.To, change.Reason)),
        ]);

    private static string Said(FigureChange figure) =>
        $"{figure.Indicator}, {figure.Period.Words}: {(figure.From is { } from ? $"{Wording.Measured(from, figure.Unit)} → " : "")}{(figure.To is { } to ? Wording.Measured(to, figure.Unit) : "none")} ({(figure.IsCorrection ? "corrected" : "recorded")} {Dates.InWords(figure.On)}, {figure.By ?? "from the plan"})";
}
