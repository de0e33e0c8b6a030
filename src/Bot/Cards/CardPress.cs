using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Bot.Cards;

/// <summary>What a button asks for, or says in words, and the list to return to from there; or the form it saves. What stands in the fields of a form comes beside it.</summary>
public sealed record CardPress(
    Request? Asks = null,
    string? Says = null,
    Request.ListActions? Back = null,
    DrawnAction? Saves = null,
    string? Text = null,
    string? Rating = null,
    string? State = null,
    string? Due = null,
    string? Reason = null)
{
    /// <summary>What stands in the fields; what a client leaves out is as it was drawn.</summary>
    [JsonIgnore]
    public Filled? Filled => Saves is null ? null : new Filled(Text ?? "", Rating ?? Saves.Rating, State ?? Saves.State, Due ?? Saves.Due, Reason ?? "");

    public const string Verb = "ask";

    private const int LongestText = 4000;
    private const int LongestData = 64_000;
    private const int MostRows = 1_000_000;

    /// <summary>Reads what came back with a press; null where it is nothing this bot draws.</summary>
    public static CardPress? Read(JsonElement? value)
    {
        if (value?.At("action") is not { } action || action.Text("verb") != Verb || action.At("data") is not { ValueKind: JsonValueKind.Object } data
            || data.GetRawText().Length > LongestData)
        {
            return null;
        }

        try
        {
            var press = data.Deserialize(CardPressJson.Default.CardPress);
            return press is { Asks: not null, Says: null, Saves: null } or { Asks: null, Says.Length: > 0 and <= LongestText, Saves: null } or { Asks: null, Says: null, Saves: not null } && IsSound(press.Asks) && IsSound(press.Back) ? press : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsSound(Request? request) => request is null or not Request.ListActions || request is Request.ListActions { Heading.Length: > 0 and <= LongestText, From: >= 0 and <= MostRows };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CardPress))]
internal sealed partial class CardPressJson : JsonSerializerContext;
