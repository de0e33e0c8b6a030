using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Data.Recording;

namespace TeamsPlanBot.Bot.Answers;

/// <summary>Puts the figure of an indicator on the record.</summary>
internal static class FigureRecordings
{
    public static async Task<Answer> MeasureAsync(Ledger ledger, int id, Request.Measure measure, string words)
    {
        switch (await ledger.MeasureAsync(id, measure.Period, measure.Value, measure.Numerator, measure.Denominator))
        {
            case Entry.Measured { Line: var line, Now: var figure, Before: var before }:
                var sentences = new List<string>();
                if (figure is { Numerator: { } numerator, Denominator: { } denominator })
                {
                    sentences.Add($"{RecordWords.Number(numerator)} of {RecordWords.Number(denominator)}.");
                }

                if (figure.Computed is { } computed)
                {
                    sentences.Add($"Please check: the two numbers make {RecordWords.Number(computed, line.Unit)}, not {RecordWords.Number(figure.Value, line.Unit)}. It is recorded as you said it.");
                }

                if (before is not null && before.Value != figure.Value)
                {
                    sentences.Add($"It was {RecordWords.Number(before.Value, line.Unit)}{(before.By is { } by ? $", recorded by {by}" : "")}; that stays in the history.");
                }

                return new OnRecord([.. sentences, line.PlanName], MayUndo: true)
                {
                    Intent = "measure",
                    Understood = words,
                    Headline = $"Recorded: {line.Name}, {figure.Period.Words}: {(before is null || before.Value == figure.Value ? "" : $"{RecordWords.Number(before.Value, line.Unit)} → ")}{RecordWords.Number(figure.Value, line.Unit)}",
                    Figures = [IndicatorAnswers.Listed(line.Plan, line.Name, figure)],
                    Changes = before?.Value == figure.Value ? [] : [new ListedChange(line.Plan, line.Name, "value", RecordWords.Plain(before?.Value), RecordWords.Plain(figure.Value))],
                    Plan = line.PlanId,
                };
            case Entry.NoValue { Line: var line }:
                return NotDone.Invalid("measure", $"{line.Name} is measured in {line.Unit}, which two numbers do not make. Say the value itself, such as: {line.Name} {measure.Period.Words} is 12.");
            case Entry.Forbidden forbidden:
                return NotDone.NotAllowed("measure", $"Figures of {forbidden.Plan} are not for guests to record, unless they are named in the plan. Ask {NotDone.Owners(forbidden)}.");
            default:
                return NotDone.NotFound("measure", $"No plan you can see has an indicator {measure.Name}.");
        }
    }
}
