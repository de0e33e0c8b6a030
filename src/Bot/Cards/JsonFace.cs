using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Answers;
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
            [],
            [],
            answer.Problem,
            TextFace.Say(answer),
            [.. activities.Select(activity => JsonSerializer.SerializeToElement(activity, OutgoingJson.Default.OutgoingActivity))]);
        return JsonSerializer.Serialize(document, Json.AnswerDocument);
    }

    private static int Total(Answer answer) => answer switch
    {
        ActionList list => list.Total,
        PlanList plans => plans.Plans.Count,
        OneAction => 1,
        _ => 0,
    };

    private static IReadOnlyList<ListedAction> Actions(Answer answer) => answer switch
    {
        ActionList list => list.All,
        OneAction one => [one.Action],
        _ => [],
    };

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
    IReadOnlyList<JsonElement> Figures,
    IReadOnlyList<JsonElement> Changes,
    Problem? Problem,
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

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerDocument))]
internal sealed partial class AnswerDocumentJson : JsonSerializerContext;
