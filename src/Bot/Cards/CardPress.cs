using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsPlanBot.Bot.Understanding;
using TeamsPlanBot.Teams.Incoming;

namespace TeamsPlanBot.Bot.Cards;

/// <summary>What a button asks for, or says in words; and the list to return to from there.</summary>
public sealed record CardPress(Request? Asks = null, string? Says = null, Request.ListActions? Back = null)
{
    public const string Verb = "ask";

    private const int LongestText = 4000;
    private const int LongestData = 16_000;
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
            return press is { Asks: not null, Says: null } or { Asks: null, Says.Length: > 0 and <= LongestText } && IsSound(press.Asks) && IsSound(press.Back) ? press : null;
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
