namespace TeamsPlanBot.Bot.Understanding;

/// <summary>Says what was asked for by pressing something, where nobody said it in words.</summary>
internal static class RequestWords
{
    public static string Of(Request request) => request switch
    {
        Request.ListActions list => $"{list.Heading}, as of {Dates.InWords(list.AsOf)}",
        Request.ShowAction one => $"Action {one.Action.Ref}",
        Request.FillIn form => $"A form to update {form.Action.Ref}",
        Request.AskLeads asked => $"Ask the leads for an update on {asked.Action.Ref}",
        Request.Undo => "Undo",
        Request.ExportActions export => $"Export: {export.List.Heading}",
        Request.ShowHistory history => $"History of {history.Action.Ref}",
        Request.Summarise { About.Name: var name } => name.Length > 0 ? $"Summary of {name}" : "Summary",
        Request.ListChanges changes => $"What changed{(changes.About.Name.Length > 0 ? $" for {changes.About.Name}" : "")} since {Dates.InWords(changes.Since)}",
        Request.ListIndicators indicators => IndicatorRules.Words(indicators.About, indicators.Status, indicators.Direction),
        Request.ShowIndicator indicator => $"{indicator.Name}, with its trend",
        _ => "",
    };
}
