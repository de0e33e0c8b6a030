using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Answers;
using TeamsPlanBot.Data.Figures;
using TeamsPlanBot.Teams.Outgoing;

namespace TeamsPlanBot.Bot.Cards;

/// <summary>Writes an answer as the contract's JSON.</summary>
public static class JsonFace
{
    private static readonly AnswerDocumentJson Json = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(Answer answer, IReadOnlyList<OutgoingActivity> activities)
    {
        var document = new AnswerDocument(
            answer.Intent,
            answer.Understood,
            Total(answer),
            [.. Actions(answer).Select(Item)],
            [.. Figures(answer).Select(Figure)],
            [.. Changes(answer).Select(change => new AnswerChange(change.Plan, change.Ref, change.Field, change.From, change.To))],
            answer.Problem,
            [.. Problems(answer)],
            TextFace.Say(answer),
            [.. activities.Select(activity => JsonSerializer.SerializeToElement(activity, OutgoingJson.Default.OutgoingActivity))]);
        return JsonSerializer.Serialize(document, Json.AnswerDocument);
    }

    private static int Total(Answer answer) => answer switch
    {
        ActionList list => list.Total,
        OneAction => 1,
        Overview overview => overview.Total,
        OnRecord record => record.Actions.Count > 0 ? record.Actions.Count : record.Figures.Count,
        Series { Recorded.Count: > 0 } several => Actions(several).Count,
        Series series => Total(series.Parts[^1].Answer),
        _ => 0,
    };

    private static IReadOnlyList<ListedAction> Actions(Answer answer) => answer switch
    {
        ActionList list => list.All,
        OneAction one => [one.Action],
        Overview overview => overview.Actions,
        OnRecord record => record.Actions,

        // Of an action that was changed twice, as it is in the end.
        Series series => [.. series.Parts.SelectMany(part => Actions(part.Answer)).GroupBy(item => (item.Action.Plan, item.Action.Ref)).Select(same => same.Last())],
        _ => [],
    };

    private static IEnumerable<ListedFigure> Figures(Answer answer) => answer switch
    {
        Overview overview => overview.Figures,
        OnRecord record => record.Figures,
        Series series => series.Parts.SelectMany(part => Figures(part.Answer)),
        _ => [],
    };

    private static IEnumerable<ListedChange> Changes(Answer answer) => answer switch
    {
        Overview overview => overview.Changes,
        OnRecord record => record.Changes,
        Series series => series.Parts.SelectMany(part => Changes(part.Answer)),
        _ => [],
    };

    // Those besides the one that is the whole answer's.
    private static IEnumerable<Problem> Problems(Answer answer) =>
        answer is Series series ? series.Parts.Select(part => part.Answer.Problem).OfType<Problem>().Where(problem => !ReferenceEquals(problem, answer.Problem)) : [];

    private static AnswerFigure Figure(ListedFigure figure) => new(
        figure.Plan, figure.Indicator, figure.Period, figure.Value, figure.Numerator, figure.Denominator, figure.Target,
        figure.Status switch
        {
            TargetStatus.OnTarget => "on target",
            TargetStatus.OffTarget => "off target",
            _ => "no target",
        },
        figure.Direction?.ToString().ToLowerInvariant());

    private static AnswerItem Item(ListedAction listed) => new(
        listed.Action.Plan,
        listed.Action.Ref,
        listed.Action.Title,
        listed.Action.Due,
        listed.State,
        listed.Action.Brag?.ToString().ToLowerInvariant(),
        listed.Action.Leads,
        listed.Action.Services);
}

internal sealed record AnswerDocument(
    string Intent,
    string Understood,
    int Total,
    IReadOnlyList<AnswerItem> Items,
    IReadOnlyList<AnswerFigure> Figures,
    IReadOnlyList<AnswerChange> Changes,
    Problem? Problem,
    IReadOnlyList<Problem> Problems,
    string Text,
    IReadOnlyList<JsonElement> Activities);

internal sealed record AnswerItem(
    string Plan,
    string Ref,
    string Title,
    DateOnly? Due,
    string State,
    string? Brag,
    IReadOnlyList<string> Leads,
    IReadOnlyList<string> Services);

internal sealed record AnswerFigure(
    string Plan, string Indicator, string Period, decimal? Value, decimal? Numerator, decimal? Denominator, decimal? Target, string Status, string? Direction);

internal sealed record AnswerChange(string Plan, string Ref, string Field, string? From, string? To);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerDocument))]
internal sealed partial class AnswerDocumentJson : JsonSerializerContext;
